"""Large banks: the sieve finds what reading every story closely would find."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
import snowballstemmer
from matching_bank import BANK, frameworks, tq, vacancy

from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.matching import Matcher, ranking
from sesbank.matching.stems import shipped_stems

DEMAND = "Experience directing a national grants program and closing audit findings."


def crowd(count: int) -> tuple[Story, ...]:
    """Many stories put together from the sentences of a few."""
    chance = random.Random(4)
    sentences = [s for story in BANK for p in TOLD_PARTS for s in story.part(p).split(". ") if s]
    return tuple(
        Story(id=f"s{n:04}", title="", action=". ".join(chance.sample(sentences, 4)))
        for n in range(count)
    )


def test_the_best_of_a_large_bank_are_those_that_a_close_reading_of_all_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stories = crowd(400)
    wanted = vacancy(tq(DEMAND))
    sieved = Matcher(frameworks(), meaning=False).match(wanted, stories).stories_for("tq1")
    monkeypatch.setattr(ranking, "SPARE", 10_000)
    whole = Matcher(frameworks(), meaning=False).match(wanted, stories).stories_for("tq1")
    assert [m.score for m in sieved[:10]] == [m.score for m in whole[:10]]


INDIRECT = (
    "When did you take the blame for something your team had done?",
    "Tell us about a time the answer everyone wanted was not one the law left open.",
    "How did you get through a year on less money than you had been counting on?",
    "Which decision do you wish you had back?",
)


@pytest.mark.parametrize("question", INDIRECT)
def test_so_are_they_for_questions_that_ask_in_other_words(
    monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    stories = crowd(300)
    sieved = Matcher(frameworks(), meaning=False).ask(question, stories, "opm-2025").stories
    monkeypatch.setattr(ranking, "SPARE", 10_000)
    whole = Matcher(frameworks(), meaning=False).ask(question, stories, "opm-2025").stories
    assert sieved[0].score == whole[0].score
    found = {match.story for match in sieved} & {match.story for match in whole}
    assert len(found) >= 0.9 * len(whole) > 0


def test_an_edit_in_a_large_bank_is_seen_and_can_be_taken_back() -> None:
    stories = crowd(60)
    matcher = Matcher(frameworks(), meaning=False)
    before = matcher.ask("How did you clear a grants backlog?", stories, "opm-2025")
    best = before.stories[0].story
    for _ in range(3):
        edited = tuple(s.edit(action="I sang.") if s.id == best else s for s in stories)
        after = matcher.ask("How did you clear a grants backlog?", edited, "opm-2025")
        assert best not in [m.story for m in after.stories]
        again = matcher.ask("How did you clear a grants backlog?", stories, "opm-2025")
        assert again == before


def test_several_may_ask_at_once() -> None:
    stories = crowd(60)
    matcher = Matcher(frameworks(), meaning=False)
    asked = [f"How did you clear a {thing} backlog?" for thing in ("grants", "case", "payroll")] * 4
    banks = [stories, stories[:40], stories[20:]] * 4
    with ThreadPoolExecutor(4) as threads:
        found = list(
            threads.map(lambda q, bank: matcher.ask(q, bank, "opm-2025").stories, asked, banks)
        )
    for question, bank, answer in zip(asked, banks, found, strict=True):
        assert answer == matcher.ask(question, bank, "opm-2025").stories


def test_shipped_stems_are_what_the_stemmer_says() -> None:
    stemmer = snowballstemmer.stemmer("english")
    shipped = shipped_stems()
    assert len(shipped) > 1_000
    assert {word: stemmer.stemWord(word) for word in shipped} == shipped
