"""Options that would change nothing where they stand: refused, never passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import POSTING, Command

from sesbank.session import Session

BACKLOG = "Cleared the grants backlog"

ON_A_STORY = [
    (["lengths", BACKLOG, "2min", "--text", "x.txt", "--remove"], "not allowed with"),
    (["lengths", BACKLOG, "2min", "--in-step", "--remove"], "not allowed with"),
    (["lengths", BACKLOG, "--remove"], "which length"),
    (["number", BACKLOG, "--forget"], "name the number"),
    (["number", BACKLOG, "--where", "Annual report"], "name the number"),
    (["number", BACKLOG, "--counts", "grants"], "name the number"),
    (["number", BACKLOG, "9,400"], "how sure"),
    (["number", BACKLOG, "9,400", "documented", "--forget"], "not both"),
    (["number", BACKLOG, "9,400", "--forget", "--where", "Annual report"], "with --forget"),
    (["map", BACKLOG, "--competency", "operational-mindset"], "which ECQ"),
    (["map", BACKLOG, "AR", "--remove", "--competency", "operational-mindset"], "with --remove"),
    (["tag", BACKLOG, "--add", "grants", "--drop", "grants"], "at once"),
    (["edit", BACKLOG, "-", "--set", "title=Other"], "not both"),
    (["new", "-", "--set", "title=Other"], "not both"),
    (["searches", "People", "ecq:LP", "--drop"], "name alone"),
    (["searches", "--drop"], "which search"),
    (["check", "grants", "--framework", "opm-2006"], "bank as a whole"),
    (["export", "out.md", "--raw"], ".csv"),
    (["export", "-", "--force"], "standard output"),
    (["ask", "-", "--told", BACKLOG], "one answer"),
    (["rehearse", "--past", "--ecq", "LP"], "--ecq does nothing with --past"),
    (["rehearse", "--past", "merger"], "leave the words out"),
    (["rehearse", "--stories", "--ecq", "LP"], "--ecq does nothing with --stories"),
    (["rehearse", "--past", "--drill"], "--drill does nothing with --past"),
    (["rehearse", "--list", "--drill"], "--drill does nothing with --list"),
    (["rehearse", "--mock", "--count", "3"], "--count does nothing with --mock"),
    (["rehearse", "--question", "Why?", "--count", "3"], "--count does nothing with --question"),
    (["list", "after:soon"], "after:"),
    (["check", "after:soon"], "after:"),
    (["export", "-", "after:soon"], "after:"),
    (["searches", "Later", "after:soon"], "after:"),
]


@pytest.mark.parametrize(("argv", "says"), ON_A_STORY)
def test_an_option_that_changes_nothing_is_wrong_use(
    sesbank: Command, bank: Path, argv: list[str], says: str
) -> None:
    before = bank.read_bytes()
    done = sesbank(*argv, given="# Another\n\nAction\nI led it.\n")
    assert (done.code, done.out) == (2, "")
    assert says in done.complaint
    assert bank.read_bytes() == before


ON_A_VACANCY = [
    (["mend", "tq1"], "what is to be done"),
    (["mend", "tq1", "--framework", "opm-2006"], "what is to be done"),
    (["mend", "tq1", "--back"], "whole vacancy"),
    (["mend", "tq1", "--set", "title=Chief"], "whole vacancy"),
    (["mend", "--drop"], "which requirement"),
    (["cue", "tq1", "result", "Gone", "--proposed"], "not both"),
    (["cue", "tq1", "--proposed"], "which part"),
    (["cue", "tq1", "result"], "--proposed"),
    (["prepare", "--kind", "qrb", "--panel", "Dana Whitfield"], "unnamed"),
]


@pytest.mark.parametrize(("argv", "says"), ON_A_VACANCY)
def test_so_it_is_for_a_vacancy(sesbank: Command, bank: Path, argv: list[str], says: str) -> None:
    kept = sesbank("keep", "-", "--json", given=POSTING).data["id"]
    done = sesbank(argv[0], kept, *argv[1:])
    assert (done.code, done.out) == (2, "")
    assert says in done.complaint


ON_A_PAGE = [
    (["sheet", "--whole", "--without", "panel", "-o", "x.docx"], "not allowed with"),
    (["sheet", "--preview", "-o", "x.docx"], "not allowed with"),
    (["sheet", "--preview", "--force"], "with --preview"),
    (["sheet", "--preview", "--open", "--force"], "--force and --open do nothing"),
    (["paper", "cue-cards", "--opening", "Good morning", "-o", "x.docx"], "only the sheet"),
    (["paper", "story-book", "--place", "Room 3", "-o", "x.docx"], "on a story book"),
    (["paper", "resume-bullets", "--panel", "Dana Whitfield", "-o", "x.docx"], "on resume-bullets"),
]


@pytest.mark.parametrize(("argv", "says"), ON_A_PAGE)
def test_so_it_is_for_a_page(
    sesbank: Command, bank: Path, posting: Path, tmp_path: Path, argv: list[str], says: str
) -> None:
    where = 2 if argv[0] == "paper" else 1
    named = [tmp_path / part if part == "x.docx" else part for part in argv]
    done = sesbank(*named[:where], posting, *named[where:])
    assert (done.code, done.out) == (2, "")
    assert says in done.complaint
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize("option", [("--framework", "opm-2006"), ("--when", "2026-11-20")])
def test_a_paper_of_the_whole_bank_has_no_interview(
    sesbank: Command, bank: Path, tmp_path: Path, option: tuple[str, str]
) -> None:
    done = sesbank("paper", "cue-cards", *option, "-o", tmp_path / "cards.docx")
    assert done.code == 2
    assert "name a posting" in done.complaint


def test_an_empty_text_takes_away_where_a_number_is_written(sesbank: Command, bank: Path) -> None:
    sesbank("number", BACKLOG, "9,400", "documented", "--where", "Annual report")
    sesbank("number", BACKLOG, "9,400", "--where", "")
    with Session.open(bank) as session:
        (story,) = (s for s in session.bank.stories.values() if s.title == BACKLOG)
    assert [(f.where, f.state.value) for f in story.figures] == [("", "documented")]


@pytest.mark.parametrize("as_json", [True, False])
def test_top_says_how_many_stories_are_shown_printed_or_as_json(
    sesbank: Command, bank: Path, posting: Path, as_json: bool
) -> None:
    question = "Tell us how you led staff through a change of offices and grants."
    options = ["--json"] if as_json else []
    asked = sesbank("ask", question, "--top", "1", *options)
    matched = sesbank("match", posting, "--top", "1", *options)
    if as_json:
        assert len(asked.data["stories"]) == 1
        assert max(len(match["stories"]) for match in matched.data["matches"]) == 1
    else:
        assert "\n  2 " not in asked.out + matched.out
        assert "\n  2 " in sesbank("ask", question).out
    assert len(sesbank("ask", question, "--json").data["stories"]) == 2
