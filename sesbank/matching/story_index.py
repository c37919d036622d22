"""Story indexes: what matching knows of a story, computed once and kept until its text changes.

Its words are read at once, for they are needed of every story. What takes longer, its phrases
and what they show, is worked out for the stories that come near a demand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.matching.bm25 import WordBags
from sesbank.matching.common_words import weight
from sesbank.matching.concepts import concept_book
from sesbank.matching.cuebook import CueBook, Home
from sesbank.matching.phrases import Hit
from sesbank.matching.profiles import Profile, profile_of
from sesbank.matching.situations import told_situations
from sesbank.matching.stems import Term, read_terms, stem_set

PARTS_READ = ("title", *TOLD_PARTS)
"""The parts evidence is taken from. Tags, mappings and figures are no telling."""

PART_LIMIT = 20_000
"""How many characters of one part are read: more than an hour of telling."""

HEADED = 1.15
"""What a word is worth that the title says, too: a story is about that, and does not only name it.

One mention in passing and five count alike otherwise, since repeating words wins nothing.
"""

STRONGEST = 4
"""How many distinct cues of a competency count; more of them win nothing."""

TELLING_CUE = 0.2
"""Cues that weigh less tell nothing in a story: among hundreds of words some always fall."""

_REFERENCE_WORDS = 300
_LENGTH_SHARE = 0.35


def content_of(story: Story) -> tuple[str, ...]:
    """Return the texts of a story that its index is made of."""
    return tuple(part_text(story, part) for part in PARTS_READ)


def part_text(story: Story, part: str) -> str:
    """Return the text of a part, the title included."""
    return story.title if part == "title" else story.part(part)


@dataclass(frozen=True, slots=True)
class PartIndex:
    """One part of a story, read."""

    name: str
    text: str
    terms: tuple[Term, ...]
    stems: tuple[str, ...]
    """Those of the terms, one each: to look for a word needs no more."""
    concepts: tuple[Hit[str], ...]
    situations: tuple[Hit[str], ...]
    """Where it tells of situations that questions ask about."""


class Shown(NamedTuple):
    """A cue a story says, and where."""

    weight: float
    part: str
    first: int
    """Number of its first term in the part."""
    last: int


@dataclass(slots=True)
class StoryIndex:
    """What is known of one story's text."""

    content: tuple[str, ...]
    stems: tuple[str, ...]
    """Distinct stems that can carry weight, in order: a set would take ten times the room."""
    headed: tuple[str, ...]
    """Those of them its title says: what a story is about."""
    restraint: float
    """What longer stories are held back by: 1 and below."""
    spoken: dict[str, float] | None = None
    """Its concepts once they were looked for."""
    shown: dict[str, dict[Home, tuple[Shown, ...]]] = field(default_factory=dict)
    """By framework: the strongest cues of each competency and ECQ."""
    strengths: dict[str, dict[Home, float]] = field(default_factory=dict)
    """By framework: what these cues weigh together."""
    profiles: dict[str, Profile] = field(default_factory=dict)
    """By framework: how much of it is about each competency."""
    vector: tuple[Any] | None = None
    """Its direction by word vectors once it was computed; (None,) where no word has any."""

    @property
    def concepts(self) -> dict[str, float]:
        """Concepts it speaks of, with what the different phrases come to that say so."""
        if self.spoken is None:
            said = {hit.phrase for part in read_parts(self.content) for hit in part.concepts}
            self.spoken = {}
            for phrase in said:
                before = self.spoken.get(phrase.label, 0.0)
                self.spoken[phrase.label] = before + phrase.weight
        return self.spoken

    def profile(self, framework: str, bags: WordBags[Home]) -> Profile:
        """Return how much of this story is about each competency of a framework."""
        if framework not in self.profiles:
            self.profiles[framework] = profile_of(self.stems, bags)
        return self.profiles[framework]

    def shows(self, book: CueBook) -> dict[Home, tuple[Shown, ...]]:
        """Return the competencies and ECQs this story shows, with the cues that tell."""
        framework = book.framework.id
        if framework not in self.shown:
            shown = _strongest(book, read_parts(self.content))
            self.shown[framework] = shown
            self.strengths[framework] = {
                home: sum(cue.weight for cue in cues) for home, cues in shown.items()
            }
        return self.shown[framework]


def index_story(content: tuple[str, ...]) -> StoryIndex:
    """Read a story's texts into an index: its words now, what it shows when it is asked for."""
    said = set[str]().union(*(stem_set(text[:PART_LIMIT]) for text in content))
    stems = tuple(sorted(filter(weight, said)))
    headed = stem_set(content[0][:PART_LIMIT]).intersection(stems)
    return StoryIndex(content, stems, tuple(sorted(headed)), restraint(len(stems)))


def breadth(phrases: float) -> float:
    """Return what a concept is worth that a story says in so many different ways.

    A story that says it in three ways is about it; one way may be a mention in passing.
    """
    return 0.4 * min(phrases, 1.0) + 0.3 * min(phrases, 3.0)


def restraint(distinct: int) -> float:
    """Return the factor for a story of so many distinct telling words.

    It falls with length, since a long story holds any word sooner; repeating words changes
    nothing, since only distinct ones count.
    """
    return 1.0 / (1.0 + _LENGTH_SHARE * distinct / _REFERENCE_WORDS)


@lru_cache(maxsize=1_024)
def read_parts(content: tuple[str, ...]) -> tuple[PartIndex, ...]:
    """Read the texts of a story, part by part, leaving out empty ones."""
    parts = []
    for name, text in zip(PARTS_READ, content, strict=True):
        if text:
            terms = read_terms(text[:PART_LIMIT])
            stems = tuple([term.stem for term in terms])
            concepts = tuple(concept_book().find(terms, strict=True))
            parts.append(PartIndex(name, text, terms, stems, concepts, told_situations(terms)))
    return tuple(parts)


def _strongest(book: CueBook, parts: Sequence[PartIndex]) -> dict[Home, tuple[Shown, ...]]:
    """Return per home its distinct cues, each where it stands first, the strongest ones only."""
    found: dict[Home, dict[tuple[str, ...], Shown]] = {}
    for part in parts:
        for hit in book.read_story(part.terms):
            if hit.weight < TELLING_CUE:
                continue
            shown = Shown(min(hit.weight, 1.0), part.name, hit.first, hit.last)
            cues = found.setdefault(hit.home, {})
            kept = cues.setdefault(hit.phrase, shown)
            if shown.weight > kept.weight:
                cues[hit.phrase] = shown
    return {
        home: tuple(sorted(cues.values(), key=lambda cue: -cue.weight)[:STRONGEST])
        for home, cues in found.items()
    }
