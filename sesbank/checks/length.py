"""Length: the time a story takes, and whether its shorter tellings keep to theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import Spot, Yardstick, check
from sesbank.checks.sources import OURS, RESUME_TIPS, STORY_LENGTH
from sesbank.domain.figures import find_figures
from sesbank.domain.findings import Severity
from sesbank.domain.retellings import (
    BULLET_WORDS,
    LENGTH_NAMES,
    MOST_SECONDS,
    Length,
    Retelling,
    words_for,
)
from sesbank.domain.story import Story
from sesbank.domain.text import word_count

SHORTEST, LONGEST, FAR_TOO_LONG = 90, 240, 360
"""Seconds to tell a story: from, to, and where it is an error."""

_OWN = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")


@check("LEN1", Severity.SHOULD, "too long or too short to tell", STORY_LENGTH)
def can_be_told(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """Told as it stands the story takes one and a half to four minutes."""
    seconds = story.seconds_to_tell(yardstick.words_a_minute)
    time = f"{seconds // 60}:{seconds % 60:02d} to tell"
    if seconds > LONGEST:
        grave = Severity.MUST if seconds > FAR_TOO_LONG else None
        yield Spot(f"{time}: a panel gives you 2 to 4 minutes.", severity=grave)
    elif seconds < SHORTEST and not story.missing_parts:
        yield Spot(f"{time}: under a minute and a half says little.")


@check("LEN2", Severity.SHOULD, "a telling longer than its name", STORY_LENGTH)
def tellings_keep_their_time(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """Each spoken telling fits its time, with a tenth to spare."""
    for told in story.retellings:
        if told.length is Length.BULLET:
            continue
        words, room = word_count(told.text), words_for(told.length, yardstick.words_a_minute)
        if words > room * 1.1:
            name, most = LENGTH_NAMES[told.length], MOST_SECONDS[told.length]
            seconds = round(words * 60 / yardstick.words_a_minute)
            yield Spot(f"The telling of {name} takes {seconds} seconds, not {most}.", _part(told))


@check("LEN3", Severity.SHOULD, "a resume bullet out of shape", RESUME_TIPS)
def bullet_is_one(story: Story, _: Yardstick) -> Iterator[Spot]:
    """A bullet has 25 to 45 words, a number, and no “I”."""
    told = story.retelling(Length.BULLET)
    if told is None or not told.text.strip():
        return
    least, most = BULLET_WORDS
    words = word_count(told.text)
    if not least <= words <= most:
        yield Spot(f"The resume bullet has {words} words; {least} to {most} is usual.", _part(told))
    if not any(find_figures(told.text, spelled=True)):
        yield Spot("The resume bullet has no number.", _part(told))
    found = _OWN.search(told.text)
    if found:
        hint = f"“{found.group()}” in a resume bullet: begin with the verb."
        yield Spot(hint, _part(told), *found.span())


@check("LEN4", Severity.SHOULD, "a telling of an older text", OURS)
def tellings_are_in_step(story: Story, _: Yardstick) -> Iterator[Spot]:
    """No telling says what the story no longer says."""
    for told in story.retellings:
        if story.moved_on_from(told):
            name = LENGTH_NAMES[told.length]
            hint = f"The story changed since its {name} telling was written: read it again."
            yield Spot(hint, _part(told))


def _part(told: Retelling) -> str:
    return f"retelling:{told.length.value}"


CHECKS = (can_be_told, tellings_keep_their_time, bullet_is_one, tellings_are_in_step)
