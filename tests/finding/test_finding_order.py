"""Conditions and orders of a search line."""

from __future__ import annotations

import pytest

from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Status, Story
from sesbank.finding import Finder

OLD = Story(
    id="s-1",
    title="beta budget",
    action="Short.",
    ended="2012",
    mappings=(Mapping("opm-2025", "AR"),),
)
RUNNING = Story(id="s-2", title="Álpha budget", action="A much longer telling of it all.")
NEW = Story(
    id="s-3",
    title="gamma",
    action="The budget, told at length.",
    ended="2024-05",
    status=Status.RETIRED,
)
BANK = (RUNNING, NEW, OLD)


def ids(line: str) -> list[str]:
    return [found.story.id for found in Finder().find(line, BANK)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ["s-3", "s-2", "s-1"]),
        ("sort:new", ["s-3", "s-2", "s-1"]),
        ("sort:old", ["s-1", "s-2", "s-3"]),
        ("sort:title", ["s-2", "s-1", "s-3"]),
        ("sort:ended", ["s-3", "s-1", "s-2"]),
        ("sort:length", ["s-2", "s-3", "s-1"]),
        ("sort:best", ["s-3", "s-2", "s-1"]),
        ("budget sort:old", ["s-1", "s-2", "s-3"]),
        ("budget sort:best", ["s-2", "s-1", "s-3"]),
        ("budget", ["s-2", "s-1", "s-3"]),
        ("sort:nonsense", ["s-3", "s-2", "s-1"]),
    ],
)
def test_a_line_may_choose_the_order(line: str, expected: list[str]) -> None:
    assert ids(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ecq:ar", ["s-1"]),
        ("-ecq:ar", ["s-3", "s-2"]),
        ("budget -status:retired", ["s-2", "s-1"]),
        ("after:2020", ["s-3"]),
        ("gamma before:2020", []),
    ],
)
def test_conditions_hold_for_every_story_found(line: str, expected: list[str]) -> None:
    assert ids(line) == expected


def test_an_edited_story_is_found_by_its_new_words_and_no_longer_by_its_old_ones() -> None:
    finder = Finder()
    assert [found.story for found in finder.find("gamma", BANK)] == [NEW]
    edited = NEW.edit(title="delta")
    bank = (RUNNING, edited, OLD)
    assert finder.find("gamma", bank) == ()
    assert [found.story for found in finder.find("delta", bank)] == [edited]


def test_a_story_taken_away_is_not_found() -> None:
    finder = Finder()
    finder.find("gamma", BANK)
    assert finder.find("gamma", BANK[:1]) == ()


def test_an_edit_that_meets_a_condition_is_seen() -> None:
    finder = Finder()
    assert finder.find("status:ready", BANK) == ()
    ready = OLD.edit(status=Status.READY)
    assert [f.story for f in finder.find("status:ready", (RUNNING, NEW, ready))] == [ready]


def test_thousands_of_edits_leave_nothing_stale_behind() -> None:
    finder = Finder()
    story = OLD
    for turn in range(2_500):
        story = story.edit(title=f"turn{turn}")
        assert len(finder.find(f"turn{turn}", (story, NEW))) == 1
    assert finder.find("turn7", (story.edit(title="x"), NEW)) == ()
