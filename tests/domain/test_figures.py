"""Finding the numbers of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.figures import FigureKind, find_figures


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("a frozen budget of $48M in all", "$48M", FigureKind.MONEY),
        ("saved $1.2 billion a year", "$1.2 billion", FigureKind.MONEY),
        ("with 212 staff in place", "212", FigureKind.PEOPLE),
        ("cut by 22% overall", "22%", FigureKind.CHANGE),
        ("within 19 days of receipt", "19", FigureKind.TIME),
        ("9,400 grants waited", "9,400", FigureKind.SCOPE),
    ],
)
def test_a_figure_is_found_with_its_kind(text, figure, kind):
    assert [(f.text, f.kind) for f in find_figures(text)] == [(figure, kind)]


def test_a_year_is_no_figure():
    assert list(find_figures("From 2019 to 2021 I led it")) == []


def test_spelled_numbers_count_only_when_asked():
    text = "We closed three offices"
    assert list(find_figures(text)) == []
    assert [f.text for f in find_figures(text, spelled=True)] == ["three"]


@given(st.text())
def test_a_figure_stands_where_it_says(text):
    for figure in find_figures(text, spelled=True):
        assert text[figure.start : figure.end] == figure.text
