"""Offering: at the start, what was being written when sesbank ended, one text at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from textual.app import App

from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean_line, counted, shorten, word_count
from sesbank.session import Session
from sesbank.session.draft_forms import (
    DraftKeeper,
    base_of,
    is_of,
    is_posting,
    open_elsewhere,
    waiting,
)
from sesbank.session.drafts import Draft, damaged, drafts
from sesbank.tui.screens.confirm import Answer, Confirm
from sesbank.tui.screens.going import Going
from sesbank.tui.views.moments import moment

_ANSWERS = (
    Answer("c", "continue", "Continue writing"),
    Answer("l", "later", "Look later: it stays and is offered again"),
    Answer("d", "drop", "Throw it away"),
)


_BEFORE_EDITING = (
    Answer("c", "continue", "Continue writing"),
    Answer("l", "later", "Edit what is saved: this text stays and is offered again"),
    Answer("d", "drop", "Throw it away and edit what is saved"),
)

_BOTH_WRITE = (
    "This story is being written in another sesbank too. Who saves last is asked what to do: "
    "nothing is lost."
)


class Offering:
    """Offers drafts one after the other; whatever is not thrown away stays on the disk."""

    def __init__(self, app: App[Any], session: Session) -> None:
        self._app = app
        self._session = session
        self._left: Iterator[Draft] = iter(())

    def begin(self) -> bool:
        """Offer the drafts there are; return whether there was anything to say."""
        to_offer = tuple(waiting(self._session))
        broken = damaged(self._session)
        elsewhere = open_elsewhere(self._session)
        if broken:
            what = counted(len(broken), "unsaved text")
            self._app.notify(
                f"{what} cannot be read and stays where it is, in the folder “drafts” "
                f"beside the bank: {', '.join(broken[:3])}",
                severity="warning",
                timeout=12,
            )
        elif elsewhere:
            self._app.notify(told_elsewhere(elsewhere), timeout=8)
        self._offer(to_offer)
        return bool(to_offer or elsewhere)

    def of_story(self, story: Story, otherwise: Callable[[], object]) -> None:
        """Offer the latest draft of a story before it is edited as it is saved."""
        of_it = [draft for draft in waiting(self._session) if is_of(draft, story)]
        if of_it:
            question = Confirm(
                self._session, question_for(of_it[0]), _BEFORE_EDITING, title="Not saved yet"
            )
            self._app.push_screen(question, self._chosen(of_it[0], otherwise))
            return
        otherwise()
        elsewhere = [draft for draft in open_elsewhere(self._session) if is_of(draft, story)]
        if elsewhere:
            self._app.notify(_BOTH_WRITE, severity="warning", timeout=8)

    def _offer(self, drafts: Iterable[Draft]) -> None:
        self._left = iter(drafts)
        self._next()

    def _next(self) -> None:
        draft = next(self._left, None)
        if draft is not None:
            question = Confirm(self._session, question_for(draft), _ANSWERS, title="Not saved yet")
            self._app.push_screen(question, self._answered(draft))

    def _answered(self, draft: Draft) -> Callable[[str | None], None]:
        def answered(answer: str | None) -> None:
            if answer == "continue" and self._is_ours(draft):
                self._go_on(draft)
                return
            if answer == "drop" and self._is_ours(draft):
                DraftKeeper(self._session, "", draft).drop()
            self._next()

        return answered

    def _chosen(
        self, draft: Draft, otherwise: Callable[[], object]
    ) -> Callable[[str | None], None]:
        def chosen(answer: str | None) -> None:
            if answer is None or (answer != "later" and not self._is_ours(draft)):
                return
            if answer == "continue":
                self._go_on(draft)
                return
            if answer == "drop":
                DraftKeeper(self._session, "", draft).drop()
            otherwise()

        return chosen

    def _is_ours(self, draft: Draft) -> bool:
        """Return whether a draft offered is still here to be taken, saying so where not."""
        ours = any(each.key == draft.key for each in drafts(self._session) if not each.is_open)
        if not ours:
            self._app.notify(
                f"{_begins(draft)} was taken up in another sesbank meanwhile.", severity="warning"
            )
        return ours

    def _go_on(self, draft: Draft) -> None:
        from sesbank.tui.screens.editor import EditorScreen
        from sesbank.tui.screens.paste import PasteScreen

        def left(saved: object) -> None:
            # As after any editing: one is at the story that was written.
            if isinstance(saved, Story) and isinstance(self._app.screen, Going):
                self._app.screen.seek(saved.id)
            self._next()

        if is_posting(draft):
            self._app.push_screen(PasteScreen(self._session, draft), left)
        else:
            base = base_of(self._session, draft)
            self._app.push_screen(EditorScreen(self._session, base, draft=draft), left)


def told_elsewhere(drafts: Sequence[Draft]) -> str:
    """Return what to say of texts that another program has open."""
    what = counted(len(drafts), "text")
    return (
        f"Another sesbank is open with {what} not saved yet: {_begins(drafts[0])}. "
        "It is kept there, and offered here once that one has ended without saving it."
    )


def question_for(draft: Draft) -> str:
    """Return what to ask about a draft: what it is, when, how much, how it begins."""
    if is_posting(draft):
        what, words = "You were pasting a posting", word_count(draft.fields["posting"])
    else:
        words = sum(word_count(draft.fields.get(name, "")) for name in TOLD_PARTS)
        what = "You were editing" if draft.fields.get("story") else "You were writing"
    many = f"{counted(words, 'word')}, last" if words else "Last"
    return f"{what}: {_begins(draft)}\n{many} typed {moment(draft.saved)}."


def _begins(draft: Draft) -> str:
    told = draft.fields.get("posting") or draft.fields.get("title")
    text = told or " ".join(draft.fields.get(name, "") for name in TOLD_PARTS)
    return f"“{shorten(clean_line(text), 60)}”"
