"""list, show, coverage: what is in the bank."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from cli_running import Command

from sesbank.session import Session, stories

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_list_shows_each_story_and_how_many(sesbank: Command, bank: Path) -> None:
    done = sesbank("list")
    assert done.code == 0
    assert done.err == ""
    for title in ("Cleared the grants backlog", "Merged two field offices", "A line for later"):
        assert title in done.out
    assert "3 of 3 stories" in done.out


def test_list_takes_words_with_slips_and_fields(sesbank: Command, bank: Path) -> None:
    found = sesbank("list", "garnts", "ecq:AR", "--json").data
    assert [story["title"] for story in found] == ["Cleared the grants backlog"]


def test_a_listed_story_has_the_facts_of_a_line(sesbank: Command, bank: Path) -> None:
    (story,) = sesbank("list", "backlog", "--json").data
    assert story["mappings"] == [
        {
            "framework": "opm-2025",
            "ecq": "AR",
            "competency": "operational-mindset",
            "strength": "primary",
        },
    ]
    assert story["ended"] == "2023-05"
    assert story["started"] is None
    assert story["words"] > 20
    assert story["missing"] == []


def test_nothing_found_is_said_and_is_no_error(sesbank: Command, bank: Path) -> None:
    done = sesbank("list", "zeppelin")
    assert done.code == 0
    assert done.out == ""
    assert "zeppelin" in done.complaint
    assert sesbank("list", "zeppelin", "--json").data == []


def test_a_field_that_is_not_understood_is_named(sesbank: Command, bank: Path) -> None:
    done = sesbank("list", "has:wings")
    assert done.code == 2
    assert "has: knows number" in done.complaint
    assert done.out == ""


def test_an_empty_bank_is_said_in_one_line(sesbank: Command) -> None:
    done = sesbank("list")
    assert done.code == 0
    assert "no stories yet" in done.complaint
    assert sesbank("list", "--json").data == []


@pytest.mark.parametrize("reference", ["Merged two field offices", "merged", "s-"])
def test_show_takes_a_title_or_part_of_it_and_refuses_what_is_not_clear(
    sesbank: Command, bank: Path, reference: str
) -> None:
    done = sesbank("show", reference)
    if reference == "s-":
        assert done.code == 2
        assert "give one by its id" in done.complaint
        assert "Cleared the grants backlog" in done.complaint
    else:
        assert "One office and no grievance." in done.out
        assert "Still empty: context" in done.out


def test_show_as_json_is_the_whole_story(sesbank: Command, bank: Path) -> None:
    story = sesbank("show", "backlog", "--json").data
    assert story["action"].startswith("I directed intake")
    assert story["mappings"][0]["competency"] == "operational-mindset"
    assert sesbank("show", story["id"], "--json").data == story


def test_an_unknown_story_is_one_line_and_code_2(sesbank: Command, bank: Path) -> None:
    done = sesbank("show", "zeppelin", "--json")
    assert done.code == 2
    assert done.out == ""
    assert "zeppelin" in done.complaint


def test_titles_never_reach_the_terminal_with_control_codes(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    source = tmp_path / "hostile\x1b[2J.json"
    source.write_text(
        '[{"title": "Grants \\u001b]52;c;cGF5\\u0007back \\u001b[2J\\u009b31m[bold]\\u0000'
        ' \\u202egnp",'
        ' "action": "I \\u001b[31macted\\u0085 now", "tags": ["a\\u001bc"]}]',
        encoding="utf-8",
    )
    for argv in (["import", source, "--yes"], ["list"], ["show", "gnp"], ["list", "--json"]):
        done = sesbank(*argv)
        assert done.code == 0, done.err
        assert not CONTROLS.search(done.out + done.err)
        assert "[bold]" in done.out or argv[0] == "import"
    done = sesbank("import", tmp_path / "gone\x1b[2J\x9b.json", "--yes")
    assert done.code == 3
    assert not CONTROLS.search(done.complaint)


def test_coverage_names_gaps_in_words(sesbank: Command, bank: Path) -> None:
    done = sesbank("coverage")
    assert done.code == 0
    assert "No recent story for:" in done.out
    assert "MC Merit and Competence" in done.out
    assert re.search(r"Driving Efficiency\s+gap", done.out)


def test_gaps_are_an_answer_and_a_failure_only_when_that_is_asked(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    for command in (("coverage",), ("match", posting)):
        assert sesbank(*command).code == 0
        checked = sesbank(*command, "--check", "--json")
        assert checked.code == 1
        assert checked.data.get("gaps") or checked.data["uncovered"]
    for ecq in ("RL", "DE", "MC", "LP", "AR"):
        sesbank(
            *("new", "--set", f"title=A story {ecq}", "--set", "action=I led the change."),
            *("--set", "result=It held.", "--set", f"ended={date.today():%Y-%m}"),
        )
        assert sesbank("map", f"A story {ecq}", ecq).code == 0
    assert sesbank("coverage", "--check").code == 0


def test_coverage_as_json(sesbank: Command, bank: Path) -> None:
    grid = sesbank("coverage", "--json").data
    assert grid["framework"] == "opm-2025"
    assert [ecq["code"] for ecq in grid["ecqs"]] == ["RL", "DE", "MC", "LP", "AR"]
    assert grid["gaps"] == ["RL", "DE", "MC"]
    by_code = {ecq["code"]: ecq for ecq in grid["ecqs"]}
    assert by_code["AR"]["standing"] == "thin"
    assert len(by_code["AR"]["primary"]) == 1
    old = sesbank("coverage", "--framework", "opm-2006", "--json").data
    assert old["framework"] == "opm-2006"
    assert len(old["unmapped"]) == 3


def test_an_unknown_framework_names_those_there_are(sesbank: Command, bank: Path) -> None:
    done = sesbank("coverage", "--framework", "opm-1066")
    assert done.code == 2
    assert "opm-2025" in done.complaint


def test_a_file_that_is_no_bank_is_left_as_it_is(sesbank: Command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"this is no bank")
    for argv in (["list"], ["coverage", "--json"], ["ask", "What now?"], ["show", "x"]):
        done = sesbank("--bank", bad, *argv)
        assert done.code == 3
        assert done.out == ""
        assert "bad.json" in done.complaint
    assert bad.read_bytes() == b"this is no bank"


def test_a_story_edited_meanwhile_shows_as_it_is_now(sesbank: Command, bank: Path) -> None:
    with Session.open(bank) as session:
        stories.add(session, title="Zeppelin landed", action="I landed it.")
    assert "Zeppelin" in sesbank("list", "zeppelin").out
