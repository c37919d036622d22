"""Learning from corrections: the same posting known again, and lessons proposed for later ones.

Nothing here changes anything by itself: what is found is shown to the person, who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sesbank.domain import mending
from sesbank.domain.text import fold
from sesbank.domain.vacancy import CHOSEN, DROPPED, Choice, Cue, Lesson, RequirementKind, Vacancy

SAME = 0.8
"""The share of four-word runs two texts must have in common to be the same posting."""

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
"""Numbers and dates are what changes when a posting is posted anew."""
_RUN = 4
_FEWEST = 20
"""Runs a text must have to be told by them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A lesson that fits a requirement of a posting just read."""

    requirement: str
    lesson: Lesson
    learnt_in: str
    """Id of the vacancy it was learnt in."""


def key_of(text: str) -> str:
    """Return a text for comparing: its words without case, accents and signs."""
    return " ".join(_WORD.findall(fold(text)))


def same_posting(new: Vacancy, kept: Iterable[Vacancy]) -> Vacancy | None:
    """Return the kept vacancy that a posting is again, or None.

    Its control number says so, or its announcement number together with its title, or its words:
    a posting that was posted anew has other dates and numbers. Of several it is the one with the
    same text, else the newest.
    """
    runs = _runs(new.source)
    for vacancy in sorted(kept, key=lambda v: (v.source == new.source, v.id), reverse=True):
        if vacancy.id == new.id:
            continue
        if new.control and new.control == vacancy.control:
            return vacancy
        numbered = new.announcement and new.announcement == vacancy.announcement
        if numbered and key_of(new.title) == key_of(vacancy.title):
            return vacancy
        if _alike(runs, _runs(vacancy.source)):
            return vacancy
    return None


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _LETTERS.findall(fold(text))
    return {tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}


def _alike(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    if min(len(one), len(other)) < _FEWEST:
        return False
    return len(one & other) >= SAME * len(one | other)


def carried_over(new: Vacancy, kept: Vacancy) -> Vacancy:
    """Return a posting with what the person decided on its earlier form, where words agree.

    Kinds, drops, confirmations, added requirements, framework, pins, bans and choices come over;
    the header facts stay as the new posting states them.
    """
    known = {key_of(r.text): r for r in kept.requirements}
    gone = {key_of(r.text) for r in kept.dropped} - set(known)
    ids: dict[str, str] = {}
    vacancy = new
    for requirement in new.requirements:
        key = key_of(requirement.text)
        if key in gone:
            vacancy = mending.drop(vacancy, requirement.id)
        elif key in known:
            mine = known.pop(key)
            ids[mine.id] = requirement.id
            if mine.kind is not requirement.kind:
                vacancy = mending.retype(vacancy, requirement.id, mine.kind)
            elif mine.sure and not requirement.sure:
                vacancy = mending.confirm(vacancy, requirement.id)
    for mine in known.values():
        start = vacancy.source.find(mine.text)
        inside = any(r.start < start + len(mine.text) and start < r.end for r in new.requirements)
        if start >= 0 and not inside:
            vacancy = mending.add(vacancy, mine.kind, start, start + len(mine.text))
            ids[mine.id] = next(r.id for r in vacancy.requirements if r.start == start)
    return _decided(vacancy, kept, ids)


def _decided(vacancy: Vacancy, kept: Vacancy, ids: dict[str, str]) -> Vacancy:
    def again(choices: Iterable[Choice]) -> tuple[Choice, ...]:
        return tuple(Choice(ids[c.requirement], c.story) for c in choices if c.requirement in ids)

    chosen = CHOSEN in kept.framework_evidence
    return vacancy.edit(
        pins=again(kept.pins),
        uses=kept.uses,
        bans=again(kept.bans),
        chosen=again(kept.chosen),
        cues=tuple(
            Cue(ids[c.requirement], c.story, c.part, c.text)
            for c in kept.cues
            if c.requirement in ids
        ),
        notes=kept.notes,
        questions=kept.questions,
        opening=kept.opening,
        framework=kept.framework if chosen else vacancy.framework,
        framework_evidence=kept.framework_evidence if chosen else vacancy.framework_evidence,
    )


def proposals(new: Vacancy, kept: Iterable[Vacancy]) -> tuple[Proposal, ...]:
    """Return the lessons of earlier postings that fit requirements of a new one, by their words.

    The lesson learnt last wins; one that would change nothing is left out.
    """
    learnt: dict[str, tuple[Lesson, str]] = {}
    for vacancy in sorted(kept, key=lambda v: v.id):
        if vacancy.id != new.id:
            learnt.update((key_of(each.text), (each, vacancy.id)) for each in vacancy.lessons)
    found = []
    for requirement in new.requirements:
        lesson, source = learnt.get(key_of(requirement.text), (None, ""))
        if lesson is not None and lesson.kind != requirement.kind:
            found.append(Proposal(requirement.id, lesson, source))
    return tuple(found)


def apply(vacancy: Vacancy, accepted: Iterable[Proposal]) -> Vacancy:
    """Return a vacancy with proposals carried out that the person accepted."""
    for proposal in accepted:
        if proposal.lesson.kind == DROPPED:
            vacancy = mending.drop(vacancy, proposal.requirement)
        else:
            kind = RequirementKind(proposal.lesson.kind)
            vacancy = mending.retype(vacancy, proposal.requirement, kind)
    return vacancy


def unlearn(vacancy: Vacancy, lesson: Lesson) -> Vacancy:
    """Return a vacancy without a lesson; what was decided in the vacancy itself stays."""
    return vacancy.edit(lessons=tuple(each for each in vacancy.lessons if each != lesson))
