"""Writing: checks, numbers and other lengths of a story, and one's own editor; each by few keys."""

import re
import stat
import sys
from pathlib import Path

import pytest
from tui_driving import TITLES, press, resize, settle, shown, told, write

from sesbank.domain.figures import FigureState
from sesbank.domain.retellings import Length
from sesbank.errors import InputError
from sesbank.session import stories
from sesbank.session.own_editor import VARIABLES
from sesbank.tui import outside
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.checks import ChecksDialog
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.retellings import RetellingsDialog


async def test_the_rail_says_what_is_to_be_mended_while_one_writes(session, opened):
    async with opened(session, keys="n tab tab tab") as pilot:
        await write(pilot, "We helped the team and we wrote the plan for our office.")
        assert "“we” or “our” 3, “I” or “my” 0 times" in told(pilot, "#rail")


async def test_two_keys_lead_from_the_bank_to_the_words_that_are_meant(session, opened):
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(action=story.action + " I helped the clerks."))
    async with opened(session, keys="C") as pilot:
        assert isinstance(pilot.app.screen, ChecksDialog)
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, f in enumerate(rows.rows) if f.rule.id == "V04")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.focused.id == "field-action"
        assert pilot.app.focused.selected_text == "I helped"


async def test_a_check_is_set_aside_and_stays_so_once_saved(session, opened):
    async with opened(session, keys="C") as pilot:
        rule = pilot.app.screen.rows.current.rule.id
        await press(pilot, "w")
        assert "set aside:" in shown(pilot)
        await press(pilot, "escape ctrl+s")
    assert stories.get(session, TITLES[0]).waived == (rule,)


async def test_one_key_says_how_sure_a_number_is(session, opened):
    async with opened(session, keys="e ctrl+n") as pilot:
        assert "how sure?" in shown(pilot)
        value = pilot.app.screen.rows.current.figure.value
        await press(pilot, "n")
        await press(pilot, "escape ctrl+s")
        assert "do not say" in told(pilot, "#rail")
    (figure,) = stories.get(session, TITLES[0]).figures
    assert (figure.value, figure.state) == (value, FigureState.WITHHELD)


async def test_a_documented_number_asks_where_it_is_written(session, opened):
    async with opened(session, keys="e ctrl+n d") as pilot:
        await write(pilot, "Annual report 2023")
        await press(pilot, "escape")
        await press(pilot, "escape ctrl+s")
    (figure,) = stories.get(session, TITLES[0]).figures
    assert (figure.state, figure.where) == (FigureState.DOCUMENTED, "Annual report 2023")


async def test_what_is_noted_of_a_number_is_taken_away_again(session, opened):
    async with opened(session, keys="e ctrl+n e x escape") as pilot:
        assert pilot.app.screen.fields["figures"] == ()


async def test_a_length_is_written_from_the_bank_and_tied_to_the_story(session, opened):
    # 2 keys to the text: L, Enter.
    async with opened(session, keys="L enter") as pilot:
        assert isinstance(pilot.app.screen, RetellingsDialog)
        await write(pilot, "I cleared all grants in months.")
        assert "6 words · 0:03" in shown(pilot)
        await press(pilot, "escape escape ctrl+s escape")
        assert isinstance(pilot.app.screen, BankScreen)
        assert "30 SECONDS" in told(pilot, "#story")
        assert "in step" in told(pilot, "#story")
    story = stories.get(session, TITLES[0])
    assert story.retelling(Length.HALF_MINUTE).source == story.mark


async def test_a_length_says_when_the_story_moved_on_and_shows_what_changed(session, opened):
    async with opened(session, keys="L enter") as pilot:
        await write(pilot, "Nine thousand grants.")
        await press(pilot, "escape escape ctrl+s escape")
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(result=story.result.replace("7 months", "8 months")))
    async with opened(session, keys="L") as pilot:
        assert "the story moved on" in shown(pilot)
        assert "[−7−] [+8+]" in told(pilot, "#source-story")
        await press(pilot, "ctrl+t")
        assert "the story moved on" not in shown(pilot)
        await press(pilot, "escape ctrl+s")
    story = stories.get(session, TITLES[0])
    assert not story.moved_on_from(story.retelling(Length.HALF_MINUTE))


async def test_a_length_begins_with_the_storys_own_words(session, opened):
    async with opened(session, keys="L j ctrl+b") as pilot:
        field = pilot.app.screen.field
        assert field.text.startswith("9,400 grants waited")
        await press(pilot, "escape")
        assert "There is a text already" in pilot.app.screen.why_not("retelling.begin")


async def test_numbers_lengths_and_waivers_are_in_the_draft(session, opened):
    from sesbank.session.draft_forms import form_fields
    from sesbank.session.drafts import drafts

    async with opened(session, keys="e ctrl+n n escape ctrl+b enter") as pilot:
        await write(pilot, "Short.")
        pilot.app.keep_drafts()
        (draft,) = drafts(session)
    kept = form_fields(draft)
    assert kept["figures"][0].state is FigureState.WITHHELD
    assert kept["retellings"][0].text == "Short."


async def test_the_head_says_when_the_text_is_kept(session, opened):
    async with opened(session, keys="e tab x") as pilot:
        assert "not saved yet" in shown(pilot)
        pilot.app.keep_drafts()
        await press(pilot, "x")
        assert "kept as you write, not in the bank yet" in shown(pilot)


async def test_the_rail_is_one_key_away_on_a_narrow_screen(session, opened):
    async with opened(session, size=(80, 24), keys="e f2") as pilot:
        assert "HOW IT STANDS" in shown(pilot).upper()
        assert "CHECKS" in shown(pilot)
        await press(pilot, "f2")
        assert pilot.app.focused.id == "field-title"


async def test_without_an_editor_the_key_says_what_to_do(session, opened, monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    async with opened(session, keys="e") as pilot:
        assert "set EDITOR" in pilot.app.screen.why_not("editor.outside")


class Suspends:
    """Stands in for the terminal a test has not: a suspension that only counts."""

    is_web = False

    def __init__(self):
        self.times = 0

    def suspend(self):
        from contextlib import contextmanager

        @contextmanager
        def away():
            self.times += 1
            yield

        return away()


def script(tmp_path, body: str) -> str:
    file = tmp_path / "editor.py"
    file.write_text("import sys, pathlib\npath = pathlib.Path(sys.argv[-1])\n" + body, "utf-8")
    return f'"{sys.executable}" "{file}" --wait'


def test_a_part_goes_through_ones_own_editor_and_back_clean(tmp_path, monkeypatch):
    body = "path.write_text(path.read_text('utf-8') + ' and \\x1b[31mmore\\n', 'utf-8')\n"
    monkeypatch.setenv("EDITOR", script(tmp_path, body))
    monkeypatch.delenv("VISUAL", raising=False)
    app = Suspends()
    assert outside.written_outside(app, "I led", tmp_path / "own") == "I led and more"
    assert app.times == 1


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_the_file_is_the_persons_alone_and_gone_afterwards(tmp_path, monkeypatch):
    seen = tmp_path / "seen"
    body = f"pathlib.Path({str(seen)!r}).write_text(' '.join(map(str, "
    body += "(path, path.parent.stat().st_mode, path.stat().st_mode))))\n"
    monkeypatch.setenv("EDITOR", script(tmp_path, body))
    monkeypatch.delenv("VISUAL", raising=False)
    outside.written_outside(Suspends(), "I led", tmp_path / "own")
    path, folder_mode, mode = seen.read_text().rsplit(" ", 2)
    assert stat.S_IMODE(int(folder_mode)) == 0o700
    assert stat.S_IMODE(int(mode)) == 0o600
    assert not Path(path).exists()


@pytest.mark.parametrize("written", ["", "path.write_text('I led them', 'utf-8')\n"])
def test_an_editor_that_fails_leaves_the_text_and_loses_nothing(tmp_path, monkeypatch, written):
    monkeypatch.setenv("EDITOR", script(tmp_path, f"{written}sys.exit(3)\n"))
    monkeypatch.delenv("VISUAL", raising=False)
    with pytest.raises(InputError, match="as it was") as failed:
        outside.written_outside(Suspends(), "I led", tmp_path / "own")
    left = [file.read_text() for file in (tmp_path / "own").iterdir()]
    assert left == (["I led them"] if written else [])
    assert all(str(file) in str(failed.value) for file in (tmp_path / "own").iterdir())


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/nowhere/editor --wait", "EDITOR names /nowhere/editor, which is not there."),
        ("nano 'oh", "EDITOR is no command, a quote in it is not closed: nano 'oh."),
    ],
)
def test_an_editor_that_is_not_there_is_named(monkeypatch, command, said):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EDITOR", command)
    assert outside.why_not_outside(Suspends()) == said


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import os\nos.kill(os.getpid(), 9)\n", "was ended from outside (SIGKILL)"),
        ("path.unlink()\n", "left no file: the text is as it was"),
    ],
)
def test_how_an_editor_ended_is_told_in_words(tmp_path, monkeypatch, body, said):
    monkeypatch.setenv("EDITOR", script(tmp_path, body))
    monkeypatch.delenv("VISUAL", raising=False)
    with pytest.raises(InputError, match=re.escape(said)):
        outside.written_outside(Suspends(), "I led", tmp_path / "own")


def test_what_an_editor_left_unreadable_is_moved_out_of_the_drafts_and_named(tmp_path, monkeypatch):
    monkeypatch.setenv("EDITOR", script(tmp_path, "path.write_bytes(b'PK\\x03\\x04 and more')\n"))
    monkeypatch.delenv("VISUAL", raising=False)
    part = tmp_path / "own" / "s-1.action.md"
    part.parent.mkdir()
    with pytest.raises(InputError, match="Word or zip file") as failed:
        outside.written_outside(Suspends(), "I led", tmp_path / "own", file=part)
    (left,) = part.parent.iterdir()
    assert left != part
    assert str(left) in str(failed.value)


def test_the_file_of_a_part_goes_only_once_its_text_is_taken(tmp_path, monkeypatch):
    monkeypatch.setenv("EDITOR", script(tmp_path, "path.write_text('I led them', 'utf-8')\n"))
    monkeypatch.delenv("VISUAL", raising=False)
    part = tmp_path / "s-1.action.md"
    seen = []
    outside.written_outside(
        Suspends(), "I led", tmp_path, file=part, taken=lambda t: seen.append((t, part.exists()))
    )
    assert seen == [("I led them", True)]
    assert not part.exists()


@pytest.mark.parametrize(
    ("before", "after", "seconds", "said"),
    [
        ("I led", "", 60, "this part is empty now"),
        ("I led", "I led", 0.1, "--wait"),
        ("I led", "I led", 60, ""),
        ("I led", "I led them", 0.1, ""),
        ("", "", 60, ""),
    ],
)
def test_a_text_that_came_back_strangely_is_told(before, after, seconds, said):
    told_then = outside.about(before, after, seconds)
    assert said in told_then
    assert bool(said) == bool(told_then)


async def test_what_changed_since_a_length_was_written_is_told_before_the_story_is_saved(
    session, opened
):
    async with opened(session, keys="L enter") as pilot:
        await write(pilot, "Nine thousand grants.")
        await press(pilot, "escape escape ctrl+s")
        pilot.app.screen.query_one("#field-result").focus()
        await write(pilot, "By May: ")
        await press(pilot, "ctrl+b")
        assert "the story moved on" in shown(pilot)
        assert "[+By May:+]" in told(pilot, "#source-story")


async def test_on_a_small_screen_the_story_behind_a_length_is_one_key_away(session, opened):
    async with opened(session, size=(80, 24), keys="L enter") as pilot:
        await write(pilot, "Nine thousand grants.")
        assert "F2 Story" in shown(pilot)
        await press(pilot, "f2")
        assert "CHALLENGE" in shown(pilot)
        assert "Nine thousand grants." not in shown(pilot)
        await press(pilot, "f2")
        assert "Nine thousand grants." in shown(pilot)
        await press(pilot, "f2 escape")
        assert "Nine thousand grants." in shown(pilot)
        assert pilot.app.focused.id == "lengths"


async def test_on_a_small_screen_what_changed_since_is_one_key_away(session, opened):
    async with opened(session, keys="L enter") as pilot:
        await write(pilot, "Nine thousand grants.")
        await press(pilot, "escape escape ctrl+s escape")
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(result=story.result.replace("7 months", "8 months")))
    async with opened(session, size=(80, 24), keys="L") as pilot:
        assert "F2 Changes" in shown(pilot)
        await press(pilot, "f2")
        assert "[−7−]" in shown(pilot)


async def test_the_bottom_line_offers_enter_for_a_length_in_the_list_alone(session, opened):
    async with opened(session, keys="L") as pilot:
        assert "Enter Write" in shown(pilot)
        assert "? Keys" in shown(pilot)
        await press(pilot, "enter")
        assert "Enter Write" not in shown(pilot)
        assert "F1 Keys" in shown(pilot)


async def test_from_the_rail_one_comes_back_to_the_field_that_was_written_in(session, opened):
    async with opened(session, size=(80, 24), keys="e") as pilot:
        pilot.app.screen.query_one("#field-action").focus()
        await settle(pilot)
        await press(pilot, "f2 f2")
        assert pilot.app.focused.id == "field-action"


async def test_the_rail_that_is_read_stays_in_sight_when_the_window_becomes_narrow(session, opened):
    async with opened(session, keys="e") as pilot:
        await pilot.click("#rail", offset=(5, 5))
        await resize(pilot, 80, 24)
        assert "TELLING" in shown(pilot)
        await press(pilot, "f2")
        await write(pilot, "Hm ")
        assert pilot.app.screen.unsaved
