"""Sentences: one way to cut what a person wrote, wherever it is read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.sentences import sentences, shortens


def cut(text: str, *, wrapped: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences(text, wrapped=wrapped)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I led it. We won!", ["I led it.", "We won!"]),
        ("Dr. Lee saved $1.5M for the U.S. fleet.", ["Dr. Lee saved $1.5M for the U.S. fleet."]),
        ("We cut costs, e.g. travel. It held.", ["We cut costs, e.g. travel.", "It held."]),
        ('She said "Stop." Then we left.', ['She said "Stop."', "Then we left."]),
        ("Why?What for?", ["Why?", "What for?"]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("• one thing • another", ["one thing", "another"]),
        ("It ended at 5 p.m.\nWe went home.", ["It ended at 5 p.m.", "We went home."]),
        ("節約した。達成した。", ["節約した。", "達成した。"]),
        (" \n... \n", []),
    ],
)
def test_a_text_is_cut_at_its_sentences_lines_and_bullets(text: str, told: list[str]) -> None:
    assert cut(text) == told


def test_a_wrapped_line_goes_on_and_a_blank_one_or_an_item_ends_it() -> None:
    text = "Tell us about a time\nyou cut costs\n\nWhat came of it\n(a) for staff\n- for you"
    assert cut(text, wrapped=True) == [
        "Tell us about a time\nyou cut costs",
        "What came of it",
        "(a) for staff",
        "- for you",
    ]


def test_only_the_full_stop_of_an_abbreviation_shortens() -> None:
    assert shortens("Mr. Lee", 2)
    assert not shortens("the end. Next", 7)
    assert not shortens("Dr? Next", 2)


@given(st.text(alphabet="aB 1.?!\n•\"')e.g。"))
def test_every_letter_stands_in_one_sentence_and_none_overlap(text: str) -> None:
    for wrapped in (False, True):
        spans = list(sentences(text, wrapped=wrapped))
        assert all(a < b for a, b in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        inside = "".join(text[a:b] for a, b in spans)
        assert sum(map(str.isalnum, inside)) == sum(map(str.isalnum, text))


@pytest.mark.parametrize("sign", [".", "?", "!"])
def test_a_run_of_stops_is_looked_at_once(sign: str) -> None:
    text = sign * 100_000 + "a"
    assert list(sentences(text)) == [(0, len(text))]
