"""Form offer: what a run before left unsaved in a small form, asked about and gone on with."""

from __future__ import annotations

from sesbank.domain.rehearsal import Went
from sesbank.domain.text import clean_line, counted, shorten, word_count
from sesbank.session import Session, form_saving
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import Form, FormDraft, about, form_of_draft
from sesbank.tui.layout import clock
from sesbank.tui.screens.confirm import Answer
from sesbank.tui.screens.keeping import Keeping
from sesbank.tui.views.moments import moment

_DOINGS = {
    Form.CAPTURE: "You were keeping a line for the inbox",
    Form.INTERVIEW: "You were filling in the interview for",
    Form.FACTS: "You were putting right the facts of",
    Form.CUES: "You were wording cues for",
    Form.NOTE: "You were writing a note on an answer with",
    Form.ANSWER: "You told",
}
_LATER = Answer("l", "later", "Look later: it stays and is offered again")
_DROP = Answer("d", "drop", "Throw it away")
_GOING_ON = (Answer("c", "continue", "Continue writing"), _LATER, _DROP)
_GONE = (Answer("k", "keep", "Keep the text in the inbox"), _LATER, _DROP)
_GRADES = (
    *(Answer(str(n), went.value, f"It went {went.value}") for n, went in enumerate(Went, 1)),
    Answer("s", "drop", "Leave it out: the time is not kept"),
    _LATER,
)


class FormOffer:
    """One form that was left, as it is asked about."""

    def __init__(self, session: Session, draft: Draft) -> None:
        self._session = session
        self._draft = draft
        self._form = form_of_draft(draft)
        self.is_there = form_saving.standing(session, self._form) is not None
        """Whether the bank still has what the form is about."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be done with it."""
        if not self.is_there:
            return _GONE
        return _GRADES if self._form.form == Form.ANSWER else _GOING_ON

    @property
    def question(self) -> str:
        """What to ask: what it is, when, how much, how it begins."""
        form = self._form
        doing = _DOINGS.get(Form(form.form)) if form.form in list(Form) else "You were writing"
        if form.form == Form.ANSWER:
            took, asked = clock(form_saving.seconds_of(form)), form.typed.get("question", "")
            told = (
                f"{doing} {quoted_of(form)} in {took}, and how it went is not noted yet.\n"
                f"Asked was: “{shorten(clean_line(asked), 120)}”"
            )
        else:
            words = counted(sum(map(word_count, form.typed.values())), "word")
            last = f"{words}, last typed {moment(self._draft.saved)}."
            colon = ":" if form.form == Form.CAPTURE else ""
            told = f"{doing}{colon} {quoted_of(form)}\n{last}"
        gone = "" if self.is_there else "\nWhat it was for is no longer in the bank."
        return told + gone

    def screen(self) -> Keeping:
        """Return the form to go on in, with the text in it."""
        # What is not asked for is not loaded.
        from sesbank.tui.screens.capture import CaptureDialog
        from sesbank.tui.screens.cues import CuesDialog
        from sesbank.tui.screens.facts import FactsDialog
        from sesbank.tui.screens.interview import InterviewDialog
        from sesbank.tui.screens.noting import NoteLine

        session, form, draft = self._session, self._form, self._draft
        if form.form == Form.CAPTURE:
            return CaptureDialog(session, draft=draft)
        if form.form == Form.NOTE:
            answer = form_saving.answer_at(session, form.story, form.at)
            assert answer is not None  # else it is gone, and there is no going on
            return NoteLine(session, form.story, answer, draft=draft)
        dialogs = {
            Form.INTERVIEW: InterviewDialog,
            Form.FACTS: FactsDialog,
            Form.CUES: CuesDialog,
        }
        return dialogs[Form(form.form)](session, form.vacancy, draft=draft)

    def settle(self, answer: str) -> str:
        """Do what was answered, if that is all there is to do, and say what was done.

        Raises SesbankError where it could not be done; then nothing is lost.
        """
        if answer == "keep":
            kept = form_saving.keep_as_line(self._session, self._form)
            return f"In the inbox: “{kept.title}”."
        if answer in list(Went):
            form_saving.save(self._session, self._form, {"went": answer})
            return f"Noted: {answer}."
        return ""


def quoted_of(form: FormDraft) -> str:
    """Return what a form is about, or how it begins, in quotes."""
    return f"“{shorten(about(form), 60)}”"
