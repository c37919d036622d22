"""How many ECQs one story may stand for."""

from sesbank.domain.ecq_limits import why_no_room
from sesbank.domain.mapping import Mapping, Strength

SIDE = Strength.SUPPORTING
HELD = (Mapping("f", "A"), Mapping("f", "B", "", SIDE), Mapping("f", "C", "", SIDE))


def test_one_main_and_two_sides_have_room():
    assert why_no_room((), HELD[0]) == ""
    assert why_no_room(HELD[:1], HELD[1]) == ""
    assert why_no_room(HELD[:2], HELD[2]) == ""


def test_a_second_main_and_a_third_side_have_none():
    assert "main ECQ already: A" in why_no_room(HELD, Mapping("f", "D"))
    assert "B, C" in why_no_room(HELD, Mapping("f", "D", "", SIDE))


def test_a_competency_of_an_ecq_that_is_shown_takes_no_further_place():
    assert why_no_room(HELD, Mapping("f", "B", "b1", SIDE)) == ""
    assert why_no_room(HELD, Mapping("f", "A", "a1")) == ""
    assert why_no_room(HELD, Mapping("f", "A", "a1", SIDE)) == ""


def test_another_framework_has_room_of_its_own():
    assert why_no_room(HELD, Mapping("g", "D")) == ""


def test_the_same_place_is_mapped_anew():
    assert why_no_room(HELD, Mapping("f", "A", "", SIDE)) != ""
    assert why_no_room(HELD[:2], Mapping("f", "A", "", SIDE)) == ""
