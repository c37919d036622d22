"""Structure: all four parts, an own step by step in the middle, a result that says something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import LEAST_WORDS, WRITTEN, Spot, Yardstick, check
from sesbank.checks.sources import OPM_GUIDE, OPM_TIPS, QRB_ADVICE, REJECTIONS
from sesbank.domain.figures import find_figures
from sesbank.domain.findings import Severity
from sesbank.domain.sentences import sentences
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import word_count

_FEWEST_ACTIONS = 3
_MOST_SETUP, _LEAST_ACTION, _LEAST_RESULT = 40, 30, 15
"""Percent of the words."""

_DUTY = re.compile(
    r"\s*(?:I (?:was|am) )?(?:responsible for|tasked with|in charge of|my (?:duties|role|job)\b)",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:zero|none|nobody|no one|no longer|award(?:ed)?|prize|first time|on time"
    r"|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


@check("S01", Severity.MUST, "a CCAR part is missing", OPM_GUIDE)
def parts_are_there(story: Story, _: Yardstick) -> Iterator[Spot]:
    """All four parts say something."""
    if story.unsplit:
        yield Spot("The text came in one piece: move it into its four parts.", "action")
        return
    for name in PARTS:
        words = word_count(story.part(name))
        if not words:
            yield Spot(f"{name.capitalize()} is empty.", name)
        elif words < LEAST_WORDS:
            yield Spot(f"{name.capitalize()} has {words} words: say more.", name)


@check("S02", Severity.SHOULD, "a duty where the challenge belongs", OPM_GUIDE)
def challenge_is_no_duty(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The challenge names a problem or a goal, not what the job was."""
    found = _DUTY.match(story.challenge)
    if found:
        yield Spot(
            "Begin with what was wrong or had to be reached, not with the job.",
            "challenge",
            *found.span(),
        )


@check("S03", Severity.SHOULD, "the context has no size", OPM_GUIDE)
def context_has_figures(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The context says how many people, how much money, how many places."""
    text = story.context
    if word_count(text) >= LEAST_WORDS and not any(find_figures(text, spelled=True)):
        yield Spot("How many people, how much money, how many offices?", "context")


@check("S04", Severity.SHOULD, "few actions", QRB_ADVICE)
def several_actions(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action has at least three steps."""
    if word_count(story.action) < LEAST_WORDS:
        return
    steps = sum(1 for _ in sentences(story.action))
    if steps < _FEWEST_ACTIONS:
        said = "one step" if steps == 1 else f"{steps} steps"
        yield Spot(f"Only {said}: what did you do first, next, last?", "action")


@check("S05", Severity.MUST, "a result without a number", REJECTIONS)
def result_is_specific(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The result has a number, a date, or a plain before and after."""
    text = story.result
    if word_count(text) < LEAST_WORDS:
        return
    if not any(find_figures(text, spelled=True)) and not _OUTCOME.search(text):
        yield Spot("By how much, from what to what, by when?", "result")


@check("S07", Severity.SHOULD, "too much set-up", QRB_ADVICE)
def setup_is_short(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Challenge and context together stay within their share."""
    setup = _share(story, "challenge") + _share(story, "context")
    if story.action.strip() and setup > _MOST_SETUP:
        yield Spot(
            f"Challenge and context are {setup:.0f}% of the words; {_MOST_SETUP}% is plenty.",
            "challenge",
        )


@check("S10", Severity.SHOULD, "little about what you did", QRB_ADVICE)
def action_is_long_enough(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action gets its share of the words."""
    share = _share(story, "action")
    if story.action.strip() and 0 < share < _LEAST_ACTION:
        yield Spot(f"Action is {share:.0f}% of the words; 40 to 50% is usual.", "action")


@check("S11", Severity.SHOULD, "little about the result", OPM_TIPS)
def result_is_long_enough(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The result gets its share of the words."""
    share = _share(story, "result")
    if story.result.strip() and 0 < share < _LEAST_RESULT:
        yield Spot(
            f"Result is {share:.0f}% of the words; at least {_LEAST_RESULT}% is usual.", "result"
        )


def _share(story: Story, name: str) -> float:
    """Return a part's share in percent; 0 while the story is too short to weigh."""
    return 100 * word_count(story.part(name)) / story.words if story.words >= WRITTEN else 0.0


CHECKS = (
    parts_are_there,
    challenge_is_no_duty,
    context_has_figures,
    several_actions,
    result_is_specific,
    setup_is_short,
    action_is_long_enough,
    result_is_long_enough,
)
