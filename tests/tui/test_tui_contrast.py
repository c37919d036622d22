"""Contrast as it is drawn: every letter on every screen can be read in every theme.

The colors a theme names are one thing; what a screen makes of them is another: a row at hand, a
key that cannot be pressed, a field with the focus, a word lit. Here the letters are measured where
they stand, by the rule of WCAG 2: 4.5 to 1, and 7 to 1 where a theme promises high contrast.
"""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.pilot import Pilot
from tui_driving import press, settle

from sesbank import locations
from sesbank.tui.themes import contrast

THEMES = sorted(path.stem for path in locations.shipped("themes").glob("*.toml"))
WAYS = {
    "a list, and a row with signs": "j j j",
    "a pane with the focus": "j l",
    "the search line with what it offers": "slash t a g colon down",
    "the search line with words marked": "slash b a c k shift+home",
    "words lit in a list": "slash b a c k l o g enter",
    "rows marked": "space space",
    "a question with answers": "D",
    "a choice of ECQs": "space space m",
    "the editor": "e tab",
    "the editor with text marked": "e tab x shift+home",
    "a choice with the focus": "e shift+tab",
    "what is to be mended": "C",
    "numbers": "e ctrl+n",
    "a story in other lengths": "L",
    "mapping": "j m",
    "coverage": "2",
    "vacancies": "3",
    "pasting": "3 n",
    "reading": "3 enter R",
    "matching": "3 enter",
    "a story that is ruled out": "3 enter G k k enter x",
    "a sheet": "3 enter S",
    "blocks of a sheet": "3 enter S tab tab tab",
    "a panel": "4",
    "history": "e tab x ctrl+s escape H",
    "trash": "D r T",
    "help": "question_mark",
    "letters to jump by": "apostrophe",
    "settings": "comma",
}
"""Keys from the bank to what has to be read."""

ANEW = {
    "the palette": "ctrl+p",
    "the palette, further down": "ctrl+p down down",
    "the palette, searched": "ctrl+p s t o r",
    "themes": "ctrl+p c o l o r s enter",
}
"""The same for what keeps the colors it was opened in."""


def letters(pilot: Pilot[int]) -> Iterator[tuple[str, str, str]]:
    """Yield what stands in front: text, color, ground. What a dialog dims behind it is left out."""
    screen = pilot.app.screen
    boxes = [box.region for box in screen.query(".box, CommandList, CommandInput, Letter")]
    front = boxes or [screen.region]
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            seen = any(box.contains(x + text.find(text.strip()), y) for box in front)
            x += cell_len(text)
            if seen and style and style.color and style.bgcolor and any(map(str.isalnum, text)):
                pair = (
                    (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
                )
                color, ground = (Color.from_rich_color(each).hex for each in pair)
                yield text.strip(), color, ground


def faint(pilot: Pilot[int], theme: str) -> set[tuple[str, str, str]]:
    """Return what cannot be read."""
    least = 7.0 if theme.startswith("high-contrast") else 4.5
    return {each for each in letters(pilot) if contrast(*each[1:]) < least}


@pytest.mark.parametrize("way", WAYS)
async def test_every_letter_can_be_read_in_every_theme(with_vacancy, opened, way):
    async with opened(with_vacancy, size=(100, 30), keys=WAYS[way]) as pilot:
        unread = {}
        for theme in THEMES:
            pilot.app.theme = theme
            await settle(pilot)
            assert any(letters(pilot))
            unread[theme] = faint(pilot, theme)
    assert unread == {theme: set() for theme in THEMES}


@pytest.mark.parametrize("way", ANEW)
async def test_every_letter_can_be_read_where_colors_are_kept(session, opened, way):
    async with opened(session, size=(100, 30)) as pilot:
        unread = {}
        for theme in THEMES:
            pilot.app.theme = theme
            await press(pilot, ANEW[way])
            assert any(letters(pilot))
            unread[theme] = faint(pilot, theme)
            await press(pilot, "escape")
    assert unread == {theme: set() for theme in THEMES}
