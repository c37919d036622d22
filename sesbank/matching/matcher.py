"""The matcher: stories for the requirements of a vacancy and for a panel question."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from threading import RLock

from sesbank.domain.demands import DemandPart, StoryCover
from sesbank.domain.evidence import (
    Almost,
    EcqGuess,
    MatchReport,
    QuestionReading,
    RequirementMatch,
    StoryMatch,
)
from sesbank.domain.framework import FrameworkSet
from sesbank.domain.story import Story
from sesbank.domain.text import clean
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.matching.almost import almost
from sesbank.matching.asked_text import read_asked
from sesbank.matching.bank import BankIndex
from sesbank.matching.covering import OTHERS, Weighing, cover
from sesbank.matching.demand_making import make_demand
from sesbank.matching.demands import FOR_ECQ, FOR_QUESTION, FOR_TQ, Demand, Shares
from sesbank.matching.evidence import Scales, Signal
from sesbank.matching.guesses import aims_of, guess_competencies, guess_ecqs, probed
from sesbank.matching.keywords import question_keywords, requirement_keywords
from sesbank.matching.meaning import Meaning
from sesbank.matching.nets import Nets, other_nets
from sesbank.matching.pace import Pace, Work, catch_up
from sesbank.matching.phrases import says
from sesbank.matching.pinning import pinned_match
from sesbank.matching.probing import ecq_probes, question_probes, requirement_probes
from sesbank.matching.question_read import read_question
from sesbank.matching.ranking import rank, weigh
from sesbank.matching.recognition import Recogniser
from sesbank.matching.requirement_split import split_demands
from sesbank.matching.slate import propose
from sesbank.matching.story_index import content_of, read_parts
from sesbank.matching.suggesting import competencies_said, suggest_ecqs
from sesbank.matching.vectors import installed, word_vectors

RULES = "13"
"""Version of the rules by which stories are matched to requirements, kept in every saved slate; it
changes when the same texts may score differently."""

LISTED_STORIES = 50
"""How many stories are listed for a requirement at most."""


_MOST_SUGGESTED = 500
"""Stories of which it is kept what their words suggest."""


class Matcher:
    """Matches stories and says why. Keeps an index a story, renewed only where its text changed."""

    def __init__(
        self,
        frameworks: FrameworkSet,
        *,
        meaning: bool = True,
        without: Iterable[Signal] = (),
    ) -> None:
        """Match by these frameworks; `without` leaves signals out, to measure their worth."""
        self._frameworks = frameworks
        self._recognisers: dict[str, Recogniser] = {}
        self._bank = BankIndex()
        self._without = frozenset(without)
        self._lock = RLock()  # screens ask from threads of their own, and the index is shared
        self._meaning_on = meaning and installed()
        self._meaning: Meaning | None = None
        self._put_off: list[Work] = []
        self._suggested: dict[tuple[str, tuple[str, ...]], tuple[EcqGuess, ...]] = {}

    @property
    def meaning_on(self) -> bool:
        """Whether the optional word vectors are installed and used."""
        return self._meaning_on

    def match(self, vacancy: Vacancy, stories: Sequence[Story], *, uses: int = 1) -> MatchReport:
        """Return the stories for each requirement, the best set of them, and what is uncovered.

        In the set each story is used at most `uses` times.
        """
        with self._lock:
            self._bank.update(stories)
            matches = tuple(self._match_one(r, vacancy) for r in vacancy.matched)
        # More often than there are requirements no story can serve.
        slate = propose(vacancy, matches, stories, uses=min(uses, max(len(matches), 1)))
        nearest = tuple(self._nearest(vacancy, matches, slate.uncovered))
        return MatchReport(matches, slate.entries, slate.uncovered, RULES, nearest, uses)

    def _nearest(
        self, vacancy: Vacancy, matches: Sequence[RequirementMatch], uncovered: Container[str]
    ) -> Iterator[Almost]:
        """Yield the best story for each uncovered requirement, where one comes near."""
        nets = self._nets(vacancy.framework)
        for requirement, match in zip(vacancy.matched, matches, strict=True):
            if requirement.id in uncovered and match.stories:
                yield almost(requirement.id, self._demand(requirement, nets), match.stories[0])

    def cover(
        self, requirement: Requirement, vacancy: Vacancy, stories: Sequence[Story]
    ) -> Callable[[Story], StoryCover]:
        """Return what tells for a story which demands of a requirement it meets."""
        with self._lock:
            self._bank.update(stories)
            nets = self._nets(vacancy.framework)
            weighings = [self._weighing(part, nets) for part in split_demands(requirement.text)]
        told = {story.id: story for story in stories}
        return lambda story: cover(requirement.id, story, weighings, told)

    def _weighing(self, part: DemandPart, nets: Nets) -> Weighing:
        read = read_asked(part.text)
        probes = requirement_probes(read, nets)
        demand = make_demand(read, probes, self._shares(FOR_TQ), self._bank.rarity)
        scales = self._scales(demand, nets)

        def weighed(story: str) -> StoryMatch | None:
            return weigh(scales, *self._bank[story]) if story in self._bank else None

        return Weighing(part, weighed, rank(scales, self._bank, limit=OTHERS))

    def ask(
        self,
        question: str,
        stories: Sequence[Story],
        framework: str,
        *,
        limit: int = 10,
        seconds: float | None = None,
    ) -> QuestionReading:
        """Return what a question probes, its parts, words to weave in, and the stories to tell.

        With `seconds` no longer than that is spent on reading stories closely; what is put off
        is done by `read_on`, and the answer says that it is not settled.
        """
        question = clean(question)
        recogniser = self._recogniser(framework)
        nets = self._nets(framework)
        parts, read, probing = read_question(question, recogniser)
        recognised = [net.recognise_question(probing) for net in nets]
        ecqs = guess_ecqs(probing, recognised[0], recogniser)
        competencies = guess_competencies(recognised[0], recogniser, ecqs)
        aims = aims_of(probing.text, ecqs, competencies, recogniser.framework)
        probes, shares = question_probes(probing, nets, recognised), self._shares(FOR_QUESTION)
        with self._lock:
            self._bank.update(stories)
            rarity, pace = self._bank.rarity, Pace(seconds)
            demand = make_demand(read, probes, shares, rarity, framework=framework, aims=aims)
            found = rank(self._scales(demand, nets), self._bank, limit=limit, pace=pace)
            self._put_off = pace.put_off
        return QuestionReading(
            question=question,
            framework=recogniser.framework.id,
            parts=parts,
            ecqs=ecqs,
            competencies=competencies,
            keywords=question_keywords(probing, probed(competencies), recogniser),
            stories=found,
            settled=not pace.put_off,
        )

    def read_on(self, seconds: float) -> bool:
        """Read for so long what the last answer put off; return whether anything is left."""
        with self._lock:
            self._put_off = catch_up(self._put_off, Pace(seconds))
            return bool(self._put_off)

    def suggest(self, story: Story, framework: str) -> tuple[EcqGuess, ...]:
        """Return the ECQs a story shows, at most three, with cues verbatim from the story."""
        key = (framework, content_of(story))
        guesses = self._suggested.get(key)
        if guesses is None:
            guesses = suggest_ecqs(read_parts(key[1]), self._recogniser(framework))
            if len(self._suggested) >= _MOST_SUGGESTED:
                self._suggested.clear()
            self._suggested[key] = guesses
        return guesses

    def competencies_said(self, story: Story, framework: str) -> dict[str, tuple[str, ...]]:
        """Return by code the competencies a story speaks of clearly, with its words."""
        return competencies_said(read_parts(content_of(story)), self._recogniser(framework))

    def keywords(self, vacancy: Vacancy) -> dict[str, tuple[str, ...]]:
        """Return the words to weave in for each requirement that is matched, by its id."""
        recogniser = self._recogniser(vacancy.framework)
        return {r.id: requirement_keywords(r, recogniser) for r in vacancy.matched}

    def says(self, text: str, phrase: str) -> bool:
        """Return whether a text says a phrase in any inflection."""
        return says(text, phrase)

    def _recogniser(self, framework: str) -> Recogniser:
        """Return the recogniser of a framework; the default one where none is named or known."""
        known = framework if framework in self._frameworks.ids else self._frameworks.default
        with self._lock:
            return self._kept(known)

    def _kept(self, known: str) -> Recogniser:
        if known not in self._recognisers:
            self._recognisers[known] = Recogniser(
                self._frameworks.get(known), self._frameworks.questions
            )
        return self._recognisers[known]

    def _nets(self, framework: str) -> Nets:
        own = self._recogniser(framework)
        others = other_nets(self._frameworks, own.framework.id)
        return Nets(own, tuple(self._recogniser(other) for other in others))

    def _shares(self, shares: Shares) -> Shares:
        return shares if self._meaning_on else shares.without_meaning()

    def _scales(self, demand: Demand, nets: Nets) -> Scales:
        """Return what to weigh with; the vectors are read on first use, not at start."""
        if self._meaning_on and self._meaning is None:
            vectors = word_vectors()
            self._meaning = Meaning(vectors) if vectors else None
        meaning = self._meaning if demand.shares.meaning else None
        return Scales(demand, nets, meaning, self._without)

    def _demand(self, requirement: Requirement, nets: Nets) -> Demand:
        framework, code = nets.own.framework, requirement.code
        read, rarity = read_asked(requirement.text), self._bank.rarity
        if requirement.kind is RequirementKind.ECQ and code in {e.code for e in framework.ecqs}:
            probes = ecq_probes(read, nets.own, code)
            shares = self._shares(FOR_ECQ)
            return make_demand(read, probes, shares, rarity, framework=framework.id, ecq=code)
        return make_demand(read, requirement_probes(read, nets), self._shares(FOR_TQ), rarity)

    def _match_one(self, requirement: Requirement, vacancy: Vacancy) -> RequirementMatch:
        banned = {c.story for c in vacancy.bans if c.requirement == requirement.id}
        pinned = [c.story for c in vacancy.pins if c.requirement == requirement.id]
        nets = self._nets(vacancy.framework)
        demand = self._demand(requirement, nets)
        scales = self._scales(demand, nets)
        first = [
            pinned_match(demand, self._bank[story][0], weigh(scales, *self._bank[story]))
            for story in dict.fromkeys(pinned)
            if story in self._bank and story not in banned
        ]
        rest = rank(scales, self._bank, limit=LISTED_STORIES, banned=banned)
        listed = (*first, *(match for match in rest if match.story not in pinned))
        return RequirementMatch(requirement.id, listed[:LISTED_STORIES])
