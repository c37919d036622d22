"""Re-tagging: what a story's old mappings suggest in a newer framework; never done by itself."""

from __future__ import annotations

from collections.abc import Iterable

from sesbank.domain.framework import Crosswalk, CrosswalkRow, CrosswalkStrength, FrameworkSet
from sesbank.domain.mapping import MappedBy, Mapping, Strength

Suggestion = tuple[Mapping, CrosswalkRow]
"""A mapping to offer, and the row that speaks for it."""


def suggest_mappings(
    mappings: Iterable[Mapping], crosswalk: Crosswalk, frameworks: FrameworkSet
) -> tuple[Suggestion, ...]:
    """Return the mappings the crosswalk suggests, strong rows first, each once.

    What the story is mapped to already is left out, and so is what has no home. A weak row only
    ever suggests a supporting mapping. A mapping that names no competency is carried over when
    all homes of its ECQ's competencies lie in one ECQ; the first such row speaks for it.

    Raises KeyError when a framework of the crosswalk is not in `frameworks`.
    """
    held = tuple(mappings)
    found: dict[tuple[str, str], Suggestion] = {}
    for mapping in held:
        if mapping.framework != crosswalk.source:
            continue
        suggestion = _carry_over(mapping, crosswalk, frameworks)
        if suggestion is None or _covered(suggestion[0], held):
            continue
        key = (suggestion[0].ecq, suggestion[0].competency)
        if key not in found or _rank(suggestion) < _rank(found[key]):
            found[key] = suggestion
    return tuple(sorted(found.values(), key=_rank))


def _carry_over(
    mapping: Mapping, crosswalk: Crosswalk, frameworks: FrameworkSet
) -> Suggestion | None:
    if not mapping.competency:
        return _carry_ecq_over(mapping, crosswalk, frameworks)
    for row in crosswalk.rows:
        if row.source == mapping.competency and row.target:
            ecq = frameworks.get(crosswalk.target).competency(row.target).ecq
            return _suggest(mapping, row, (crosswalk.target, ecq, row.target)), row
    return None


def _carry_ecq_over(
    mapping: Mapping, crosswalk: Crosswalk, frameworks: FrameworkSet
) -> Suggestion | None:
    source, target = frameworks.get(crosswalk.source), frameworks.get(crosswalk.target)
    members = {c.code for c in source.competencies if c.ecq == mapping.ecq}
    rows = [row for row in crosswalk.rows if row.source in members and row.target]
    homes = {target.competency(row.target).ecq for row in rows}
    if len(homes) != 1:
        return None
    return _suggest(mapping, rows[0], (crosswalk.target, homes.pop(), "")), rows[0]


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
