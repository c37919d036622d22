"""The difference of two states of a story."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.difference import MOST_CHARACTERS, Fate, difference
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
    old, new = "a b" * MOST_CHARACTERS, "c d" * MOST_CHARACTERS
    (part,) = difference(Story("s-1", "T", action=old), Story("s-1", "T", action=new))
    assert [s.fate for s in part.stretches] == [Fate.GONE, Fate.NEW]


def test_h19_a_word_changed_in_a_text_of_a_megabyte_is_still_found() -> None:
    text = "a word " * 150_000
    changed = text[:700_000] + "b" + text[700_001:]
    (part,) = difference(Story("s-1", "T", action=text), Story("s-1", "T", action=changed))
    assert [s.fate for s in part.stretches] == [Fate.SAME, Fate.GONE, Fate.NEW, Fate.SAME]
    assert (part.stretches[1].text, part.stretches[2].text) == ("a", "b")


def test_h19_two_texts_of_a_megabyte_that_share_nothing_are_shown_whole() -> None:
    for old, new in (("x" * 1_000_000, "y" * 1_000_000), ("a b" * 250_000, "c d" * 250_000)):
        (part,) = difference(Story("s-1", "T", action=old), Story("s-1", "T", action=new))
        assert [s.text for s in part.stretches] == [old, new]
