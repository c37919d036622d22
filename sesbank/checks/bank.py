"""Bank: whether the stories together carry a candidate through every ECQ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sesbank.checks.sources import OPM_TIPS, OURS, QRB_ADVICE, TEN_STORIES
from sesbank.domain.coverage import WANTED_PER_ECQ, Standing, cover
from sesbank.domain.findings import Finding, Rule, Severity, gravest_first
from sesbank.domain.framework import Framework
from sesbank.domain.story import Outcome, Story

_FEWEST_STORIES = 10
_ENOUGH_TO_TELL = 3
"""Stories from which on it can be said that all come from one place."""

B01 = Rule("B01", Severity.MUST, "an ECQ without a recent story", TEN_STORIES)
B04 = Rule("B04", Severity.HINT, "competencies that no story names", OURS)
B06 = Rule("B06", Severity.HINT, "all stories from one organization", OURS)
B07 = Rule("B07", Severity.HINT, "no setback to tell of", QRB_ADVICE)
B08 = Rule("B08", Severity.SHOULD, "mapped in another framework only", OPM_TIPS)
B09 = Rule("B09", Severity.HINT, "few stories", TEN_STORIES)


def check_bank(framework: Framework, stories: Sequence[Story], today: date) -> tuple[Finding, ...]:
    """Return what is to be said of the stories together, gravest first; nothing without any."""
    told = [s for s in stories if s.counts]
    if not told:
        return ()
    found = [*_ecqs(framework, told, today), *_framework(framework, told), *_variety(told)]
    return tuple(sorted(found, key=gravest_first))


def _ecqs(framework: Framework, stories: list[Story], today: date) -> Iterator[Finding]:
    rows = [row for row in cover(framework, stories, today).ecqs if not row.ecq.fundamental]
    for row in rows:
        if row.standing is Standing.GAP:
            hint = f"{row.ecq.name} has no recent story; {WANTED_PER_ECQ} are wanted."
            yield Finding(B01, Severity.MUST, hint, ecq=row.ecq.code)
        elif row.standing is Standing.THIN:
            hint = f"{row.ecq.name} has one recent story; {WANTED_PER_ECQ} are wanted."
            yield Finding(B01, Severity.SHOULD, hint, ecq=row.ecq.code)
    named = [c.competency.name for row in rows for c in row.competencies if not c.stories]
    if named:
        yield Finding(B04, B04.severity, f"No story names {', '.join(named)}.")


def _framework(framework: Framework, stories: list[Story]) -> Iterator[Finding]:
    for story in stories:
        if story.mappings and not story.mapped_in(framework.id):
            hint = f"Mapped in another framework, not in {framework.name}: map it there too."
            yield Finding(B08, B08.severity, hint, story=story.id)


def _variety(stories: list[Story]) -> Iterator[Finding]:
    places = {story.organisation for story in stories}
    if len(stories) >= _ENOUGH_TO_TELL and len(places) == 1 and all(places):
        hint = "All stories come from one organization: is there one from before?"
        yield Finding(B06, B06.severity, hint)
    if all(story.outcome is Outcome.SUCCESS for story in stories):
        hint = "No story ended badly: panels ask for one, and for what you learned."
        yield Finding(B07, B07.severity, hint)
    if len(stories) < _FEWEST_STORIES:
        hint = f"{len(stories)} stories; ten to twelve carry you through any panel."
        yield Finding(B09, B09.severity, hint)
