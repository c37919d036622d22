"""Reading crosswalk files, and lending the cues of an old framework to a new one along them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

from sesbank.domain.framework import (
    ECQ,
    Crosswalk,
    CrosswalkRow,
    CrosswalkStrength,
    Cue,
    Framework,
)
from sesbank.domain.later import Later
from sesbank.frameworks.fields import Fields

LENT = {
    CrosswalkStrength.STRONG: 1.0,
    CrosswalkStrength.WEAK: 0.6,
    CrosswalkStrength.NONE: 0.4,
}
"""What a cue keeps of its weight when it is lent along a row of that strength."""

Cues: TypeAlias = Sequence[Cue]
Lending: TypeAlias = dict[tuple[str, str], list[tuple[Cues, float]]]
"""Whose cues are lent and what they keep of their weight, by who takes them ("competency" or
"ecq") and its code."""


@dataclass(frozen=True, slots=True)
class CrosswalkFile:
    """A crosswalk as its file gives it, with the ECQs that take the cues of homeless rows."""

    crosswalk: Crosswalk
    lends_to: Callable[[], dict[str, str]]
    """Gives the competency code in the old framework to ECQ code in the new, for rows without
    a home."""
    fields: Fields
    """The file it came from, for complaints that need the frameworks to be known."""
    shipped: bool = False


def read_crosswalk(fields: Fields) -> CrosswalkFile:
    """Return the crosswalk a parsed file describes.

    Raises InputError naming file and place.
    """
    rows, lends_to, ecqs = _read_rows(fields)
    crosswalk = Crosswalk(fields.text("source"), fields.text("target"), rows, ecqs)
    return CrosswalkFile(crosswalk, lambda: lends_to, fields)


def shipped_crosswalk(head: Fields, whole: Callable[[], Fields]) -> CrosswalkFile:
    """Return a shipped crosswalk of which only the head is read yet."""
    rows = cache(lambda: _read_rows(whole()))
    crosswalk = Crosswalk(
        head.text("source"),
        head.text("target"),
        Later(lambda: rows()[0]),
        Later(lambda: rows()[2]),
    )
    return CrosswalkFile(crosswalk, lambda: rows()[1], head, shipped=True)


_Rows: TypeAlias = tuple[tuple[CrosswalkRow, ...], dict[str, str], tuple[CrosswalkRow, ...]]
"""The rows of competencies, who takes the cues of homeless ones, and the rows of ECQs."""


def _read_rows(fields: Fields) -> _Rows:
    fields.only("source", "target", "row", "ecq")
    rows: dict[str, CrosswalkRow] = {}
    lends_to: dict[str, str] = {}
    for table in fields.tables("row", "row"):
        row = _read_row(table)
        if row.source in rows:
            raise table.error(f'"{row.source}" has a row already. Keep one.')
        rows[row.source] = row
        if table.has("lends_to"):
            lends_to[row.source] = table.text("lends_to")
    ecqs: dict[tuple[str, str], CrosswalkRow] = {}
    for table in fields.tables("ecq", "ecq"):
        table.only("source", "target", "strength", "note")
        row = _read_row(table)
        if (row.source, row.target) in ecqs:
            raise table.error(f'"{row.source}" leads to "{row.target}" already. Keep one.')
        ecqs[row.source, row.target] = row
    return tuple(rows.values()), lends_to, tuple(ecqs.values())


def _read_row(fields: Fields) -> CrosswalkRow:
    fields.only("source", "target", "strength", "note", "lends_to")
    try:
        strength = CrosswalkStrength(fields.text("strength"))
    except ValueError:
        raise fields.error('"strength" must be "strong", "weak" or "none".') from None
    row = CrosswalkRow(
        fields.text("source"), fields.text("target", ""), strength, fields.text("note", "")
    )
    if bool(row.target) == (strength is CrosswalkStrength.NONE):
        raise fields.error('"target" must be empty for strength "none", and filled otherwise.')
    if row.target and fields.has("lends_to"):
        raise fields.error('"lends_to" is only for rows of strength "none".')
    return row


def check_crosswalk(file: CrosswalkFile, source: Framework, target: Framework) -> None:
    """Refuse a crosswalk that names a competency or an ECQ its frameworks do not have.

    Raises InputError naming the file and the code.
    """
    _refuse_unknown(file, {row.source for row in file.crosswalk.rows}, source)
    _refuse_unknown(file, {row.target for row in file.crosswalk.rows if row.target}, target)
    for code in sorted(set(file.lends_to().values()) - {ecq.code for ecq in target.ecqs}):
        raise file.fields.error(f'"{target.id}" has no ECQ "{code}". Correct "lends_to".')
    _refuse_unknown_ecqs(file, {row.source for row in file.crosswalk.ecqs}, source)
    _refuse_unknown_ecqs(file, {row.target for row in file.crosswalk.ecqs if row.target}, target)


def _refuse_unknown(file: CrosswalkFile, codes: set[str], framework: Framework) -> None:
    for code in sorted(codes - {c.code for c in framework.competencies}):
        raise file.fields.error(f'"{framework.id}" has no competency "{code}". Correct its row.')


def _refuse_unknown_ecqs(file: CrosswalkFile, codes: set[str], framework: Framework) -> None:
    for code in sorted(codes - {ecq.code for ecq in framework.ecqs}):
        raise file.fields.error(f'"{framework.id}" has no ECQ "{code}". Correct its row.')


def lend_cues(file: CrosswalkFile, source: Framework, target: Framework) -> Framework:
    """Return `target` with the cues of `source` added along the crosswalk.

    A cue is written once, in the framework it belongs to; the row's strength says how much of
    its weight it keeps. Cues of a competency without a home go to the ECQ named in `lends_to`.
    Nothing is read before somebody looks at the ECQs, and no cue before somebody wants cues.
    """
    lent = cache(lambda: _lent(file, source))
    return replace(target, ecqs=Later(lambda: tuple(_take(ecq, lent) for ecq in target.ecqs)))


def _lent(file: CrosswalkFile, source: Framework) -> Lending:
    lent: Lending = {}
    lends_to = file.lends_to()
    for row in file.crosswalk.rows:
        code = row.target or lends_to.get(row.source, "")
        lender = source.competency(row.source).cues
        taker = "competency" if row.target else "ecq"
        lent.setdefault((taker, code), []).append((lender, LENT[row.strength]))
    return lent


def _take(ecq: ECQ, lent: Callable[[], Lending]) -> ECQ:
    def with_lent(own: Cues, taker: str, code: str) -> Cues:
        return Later(lambda: _join(own, lent().get((taker, code), [])))

    competencies = tuple(
        replace(c, cues=with_lent(c.cues, "competency", c.code)) for c in ecq.competencies
    )
    return replace(ecq, cues=with_lent(ecq.cues, "ecq", ecq.code), competencies=competencies)


def _join(own: Cues, lenders: list[tuple[Cues, float]]) -> tuple[Cue, ...]:
    """Return both, a phrase once: its own weight wins, then the highest lent one."""
    written = {cue.phrase for cue in own}
    best: dict[str, Cue] = {}
    for cue in (Cue(c.phrase, c.weight * share) for cues, share in lenders for c in cues):
        if cue.phrase in written:
            continue
        if cue.phrase not in best or best[cue.phrase].weight < cue.weight:
            best[cue.phrase] = cue
    return (*own, *best.values())
