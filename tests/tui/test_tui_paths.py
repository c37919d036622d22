"""Paths completed in dialogs: what Tab, the arrows, Enter and Esc do, with hostile names too."""

import pytest
from tui_driving import notices, press, shown, write

from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.bringing import BringDialog
from sesbank.tui.screens.vacancy import VacancyScreen
from sesbank.tui.widgets.fields import Line

STORY = "# One\n\n## Challenge\n\nA flood.\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "papers").mkdir()
    for name in ("[bold]a[@click=app.quit].md", "b\x1b]0;title\x07\u202e.md", ".hidden.md"):
        (tmp_path / "papers" / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "papers" / "posting.txt").write_text("Director\n\nDuties\nLead.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_tab_goes_from_the_home_folder_to_a_file_with_any_name(session, opened, size, home):
    async with opened(session, size=size, keys="b tab") as pilot:
        assert pilot.app.screen.line.value == "~/"
        assert "papers/" in shown(pilot)
        await write(pilot, "pap")
        await press(pilot, "tab")
        assert pilot.app.screen.line.value == "~/papers/"
        text = shown(pilot)
        assert "[bold]a[@click=app.quit].md" in text
        assert "b.md" in text
        assert ".hidden" not in text
        assert "Tab takes it · ↑ ↓ choose" in text
        await press(pilot, "down tab")
        assert pilot.app.screen.line.value == "~/papers/b.md"
        await press(pilot, "enter")
        assert "1 story found" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankScreen)
        assert len(session.bank.stories) == 6


async def test_escape_leaves_what_is_offered_first_and_nothing_named_reads_nothing(
    session, opened, home
):
    async with opened(session, keys="b enter") as pilot:
        assert "name a file or a folder first" in shown(pilot)
        await write(pilot, "~/p")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BringDialog)
        assert "papers/" not in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)
        await press(pilot, "3 o tab")
        await write(pilot, "papers/p")
        await press(pilot, "tab enter")
        assert isinstance(pilot.app.screen, VacancyScreen)


@pytest.mark.parametrize(
    ("way", "written"),
    [
        ("X", "Cleared the grants backlog in one season.md"),
        ("e ctrl+o", "Cleared the grants backlog in one season.txt"),
        ("3 enter S", "Prep sheet Director, Field Operations.docx"),
    ],
)
async def test_a_folder_completed_where_a_file_is_written_takes_the_name_proposed(
    with_vacancy, opened, way, written, home
):
    async with opened(with_vacancy, size=(80, 24), keys=f"{way} tab") as pilot:
        assert pilot.app.screen.offered.display is False
        pilot.app.screen.line.focus()
        await press(pilot, "ctrl+u tab")
        assert pilot.app.screen.line.value == "~/"
        await write(pilot, "pa")
        assert "papers/" in shown(pilot)
        await press(pilot, "tab enter")
        assert (home / "papers" / written).is_file()


async def test_a_folder_typed_for_a_paper_stays_and_the_name_follows_the_paper(session, opened):
    async with opened(session, keys="ctrl+n tab tab home") as pilot:
        first = pilot.app.screen.proposed
        await write(pilot, "~/papers/")
        await press(pilot, "shift+tab shift+tab right")
        assert pilot.app.screen.proposed != first
        assert pilot.app.screen.line.value == f"~/papers/{pilot.app.screen.proposed}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sheet U.S. Census", "Sheet U.S. Census.docx"),
        ("Prep 2026.11.20", "Prep 2026.11.20.docx"),
        ("prep.DOCX", "prep.DOCX"),
        ("", "Prep sheet Director, Field Operations.docx"),
    ],
)
async def test_a_sheet_keeps_every_word_of_the_name_typed(
    with_vacancy, opened, tmp_path, monkeypatch, typed, name
):
    folder = tmp_path / "sheets"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with opened(with_vacancy, keys="3 enter S") as pilot:
        pilot.app.screen.query_one("#file", Line).value = typed
        await press(pilot, "ctrl+s")
    assert [each.name for each in folder.iterdir()] == [name]


async def test_a_folder_that_is_not_there_is_said_and_no_file_named_so(
    with_vacancy, opened, tmp_path
):
    async with opened(with_vacancy, keys="3 enter S") as pilot:
        pilot.app.screen.query_one("#file", Line).value = f"{tmp_path}/out/"
        await press(pilot, "ctrl+s")
        assert "out is not there" in notices(pilot)[-1]
    assert not list(tmp_path.glob("out*"))
