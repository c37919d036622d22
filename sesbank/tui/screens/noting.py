"""Noting: a note on an answer in one line, never left unasked while it is not kept."""

from __future__ import annotations

from textual.widgets import Input

from sesbank.tui.screens.confirm import leaving_question
from sesbank.tui.screens.one_line import OneLine


class NoteLine(OneLine):
    """Gives back the note, or None."""

    @property
    def unsaved(self) -> bool:
        """Whether something was written that is not kept."""
        return self.is_mounted and self.query_one(Input).value.strip() != self._value.strip()

    def do_dialog_leave(self) -> None:
        """Leave, asking first where something was written."""
        if not self.unsaved:
            self.dismiss(None)
            return
        question = leaving_question(
            self.session, "The note is not kept yet.", save="Keep it", discard="Throw it away"
        )
        self.app.push_screen(question, self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "save":
            self.do_line_accept()
        elif answer == "discard":
            self.dismiss(None)
