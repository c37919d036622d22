"""Ids of records."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.ids import new_id

MOMENTS = st.datetimes(
    min_value=datetime(2020, 1, 2), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
)


@given(MOMENTS, st.integers(min_value=1, max_value=10**9))
def test_ids_sort_by_the_moment_they_were_made(moment, milliseconds):
    later = moment + timedelta(milliseconds=milliseconds)
    assert new_id("s", moment) < new_id("s", later)


def test_an_id_is_never_given_twice():
    now = datetime(2026, 1, 1, tzinfo=UTC)
    taken: set[str] = set()
    for _ in range(500):
        taken.add(new_id("s", now, taken))
    assert len(taken) == 500
