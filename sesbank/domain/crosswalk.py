"""Re-tagging: what a story's old mappings suggest in a newer framework; never done by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sesbank.domain.framework import Crosswalk, CrosswalkRow, CrosswalkStrength, FrameworkSet
from sesbank.domain.mapping import MappedBy, Mapping, Strength

Suggestion = tuple[Mapping, CrosswalkRow]
"""A mapping to offer, and the row that speaks for it."""


def suggest_mappings(
    mappings: Iterable[Mapping], crosswalk: Crosswalk, frameworks: FrameworkSet
) -> tuple[Suggestion, ...]:
    """Return the mappings the crosswalk suggests, strong rows first, each once.

    What the story is mapped to already is left out, and so is what has no home. A weak row only
    ever suggests a supporting mapping. A mapping that names no competency is carried over along
    the rows of its ECQ, with its own strength, until the story is mapped to one of their homes;
    without such rows when all homes of its ECQ's competencies lie in one ECQ, and the first of
    these rows speaks for it.

    Raises KeyError when a framework of the crosswalk is not in `frameworks`.
    """
    held = tuple(mappings)
    found: dict[tuple[str, str], Suggestion] = {}
    for mapping in held:
        if mapping.framework != crosswalk.source:
            continue
        for suggestion in _carry_over(mapping, held, crosswalk, frameworks):
            if _covered(suggestion[0], held):
                continue
            key = (suggestion[0].ecq, suggestion[0].competency)
            if key not in found or _rank(suggestion) < _rank(found[key]):
                found[key] = suggestion
    return tuple(sorted(found.values(), key=_rank))


def _carry_over(
    mapping: Mapping,
    held: tuple[Mapping, ...],
    crosswalk: Crosswalk,
    frameworks: FrameworkSet,
) -> Iterator[Suggestion]:
    if not mapping.competency:
        yield from _carry_ecq_over(mapping, held, crosswalk, frameworks)
        return
    for row in crosswalk.rows:
        if row.source == mapping.competency and row.target:
            ecq = frameworks.get(crosswalk.target).competency(row.target).ecq
            yield _suggest(mapping, row, (crosswalk.target, ecq, row.target)), row
            return


def _carry_ecq_over(
    mapping: Mapping,
    held: tuple[Mapping, ...],
    crosswalk: Crosswalk,
    frameworks: FrameworkSet,
) -> Iterator[Suggestion]:
    own = [row for row in crosswalk.ecqs if row.source == mapping.ecq and row.target]
    if own:
        at_home = {m.ecq for m in held if m.framework == crosswalk.target}
        for row in own if at_home.isdisjoint(row.target for row in own) else ():
            place = (crosswalk.target, row.target)
            yield Mapping(*place, strength=mapping.strength, by=MappedBy.SUGGESTION), row
        return
    source, target = frameworks.get(crosswalk.source), frameworks.get(crosswalk.target)
    members = {c.code for c in source.competencies if c.ecq == mapping.ecq}
    rows = [row for row in crosswalk.rows if row.source in members and row.target]
    homes = {target.competency(row.target).ecq for row in rows}
    if len(homes) == 1:
        yield _suggest(mapping, rows[0], (crosswalk.target, homes.pop(), "")), rows[0]


def _suggest(mapping: Mapping, row: CrosswalkRow, place: tuple[str, str, str]) -> Mapping:
    weak = row.strength is not CrosswalkStrength.STRONG
    strength = Strength.SUPPORTING if weak else mapping.strength
    return Mapping(*place, strength=strength, by=MappedBy.SUGGESTION)


def _covered(suggested: Mapping, held: tuple[Mapping, ...]) -> bool:
    """Whether the story says as much already: the same place, or more than a bare ECQ."""
    return any(
        mapping.framework == suggested.framework
        and mapping.ecq == suggested.ecq
        and suggested.competency in ("", mapping.competency)
        for mapping in held
    )


def _rank(suggestion: Suggestion) -> tuple[bool, bool]:
    mapping, row = suggestion
    return row.strength is not CrosswalkStrength.STRONG, mapping.strength is not Strength.PRIMARY
