"""The screens of writing, mapping, coverage, settings and the first run as plain text.

Compared with the files in `screens/`; SESBANK_UPDATE_SCREENS=1 writes them anew.
"""

import os
from pathlib import Path

import pytest
from tui_driving import TITLES, press, settle, shown

from sesbank import locations
from sesbank.domain.mapping import Mapping
from sesbank.session import stories
from sesbank.tui.app import SesbankApp

FOLDER = Path(__file__).parent / "screens"
UPDATE = bool(os.environ.get("SESBANK_UPDATE_SCREENS"))
SIZES = [(80, 24), (120, 36), (200, 50)]

WAYS = {
    "checks": "C",
    "bank-checks": "2 C",
    "figures": "e ctrl+n d",
    "lengths": "L",
    "tqs": "m v enter",
    "gap": "2 j j j j j j j j j j j enter",
    "themes": "ctrl+p c o l o r s enter",
    "settings": "comma",
    "tour": "ctrl+p t o u r enter",
}
"""Keys from the bank to each screen."""

LARGE = {"editor": "e", "map": "j m", "coverage": "2", "editor-rail": "e f2"}
"""Screens that are compared at the common sizes elsewhere, here on a large one."""


def compare(name: str, size: tuple[int, int], text: str) -> None:
    file = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    # The place of the settings differs from run to run, and so does what is cut of it.
    kept = "\n".join(line for line in text.splitlines() if "settings.toml" not in line) + "\n"
    if UPDATE:
        file.write_text(kept, encoding="utf-8")
    assert kept == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", WAYS)
async def test_the_screen_looks_as_it_did(with_vacancy, opened, monkeypatch, name, size):
    monkeypatch.setattr(locations, "settings_path", lambda: Path("/home/me/settings.toml"))
    story = stories.get(with_vacancy, TITLES[3])
    stories.map_to(with_vacancy, story.id, Mapping("opm-2006", "LC", "flexibility"))
    async with opened(with_vacancy, size=size, keys=WAYS[name]) as pilot:
        await settle(pilot)
        compare(name, size, shown(pilot))


@pytest.mark.parametrize("name", LARGE)
async def test_a_large_screen_looks_as_it_did(with_vacancy, opened, name):
    async with opened(with_vacancy, size=(200, 50), keys=LARGE[name]) as pilot:
        compare(name, (200, 50), shown(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("name", "keys"), [("welcome", ""), ("bringing", "b")])
async def test_the_first_run_looks_as_it_did(empty, name, keys, size):
    app = SesbankApp(empty, beating=False, greeting=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, keys)
        compare(name, size, shown(pilot))
