"""Draw every screen of the app in every theme, to be looked at: `make gallery`.

The pictures lie in a folder of their own (`gallery`, or the one named) and are no part of the
project: a picture is looked at, not compared. Needs `rsvg-convert` (librsvg).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from make_pictures import drawn, picture, press

from sesbank.session import Session, examples, vacancies
from sesbank.settings import Settings
from sesbank.tui.app import SesbankApp
from sesbank.tui.themes import load_themes

Size = tuple[int, int]
SIZES = ((200, 50), (120, 36), (80, 24), (60, 16))
WAYS = {
    "bank": "",
    "bank-story": "G k enter",
    "bank-search": "slash g r a n t",
    "bank-completion": "slash t a g colon",
    "bank-marked": "space space",
    "bank-merge": "space space M",
    "bank-tag": "space space t",
    "bank-ecqs": "space space m",
    "bank-hidden": "G k B",
    "bank-remove": "D",
    "inbox": "i",
    "searches": "F",
    "searches-kept": "slash g r a n t s enter ctrl+s o n e enter F",
    "capture": "c",
    "editor": "G k e",
    "editor-new": "n",
    "editor-rail": "G k e f2",
    "editor-leave": "n x escape",
    "editor-elsewhere": "G k e ctrl+o",
    "checks": "G k C",
    "bank-checks": "2 C",
    "numbers": "G k e ctrl+n",
    "numbers-where": "G k e ctrl+n d",
    "lengths": "G k L",
    "map": "G k m",
    "map-vacancy": "G k m v",
    "coverage": "2",
    "coverage-years": "2 o o",
    "gap": "2 j j j enter",
    "homes": "2 a",
    "vacancies": "3",
    "paste": "3 n",
    "posting-file": "3 o",
    "read": "3 enter R",
    "facts": "3 enter R e",
    "match": "3 enter",
    "accepted": "3 enter O",
    "evidence": "3 enter G k k enter enter",
    "sheet": "3 enter S",
    "cues": "3 enter S ctrl+r",
    "interview": "3 enter S ctrl+t",
    "vacancy-papers": "3 enter S ctrl+n",
    "papers": "ctrl+n",
    "ask": "4",
    "ask-answered": "4 QUESTION",
    "ask-hidden": "4 QUESTION f9",
    "rehearse": "5",
    "rehearse-told": "5 o o enter enter enter enter enter enter",
    "history": "G k e tab x ctrl+s escape H",
    "trash": "D r T",
    "learned": "3 L",
    "help": "question_mark",
    "palette": "ctrl+p",
    "jump": "apostrophe",
    "settings": "comma",
    "themes": "ctrl+p c o l o r s enter",
    "tour": "ctrl+p t o u r enter",
    "welcome": "ctrl+p f i r s t enter",
    "bringing": "ctrl+p b r i n g enter",
    "why-not": "U",
}
"""Keys from the bank of the examples to each screen."""


def main() -> None:
    """Draw what was asked for; say where it lies."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("gallery"), help="folder for pictures")
    parser.add_argument("--theme", action="append", help="only this theme (again for more)")
    parser.add_argument("--size", help="only this size: 120x36")
    parser.add_argument("screens", nargs="*", help=f"only these: {', '.join(WAYS)}")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    sizes = [tuple(map(int, asked.size.split("x")))] if asked.size else SIZES
    themes = asked.theme or [theme.name for theme in load_themes().themes]
    for name in asked.screens or WAYS:
        for size, theme, svg in asyncio.run(_drawn(WAYS[name], sizes, themes)):
            picture(svg, asked.out / f"{name}-{size[0]}x{size[1]}-{theme}.png")
    sys.stdout.write(f"{asked.out}\n")


async def _drawn(
    keys: str, sizes: Sequence[Size], themes: Iterable[str]
) -> list[tuple[Size, str, str]]:
    """Return the pictures of one screen, of each size and theme: the screen is opened only once."""
    # The palette keeps the colors it was opened in: it is opened anew for each theme.
    rounds = [[theme] for theme in themes] if keys == "ctrl+p" else [list(themes)]
    found = []
    for worn in rounds:
        with _example() as session:
            app = SesbankApp(session, beating=False)
            async with app.run_test(size=sizes[0], notifications=True) as pilot:
                app.theme = worn[0]
                await press(app, pilot, keys)
                for size, theme in product(sizes, worn):
                    await pilot.resize_terminal(*size)
                    app.theme = theme
                    await press(app, pilot, "")
                    found.append((size, theme, drawn(app)))
    return found


@contextmanager
def _example() -> Iterator[Session]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Session.open(examples.scratch_bank(Path(folder)), settings=Settings()) as session,
    ):
        text = examples.example_postings()[0].read_text(encoding="utf-8")
        vacancies.keep(session, vacancies.read(session, text))
        yield session


if __name__ == "__main__":
    main()
