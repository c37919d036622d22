from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.errors import InputError, NotSavedError, SesbankError
from sesbank.files import LONGEST_NAME, read_text, safe_name, write_new
from sesbank.settings import Settings, change_settings, load_settings

WORDS = "The agency’s director – a résumé of 9 lines.\n"


def names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if file.is_file()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_it_comes_in(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "posting.txt"
    file.write_bytes(WORDS.encode(encoding))
    assert read_text(file) == WORDS


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n\t", "is empty"),
        (b"abc\x00def", "not a text file"),
        (b"\xff\xfea\x00\x00\x00", "not a text file"),
        ("text".encode("utf-16-le"), "not a text file"),
        (b"\xff\xfe\x00", "not a text file"),
        (b"\x81\x8d\x90 nothing", "not a text file"),
        (bytes(range(1, 256)) * 4, "not a text file"),
        (b"PK\x03\x04rest", "Word or zip file"),
        (b"%PDF-1.7 rest", "is a PDF"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "posting.txt"
    file.write_bytes(data)
    with pytest.raises(InputError, match=says) as error:
        read_text(file)
    assert "\n" not in str(error.value)
    assert "posting.txt" in str(error.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt is not there"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_text(tmp_path)
    with pytest.raises(InputError, match="is no file name"):
        read_text(Path("a\x00b"))


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "posting.txt"
    file.write_text("x" * 11)
    assert read_text(file, limit=11) == "x" * 11
    with pytest.raises(InputError, match="larger than 10 bytes"):
        read_text(file, limit=10)


def test_a_message_shows_no_control_character_of_a_file_name(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_text(tmp_path / "a\x1b[31m\nb.txt")
    assert str(error.value).isprintable()


@given(st.binary(max_size=60))
def test_any_bytes_give_text_or_an_input_error(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "any.txt"
        file.write_bytes(data)
        with contextlib.suppress(InputError):
            assert read_text(file).strip()


def test_a_new_file_is_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    written = write_new(tmp_path / "sheet.docx", b"page")
    assert written == tmp_path / "sheet.docx"
    assert written.read_bytes() == b"page"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["sheet.docx"]


def test_an_existing_file_stays_and_the_new_one_stands_beside(tmp_path: Path) -> None:
    names = [write_new(tmp_path / "sheet.docx", bytes([n])).name for n in range(3)]
    assert names == ["sheet.docx", "sheet (2).docx", "sheet (3).docx"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"\0", b"\1", b"\2"]


def test_an_existing_file_is_replaced_when_asked(tmp_path: Path) -> None:
    write_new(tmp_path / "sheet.docx", b"old")
    assert write_new(tmp_path / "sheet.docx", b"new", overwrite=True).read_bytes() == b"new"
    assert names_in(tmp_path) == ["sheet.docx"]


def test_without_hard_links_the_name_is_still_never_taken_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    names = [write_new(tmp_path / "sheet.docx", bytes([n])).name for n in range(2)]
    assert names == ["sheet.docx", "sheet (2).docx"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"\0", b"\1"]


def test_a_link_at_the_target_is_never_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    link = tmp_path / "sheet.docx"
    link.symlink_to(victim)
    assert write_new(link, b"page").name == "sheet (2).docx"
    write_new(link, b"page", overwrite=True)
    assert victim.read_bytes() == b"precious"
    assert link.read_bytes() == b"page"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone is not there; make it first"):
        write_new(tmp_path / "gone" / "sheet.docx", b"page")
    with pytest.raises(InputError, match="is a folder"):
        write_new(tmp_path, b"page")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sheet.docx").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSavedError, match="no space left") as error:
        write_new(tmp_path / "sheet.docx", b"new", overwrite=True)
    assert isinstance(error.value, SesbankError)
    assert error.value.exit_code == 6
    assert names_in(tmp_path) == ["sheet.docx"]
    assert (tmp_path / "sheet.docx").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Director, Field Operations", "Director, Field Operations.docx"),
        ("../../etc/passwd", "etc passwd.docx"),
        ("/etc/passwd", "etc passwd.docx"),
        ("C:\\x", "C x.docx"),
        ("CON", "_CON.docx"),
        ("nul.txt", "_nul.txt.docx"),
        ("Conference", "Conference.docx"),
        ("..", "untitled.docx"),
        ("", "untitled.docx"),
        ("-rf", "rf.docx"),
        (".hidden", "hidden.docx"),
        ("a\u202ecod.exe", "acod.exe.docx"),
        ("a\x00b\nc", "ab c.docx"),
        ("ends with dots. . .", "ends with dots.docx"),
    ],
)
def test_a_title_makes_a_name_that_stays_in_its_folder(title: str, name: str) -> None:
    assert safe_name(title, ".docx") == name


@given(st.text())
def test_any_title_makes_one_plain_name(title: str) -> None:
    name = safe_name(title, ".docx")
    assert Path(name).name == name
    assert name.endswith(".docx")
    assert len(name.encode()) <= LONGEST_NAME
    assert name[0] not in ".- "


def test_a_very_long_title_is_cut_at_a_whole_character() -> None:
    name = safe_name("長" * 300, ".docx")
    assert len(name.encode()) <= LONGEST_NAME
    assert name.removesuffix(".docx").strip("長") == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_settings_behind_a_link_stay_where_they_are_and_open_to_whom_they_were(
    tmp_path: Path,
) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_bytes(b'# mine\r\ntheme = "sesbank-dark"\r\n')
    real.chmod(0o644)
    link.symlink_to(real)
    change_settings(link, load_settings(link), theme="sesbank-light")
    assert link.is_symlink()
    assert real.read_bytes() == b'# mine\r\ntheme = "sesbank-light"\r\n'
    assert stat.S_IMODE(real.stat().st_mode) == 0o644


def test_settings_that_cannot_be_written_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotSavedError):
        change_settings(tmp_path / "file" / "settings.toml", Settings(), theme="sesbank-light")
