"""Every screen as plain text, compared with the files in `screens/`.

After a change that is meant, write them anew and look at the difference:
`SESBANK_UPDATE_SCREENS=1 python -m pytest tests/tui/test_tui_screens.py`
"""

import os
from pathlib import Path

import pytest
from textual.events import Paste
from tui_driving import press, resize, settle, shown

FOLDER = Path(__file__).parent / "screens"
UPDATE = bool(os.environ.get("SESBANK_UPDATE_SCREENS"))
SIZES = [(80, 24), (120, 36), (200, 50), (60, 16)]
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
    "learned": "3 L",
    "remove": "D",
    "help": "question_mark",
    "palette": "ctrl+p",
    "bank-marked": "space space",
    "bank-completion": "slash t a g colon",
    "bank-merge": "space space M",
    "bank-hidden": "B",
    "capture": "c",
    "jump": "apostrophe",
    "searches": "F",
    "ask-empty": "4",
    "papers": "ctrl+n",
    "vacancy-papers": "3 enter S ctrl+n",
    "interview": "3 enter S ctrl+t",
    "cues": "3 enter S ctrl+r",
    "facts": "3 enter R e",
    "ecqs": "space space m",
    "tag": "space t",
    "posting-file": "3 o",
    "rehearse": "5 o o",
    "rehearse-drill": "5 o o enter",
    "rehearse-telling": "5 o o enter enter enter enter",
    "rehearse-told": "5 o o enter enter enter enter enter enter",
    "rehearse-over": "5 o o enter s s s s enter",
}
"""Keys from the bank to each screen."""


@pytest.mark.parametrize("name", WAYS)
async def test_the_screen_looks_as_it_did_at_every_size(with_vacancy, opened, name):
    changed = []
    async with opened(with_vacancy, size=SIZES[0], keys=WAYS[name]) as pilot:
        if name == "ask":
            pilot.app.post_message(Paste(QUESTION))
            await settle(pilot)
            await press(pilot, "escape")
        for size in SIZES:
            await resize(pilot, *size)
            file = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
            text = shown(pilot) + "\n"
            if UPDATE:
                file.write_text(text, encoding="utf-8")
            if not file.exists() or text != file.read_text(encoding="utf-8"):
                changed.append((file.name, text))
    assert changed == []


async def test_an_empty_bank_says_what_to_do_first(empty, opened):
    async with opened(empty, size=(80, 24)) as pilot:
        text = shown(pilot) + "\n"
    file = FOLDER / "bank-empty-80x24.txt"
    if UPDATE:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
