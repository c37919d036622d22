"""The difference of two states of a story."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.difference import MOST_WORDS, Fate, difference
from sesbank.domain.story import Story

PROSE = st.text(st.sampled_from("ab \n.,é"), max_size=60)


@given(PROSE, PROSE)
def test_both_texts_can_be_read_from_their_difference(old: str, new: str) -> None:
    found = difference(Story("s-1", "T", action=old), Story("s-1", "T", action=new))
    if old == new:
        assert found == ()
        return
    (part,) = found
    assert part.part == "action"
    assert "".join(s.text for s in part.stretches if s.fate is not Fate.NEW) == old
    assert "".join(s.text for s in part.stretches if s.fate is not Fate.GONE) == new


def test_words_that_stay_are_told_from_those_that_change() -> None:
    a = Story("s-1", "Old title", result="Backlog to zero in 7 months.")
    b = Story("s-1", "New title", result="Backlog to zero in 9 months.")
    title, result = difference(a, b)
    assert (title.part, result.part) == ("title", "result")
    assert [(s.fate.value, s.text) for s in result.stretches][1:3] == [("gone", "7"), ("new", "9")]


def test_a_hostile_length_is_compared_whole() -> None:
    words = "a b " * MOST_WORDS
    (part,) = difference(Story("s-1", "T", action=words), Story("s-1", "T", action=words + "c"))
    assert [s.fate for s in part.stretches] == [Fate.GONE, Fate.NEW]
