"""Bank, marked: what can be done with many stories at once, each time as one act."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from sesbank.domain.story import Status, Story
from sesbank.domain.text import counted
from sesbank.domain.trash import DAYS
from sesbank.session import bulk
from sesbank.tui.screens.bank_search import SearchingBank

_ABOUT_SOME = (
    "story.tag",
    "story.export",
    "story.mark",
    "story.mark-range",
    "story.mark-all",
    "story.mark-invert",
    "story.retire",
    "story.remove",
    "story.map",
)
"""Actions that need a story at hand or stories marked."""

_WITH_MARKS = ("story.map", "story.tag", "story.merge", "story.retire", "story.export")

_MOST_TITLES = 9
"""Stories whose titles can be chosen by a digit when they are merged."""


class MarkingBank(SearchingBank):
    """Marks stories and acts on those marked, or on the one at hand where none is."""

    @property
    def story(self) -> Story | None:
        """The story at hand."""
        return self.rows.current.story if self.rows.current else None

    @property
    def marked(self) -> list[Story]:
        """The stories that are marked."""
        known = self.session.bank.stories
        return [known[key] for key in self.rows.marked if key in known]

    @property
    def meant(self) -> list[Story]:
        """The stories an action is about: those marked, else the one at hand."""
        return self.marked or ([self.story] if self.story else [])

    @property
    def meant_ids(self) -> list[str]:
        """Their ids."""
        return [story.id for story in self.meant]

    @property
    def foremost(self) -> tuple[str, ...]:
        """The actions that the bottom line names first: with marks, what is done with them."""
        return _WITH_MARKS if self.marked else ()

    @property
    def none_here(self) -> str:
        """Why there is no story at hand, and what brings one."""
        if self.session.bank.stories:
            return "The search finds no story: Esc shows all of them again."
        return f"There is no story here: {self.key_of('story.new')} writes a new one."

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in _ABOUT_SOME and not self.meant:
            return self.none_here
        if action_id == "story.merge" and len(self.marked) < 2:
            mark = self.key_of("story.mark")
            return f"Mark the stories to merge first: {mark} marks one, two or more can be merged."
        if action_id == "story.unmark" and not self.marked:
            return "No story is marked."
        return super().why_not(action_id)

    def do_story_mark(self) -> None:
        """Mark the story at hand, or take its mark away."""
        self.rows.toggle()

    def do_story_mark_range(self) -> None:
        """Mark every story from the one marked last to this one."""
        self.rows.mark_to_here()

    def do_story_mark_all(self) -> None:
        """Mark every story shown."""
        self.rows.mark_all()

    def do_story_mark_invert(self) -> None:
        """Mark the stories shown that are not marked, and only those."""
        self.rows.invert()

    def do_story_unmark(self) -> None:
        """Let every mark go."""
        self.rows.unmark()

    def done(self, verb: str, names: str, changed: Iterable[str]) -> None:
        """Say what was done to which stories, and show the bank as it now is."""
        self.tell(
            f"{verb}: {names}. {self.undo_key} takes it back."
            if names
            else "Nothing had to change."
        )
        self.reload(partial(self.place.near, frozenset(changed)))

    def do_story_tag(self) -> None:
        """Tag the stories meant."""
        from sesbank.tui.screens.tagging import TagDialog

        ids = self.meant_ids

        def tag(line: str | None) -> None:
            if line is not None and line.strip():
                done = bulk.tag(self.session, ids, line)
                self.done(done.said, done.names, ids)

        self.app.push_screen(TagDialog(self.session, self.meant), self.guarded(tag))

    def do_story_export(self) -> None:
        """Write the stories meant into a file."""
        from sesbank.tui.screens.export import ExportDialog

        self.app.push_screen(ExportDialog(self.session, self.meant))

    def map_marked(self) -> None:
        """Map the stories marked to ECQs."""
        from sesbank.tui.screens.ecqs import EcqsDialog

        self.app.push_screen(EcqsDialog(self.session, self.meant_ids))

    def retire_marked(self) -> None:
        """Retire the stories marked."""
        ids = self.meant_ids
        self.done("Retired", bulk.set_status(self.session, ids, Status.RETIRED), ids)

    def remove_marked(self) -> None:
        """Remove the stories marked, after a question that names them."""
        from sesbank.tui.screens.confirm import Answer, Confirm

        ids = self.meant_ids

        def answered(answer: str | None) -> None:
            if answer == "remove":
                self.done("Removed", bulk.remove(self.session, ids), ids)

        removing = (Answer("n", "keep", "No, keep them"), Answer("r", "remove", "Remove them"))
        question = f"Remove {bulk.named(self.meant)}? They stay in the trash for {DAYS} days."
        self.app.push_screen(
            Confirm(self.session, question, removing, title="Remove"), self.guarded(answered)
        )

    def do_story_merge(self) -> None:
        """Make one story of those marked, under the title the person chooses."""
        from sesbank.tui.screens.confirm import Answer, Confirm

        meant = self.marked
        answers = [
            Answer(str(place), story.id, f"“{story.title}”")
            for place, story in enumerate(meant[:_MOST_TITLES], start=1)
        ]

        def chosen(into: str | None) -> None:
            if into is not None:
                one = bulk.merge(self.session, [story.id for story in meant], into)
                self.rows.unmark()
                names = bulk.named([story for story in meant if story.id != into])
                self.done(f"Merged into “{one.title}”", names, ())
                self.search(at=one.id)

        question = (
            f"Merge {counted(len(meant), 'story', 'stories')} into one, under which title? "
            "Every word is kept, and the others go to the trash."
        )
        self.app.push_screen(
            Confirm(self.session, question, answers, title="Merge"), self.guarded(chosen)
        )
