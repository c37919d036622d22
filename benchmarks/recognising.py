"""How well questions are recognised: python benchmarks/recognising.py FOLDER [--errors].

The folder holds questions*.jsonl: questions labelled with the ECQ and competency they probe, in
one framework or both. Figures stand apart by file, tier and split, so that what was blind and what
was seen is not mixed. Beside sesbank's stand keyword overlap and bare RapidFuzz token_set against
the framework's names and meanings, with 95 % bootstrap intervals over the questions.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quality import Rater, Row, interval, mean, overlap, read_rows, token_set

from sesbank.domain.evidence import QuestionReading
from sesbank.domain.framework import Framework
from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher

TASKS = (
    ("opm-2025", "2025", ("RL", "DE", "MC", "LP", "AR")),
    ("opm-2006", "2006", ("LC", "LP", "RD", "BA", "BC")),
    ("opm-2006", "2006", ("LC", "LP", "RD", "BA", "BC", "FUND")),
)
FEWEST = 10
"""Questions; fewer make no figure."""


@dataclass(frozen=True)
class Case:
    """A labelled question and what one engine says of it."""

    row: Row
    true: str
    competency: str
    ecqs: tuple[str, ...]
    competencies: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.ecqs[0] if self.ecqs else ""


def gold(row: Row, year: str) -> tuple[str, str]:
    """Return ECQ and competency of a row in a framework; the competency as a code."""
    if row.get("match", "exact") not in ("exact", "near"):
        return "", ""
    home = "2025" if row.get("ecq_2025") else "2006"
    competency = row.get(f"competency_{year}") or (row.get("competency") if year == home else "")
    code = re.sub(r"[^a-z]+", "-", (competency or "").lower()).strip("-")
    return row.get(f"ecq_{year}") or "", code


def source_of(file: Path, row: Row) -> str:
    """Return where a question comes from: file, tier and split."""
    return " ".join(filter(None, [file.stem, row.get("tier") or "", row.get("split") or ""]))


def read(reading: QuestionReading, row: Row, true: tuple[str, str], codes: Sequence[str]) -> Case:
    told = tuple(g.code for g in reading.ecqs if g.code in codes)
    return Case(row, *true, told, tuple(g.code for g in reading.competencies[:3]))


def rated(rater: Rater, row: Row, true: tuple[str, str], framework: Framework) -> Case:
    """Return what a plain rater makes of a question, against names and meanings."""
    core = {
        e.code: " ".join([e.name, e.meaning, *(f"{c.name} {c.meaning}" for c in e.competencies)])
        for e in framework.ecqs
    }
    fine = {c.code: f"{c.name} {c.meaning}" for e in framework.ecqs for c in e.competencies}
    return Case(row, *true, best(rater, row["text"], core), best(rater, row["text"], fine)[:3])


def best(rater: Rater, asked: str, texts: dict[str, str]) -> tuple[str, ...]:
    scores = {code: rater(asked, text) for code, text in texts.items()}
    return tuple(sorted((c for c in scores if scores[c] > 0), key=lambda c: (-scores[c], c)))


def macro_f1(cases: Sequence[Case]) -> float:
    values = []
    for code in {case.true for case in cases}:
        right = sum(case.true == case.first == code for case in cases)
        wrong = sum((case.true == code) != (case.first == code) for case in cases)
        values.append(2 * right / (2 * right + wrong) if right else 0.0)
    return mean(values)


def hit(cases: Sequence[Case], most: int) -> float:
    return mean([float(case.true in case.ecqs[:most]) for case in cases])


def competency_hit(cases: Sequence[Case]) -> float:
    return mean([float(c.competency in c.competencies) for c in cases if c.competency])


def line(cases: Sequence[Case]) -> str:
    figures = [
        interval(cases, macro_f1),
        interval(cases, lambda some: hit(some, 1)),
        interval(cases, lambda some: hit(some, 2)),
    ]
    if sum(bool(case.competency) for case in cases) >= FEWEST:
        figures.append(interval(cases, competency_hit))
    return "  ".join(figures)


def report(folder: Path, matcher: Matcher, *, errors: bool) -> None:
    for framework_id, year, codes in TASKS:
        framework = load_frameworks().get(framework_id)
        engines: dict[str, dict[str, list[Case]]] = {}
        for file in sorted(folder.glob("questions*.jsonl")):
            for row in read_rows(file):
                true = gold(row, year)
                if true[0] not in codes:
                    continue
                source = source_of(file, row)
                asked = matcher.ask(row["text"], (), framework_id)
                for name, case in (
                    ("sesbank", read(asked, row, true, codes)),
                    ("keyword overlap", rated(overlap, row, true, framework)),
                    ("RapidFuzz token_set", rated(token_set, row, true, framework)),
                ):
                    engines.setdefault(name, {}).setdefault(source, []).append(case)
        print(f"\n{framework.name}, {len(codes)} classes: macro-F1, top-1, top-2, competency top-3")
        _print_sources(engines)
        if errors:
            _print_errors(engines.get("sesbank", {}))


def _print_sources(engines: dict[str, dict[str, list[Case]]]) -> None:
    for source in engines.get("sesbank", {}):
        if len(engines["sesbank"][source]) < FEWEST:
            continue
        print(f"  {source}, {len(engines['sesbank'][source])} questions")
        for name, sources in engines.items():
            print(f"    {name:<20} {line(sources[source])}")


def _print_errors(sources: dict[str, list[Case]]) -> None:
    """Print the questions gone wrong by what was mistaken for what, those of a test half unread."""
    wrong = [(s, c) for s, cases in sources.items() for c in cases if c.true != c.first]
    kinds = Counter((case.true, case.first) for _, case in wrong)
    for (true, first), count in kinds.most_common():
        print(f"  {count} x {true} taken for {first or 'nothing'}")
        for source, case in wrong:
            if (case.true, case.first) == (true, first):
                second = "second" if case.true in case.ecqs[:2] else "missed"
                text = "(kept unread)" if case.row.get("split") == "test" else case.row["text"]
                print(f"      {second} {case.row['id']} {source}: {text[:160]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what goes wrong, by kind")
    chosen = parser.parse_args()
    report(chosen.folder, Matcher(load_frameworks(), meaning=False), errors=chosen.errors)


if __name__ == "__main__":
    main()
