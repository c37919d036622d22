"""Interviews: several for one vacancy, none of which writes over another."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import Command


@pytest.fixture
def after_a_panel(sesbank: Command, bank: Path, posting: Path) -> None:
    """Keep a vacancy whose first interview is past."""
    sesbank("keep", posting)
    told = ["--when", "2020-11-01 10:00", "--panel", "Dana Whitfield", "--place", "Room 4"]
    sesbank("prepare", "Director", *told)


def test_a_time_as_americans_write_it_is_kept_and_said_in_full(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    sesbank("keep", posting)
    done = sesbank("prepare", "Director", "--when", "12/18/2026 2 pm")
    assert "Understood as Friday, December 18, 2026, 2:00 p.m." in done.err
    assert "2026-12-18 14:00" in done.out


def test_a_second_interview_leaves_the_past_one_as_it_was(
    sesbank: Command, after_a_panel: None
) -> None:
    sesbank("prepare", "Director", "--when", "2099-12-20", "--kind", "qrb")
    past, coming = sesbank("interviews", "--json").data
    assert (past["when"], past["kind"], past["panel"]) == (
        "2020-11-01T10:00",
        "panel",
        ["Dana Whitfield"],
    )
    assert (past["past"], coming["past"]) == (True, False)
    assert (coming["when"], coming["kind"], coming["panel"]) == ("2099-12-20", "qrb", [])
    assert coming["place"] is None


def test_a_past_interview_can_still_be_put_right(sesbank: Command, after_a_panel: None) -> None:
    sesbank("prepare", "Director", "--panel", "Luis Ortega")
    sesbank("prepare", "Director", "--when", "2099-12-20")
    sesbank("prepare", "Director", "--of", "1", "--place", "Room 5")
    past, coming = sesbank("interviews", "Director", "--json").data
    assert past["panel"] == ["Dana Whitfield", "Luis Ortega"]
    assert past["place"] == "Room 5"
    assert coming["place"] is None


def test_an_interview_can_be_taken_away_and_comes_back(
    sesbank: Command, after_a_panel: None
) -> None:
    sesbank("prepare", "Director", "--when", "2099-12-20")
    left = sesbank("interviews", "Director", "--remove", "1", "--json").data
    assert [talk["when"] for talk in left] == ["2099-12-20"]
    sesbank("undo")
    assert len(sesbank("interviews", "--json").data) == 2
    assert sesbank("interviews", "Director", "--remove", "9").code == 2
    assert sesbank("interviews", "--remove", "1").code == 2


def test_questions_and_facts_are_added_and_taken_away_one_by_one(
    sesbank: Command, after_a_panel: None
) -> None:
    sesbank("prepare", "Director", "--question", "Why now?", "--fact", "Nine offices | report")
    kept = sesbank("prepare", "Director", "--question", "What first?", "--json").data
    assert kept["questions"] == ["Why now?", "What first?"]
    assert [fact["text"] for fact in kept["facts"]] == ["Nine offices"]
    kept = sesbank("prepare", "Director", "--drop", "why now", "--json").data
    assert kept["questions"] == ["What first?"]
    assert (
        sesbank("prepare", "Director", "--drop", "Dana", "--json").data["interview"]["panel"] == []
    )
    assert sesbank("prepare", "Director", "--drop", "nobody said this").code == 2
    kept = sesbank("prepare", "Director", "--question", "", "--question", "Only this?", "--json")
    assert kept.data["questions"] == ["Only this?"]
