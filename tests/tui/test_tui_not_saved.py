"""When the disk takes nothing: the text stays, the reason is said, everything else goes on."""

import errno

import pytest
from textual.widgets import Static
from tui_driving import TITLES, notices, press, settle, shown, write

from sesbank.session import Session, stories
from sesbank.session.drafts import drafts
from sesbank.storage.disk import RealDisk
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.elsewhere import ElsewhereDialog, as_text


class Disk:
    """A disk that takes nothing while `code` is set."""

    code = 0


@pytest.fixture
def disk(monkeypatch):
    here = Disk()
    for name in ("write", "create", "append"):
        real = getattr(RealDisk, name)

        def call(self, *arguments, real=real):
            if here.code:
                raise OSError(here.code, {28: "No space left on device"}.get(here.code, "Refused"))
            return real(self, *arguments)

        monkeypatch.setattr(RealDisk, name, call)
    return here


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
async def test_the_editor_keeps_the_text_and_saves_once_there_is_room(session, opened, disk, code):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        disk.code = code
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EditorScreen)
        first = shown(pilot).splitlines()[0]
        assert first.startswith(" ! ")
        assert "not saved" in first.casefold()
        assert pilot.app.screen.fields["title"] == "Opened the flood desk"
        assert len(session.bank.stories) == 5
        disk.code = 0
        await press(pilot, "ctrl+s escape")
        assert "Opened the flood desk" in shown(pilot)
    with Session.open(session.path, settings=session.settings) as again:
        assert stories.get(again, "Opened the flood desk")


async def test_a_draft_that_cannot_be_kept_is_said_in_the_editor(session, opened, disk):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        disk.code = errno.ENOSPC
        pilot.app.beat()
        pilot.app.beat()
        await settle(pilot)
        assert "the draft was not kept: no space left" in shown(pilot).splitlines()[0]
        assert notices(pilot) == []
        disk.code = 0
        pilot.app.beat()
        await settle(pilot)
        assert "no space left" not in shown(pilot)
    assert len(drafts(session)) == 1


async def test_reading_and_searching_go_on_and_the_tabs_say_what_was_not_saved(
    session, opened, disk
):
    async with opened(session) as pilot:
        assert "5 stories · saved" in shown(pilot)
        disk.code = errno.ENOSPC
        await press(pilot, "r")
        assert stories.get(session, TITLES[0]).status.value == "ready"
        assert "last change NOT saved" in shown(pilot).splitlines()[0]
        assert any("not saved" in notice.casefold() for notice in notices(pilot))
        await press(pilot, "slash")
        await write(pilot, "lease")
        assert "1 of 5" in shown(pilot)
        await press(pilot, "enter enter")
        assert "54 people" in shown(pilot)
        disk.code = 0
        await press(pilot, "escape r")
        assert "5 stories · saved" in shown(pilot)


async def test_the_text_can_be_written_into_a_file_instead(session, opened, disk, tmp_path):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        await press(pilot, "tab")
        await write(pilot, "Water rose.")
        disk.code = errno.ENOSPC
        await press(pilot, "ctrl+s ctrl+o")
        assert isinstance(pilot.app.screen, ElsewhereDialog)
        line = pilot.app.screen.query_one("#path")
        assert line.value.endswith("Opened the flood desk.txt")
        line.value = str(tmp_path / "nowhere" / "flood.txt")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ElsewhereDialog)
        # On the screen its lines end where the length of the path has them end.
        problem = pilot.app.screen.query_one("#path-problem", Static)
        assert problem.size.height
        assert "is not there" in str(problem.content)
        line.value = str(tmp_path / "flood.txt")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.unsaved
    text = (tmp_path / "flood.txt").read_text(encoding="utf-8")
    assert text == "Opened the flood desk\n\nCHALLENGE\nWater rose.\n"


async def test_the_text_can_be_copied_instead(session, opened):
    async with opened(session, keys="e ctrl+o ctrl+y") as pilot:
        assert pilot.app.clipboard == as_text(stories.get(session, TITLES[0]))
        assert any("Copied" in notice for notice in notices(pilot))


async def test_a_read_only_bank_says_so_in_a_banner_and_everything_else_goes_on(
    session, opened, monkeypatch
):
    monkeypatch.setattr(session.store._file, "writable", False)
    session.store._notes.append(f"{session.path.parent} is read-only: nothing can be saved")
    async with opened(session, size=(120, 36)) as pilot:
        text = " ".join(shown(pilot).split())
        assert "is read-only: nothing can be saved. Reading, searching and matching go on." in text
        assert "5 stories · read-only" in text
        await press(pilot, "2 3 1")
        assert isinstance(pilot.app.screen, BankScreen)
        assert notices(pilot) == []


async def test_a_bank_that_can_no_longer_be_read_is_told_once_and_what_is_known_stays(
    session, opened
):
    whole = session.path.read_bytes()
    async with opened(session) as pilot:
        session.path.write_bytes(b"{ this is no bank")
        pilot.app.beat()
        pilot.app.beat()
        await settle(pilot)
        assert shown(pilot).splitlines()[1].startswith(" ! ")
        assert notices(pilot) == []
        assert TITLES[0] in shown(pilot)
        session.path.write_bytes(whole)
        pilot.app.beat()
        await settle(pilot)
        assert not shown(pilot).splitlines()[1].startswith(" ! ")
