"""Offering: at the start, what was being written when sesbank ended, one text at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from textual.app import App

from sesbank.domain.story import TOLD_PARTS
from sesbank.domain.text import clean_line, counted, shorten, word_count
from sesbank.session import Session
from sesbank.session.drafts import Draft, damaged
from sesbank.tui.drafting import DraftKeeper, base_of, is_posting, waiting
from sesbank.tui.screens.confirm import Answer, Confirm
from sesbank.tui.views.moments import moment

_ANSWERS = (
    Answer("c", "continue", "Continue writing"),
    Answer("l", "later", "Look later: it stays and is offered again"),
    Answer("d", "drop", "Throw it away"),
)


class Offering:
    """Offers drafts one after the other; whatever is not thrown away stays on the disk."""

    def __init__(self, app: App[Any], session: Session) -> None:
        self._app = app
        self._session = session
        self._left: Iterator[Draft] = iter(())

    def begin(self) -> bool:
        """Offer the drafts there are; return whether there are any."""
        drafts = tuple(waiting(self._session))
        broken = damaged(self._session)
        if broken:
            what = counted(len(broken), "unsaved text")
            self._app.notify(
                f"{what} cannot be read and stays where it is, in the folder “drafts” "
                f"beside the bank: {', '.join(broken[:3])}",
                severity="warning",
                timeout=12,
            )
        self.these(drafts)
        return bool(drafts)

    def these(self, drafts: Iterable[Draft]) -> None:
        """Offer these drafts."""
        self._left = iter(drafts)
        self._next()

    def _next(self) -> None:
        draft = next(self._left, None)
        if draft is not None:
            question = Confirm(self._session, question_for(draft), _ANSWERS, title="Not saved yet")
            self._app.push_screen(question, self._answered(draft))

    def _answered(self, draft: Draft) -> Callable[[str | None], None]:
        def answered(answer: str | None) -> None:
            if answer == "continue":
                self._go_on(draft)
                return
            if answer == "drop":
                DraftKeeper(self._session, "", draft).drop()
            self._next()

        return answered

    def _go_on(self, draft: Draft) -> None:
        from sesbank.tui.screens.editor import EditorScreen
        from sesbank.tui.screens.paste import PasteScreen

        def left(_result: object) -> None:
            self._next()

        if is_posting(draft):
            self._app.push_screen(PasteScreen(self._session, draft), left)
        else:
            base = base_of(self._session, draft)
            self._app.push_screen(EditorScreen(self._session, base, draft=draft), left)


def question_for(draft: Draft) -> str:
    """Return what to ask about a draft: what it is, when, how much, how it begins."""
    if is_posting(draft):
        text = draft.fields["posting"]
        what, begins = "You were pasting a posting", shorten(clean_line(text), 60)
        words = word_count(text)
    else:
        told = [draft.fields.get(name, "") for name in TOLD_PARTS]
        words = sum(map(word_count, told))
        begins = shorten(clean_line(draft.fields.get("title", "") or " ".join(told)), 60)
        what = "You were editing" if draft.fields.get("story") else "You were writing"
    many = f"{counted(words, 'word')}, last" if words else "Last"
    return f"{what}: “{begins}”\n{many} typed {moment(draft.saved)}."
