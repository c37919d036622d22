"""Rail: what the editor tells while one writes: words, share, time, figures, ECQs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sesbank.domain.evidence import BY_WORDING, EcqGuess
from sesbank.domain.findings import Finding
from sesbank.domain.framework_names import Names
from sesbank.domain.noting import all_figures
from sesbank.domain.story import PARTS, Status, Story
from sesbank.domain.text import counted, word_count
from sesbank.tui.layout import clock
from sesbank.tui.plain import joined, named, plain_line, together
from sesbank.tui.views.figures import figure_lines
from sesbank.tui.views.findings import counts, finding_lines
from sesbank.tui.views.retellings import length_lines
from sesbank.tui.views.story import heading
from sesbank.tui.views.story_names import PART_NAMES, STRENGTH_SIGNS, mapping_name

_BAR = 10
"""Cells of a share bar."""

_LOOKING = Content("looking …").stylize("$muted")
"""Stands where nothing is worked out yet, so that nothing is said that is not known."""

_IN_INBOX = "no checks in the inbox"
_SHOWN_CUES = 4
_SHOWN_FIGURES = 8
_SHOWN_FINDINGS = 5


def share(story: Story, name: str) -> int:
    """Return a part's share of the words in percent."""
    return round(100 * word_count(story.part(name)) / story.words) if story.words else 0


def part_note(story: Story, name: str) -> str:
    """Return words and share of a part: "42 words · 23%"."""
    words = word_count(story.part(name))
    if not words or name not in PARTS:
        return counted(words, "word") if words else ""
    return f"{counted(words, 'word')} · {share(story, name)}%"


def told_in(story: Story, pace: int) -> str:
    """Return how long the story is: "182 words · 1:18 to tell"."""
    return f"{counted(story.words, 'word')} · {clock(story.seconds_to_tell(pace))} to tell"


def rail(
    story: Story,
    pace: int,
    names: Names,
    *,
    framework: str,
    guesses: Sequence[EcqGuess] | None = None,
    findings: Sequence[Finding] | None = None,
) -> Content:
    """Return the whole rail; guesses and findings are None until they are worked out.

    `framework` is the id of the one that the guesses are of.
    """
    blocks = [
        joined([heading("Telling"), Content(told_in(story, pace)), *_shares(story)]),
        joined([heading("Checks"), *_checks(story, findings)]),
        joined([heading("Figures"), *figure_lines(all_figures(story), _SHOWN_FIGURES)]),
        joined([heading("Mapped"), *_mapped(story, names)]),
        joined([heading("Seems to show"), *guess_lines(guesses, story, framework)]),
        joined([heading("In other lengths"), *length_lines(story, pace)]),
    ]
    return joined(blocks, "\n\n")


def unmapped_guesses(
    guesses: Sequence[EcqGuess] | None, story: Story, framework: str
) -> tuple[EcqGuess, ...]:
    """Return the suggestions the story is not mapped to yet in their framework, best first."""
    mapped = {m.ecq for m in story.mapped_in(framework)}
    return tuple(guess for guess in guesses or () if guess.code not in mapped)


def _checks(story: Story, findings: Sequence[Finding] | None) -> list[Content]:
    if story.status is Status.INBOX:
        return [
            Content(f"{_IN_INBOX}:").stylize("$muted"),
            Content("Status, last on the form, ends it").stylize("$muted"),
        ]
    return [_LOOKING] if findings is None else finding_lines(findings, _SHOWN_FINDINGS)


def checks_note(story: Story, findings: Sequence[Finding] | None) -> Content:
    """Return what the checks found in a few words, for the line below the form."""
    if story.status is Status.INBOX:
        return Content(_IN_INBOX)
    return _LOOKING if findings is None else counts(findings)


def guess_lines(guesses: Sequence[EcqGuess] | None, story: Story, framework: str) -> list[Content]:
    """Return the suggested ECQs with the words that suggest them."""
    if guesses is None:
        return [_LOOKING]
    mapped = {m.ecq for m in story.mapped_in(framework)}
    lines = []
    for guess in guesses:
        done = guess.code in mapped
        lines.append(
            together(
                Content("✓ " if done else "+ ").stylize("$success" if done else "$key"),
                named(guess.name, "" if done else "bold"),
            ),
        )
        lines.append(cue_line(guess.cues, "  "))
    return lines or [Content("nothing yet: go on writing").stylize("$muted")]


def told_by(guess: EcqGuess) -> str:
    """Return what suggests an ECQ, for a sentence: on a small screen the rail is not in sight."""
    quoted = ", ".join(f"“{cue}”" for cue in guess.cues[:_SHOWN_CUES])
    return f"for {quoted}" if quoted else BY_WORDING


def cue_line(cues: Sequence[str], before: str = "") -> Content:
    """Return the words that tell, in quotation marks."""
    quoted = ", ".join(f"“{cue}”" for cue in cues[:_SHOWN_CUES])
    return together(Content(before), plain_line(quoted, "italic $muted"))


def _shares(story: Story) -> list[Content]:
    lines = []
    for name in PARTS:
        percent = share(story, name)
        filled = min(round(percent * _BAR / 100), _BAR)
        lines.append(
            together(
                Content(f"{PART_NAMES[name]:<10}"),
                Content("━" * filled).stylize("$primary"),
                Content("─" * (_BAR - filled)).stylize("$rule"),
                Content(f" {percent:>3}%").stylize("$muted"),
            ),
        )
    return lines


def _mapped(story: Story, names: Names) -> list[Content]:
    lines = [
        together(
            Content(f"{STRENGTH_SIGNS[m.strength]} ").stylize("$primary"),
            plain_line(mapping_name(m, names)),
        )
        for m in story.mappings
    ]
    return lines or [Content("not yet").stylize("$muted")]
