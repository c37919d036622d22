"""Every screen and dialog on a bank of odd texts: nothing acts, and all lines up."""

import pytest
from odd_text import ODD, fill
from odd_ways import WAYS
from rich.cells import cell_len
from tui_driving import POSTING, clock, resize, shown

from sesbank.session import Session
from sesbank.settings import Settings

SIZES = [(80, 24), (60, 16)]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The odd bank as it is kept on the disk."""
    path = tmp_path_factory.mktemp("odd") / "bank.json"
    with Session.open(path, settings=Settings(), now=clock()) as session:
        fill(session, ODD.values(), POSTING)
    return path.read_bytes()


@pytest.fixture
def odd(kept, tmp_path):
    path = tmp_path / "bank.json"
    path.write_bytes(kept)
    name = " ".join(ODD.values())
    with Session.open(path, settings=Settings(name=name), now=clock()) as session:
        yield session


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_acts_and_every_line_is_as_wide_as_the_screen(odd, opened, way):
    async with opened(odd, size=(120, 36), keys=WAYS[way], toasts=True) as pilot:
        look(pilot)
        for size in SIZES:
            await resize(pilot, *size)
            look(pilot)
        assert pilot.app.return_code is None


def look(pilot):
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == height
    for strip in strips:
        assert sum(cell_len(segment.text) for segment in strip) == strip.cell_length == width
    bad = [c for c in shown(pilot) if c != "\n" and acts(c)]
    assert bad == []


def acts(character):
    """Return whether a character steers a terminal or turns the order of what it draws."""
    code = ord(character)
    controls = code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000
    return controls or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
