"""Stories: every check of a story, run."""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.checks import language, length, level, naming, numbers, purpose, role, structure, voice
from sesbank.checks.check import Check, Spot, Yardstick
from sesbank.domain.findings import Finding, gravest_first
from sesbank.domain.story import TOLD_PARTS, Status, Story

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS,
    *purpose.CHECKS,
    *voice.CHECKS,
    *role.CHECKS,
    *numbers.CHECKS,
    *level.CHECKS,
    *language.CHECKS,
    *naming.CHECKS,
    *length.CHECKS,
)

RULES = {check.rule.id: check.rule for check in CHECKS}
"""What is looked for in a story, by id."""


def check_story(story: Story, yardstick: Yardstick, *, waived: bool = False) -> tuple[Finding, ...]:
    """Return what the checks find in a story, gravest first.

    What the person set aside is left out unless `waived`. A line in the inbox is no story yet.
    """
    if story.status is Status.INBOX:
        return ()
    left_out = () if waived else story.waived
    found = [f for check in CHECKS if check.rule.id not in left_out
             for f in _findings(check, story, yardstick)]  # fmt: skip
    return tuple(sorted(found, key=gravest_first))


def _findings(check: Check, story: Story, yardstick: Yardstick) -> Iterator[Finding]:
    for spot in check.look(story, yardstick):
        yield Finding(
            check.rule,
            spot.severity or check.rule.severity,
            spot.hint,
            story=story.id,
            part=spot.part,
            start=spot.start,
            end=spot.end,
            quote=_quote(story, spot),
        )


def _quote(story: Story, spot: Spot) -> str:
    return story.part(spot.part)[spot.start : spot.end] if spot.part in TOLD_PARTS else ""
