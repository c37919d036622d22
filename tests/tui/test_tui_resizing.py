"""The window may change its size at any time: nothing fails, and nothing at hand is lost."""

import random
from itertools import count

import pytest
import textual._time
from odd_ways import WAYS
from rich.cells import cell_len
from tui_driving import press, resize, write

WORDED = ["enter", "escape", "tab", "shift+tab", "space", "slash", "question_mark", "ctrl+p"]
WORDED += ["ctrl+g", "pagedown", "pageup", "home", "end", "left", "right", "comma"]
KEYS = [*WORDED, *"jkhlgGnemcruxpRS1234afvBTHCLtV"]


def size(chance):
    return chance.randint(20, 250), chance.randint(5, 60)


async def drag(pilot, to):
    await resize(pilot, *to)
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == to[1]
    assert {sum(cell_len(segment.text) for segment in strip) for strip in strips} == {to[0]}


@pytest.mark.parametrize("seed", range(2))
async def test_any_keys_and_any_sizes_after_each_other_fail_nowhere(with_vacancy, opened, seed):
    chance = random.Random(seed)
    async with opened(with_vacancy, size=(80, 24), toasts=True) as pilot:
        await press(pilot, WAYS[chance.choice(sorted(WAYS))])
        for _ in range(9):
            await press(pilot, " ".join(chance.choices(KEYS, k=2)))
            if pilot.app.return_code is not None:
                break
            screen, focused = pilot.app.screen, pilot.app.focused
            await drag(pilot, size(chance))
            if pilot.app.screen is screen:
                assert pilot.app.focused is focused
        assert pilot.app.return_code in (None, 0)


async def test_a_new_size_is_taken_up_where_the_program_had_to_wait_for_its_turn(
    session, opened, monkeypatch
):
    now, looks = textual._time.get_time, count()
    # At each look at the clock more time has gone by than a new size is put off for.
    monkeypatch.setattr("textual._time.get_time", lambda: now() + next(looks) * 0.012)
    async with opened(session, size=(80, 24)) as pilot:
        await drag(pilot, (100, 30))


@pytest.mark.parametrize("way", ["e tab", "n", "slash", "3 n", "4", "c", "3 enter R e"])
async def test_what_is_being_written_stays_with_the_cursor_at_its_place(with_vacancy, opened, way):
    chance = random.Random(way)
    async with opened(with_vacancy, size=(80, 24), keys=way) as pilot:
        await write(pilot, "halfway")
        field = pilot.app.focused

        def state():
            text = getattr(field, "value", None) or field.text
            return text, getattr(field, "selection", None), pilot.app.focused is field

        before = state()
        assert "halfway" in before[0]
        for _ in range(4):
            await drag(pilot, size(chance))
            assert state() == before
        await write(pilot, "x")
        assert "halfwayx" in state()[0]
