"""Evidence: the pieces that connect one story with one demand, each with both sides.

Only the strongest pieces count, so that the score is the sum of what the person can see.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story
from sesbank.matching.cuebook import CueBook
from sesbank.matching.demands import Demand, Probe
from sesbank.matching.indexing import PartIndex, StoryIndex, part_text
from sesbank.matching.pieces import Piece, word_pieces

SHOWN = 8
"""How many reasons a match has at most."""

FULL_CUES = 2.5
"""How many telling cues of a competency show it in full."""

_PLACES = 6
"""Points are rounded to so many decimals, so that their sum is the score exactly."""

_MAPPED = {Strength.PRIMARY: 1.0, Strength.SUPPORTING: 0.5}

_LEAST = 0.0005


def reasons_for(
    demand: Demand, story: Story, index: StoryIndex, parts: Sequence[PartIndex], book: CueBook
) -> tuple[Reason, ...]:
    """Return the strongest evidence that a story meets a demand, strongest first."""
    by_name = {part.name: part for part in parts}
    pieces = [
        *_capped(_worded(demand, index, parts), demand.shares.words),
        *_capped(_cued(demand, index, parts, book), demand.shares.cues),
    ]
    reasons = [_reason(demand, by_name[piece.part], piece, story) for piece in _merged(pieces)]
    reasons.extend(_mapped(demand, story))
    reasons = [r for r in reasons if r.points > _LEAST]
    return tuple(sorted(reasons, key=_strongest_first)[:SHOWN])


def _strongest_first(reason: Reason) -> tuple[float, int, str, int]:
    return -reason.points, reason.asked_start, reason.part, reason.start


def _capped(pieces: Iterator[Piece], share: float) -> list[Piece]:
    """Return pieces in points; a kind of evidence gives its share at most."""
    found = list(pieces)
    total = sum(piece.points for piece in found)
    factor = share / max(total, 1.0)
    return [piece._replace(points=piece.points * factor) for piece in found]


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those with the same words on the story's side as one."""
    by_place: dict[tuple[str, int, int], Piece] = {}
    for piece in sorted(pieces, key=lambda p: -p.points):
        place = (piece.part, piece.first, piece.last)
        kept = by_place.get(place)
        if kept is None:
            by_place[place] = piece
        else:
            note = kept.note or piece.note
            by_place[place] = kept._replace(points=kept.points + piece.points, note=note)
    yield from by_place.values()


def _worded(demand: Demand, index: StoryIndex, parts: Sequence[PartIndex]) -> Iterator[Piece]:
    held = index.restraint
    met: set[str] = set()
    for piece in word_pieces(demand.read, demand.weights, parts):
        met.update(t.stem for t in demand.read.terms[piece.asked_first : piece.asked_last + 1])
        yield piece._replace(points=piece.points * held)
    for part in parts:
        for hit in part.concepts:
            found = demand.concepts.get(hit.phrase.label)
            if found is None or hit.phrase.label in met:
                continue
            value, first, last = found
            if any(t.stem in met for t in demand.read.terms[first : last + 1]):
                continue
            met.add(hit.phrase.label)
            yield Piece(
                ReasonKind.SYNONYM, part.name, hit.first, hit.last, first, last,
                value * held, hit.phrase.label,
            )  # fmt: skip


def _cued(
    demand: Demand, index: StoryIndex, parts: Sequence[PartIndex], book: CueBook
) -> Iterator[Piece]:
    shown = index.shows(book)
    wanted = [
        (probe, phrase, probe.share * value / FULL_CUES * index.restraint)
        for probe in demand.probes
        for phrase, value in shown.get(probe.home, {}).items()
    ]
    if not wanted:
        return
    places: dict[tuple[str, ...], tuple[str, int, int]] = {}
    for part in parts:
        for hit in book.read(part.terms):
            places.setdefault(hit.phrase, (part.name, hit.first, hit.last))
    for probe, phrase, points in wanted:
        part_name, first, last = places[phrase]
        yield Piece(
            ReasonKind.SYNONYM, part_name, first, last,
            *_asked_terms(demand, probe), points, probe.name,
        )  # fmt: skip


def _asked_terms(demand: Demand, probe: Probe) -> tuple[int, int]:
    terms = demand.read.terms
    first = next((n for n, t in enumerate(terms) if t.start == probe.start), 0)
    last = next((n for n, t in enumerate(terms) if t.end == probe.end), first)
    return first, last


def _reason(demand: Demand, part: PartIndex, piece: Piece, story: Story) -> Reason:
    start, end = part.terms[piece.first].start, part.terms[piece.last].end
    asked, asked_start, asked_end = demand.read.quote(piece.asked_first, piece.asked_last)
    said = part_text(story, part.name)[start:end]
    kind = piece.kind
    if kind is ReasonKind.SYNONYM and asked.casefold() == said.casefold():
        kind = ReasonKind.WORDS
    points = round(piece.points, _PLACES)
    return Reason(
        kind, asked, said, part.name, start, end, points, asked_start, asked_end, piece.note
    )


def _mapped(demand: Demand, story: Story) -> Iterator[Reason]:
    if not demand.ecq or not demand.shares.mapping:
        return
    own = [m for m in story.mapped_in(demand.framework) if m.ecq == demand.ecq]
    if own:
        best = max(own, key=lambda m: _MAPPED[m.strength])
        yield _mapping_reason(demand, best)


def _mapping_reason(demand: Demand, mapping: Mapping) -> Reason:
    whole = next(p for p in demand.probes if not p.home.competency)
    own = [
        p for p in demand.probes if p.home.competency and p.home.competency == mapping.competency
    ]
    said = own[0].name if own else whole.name
    points = round(demand.shares.mapping * _MAPPED[mapping.strength], _PLACES)
    return Reason(
        ReasonKind.MAPPING, whole.asked, said, "mapping", 0, 0, points,
        whole.start, whole.end, whole.name,
    )  # fmt: skip
