"""Walking: what the app sent and showed on its way to each screen, on a terminal of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from odd_text import fill
from terminal_bytes import steering
from terminal_driving import Terminal
from tui_driving import POSTING, clock

from sesbank.session import Session
from sesbank.settings import Settings

WALK = Path(__file__).with_name("walk.py")

PATIENCE = 1200.0
"""Seconds a whole walk may take on a busy machine."""

WIDEST = (80, 24)
"""The largest window of a walk: columns and lines."""

ALL_SIZES = (WIDEST, (60, 16), (40, 12), (12, 4), (1, 1), WIDEST)

OWN = frozenset(
    {
        *("a place on the screen", "some cells on", "lines moved", "color 38", "color 48"),
        *(f"style {number}" for number in (0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 39, 49)),
        *(repr(code) for code in ("\b", "\x1b[B", "\x1b[>25u", "\x1b[<u", "\x1b]22;default\x07")),
        *(repr(f"\x1b[?{mode}$p") for mode in (2026, 2048)),
        *(
            repr(f"\x1b[?{mode}{way}")
            for mode in (7, 25, 1000, 1003, 1004, 1006, 1015, 1049, 2004)
            for way in "hl"
        ),
    }
)
"""All that the app and Textual send on their own: the modes at start and end, then pictures."""


class Walked(NamedTuple):
    """What came of a walk."""

    sent: Mapping[str, bytes]
    """What was sent to the terminal, by place: the way, and the size of the window."""
    shown: Mapping[str, str]
    """What the screen showed at its end, by place."""
    failed: Sequence[str]
    """What stopped the app, with the way."""

    def foreign(self) -> Iterator[str]:
        """Yield each kind of code that is not the app's own, with the place it was sent at."""
        for place, output in self.sent.items():
            yield from (f"{place}: {kind}" for kind in steering(output, WIDEST) - OWN)


def filled(path: Path, texts: Iterable[str]) -> Path:
    """Return the file of a new bank, in which every field holds one of the texts."""
    with Session.open(path, settings=Settings(), now=clock()) as session:
        fill(session, texts, POSTING)
    return path


def walk(bank: Path, ways: Mapping[str, str], sizes: Sequence[tuple[int, int]]) -> Walked:
    """Go all ways in the real app on a terminal, and through the sizes at the end of each."""
    log = bank.with_name("walk.json")
    plan = {"bank": str(bank), "ways": ways, "sizes": sizes, "log": str(log)}
    plan_file = bank.with_name("plan.json")
    plan_file.write_text(json.dumps(plan), encoding="ascii")
    terminal = Terminal(str(plan_file), folder=bank.parent, program=(str(WALK),))
    try:
        code = terminal.ended(PATIENCE)
    finally:
        terminal.stop()
    assert code == 0, terminal.drawn[-3000:]
    entries = json.loads(log.read_text(encoding="ascii"))
    return Walked(
        dict(_parts(terminal.output)),
        {entry["place"]: entry["shown"] for entry in entries if "shown" in entry},
        [f"{entry['place']}: {entry['failed']}" for entry in entries if "failed" in entry],
    )


def _parts(output: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what was sent between two marks, by the first of them; the start of a way is its own.

    An app's first codes come before it can set a mark, and count to the way before.
    """
    parts = re.split(rb"\x1b_walk ([^\x1b]*)\x1b\\", output)
    yield "the start", parts[0]
    yield from zip((name.decode() for name in parts[1::2]), parts[2::2], strict=True)
