"""Quality on a folder of real cases: python benchmarks/quality.py DIR [--no-meaning] [--titles].

The folder holds stories.jsonl and relevance.jsonl (graded story ids a query); for questions see
recognising.py. Beside sesbank's figures stand plain keyword overlap and bare RapidFuzz
token_set from the same run, with 95 % bootstrap intervals over the cases.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from sesbank.domain.story import PARTS, Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher

LEGACY = "opm-2006"

Row = dict[str, Any]
Scorer = Callable[[Row], Mapping[str, float]]
"""From a case to scores by story id."""

Rater = Callable[[str, str], float]
"""How alike two texts are."""


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_stories(path: Path, *, titles: bool) -> list[Story]:
    return [_story(row, titles=titles) for row in read_rows(path)]


def _story(row: Row, *, titles: bool) -> Story:
    parts = {name: row.get(name) or "" for name in PARTS}
    text = row.get("text") or ""
    if sum(map(len, parts.values())) < 0.6 * len(text):  # marked in part only: keep whole
        parts = {**dict.fromkeys(PARTS, ""), "action": text}
    return Story(id=row["id"], title=(row.get("title") or "") if titles else "", **parts)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower()))


def overlap(asked: str, said: str) -> float:
    """Return the share of the asked words that are said, as a keyword checker counts it."""
    wanted = words_of(asked)
    return len(wanted & words_of(said)) / max(len(wanted), 1)


def token_set(asked: str, said: str) -> float:
    return fuzz.token_set_ratio(asked, said) / 100


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], depth: int = 5) -> float:
    def gain(values: Iterable[int]) -> float:
        return sum((2**g - 1) / math.log2(n + 2) for n, g in enumerate(values))

    best = gain(sorted(grades.values(), reverse=True)[:depth])
    return gain(grades[i] for i in ranked[:depth]) / best if best else 0.0


def ranking_scores(cases: Sequence[Row], scorer: Scorer) -> list[float]:
    """Return nDCG@5 of each case over its judged stories; unlisted ones come last."""
    values = []
    for case in cases:
        grades = {j["story_id"]: int(j["grade"]) for j in case["judgments"]}
        scores = scorer(case)
        values.append(ndcg(sorted(grades, key=lambda i: (-scores.get(i, 0.0), i)), grades))
    return values


def matcher_scorer(matcher: Matcher, stories: Sequence[Story], framework: str) -> Scorer:
    def score(case: Row) -> dict[str, float]:
        text = case["query"]
        if case["query_type"] != "tq":
            listed = matcher.ask(text, stories, framework, limit=len(stories)).stories
        else:
            requirement = Requirement("tq1", RequirementKind.TQ, "TQ 1", text, 0, len(text))
            vacancy = Vacancy("case", text, framework=framework, requirements=(requirement,))
            listed = matcher.match(vacancy, stories).stories_for("tq1")
        return {match.story: match.score for match in listed}

    return score


def rater_scorer(rater: Rater, stories: Sequence[Story]) -> Scorer:
    texts = {s.id: " ".join([s.title, *(s.part(p) for p in PARTS)]) for s in stories}
    return lambda case: {i: rater(case["query"], text) for i, text in texts.items()}


def interval(values: Sequence[Any], measure: Callable[[Sequence[Any]], float]) -> str:
    chance = random.Random(1)
    draws = sorted(measure(chance.choices(values, k=len(values))) for _ in range(500))
    return f"{measure(values):.3f} [{draws[12]:.2f}, {draws[487]:.2f}]"


def mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)


def report_ranking(folder: Path, matcher: Matcher, *, titles: bool) -> None:
    stories = read_stories(folder / "stories.jsonl", titles=titles)
    cases = read_rows(folder / "relevance.jsonl")
    engines: dict[str, Scorer] = {
        f"sesbank {name}": matcher_scorer(matcher, stories, name)
        for name in (LEGACY, load_frameworks().default)
    }
    engines["keyword overlap"] = rater_scorer(overlap, stories)
    engines["RapidFuzz token_set"] = rater_scorer(token_set, stories)
    print(f"\nStories for {len(cases)} questions and TQs, nDCG@5 over judged stories")
    for name, scorer in engines.items():
        values = ranking_scores(cases, scorer)
        kinds = {
            kind: [v for v, c in zip(values, cases, strict=True) if (c["query_type"] == "tq") == tq]
            for kind, tq in (("questions", False), ("TQs", True))
        }
        apart = "  ".join(f"{kind} {mean(v):.3f}" for kind, v in kinds.items())
        print(f"  {name:<22} {interval(values, mean)}  {apart}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-meaning", action="store_true", help="leave the vectors out")
    parser.add_argument("--titles", action="store_true", help="let titles count as evidence")
    parser.add_argument("--ablation", action="store_true", help="leave each signal out in turn")
    chosen = parser.parse_args()
    matcher = Matcher(load_frameworks(), meaning=not chosen.no_meaning)
    print(f"sesbank, meaning {'on' if matcher.meaning_on else 'off'}")
    if chosen.ablation:
        from ablation import report_ablation

        report_ablation(chosen.folder, meaning=not chosen.no_meaning, titles=chosen.titles)
        return
    report_ranking(chosen.folder, matcher, titles=chosen.titles)


if __name__ == "__main__":
    main()
