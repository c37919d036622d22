"""import, export: stories in and out as files."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from cli_running import Command


def stories_file(folder: Path, *titles: str, name: str = "stories.json") -> Path:
    path = folder / name
    path.write_text(json.dumps([{"title": t, "action": f"I did {t}."} for t in titles]))
    return path


def test_import_shows_what_it_found_and_keeps_it(sesbank: Command, tmp_path: Path) -> None:
    done = sesbank("import", stories_file(tmp_path, "One", "Two"), "--yes")
    assert done.code == 0
    assert "One" in done.out
    assert "Kept 2 of 2 stories." in done.out
    assert len(sesbank("list", "--json").data) == 2


def test_import_does_not_guess_consent_where_nobody_can_answer(
    sesbank: Command, tmp_path: Path
) -> None:
    done = sesbank("import", stories_file(tmp_path, "One"))
    assert done.code == 2
    assert "--yes" in done.complaint
    assert sesbank("list", "--json").data == []


@pytest.mark.parametrize(("answer", "kept"), [("y", 1), ("no", 0), ("", 0)])
def test_at_a_terminal_import_asks(
    sesbank: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: int
) -> None:
    monkeypatch.setattr("sesbank.cli.exchange._can_answer", lambda: True)
    done = sesbank("import", stories_file(tmp_path, "One"), given=f"{answer}\n")
    assert done.code == 0
    assert "Keep 1 story?" in done.out
    assert len(sesbank("list", "--json").data) == kept


def test_import_as_json(sesbank: Command, tmp_path: Path) -> None:
    data = sesbank("import", stories_file(tmp_path, "One"), "--yes", "--json").data
    assert data["kept"] == 1
    assert [story["title"] for story in data["found"]] == ["One"]


def test_what_can_be_read_is_kept_when_another_file_cannot(
    sesbank: Command, tmp_path: Path
) -> None:
    good = stories_file(tmp_path, "One")
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    done = sesbank("import", bad, good, "--yes")
    assert done.code == 1
    assert "bad.json" in done.complaint
    assert "Kept 1 of 1" in done.out


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\x00\x01\x02", b'{"title": 7}', b"[1]", b"PK\x03\x04rest", b"[" * 100_000],
    ids=["empty", "cut", "binary", "number", "no record", "zip", "nested"],
)
def test_what_is_no_json_of_stories_is_one_line_and_code_3(
    sesbank: Command, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(content)
    done = sesbank("import", path, "--yes")
    assert done.code == 3
    assert "in.json" in done.complaint
    assert done.out == ""
    assert sesbank("list", "--json").data == []


def test_a_missing_file_and_a_folder_are_named(sesbank: Command, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.json", tmp_path):
        done = sesbank("import", path, "--yes")
        assert done.code == 3
        assert path.name in done.complaint


def test_export_reads_back_equal(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert sesbank("export", out).code == 0
    other = tmp_path / "other.json"
    assert sesbank("--bank", other, "import", out, "--yes").code == 0
    assert sesbank("--bank", other, "list", "--json").data == sesbank("list", "--json").data
    again = tmp_path / "again.json"
    sesbank("--bank", other, "export", again)
    assert again.read_bytes() == out.read_bytes()


def test_importing_twice_changes_nothing(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    sesbank("export", tmp_path / "out.json")
    done = sesbank("import", tmp_path / "out.json", "--yes")
    assert "in the bank already" in done.out
    assert len(sesbank("list", "--json").data) == 3


def test_a_missing_file_is_named_before_anything_is_asked(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    done = sesbank("import", tmp_path / "gone.docx")
    assert done.code == 3
    assert "gone.docx is not there" in done.complaint
    assert "--yes" not in done.complaint


def test_a_file_that_a_word_processor_has_open_is_not_replaced(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    out = tmp_path / "book.csv"
    out.write_text("mine")
    (tmp_path / ".~lock.book.csv#").write_text("")
    done = sesbank("export", out, "--force", "--json")
    assert done.data["file"] == str(tmp_path / "book (2).csv")
    assert "is open in a word processor" in done.err
    assert out.read_text() == "mine"


def test_export_takes_a_search_line(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    data = sesbank("export", tmp_path / "out.json", "ecq:LP", "--json").data
    assert data == {"file": str(tmp_path / "out.json"), "stories": 1}
    assert "Merged" in (tmp_path / "out.json").read_text(encoding="utf-8")


def test_export_to_standard_output_is_json_alone(sesbank: Command, bank: Path) -> None:
    done = sesbank("export", "-")
    assert len(done.data) == 3 or len(done.data["stories"]) == 3


def test_an_existing_file_is_kept_unless_forced(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    out.write_text("mine")
    done = sesbank("export", out)
    assert "out (2).json" in done.out
    assert "“out.json” is there already" in done.err
    assert out.read_text() == "mine"
    sesbank("export", out, "--force")
    assert "Cleared" in out.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_an_export_is_readable_by_its_owner_only(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    sesbank("export", tmp_path / "out.json")
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


def test_an_export_into_a_missing_folder_writes_nothing(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    done = sesbank("export", tmp_path / "gone" / "out.json")
    assert done.code == 3
    assert "gone" in done.complaint
    assert done.out == ""


def test_a_csv_goes_out_and_comes_back(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert sesbank("export", out).code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,title,")
    assert "in the bank already" in sesbank("import", out, "--yes").out
    done = sesbank("--bank", tmp_path / "other.json", "import", out, "--yes")
    assert "Kept 3 of 3" in done.out


def test_h11_raw_leaves_cells_as_they_are(sesbank: Command, tmp_path: Path) -> None:
    sesbank("import", stories_file(tmp_path, "=1+1"), "--yes")
    sesbank("export", tmp_path / "safe.csv")
    sesbank("export", tmp_path / "raw.csv", "--raw")
    assert ",'=1+1," in (tmp_path / "safe.csv").read_text(encoding="utf-8-sig")
    assert ",=1+1," in (tmp_path / "raw.csv").read_text(encoding="utf-8-sig")


def test_h12_a_csv_with_a_nul_names_file_and_row(sesbank: Command, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"title\nOne\nT\x00wo\n")
    done = sesbank("import", path, "--yes")
    assert done.code == 3
    assert "in.csv: row 3" in done.complaint


def test_a_story_book_goes_out_and_comes_back(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.md"
    assert sesbank("export", out).code == 0
    assert "# Cleared the grants backlog\n" in out.read_text(encoding="utf-8")
    assert "in the bank already" in sesbank("import", out, "--yes").out


def test_h09_what_can_be_read_is_kept_beside_a_broken_word_file(
    sesbank: Command, tmp_path: Path
) -> None:
    for name in ("old.doc", "cut.docx"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 old")
    good = tmp_path / "good.txt"
    good.write_text("Action: I led.\nResult: Done.")
    done = sesbank("import", tmp_path / "old.doc", tmp_path / "cut.docx", good, "--yes")
    assert done.code == 1
    assert [line.count("save it as .docx") for line in done.err.splitlines()] == [1, 1]
    assert "Kept 1 of 1" in done.out


@pytest.mark.parametrize("command", ["import", "export"])
def test_an_unknown_ending_is_refused_with_those_that_work(
    sesbank: Command, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "stories.pdf"
    path.write_text("x")
    done = sesbank(command, path, *(["--yes"] if command == "import" else []))
    assert done.code == {"import": 3, "export": 2}[command]
    assert ".json, .csv" in done.complaint
    assert path.read_text() == "x"


def test_a_folder_is_read_as_one_and_says_what_of_it_was_passed_over(
    sesbank: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    (folder / "scans").mkdir(parents=True)
    told = "Challenge: Claims waited.\n\nAction: I split {}.\n\nResult: None waits.\n"
    (folder / "labelled.txt").write_text(told.format("them"))
    (folder / "dam.md").write_text(f"# The dam\n\n{told.format('the work')}")
    (folder / "posting.txt").write_text("The agency seeks a director of finance.\n")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    (folder / "~$dam.docx").write_bytes(b"")
    done = sesbank("import", folder, "--yes")
    assert done.code == 0
    assert "Kept 2 of 2 stories." in done.out
    said = " ".join(done.out.split())
    assert "3 passed over: posting.txt, scan.pdf, scans/." in said
    assert "Word (.docx), Markdown, CSV, JSON and .txt with CCAR headings are read" in said


def test_a_folder_without_a_story_is_refused_with_what_it_holds(
    sesbank: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    done = sesbank("import", folder, "--yes")
    assert done.code == 3
    assert "1 passed over: scan.pdf." in done.complaint


def test_a_damaged_file_of_a_folder_is_named_and_the_others_are_kept(
    sesbank: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    stories_file(folder, "One")
    (folder / "bad.json").write_text("{")
    done = sesbank("import", folder, "--yes")
    assert done.code == 1
    assert "bad.json" in done.out
    assert "Kept 1 of 1 story." in done.out


def test_a_narrative_brought_in_again_after_it_was_mapped_and_tagged_makes_no_second_story(
    sesbank: Command, tmp_path: Path
) -> None:
    book = tmp_path / "n.md"
    book.write_text("# Flood desk\n\n## Action\n\nI split the intake.\n", encoding="utf-8")
    sesbank("import", book, "--yes")
    sesbank("map", "Flood", "AR")
    sesbank("tag", "Flood", "--add", "flood")
    assert sesbank("import", book, "--yes", "--json").data["kept"] == 0
    book.write_text("# Flood desk\n\n## Action\n\nI split the intake by need.\n", encoding="utf-8")
    assert sesbank("import", book, "--yes", "--json").data["kept"] == 1


NARRATIVE = """Executive Core Qualifications

A. Person - narratives

ECQ 1: LEADING CHANGE

Saving the exams

Challenge: Two contractors left.

Action: I led two pilots.

Result: No exam was lost.
"""


def test_import_says_what_is_no_story_and_keeps_it_where_asked(
    sesbank: Command, tmp_path: Path
) -> None:
    path = tmp_path / "old.txt"
    path.write_text(NARRATIVE)
    done = sesbank("import", path, "--yes")
    assert "no story, and left out: “Executive Core" in " ".join(done.out.split())
    assert "`--front-matter` keeps what is left out as well." in done.out
    assert [s["title"] for s in sesbank("list", "--json").data] == ["Saving the exams"]
    data = sesbank("import", path, "--front-matter", "--yes", "--json").data
    assert (data["kept"], len(data["found"]), data["left_out"]) == (1, 2, [])
    assert "left out" not in " ".join(data["notes"])
