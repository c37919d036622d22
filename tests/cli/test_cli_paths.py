"""Names of files as people give them: too long, of a folder, in a folder that nobody may enter."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import POSTING, Command

TOO_LONG = "/tmp/" + "a" * 300 + "/x"


@pytest.mark.parametrize("argv", [["read"], ["match"], ["keep"], ["new"], ["import", "--yes"]])
def test_a_text_pasted_in_place_of_a_name_is_told_the_way(
    sesbank: Command, bank: Path, argv: list[str]
) -> None:
    done = sesbank(*argv, POSTING)
    assert done.code in (2, 3)
    assert "Traceback" not in done.err
    if argv != ["import", "--yes"]:
        assert "`sesbank read -`" in done.complaint


@pytest.mark.parametrize(
    "argv",
    [
        ["read", TOO_LONG],
        ["import", "--yes", TOO_LONG],
        ["export", f"{TOO_LONG}.json"],
        ["paper", "story-book", "-o", f"{TOO_LONG}.docx"],
        ["doctor", "--salvage", TOO_LONG],
        ["lengths", "Merged", "2min", "--text", TOO_LONG],
    ],
)
def test_a_name_too_long_for_a_file_is_one_line(
    sesbank: Command, bank: Path, argv: list[str]
) -> None:
    done = sesbank(*argv)
    assert done.code == 3
    assert len(done.complaint) < 700


def test_doctor_looks_at_a_bank_of_any_name(sesbank: Command) -> None:
    assert sesbank("--bank", TOO_LONG, "doctor").code in (0, 1, 3)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder that nobody may enter, not even a superuser's test, which steps down."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no modes")
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "closed"
        place.mkdir()
        (place / "x.txt").write_text(POSTING, encoding="utf-8")
        Path(name).chmod(0o755)
        place.chmod(0)
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            monkeypatch.setenv(f"XDG_{kind}_HOME", name)
        monkeypatch.delenv("SESBANK_BANK")
        if root:
            os.seteuid(65534)
        try:
            yield place
        finally:
            if root:
                os.seteuid(0)
            place.chmod(0o700)


def test_a_folder_that_nobody_may_enter_is_told_and_no_command_ends_over_it(
    sesbank: Command, closed: Path
) -> None:
    for argv in (
        ["read", closed / "x.txt"],
        ["match", closed / "x.txt"],
        ["import", "--yes", closed / "x.json"],
        ["doctor", "--salvage", closed / "x.json"],
        ["--bank", closed / "b.json", "backup", "--list"],
        ["--bank", closed / "b.json", "restore"],
    ):
        done = sesbank(*argv)
        assert done.code == 3, argv
        assert "permission denied" in done.err or "may not be entered" in done.err
    looked = sesbank("--bank", closed / "b.json", "doctor")
    assert looked.code == 3
    assert "permission denied" in looked.out


def test_a_kept_vacancy_is_meant_where_only_a_folder_has_its_name(
    sesbank: Command,
    bank: Path,
    posting: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sesbank("keep", posting)
    (tmp_path / "Director").mkdir()
    monkeypatch.chdir(tmp_path)
    done = sesbank("match", "Director", "--json")
    assert done.code == 0, done.err
    assert done.data["vacancy"]["title"].startswith("Director")


def test_a_pipe_is_decoded_as_a_file_is(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    data = POSTING.replace("Director,", "Dirécteur – naïve,", 1).encode("cp1252")
    file = tmp_path / "old.txt"
    file.write_bytes(data)
    assert sesbank("read", "-", given=data).out == sesbank("read", file).out


def test_a_pipe_may_bring_what_a_file_may(sesbank: Command, bank: Path) -> None:
    one = '{"title": "A story", "action": "I led.", "note": "%s"}' % ("x" * 90_000)
    done = sesbank("import", "-", "--yes", "--json", given=f"[{','.join([one] * 60)}]")
    assert done.code == 0, done.err
    assert len(done.data["found"]) == 60
