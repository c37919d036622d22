"""Saving: an editor's way to the disk: saved, kept as a draft, in conflict, written elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sesbank.domain.mapping import Mapping
from sesbank.domain.meanwhile import joined
from sesbank.domain.story import Story
from sesbank.errors import SesbankError
from sesbank.session import Session, stories
from sesbank.session.conflicts import EditConflictError
from sesbank.session.draft_forms import (
    DraftKeeper,
    began_from,
    draft_fields,
    form_fields,
    key_for,
)
from sesbank.session.drafts import Draft, part_path
from sesbank.tui.screens.confirm import Answer, Confirm, leaving_question
from sesbank.tui.screens.form import StoryForm
from sesbank.tui.views.story_names import fields_named

_BOTH = Answer("b", "both", "Keep both: yours becomes a story of its own")
_OVERWRITE = Answer("o", "overwrite", "Overwrite these: theirs goes into its history")
_DIFFERENCE = Answer("d", "difference", "Show the difference")
_BACK = Answer("g", "back", "Keep yours and put the story back into the bank")


class SavingForm(StoryForm):
    """Saves what stands in the form. Whatever happens, the text stays where it is."""

    def __init__(
        self,
        session: Session,
        story: Story | None,
        mappings: tuple[Mapping, ...] = (),
        *,
        draft: Draft | None = None,
    ) -> None:
        super().__init__(session, story, mappings)
        self._keeper = DraftKeeper(session, key_for(story), draft)
        self._draft = draft
        self._kept: dict[str, Any] = {}
        self._saved: Story | None = None

    def begin(self) -> None:
        """Take what stands in the form as saved, then put the draft over it."""
        self._kept = self.fields
        if self._draft is not None:
            self.fill(form_fields(self._draft))
            self._keeper.take_up()

    def head(self, error: str = "") -> None:
        """Say in the first line what is edited and whether it is saved, or why it is not."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether the form holds what the bank does not."""
        return self.is_mounted and self.fields != self._kept

    @property
    def state(self) -> str:
        """How the text stands, in a few words."""
        if self._keeper.problem and self.unsaved:
            return f"not saved, and {self._keeper.problem}"
        if meanwhile := self._meanwhile:
            return meanwhile
        if self.unsaved and self._keeper.holds:
            return "kept as you write, not in the bank yet"
        return "not saved yet" if self.unsaved or self._base is None else "saved"

    @property
    def _meanwhile(self) -> str:
        """What became of the story elsewhere since it was begun here; empty where nothing did."""
        base = self._base
        present = self.session.bank.stories.get(base.id) if base else None
        if base is None or (present is not None and present.rev == base.rev):
            return ""
        if present is None:
            return "removed elsewhere meanwhile: saving asks what to do"
        found = joined(began_from(base), self.draft, present)
        if found.both:
            return "changed elsewhere meanwhile: saving asks what to do"
        return "changed elsewhere meanwhile: saving joins both"

    def keep_draft(self) -> None:
        """Put the text on the disk; without changes there is nothing to keep."""
        if not self.is_mounted:
            return
        told = self._keeper.problem, self._keeper.holds
        if self.unsaved:
            self._keeper.keep(draft_fields(self.draft, self._base))
        else:
            self._keeper.drop()
        if (self._keeper.problem, self._keeper.holds) != told:
            self.head()

    def keep_for_outside(self, part: str) -> Path | None:
        """Put all that stands here on the disk, and return the file for a part written outside.

        Whatever becomes of the app meanwhile, the next start offers what stands in both. None
        where nothing can be kept there.
        """
        fields = draft_fields(self.draft, self._base)
        self._keeper.keep(fields, anew=True)
        return None if self._keeper.problem else part_path(self.session, self._keeper.key, part)

    def reload(self) -> None:
        """Say when another program changed the story meanwhile."""
        self.head()

    def do_editor_save(self) -> None:
        """Save; the text stays where it is, saved or not."""
        self._save(leaving=False)

    def do_editor_elsewhere(self) -> None:
        """Write the text into a file, or copy it."""
        from sesbank.tui.screens.elsewhere import ElsewhereDialog

        self.app.push_screen(ElsewhereDialog(self.session, self.draft))

    def _save(self, *, leaving: bool) -> None:
        if self._base is None:
            self._try(lambda: stories.add(self.session, **self.fields), leaving=leaving)
        else:
            base, story = began_from(self._base), self.draft
            self._try(lambda: stories.save(self.session, story, base=base), leaving=leaving)

    def _try(self, save: Callable[[], Story], *, leaving: bool) -> None:
        try:
            saved = save()
        except EditConflictError as conflict:
            self.head(str(conflict))
            self.take_in()
            self._ask(conflict, leaving=leaving)
        except SesbankError as error:
            self.head(str(error))
            self.tell_error(error)
            self.take_in()
        else:
            self._is_saved(saved)
            if leaving:
                self.dismiss(saved)

    def _is_saved(self, saved: Story) -> None:
        grown = self._base is not None and self.draft.told_since(self._base)
        elsewhere = self._from_elsewhere(saved)
        self._base = self._saved = saved
        self.put(saved, ("title", *elsewhere) if saved.title != self.fields["title"] else elsewhere)
        self._kept = self.fields
        self._keeper.drop()
        self._keeper = DraftKeeper(self.session, key_for(saved))
        self.head()
        theirs = tuple(name for name in elsewhere if not (grown and name == "status"))
        named = f", with what was changed elsewhere: {fields_named(theirs)}" if theirs else ""
        told = ". Told in all four parts, it leaves the inbox and is a draft" if grown else ""
        self.tell(f"Saved: “{saved.title}”{named}{told}")
        self.refresh_bars()

    def _from_elsewhere(self, saved: Story) -> tuple[str, ...]:
        """Return the fields of a saved story that were changed in another place alone."""
        base = began_from(self._base)
        if base is None or base.id != saved.id:
            return ()
        return joined(base, self.draft, saved).theirs

    def _ask(self, conflict: EditConflictError, *, leaving: bool) -> None:
        title = conflict.mine.title.strip()
        if conflict.present is None:
            question = f"“{title}” was removed from the bank while you were writing."
            answers: tuple[Answer, ...] = (_BACK,)
        else:
            question = f"“{title}” was changed in another place while you were writing."
            if conflict.both:
                question += f"\nYou both changed: {fields_named(conflict.both)}"
            answers = (_BOTH, _OVERWRITE, _DIFFERENCE)

        def answered(answer: str | None) -> None:
            self._settle(conflict, answer, leaving=leaving)

        self.app.push_screen(
            Confirm(self.session, question, answers, title="Changed meanwhile"), answered
        )

    def _settle(self, conflict: EditConflictError, answer: str | None, *, leaving: bool) -> None:
        if answer == "difference" and conflict.present is not None:
            self._show_difference(conflict, leaving=leaving)
        elif answer == "overwrite":
            self._try(lambda: stories.overwrite(self.session, conflict), leaving=leaving)
        elif answer in ("both", "back"):
            self._try(lambda: stories.keep_both(self.session, conflict), leaving=leaving)

    def _show_difference(self, conflict: EditConflictError, *, leaving: bool) -> None:
        from sesbank.tui.screens.difference import DifferenceScreen

        def seen(_result: object) -> None:
            self._ask(conflict, leaving=leaving)

        assert conflict.present is not None  # asked for only when there are two
        screen = DifferenceScreen(self.session, conflict.present, conflict.over)
        self.app.push_screen(screen, seen)

    def do_dialog_leave(self) -> None:
        """Leave, asking first when something is not saved."""
        if not self.unsaved:
            self._keeper.drop()
            self.dismiss(self._saved)
            return
        question = leaving_question(
            self.session,
            "This story has changes that are not saved.",
            save="Save and leave",
            discard="Leave without saving",
        )
        self.app.push_screen(question, self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "save":
            self._save(leaving=True)
        elif answer == "discard":
            self._keeper.drop()
            self.dismiss(self._saved)
