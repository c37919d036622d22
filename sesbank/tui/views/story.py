"""A story on the screen: its row in the list, and the whole of it to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from sesbank.domain.figures import Figure, FigureState, find_figures
from sesbank.domain.mapping import Strength
from sesbank.domain.story import PARTS, TOLD_PARTS, Outcome, Status, Story, Version
from sesbank.domain.text import word_count
from sesbank.tui.layout import GAP, Column, clock, dotted, row, unbroken
from sesbank.tui.plain import LIT, joined, lit, named, plain, plain_line, stands_as, together
from sesbank.tui.views.story_names import (
    OUTCOME_NAMES,
    PART_NAMES,
    STATUS_SIGNS,
    STRENGTH_NAMES,
    STRENGTH_SIGNS,
    mapping_name,
)

if TYPE_CHECKING:
    from sesbank.domain.framework_names import Names

Spans = Sequence[tuple[str, int, int]]
"""Words hit: part name or "title", start, end."""


_TITLE, _ORGANISATION, _YEAR, _FACTS = 58, 22, 4, 18
"""Cells of a row's columns; of a title, how many it keeps before there is room for more."""

_DATED = _TITLE + GAP + _YEAR + GAP + _FACTS
"""Cells from which a row says when as well."""

_WIDE = _DATED + GAP + _ORGANISATION
"""Cells from which it says where as well."""

_TIME = 4
"""Cells for the time to tell of all but very long stories."""


def story_row(story: Story, spans: Spans, width: int, pace: int, framework: str) -> Content:
    """Return a story's row: title with hits lit, ECQs, sign of what is missing, time to tell."""
    dim = story.status is Status.RETIRED
    title = lit(story.title, _of("title", spans), base="$muted" if dim else "")
    facts = _facts_at_the_end(story, pace, framework)
    if width < _DATED:
        return row(width, Column(title), Column(facts, facts.cell_length))
    year = Column(named((story.ended or story.started)[:4], "$muted"), _YEAR)
    at_the_end = Column(facts, _FACTS, right=True)
    if width < _WIDE:
        return row(width, Column(title), year, at_the_end)
    organisation = Column(plain_line(story.organisation, "$muted"), _ORGANISATION)
    return row(width, Column(title), organisation, year, at_the_end)


def _facts_at_the_end(story: Story, pace: int, framework: str) -> Content:
    """Return ECQs, sign and time close together, so that the title has all the other room."""
    mapped = dict.fromkeys(m.ecq for m in story.mapped_in(framework))
    sign = "!" if _lacks_parts(story) else STATUS_SIGNS[story.status]
    return _facts_said(" ".join(mapped), sign, story.seconds_to_tell(pace))


@lru_cache(1_000)  # Many stories share them, and a list draws thirty rows for a key.
def _facts_said(ecqs: str, sign: str, seconds: int) -> Content:
    # A word stands at the end where there is no time; a sign stays in line with the others.
    time = "" if not seconds and len(sign) > 1 else (clock(seconds) if seconds else "").rjust(_TIME)
    parts = [
        named(ecqs, "$secondary"),
        Content(sign).stylize("$warning" if sign == "!" else "$muted"),
        Content(time).stylize("$muted"),
    ]
    return joined([part for part in parts if part.plain], "  ")


def sign_meaning(story: Story) -> str:
    """Return what the sign in a story's row means, empty where it has none or is a word."""
    if _lacks_parts(story):
        return f"! still without {', '.join(story.missing_parts)}"
    return "… a draft" if story.status is Status.DRAFT else ""


def _lacks_parts(story: Story) -> bool:
    return bool(story.missing_parts) and story.status in (Status.DRAFT, Status.READY)


def story_title(story: Story, spans: Spans = ()) -> Content:
    """Return the title of a story's pane."""
    return lit(story.title, _of("title", spans), base="bold $primary")


def story_note(story: Story, pace: int) -> Content:
    """Return how a story stands and how long it takes to tell, where there is anything to tell."""
    seconds = story.seconds_to_tell(pace)
    return Content(story.status.value + (f" · {clock(seconds)} to tell" if seconds else ""))


def story_body(story: Story, spans: Spans, names: Names, framework: str) -> Content:
    """Return the whole of a story to read, with the words hit lit.

    `framework` is the id of the one in use: what the story shows in it comes first.
    """
    blocks = [_facts(story), _mappings(story, names, framework)]
    blocks += [_part(story, name, spans) for name in PARTS]
    if story.lesson.strip():
        blocks.append(_part(story, "lesson", spans))
    blocks += [_figures(story.figures), _rehearsed(story), _tags(story)]
    return joined([block for block in blocks if block.plain], "\n\n")


def told_body(told: Story | Version) -> Content:
    """Return title and told parts only, as any state of a story has them."""
    blocks = [plain_line(told.title, "bold $primary")]
    for name in TOLD_PARTS:
        text = str(getattr(told, name))
        if text.strip():
            blocks.append(joined([heading(PART_NAMES[name]), plain(text)]))
    return joined(blocks, "\n\n")


def part_text(story: Story, name: str, spans: Spans) -> Content:
    """Return the text of a part: figures in bold, hits lit."""
    text = story.part(name)
    content = lit(text, ())
    if stands_as(content, text):
        for figure in find_figures(text):
            content = content.stylize("bold", figure.start, figure.end)
        for start, end in _of(name, spans):
            content = content.stylize(LIT, start, end)
    return content


def heading(name: str, note: str = "", style: str = "bold $secondary") -> Content:
    """Return the heading of a block, with a quiet note behind it."""
    return together(
        Content(name.upper()).stylize(style), Content(f"  {note}" if note else "").stylize("$muted")
    )


def _of(name: str, spans: Spans) -> Iterable[tuple[int, int]]:
    return [(start, end) for part, start, end in spans if part == name]


def _facts(story: Story) -> Content:
    years = " to ".join(filter(None, (story.started, story.ended)))
    facts = [plain_line(each) for each in (story.role, story.organisation, story.grade_at_time)]
    facts.append(unbroken(plain_line(years)))
    if story.outcome is not Outcome.SUCCESS or story.result.strip():
        facts.append(Content(OUTCOME_NAMES[story.outcome]))
    # A note without a result has not ended in anything yet.
    return dotted(facts).stylize("$muted")


def _mappings(story: Story, names: Names, framework: str) -> Content:
    lines = []
    for mapping in sorted(
        story.mappings, key=lambda m: (m.framework != framework, m.strength.value)
    ):
        strength: Strength = mapping.strength
        line = together(
            Content(f"{STRENGTH_SIGNS[strength]} ").stylize("$primary"),
            named(mapping_name(mapping, names)),
            Content(f"  {STRENGTH_NAMES[strength]}").stylize("$muted"),
        )
        if mapping.framework != framework:
            name = names.framework(mapping.framework)
            line = dotted([line, unbroken(named(name, "$muted"))], "$muted")
        lines.append(line)
    if not lines:
        return Content("Not mapped yet: m maps it").stylize("$warning")
    return joined(lines)


def _part(story: Story, name: str, spans: Spans) -> Content:
    text = story.part(name)
    if not text.strip():
        return together(
            heading(PART_NAMES[name], style="$warning"),
            Content("  ! nothing here yet").stylize("$warning"),
        )
    head = heading(PART_NAMES[name], f"{word_count(text)} words")
    return joined([head, part_text(story, name, spans)])


def _figures(figures: Sequence[Figure]) -> Content:
    if not figures:
        return Content("")
    states = {
        FigureState.MEMORY: "from memory",
        FigureState.WITHHELD: "do not say",
        FigureState.UNCONFIRMED: "cannot confirm",
    }
    lines = [
        together(
            plain_line(figure.value, "bold"),
            Content(" "),
            plain_line(figure.counts),
            Content("  "),
            plain_line(
                states.get(figure.state, figure.state.value)
                + (f", {figure.where}" if figure.where else ""),
                "$muted",
            ),
        )
        for figure in figures
    ]
    return joined([heading("Figures"), *lines])


def _rehearsed(story: Story) -> Content:
    if not story.rehearsed:
        return Content("")
    from sesbank.tui.views.grades import progress  # few stories have any

    went, last = progress(story.rehearsed)
    return joined([together(heading("Rehearsed"), Content("  "), went), last])


def _tags(story: Story) -> Content:
    if not story.tags:
        return Content("")
    return plain_line("  ".join(f"#{tag}" for tag in story.tags), "$secondary")
