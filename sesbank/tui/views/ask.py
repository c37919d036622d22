"""A question on the screen: what it probes, the words to weave in, the story to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from sesbank.domain.evidence import (
    BY_WORDING,
    EcqGuess,
    QuestionPart,
    QuestionReading,
    StoryMatch,
)
from sesbank.domain.figures import find_figures
from sesbank.domain.question_kinds import KIND_NAMES
from sesbank.domain.story import PARTS, Story, Telling
from sesbank.session.counsel import Counsel
from sesbank.tui.layout import NO_BREAK, Column, clock, dotted, fitted, row, unbroken
from sesbank.tui.plain import joined, lit, named, plain, plain_line, stands_as, together
from sesbank.tui.views.evidence import why
from sesbank.tui.views.match_names import VERDICT_STYLES
from sesbank.tui.views.rail import cue_line
from sesbank.tui.views.story import heading
from sesbank.tui.views.story_names import PART_NAMES

_EXAMPLES = (
    "Tell us about a change you led that people resisted. What did you do?",
    "Describe a conflict you settled, and your own part in it.",
    "Which result are you proudest of, and how was it measured?",
)
"""Questions of the kind that panels ask, to begin with."""

_NAME_IN_BRIEF = 44
"""Cells of an ECQ's name where what is probed has a few lines: beside it stand the words."""


def part_row(part: QuestionPart, question: str, width: int, *, ticked: bool) -> Content:
    """Return a part of the question with its tick."""
    sign = Content("☑ " if ticked else "☐ ").stylize("bold $primary")
    return row(
        width, Column(together(sign, plain_line(part.alone(question), "$muted" if ticked else "")))
    )


def reading_body(
    reading: QuestionReading, woven: Sequence[tuple[str, bool]], answers: Iterable[Counsel] = ()
) -> Content:
    """Return what a question probes with the words that tell, and the words to weave in.

    How to answer what asks for more than a story comes first.
    """
    kinds = list(map(counsel_block, answers))
    blocks = [joined([heading("Asks for"), *kinds])] if kinds else []
    blocks.append(joined([Content("ECQs").stylize("bold $secondary"), *_ecqs(reading)]))
    if reading.competencies:
        names = dotted(unbroken(named(guess.name)) for guess in reading.competencies[:4])
        blocks.append(joined([heading("Competencies"), names]))
    if woven:
        words = [_word(word, said) for word, said in woven]
        blocks.append(joined([heading("Weave in", "✓ the story says it"), joined(words)]))
    return joined(blocks, "\n\n")


def reading_brief(
    reading: QuestionReading, woven: Sequence[tuple[str, bool]], answers: Iterable[Counsel] = ()
) -> Content:
    """Return the same in a few lines, for a small screen: how to answer comes last there."""
    asked = tuple(answers)
    probes = [
        together(_guessed(guess, most=_NAME_IN_BRIEF), Content(" "), _told_by(guess, most=2))
        for guess in reading.ecqs[:2]
    ]
    lines = [counsel_line(answer) for answer in asked]
    lines.extend([joined(probes, "  ")] if probes else list(_ecqs(reading)))
    if woven:
        words = joined([_word(word, said) for word, said in woven], "  ")
        lines.append(together(heading("Weave in"), Content("  "), words))
    return joined([*lines, *(line for answer in asked for line in _how(answer))])


def _ecqs(reading: QuestionReading) -> Iterator[Content]:
    if not reading.ecqs:
        none = "no ECQ" if reading.asks_no_ecq else "no word of it tells an ECQ"
        yield Content(none).stylize("$muted")
    for guess in reading.ecqs[:3]:
        yield _guessed(guess)
        yield together(Content("  "), _told_by(guess))


def _guessed(guess: EcqGuess, *, most: int = 0) -> Content:
    """Return how sure an ECQ is, and behind it the name, in at most so many cells.

    In this order: official names are long, and a share pushed into the next line by one would
    stand there alone.
    """
    name = named(guess.name, "bold")
    share = Content(f"{guess.score:.0%}{NO_BREAK}").stylize("$muted")
    return together(share, fitted(name, most) if most else name)


def _told_by(guess: EcqGuess, most: int | None = None) -> Content:
    """Return the words that tell an ECQ, or that its wording does."""
    return cue_line(guess.cues[:most]) if guess.cues else Content(BY_WORDING).stylize("$muted")


def counsel_line(answer: Counsel) -> Content:
    """Return what kind of answer is asked for, in a line: the name and the words that tell."""
    return together(
        Content(KIND_NAMES[answer.kind]).stylize("bold $primary"),
        Content(" "),
        cue_line(answer.told_by[:2]),
    )


def counsel_block(answer: Counsel) -> Content:
    """Return how to answer what asks for more than a story, and what is kept for it."""
    return joined([counsel_line(answer), *_how(answer)])


def _how(answer: Counsel) -> Iterator[Content]:
    yield plain(answer.advice)
    if answer.setback:
        told = Content(" tells of a setback or of feedback: tell it short, and what you changed.")
        yield together(Content("› ").stylize("$muted"), plain_line(answer.setback, "bold"), told)
    for kept in answer.kept:
        yield together(Content("› ").stylize("$muted"), plain_line(kept))
    if answer.to_keep is not None:
        where = f"{answer.to_keep.said} kept on a vacancy's sheet, under Interview."
        yield Content(where).stylize("$muted")


def answers_card(answers: Iterable[Counsel]) -> Content:
    """Return the card of a question that no story answers."""
    return joined([heading("Asks for"), *map(counsel_block, answers)])


def _word(word: str, said: bool) -> Content:
    """Return a word with its sign, which no line's end parts from it."""
    sign, style = ("✓", "$success") if said else ("+", "bold $key")
    named_so = plain_line(word, "" if said else "bold")
    return together(Content(f"{sign}{NO_BREAK}").stylize(style), named_so)


def card_title(
    place: int, reading: QuestionReading, match: StoryMatch, heard: Telling | None
) -> Content:
    """Return the title line of a cue card, with when the panel heard it.

    While stories are still read closely it says so: another one may come first yet.
    """
    title = together(
        Content(f"{place} of {len(reading.stories)} ").stylize("$muted"),
        Content(match.verdict.value).stylize(VERDICT_STYLES[match.verdict]),
        Content(f" {match.score:.2f}"),
        Content("" if reading.settled else " · still reading").stylize("$muted"),
    )
    if heard is None:
        return title
    return together(title, Content(" · "), plain_line(f"heard on {heard.day}", "bold $warning"))


def card_body(
    story: Story, match: StoryMatch, pace: int, cues: Mapping[str, Sequence[str]]
) -> Content:
    """Return a story as a cue card: few large plain lines by part, then why it was chosen."""
    title = joined(
        [
            plain_line(story.title, "bold $primary"),
            Content(clock(story.seconds_to_tell(pace)) + " to tell").stylize("$muted"),
        ],
    )
    blocks = [title]
    for name in PARTS:
        if lines := cues.get(name):
            blocks.append(joined([heading(PART_NAMES[name]), *map(cue, lines)]))
    blocks.append(why(match.reasons))
    return joined(blocks, "\n\n")


def cue(sentence: str) -> Content:
    """Return a line of a cue card, its figures in bold."""
    content = lit(sentence, ())
    if stands_as(content, sentence):
        for figure in find_figures(sentence):
            content = content.stylize("bold", figure.start, figure.end)
    return together(Content("› ").stylize("$muted"), content)


def still_reading() -> Content:
    """Return what to say when no story was read closely yet."""
    return plain("Still reading your stories.", "$muted")


def nothing_fits(answers: Iterable[Counsel] = ()) -> Content:
    """Return what to say when no story has evidence: what fits instead, by kinds of answers."""
    instead = [plain(answer.instead) for answer in answers if answer.instead]
    if instead:
        return joined([heading("Instead of a story"), *instead])
    return joined(
        [
            plain("No story of the bank answers this question with its own words.", "$warning"),
            plain("Tell the nearest one you have and say what you would do.", "$muted"),
        ],
    )


def before_asking() -> tuple[Content, Content]:
    """Return what the panes say before there is a question: what will stand there, and how."""
    reading = Content("The ECQs and competencies it asks about, and the words that tell.")
    reading = reading.stylize("$muted")
    examples = joined([Content(f"› {question}") for question in _EXAMPLES])
    keys = [
        together(Content(f"{key:5}").stylize("bold $key"), Content(does))
        for key, does in (
            ("^n", "the next best story"),
            ("^t", "notes it as told"),
            ("Esc", "leaves the field; then"),
            ("  x", "gives a question to practice"),
            ("  v", "names the panel"),
        )
    ]
    card = [
        Content("The story that answers stands here while you type, as cues to tell it by."),
        joined([heading("Questions as panels ask them"), examples]),
        joined([heading("Keys"), *keys]),
    ]
    return reading, joined(card, "\n\n")
