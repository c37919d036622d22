"""Whatever is pasted: no error, exact offsets, the same answer each time, in linear time."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from posting_cases import cases, frameworks, read

from sesbank.domain.text import clean
from sesbank.domain.vacancy import RequirementKind
from sesbank.posting import read_posting

PIECES = st.sampled_from(
    [
        "Mandatory Technical Qualifications (MTQs):",
        "Technical Qualification",
        "MTQ 1: ",
        "PTQ 2 - ",
        "TQ3.",
        "(1) ",
        "2. ",
        "A. Yes",
        "Demonstrated experience in leading a large program of grants. ",
        "Ability to plan, and knowledge of law; ",
        "Executive Core Qualifications",
        "ECQ 1 - Leading Change: the ability to change. ",
        "Driving Efficiency",
        "Achieving Results",
        "Applicants must address each. ",
        "Duties\n",
        "• ",
        "\n",
        " ",
        "\u00a0",
        "\u200b",
        "\x1b[31m",
        "&nbsp;",
        "<li>",
        "ﬁ",
        "İ",
        "😀",
        "Agency: ",
        "Title\n",
        "01/02/2026 to 02/03/2026",
        "two-page resume",
    ],
)
LONG = 100_000
HOSTILE = [
    "A-",
    "TechnicalQualificationsDemonstrated",
    "In addition to the ECQs, you must ",
    "Works. Demonstrated skill in it.\n",
    "Check all: aaa. ",
    "Check all: I led it. None of the ",
    "Demonstrated in ",
    " ",
    "(",
    "1.",
    "1\n",
    "TQ",
    "TQ ",
    "\n",
    "?",
    '"',
    "<p ",
    "&",
    "A. ",
    "MTQs:\n",
    "PTQ 1 - ",
    "Mandatory ",
    "mandatory technical ",
    "each MTQ ",
    "Technical Qualifications: ",
    "Leading ",
    "1. I have a",
    "Executive level ",
    "Abc and ",
    "resume exceed ",
    "01/01/2020 to ",
    "Demonstrated experience in ",
    "What we need\n- dam experience\n",
    "What it takes:\n",
    "You must have led it. ",
    "The person we hire needs ",
    "Only those who have led ",
    "An able dam ",
    "It is essential that the ",
    "Open May 4 - ",
    "12/08/2025 TO 12/22/2025REQUIRED:\t",
    "ABC-26-",
    "Announcement number",
    "| Agency | ",
    "United States Court ",
    "Chief Actuary - Peace Corps - ",
]
REPEATED = [
    "(TQ):  A. Yes\t",
    "A. Yes\n",
    "Duties\n1. Experience.\n",
    "MTQ 1 (a) Skill in art. ",
    "JOB SUMMARY:\n",
]
"""Lines as postings have them, which read alike over and over."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))
def test_every_requirement_is_verbatim_at_its_offsets(text: str) -> None:
    vacancy = read(text)
    assert vacancy.source == clean(text)
    for requirement in vacancy.requirements:
        assert requirement.text
        assert vacancy.source[requirement.start : requirement.end] == requirement.text
    assert len({requirement.id for requirement in vacancy.requirements}) == len(
        vacancy.requirements,
    )


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_any_characters_are_read_without_error(text: str) -> None:
    assert read(text).source == clean(text)


def test_the_same_text_gives_the_same_vacancy() -> None:
    for case in cases():
        assert read(case.text) == read(case.text)


def test_the_id_given_is_the_vacancys() -> None:
    assert read_posting("", frameworks(), vacancy_id="v1").id == "v1"


@pytest.mark.parametrize(
    "text",
    [
        "Experience with barges is desirable\nMore text.",
        "Skills that are preferred\nApply now.",
        "technicalqualifications\n",
        "technical\nqualifications\n",
    ],
)
def test_a_lone_word_in_small_letters_that_ends_a_line_is_read(text: str) -> None:
    assert not [found for found in read(text).requirements if found.kind is RequirementKind.TQ]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    text = (unit * (LONG // 2))[: LONG // 2]
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 5


def _seconds(unit: str) -> float:
    """The least of three times it takes to read a unit over and over, 100,000 characters in all."""
    text = (unit * (LONG // len(unit) + 1))[:LONG]
    seconds = []
    for _ in range(3):
        started = time.process_time()
        read(text)
        seconds.append(time.process_time() - started)
    return min(seconds)


@cache
def _seconds_of_postings() -> float:
    return _seconds("\n\n".join(case.text for case in cases()))


def test_a_hundred_thousand_characters_take_under_a_second() -> None:
    assert _seconds_of_postings() < 1


@pytest.mark.parametrize("unit", REPEATED)
def test_short_lines_over_and_over_take_not_much_longer_than_postings(unit: str) -> None:
    assert _seconds(unit) < 3.5 * _seconds_of_postings()
