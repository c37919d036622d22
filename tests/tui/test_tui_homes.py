"""Old narratives find their place: after an import, from Coverage and in the map dialog."""

from tui_driving import notices, press, shown, write

from sesbank.domain.mapping import Mapping
from sesbank.session import stories
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.homes import HomesDialog

TOLD = {
    "ECQ 2: LEADING PEOPLE": "I coached every supervisor, gave feedback and lifted morale.",
    "ECQ 3: RESULTS DRIVEN": "I set milestones and deadlines and delivered; the backlog fell.",
    "ECQ 4: BUSINESS ACUMEN": "I cut a budget of 480 million dollars and consolidated leases.",
}


def narratives(folder):
    path = folder / "old.md"
    parts = "Challenge: It waited.\n\nAction: {}\n\nResult: It was done.\n\n"
    told = [f"# {h}\n\nStory {h[:5]}\n\n{parts.format(a)}" for h, a in TOLD.items()]
    path.write_text("".join(told), encoding="utf-8")
    return path


def today(session):
    return {
        s.title: [m.ecq for m in s.mapped_in("opm-2025")] for s in session.bank.stories.values()
    }


async def brought(pilot, path):
    await press(pilot, "b")
    await write(pilot, str(path))
    await press(pilot, "enter enter")


async def test_old_narratives_are_led_home_with_one_key_and_one_undo(empty, opened, tmp_path):
    async with opened(empty) as pilot:
        await press(pilot, "e")
        await brought(pilot, narratives(tmp_path))
        assert isinstance(pilot.app.screen, HomesDialog)
        assert "Enter maps 3 stories" in shown(pilot)
        assert "crosswalk: strong" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankScreen)
        assert "Mapped" in notices(pilot)[-1]
        assert today(empty) == {"Story ECQ 2": ["LP"], "Story ECQ 3": ["AR"], "Story ECQ 4": ["DE"]}
        await press(pilot, "u")
        assert set(map(tuple, today(empty).values())) == {()}


async def test_one_is_left_out_and_another_gets_another_place(empty, opened, tmp_path):
    async with opened(empty) as pilot:
        await press(pilot, "e")
        await brought(pilot, narratives(tmp_path))
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, r in enumerate(rows.rows) if r.home.story.title.endswith("3"))
        await press(pilot, "o")
        other = rows.current.offer.mapping.ecq
        rows.cursor = next(n for n, r in enumerate(rows.rows) if r.home.story.title.endswith("4"))
        await press(pilot, "space")
        assert "left as it is" in shown(pilot)
        assert "Enter maps 2 stories" in shown(pilot)
        await press(pilot, "enter")
    assert other != "AR"
    assert today(empty) == {"Story ECQ 2": ["LP"], "Story ECQ 3": [other], "Story ECQ 4": []}


async def test_coverage_offers_the_same_later(empty, opened, tmp_path):
    async with opened(empty) as pilot:
        await press(pilot, "e")
        await brought(pilot, narratives(tmp_path))
        await press(pilot, "escape 2")
        assert "5 gaps" in shown(pilot)
        await press(pilot, "a enter")
        assert "2 gaps" in shown(pilot)
        await press(pilot, "a")
        assert "No story is mapped in another framework alone" in notices(pilot)[-1]


async def test_accept_takes_the_likeliest_and_not_the_row_where_the_dialog_began(session, opened):
    told = "I briefed Congress, set milestones and delivered on deadline; the backlog fell."
    held = (Mapping("opm-2006", "RD"),)
    story = stories.add(session, title="AAA the appeals", action=told, mappings=held)
    async with opened(session) as pilot:
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, r in enumerate(rows.rows) if r.story.id == story.id)
        await press(pilot, "m")
        assert "a accepts Achieving Results" in shown(pilot)
        await press(pilot, "a")
    assert [m.ecq for m in stories.by_id(session, story.id).mapped_in("opm-2025")] == ["AR"]
