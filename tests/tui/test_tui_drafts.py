"""Drafts: what is being written is on the disk soon, offered later, and lost by nothing."""

import os
from datetime import UTC, datetime

import pytest
from textual.events import Paste
from tui_driving import POSTING, TITLES, asked, notices, press, settle, write

from sesbank.session import stories, vacancies
from sesbank.session.drafts import drafts, keep_draft
from sesbank.tui.app import BEAT, SesbankApp
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.paste import PasteScreen


def kept(session):
    return [draft.fields for draft in drafts(session)]


def test_the_beat_keeps_the_promise_of_three_seconds():
    assert BEAT <= 2


async def test_the_app_beats_by_itself(session):
    app = SesbankApp(session)
    async with app.run_test():
        assert "beat" in [timer.name for timer in app._timers]


async def test_what_is_written_is_on_the_disk_at_the_next_beat(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        await press(pilot, "tab")
        await write(pilot, "Water rose.")
        assert kept(session) == []
        pilot.app.beat()
        (draft,) = kept(session)
        assert (draft["title"], draft["challenge"]) == ("Opened the flood desk", "Water rose.")
        await write(pilot, " Fast.")
        pilot.app.beat()
        (draft,) = kept(session)
        assert draft["challenge"] == "Water rose. Fast."


@pytest.mark.parametrize("way", ["ctrl+s", "escape s", "escape d"])
async def test_a_draft_goes_once_it_is_saved_or_not_wanted(session, opened, way):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        pilot.app.beat()
        assert len(kept(session)) == 1
        await press(pilot, way)
        assert kept(session) == []


async def test_a_text_typed_back_to_what_is_saved_is_no_draft(session, opened):
    async with opened(session, keys="e") as pilot:
        await write(pilot, "x")
        pilot.app.beat()
        assert len(kept(session)) == 1
        await press(pilot, "backspace")
        pilot.app.beat()
        assert kept(session) == []


async def leave_a_draft(opened, session, text="Half written"):
    async with opened(session, keys="n") as pilot:
        await write(pilot, text)
        pilot.app.beat()


async def test_the_next_start_offers_it_and_continuing_brings_every_field_back(session, opened):
    async with opened(session, keys="e") as pilot:
        await press(pilot, "end")
        await write(pilot, " again")
        await press(pilot, "tab")
        await write(pilot, "Later: ")
        pilot.app.screen.query_one("#outcome").focus()
        await press(pilot, "right")
        before = pilot.app.screen.fields
        pilot.app.beat()
    async with opened(session) as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        assert asked(pilot).startswith(f"You were editing: “{TITLES[0]} again”\n")
        assert "last typed 2026-11-22 09:" in asked(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.fields == before
        assert pilot.app.screen.unsaved
        await press(pilot, "ctrl+s escape")
        assert isinstance(pilot.app.screen, BankScreen)
    assert stories.get(session, TITLES[0] + " again").versions
    assert kept(session) == []


async def test_one_is_at_the_story_once_its_draft_is_saved(session, opened):
    keep_draft(session, "new-1", {"title": "Opened the flood desk", "ended": "2009"})
    async with opened(session, keys="G c ctrl+s escape") as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
        assert pilot.app.screen.story.title == "Opened the flood desk"


async def test_a_text_taken_up_was_typed_when_it_was_typed(session, opened):
    await leave_a_draft(opened, session)
    (left,) = drafts(session)
    async with opened(session, keys="c") as pilot:
        pilot.app.beat()
        assert drafts(session)[0].saved == left.saved
        await write(pilot, " and more")
        pilot.app.beat()
        assert drafts(session)[0].saved > left.saved


async def test_a_draft_whose_file_was_renamed_is_gone_on_with_and_saved_once(session, opened):
    await leave_a_draft(opened, session)
    (file,) = (session.path.parent / "drafts").glob("*.json")
    file.rename(file.with_name("My Text (2).json"))
    async with opened(session, keys="c ctrl+s") as pilot:
        await settle(pilot)
        pilot.app.beat()
    titles = [story.title for story in session.bank.stories.values()]
    assert titles.count("Half written") == 1
    assert kept(session) == []


@pytest.mark.parametrize("key", ["l", "escape"])
async def test_looking_later_keeps_it_for_the_next_start(session, opened, key):
    await leave_a_draft(opened, session)
    async with opened(session, keys=key) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
        await pilot.app.screen.action_act("app.drafts")
        await settle(pilot)
        assert "“Half written”" in asked(pilot)
        await press(pilot, "escape")
    assert len(kept(session)) == 1


async def test_one_that_is_thrown_away_is_gone(session, opened):
    await leave_a_draft(opened, session)
    async with opened(session, keys="d") as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
        await pilot.app.screen.action_act("app.drafts")
        await settle(pilot)
        assert any("Nothing unsaved" in notice for notice in notices(pilot))
    assert kept(session) == []


async def test_several_are_offered_one_at_a_time_and_each_new_story_has_its_own(session, opened):
    await leave_a_draft(opened, session, "First")
    async with opened(session, keys="l n") as pilot:
        await write(pilot, "Second")
        pilot.app.beat()
    async with opened(session) as pilot:
        assert "“Second”" in asked(pilot)
        await press(pilot, "c")
        assert pilot.app.screen.fields["title"] == "Second"
        await press(pilot, "ctrl+s escape")
        assert "“First”" in asked(pilot)
        await press(pilot, "escape")
    assert [draft["title"] for draft in kept(session)] == ["First"]


async def test_a_draft_that_says_what_is_saved_is_dropped_without_a_word(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Saved in the last moment ")
        pilot.app.beat()
        (draft,) = drafts(session)
        await press(pilot, "ctrl+s")
    keep_draft(session, draft.key, draft.fields)
    async with opened(session) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
    assert kept(session) == []


async def test_a_story_changed_since_its_draft_asks_on_saving(session, opened):
    async with opened(session, keys="e") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(title="Changed since", result="Changed since."))
    async with opened(session, keys="c ctrl+s") as pilot:
        assert "changed in another place" in asked(pilot)
        assert asked(pilot).endswith("You both changed: Title")
        await press(pilot, "enter")
    assert stories.get(session, "Changed since").result == "Changed since."
    assert any(" mine" in story.title for story in session.bank.stories.values())


async def test_a_draft_is_joined_with_what_was_saved_in_other_parts_since(session, opened):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(result="Changed since."))
    async with opened(session, keys="c ctrl+s") as pilot:
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.fields["result"] == "Changed since."
    assert stories.get(session, f"{TITLES[0]} mine").result == "Changed since."


async def test_a_draft_whose_every_change_was_saved_since_is_dropped_without_a_word(
    session, opened
):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(title=f"{TITLES[0]} mine", result="And more."))
    async with opened(session) as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
    assert kept(session) == []


@pytest.mark.parametrize("base", ["", "{", "[]", '{"id": "s-other", "title": "x"}', None])
async def test_a_draft_that_does_not_know_its_beginning_asks_about_all_that_differs(
    session, opened, base
):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
    (draft,) = drafts(session)
    fields = {**draft.fields, "base": base}
    if base is None:
        del fields["base"]
    keep_draft(session, draft.key, fields)
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(result="Changed since."))
    async with opened(session, keys="c ctrl+s") as pilot:
        assert asked(pilot).endswith("You both changed: Title, Result")


async def test_a_story_removed_since_its_draft_can_be_put_back(session, opened):
    async with opened(session, keys="e") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
        await press(pilot, "escape")
    (draft,) = drafts(session)
    stories.remove(session, draft.fields["story"])
    async with opened(session, keys="c ctrl+s") as pilot:
        assert "was removed from the bank" in asked(pilot)
        await press(pilot, "enter")
    assert stories.get(session, draft.fields["story"]).challenge.startswith("9,400 grants")


async def test_editing_a_story_with_a_draft_offers_the_draft_first(session, opened):
    async with opened(session, keys="e") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
    async with opened(session, keys="l e") as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "c")
        assert pilot.app.screen.fields["title"].endswith(" mine")


async def test_what_is_saved_can_be_edited_while_a_draft_of_it_waits(session, opened):
    async with opened(session, keys="e") as pilot:
        await write(pilot, " mine")
        pilot.app.beat()
    async with opened(session, keys="l e l") as pilot:
        assert pilot.app.screen.fields["title"] == TITLES[0]
        await write(pilot, " other")
        pilot.app.beat()
    titles = {draft["title"] for draft in kept(session)}
    assert {title.removeprefix(TITLES[0]) for title in titles} == {" mine", " other"}


async def test_a_pasted_posting_is_kept_and_offered_too(session, opened):
    async with opened(session, keys="3 n") as pilot:
        pilot.app.post_message(Paste(POSTING))
        await settle(pilot)
        pilot.app.beat()
    async with opened(session) as pilot:
        assert "You were pasting a posting" in asked(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, PasteScreen)
        await press(pilot, "ctrl+s")
    assert [v.announcement for v in vacancies.listed(session)] == ["RS-26-SES-014"]
    assert kept(session) == []


async def test_a_part_left_in_ones_own_editor_is_offered_with_the_rest(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        file = pilot.app.screen.keep_for_outside("action")
        file.write_text("I wrote this outside.\n", encoding="utf-8")
    async with opened(session) as pilot:
        assert "4 words" in asked(pilot)
        await press(pilot, "c")
        assert pilot.app.screen.fields["title"] == "Opened the flood desk"
        assert pilot.app.screen.fields["action"] == "I wrote this outside."
        assert not file.exists()
        await press(pilot, "ctrl+s")
    assert stories.get(session, "Opened the flood desk").action == "I wrote this outside."


async def test_a_part_changed_in_ones_own_editor_was_typed_when_it_was_changed_there(
    session, opened
):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        file = pilot.app.screen.keep_for_outside("action")
    file.write_text("", encoding="utf-8")
    (before,) = drafts(session)
    file.write_text("I wrote this outside.\n", encoding="utf-8")
    moment = datetime(2026, 12, 24, 15, 30, tzinfo=UTC).timestamp()
    os.utime(file, (moment, moment))
    (draft,) = drafts(session)
    assert (before.saved[:10], draft.saved) == ("2026-11-22", "2026-12-24T15:30:00+00:00")
    async with opened(session) as pilot:
        assert "last typed 2026-12-24 15:30" in asked(pilot)
        await press(pilot, "c")
        pilot.app.beat()
    assert [draft.saved for draft in drafts(session)] == ["2026-12-24T15:30:00+00:00"]


async def test_a_part_that_an_editor_emptied_takes_no_words_away(session, opened):
    async with opened(session, keys="e tab") as pilot:
        await write(pilot, "Typed before. ")
        pilot.app.screen.keep_for_outside("challenge").write_bytes(b"")
    (draft,) = kept(session)
    assert draft["challenge"].startswith("Typed before. 9,400 grants")


async def test_a_damaged_draft_is_told_and_left_alone(session, opened):
    await leave_a_draft(opened, session)
    (file,) = (session.path.parent / "drafts").glob("*.json")
    file.write_text("{", encoding="utf-8")
    async with opened(session) as pilot:
        assert any("cannot be read and stays" in notice for notice in notices(pilot))
    assert file.exists()


async def test_a_crash_keeps_what_was_written(session):
    app = SesbankApp(session, beating=False)

    def boom() -> None:
        raise RuntimeError

    async def run() -> None:
        async with app.run_test() as pilot:
            await settle(pilot)
            await write(pilot, "nHalf written")
            await settle(pilot)
            app.call_later(boom)
            await settle(pilot)

    with pytest.raises(RuntimeError):
        await run()
    assert [draft["title"] for draft in kept(session)] == ["Half written"]


async def test_hanging_up_keeps_what_was_written_and_leaves_with_the_code(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Half written")
        pilot.app.hang_up(143)
        await settle(pilot)
        assert pilot.app.return_code == 143
    assert [draft["title"] for draft in kept(session)] == ["Half written"]
