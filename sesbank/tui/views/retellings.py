"""Retellings on the screen: how each length stands, and its text."""

from __future__ import annotations

from textual.content import Content

from sesbank.domain.retellings import LENGTH_NAMES, LENGTHS, MOST_SECONDS, Length, words_for
from sesbank.domain.story import Story
from sesbank.domain.text import counted, word_count
from sesbank.tui.layout import Column, clock, row
from sesbank.tui.plain import joined, plain, together
from sesbank.tui.views.story import heading

MOVED_ON = "! the story moved on"


def length_row(story: Story, length: Length, pace: int, width: int) -> Content:
    """Return a length's row: name, words and time, and whether it is in step."""
    name = Content(f"{LENGTH_NAMES[length]:<14}")
    return row(width, Column(name, 14), Column(length_note(story, length, pace)))


def length_note(story: Story, length: Length, pace: int) -> Content:
    """Return how a retelling stands: its words and time, too long, in step."""
    told = story.retelling(length)
    if told is None or not told.text.strip():
        return Content(f"not written, room for {words_for(length, pace)} words").stylize("$muted")
    words = word_count(told.text)
    parts = [Content(_measure(words, length, pace))]
    if words > words_for(length, pace) * 1.1:
        parts.append(Content("! too long").stylize("$warning"))
    if story.moved_on_from(told):
        parts.append(Content(MOVED_ON).stylize("$warning"))
    else:
        parts.append(Content("in step").stylize("$muted"))
    return joined(parts, " · ")


def _measure(words: int, length: Length, pace: int) -> str:
    if length not in MOST_SECONDS:
        return counted(words, "word")
    return f"{counted(words, 'word')} · {clock(round(words * 60 / pace))}"


def length_lines(story: Story, pace: int) -> list[Content]:
    """Return the lengths for the rail, a line each; those not written in one line together."""
    lines = [
        together(Content(f"{LENGTH_NAMES[each]:<14}"), length_note(story, each, pace))
        for each in LENGTHS
        if story.retelling(each)
    ]
    missing = [LENGTH_NAMES[each] for each in LENGTHS if not story.retelling(each)]
    if missing:
        lines.append(Content(f"not written: {', '.join(missing)}").stylize("$muted"))
    return lines


def retelling_blocks(story: Story, pace: int) -> list[Content]:
    """Return each retelling to read, under its name and how it stands."""
    return [
        joined(
            [
                together(
                    heading(LENGTH_NAMES[told.length]),
                    Content("  "),
                    length_note(story, told.length, pace),
                ),
                plain(told.text),
            ]
        )
        for told in story.retellings
        if told.text.strip()
    ]
