"""Two programs on one bank: the app follows, tells, and asks when both edited one story."""

import asyncio
import subprocess
import sys
import time

import pytest
from tui_driving import TITLES, asked, notices, press, settle, shown, told, write

from sesbank.session import Session, stories, telling, vacancies
from sesbank.session.draft_forms import draft_fields, key_for
from sesbank.session.drafts import drafts, keep_draft
from sesbank.tui.app import BEAT, SesbankApp
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.difference import DifferenceScreen
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.widgets.fields import Line


@pytest.fixture
def other(session):
    with Session.open(session.path, settings=session.settings) as opened:
        yield opened


def test_the_app_looks_at_least_every_two_seconds():
    assert BEAT <= 2


async def test_a_story_added_elsewhere_is_there_at_the_next_beat(session, other, opened):
    async with opened(session, keys="j j") as pilot:
        stories.add(other, title="Written elsewhere")
        assert "Written elsewhere" not in shown(pilot)
        pilot.app.beat()
        await settle(pilot)
        assert "Written elsewhere" in shown(pilot)
        assert "6 stories" in shown(pilot)
        assert pilot.app.screen.story.title == TITLES[2]
        assert any("Another program" in notice for notice in notices(pilot))
        pilot.app.beat()
        await settle(pilot)
        assert len(notices(pilot)) == 1


async def test_f12_a_story_that_the_command_line_brings_in_appears_by_itself(session, tmp_path):
    source = tmp_path / "one.json"
    source.write_text('[{"title": "Written elsewhere", "action": "I did."}]', encoding="utf-8")
    app = SesbankApp(session)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        command = ["-m", "sesbank", "--bank", str(session.path), "import", str(source), "--yes"]
        program = await asyncio.create_subprocess_exec(sys.executable, *command)
        assert await program.wait() == 0
        limit = time.monotonic() + 60
        while "Written elsewhere" not in shown(pilot):
            assert time.monotonic() < limit, "nobody pressed a key, and nobody has to"
            await pilot.pause(0.05)
        await write(pilot, "n")
        await write(pilot, "Written here")
        await press(pilot, "ctrl+s")
    with Session.open(session.path, settings=session.settings) as again:
        titles = {story.title for story in again.bank.stories.values()}
    assert {"Written elsewhere", "Written here"} < titles


async def test_what_is_being_read_stays_where_it_was_scrolled_to(session, other, opened):
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(action="\n".join(f"I did {n} of it." for n in range(90))))
    async with opened(session, keys="enter") as pilot:
        pane = pilot.app.screen.query_one("#story")
        pane.scroll_to(y=7, animate=False)
        await settle(pilot)
        stories.add(other, title="Written elsewhere")
        pilot.app.beat()
        await settle(pilot)
        assert pane.scroll_offset.y == 7


async def test_an_open_editor_says_that_its_story_was_changed_elsewhere(session, other, opened):
    async with opened(session, keys="e") as pilot:
        story = stories.get(other, TITLES[0])
        stories.save(other, story.edit(result="They wrote this."))
        pilot.app.beat()
        await settle(pilot)
        assert "changed elsewhere meanwhile" in shown(pilot).splitlines()[0]
        assert "They wrote this." not in shown(pilot)


async def test_what_is_changed_in_other_parts_elsewhere_is_joined_without_a_question(
    session, other, opened
):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " my way")
        story = stories.get(other, TITLES[0])
        stories.save(other, story.edit(result="They wrote this.", tags=("theirs",)))
        pilot.app.beat()
        await settle(pilot)
        assert "saving joins both" in shown(pilot).splitlines()[0]
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert "changed elsewhere: Result, Tags" in notices(pilot)[-1]
        assert pilot.app.screen.fields["result"] == "They wrote this."
        await write(pilot, "!")
        await press(pilot, "ctrl+s")
    story = stories.get(session, f"{TITLES[0]} my way!")
    assert (story.result, story.tags) == ("They wrote this.", ("theirs",))


async def test_a_text_that_equals_what_is_saved_elsewhere_asks_nothing(session, other, opened):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " our way")
        story = stories.get(other, TITLES[0])
        saved = stories.save(other, story.edit(title=f"{TITLES[0]} our way"))
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert not pilot.app.screen.unsaved
        assert notices(pilot)[-1] == f"Saved: “{saved.title}”"
    assert stories.get(session, saved.id) == saved


async def test_a_telling_noted_elsewhere_is_no_conflict_with_a_text(session, other, opened):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " my way")
        telling.log(other, stories.get(other, TITLES[0]).id, "Rural Services panel")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EditorScreen)
    assert stories.get(session, f"{TITLES[0]} my way").told


@pytest.fixture
def clashing(session, other, opened):
    """Open an editor whose story another program saves too, and save it."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def clash():
        async with opened(session, keys="e") as pilot:
            story = stories.get(other, TITLES[0])
            theirs = story.edit(title=THEIR_WAY, result="They wrote this result.")
            stories.save(other, theirs)
            await press(pilot, "end")
            await write(pilot, " my way")
            await press(pilot, "ctrl+s")
            assert isinstance(pilot.app.screen, Confirm)
            yield pilot

    return clash


THEIR_WAY = f"{TITLES[0]} their way"


def results(session):
    return {story.title: story.result for story in session.bank.stories.values()}


async def test_the_first_answer_keeps_both(session, clashing):
    async with clashing() as pilot:
        assert "changed in another place" in asked(pilot)
        assert asked(pilot).endswith("You both changed: Title")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.fields["title"] == f"{TITLES[0]} my way (my version)"
        assert not pilot.app.screen.unsaved
    assert results(session)[THEIR_WAY] == "They wrote this result."
    assert results(session)[f"{TITLES[0]} my way (my version)"].startswith("The backlog went")


async def test_overwriting_keeps_the_other_in_the_history(session, clashing):
    async with clashing() as pilot:
        await press(pilot, "o")
        assert pilot.app.screen.fields["result"] == "They wrote this result."
        assert "with what was changed elsewhere: Result" in notices(pilot)[-1]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)
    story = stories.get(session, f"{TITLES[0]} my way")
    assert story.result == "They wrote this result."
    assert story.versions[-1].title == THEIR_WAY
    assert len(session.bank.stories) == 5


async def test_the_difference_is_shown_word_by_word_and_then_asked_again(session, clashing):
    async with clashing() as pilot:
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, DifferenceScreen)
        text = told(pilot, "#difference")
        assert "[+my+]" in text
        assert "[−their−]" in text
        assert "They wrote this result" not in text
        assert "They wrote this result" not in text
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Confirm)


async def test_escape_goes_back_to_the_text_and_loses_nothing(session, clashing):
    async with clashing() as pilot:
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.fields["title"] == f"{TITLES[0]} my way"
        assert pilot.app.screen.unsaved
        await press(pilot, "escape s")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, BankScreen)
    assert len(session.bank.stories) == 6


async def test_what_the_session_notes_is_told_once_and_stands_in_the_help(session, opened):
    async with opened(session) as pilot:
        session._told.append("no backup was made: no space left on device")
        pilot.app.beat()
        pilot.app.beat()
        await settle(pilot)
        assert [n for n in notices(pilot) if "backup" in n] == [
            "No backup was made: no space left on device."
        ]
        await press(pilot, "question_mark")
        assert "no backup was made" in told(pilot, "#help")


@pytest.fixture
def written_elsewhere(other):
    """Another program in which the first story is being written."""
    story = stories.get(other, TITLES[0])
    theirs = story.edit(title=f"{TITLES[0]} theirs")
    keep_draft(other, key_for(story), draft_fields(theirs, story))


def kept_titles(session):
    return sorted(draft.fields["title"] for draft in drafts(session))


@pytest.mark.usefixtures("written_elsewhere")
async def test_what_another_program_is_writing_is_not_offered_and_said(session, opened):
    async with opened(session) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
        assert f"not saved yet: “{TITLES[0]} theirs”" in "".join(notices(pilot))
        await pilot.app.screen.action_act("app.drafts")
        await settle(pilot)
        assert isinstance(pilot.app.screen, BankScreen)


@pytest.mark.usefixtures("written_elsewhere")
async def test_two_who_write_the_same_story_keep_a_draft_each(session, opened):
    async with opened(session, keys="e end") as pilot:
        assert pilot.app.screen.fields["title"] == TITLES[0]
        assert any("in another sesbank too" in notice for notice in notices(pilot))
        await write(pilot, " mine")
        pilot.app.beat()
        assert kept_titles(session) == [f"{TITLES[0]} mine", f"{TITLES[0]} theirs"]
        await press(pilot, "escape d")
    assert kept_titles(session) == [f"{TITLES[0]} theirs"]


@pytest.mark.usefixtures("written_elsewhere")
async def test_what_the_other_left_unsaved_is_offered_once_it_has_ended(session, other, opened):
    other.close()
    async with opened(session, keys="c") as pilot:
        assert pilot.app.screen.fields["title"] == f"{TITLES[0]} theirs"
        with Session.open(session.path, settings=session.settings) as third:
            assert [draft.is_open for draft in drafts(third)] == [True]


async def test_a_draft_that_another_program_took_up_meanwhile_is_left_to_it(session, other, opened):
    async with opened(other, keys="n") as pilot:
        await write(pilot, "Half written")
        pilot.app.beat()
    other.close()
    async with opened(session) as pilot:
        with Session.open(session.path, settings=session.settings) as third:
            (draft,) = drafts(third)
            keep_draft(third, draft.key, draft.fields)
            await press(pilot, "d")
            assert any("taken up in another" in notice for notice in notices(pilot))
            assert kept_titles(third) == ["Half written"]


def test_a_draft_of_a_killed_program_is_offered_and_its_lock_goes(session):
    code = (
        "import os, sys; from pathlib import Path; from sesbank.session import Session, drafts\n"
        "session = Session.open(Path(sys.argv[1]))\n"
        "drafts.keep_draft(session, 'new-story-1', {'title': 'Half written'})\n"
        "print(os.listdir(Path(sys.argv[1]).parent / 'drafts'), flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(session.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert b".open" in program.stdout.readline()
        assert [draft.is_open for draft in drafts(session)] == [True]
        program.kill()
    assert [draft.is_open for draft in drafts(session)] == [False]
    assert not list((session.path.parent / "drafts").glob("*.open"))


async def test_facts_saved_here_leave_what_was_decided_elsewhere_meanwhile(with_vacancy, opened):
    (vacancy,) = vacancies.listed(with_vacancy)
    story = next(iter(with_vacancy.bank.offered))
    async with opened(with_vacancy, keys="3 enter R e") as pilot:
        with Session.open(with_vacancy.path, settings=with_vacancy.settings) as other:
            pinned = vacancies.get(other, vacancy.id)
            vacancies.pin(other, pinned, pinned.matched[0].id, story.id)
        pilot.app.beat()
        await settle(pilot)
        pilot.app.screen.query_one("#field-agency", Line).value = "Bureau of Barges"
        await press(pilot, "ctrl+s")
    kept = vacancies.get(with_vacancy, vacancy.id)
    assert kept.agency == "Bureau of Barges"
    assert [pin.story for pin in kept.pins] == [story.id]


async def test_facts_typed_for_a_vacancy_removed_elsewhere_put_it_back(with_vacancy, opened):
    (vacancy,) = vacancies.listed(with_vacancy)
    async with opened(with_vacancy, keys="3 enter R e end") as pilot:
        await write(pilot, " West")
        with Session.open(with_vacancy.path, settings=with_vacancy.settings) as other:
            vacancies.remove(other, vacancy.id)
        pilot.app.beat()
        await settle(pilot)
        assert "Saving puts it back" in notices(pilot)[-1]
        await press(pilot, "ctrl+s")
    assert vacancies.get(with_vacancy, vacancy.id).title.endswith(" West")
