"""Bytes that each key of each screen sends to a terminal: `python sent.py [PART OF A NAME]`.

The app itself as over ssh, on the example bank with a vacancy read from an example posting. Exit
code 1 where a key sends more than `BAR` and also more than `OF_TEXT` times what stands in the cells
that look other afterwards (`OF_SCREEN` times where that is another screen): then something was sent
twice, or needlessly. Each key stands with its
bytes, and behind a stroke with those of that text where `BAR` is passed.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sesbank.tui.cells import Cell
    from sesbank.tui.sparing import SparingApp

HERE = Path(__file__).resolve().parent
os.environ |= {"TEXTUAL_COLOR_SYSTEM": "truecolor", "SSH_TTY": "/dev/pts/0"}
sys.path.insert(0, str(HERE.parent / "tests" / "tui"))
sys.path.insert(0, str(HERE.parent / "tests"))

from textual.drivers.headless_driver import HeadlessDriver  # noqa: E402
from textual.pilot import Pilot  # noqa: E402
from tui_driving import press, settle  # noqa: E402

BAR = 2_048
OF_TEXT = 2
"""How often the bytes of the new text itself, for its places and colors as well, where a key shows
much of it: a letter typed into a search may change all rows and the whole story beside them."""

OF_SCREEN = 4
"""How often the text of another screen that comes up: frames and empty lists come first, so that
it stands at once, and what has to be looked up follows."""

SIZES = ((80, 24), (120, 36))
NAMES = {
    "/": "slash",
    "?": "question_mark",
    ",": "comma",
    "'": "apostrophe",
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    "backtab": "shift+tab",
    **{f"^{letter}": f"ctrl+{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What Textual calls keys."""

MOVES = "j k down up G k k j g j j pagedown pageup tab j j G k pagedown pageup"
QUESTION = "T e l l space u s space a b o u t space a space c o n f l i c t"
SCREENS: Mapping[str, tuple[str, str]] = {
    "bank": ("", f"{MOVES} backtab r u U u space V I escape B B m"),
    "bank, opened": ("j enter", "j j k pagedown pageup G g escape"),
    "bank, found": ("", "/ g r a n t backspace escape escape c"),
    "bank, dialogs": ("", "F escape C escape L escape H escape T escape t escape D escape X"),
    "editor": ("j e", "x y backspace tab tab tab x enter x ^z escape"),
    "editor of a new one": ("n", "A b c tab W e space tab"),
    "mapping": ("j m", "j j k space tab j right left escape"),
    "coverage": ("2", f"{MOVES} backtab o o f f enter"),
    "checks of all": ("2 C", "j j k G g escape"),
    "vacancies": ("3", "j k enter"),
    "a vacancy: match": ("3 enter", f"{MOVES} backtab j p u x u O"),
    "a vacancy: posting": ("3 enter R", f"{MOVES} backtab j t u ] [ d b"),
    "a vacancy: evidence": ("3 enter enter", "j j k pagedown pageup escape"),
    "sheet": ("3 enter S", "j j k space K J pagedown pageup tab j"),
    "papers": ("^n", "j j k enter escape"),
    "ask": ("4", f"{QUESTION} escape tab j k tab j k v"),
    "help": ("?", "j j k pagedown pageup G g escape"),
    "palette": ("^p", "m a p backspace down down up escape"),
    "settings": (",", "j j k tab right left escape"),
    "capture": ("c", "a b c backspace escape"),
    "jump": ("", "' escape"),
    "trash": ("T", "j k escape"),
}
"""For each screen the keys that lead there, and the keys that are measured on it."""


class Counting(HeadlessDriver):
    """A driver of no terminal that counts what one would be sent."""

    sent = 0

    @property
    def is_headless(self) -> bool:
        """Say no, so that all is drawn as for a terminal."""
        return False

    def write(self, data: str) -> None:
        """Count it."""
        self.sent += len(data.encode("utf-8", "surrogatepass"))


def make_bank(folder: Path) -> Path:
    """Make the example bank with a vacancy, all in a folder."""
    from sesbank.session import Session, examples, vacancies

    path = examples.scratch_bank(folder)
    with Session.open(path) as session:
        text = examples.example_postings()[0].read_text(encoding="utf-8")
        vacancies.keep(session, vacancies.read(session, text))
    return path


class Sent(NamedTuple):
    """What a key sent."""

    key: str
    bytes: int
    text: int
    """Bytes of what stands in the cells of the screen that look other afterwards."""
    comes: bool
    """Whether another screen is in front afterwards."""

    @property
    def too_much(self) -> bool:
        """Whether it is more than a small step takes, and than the new text needs."""
        return self.bytes > max(BAR, (OF_SCREEN if self.comes else OF_TEXT) * self.text)

    def __str__(self) -> str:
        """Name the new text where it is why so much was sent."""
        return f"{self.key} {self.bytes}{f'/{self.text}' if self.bytes > BAR else ''}"


def cells_shown(app: SparingApp) -> dict[tuple[int, int], Cell | None]:
    """Return what stands in each cell of the terminal."""
    rows = app._picture._rows.items()
    return {(y, x): cell for y, row in rows for x, cell in enumerate(row)}


def measured(bank: Path, name: str, size: tuple[int, int]) -> list[Sent]:
    """Return what each key of a screen sends; a > follows those that lead there."""
    from sesbank.session import Session
    from sesbank.tui.app import SesbankApp

    way, keys = SCREENS[name]
    sent: list[Sent] = []

    async def go(pilot: Pilot[int]) -> None:
        driver = app._driver
        assert isinstance(driver, Counting)
        await settle(pilot)
        for number, key in enumerate((*way.split(), *keys.split())):
            driver.sent, before, front = 0, cells_shown(app), app.screen
            await press(pilot, NAMES.get(key, key))
            after = cells_shown(app)
            new = (cell.text for at, cell in after.items() if cell and before.get(at) != cell)
            named = f"{key}>" if number < len(way.split()) else key
            text = len("".join(new).encode())
            sent.append(Sent(named, driver.sent, text, app.screen is not front))
        app.exit(0)

    with Session.open(bank) as session:
        app = SesbankApp(session, beating=False)
        app.driver_class = Counting
        asyncio.run(app.run_async(size=size, auto_pilot=go))
    return sent


def main() -> int:
    """Print the bytes of every key; return 1 where one sends too many."""
    part = " ".join(sys.argv[1:])
    missed = 0
    for size in SIZES:
        for name in (name for name in SCREENS if part in name):
            with tempfile.TemporaryDirectory() as folder:
                sent = measured(make_bank(Path(folder)), name, size)
            print(f"{size[0]}x{size[1]} {name}:", *sent)
            over = [each for each in sent if each.too_much]
            missed += len(over)
            if over:
                print(
                    f"    MISSED: more than {BAR} bytes, and than the new text takes:",
                    *over,
                    flush=True,
                )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
