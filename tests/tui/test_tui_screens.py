"""Every screen as plain text, compared with the files in `screens/`.

After a change that is meant, write them anew and look at the difference:
`SESBANK_UPDATE_SCREENS=1 python -m pytest tests/tui/test_tui_screens.py`
"""

import os
from pathlib import Path

import pytest
from textual.events import Paste
from tui_driving import press, settle, shown

FOLDER = Path(__file__).parent / "screens"
UPDATE = bool(os.environ.get("SESBANK_UPDATE_SCREENS"))
SIZES = [(80, 24), (120, 36)]
QUESTION = "Tell us how you directed a grants program under pressure, and what was the result?"

WAYS = {
    "bank": "",
    "bank-search": "slash b a c k l o g enter",
    "bank-story": "enter",
    "editor": "e",
    "editor-new": "n",
    "editor-leave": "n x escape",
    "map": "j m",
    "coverage": "2",
    "vacancies": "3",
    "vacancy-paste": "3 n",
    "vacancy-read": "3 enter R",
    "vacancy-match": "3 enter",
    "vacancy-evidence": "3 enter G k k enter",
    "sheet": "3 enter S",
    "ask": "4",
    "history": "e tab x ctrl+s escape H",
    "trash": "D r T",
    "remove": "D",
    "help": "question_mark",
    "palette": "ctrl+p",
}
"""Keys from the bank to each screen."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", WAYS)
async def test_the_screen_looks_as_it_did(with_vacancy, opened, name, size):
    async with opened(with_vacancy, size=size, keys=WAYS[name]) as pilot:
        if name == "ask":
            pilot.app.post_message(Paste(QUESTION))
            await settle(pilot)
            await press(pilot, "escape")
        text = shown(pilot) + "\n"
    file = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


async def test_an_empty_bank_says_what_to_do_first(empty, opened):
    async with opened(empty, size=(80, 24)) as pilot:
        text = shown(pilot) + "\n"
    file = FOLDER / "bank-empty-80x24.txt"
    if UPDATE:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
