"""What short cuts cost: python benchmarks/exactness.py [--stories 3000] [--slates 1000].

First, of the ten best answers that reading every story closely finds, how many the index finds,
for questions and requirements on a bank put together from the sentences of the examples and of
the narrative cases. Second, in how many random small vacancies the slate comes to what the best
of all possible sets comes to.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from matching import DEMANDS, bank
from quality import read_rows

from sesbank.domain.evidence import RequirementMatch, StoryMatch, Verdict
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher, ranking
from sesbank.matching.slate import AGAIN, EACH_ECQ, propose
from sesbank.matching.verdicts import PROPOSED, PROPOSED_TECHNICAL

CASES = Path(__file__).resolve().parent / "cases"
FOLDERS = ("narrative", "indirect-other")
BEST = 10
QUESTIONS = 26
"""Beside the ten requirements."""


def asked() -> list[str]:
    """Return questions of the cases, every other one, so that all kinds are among them."""
    found = [
        row["query"] for name in FOLDERS for row in read_rows(CASES / name / "relevance.jsonl")
    ]
    return found[::2][:QUESTIONS]


def best_of(stories: Sequence[Story]) -> Iterator[list[float]]:
    """Yield the scores of the ten best stories for each question and requirement."""
    matcher = Matcher(load_frameworks(), meaning=False)
    for question in asked():
        listed = matcher.ask(question, stories, "opm-2025", limit=BEST).stories
        yield [match.score for match in listed]
    for text in DEMANDS:
        wanted = Requirement("tq1", RequirementKind.TQ, "TQ 1", text, 0, len(text))
        vacancy = Vacancy("v", text, framework="opm-2025", requirements=(wanted,))
        listed = matcher.match(vacancy, stories).stories_for("tq1")
        yield [match.score for match in listed[:BEST]]


def report_index(count: int) -> None:
    stories = bank(count)
    quick = list(best_of(stories))
    ranking.SPARE = count
    whole = list(best_of(stories))
    found = sum(sum((Counter(a) & Counter(b)).values()) for a, b in zip(quick, whole, strict=True))
    first = sum(a[:1] == b[:1] for a, b in zip(quick, whole, strict=True))
    of = sum(map(len, whole))
    print(f"Index, {count} stories, {len(whole)} queries: {found} of the {of} best answers")
    print(f"  the very best in {first} of {len(whole)}")


def report_slates(count: int) -> None:
    chance = random.Random(7)
    equal = sum(_equal(chance) for _ in range(count))
    print(f"Slate, {count} random vacancies: {equal} as good as the best of all sets")


def _equal(chance: random.Random) -> bool:
    kinds = chance.choices((RequirementKind.TQ, RequirementKind.ECQ), k=chance.randint(1, 5))
    rows = tuple(
        Requirement(f"r{n}", kind, f"R {n}", "", 0, 0, code=chance.choice(("A", "B")))
        for n, kind in enumerate(kinds)
    )
    vacancy = Vacancy("v", "", framework="opm-2025", requirements=rows)
    stories, uses = [f"s{n}" for n in range(chance.randint(1, 5))], chance.choice((1, 1, 2))
    scores = {row.id: {s: round(chance.random() * 0.6, 3) for s in stories} for row in rows}
    matches = tuple(RequirementMatch(row.id, _listed(scores[row.id])) for row in vacancy.matched)
    entries = propose(vacancy, matches, uses=uses).entries
    chosen = {entry.requirement: entry.story for entry in entries}
    proposed = _worth(
        vacancy.matched, [chosen.get(r.id, "") for r in vacancy.matched], scores, uses
    )
    sets = product(("", *stories), repeat=len(vacancy.matched))
    return proposed is not None and proposed + 1e-6 >= max(
        value for s in sets if (value := _worth(vacancy.matched, s, scores, uses)) is not None
    )


def _listed(scores: dict[str, float]) -> tuple[StoryMatch, ...]:
    ranked = sorted(scores, key=lambda story: -scores[story])
    return tuple(StoryMatch(story, story, scores[story], Verdict.FAIR, ()) for story in ranked)


def _worth(
    rows: Sequence[Requirement],
    chosen: Sequence[str],
    scores: dict[str, dict[str, float]],
    uses: int,
) -> float | None:
    """Return what a set comes to; None where it may not be proposed."""
    told = Counter(filter(None, chosen))
    ecqs = Counter(
        r.code for r, s in zip(rows, chosen, strict=True) if s and r.kind is RequirementKind.ECQ
    )
    if any(n > uses for n in told.values()) or any(n > EACH_ECQ for n in ecqs.values()):
        return None
    total = -sum(AGAIN * use for n in told.values() for use in range(n))
    for row, story in zip(rows, chosen, strict=True):
        if story:
            floor = PROPOSED if row.kind is RequirementKind.ECQ else PROPOSED_TECHNICAL
            if scores[row.id][story] < floor:
                return None
            total += scores[row.id][story]
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--stories", type=int, default=3000)
    parser.add_argument("--slates", type=int, default=1000)
    chosen = parser.parse_args()
    report_slates(chosen.slates)
    report_index(chosen.stories)


if __name__ == "__main__":
    main()
