"""Partial dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.days import last_day, read_day, years_before


@pytest.mark.parametrize(
    ("given", "kept"),
    [("2021", "2021"), ("2021-5", "2021-05"), (" 2021-05-03 ", "2021-05-03"), ("", "")],
)
def test_a_date_may_be_a_year_a_month_or_a_day(given, kept):
    assert read_day(given) == kept


@pytest.mark.parametrize("wrong", ["May 2021", "2021-13", "2021-02-30", "21", "0000"])
def test_what_is_no_date_is_refused(wrong):
    with pytest.raises(ValueError, match=r"\S"):
        read_day(wrong)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_whole_day_is_its_own_last_day(day):
    assert last_day(day.isoformat()) == day
    assert last_day(f"{day:%Y-%m}") >= day
    assert last_day(f"{day:%Y}") >= last_day(f"{day:%Y-%m}")


def test_a_year_means_up_to_its_end():
    assert last_day("2016") == date(2016, 12, 31)
    assert years_before("2016", date(2026, 12, 31)) == pytest.approx(10, abs=0.01)


def test_no_date_has_no_age():
    assert years_before("", date(2026, 1, 1)) is None
