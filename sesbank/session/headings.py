"""Headings: the ECQ that an old narrative stands under, told by its heading and kept as mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.framework import ECQ, Framework, FrameworkSet
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Story

_NUMBERED = re.compile(
    r"(?:ECQ|Executive Core Qualification)s?[ \t]{0,3}#?(\d{1,2})"
    r"[ \t]{0,3}[:.)–—-]?[ \t]{0,3}(.{3,80})",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    r"(?:ECQ|Executive Core Qualification)s?[ \t]{0,3}#?\d{1,2}[ \t]{0,3}[:.)–—-]?", re.IGNORECASE
)
_ASIDE = re.compile(r"[ \t]*\([^()]*\)$")
"""What stands in brackets behind the name of an ECQ: its competencies, a count of pages."""

_SIGNS = re.compile(r"[ \t]*[:–—][ \t]*|[ \t]+-[ \t]+")
"""What parts the name of an ECQ from a title behind it."""

_BETWEEN = " / "
"""Stands between the chapters that a story was found under."""


_LONGEST_CODE = 3
"""Letters of a code that names no ECQ in a heading: "AR" above a story may mean anything."""


class _Named(NamedTuple):
    """What a heading calls an ECQ."""

    name: str
    number: int
    """0 where it gives none."""


def title_in_heading(heading: str, frameworks: FrameworkSet) -> str | None:
    """Return the title that a heading gives beside the ECQ it names: mostly none, "".

    None for a heading that names no ECQ of any framework.
    """
    heading = heading.strip()
    if _NUMBER_ALONE.fullmatch(heading):
        return ""
    found = _NUMBERED.fullmatch(heading)
    name = _name_in(found[2] if found else heading)
    known = (frameworks.get(each) for each in frameworks.ids)
    if len(name[0]) <= _LONGEST_CODE or not any(_ecq(each, name[0]) for each in known):
        return None
    return name[1]


def _name_in(text: str) -> tuple[str, str]:
    """Return the name of an ECQ with which a heading may begin, and the title behind it."""
    bare = _ASIDE.sub("", text.strip())
    sign = _SIGNS.search(bare)
    return (bare[: sign.start()], bare[sign.end() :]) if sign else (bare, "")


def _ecq(framework: Framework, name: str) -> ECQ | None:
    ecq = framework.ecq_named(name)
    return None if ecq is None or ecq.fundamental else ecq


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
        name, _ = _name_in(name)
        if len(name) > _LONGEST_CODE:
            yield _Named(name, int(found[1]) if found else 0)


def _fit(framework: Framework, named: _Named) -> int:
    ecq = framework.ecq_named(named.name)
    return 0 if ecq is None else 1 + (ecq.number == named.number)


def _mapped(story: Story, names: Sequence[_Named], at_hand: Sequence[Framework]) -> Story:
    for name in names:
        for framework in at_hand:
            ecq = _ecq(framework, name.name)
            if ecq is not None:
                return story.edit(mappings=(Mapping(framework.id, ecq.code),))
    return story
