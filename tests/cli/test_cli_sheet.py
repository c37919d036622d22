"""sheet, demo: the page, and the whole main job."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from cli_running import Command


def text_of(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        return parts.read("word/document.xml").decode("utf-8")


def test_a_sheet_is_written_and_what_was_cut_is_said(
    sesbank: Command, bank: Path, posting: Path, tmp_path: Path
) -> None:
    out = tmp_path / "page.docx"
    done = sesbank("sheet", posting, "-o", out)
    assert done.code == 0
    assert f"Wrote {out}" in done.out
    assert "one page" in done.out
    assert "Cleared the grants backlog" in text_of(out)


def test_a_sheet_as_json_names_the_file_and_the_cuts(
    sesbank: Command, bank: Path, posting: Path, tmp_path: Path
) -> None:
    out = tmp_path / "page.docx"
    data = sesbank("sheet", posting, "-o", out, "--paper", "a4", "--json").data
    assert data["file"] == str(out)
    assert all(set(cut) == {"what", "where", "text"} for cut in data["cuts"])
    assert 'w:w="11906"' in text_of(out)


def test_what_has_no_story_is_said_with_the_sheet(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    asked = """Job Title: Keeper of Kelp

Mandatory Technical Qualifications
MTQ 1: Demonstrated experience clearing a backlog of grants.
MTQ 2: Demonstrated experience breeding seahorses in captivity.
"""
    out = tmp_path / "page.docx"
    said = sesbank("sheet", "-", "-o", out, given=asked).out
    assert "No story yet for MTQ 2." in said
    data = sesbank("sheet", "-", "--preview", "--json", given=asked).data
    assert data["gaps"] == ["MTQ 2"]


def test_an_existing_file_is_kept_unless_forced(
    sesbank: Command, bank: Path, posting: Path, tmp_path: Path
) -> None:
    out = tmp_path / "page.docx"
    out.write_text("mine")
    assert "page (2).docx" in sesbank("sheet", posting, "-o", out).out
    assert out.read_text() == "mine"
    sesbank("sheet", posting, "-o", out, "--force")
    assert out.read_bytes()[:2] == b"PK"


def test_an_unknown_template_names_those_there_are(
    sesbank: Command, bank: Path, posting: Path, tmp_path: Path
) -> None:
    out = tmp_path / "page.docx"
    done = sesbank("sheet", posting, "-o", out, "--template", "nonsense")
    assert done.code == 2
    assert "prep-sheet" in done.complaint
    assert not out.exists()


def test_a_folder_that_is_not_there_is_one_line(
    sesbank: Command, bank: Path, posting: Path, tmp_path: Path
) -> None:
    done = sesbank("sheet", posting, "-o", tmp_path / "gone" / "page.docx")
    assert done.code == 3
    assert "gone" in done.complaint
    assert done.out == ""


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_with_an_empty_bank_no_sheet_is_written(
    sesbank: Command, posting: Path, tmp_path: Path, options: list[str]
) -> None:
    done = sesbank("sheet", posting, "-o", tmp_path / "page.docx", *options)
    assert done.code == 1
    assert "no stories yet" in done.complaint
    assert not (tmp_path / "page.docx").exists()
    if options:
        assert done.data["file"] is None


def test_for_a_text_that_asks_for_nothing_no_sheet_is_written(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    out = tmp_path / "page.docx"
    done = sesbank("sheet", "-", "-o", out, given="The cafeteria serves soup on Monday.")
    assert done.code == 1
    assert "requirement" in done.complaint
    assert not out.exists()


def test_demo_does_the_whole_main_job_away_from_the_own_bank(
    sesbank: Command, home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "demo"
    done = sesbank("demo", "--out", out, "--no-app")
    assert done.code == 0, done.err
    assert "Proposed:" in done.out
    assert "<->" in done.out
    assert [path.suffix for path in sorted(out.iterdir())].count(".docx") == 1
    assert not (home / "bank.json").exists()
    assert f"sesbank --bank {out / 'bank.json'}" in done.out


def test_demo_as_json(sesbank: Command, tmp_path: Path) -> None:
    data = sesbank("demo", "--out", tmp_path / "demo", "--json").data
    assert data["match"]["slate"]
    assert Path(data["sheet"]["file"]).is_file()
    assert Path(data["bank"]).is_file()


def test_demo_into_a_place_that_cannot_be_a_folder_is_one_line(
    sesbank: Command, posting: Path
) -> None:
    done = sesbank("demo", "--out", posting)
    assert done.code == 3
    assert "posting.txt" in done.complaint
