"""The person's own word: what it counts that a story is mapped to the ECQ that is asked for.

Of the same kind is how the person says a story ended: who is asked for a failure wants to be
reminded of the story marked as one, which seldom says "failure" itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Outcome, Story
from sesbank.matching.demands import Aim, Demand
from sesbank.matching.situations import SETBACKS

MAPPED = {Strength.PRIMARY: 1.0, Strength.SUPPORTING: 0.5}
"""How much of the share of mappings each strength is worth."""

FAILURE = "failure"
"""The concept that is asked for where a story that went wrong is wanted."""

ENDED = {Outcome.SETBACK: (1.0, "a setback"), Outcome.MIXED: (0.5, "a mixed result")}
"""What it is worth, beside another word for "failure", that a story ended so, and its name."""

MARKED = "marked by you as"

TO_PROBED = 0.10
"""What a question's score may grow by where the story is mapped to what the question probes."""

SAME_ECQ = 0.6
"""What a mapping is worth to another competency of an ECQ that is probed, or to the ECQ alone."""


class OwnWord:
    """What the person's own word on a story counts for one demand."""

    def __init__(self, demand: Demand) -> None:
        self._demand = demand
        self._failure = _failure(demand) if demand.question else None

    @property
    def counts_alone(self) -> bool:
        """Whether it can be all that meets the demand.

        A question is answered by what a story says: that it is mapped to what the question probes
        counts beside that, and makes no answer of a story that says nothing of it.
        """
        return bool(self._demand.ecq) or self._failure is not None

    def worth(self, story: Story) -> float:
        """Return what it adds to a story's score."""
        if self._demand.ecq:
            mapping = self._to_ecq(story)
            return self._demand.shares.mapping * MAPPED[mapping.strength] if mapping else 0.0
        return self._ended(story) + self._probed(story)[0]

    def _to_ecq(self, story: Story) -> Mapping | None:
        """Return the strongest mapping of a story to the ECQ that is asked for."""
        own = (m for m in story.mapped_in(self._demand.framework) if m.ecq == self._demand.ecq)
        return max(own, key=lambda m: MAPPED[m.strength], default=None)

    def _ended(self, story: Story) -> float:
        if self._failure is None or story.outcome not in ENDED:
            return 0.0
        return self._demand.shares.words * self._failure[0] * ENDED[story.outcome][0]

    def _probed(self, story: Story) -> tuple[float, Aim | None, str]:
        """Return what a story's mappings are worth to a question, for which aim, by what name."""
        best: tuple[float, Aim | None, str] = (0.0, None, "")
        if not (self._demand.aims and story.mappings):
            return best
        for mapping in story.mapped_in(self._demand.framework):
            aim = self._demand.aims.get(mapping.ecq)
            if aim is None or not (aim.whole or mapping.competency in aim.competencies):
                continue
            close = 1.0 if mapping.competency in aim.competencies else SAME_ECQ
            worth = TO_PROBED * aim.share * MAPPED[mapping.strength] * close
            if worth > best[0]:
                best = worth, aim, aim.competencies.get(mapping.competency, aim.name)
        return best

    def reasons(self, story: Story, *, said: float, places: int) -> Iterator[Reason]:
        """Yield it as reasons where it bears on what is asked.

        `said` is what the score has from the story's words.
        """
        room = 1.0 - said
        if self._demand.ecq:
            mapping = self._to_ecq(story)
            points = round(min(self.worth(story), room), places)
            if mapping is not None and points > 0 and self._demand.probes:
                yield _mapped(self._demand, mapping, points)
            return
        points = round(min(self._ended(story), room), places)
        if self._failure is not None and points > 0:
            _, first, last = self._failure
            ended = f"{MARKED} {ENDED[story.outcome][1]}"
            yield _reason(self._demand.read.quote(first, last), ended, points)
            room -= points
        worth, aim, name = self._probed(story)
        points = round(min(worth, room), places)
        if said and aim is not None and points > 0:
            yield _reason((aim.asked, aim.start, aim.end), name, points, note=name)


def _failure(demand: Demand) -> tuple[float, int, int] | None:
    """Return what a story that went wrong is worth, with the terms that ask for one, if any do."""
    asked = [demand.situations[name] for name in SETBACKS if name in demand.situations]
    if FAILURE in demand.concepts:
        asked.append(demand.concepts[FAILURE])
    return max(asked, default=None)


def _mapped(demand: Demand, mapping: Mapping, points: float) -> Reason:
    whole = next(p for p in demand.probes if not p.home.competency)
    named = [p for p in demand.probes if p.home.competency == mapping.competency]
    said = (named[0] if named else whole).name
    return _reason((whole.asked, whole.start, whole.end), said, points, note=whole.name)


def _reason(quote: tuple[str, int, int], said: str, points: float, *, note: str = "") -> Reason:
    asked, start, end = quote
    return Reason(ReasonKind.MAPPING, asked, said, "mapping", 0, 0, points, start, end, note=note)
