"""Frames: what a key leads to is drawn at once, and nothing is emptied first to be filled after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from terminal_bytes import drawn
from textual.content import Content
from textual.drivers.headless_driver import HeadlessDriver
from tui_driving import press, settle

from sesbank.tui.app import SesbankApp
from sesbank.tui.plain import NOTHING
from sesbank.tui.widgets.pane import Pane
from sesbank.tui.widgets.sides import SidesPane


class Noting(HeadlessDriver):
    """A driver of no terminal that keeps what one would be sent."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.frames: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if drawn(data).strip():
            self.frames.append(drawn(data))


@pytest.fixture
def frames_of(with_vacancy) -> Iterator[object]:
    async def frames(way: str, key: str, size: tuple[int, int] = (80, 24)) -> list[str]:
        found: list[str] = []

        async def go(pilot) -> None:
            await settle(pilot)
            await press(pilot, way)
            pilot.app._driver.frames.clear()
            await press(pilot, key)
            found.extend(pilot.app._driver.frames)
            pilot.app.exit(0)

        app = SesbankApp(with_vacancy, beating=False)
        app.driver_class = Noting
        await app.run_async(size=size, auto_pilot=go)
        return found

    return frames


async def test_the_list_comes_back_from_a_story_in_one_frame(frames_of):
    (frame,) = await frames_of("enter", "escape")
    assert "Merged two field offices" in frame


async def test_other_evidence_stands_at_its_top_before_it_is_drawn(with_vacancy, opened):
    async with opened(with_vacancy, (80, 24), keys="3 enter enter enter") as pilot:
        sides = pilot.app.screen.query_one(SidesPane)
        text = Content("\n".join(map(str, range(100))))
        sides.show(NOTHING, text, NOTHING, NOTHING)
        await settle(pilot)
        sides.scroll_to(y=5, animate=False, immediate=True)
        assert sides.scroll_offset.y
        sides.show(NOTHING, text, NOTHING, NOTHING)
        assert not sides.scroll_offset.y


async def test_a_paper_stays_in_sight_until_the_next_is_made(with_vacancy, opened):
    async with opened(with_vacancy, keys="ctrl+n") as pilot:
        dialog = pilot.app.screen
        before = dialog.query_one(Pane).body
        assert before.plain
        dialog.making()
        assert dialog.query_one(Pane).body == before
        assert "There is no page" not in dialog.why_not("papers.write")
        dialog.show_texts()
        assert not dialog.query_one(Pane).body.plain
