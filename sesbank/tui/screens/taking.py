"""Taking a posting in: known again or not, with or without what earlier corrections propose."""

from __future__ import annotations

from sesbank.domain.learning import Proposal
from sesbank.domain.text import counted, shorten
from sesbank.domain.vacancy import DROPPED, RequirementKind, Vacancy
from sesbank.errors import SesbankError
from sesbank.session import Session, learning, vacancies
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.screens.confirm import Answer, Confirm
from sesbank.tui.views.match_names import KIND_NAMES

_KNOWN = (
    Answer("o", "open", "Open the one you have"),
    Answer("c", "carry", "Keep this one too, with your corrections, pins and choices"),
    Answer("n", "new", "Keep this one too, as it was read"),
)
_PROPOSED = (
    Answer("y", "yes", "Do the same here"),
    Answer("n", "no", "Leave them as they were read"),
)
_SHOWN = 3


class TakingDialog(Dialog):
    """What both ways in share; gives back the vacancy as kept, or None."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._taken: Vacancy | None = None
        self._known: Vacancy | None = None
        self._proposals: tuple[Proposal, ...] = ()

    def take(self, vacancy: Vacancy) -> None:
        """Keep a posting just read, asking first where something is known about it."""
        self._taken = vacancy
        self._known, self._proposals = learning.recall(self.session, vacancy)
        if self._known:
            question = (
                f"You have this posting already, or an earlier form of it: "
                f"“{shorten(self._known.named, 60)}”."
            )
            self.app.push_screen(
                Confirm(self.session, question, _KNOWN, title="Read before"), self._known_answered
            )
        elif self._proposals:
            question = self._question(vacancy)
            self.app.push_screen(
                Confirm(self.session, question, _PROPOSED, title="Learned before"),
                self._lessons_answered,
            )
        else:
            self._keep(vacancy)

    def _question(self, vacancy: Vacancy) -> str:
        lines = [self._line(vacancy, each) for each in self._proposals[:_SHOWN]]
        more = len(self._proposals) - len(lines)
        lines += [f"and {more} more"] if more else []
        head = f"You corrected {counted(len(self._proposals), 'line')} of this in earlier postings:"
        return "\n".join([head, *lines])

    @staticmethod
    def _line(vacancy: Vacancy, proposal: Proposal) -> str:
        text = shorten(vacancy.requirement(proposal.requirement).text, 48)
        kind = proposal.lesson.kind
        does = "dropped" if kind == DROPPED else f"made {KIND_NAMES[RequirementKind(kind)]}"
        return f"- {does}: “{text}”"

    def _known_answered(self, answer: str | None) -> None:
        if self._taken is None or self._known is None:
            return
        if answer == "open":
            self.taken()
            self.dismiss(self._known)
        elif answer == "carry":
            self._keep(learning.carried_over(self._taken, self._known))
        elif answer == "new":
            self._keep(self._taken)

    def _lessons_answered(self, answer: str | None) -> None:
        if self._taken is None:
            return
        if answer == "yes":
            self._keep(learning.accept(self._taken, self._proposals))
        elif answer == "no":
            self._keep(self._taken)

    def _keep(self, vacancy: Vacancy) -> None:
        try:
            kept = vacancies.keep(self.session, vacancy)
        except SesbankError as error:
            self.tell_error(error)
            return
        self.taken()
        self.dismiss(kept)

    def do_dialog_leave(self) -> None:
        """Leave; what is still being read then is not kept behind one's back."""
        self.forget("read")
        super().do_dialog_leave()

    def taken(self) -> None:
        """Do what remains once a posting is in; most dialogs have nothing."""
