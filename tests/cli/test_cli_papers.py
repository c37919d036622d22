"""prepare, cue, paper, and what sheet says before it writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli_running import Command

from sesbank.session import showing


@pytest.fixture
def kept(sesbank: Command, bank: Path, posting: Path) -> str:
    vacancy: str = sesbank("keep", posting, "--json").data["id"]
    return vacancy


def test_what_is_prepared_is_kept_and_stands_on_the_sheet(sesbank: Command, kept: str) -> None:
    sesbank("prepare", kept, "--when", "2027-01-20 10:00", "--zone", "ET",
            "--panel", "Dana (chair)",
            "--fact", "11 open | GAO-26-1 | 2026-06-02", "--question", "What is first?",
            "--opening", "I turn programs round.")  # fmt: skip
    data = sesbank("prepare", kept, "--json").data
    assert data["interview"]["when"] == "2027-01-20T10:00"
    assert data["facts"] == [{"text": "11 open", "source": "GAO-26-1", "day": "2026-06-02"}]
    page = sesbank("sheet", kept, "--preview").out
    for text in ("Wed 20 Jan 2027, 10:00 a.m. ET", "Dana (chair)", "I turn programs round.",
                 "What is first?", "11 open (GAO-26-1, 2026-06-02)"):  # fmt: skip
        assert text in " ".join(page.split())


def test_a_time_that_is_none_says_how_to_write_it(sesbank: Command, kept: str) -> None:
    done = sesbank("prepare", kept, "--when", "next Friday")
    assert done.code != 0
    assert "2026-11-20 10:00" in done.complaint


def test_options_of_a_sheet_are_for_that_sheet_only(sesbank: Command, kept: str) -> None:
    assert "Dana" in sesbank("sheet", kept, "--preview", "--panel", "Dana").out
    assert sesbank("prepare", kept, "--json").data["interview"] is None


def test_a_cue_is_worded_anew_and_taken_back(sesbank: Command, kept: str) -> None:
    rows = sesbank("match", kept, "--json").data["slate"]
    requirement = rows[0]["requirement"]
    before = sesbank("cue", kept, requirement, "--json").data["cues"]
    after = sesbank("cue", kept, requirement, "result", "Backlog gone", "--json").data["cues"]
    assert after["result"] == "Backlog gone"
    long = sesbank("cue", kept, requirement, "result", "word " * 13)
    assert "12 at most" in long.complaint
    again = sesbank("cue", kept, requirement, "result", "--proposed", "--json").data["cues"]
    assert again == before


def test_a_preview_writes_nothing_and_blocks_can_be_left_away(
    sesbank: Command, kept: str, tmp_path: Path
) -> None:
    data = sesbank("sheet", kept, "--preview", "--json").data
    assert data["file"] is None
    assert "Remember" in data["lines"]
    fewer = sesbank("sheet", kept, "--preview", "--json", "--without", "reminders").data
    assert "Remember" not in fewer["lines"]


@pytest.mark.parametrize("kind", ["cue-cards", "story-book", "resume-bullets"])
def test_papers_are_written_with_and_without_a_posting(
    sesbank: Command, kept: str, tmp_path: Path, kind: str
) -> None:
    for number, words in enumerate(([kept], [])):
        out = tmp_path / f"{number}.docx"
        data = sesbank("paper", kind, *words, "-o", out, "--json").data
        assert data["file"] == str(out)
        assert data["pages"] >= 1
        assert out.read_bytes()[:2] == b"PK"


def test_a_thank_you_note_needs_a_vacancy(sesbank: Command, kept: str, tmp_path: Path) -> None:
    assert "vacancy" in sesbank("paper", "thank-you", "-o", tmp_path / "n.docx").complaint
    data = sesbank("paper", "thank-you", kept, "--panel", "A", "--panel", "B", "-o",
                   tmp_path / "n.docx", "--json").data  # fmt: skip
    assert data["count"] == 2


def test_a_file_a_word_processor_holds_is_not_written_over(
    sesbank: Command, kept: str, tmp_path: Path
) -> None:
    out = tmp_path / "page.docx"
    out.write_text("mine")
    (tmp_path / "~$page.docx").write_text("")
    done = sesbank("sheet", kept, "-o", out, "--force")
    assert "“page.docx” is open in a word processor. Written instead: " in done.err
    assert "page (2).docx" in done.err
    assert out.read_text() == "mine"


def test_sheets_written_are_listed_with_their_vacancy(
    sesbank: Command, kept: str, tmp_path: Path
) -> None:
    sesbank("sheet", kept, "--preview")
    assert sesbank("vacancies", "--json").data[0]["sheets"] == []
    for more in ((), ("--force",), ("--force", "--framework", "opm-2006")):
        assert sesbank("sheet", kept, "-o", tmp_path / "page.docx", *more).code == 0
    sesbank("sheet", kept, "-o", tmp_path / "page.docx")
    listed = sesbank("vacancies", "--json").data[0]["sheets"]
    assert [sheet["file"] for sheet in listed] == ["page.docx", "page (2).docx"]
    assert all(date.fromisoformat(sheet["day"]) and sheet["rules"] for sheet in listed)
    assert sesbank("read", kept, "--json").data["framework"] != "opm-2006"


def test_blocks_left_away_stay_away_on_the_next_sheet_until_asked_for(
    sesbank: Command, kept: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.docx"
    first = sesbank("sheet", kept, "-o", page, "--without", "thanks", "--without", "panel")
    assert "left away" not in first.err
    (sheet,) = sesbank("vacancies", "--json").data[0]["sheets"]
    assert sheet["without"] == ["panel", "thanks"]
    again = sesbank("sheet", kept, "--preview")
    assert "left away as on the latest sheet: panel, thanks" in again.err
    assert "by e-mail within a day" not in again.out
    whole = sesbank("sheet", kept, "-o", page, "--force", "--whole")
    assert "left away" not in whole.err
    assert "by e-mail within a day" in sesbank("sheet", kept, "--preview").out


def test_over_ssh_it_says_where_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "page.docx"
    assert str(path) in showing.show(path, {"SSH_CONNECTION": "1"})
    assert str(path) in showing.show(path, {"PATH": ""})


def test_a_template_of_ones_own_is_found(
    sesbank: Command, kept: str, templates_folder: Path
) -> None:
    shipped = Path(__file__).parents[2] / "templates" / "prep-sheet.docx"
    templates_folder.mkdir(parents=True)
    (templates_folder / "mine.docx").write_bytes(shipped.read_bytes())
    assert sesbank("sheet", kept, "--preview", "--template", "mine").code == 0


@pytest.fixture
def templates_folder() -> Path:
    from sesbank import locations

    return locations.own_folder("templates")
