"""Noting: a note on an answer in one line, never left unasked while it is not kept."""

from __future__ import annotations

from textual.widgets import Input

from sesbank.domain.rehearsal import Rehearsal
from sesbank.session import Session, rehearsing
from sesbank.session.drafts import Draft
from sesbank.session.form_drafts import Form, FormDraft, changed
from sesbank.session.form_saving import place_of
from sesbank.tui.screens.keeping import Keeping
from sesbank.tui.screens.one_line import OneLine


class NoteLine(OneLine, Keeping):
    """Keeps a note with an answer of a story; gives back whether it did."""

    FORM = Form.NOTE
    NOT_SAVED = "The note is not kept yet."
    SAVE = "Keep it"
    SAVED_BY = "line.accept"

    def __init__(
        self, session: Session, story_id: str, answer: Rehearsal, *, draft: Draft | None = None
    ) -> None:
        story = session.bank.stories.get(story_id)
        self._story_id, self._named = story_id, story.title if story else ""
        self._answer = answer
        question = f"What to do better with “{self._named}”:"
        super().__init__(session, question, "a note", answer.note, title="Note")
        self.begin_from(draft)

    def on_mount(self) -> None:
        """Go on with what a run before left."""
        if self.taken_up is not None:
            self.query_one(Input).value = self.taken_up.typed.get("note", self._value)
            self.take_up({"note": self._value})

    @property
    def unsaved(self) -> bool:
        """Whether something was written that is not kept."""
        return self.is_mounted and self._written != self._value.strip()

    @property
    def _written(self) -> str:
        return self.query_one(Input).value.strip()

    def form_draft(self) -> FormDraft:
        """Return the note as it stands, with the answer it is on."""
        place = place_of(self._answer)
        about = FormDraft(self.FORM, {}, story=self._story_id, named=self._named, at=place)
        return changed(about, {"note": self._written}, {"note": self._value})

    def do_line_accept(self) -> None:
        """Keep the note; a problem is raised and the note stays on screen."""
        if not self._written:
            self.tell("Write something first: Esc leaves without it.")
            return
        if self.unsaved:
            rehearsing.remark(self.session, self._story_id, self._answer, self._written)
        self.drop_draft()
        self.tell(f"The note is kept with the answer. {self.undo_key} takes it back.")
        self.dismiss(True)
