"""Merging: two or more tellings of one story made into one, without losing a word."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any, TypeVar

from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.retellings import Retelling
from sesbank.domain.story import TOLD_PARTS, Status, Story, Version
from sesbank.domain.text import fold
from sesbank.domain.vacancy import Cue, Vacancy

_POST = ("role", "organisation", "grade_at_time")
_FACTS = (*_POST, "started", "ended")
_SETS = ("figures", "tags", "told", "rehearsed", "waived")
_ORDER = (Status.INBOX, Status.DRAFT, Status.READY)

Item = TypeVar("Item", bound=Hashable)


def merged(kept: Story, others: Sequence[Story], when: str) -> Story:
    """Return `kept` with everything the others say as well.

    Paragraphs that it has already are not repeated; facts that differ (post, agency, dates) stay
    as a line of the context; every story's present text becomes a version, made at `when`
    (ISO 8601, UTC).
    """
    stories = (kept, *others)
    changes: dict[str, Any] = {name: _paragraphs(stories, name) for name in TOLD_PARTS}
    changes |= {name: _first(stories, name) for name in _POST}
    changes["started"], changes["ended"] = _years(stories)
    changes |= {name: _union(getattr(s, name) for s in stories) for name in _SETS}
    facts = [_facts(story) for story in others if _differs(story, changes)]
    changes["context"] = "\n\n".join(filter(None, (changes["context"], *facts)))
    changes["mappings"] = _mappings(stories)
    changes["retellings"] = _retellings(stories)
    changes["versions"] = _versions(stories, when)
    changes["status"] = _status(stories)
    changes["unsplit"] = any(story.unsplit for story in stories)
    changes["extra"] = _extra(stories)
    return kept.edit(**changes)


def moved_to(vacancy: Vacancy, kept: str, others: Iterable[str]) -> Vacancy:
    """Return a vacancy whose decisions about `others` are decisions about the story `kept`.

    Where one of them is chosen for what another is ruled out for, it stays chosen. Of two cues
    for one place that of `kept` stays.
    """
    gone = frozenset(others)

    def moved(choices: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(
            dict.fromkeys(
                replace(choice, story=kept) if choice.story in gone else choice
                for choice in choices
            )
        )

    pins, chosen = moved(vacancy.pins), moved(vacancy.chosen)
    wanted = frozenset((*pins, *chosen))
    cues: dict[tuple[str, str, str], Cue] = {}
    own_first = sorted(vacancy.cues, key=lambda cue: cue.story in gone)
    for cue in moved(own_first):
        cues.setdefault((cue.requirement, cue.story, cue.part), cue)
    return vacancy.edit(
        pins=pins,
        bans=tuple(ban for ban in moved(vacancy.bans) if ban not in wanted),
        chosen=chosen,
        cues=tuple(cues.values()),
    )


def _paragraphs(stories: Sequence[Story], name: str) -> str:
    """Return the paragraphs of a part, each once, in the order of the stories."""
    seen: dict[str, str] = {}
    for story in stories:
        for paragraph in story.part(name).split("\n\n"):
            if paragraph.strip():
                seen.setdefault(" ".join(fold(paragraph).split()), paragraph.strip())
    return "\n\n".join(seen.values())


def _first(stories: Sequence[Story], name: str) -> str:
    return next((value for s in stories if (value := getattr(s, name))), "")


def _years(stories: Sequence[Story]) -> tuple[str, str]:
    """Return when it began and ended, as the first story with a date tells.

    Another fills in what is missing only where it tells the same of the rest: two careers are
    never made into one.
    """
    first = next((s for s in stories if s.started or s.ended), stories[0])
    alike = [
        s for s in stories if first.started in ("", s.started) and first.ended in ("", s.ended)
    ]
    return first.started or _first(alike, "started"), first.ended or _first(alike, "ended")


def _extra(stories: Sequence[Story]) -> dict[str, Any]:
    """Return the fields sesbank does not know; of differing ones the later get a number."""
    found: dict[str, Any] = {}
    for story in stories:
        for name, value in story.extra.items():
            names = chain([name], (f"{name} {number}" for number in count(2)))
            free = next(each for each in names if each not in found or found[each] == value)
            found[free] = value
    return found


def _union(groups: Iterable[Iterable[Item]]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _differs(story: Story, changes: dict[str, Any]) -> bool:
    return any(getattr(story, name) not in ("", changes[name]) for name in _FACTS)


def _facts(story: Story) -> str:
    years = " to ".join(filter(None, (story.started, story.ended)))
    facts = (story.role, story.organisation, story.grade_at_time, years)
    return f"{story.title}: {' · '.join(filter(None, facts))}"


def _mappings(stories: Sequence[Story]) -> tuple[Mapping, ...]:
    """Return every mapping once; of several main ECQs in a framework the first stays main."""
    found: dict[tuple[str, str, str], Mapping] = {}
    main: dict[str, str] = {}
    for mapping in _union(story.mappings for story in stories):
        strength = mapping.strength
        if strength is Strength.PRIMARY:
            first = main.setdefault(mapping.framework, mapping.ecq)
            strength = Strength.PRIMARY if first == mapping.ecq else Strength.SUPPORTING
        key = (mapping.framework, mapping.ecq, mapping.competency)
        edited = Mapping(*key, strength, mapping.by)
        if key not in found or strength is Strength.PRIMARY:
            found[key] = edited
    return tuple(found.values())


def _retellings(stories: Sequence[Story]) -> tuple[Retelling, ...]:
    """Return the shorter tellings; two of one length stand one below the other."""
    found: dict[Any, Retelling] = {}
    for told in _union(story.retellings for story in stories):
        before = found.get(told.length)
        if before is None:
            found[told.length] = told
        elif told.text not in before.text:
            text = f"{before.text}\n\n{told.text}"
            found[told.length] = Retelling(told.length, text, before.source, before.written)
    return tuple(found.values())


def _versions(stories: Sequence[Story], when: str) -> tuple[Version, ...]:
    earlier = sorted(_union(story.versions for story in stories), key=lambda v: v.saved)
    now = [
        Version(when, "merged", s.title, **{name: s.part(name) for name in TOLD_PARTS})
        for s in reversed(stories)
    ]
    return (*earlier, *now)


def _status(stories: Sequence[Story]) -> Status:
    kept = stories[0].status
    if kept not in _ORDER:
        return kept
    return max((s.status for s in stories if s.status in _ORDER), key=_ORDER.index)
