"""What matching reads in a text: its terms, which of them carry weight, and its concepts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sesbank.matching.common_words import GENERAL_WEIGHT, filler_spans, weight
from sesbank.matching.concepts import concept_book, idiom_book, in_other_senses
from sesbank.matching.stems import Term, read_terms

READ_LIMIT = 6_000
"""How many characters of a question or requirement are read; the rest is beyond any of them."""

CONCEPT_WEIGHT = 0.7
"""What another word for the same thing is worth beside the word itself."""


@dataclass(frozen=True, slots=True)
class AskedText:
    """A question or requirement, read."""

    text: str
    terms: tuple[Term, ...]
    filler: frozenset[int]
    """Numbers of the terms that belong to a turn of phrase and carry nothing."""
    weights: dict[str, float]
    """Stems that carry something, before the bank is looked at."""
    concepts: dict[str, tuple[int, int]]
    """Concepts it speaks of, with the first and last term that say so."""
    things: tuple[tuple[str, int, int], ...]
    """Every place where it speaks of a concept, as (concept, first term, last term)."""
    idioms: frozenset[int]
    """Numbers of the terms that belong to a phrase which means something else than its words."""

    def quote(self, first: int, last: int) -> tuple[str, int, int]:
        """Return the text from one term to another, with its offsets."""
        start, end = self.terms[first].start, self.terms[last].end
        return self.text[start:end], start, end

    def without_words(self, start: int, end: int) -> AskedText:
        """Return the text with nothing asked by the words between two offsets as such.

        Situations are still heard in them.
        """
        gone = {n for n, t in enumerate(self.terms) if start <= t.start and t.end <= end}
        stems = {t.stem for n, t in enumerate(self.terms) if n not in gone}
        return replace(
            self,
            filler=self.filler | gone,
            weights={stem: value for stem, value in self.weights.items() if stem in stems},
            concepts={c: place for c, place in self.concepts.items() if place[0] not in gone},
            things=tuple(thing for thing in self.things if thing[1] not in gone),
        )

    @property
    def tokens(self) -> dict[str, float]:
        """Its stems and concepts as a weighted bag; general words count in full."""
        bag = dict.fromkeys(self.weights, 1.0)
        bag.update({f"#{concept}": CONCEPT_WEIGHT for concept in self.concepts})
        return bag


def read_asked(text: str) -> AskedText:
    """Read a question or requirement; only its first READ_LIMIT characters count."""
    head = text[:READ_LIMIT]
    terms = in_other_senses(read_terms(head))
    spans = list(filler_spans(head))
    filler = frozenset(
        number
        for number, term in enumerate(terms)
        if any(start <= term.start and term.end <= end for start, end in spans)
    )
    weights = {
        term.stem: weight(term.stem)
        for number, term in enumerate(terms)
        if number not in filler and weight(term.stem)
    }
    idioms = frozenset(n for h in idiom_book().find(terms) for n in range(h.first, h.last + 1))
    hits = [hit for hit in concept_book().find(terms) if hit.first not in filler]
    things = tuple((hit.phrase.label, hit.first, hit.last) for hit in hits)
    concepts: dict[str, tuple[int, int]] = {}
    for label, first, last in things:
        concepts.setdefault(label, (first, last))
    return AskedText(text, terms, filler, weights, concepts, things, idioms)


def is_name(read: AskedText, first: int, last: int) -> bool:
    """Return whether words name a thing together that none of them names alone."""
    return first < last and all(
        number in read.idioms or read.weights.get(read.terms[number].stem, 0.0) <= GENERAL_WEIGHT
        for number in range(first, last + 1)
    )


def naming(read: AskedText, first: int, last: int) -> set[str]:
    """Return the stems that name a thing asked in these words: "remove" in "remove a manager"."""
    weights = {t.stem: read.weights.get(t.stem, 0.0) for t in read.terms[first : last + 1]}
    most = max(weights.values())
    return {stem for stem, value in weights.items() if value == most}
