"""Text from people is shown as it is: never markup, never an action, never an escape code."""

import ast
from pathlib import Path

import pytest
from textual.events import Paste
from tui_driving import POSTING, press, settle, shown

from sesbank.domain.text import clean_line
from sesbank.session import stories, vacancies

ROOT = Path(__file__).resolve().parents[2] / "sesbank" / "tui"

NASTY = [
    "[/]",
    "[bold]x[/bold]",
    "[@click=app.quit]x[/]",
    "[TRACK]",
    "[type=x, v={'a[0]'}]",
    "[link=http://e]x",
    "\\[x] $primary {0} %s",
]

CODES = "A\x1b]52;c;aGVsbG8=\x07B\x1b[31mC\x9b2JD\x1b]0;title\x1b\\E\x00F\x7fG\u202eH"


def add(session, text):
    stories.add(
        session,
        title=f"{text} story",
        challenge=f"{text} challenge {text}",
        action=f"I directed {text} a national grants program with financial controls. {text}",
        result=text,
        role=text,
        organisation=text,
        tags=(text,),
    )
    posting = POSTING.replace("Demonstrated experience directing", f"{text} experience directing")
    vacancy = vacancies.read(session, posting)
    vacancies.keep(session, vacancy.edit(title=f"{clean_line(text)} Director"))


@pytest.fixture
def nasty(empty):
    for text in NASTY:
        add(empty, text)
    return empty


async def test_stories_are_shown_character_for_character_and_clicks_do_nothing(nasty, opened):
    async with opened(nasty, toasts=True) as pilot:
        for place, text in enumerate(reversed(NASTY)):
            pilot.app.screen.rows.cursor = place
            await settle(pilot)
            assert f"{text} story" in shown(pilot)
            assert f"{text} challenge {text}" in shown(pilot)
            await press(pilot, "r")
            assert f"Retired: “{text} story”" in " ".join(shown(pilot).split())
            await press(pilot, "u")
            for column in (2, 8):
                await pilot.click("#story", offset=(column, 1))
                await pilot.click("#story", offset=(column, 8))
            pilot.app.clear_notifications()
            await press(pilot, "escape")
        assert pilot.app.return_code is None


@pytest.mark.parametrize("text", NASTY)
async def test_editor_map_and_search_show_it_character_for_character(empty, opened, text):
    add(empty, text)
    async with opened(empty, keys="e") as pilot:
        assert f"{text} story" in shown(pilot)
        assert f"{text} challenge" in shown(pilot)
        await press(pilot, "escape m")
        assert text in shown(pilot)
        await press(pilot, "escape slash")
        pilot.app.post_message(Paste(text))
        await settle(pilot)
        assert text in shown(pilot)
        assert pilot.app.return_code is None


@pytest.mark.parametrize("text", NASTY)
async def test_vacancies_and_ask_show_it_character_for_character(empty, opened, text):
    add(empty, text)
    async with opened(empty, keys="3") as pilot:
        assert text in shown(pilot)
        await press(pilot, "enter")
        assert text in shown(pilot)
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, r in enumerate(rows.rows) if r.label == "MTQ 1")
        await press(pilot, "p O S escape R")
        assert text in shown(pilot)
        await press(pilot, "escape escape 4")
        pilot.app.post_message(Paste(f"{text} How did you direct a national grants program?"))
        await settle(pilot)
        assert text in shown(pilot)
        assert pilot.app.return_code is None


async def test_codes_pasted_into_the_question_are_gone_before_it_is_read(session, opened):
    async with opened(session, keys="4") as pilot:
        pilot.app.post_message(Paste(f"How did you {CODES} lead?"))
        await settle(pilot)
        assert pilot.app.screen.question.text == "How did you ABCDEFGH lead?"


async def test_a_notice_with_markup_is_plain(session, opened):
    async with opened(session, toasts=True) as pilot:
        pilot.app.notify("[/] [@click=app.quit]x[/]\x1b[2J", title="[/]", markup=True)
        await settle(pilot)
        assert "[/] [@click=app.quit]x[/]" in shown(pilot)


SHOWN_BY = {"Static", "Label", "Button", "OptionList", "Select", "Tabs", "Markdown", "Tooltip"}


def calls():
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield file.relative_to(ROOT).as_posix(), node


def test_no_widget_that_reads_markup_is_given_a_bare_text():
    """Only contents go into widgets: names, calls and attributes that make or hold one."""
    found = []
    for file, node in calls():
        given = [*widget_text(node), *attribute_text(node)]
        found += [f"{file}:{node.lineno}" for value in given if not is_content(value)]
    assert found == []


def widget_text(node):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return node.args[:1] if node.func.id in SHOWN_BY else []
    return []


def attribute_text(node):
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
        named = node.targets[0].attr in ("border_title", "border_subtitle", "tooltip")
        return [node.value] if named else []
    return []


MAKERS = {
    "Content",
    "plain",
    "plain_line",
    "named",
    "sentence",
    "_crumbs",
    "lit",
    "joined",
    "together",
    "stylize",
    "_title",
    "_gaps",
    "legend",
    "signs_said",
}


def is_content(node):
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        return name in MAKERS
    return isinstance(node, ast.Name) and node.id in {"NOTHING", "title", "note", "kind"}


def test_only_the_door_makes_content_of_values():
    """`Content(x)` of anything but a constant or a number's name is the door's business."""
    markup = [
        f"{file}:{node.lineno}"
        for file, node in calls()
        if isinstance(node, ast.Attribute) and node.attr in ("from_markup", "from_text", "escape")
    ]
    assert markup == []
