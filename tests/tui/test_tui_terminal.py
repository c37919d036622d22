"""What reaches the terminal: of all that hostile texts and files hold not one code, on no screen.

`make hostile` goes further: each text alone, on each screen, at each size.
"""

from __future__ import annotations

import os
import sys
import unicodedata

import pytest
from rich.color import ColorSystem
from rich.segment import Segment

driving = pytest.importorskip("terminal_driving", reason="needs a system with pseudo-terminals")

import hostile_home  # noqa: E402 - what follows needs the same
from hostile_text import ALL, HARMLESS, HOSTILE  # noqa: E402
from odd_ways import WAYS  # noqa: E402
from terminal_bytes import PART_OF_TEXT, steering  # noqa: E402
from walking import ALL_SIZES, OWN, WIDEST, filled, walk  # noqa: E402

from sesbank import locations  # noqa: E402
from sesbank.domain.text import clean  # noqa: E402
from sesbank.tui.crash import farewell  # noqa: E402
from sesbank.tui.glyphs import glyph  # noqa: E402
from sesbank.tui.sparing import Picture  # noqa: E402

EACH = "HOSTILE_EACH" in os.environ
"""Whether the texts are tried one by one, at all sizes."""

TOGETHER = " ".join(["[/] [@click=app.quit]x[/]", *(HOSTILE[n] for n in HOSTILE if n != "word")])

BANKS = {name: [text] for name, text in ALL.items()} if EACH else {"together": [TOGETHER]}

SHORT_WAYS = {
    name: WAYS[name]
    for name in WAYS
    if name not in ("read", "search", "editor further", "leave", "map other framework", "asked")
    and name not in ("evidence", "organisations", "hidden", "export", "check", "new", "reading")
}
"""One way to each screen."""

HARMLESS_HERE = {"markup", "unclosed", "path", "formula", "shell", "word", "stack"}
"""Texts that try something else than to steer a terminal."""

KINDS = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls, format characters, halves of characters, and what parts lines and paragraphs."""

TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""Classes of characters that turn the order of the text behind them."""

WITHOUT_TEXT = {"help", "palette", "paste", "path", "capture", "bring", "remove", "elsewhere"}
"""Screens that show nothing a person wrote, or a question with little room for it."""


@pytest.mark.parametrize("bank", BANKS)
def test_nothing_of_a_text_reaches_the_terminal_raw(tmp_path, bank):
    hostile_home.make(locations.settings_path().parent)
    ways, sizes = (WAYS, ALL_SIZES) if EACH else (SHORT_WAYS, (WIDEST, (12, 4)))
    walked = walk(filled(tmp_path / "bank.json", BANKS[bank]), ways, sizes)
    assert walked.failed == []
    assert walked.shown.keys() == {f"{way} at {w}x{h}" for way in ways for w, h in sizes}
    assert sorted(walked.foreign()) == []
    if bank == "together":
        for way in ways.keys() - WITHOUT_TEXT:
            assert "[/]" in walked.shown[f"{way} at 80x24"], way


def test_what_counts_as_the_apps_own_is_what_it_sends_for_a_harmless_bank(tmp_path):
    ways = {name: WAYS[name] for name in ("bank", "editor", "match")}
    ways["help scrolled"] = "question_mark j j k"
    walked = walk(filled(tmp_path / "bank.json", [HARMLESS]), ways, [(60, 16), WIDEST])
    assert walked.failed == []
    sent = {kind for output in walked.sent.values() for kind in steering(output, WIDEST)}
    assert {kind for kind in OWN if not kind.startswith("style")} <= sent <= OWN


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - HARMLESS_HERE))
def test_a_text_that_came_through_would_be_seen(name):
    sent = HOSTILE[name].encode("utf-8", "surrogateescape" if name == "bytes" else "surrogatepass")
    assert steering(sent, WIDEST) - OWN


@pytest.mark.parametrize("name", ALL)
def test_what_came_past_the_first_door_is_held_by_the_last(name):
    sent = Picture(80).sent([(0, 0, [Segment(ALL[name])])], ColorSystem.TRUECOLOR)
    assert steering(sent.encode(), WIDEST) <= OWN | PART_OF_TEXT


def test_no_character_at_all_steers_a_terminal_by_itself():
    every = map(chr, range(sys.maxunicode + 1))
    steers = {
        each for each in every if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    }
    sent = "".join(glyph(each).sent for each in steers)
    assert steering(sent.encode(), WIDEST) == {repr("\xad")}  # A hyphen, which all draw alike.
    turns = {each for each in steers if unicodedata.bidirectional(each) in TURNS}
    controls = {each for each in steers if unicodedata.category(each) != "Cf"}
    assert set(clean("".join(controls | turns))) <= {"\n", "\t", "\N{REPLACEMENT CHARACTER}"}


def test_the_program_itself_led_by_keys_sends_nothing_of_a_text(tmp_path, request):
    hostile_home.make(locations.settings_path().parent)
    bank = filled(tmp_path / "bank.json", [TOGETHER])
    terminal = driving.Terminal("--bank", str(bank), folder=tmp_path)
    request.addfinalizer(terminal.stop)
    for keys, shown in (("", "[@click"), ("2", "side story"), ("3", "Paste"), ("4", "Next")):
        terminal.press(keys)
        terminal.wait_for(shown)
    terminal.press("\x11")
    assert terminal.ended() == 0
    left = steering(terminal.output, (100, 30)) - OWN
    assert left <= {repr("\r"), repr("\n")} | PART_OF_TEXT  # Notes follow when the app has gone.


def test_a_bank_that_does_not_open_in_a_folder_of_hostile_name_is_told_without_its_codes(
    tmp_path, request
):
    bank = tmp_path / hostile_home.NAME / "bank.json"
    bank.parent.mkdir()
    bank.write_bytes(b"{ this is no bank \x1b]0;stolen\x07")
    terminal = driving.Terminal("--bank", str(bank), folder=tmp_path)
    request.addfinalizer(terminal.stop)
    terminal.wait_for("cannot be opened")
    terminal.press("q")
    assert terminal.ended() == 3
    left = steering(terminal.output, (100, 30)) - OWN
    assert left <= {repr("\r"), repr("\n")} | PART_OF_TEXT


def test_the_farewell_after_a_crash_names_a_hostile_folder_without_its_codes(tmp_path):
    told = farewell(RuntimeError(), tmp_path / hostile_home.NAME / "crash.log")
    assert steering(told.encode(), WIDEST) <= PART_OF_TEXT
    assert "crash.log" in told
