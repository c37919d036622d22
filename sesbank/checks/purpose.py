"""Purpose: the result answers the challenge, and the action is more than a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import WRITTEN, Spot, Yardstick, check
from sesbank.checks.sources import OPM_TIPS, QRB_ADVICE
from sesbank.domain.figures import find_figures
from sesbank.domain.findings import Severity
from sesbank.domain.sentences import sentences
from sesbank.domain.story import Story
from sesbank.domain.text import fold, word_count, word_forms

_ENOUGH = 15
"""Words from which on a part says enough to be compared."""

_STEM = 4
"""First letters by which two words count as the same."""

_MANY_STEPS, _SHORT_STEP = 8, 7
"""Steps from which on an action is a list, where each has fewer words than this on average."""

_OUTCOME = re.compile(
    r"\b(?:award(?:ed)?|prize|first time|on time|no longer|because|so that|until)\b", re.IGNORECASE
)


@check("S06", Severity.HINT, "the result speaks of something else", QRB_ADVICE)
def result_answers_challenge(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The result takes up a thing or a number of the challenge; one is enough."""
    begun, ended = f"{story.title} {story.challenge}", story.result
    if story.words < WRITTEN or min(map(word_count, (story.challenge, ended))) < _ENOUGH:
        return
    if not _things(begun) & _things(ended):
        hint = "Nothing of the challenge comes back: is the problem solved? Say so in its words."
        yield Spot(hint, "result")


def _things(text: str) -> set[str]:
    """Return how the longer words begin, and every number."""
    forms = (fold(word) for word in word_forms(text))
    return {f if f[0].isdigit() else f[:_STEM] for f in forms if len(f) >= _STEM or f[0].isdigit()}


@check("S08", Severity.SHOULD, "a list of activities", OPM_TIPS)
def no_laundry_list(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Many short steps lead to a result that can be measured."""
    steps = [story.action[start:end] for start, end in sentences(story.action)]
    if len(steps) < _MANY_STEPS or sum(map(word_count, steps)) > _SHORT_STEP * len(steps):
        return
    whole = f"{story.action}\n{story.result}"
    if not any(find_figures(whole, spelled=True)) and not _OUTCOME.search(whole):
        hint = f"{len(steps)} short steps and no outcome: keep those that mattered, and say why."
        yield Spot(hint, "action")


CHECKS = (result_answers_challenge, no_laundry_list)
