"""How well postings are read: TQs found, header facts, framework, on any folder of cases.

    python benchmarks/reading.py FOLDER [--errors] [--kinds]

A case is NAME.txt beside NAME.json with `tqs`, `title`, `agency`, `pay_plan`, `open_date`,
`close_date`, `announcement_number`, `ecq_framework`, `ecq_codes`. A TQ counts as found when its
words agree with an expected one to an F1 of at least .8. Unsure requirements count like others.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reading_errors import (
    Counts,
    interval,
    kind_of_missed,
    kind_of_wrong,
    precision,
    recall,
)

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.vacancy import RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.posting import read_posting

FOUND = 0.8
FRAMEWORKS = {"2006": "opm-2006", "2025": "opm-2025", "none": "", "other": "", None: ""}
FACTS = {
    "title": "title",
    "pay_plan": "pay_plan",
    "grade": "grade",
    "open_date": "opens",
    "close_date": "closes",
    "announcement_number": "announcement",
}


@dataclass
class Score:
    """What was counted over all cases."""

    expected: int = 0
    returned: int = 0
    found: int = 0
    hard_expected: int = 0
    hard_found: int = 0
    whole: int = 0
    cases: int = 0
    framework: int = 0
    codes: int = 0
    offsets_wrong: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    each: list[Counts] = field(default_factory=list)


def token_f1(one: str, other: str) -> float:
    """Return the F1 of the words two texts share."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def pair(expected: Sequence[str], returned: Sequence[str]) -> list[tuple[int, int]]:
    """Return which expected text was found as which returned one, best first, each once."""
    scores = sorted(
        ((token_f1(e, r), i, j) for i, e in enumerate(expected) for j, r in enumerate(returned)),
        key=lambda score: -score[0],
    )
    pairs: list[tuple[int, int]] = []
    for score, i, j in scores:
        if score >= FOUND and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def count_case(score: Score, gold: dict[str, Any], vacancy: Vacancy) -> None:
    """Add one case to the score."""
    tqs = gold.get("tqs") or []
    returned = [r.text for r in vacancy.of_kind(RequirementKind.TQ)]
    expected = [str(tq["text"]) for tq in tqs]
    pairs = pair(expected, returned)
    hit = {i for i, _ in pairs}
    score.cases += 1
    score.expected += len(expected)
    score.returned += len(returned)
    score.found += len(pairs)
    for i, tq in enumerate(tqs):
        soft = tq.get("ambiguous") or tq.get("boundary") == "soft"
        score.hard_expected += not soft
        score.hard_found += not soft and i in hit
    score.whole += len(pairs) == len(expected) == len(returned)
    score.each.append((len(expected), len(returned), len(pairs)))
    _note_tqs(score, gold["id"], expected, returned, pairs)
    _note_kinds(score, vacancy, expected, pairs)
    _count_facts(score, gold, vacancy)
    score.offsets_wrong += sum(
        vacancy.source[r.start : r.end] != r.text or not r.text for r in vacancy.requirements
    )


def _note_tqs(
    score: Score,
    name: str,
    expected: Sequence[str],
    returned: Sequence[str],
    pairs: list[tuple[int, int]],
) -> None:
    for i, text in enumerate(expected):
        if all(i != a for a, _ in pairs):
            score.errors.append(f"{name}: missed TQ: {text[:110]}")
    for j, text in enumerate(returned):
        if all(j != b for _, b in pairs):
            score.errors.append(f"{name}: wrong TQ: {text[:160]!r}")


def _note_kinds(
    score: Score, vacancy: Vacancy, expected: Sequence[str], pairs: list[tuple[int, int]]
) -> None:
    returned = [r.text for r in vacancy.of_kind(RequirementKind.TQ)]
    others = [r.text for r in vacancy.requirements if r.kind is not RequirementKind.TQ]
    for i, text in enumerate(expected):
        if all(i != a for a, _ in pairs):
            score.kinds[f"missed: {kind_of_missed(text, returned, others)}"] += 1
    for j, text in enumerate(returned):
        if all(j != b for _, b in pairs):
            score.kinds[f"wrong: {kind_of_wrong(text, expected)}"] += 1


def _count_facts(score: Score, gold: dict[str, Any], vacancy: Vacancy) -> None:
    for key, name in FACTS.items():
        if key not in gold:
            continue
        wanted, got = gold.get(key) or "", getattr(vacancy, name)
        _count_fact(score, gold["id"], name, [wanted], got)
    agency = [gold.get("agency") or "", *gold.get("agency_aliases", [])]
    stated = gold.get("agency_in_text", True) or bool(vacancy.agency)
    if "agency" in gold:
        _count_fact(score, gold["id"], "agency", agency if stated else [""], vacancy.agency)
    wanted_framework = FRAMEWORKS.get(gold.get("ecq_framework"), str(gold.get("ecq_framework")))
    right = vacancy.framework == wanted_framework
    score.framework += right
    codes = [r.code for r in vacancy.of_kind(RequirementKind.ECQ) if r.code]
    score.codes += set(gold.get("ecq_codes", [])) <= set(codes)
    if not right:
        score.errors.append(
            f"{gold['id']}: framework {vacancy.framework!r}, not {wanted_framework!r}"
        )
    if set(codes) != set(gold.get("ecq_codes", [])):
        score.errors.append(f"{gold['id']}: ECQs {codes}, not {gold.get('ecq_codes')}")


def _count_fact(score: Score, case: str, name: str, wanted: Sequence[str], got: str) -> None:
    same = got.casefold() in {value.casefold() for value in wanted}
    kind = "right" if same else "invented" if not wanted[0] else "missed" if not got else "wrong"
    score.facts[f"{name} {kind}"] += 1
    if not same:
        score.errors.append(f"{case}: {name} {got!r}, not {wanted[0]!r}")


def run(folder: Path, frameworks: FrameworkSet) -> Score:
    """Read every case of a folder."""
    score = Score()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        count_case(score, gold, read_posting(text, frameworks))
    return score


def seconds_for_long(folder: Path, frameworks: FrameworkSet) -> float:
    """Return the seconds it takes to read 100,000 characters of the cases run together."""
    text = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt")))
    text = (text * (100_000 // max(len(text), 1) + 1))[:100_000]
    started = time.perf_counter()
    read_posting(text, frameworks)
    return time.perf_counter() - started


def _with_interval(score: Score, whole: Counts, share: Callable[[Counts], float]) -> str:
    low, high = interval(score.each, share)
    return f"{share(whole):.3f} [{low:.2f}, {high:.2f}]"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--kinds", action="store_true", help="count the errors by their kind")
    given = parser.parse_args()
    frameworks = load_frameworks()
    score = run(given.folder, frameworks)
    if not score.cases:
        parser.error(f"no NAME.txt with NAME.json in {given.folder}")
    whole = (score.expected, score.returned, score.found)
    hard = score.hard_found / max(score.hard_expected, 1)
    print(f"cases {score.cases}   TQs expected {score.expected}, returned {score.returned}")
    print(f"recall {_with_interval(score, whole, recall)} (clear ones {hard:.3f})")
    print(f"precision {_with_interval(score, whole, precision)}")
    print(f"whole posting right {score.whole}/{score.cases}   offsets wrong {score.offsets_wrong}")
    print(f"framework right {score.framework}/{score.cases}")
    print(f"ECQs all found {score.codes}/{score.cases}")
    for name, count in sorted(score.facts.items()):
        print(f"  {name}: {count}")
    print(f"100,000 characters: {seconds_for_long(given.folder, frameworks):.2f} s")
    if given.kinds:
        for kind, count in score.kinds.most_common():
            print(f"  {kind}: {count}")
    if given.errors:
        print("\n".join(score.errors))


if __name__ == "__main__":
    main()
