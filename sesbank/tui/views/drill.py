"""The drill on the screen: the question and a cue, the story part by part, the time it took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from sesbank.domain.story import Story
from sesbank.domain.telling_course import WHOLE, Course, shares, shares_taken
from sesbank.domain.text import counted
from sesbank.session.drilled import Shown
from sesbank.session.mock import Asked, unanswered
from sesbank.session.rehearsing import Due
from sesbank.tui.layout import clock
from sesbank.tui.plain import joined, named, plain, plain_line, together
from sesbank.tui.views.ask import counsel_block, cue
from sesbank.tui.views.grades import GRADE_SIGNS, last_line
from sesbank.tui.views.story import heading
from sesbank.tui.views.story_names import PART_NAMES

_BAR = 8
_NAMES = {**PART_NAMES, WHOLE: "Answer"}

Cues = Mapping[str, Sequence[str]]
"""What stands on the card of a story, by part."""


def before_body(shown: Shown, begins: str) -> Content:
    """Return the question with a cue only; `begins` is the key that begins to tell."""
    blocks = [plain_line(shown.due.question, "bold")]
    if shown.counsel:
        blocks.append(joined([heading("Asks for"), *map(counsel_block, shown.counsel)]))
    blocks.append(joined([heading("Cue", _of(shown)), *_cue_lines(shown)]))
    if shown.due.last:
        blocks.append(joined([heading("Last time"), last_line(shown.due.last)]))
    aloud = f"Think, then press {begins} and tell it aloud: the clock runs from there."
    return joined([*blocks, Content(aloud).stylize("$muted")], "\n\n")


def _of(shown: Shown) -> str:
    return f"story {shown.place + 1} of {shown.of}" if shown.of > 1 else ""


def _cue_lines(shown: Shown) -> Iterator[Content]:
    story = shown.story
    if story is not None:
        yield plain_line(story.title, "bold $primary")
        about = " · ".join(filter(None, (story.role, story.organisation)))
        if about:
            yield plain_line(about, "$muted")
    elif shown.looking:
        yield Content("looking for the story that answers …").stylize("$muted")
    else:
        yield Content("No story of the bank answers it with its own words.").stylize("$warning")


def telling_body(
    shown: Shown, course: Course, cues: Cues, further: Sequence[str] = (), *, keys: Sequence[str]
) -> Content:
    """Return the question over the parts told so far and the present one, as cues.

    `further` is what the panel goes on to ask behind them. `keys` are those of the grades, worst
    first, and the one that leaves the question out.
    """
    blocks = [plain_line(shown.due.question, "bold")]
    if shown.story is not None:
        blocks.append(plain_line(shown.story.title, "bold $primary"))
    told = len(course.ends)
    for place, step in enumerate(course.steps[: told + 1]):
        sign = Content("▸ " if place == told else "✓ ").stylize("bold $primary")
        lines = list(_cues_of(step, cues))
        blocks.append(joined([together(sign, heading(_NAMES[step])), *lines]))
    if further:
        lines = list(map(cue, further))
        blocks.append(joined([heading("The panel goes on", "answer aloud"), *lines]))
    if course.over:
        blocks.append(_asking_how(shown, keys))
    return joined(blocks, "\n\n")


def _cues_of(step: str, cues: Cues) -> Iterator[Content]:
    for name in cues if step == WHOLE else (step,):
        yield from map(cue, cues.get(name, ()))


def _asking_how(shown: Shown, keys: Sequence[str]) -> Content:
    if shown.story is None:
        none = f"No story was told, so there is nothing to note it with: {keys[-1]} goes on."
        return Content(none).stylize("$warning")
    offered = [
        together(Content(f"{key} ").stylize("bold $key"), Content(f"{sign} {went.value}"))
        for key, (went, sign) in zip(keys, GRADE_SIGNS.items(), strict=False)
    ]
    return joined([heading("How did it go?"), joined(offered, "   ")])


def times_body(course: Course | None, story: Story | None, pace: int, now: float) -> Content:
    """Return the seconds of each part, its share, and the share that the story's text suggests."""
    text = shares(story) if story else {}
    parts = course.parts(now)[: len(course.ends)] if course else ()
    taken = {each.part: each.seconds for each in parts}
    # Before the end no share is known: of one part told it would be all.
    percent = shares_taken(parts) if course and course.over else {}
    steps = course.steps if course else tuple(name for name, share in text.items() if share)
    lines = [_time_line(step, taken.get(step), percent.get(step), text) for step in steps]
    if story is not None and story.words:
        total = f"The text takes {clock(story.seconds_to_tell(pace))} to tell."
        lines += [Content(""), Content(total).stylize("$muted")]
    return joined(lines)


def _time_line(
    step: str, seconds: int | None, percent: int | None, text: Mapping[str, int]
) -> Content:
    filled = min(round((percent or 0) * _BAR / 100), _BAR)
    took = Content(
        ("" if seconds is None else clock(seconds)).rjust(6)
        + ("" if percent is None else f"{percent}%").rjust(5)
        + " "
    )
    suggested = f"  text {text[step]:>3}%" if step in text else ""
    return together(
        Content(f"{_NAMES[step]:<10}"),
        took,
        Content("━" * filled).stylize("$primary"),
        Content("─" * (_BAR - filled)).stylize("$rule"),
        Content(suggested).stylize("$muted"),
    )


def head_line(place: str, due: Due | None, course: Course | None, now: float) -> Content:
    """Return the first line: where one is, and the clock."""
    parts = [Content(f" {place}").stylize("bold $primary")]
    if due is not None:
        parts.append(named(due.kind or "beside the ECQs", "$secondary"))
    if course is not None:
        if not course.over:
            current = course.parts(now)[-1]
            said = f"{_NAMES[current.part]} {clock(current.seconds)}"
            parts.append(Content(said).stylize("bold"))
        parts.append(Content(f"{clock(course.seconds(now))} told"))
    return joined(parts, " · ")


def summary_body(asked: Sequence[Asked], names: Mapping[str, str]) -> Content:
    """Return what came of all that was asked: times, grades, ECQs without an answer."""
    answers = [each.answer for each in asked if each.answer]
    told = clock(sum(answer.seconds for answer in answers))
    head = f"{len(answers)} of {counted(len(asked), 'question')} answered in {told}"
    missing = unanswered(asked)
    blocks = [plain(head, "bold")]
    if missing:
        said = ", ".join(names.get(code, code) for code in missing)
        blocks.append(joined([heading("Without an answer", style="bold $warning"), named(said)]))
    blocks.append(joined(_summed(asked), "\n\n"))
    return joined([*blocks, Content("Esc leaves").stylize("$muted")], "\n\n")


def _summed(asked: Sequence[Asked]) -> Iterable[Content]:
    for number, each in enumerate(asked, 1):
        first = together(Content(f"{number} "), named(each.due.kind), Content("  ")).stylize(
            "$secondary"
        )
        lines = [together(first, plain_line(each.due.question))]
        if each.answer is None:
            lines.append(Content("  no answer").stylize("$warning"))
        else:
            lines.append(together(Content("  "), last_line(each.answer)))
        if each.title:
            lines.append(together(Content("  "), plain_line(each.title, "$muted")))
        yield joined(lines)
