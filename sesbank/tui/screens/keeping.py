"""Keeping: a form whose text is kept as a draft while it is not saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.content import Content

from sesbank.domain.text import clean_line, shorten
from sesbank.session import Session
from sesbank.session.draft_forms import DraftKeeper, fresh_key
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import FormDraft, as_fields, field_named, form_of_draft
from sesbank.session.form_saving import changed_since
from sesbank.tui.screens.acting import Acting
from sesbank.tui.screens.confirm import leaving_question

_LONGEST = 60
"""Characters of a saved text in a notice."""


class Keeping(Acting):
    """Puts what is unsaved on the disk, and takes up what a run before left there.

    It stands behind the kind of dialog among the bases: Textual takes the look from the first.
    """

    FORM: ClassVar[str] = ""
    """Which form it is, one of `Form`."""
    NOT_SAVED: ClassVar[str] = "What you typed is not saved yet."
    """What is said to who leaves what is unsaved."""
    SAVE: ClassVar[str] = "Save it"
    """The answer that saves it."""
    SAVED_BY: ClassVar[str] = ""
    """The id of the action that saves it."""

    def __init__(self, session: Session, *, draft: Draft | None = None) -> None:
        super().__init__(session)
        self.begin_from(draft)

    def begin_from(self, draft: Draft | None) -> None:
        """Begin with what a run before left, or with nothing."""
        self._keeper = DraftKeeper(self.session, fresh_key(f"form-{self.FORM}"), draft)
        self.taken_up = form_of_draft(draft) if draft else None
        """What a run before left, until it is saved or thrown away."""

    def form_draft(self) -> FormDraft:
        """Return what stands here and is not saved."""
        raise NotImplementedError

    def take_up(self, present: Mapping[str, str]) -> None:
        """Make the draft one's own, and say where its fields were saved otherwise meanwhile."""
        form = self.taken_up
        if form is None:
            return
        self._keeper.take_up()
        others = changed_since(form, present)
        if others:
            named = ", ".join(map(field_named, others))
            self.query_one(".box").border_subtitle = Content(f"Saved otherwise meanwhile: {named}")
            saved = [f"{field_named(n)}: “{_short(present.get(n, ''))}”" for n in others]
            self.app.notify(
                "Saved meanwhile, and kept until you save what stands here:\n" + "\n".join(saved),
                severity="warning",
                timeout=12,
            )

    def keep_draft(self) -> None:
        """Put the text on the disk; without changes there is nothing to keep."""
        if not self.is_mounted:
            return
        told = self._keeper.problem
        form = self.form_draft() if self.unsaved else None
        if form is not None and form.typed:
            self._keeper.keep(as_fields(self._as_begun(form)))
        else:
            self._keeper.drop()
        if self._keeper.problem and self._keeper.problem != told:
            self.app.notify(self._keeper.problem, severity="warning", timeout=12)

    def _as_begun(self, form: FormDraft) -> FormDraft:
        """Return a form draft that still knows from what a run before began it."""
        begun = self.taken_up.before if self.taken_up else {}
        return form._replace(before={n: begun.get(n, text) for n, text in form.before.items()})

    @property
    def outcome(self) -> bool | None:
        """What is given back to who opened it, by leaving."""
        return None

    def do_dialog_leave(self) -> None:
        """Leave, asking first where something is not saved."""
        if not self.unsaved:
            self._leave()
            return
        question = leaving_question(
            self.session, self.NOT_SAVED, save=self.SAVE, discard="Throw it away"
        )
        self.app.push_screen(question, self._answered)

    async def _answered(self, answer: str | None) -> None:
        if answer == "save":
            await self.action_act(self.SAVED_BY)
        elif answer == "discard":
            self._leave()

    def _leave(self) -> None:
        self.drop_draft()
        self.dismiss(self.outcome)

    def drop_draft(self) -> None:
        """Keep the text no longer: it is saved, or not wanted."""
        self._keeper.drop()
        self.taken_up = None


def _short(text: str) -> str:
    return shorten(clean_line(text), _LONGEST)
