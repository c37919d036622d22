"""What options say of a story: once, as it is meant, and refused as wrong use where it is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import Command


@pytest.mark.parametrize(
    "argv",
    [
        ["new", "--set", "title=A", "--set", "organization=X", "--set", "organisation=Y"],
        ["new", "--set", "title=A", "--set", "title=B"],
        ["edit", "Merged", "--set", "status=foo"],
        ["edit", "Merged", "--set", "nope=1"],
        ["edit", "Merged", "--set", "ended=foo"],
        ["capture", "A line", "--day", "foo"],
        ["ask", ""],
        ["merge", "Merged", "Merged"],
    ],
)
def test_what_an_option_says_wrongly_is_wrong_use(
    sesbank: Command, bank: Path, argv: list[str]
) -> None:
    done = sesbank(*argv)
    assert (done.code, done.out) == (2, "")
    assert done.complaint.startswith("sesbank: ")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--when", "foo"], "2026-11-20"),
        (["--when", "20261120"], "2026-11-20"),
        (["--when", "2026-W47-5"], "2026-11-20"),
        (["--when", "2026-11-20 10:00:59"], "2026-11-20"),
    ],
)
def test_a_time_is_written_in_one_way(
    sesbank: Command, bank: Path, posting: Path, options: list[str], said: str
) -> None:
    sesbank("keep", posting)
    done = sesbank("prepare", "Director", *options)
    assert done.code == 2
    assert said in done.complaint


def test_a_tag_is_the_one_that_was_named_whatever_it_begins_with(
    sesbank: Command, bank: Path
) -> None:
    sesbank("tag", "Merged", "--add=-union", "--add", "a,b")
    assert sesbank("show", "Merged", "--json").data["tags"] == ["-union", "a,b"]
    sesbank("tag", "Merged", "--drop=-union")
    assert sesbank("show", "Merged", "--json").data["tags"] == ["a,b"]


def test_what_is_not_stated_is_null_and_what_is_removed_is_named(
    sesbank: Command, bank: Path
) -> None:
    shown = sesbank("show", "Merged", "--json").data
    assert '""' not in sesbank("show", "Merged", "--json").out
    assert shown["role"] is None
    assert sesbank("edit", "Merged", "--set", "role=Chief", "--json").data["changed"] is True
    assert sesbank("edit", "Merged", "--set", "role=Chief", "--json").data["changed"] is False
    assert sesbank("remove", "Merged", "--json").data == {"removed": [shown["id"]]}


def test_a_condition_that_leaves_out_can_be_typed(sesbank: Command, bank: Path) -> None:
    titles = [story["title"] for story in sesbank("list", "-tag:grants", "--json").data]
    assert "Merged two field offices" in titles
    assert "Cleared the grants backlog" not in titles
    assert sesbank("check", "offices", "-tag:grants", "--json").data["checked"] == 1


def test_an_unknown_command_is_answered_with_the_nearest(sesbank: Command) -> None:
    done = sesbank("exprot", "x.json")
    assert done.code == 2
    assert "export" in done.complaint
    assert len(done.complaint) < 150


def test_what_was_removed_comes_back_by_its_title(sesbank: Command, bank: Path) -> None:
    sesbank("remove", "Merged")
    assert sesbank("trash", "--restore", "Merged").code == 0
    assert sesbank("show", "Merged").code == 0


def test_one_command_is_one_step_to_undo(sesbank: Command, bank: Path, posting: Path) -> None:
    sesbank("keep", posting)
    sesbank("ban", "Director", "tq1", "Merged")
    sesbank("pin", "Director", "tq1", "Cleared")
    sesbank("release", "Director", "tq1")
    sesbank("undo")
    sesbank("redo")
    sesbank("undo")
    assert sesbank("pin", "Director", "tq1", "Cleared", "--json").data["banned"] != []


def test_waiving_for_several_stories_is_one_step_to_undo(sesbank: Command, bank: Path) -> None:
    sesbank("check", "staff", "--waive", "V03")
    undone = sesbank("undo")
    assert undone.code == 0
    waived = sesbank("check", "staff", "--json").data["waived"]
    assert waived == []


def test_numbers_of_thousands_of_digits_are_no_numbers(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    sesbank("keep", posting)
    done = sesbank("mend", "Director", "--set", f"page_limit={'9' * 5_000}")
    assert done.code == 2
    assert len(done.complaint) < 300
    assert sesbank("match", posting, "--top", "9" * 5_000).code == 2


def test_two_things_mended_at_once_are_one_step_to_undo(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    sesbank("keep", posting)
    before = sesbank("mend", "Director", "--json").data
    after = sesbank("mend", "Director", "tq2", "--drop", "--framework", "opm-2006", "--json").data
    assert after["framework"] == "opm-2006"
    assert len(after["requirements"]) == len(before["requirements"]) - 1
    sesbank("undo")
    assert sesbank("mend", "Director", "--json").data == before
