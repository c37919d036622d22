"""Paths that are typed: what is offered, what is not, and which file a line means."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.file_kinds import STORIES_READ, by_ending
from sesbank.domain.typed_paths import FOLDER, Entry, path_completions
from sesbank.session.paths import Paths, located

HOSTILE = "esc\x1b]52;c;aGVs\x07 \nname.md"
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for name in ("Papers", "notes", ".config"):
        (tmp_path / name).mkdir()
    for name in ("Narratives.docx", "~$Narratives.docx", "old.doc", "[b] b.md", ".secret.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def offered(line):
    return [(c.text, c.note) for c in Paths(by_ending(STORIES_READ)).completions(line, len(line))]


def test_folders_come_first_then_what_can_be_brought_and_nothing_hidden(home):
    assert offered("~/") == [
        ("notes/", "folder"),
        ("Papers/", "folder"),
        ("[b] b.md", "Markdown"),
        ("Narratives.docx", "Word"),
    ]
    assert offered(f"{home}/n") == [
        ("notes/", "folder"),
        ("Narratives.docx", "Word"),
    ]
    assert [text for text, _ in offered("~/.")] == [".config/", ".secret.md"]


def test_an_empty_line_begins_at_home_or_here_and_a_whole_name_offers_nothing_more(home):
    assert [text for text, _ in offered("")] == ["~/", "./"]
    assert offered("~/Narratives.docx") == []
    assert offered(f"{home}/apers") == [("Papers/", "folder")]


def test_a_completion_takes_the_place_of_the_name_alone(home):
    line = "~/Pap"
    (found,) = Paths(by_ending(STORIES_READ)).completions(line, len(line))
    assert line[: found.start] + found.text == "~/Papers/"


def test_what_is_new_in_a_folder_is_offered_at_once(home):
    paths = Paths(by_ending(STORIES_READ))
    assert paths.completions("~/notes/", 8) == []
    (home / "notes" / "a.csv").write_text("x", encoding="utf-8")
    os.utime(home / "notes", (1, 1))
    assert [c.text for c in paths.completions("~/notes/", 8)] == ["a.csv"]


def test_folders_that_cannot_be_looked_into_offer_nothing(home, monkeypatch):
    (home / "file.md").write_text("x", encoding="utf-8")
    for line in ("~/none/", "~/file.md/", "~nobody/", "/\0/", f"/{'x' * 5000}/"):
        assert offered(line) == []

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert offered("~/") == []
    assert located("~/gone.md") == home / "gone.md"


@POSIX
def test_a_name_that_no_field_can_hold_is_shown_without_its_codes_and_still_found(home):
    (home / HOSTILE).write_text("x", encoding="utf-8")
    (named,) = [text for text, _ in offered("~/esc")]
    assert named.isprintable()
    assert located(f"~/{named}") == home / HOSTILE
    folder = home / "a\x1b[2Jb"
    folder.mkdir()
    (folder / "c.md").write_text("x", encoding="utf-8")
    assert located("~/ab/c.md") == folder / "c.md"


def test_a_line_means_its_path_whether_it_is_there_or_not(home):
    assert located("~/old.doc ") == home / "old.doc"
    assert located("~/nothing/at/all.md") == home / "nothing/at/all.md"
    assert located("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")


@given(line=st.text(max_size=30), names=st.lists(st.text(min_size=1, max_size=8), max_size=6))
def test_any_line_and_any_names_are_completed_to_something_printable(line, names):
    entries = [Entry(name, FOLDER if number % 2 else "text") for number, name in enumerate(names)]
    for found in path_completions(line, len(line), entries):
        assert "\n" not in found.text
        assert "\x1b" not in found.text
        assert 0 <= found.start <= found.end == len(line)
