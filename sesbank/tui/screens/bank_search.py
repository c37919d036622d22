"""Bank, searched: the list, the line above it, what may complete it, and searches kept by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.filters import Query, read_query
from sesbank.domain.story import Status
from sesbank.domain.text import clean_line
from sesbank.session import Session, stories
from sesbank.tui.plain import NOTHING, joined, named, plain_line, sentence, together
from sesbank.tui.screens.completing import Completing
from sesbank.tui.views.story import sign_meaning, story_row
from sesbank.tui.widgets.completions import Completions
from sesbank.tui.widgets.fields import Line
from sesbank.tui.widgets.marks import MarkList

if TYPE_CHECKING:
    from sesbank.domain.completion import Completion, Values
    from sesbank.finding import Found
    from sesbank.tui.screens.bank_place import Place

Going: TypeAlias = Callable[[Sequence[str]], str]
"""Returns the id of the story to go to, of those that are found."""

_PROMPT = "find: words, or ecq:AR  tag:  org:  has:number  after:2020  sort:title"
_NO_STORIES = (
    "No stories yet.\nPress {new} to write the first one, {capture} to keep a line of it for "
    "later,\nor {bring} to bring in what you have: Word, Markdown, CSV or JSON files."
)
_NOTHING_FOUND = "No story answers this search.\nEsc shows them all again."

INBOX = f"status:{Status.INBOX.value}"
"""The search that shows the inbox."""


class SearchingBank(Completing):
    """The list of stories and how it is searched."""

    ENTER = "story.found"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._values: Values | None = None
        self._said: tuple[str, str, str] | None = None

    def search_bar(self) -> ComposeResult:
        """Lay out the search line."""
        with Horizontal(id="find"):
            yield Static(Content("/"), id="find-sign")
            yield Line(prompt=_PROMPT, id="find-line")
            yield Static(NOTHING, id="find-count")
        yield Completions()

    def story_list(self) -> MarkList[Found]:
        """Return the list, to be laid out."""
        rows: MarkList[Found] = MarkList(
            self._paint,
            lambda found: found.story.id,
            drawn_from=self._drawn_from,
            id="stories",
            classes="first",
        )
        rows.entitle(Content("Stories"), NOTHING)
        return rows

    def _paint(self, found: Found, width: int) -> Content:
        pace, framework = self.session.settings.words_a_minute, self.session.framework_id
        return story_row(found.story, found.title_spans, width, pace, framework)

    def _drawn_from(self, found: Found) -> tuple[object, ...]:
        pace, framework = self.session.settings.words_a_minute, self.session.framework_id
        return found.story, found.title_spans, pace, framework

    @property
    def rows(self) -> MarkList[Found]:
        """The list."""
        return self.query_one("#stories", MarkList)

    @property
    def line(self) -> Line:
        """The search line."""
        return self.query_one("#find-line", Line)

    def reload(self, going: Going | None = None) -> None:
        """Show what the search line asks for."""
        self._values = None
        self.rows.keep_only(self.session.bank.stories)
        self.search(going=going)

    @property
    def place(self) -> Place:
        """Where in the list one is."""
        from sesbank.tui.screens.bank_place import Place

        return Place([found.story.id for found in self.rows.rows], self.rows.cursor)

    def search(self, *, at: str = "", first: bool = False, going: Going | None = None) -> None:
        """Search for the line and show what is found, at a story where one is named.

        `going` names it by the ids found.
        """
        line = self.line.value
        found = stories.find(self.session, line)
        if going is not None:
            at = going([each.story.id for each in found])
        self.rows.empty = _NOTHING_FOUND if line.strip() else self._no_stories()
        self.rows.show(found, at=at, first=first)
        self.say_where(len(found))

    def _no_stories(self) -> str:
        """Return what to do first in an empty bank, by the keys there are for it."""
        named = {"new": "story.new", "capture": "app.capture", "bring": "app.bring"}
        first = {what: self.key_of(each) for what, each in named.items()}
        return _NO_STORIES.format(**first)

    def say_where(self, found: int) -> None:
        """Say in words what is shown, how many, how many are marked, and what is wrong."""
        query, total = read_query(self.line.value), len(self.session.bank.stories)
        marked = len(self.rows.marked)
        asked = bool(self.line.value.strip())
        counts = [named(f"{found:,} of {total:,}", "$muted")] if asked else []
        if marked:
            counts.append(named(f"{marked:,} marked", "bold $warning"))
        back = "Esc lets the marks go" if marked else "Esc shows all again" if asked else ""
        here = self.rows.current
        said = " · ".join(filter(None, (sign_meaning(here.story) if here else "", back)))
        self._say(joined(counts, " · "), self._crumbs(query, f"{found:,} of {total:,}"), said)

    def _say(self, count: Content, title: Content, back: str) -> None:
        # Only what is new: each of these draws its widget, or lays out the screen.
        said = (count.markup, title.markup, back)
        if said != self._said:
            self._said = said
            line = self.query_one("#find-count", Static)
            line.display = bool(count.plain)
            line.update(count, layout=False)
            self.rows.entitle(title, Content(back))

    def _crumbs(self, query: Query, count: str) -> Content:
        if query.problems:
            return sentence(query.problems[0], "$warning")
        if not query.conditions and not query.words and not query.sort:
            return named("Stories")
        from sesbank.tui.views.search import crumbs

        said = crumbs(query, self.session.frameworks, self.session.framework_id)
        return (
            together(plain_line(said), Content(" · "), named(count)) if said else named("Stories")
        )

    def find(self, line: str) -> None:
        """Search for a line that another screen gives."""
        self.line.value = line
        self.rows.focus()

    @on(Input.Changed, "#find-line")
    def _typed(self) -> None:
        self.search(first=bool(self.line.value))

    def ways_on(self, line: str, cursor: int) -> Sequence[Completion]:
        """Return how a search may go on: fields, and the values the bank has of them."""
        from sesbank.domain.completion import LEAST, completions
        from sesbank.session import searches

        if ":" not in line and len(line) < LEAST:
            return ()
        if self._values is None:
            self._values = searches.values(self.session)
        return completions(line, cursor, self._values)

    def go_below(self) -> None:
        """Go into the list."""
        self.rows.focus()

    @on(Input.Submitted, "#find-line")
    def _searched(self) -> None:
        self.rows.focus()

    async def do_story_find(self) -> None:
        """Go to the search line."""
        self.remove_class("-detail")
        self.line.focus()

    def do_story_found(self) -> None:
        """Go to the first story found."""
        self.rows.focus()

    def do_story_inbox(self) -> None:
        """Show what was captured and is still to be written."""
        self.find(INBOX)

    def do_search_save(self) -> None:
        """Keep the search under a name."""
        from sesbank.session import searches
        from sesbank.tui.screens.one_line import OneLine

        line = self.line.value

        def named(name: str | None) -> None:
            if not name:
                return
            there = searches.replaced(self.session, name, line)
            if there:
                self._ask_to_replace(clean_line(name), there, clean_line(line))
            else:
                self._keep_search(name, line)

        self.app.push_screen(
            OneLine(
                self.session,
                "Keep this search under which name?",
                "a few words",
                title="Keep a search",
                fits=searches.tidy_name,
            ),
            self.guarded(named),
        )

    def _ask_to_replace(self, name: str, there: str, line: str) -> None:
        from sesbank.tui.screens.confirm import Answer, Confirm

        def answered(answer: str | None) -> None:
            if answer == "replace":
                self._keep_search(name, line)

        answers = (Answer("n", "keep", "No, keep that one"), Answer("r", "replace", "Replace it"))
        question = f"A search is kept as “{name}” already: “{there}”. Replace it by “{line}”?"
        confirm = Confirm(self.session, question, answers, title="Keep a search")
        self.app.push_screen(confirm, self.guarded(answered))

    def _keep_search(self, name: str, line: str) -> None:
        from sesbank.session import searches

        self.tell(f"Kept: the search “{searches.save(self.session, name, line)}”")

    def do_search_saved(self) -> None:
        """Show the searches kept, to use one of them again or drop it."""
        from sesbank.tui.screens.searches import SearchesDialog

        def chosen(line: str | None) -> None:
            if line is not None:
                self.find(line)

        self.app.push_screen(SearchesDialog(self.session), chosen)

    def called(self, action_id: str) -> str:
        """Return what the bottom line calls an action here: a search that is typed can be kept."""
        typed = self.focused is self.line and bool(self.line.value.strip())
        return "Keep" if action_id == "search.save" and typed else ""

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id == "search.save" and not self.line.value.strip():
            return f"There is no search to keep: {self.key_of('story.find')} starts one."
        return super().why_not(action_id)
