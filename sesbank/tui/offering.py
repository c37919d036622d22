"""Offering: at the start, what was being written when sesbank ended, one text at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from textual.app import App

from sesbank.domain.retellings import LENGTH_NAMES
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean_line, counted, shorten, word_count
from sesbank.errors import SesbankError
from sesbank.session import Session
from sesbank.session.draft_forms import (
    DraftKeeper,
    base_of,
    form_fields,
    is_of,
    is_posting,
    only_retold,
    open_elsewhere,
    waiting,
)
from sesbank.session.drafts import Draft, damaged, drafts
from sesbank.session.form_drafts import form_of_draft, is_form
from sesbank.tui.form_offer import FormOffer, quoted_of
from sesbank.tui.screens.acting import Acting
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
                self._session,
                question_for(self._session, of_it[0]),
                _BEFORE_EDITING,
                title="Not saved yet",
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
            self._ask(draft)

    def _ask(self, draft: Draft) -> None:
        offer = FormOffer(self._session, draft) if is_form(draft) else None
        question = offer.question if offer else question_for(self._session, draft)
        answers = offer.answers if offer else _ANSWERS
        self._app.push_screen(
            Confirm(self._session, question, answers, title="Not saved yet"), self._answered(draft)
        )

    def _answered(self, draft: Draft) -> Callable[[str | None], None]:
        def answered(answer: str | None) -> None:
            if answer == "continue" and self._is_ours(draft):
                self._go_on(draft)
                return
            if answer not in (None, "later", "continue") and self._is_ours(draft):
                self._settle(draft, answer)
            self._next()

        return answered

    def _settle(self, draft: Draft, answer: str) -> None:
        """Do with a draft what was answered, which leaves nothing to go on with."""
        try:
            done = FormOffer(self._session, draft).settle(answer) if is_form(draft) else ""
        except SesbankError as error:
            self._app.notify(str(error), severity="error", timeout=12)
            return
        DraftKeeper(self._session, "", draft).drop()
        if done:
            self._app.notify(done)
            if isinstance(self._app.screen, Acting):
                self._app.screen.reload()

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

    def _gone_on(self, saved: object) -> None:
        # As after any editing: one is at the story that was written.
        if isinstance(saved, Story) and isinstance(self._app.screen, Going):
            self._app.screen.seek(saved.id)
        self._next()

    def _go_on(self, draft: Draft) -> None:
        from sesbank.tui.screens.editor import EditorScreen
        from sesbank.tui.screens.paste import PasteScreen

        if is_form(draft):
            offer = FormOffer(self._session, draft)
            if offer.is_there:
                self._app.push_screen(offer.screen(), self._gone_on)
            else:  # It was taken away while the question was shown.
                self._ask(draft)
        elif is_posting(draft):
            self._app.push_screen(PasteScreen(self._session, draft), self._gone_on)
        else:
            base = base_of(self._session, draft)
            editor = EditorScreen(self._session, base, draft=draft)
            length = only_retold(self._session, draft)
            self._app.push_screen(editor, self._gone_on)
            if length is not None:
                editor.call_later(editor.tell_in, length)


def told_elsewhere(drafts: Sequence[Draft]) -> str:
    """Return what to say of texts that another program has open."""
    what = counted(len(drafts), "text")
    return (
        f"Another sesbank is open with {what} not saved yet: {_begins(drafts[0])}. "
        "It is kept there, and offered here once that one has ended without saving it."
    )


def question_for(session: Session, draft: Draft) -> str:
    """Return what to ask about a draft: what it is, when, how much, how it begins."""
    if is_posting(draft):
        what, words = "You were pasting a posting", word_count(draft.fields["posting"])
    elif length := only_retold(session, draft):
        what = f"You were writing another length, {LENGTH_NAMES[length]}"
        told = form_fields(draft)["retellings"]
        words = sum(word_count(each.text) for each in told if each.length is length)
    else:
        words = sum(word_count(draft.fields.get(name, "")) for name in TOLD_PARTS)
        what = "You were editing" if draft.fields.get("story") else "You were writing"
    many = f"{counted(words, 'word')}, last" if words else "Last"
    return f"{what}: {_begins(draft)}\n{many} typed {moment(draft.saved)}."


def _begins(draft: Draft) -> str:
    if is_form(draft):
        return quoted_of(form_of_draft(draft))
    told = draft.fields.get("posting") or draft.fields.get("title")
    text = told or " ".join(draft.fields.get(name, "") for name in TOLD_PARTS)
    return f"“{shorten(clean_line(text), 60)}”"
