"""Where a text says a figure: whole, in any writing of the same amount, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.figure_places import places_of


def said(text: str, value: str) -> list[str]:
    return [text[start:end] for start, end in places_of(text, value)]


@pytest.mark.parametrize(
    ("text", "value", "found"),
    [
        ("Ran 25 offices and closed 5.", "5", ["5"]),
        ("Cut 5% of 5 million in 2015.", "5", []),
        ("Saved $48M, or $48 million, of $480M.", "$48M", ["$48M", "$48 million"]),
        ("From 41 to 19 days, 19 staff.", "41 to 19 days", ["41 to 19 days"]),
        ("Took 41 days, then 19.", "41 to 19 days", ["41", "19"]),
        ("A budget of $48M", "48M", ["48M"]),
        ("Twelve of them", "", []),
    ],
)
def test_a_figure_is_found_where_it_stands_whole(text: str, value: str, found: list[str]) -> None:
    assert said(text, value) == found


def test_the_place_is_that_of_the_whole_figure() -> None:
    assert places_of("Ran 25 offices and closed 5", "5") == ((26, 27),)


@given(st.text(alphabet="0159$%.,M \n", max_size=40), st.text(alphabet="0159$M ", max_size=6))
def test_places_lie_in_the_text_in_order_and_apart(text: str, value: str) -> None:
    behind = 0
    for start, end in places_of(text, value):
        assert behind <= start < end <= len(text)
        behind = end
