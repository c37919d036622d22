"""merge, searches, lengths, number, mend, discard: the rest of the app's acts as commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import Command


@pytest.fixture
def story(sesbank: Command, bank: Path) -> str:
    """Return the id of a story of our own in the bank."""
    done = sesbank(
        "new", "--json", "--set", "title=Cleared the harbor", "--set", "action=I moved 40 boats."
    )
    made: str = done.data["id"]
    return made


@pytest.fixture
def vacancy(sesbank: Command, bank: Path, posting: Path) -> str:
    """Return the id of a vacancy kept in the bank."""
    kept: str = sesbank("keep", posting, "--json").data["id"]
    return kept


def test_two_stories_are_merged_and_come_apart_with_undo(sesbank: Command, story: str) -> None:
    other = sesbank("new", "--json", "--set", "title=Dredged", "--set", "result=A mile free.")
    done = sesbank("merge", story, "Dredged")
    assert done.code == 0
    assert "A mile free." in sesbank("show", story).out
    assert sesbank("show", other.data["id"]).code == 2
    sesbank("undo")
    assert sesbank("show", other.data["id"]).code == 0


def test_a_search_is_kept_listed_and_dropped(sesbank: Command, bank: Path) -> None:
    assert sesbank("searches", "People", "ecq:LP").code == 0
    assert sesbank("searches", "--json").data == {"People": "ecq:LP"}
    sesbank("searches", "Gaps", "has:gap")
    assert sesbank("searches", "People", "--rename", "Leading people").code == 0
    done = sesbank("searches", "Leading people", "--place", "2", "--json")
    assert list(done.data.items()) == [("Gaps", "has:gap"), ("Leading people", "ecq:LP")]
    assert "already" in sesbank("searches", "Gaps", "--rename", "Leading people").complaint
    assert sesbank("searches", "Gaps", "--drop").code == 0
    sesbank("searches", "Leading people", "--rename", "People")
    assert sesbank("searches", "People", "--drop").code == 0
    assert sesbank("searches", "--json").data == {}
    assert sesbank("searches", "People", "--drop").code == 2


def test_a_length_is_tied_to_its_story_and_marked_when_that_moved_on(
    sesbank: Command, story: str, tmp_path: Path
) -> None:
    text = tmp_path / "short.txt"
    text.write_text("Forty boats, moved.", encoding="utf-8")
    assert sesbank("lengths", story, "2min", "--text", text).code == 0
    assert "in step" in sesbank("lengths", story).out
    sesbank("edit", story, "--set", "result=The channel is free.")
    (told,) = sesbank("lengths", story, "--json").data["lengths"]
    assert told == {"length": "2min", "text": "Forty boats, moved.", "moved_on": True}
    (told,) = sesbank("lengths", story, "2min", "--in-step", "--json").data["lengths"]
    assert told["moved_on"] is False
    assert sesbank("lengths", story, "2min", "--remove", "--json").data["lengths"] == []
    assert sesbank("lengths", story, "2min", "--in-step").code == 2


def test_a_number_is_noted_and_let_go(sesbank: Command, story: str) -> None:
    done = sesbank("number", story, "40", "documented", "--where", "Harbor log", "--json")
    (number,) = done.data["numbers"]
    assert (number["state"], number["where"]) == ("documented", "Harbor log")
    assert "Harbor log" in sesbank("number", story).out
    (number,) = sesbank("number", story, "40", "--forget", "--json").data["numbers"]
    assert number["state"] is None
    assert "it has 40" in sesbank("number", story, "41", "memory").complaint


def test_what_was_read_of_a_posting_is_mended(sesbank: Command, vacancy: str) -> None:
    before = sesbank("mend", vacancy, "--json").data["requirements"]
    first = next(r for r in before if r["kind"] == "tq")
    after = sesbank("mend", vacancy, first["id"], "--drop", "--json").data["requirements"]
    assert len(after) == len(before) - 1
    back = sesbank("mend", vacancy, "--back", "--json").data["requirements"]
    assert len(back) == len(before)
    kind = sesbank("mend", vacancy, first["label"], "--kind", "desirable", "--json").data
    assert "desirable" in {r["kind"] for r in kind["requirements"]}
    words = " ".join(first["text"].split()[:3])
    done = sesbank("mend", vacancy, first["label"], "--words", words, "--json").data
    assert words in {r["text"] for r in done["requirements"]}
    assert sesbank("mend", vacancy, "--set", "closes=2026-12-01", "--json").data["closes"] == (
        "2026-12-01"
    )
    assert sesbank("mend", vacancy, "--drop").code == 2
    assert sesbank("mend", vacancy, first["label"], "--words", "never said").code == 2


def test_a_vacancy_is_put_away_and_comes_back(sesbank: Command, vacancy: str) -> None:
    assert sesbank("discard", vacancy).code == 0
    assert sesbank("vacancies", "--json").data == []
    sesbank("undo")
    assert sesbank("vacancies", "--json").data[0]["id"] == vacancy


def test_the_name_of_a_search_alone_lists_what_it_finds(sesbank: Command, bank: Path) -> None:
    sesbank("searches", "People", "ecq:LP")
    done = sesbank("searches", "People", "--json")
    assert [story["title"] for story in done.data] == ["Merged two field offices"]
    unknown = sesbank("searches", "Money")
    assert unknown.code == 2
    assert "there are People" in unknown.complaint


def test_what_older_mappings_suggest_is_shown_to_be_confirmed(sesbank: Command, bank: Path) -> None:
    sesbank("map", "backlog", "LC", "--competency", "flexibility", "--framework", "opm-2006")
    shown = sesbank("map", "backlog")
    assert "MC --competency agility-and-resilience" in shown.out
    carried = sesbank("map", "backlog", "--json").data["carried_over"]
    assert [one["competency"] for one in carried] == ["agility-and-resilience"]
    coverage = sesbank("coverage")
    assert "MC Agility and Resilience: Cleared the grants backlog" in coverage.out
    places = sesbank("coverage", "--json").data["fillers"]
    assert ("MC", "agility-and-resilience") in {(p["ecq"], p["competency"]) for p in places}
    sesbank("map", "backlog", "MC", "--competency", "agility-and-resilience", "--side")
    assert "Older mappings suggest" not in sesbank("coverage").out
    assert sesbank("map", "backlog", "--json").data["carried_over"] == []


def test_a_search_that_takes_the_place_of_another_says_which(sesbank: Command, bank: Path) -> None:
    assert sesbank("searches", "People", "ecq:LP  grants").err == ""
    assert sesbank("searches", "People", "ecq:LP grants").err == ""
    assert "“ecq:LP grants”" in sesbank("searches", "People", "tag:data").complaint
    assert sesbank("searches", "--json").data == {"People": "tag:data"}


def test_what_is_suggested_is_shown_and_mapped_for_all_old_stories_at_once(
    sesbank: Command, tmp_path: Path
) -> None:
    path = tmp_path / "old.md"
    told = "Challenge: It waited.\n\nAction: I cut the budget.\n\nResult: Saved.\n\n"
    path.write_text(
        f"# ECQ 3: Results Driven\n\nOne\n\n{told}# ECQ 4: Business Acumen\n\nTwo\n\n{told}"
    )
    bank = ("--bank", tmp_path / "old.json")
    brought = sesbank(*bank, "import", path, "--yes")
    assert "2 stories are mapped in an older framework alone" in brought.out
    shown = sesbank(*bank, "map", "--suggested")
    assert "DE Driving Efficiency (main): crosswalk (strong)" in shown.out
    assert "--yes" in shown.complaint
    data = sesbank(*bank, "map", "--suggested", "--json").data
    assert [each["mapped"] for each in data] == [False, False]
    assert "Mapped: “One” and “Two”" in sesbank(*bank, "map", "--suggested", "--yes").out
    assert "Nothing is suggested" in sesbank(*bank, "map", "--suggested").out
    sesbank(*bank, "undo")
    assert len(sesbank(*bank, "map", "--suggested", "--json").data) == 2


def test_map_wants_a_story_or_what_is_suggested(sesbank: Command) -> None:
    assert "name a story" in sesbank("map").complaint
    assert "--suggested" in sesbank("map", "x", "--yes").complaint
    assert sesbank("map", "--suggested", "--side").code == 2
