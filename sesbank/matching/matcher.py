"""The matcher: stories for the requirements of a vacancy and for a panel question."""

from __future__ import annotations

from collections.abc import Sequence

from sesbank.domain.evidence import (
    EcqGuess,
    MatchReport,
    QuestionReading,
    RequirementMatch,
)
from sesbank.domain.framework import FrameworkSet
from sesbank.domain.story import Story
from sesbank.domain.text import clean
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.matching.asking import make_demand
from sesbank.matching.bank import BankIndex
from sesbank.matching.cuebook import Home
from sesbank.matching.demands import FOR_ECQ, FOR_QUESTION, FOR_TQ, Demand, Shares
from sesbank.matching.guesses import guess_competencies, guess_ecqs
from sesbank.matching.indexing import content_of, read_parts
from sesbank.matching.keywords import keywords
from sesbank.matching.pinning import pinned_match
from sesbank.matching.questions import question_parts
from sesbank.matching.ranking import Indexed, rank, weigh
from sesbank.matching.reading import read_asked
from sesbank.matching.recognition import Recogniser
from sesbank.matching.slate import propose
from sesbank.matching.suggesting import suggest_ecqs
from sesbank.matching.vectors import installed

RULES = "1"
"""Version of the rules that score; it changes when the same texts may score differently."""

LISTED_STORIES = 50
"""How many stories are listed for a requirement at most."""


class Matcher:
    """Matches stories and says why. Keeps an index a story, renewed only where its text changed."""

    def __init__(self, frameworks: FrameworkSet, *, meaning: bool = True) -> None:
        self._frameworks = frameworks
        self._recognisers: dict[str, Recogniser] = {}
        self._bank = BankIndex()
        self._meaning = bool(meaning and installed())

    @property
    def meaning_on(self) -> bool:
        """Whether the optional word vectors are installed and used."""
        return self._meaning

    def match(self, vacancy: Vacancy, stories: Sequence[Story]) -> MatchReport:
        """Return the stories for each requirement, the best set of them, and what is uncovered."""
        bank = self._bank.update(stories)
        matches = tuple(self._match_one(r, vacancy, bank) for r in vacancy.matched)
        slate = propose(vacancy, matches)
        return MatchReport(matches, slate.entries, slate.uncovered, RULES)

    def ask(
        self, question: str, stories: Sequence[Story], framework: str, *, limit: int = 10
    ) -> QuestionReading:
        """Return what a question probes, its parts, words to weave in, and the stories to tell."""
        question = clean(question)
        bank = self._bank.update(stories)
        recogniser = self._recogniser(framework)
        read = read_asked(question)
        recognised = recogniser.recognise(read)
        ecqs = guess_ecqs(read, recognised, recogniser)
        competencies = guess_competencies(recognised, recogniser, ecqs)
        demand = make_demand(read, recogniser, self._shares(FOR_QUESTION), self._bank.rarity)
        return QuestionReading(
            question=question,
            framework=recogniser.framework.id,
            parts=question_parts(question),
            ecqs=ecqs,
            competencies=competencies,
            keywords=keywords(
                read, [Home(c.ecq, c.code) for c in competencies], recogniser.framework
            ),
            stories=rank(demand, bank, recogniser.book, limit=limit),
        )

    def suggest(self, story: Story, framework: str) -> tuple[EcqGuess, ...]:
        """Return the ECQs a story shows, at most three, with cues verbatim from the story."""
        return suggest_ecqs(read_parts(content_of(story)), self._recogniser(framework))

    def _recogniser(self, framework: str) -> Recogniser:
        """Return the recogniser of a framework; the default one where none is named or known."""
        known = framework if framework in self._frameworks.ids else self._frameworks.default
        if known not in self._recognisers:
            self._recognisers[known] = Recogniser(self._frameworks.get(known))
        return self._recognisers[known]

    def _shares(self, shares: Shares) -> Shares:
        return shares if self._meaning else shares.without_meaning()

    def _demand(self, requirement: Requirement, vacancy: Vacancy) -> Demand:
        recogniser = self._recogniser(vacancy.framework)
        codes = {ecq.code for ecq in recogniser.framework.ecqs}
        is_ecq = requirement.kind is RequirementKind.ECQ and requirement.code in codes
        shares = self._shares(FOR_ECQ if is_ecq else FOR_TQ)
        code = requirement.code if is_ecq else ""
        read = read_asked(requirement.text)
        return make_demand(read, recogniser, shares, self._bank.rarity, ecq=code)

    def _match_one(
        self, requirement: Requirement, vacancy: Vacancy, bank: Indexed
    ) -> RequirementMatch:
        banned = {c.story for c in vacancy.bans if c.requirement == requirement.id}
        pinned = [c.story for c in vacancy.pins if c.requirement == requirement.id]
        demand = self._demand(requirement, vacancy)
        book = self._recogniser(vacancy.framework).book
        allowed = [pair for pair in bank if pair[0].id not in banned]
        first = [
            pinned_match(demand, story, weigh(demand, story, index, book))
            for story, index in allowed
            if story.id in pinned
        ]
        first.sort(key=lambda match: pinned.index(match.story))
        rest = rank(demand, allowed, book, limit=LISTED_STORIES)
        listed = (*first, *(match for match in rest if match.story not in pinned))
        return RequirementMatch(requirement.id, listed[:LISTED_STORIES])
