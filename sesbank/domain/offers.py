"""Offers: where a story may belong in a framework, by its older mappings and by its own words.

The crosswalk knows where a story of an old ECQ may go, the words which of these places it tells
of. Neither is enough alone: most stories of managers speak of budgets and staff, whatever they
were written for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.ecq_limits import next_strength, why_no_room
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.framework import CrosswalkRow, CrosswalkStrength
from sesbank.domain.mapping import MappedBy, Mapping, Strength

_STRONG = 0.5
_WEAK = 0.3
"""What a row of the crosswalk counts beside the share that the words give an ECQ; a second weak
row of a story counts half, a third a third."""

_ENOUGH_CUES = 3
"""Different cues with which what the words say counts in full."""

CLEAR = 0.3
"""What an offer must come to before it is taken unasked for by name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A place where a story may belong, and what speaks for it."""

    mapping: Mapping
    """As it would be mapped."""
    row: CrosswalkRow | None
    """The row of the crosswalk that leads there from an older mapping."""
    guess: EcqGuess | None
    """What the words of the story say for it."""
    score: float

    @property
    def clear(self) -> bool:
        """Whether enough speaks for it to be taken without a second look."""
        return self.score >= CLEAR


def offers(
    mappings: Sequence[Mapping],
    carried: Iterable[Suggestion],
    guesses: Iterable[EcqGuess],
    framework: str,
) -> tuple[Offer, ...]:
    """Return where a story may belong in a framework, the likeliest first.

    Of an ECQ that the story shows already only a competency is offered, along the crosswalk. What
    the words alone suggest is main where the story has no main ECQ there yet, and nothing is
    offered that there is no room for.
    """
    by_ecq = {guess.code: guess for guess in guesses}
    found: list[Offer] = []
    weak = 0
    for mapping, row in carried:
        strong = row.strength is CrosswalkStrength.STRONG
        weak += not strong
        guess = by_ecq.get(mapping.ecq)
        score = (_STRONG if strong else _WEAK / weak) + (_told(guess) if guess else 0.0)
        found.append(_fitted(Offer(mapping, row, guess, score), mappings))
    shown = {m.ecq for m in mappings if m.framework == framework}
    shown |= {offer.mapping.ecq for offer in found}
    for code, guess in by_ecq.items():
        if code not in shown:
            mapping = Mapping(framework, code, by=MappedBy.SUGGESTION)
            found.append(_fitted(Offer(mapping, None, guess, _told(guess)), mappings))
    found = [offer for offer in found if not why_no_room(mappings, offer.mapping)]
    return tuple(sorted(found, key=lambda offer: -offer.score))


def _told(guess: EcqGuess) -> float:
    """Return what words count for an ECQ: of a short text a single word has the whole share."""
    return guess.score * min(len(guess.cues) / _ENOUGH_CUES, 1.0)


def _fitted(offer: Offer, mappings: Sequence[Mapping]) -> Offer:
    """Return an offer as a side one where the story has another main ECQ."""
    mapping = offer.mapping
    if next_strength(mappings, mapping.framework, ecq=mapping.ecq) is Strength.PRIMARY:
        return offer
    side = dataclasses.replace(mapping, strength=Strength.SUPPORTING)
    return dataclasses.replace(offer, mapping=side)
