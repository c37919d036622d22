"""Headings: the ECQ that an old narrative stands under, told by its heading and kept as mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.framework import Framework, FrameworkSet
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Story

_NUMBERED = re.compile(
    r"(?:ECQ|Executive Core Qualification)s?[ \t]{0,3}#?(\d{1,2})"
    r"[ \t]{0,3}[:.)–—-]?[ \t]{0,3}(.{3,80})",
    re.IGNORECASE,
)
_BETWEEN = " / "
"""Stands between the chapters that a story was found under."""


class _Named(NamedTuple):
    """What a heading calls an ECQ."""

    name: str
    number: int
    """0 where it gives none."""


def mapped_by_heading(
    stories: Sequence[Story], frameworks: FrameworkSet, framework: str
) -> tuple[Story, ...]:
    """Return stories with a mapping to the ECQ that their heading or chapter names.

    Only those that have none yet, and only by name: a bare number means another ECQ in each
    framework. A name that stands in several frameworks is read in the one that the headings of
    all the stories fit best, by their numbers too, else in `framework`.
    """
    named = {story.id: tuple(_names(story)) for story in stories if not story.mappings}
    every = [name for names in named.values() for name in names]
    at_hand = sorted(
        (frameworks.get(each) for each in frameworks.ids),
        key=lambda each: (-sum(_fit(each, name) for name in every), each.id != framework),
    )
    return tuple(
        _mapped(story, named.get(story.id, ()), at_hand) if not story.mappings else story
        for story in stories
    )


def _names(story: Story) -> Iterator[_Named]:
    """Yield what may name the ECQ, nearest to the story first."""
    chapters = str(story.extra.get("chapter", "")).split(_BETWEEN)
    for heading in (story.title, *reversed(chapters)):
        found = _NUMBERED.fullmatch(heading.strip())
        name = found[2] if found else heading.strip()
        if len(name) > 3:  # No code: "AR" above a story may mean anything.
            yield _Named(name, int(found[1]) if found else 0)


def _fit(framework: Framework, named: _Named) -> int:
    ecq = framework.ecq_named(named.name)
    return 0 if ecq is None else 1 + (ecq.number == named.number)


def _mapped(story: Story, names: Sequence[_Named], at_hand: Sequence[Framework]) -> Story:
    for name in names:
        for framework in at_hand:
            ecq = framework.ecq_named(name.name)
            if ecq is not None and not ecq.fundamental:
                return story.edit(mappings=(Mapping(framework.id, ecq.code),))
    return story
