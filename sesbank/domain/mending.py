"""Mending a reading: another stretch, merged, split, dropped, brought back, added, confirmed.

Each function returns a new vacancy. Whatever is done, `source[start:end] == text` holds for
every requirement, and ids are never given twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sesbank.domain.vacancy import DROPPED, Lesson, Requirement, RequirementKind, Vacancy

ID_PREFIXES = {
    RequirementKind.TQ: "tq",
    RequirementKind.ECQ: "ecq",
    RequirementKind.DESIRABLE: "des",
    RequirementKind.DUTY: "duty",
}
"""What the ids of each kind begin with."""

_LABEL = {
    RequirementKind.TQ: "TQ",
    RequirementKind.ECQ: "ECQ",
    RequirementKind.DESIRABLE: "DQ",
    RequirementKind.DUTY: "Duty",
}
FACTS = (
    "title",
    "agency",
    "announcement",
    "control",
    "pay_plan",
    "grade",
    "opens",
    "closes",
    "page_limit",
)
"""The header facts a person can put right."""


def respan(vacancy: Vacancy, requirement: str, start: int, end: int) -> Vacancy:
    """Give a requirement another stretch of the source; white space around it does not count.

    Raises ValueError for a stretch without words, KeyError for an unknown requirement.
    """
    start, end = trimmed(vacancy.source, start, end)
    text = vacancy.source[start:end]
    return _with(vacancy, requirement, lambda r: r.edit(start=start, end=end, text=text, sure=True))


def merge(vacancy: Vacancy, requirement: str) -> Vacancy:
    """Make one requirement of this one and the next; what was decided for this one stays.

    Raises ValueError when there is none behind it.
    """
    here = vacancy.requirement(requirement)
    following = next_of(vacancy, requirement)
    if following is None:
        raise ValueError("there is no requirement behind this one")
    without = forget_choices(vacancy, following.id)
    kept = tuple(r for r in without.requirements if r.id != following.id)
    start, end = min(here.start, following.start), max(here.end, following.end)
    return respan(without.edit(requirements=kept), requirement, start, end)


def next_of(vacancy: Vacancy, requirement: str) -> Requirement | None:
    """Return the requirement behind one in posting order, or None."""
    here = vacancy.requirement(requirement)
    behind = [r for r in vacancy.requirements if (r.start, r.id) > (here.start, here.id)]
    return min(behind, key=lambda r: (r.start, r.id), default=None)


def split(vacancy: Vacancy, requirement: str, offset: int, *, stop: int | None = None) -> Vacancy:
    """Make two requirements of one: the second begins at an offset of the source inside it.

    The first ends there too or at `stop`, so that a label between them falls away; it keeps id,
    label and what was decided. Raises ValueError when a part would be without words.
    """
    here = vacancy.requirement(requirement)
    if not here.start < offset < here.end:
        raise ValueError("this place is not inside the requirement")
    first = respan(vacancy, requirement, here.start, offset if stop is None else stop)
    start, end = trimmed(vacancy.source, offset, here.end)
    second = here.edit(
        id=fresh_id(vacancy, here.kind),
        label=_fresh_label(vacancy, here.label),
        start=start,
        end=end,
        text=vacancy.source[start:end],
        sure=True,
    )
    return _in_order(first, (*first.requirements, second))


def add(vacancy: Vacancy, kind: RequirementKind, start: int, end: int) -> Vacancy:
    """Add a requirement that the reader missed. Raises ValueError for a stretch without words."""
    start, end = trimmed(vacancy.source, start, end)
    count = 1 + len(vacancy.of_kind(kind))
    labels = {r.label for r in vacancy.requirements}
    while f"{_LABEL[kind]} {count}" in labels:
        count += 1
    new = Requirement(
        id=fresh_id(vacancy, kind),
        kind=kind,
        label=f"{_LABEL[kind]} {count}",
        text=vacancy.source[start:end],
        start=start,
        end=end,
        mandatory=kind in (RequirementKind.TQ, RequirementKind.ECQ),
    )
    return _in_order(vacancy, (*vacancy.requirements, new))


def confirm(vacancy: Vacancy, requirement: str) -> Vacancy:
    """Say that a requirement is right as read."""
    return _with(vacancy, requirement, lambda r: r.edit(sure=True))


def retype(vacancy: Vacancy, requirement: str, kind: RequirementKind) -> Vacancy:
    """Give a requirement another kind, and keep that as a lesson."""
    here = vacancy.requirement(requirement)
    changed = _with(vacancy, requirement, lambda r: r.edit(kind=kind, sure=True))
    return changed.edit(lessons=(*_others(vacancy.lessons, here.text), Lesson(here.text, kind)))


def drop(vacancy: Vacancy, requirement: str) -> Vacancy:
    """Take a requirement out with what was decided for it, and keep that as a lesson."""
    here = vacancy.requirement(requirement)
    return forget_choices(vacancy, requirement).edit(
        requirements=tuple(r for r in vacancy.requirements if r.id != requirement),
        dropped=(*vacancy.dropped, here),
        lessons=(*_others(vacancy.lessons, here.text), Lesson(here.text, DROPPED)),
    )


def bring_back(vacancy: Vacancy) -> Vacancy:
    """Bring back the requirement dropped last; its lesson goes. Raises ValueError without one."""
    if not vacancy.dropped:
        raise ValueError("nothing was dropped from this posting")
    *rest, last = vacancy.dropped
    taken = {r.id for r in vacancy.requirements}
    back = last.edit(sure=True, id=fresh_id(vacancy, last.kind) if last.id in taken else last.id)
    lessons = _others(vacancy.lessons, last.text)
    changed = vacancy.edit(dropped=tuple(rest), lessons=lessons)
    return _in_order(changed, (*vacancy.requirements, back))


def state(vacancy: Vacancy, facts: dict[str, str | int | None]) -> Vacancy:
    """Put header facts right; what the person says, or leaves as it stands, is sure."""
    unknown = set(facts) - set(FACTS)
    if unknown:
        raise ValueError(f"no header fact {min(unknown)!r}")
    unsure = tuple(name for name in vacancy.unsure if name not in facts)
    return vacancy.edit(**facts, unsure=unsure)


def trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the white space around it.

    Raises ValueError where that leaves no letter or figure.
    """
    start, end = max(start, 0), min(end, len(source))
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    if not any(c.isalnum() for c in source[start:end]):
        raise ValueError("there are no words in this stretch")
    return start, end


def fresh_id(vacancy: Vacancy, kind: RequirementKind) -> str:
    """Return an id that no requirement has or had."""
    used = {r.id for r in (*vacancy.requirements, *vacancy.dropped)}
    number = 1
    while f"{ID_PREFIXES[kind]}{number}" in used:
        number += 1
    return f"{ID_PREFIXES[kind]}{number}"


def forget_choices(vacancy: Vacancy, requirement: str) -> Vacancy:
    """Return a vacancy without anything decided for a requirement."""
    return vacancy.edit(
        pins=tuple(c for c in vacancy.pins if c.requirement != requirement),
        bans=tuple(c for c in vacancy.bans if c.requirement != requirement),
        chosen=tuple(c for c in vacancy.chosen if c.requirement != requirement),
        cues=tuple(c for c in vacancy.cues if c.requirement != requirement),
    )


def _with(
    vacancy: Vacancy, requirement: str, change: Callable[[Requirement], Requirement]
) -> Vacancy:
    vacancy.requirement(requirement)
    changed = (change(r) if r.id == requirement else r for r in vacancy.requirements)
    return _in_order(vacancy, changed)


def _in_order(vacancy: Vacancy, requirements: Iterable[Requirement]) -> Vacancy:
    return vacancy.edit(requirements=tuple(sorted(requirements, key=lambda r: (r.start, -r.end))))


def _others(lessons: Iterable[Lesson], text: str) -> tuple[Lesson, ...]:
    return tuple(lesson for lesson in lessons if lesson.text != text)


def _fresh_label(vacancy: Vacancy, label: str) -> str:
    labels = {r.label for r in vacancy.requirements}
    for letter in "bcdefghijklmnopqrstuvwxyz":
        if f"{label}{letter}" not in labels:
            return f"{label}{letter}"
    return label
