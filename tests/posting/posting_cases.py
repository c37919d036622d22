"""The postings written for these tests: NAME.txt with what it asks for in NAME.json."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.vacancy import RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.posting import read_posting

TEXTS = Path(__file__).parent / "texts"
BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "cases" / "postings"
FRAMEWORKS = {"none": "", "other": "", "2006": "opm-2006", "2025": "opm-2025"}


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    tqs: tuple[str, ...]
    desirables: tuple[str, ...]
    framework: str
    codes: tuple[str, ...]


@cache
def frameworks() -> FrameworkSet:
    return load_frameworks()


@cache
def cases() -> tuple[Case, ...]:
    return tuple(_case(path) for path in sorted(TEXTS.glob("*.json")))


@cache
def benchmark_cases() -> tuple[Case, ...]:
    """The longer postings of the benchmark, of which a reader may differ by a word or two."""
    return tuple(_case(path) for path in sorted(BENCHMARK.glob("*.json")))


def case(name: str) -> Case:
    return next(found for found in cases() if found.name.startswith(name))


def read(text: str) -> Vacancy:
    return read_posting(text, frameworks())


def texts_of(vacancy: Vacancy, kind: RequirementKind) -> list[str]:
    """The texts of one kind, without the white space that pasting may change."""
    return [plain(requirement.text) for requirement in vacancy.of_kind(kind)]


def plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".;")


def one_line(text: str) -> str:
    return " ".join(text.split())


def folded(text: str) -> str:
    """A text for comparing after damage: letters and figures only, in one case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def lose_breaks(text: str, seed: int) -> str:
    """The text with about half of its line breaks turned into spaces."""
    chance = random.Random(seed)
    return "".join(" " if c == "\n" and chance.random() < 0.5 else c for c in text)


def _text(wish: str | dict[str, str]) -> str:
    return wish if isinstance(wish, str) else wish["text"]


def _case(path: Path) -> Case:
    wanted = json.loads(path.read_text(encoding="utf-8"))
    framework = wanted["ecq_framework"]
    return Case(
        path.stem,
        path.with_suffix(".txt").read_text(encoding="utf-8"),
        tuple(plain(tq["text"]) for tq in wanted["tqs"]),
        tuple(plain(_text(wish)) for wish in wanted["desirables"]),
        FRAMEWORKS.get(framework, framework),
        tuple(wanted["ecq_codes"]),
    )
