"""A posting that lost its shape on the way: the same technical qualifications are found in it."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from posting_cases import Case, benchmark_cases, cases, folded, lose_breaks, read

from sesbank.domain.vacancy import RequirementKind


def other_spaces(text: str, seed: int) -> str:
    chance = random.Random(seed)
    spaces = [" ", "\u00a0", "  ", "\t", "\u2009"]
    return "".join(chance.choice(spaces) if c == " " else c for c in text)


def blank_lines(text: str, _: int) -> str:
    return text.replace("\n", "\r\n\r\n")


def wrapped(text: str, seed: int) -> str:
    width = 68 + seed % 20
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def indented(text: str, _: int) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def quoted(text: str, seed: int) -> str:
    return "\n".join(f"{'> ' * (1 + seed % 2)}{line}" for line in text.split("\n"))


def typeset(text: str, _: int) -> str:
    return text.replace("'", "’").replace("-", "–").replace("•", "\uf0b7")


def with_chrome(text: str, _: int) -> str:
    return f"Skip to main content\nSign In\nHelp\nSearch\n{text}\nReturn to top\nPrivacy policy\n"


HARMLESS: tuple[Callable[[str, int], str], ...] = (
    lose_breaks,
    other_spaces,
    blank_lines,
    indented,
    quoted,
    typeset,
    with_chrome,
)


ALL = (*cases(), *benchmark_cases())

TOLD_BY_SPACES = frozenset({"d02-wide-spaces-show-paragraphs"})
"""Pages whose paragraphs the width of their spaces shows and nothing else."""


def tqs(text: str) -> list[str]:
    return [folded(r.text) for r in read(text).of_kind(RequirementKind.TQ)]


def agree(one: str, other: str) -> float:
    """The share of words two texts have in common."""
    a, b = Counter(one.split()), Counter(other.split())
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values()))


def same(one: list[str], other: list[str]) -> bool:
    """Whether two readings hold the same statements; at a cut a word or two may differ."""
    return len(one) == len(other) and all(
        agree(a, b) > 0.8 for a, b in zip(one, other, strict=True)
    )


def named(name: str) -> Case:
    return next(case for case in ALL if case.name == name)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(ALL), st.sampled_from(HARMLESS), st.integers(0, 10_000))
@example(named("b11-lower-case-all"), other_spaces, 872)
@example(named("b12-table-tabs"), lose_breaks, 1180)
@example(named("c08-wish-in-a-sentence"), lose_breaks, 7)
@example(named("a14-pdf-headers-hyphens"), lose_breaks, 5)
def test_one_harm_on_the_way_changes_no_technical_qualification(
    case: Case, harm: Callable[[str, int], str], seed: int
) -> None:
    assume(harm is not other_spaces or case.name not in TOLD_BY_SPACES)
    assert same(tqs(harm(case.text, seed)), tqs(case.text))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ALL), st.integers(0, 19))
def test_a_posting_wrapped_at_a_column_asks_the_same(case: Case, seed: int) -> None:
    assert same(tqs(wrapped(case.text, seed)), tqs(case.text))


def share_found(harm: Callable[[str], str]) -> float:
    wanted = found = 0
    for case in ALL:
        left = tqs(harm(case.text))
        for text in map(folded, case.tqs):
            wanted += 1
            found += any(agree(text, other) > 0.8 for other in left)
    return found / wanted


@pytest.mark.parametrize(
    ("harm", "least"),
    [
        (lambda text: text.replace("\n", " "), 0.9),
        (lambda text: re.sub(r"(?m)^[ \t]*[•*o-] ", "", text), 0.95),
        (str.lower, 0.8),
        (str.upper, 0.8),
    ],
    ids=["all on one line", "no bullets", "small letters only", "capitals only"],
)
def test_most_is_still_found_in_a_posting_that_lost(
    harm: Callable[[str], str], least: float
) -> None:
    assert share_found(harm) >= least


def test_what_was_quoted_wrapped_or_split_keeps_exact_offsets() -> None:
    for case in ALL:
        for harm in HARMLESS:
            vacancy = read(harm(case.text, 7))
            for requirement in vacancy.requirements:
                assert vacancy.source[requirement.start : requirement.end] == requirement.text


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in benchmark_cases()])
def test_the_postings_of_the_benchmark_are_read_whole(case: Case) -> None:
    vacancy = read(case.text)
    for kind, wanted in (
        (RequirementKind.TQ, case.tqs),
        (RequirementKind.DESIRABLE, case.desirables),
    ):
        found = [folded(r.text) for r in vacancy.of_kind(kind)]
        assert same(found, list(map(folded, wanted)))
    assert vacancy.framework == case.framework
