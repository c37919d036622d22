"""The editor: new, edit, rail, suggestions, leaving, and a save that fails."""

import pytest
from tui_driving import TITLES, notices, press, resize, settle, shown, told, write

from sesbank.domain.evidence import EcqGuess
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Outcome, Status, Story
from sesbank.session import preferences, stories
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.views.rail import rail, unmapped_guesses
from sesbank.tui.widgets.prose import Prose


async def test_a_new_story_is_written_saved_and_at_hand_in_the_list(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Opened the flood desk")
        await press(pilot, "tab")
        await write(pilot, "Water rose in 9 counties.")
        await press(pilot, "tab tab")
        await write(pilot, "I opened intake in nine days.\nI led 40 people.")
        await press(pilot, "ctrl+s escape")
        assert isinstance(pilot.app.screen, BankScreen)
        assert pilot.app.screen.story.title == "Opened the flood desk"
    story = stories.get(session, "Opened the flood desk")
    assert story.challenge == "Water rose in 9 counties."
    assert story.action == "I opened intake in nine days.\nI led 40 people."
    assert story.status is Status.DRAFT


async def test_empty_fields_ask_for_what_belongs_there(session, opened):
    async with opened(session, keys="n") as pilot:
        text = shown(pilot)
        for words in (
            "What was going wrong",
            "Who and how many",
            "Step by step",
            "What changed",
        ):
            assert words in text


async def test_the_rail_counts_words_shares_time_and_figures_while_one_types(session, opened):
    async with opened(session, keys="n tab") as pilot:
        await write(pilot, "one two three")
        await press(pilot, "tab tab")
        await write(pilot, "I moved 31 people fast and well today")
        text = shown(pilot)
        assert "3 words · 27%" in text
        assert "11 words · 0:05 to tell" in text
        assert "31" in text.split("FIGURES")[1]


async def test_the_narrow_editor_still_tells_the_time(session, opened):
    async with opened(session, size=(80, 24), keys="e") as pilot:
        assert "to tell" in shown(pilot)


async def test_on_a_small_screen_how_the_text_stands_is_read_whole(session, opened):
    async with opened(session, size=(60, 16), keys="e end") as pilot:
        assert shown(pilot).startswith(" Edit  Cleared the grants backlog in one season  · saved\n")
        await write(pilot, " 灾害贷款")
        pilot.app.beat()
        await settle(pilot)
        head = shown(pilot).splitlines()[0]
        assert head.startswith(" Cleared the")
        assert head.endswith("…  · kept as you write, not in the bank yet")


async def test_an_ecq_the_words_suggest_is_accepted_with_one_key(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Budget")
        await press(pilot, "tab tab tab")
        await write(pilot, "I cut the budget and managed resources and saved money on technology.")
        assert "Driving Efficiency" in shown(pilot)
        await press(pilot, "ctrl+t ctrl+s")
    story = stories.get(session, "Budget")
    assert [(m.ecq, m.by.value) for m in story.mappings] == [("DE", "suggestion")]


async def test_where_the_rail_is_not_in_sight_the_notice_says_which_ecq_and_on_what_words(
    session, opened
):
    async with opened(session, size=(80, 24), keys="n") as pilot:
        await write(pilot, "Budget")
        await press(pilot, "tab tab tab")
        await write(pilot, "I cut the budget and managed resources and saved money on technology.")
        assert "Driving Efficiency" not in shown(pilot)
        (guess, *_) = stories.suggestions(session, pilot.app.screen.draft)
        await press(pilot, "ctrl+t")
        (said,) = notices(pilot)
        words = ", ".join(f"“{cue}”" for cue in guess.cues[:3])
        assert said.startswith(
            f"Will be mapped to Driving Efficiency when you save, for {words[:12]}"
        )
        assert said.endswith(". F6 takes it back.")


async def test_an_accepted_ecq_is_taken_back_with_one_key_and_the_bank_is_left_alone(
    session, opened
):
    async with opened(session, keys="r e", toasts=True) as pilot:
        before = stories.get(session, TITLES[0])
        assert "Take back" not in shown(pilot)
        await press(pilot, "ctrl+t")
        accepted = pilot.app.screen.draft.mappings[-1]
        assert notices(pilot)[-1].endswith(". F6 takes it back.")
        assert "F6 Take back" in shown(pilot)
        await press(pilot, "f6")
        assert accepted not in pilot.app.screen.draft.mappings
        assert notices(pilot)[-1].startswith("Taken back when you save: ")
        assert not pilot.app.screen.unsaved
        assert "Take back" not in shown(pilot)
        assert stories.get(session, TITLES[0]) == before
        await press(pilot, "ctrl+t")
        assert pilot.app.screen.draft.mappings[-1] == accepted
    assert stories.get(session, TITLES[0]).status is Status.RETIRED


async def test_each_press_takes_back_one_ecq_the_latest_first(session, opened):
    async with opened(session, keys="n tab tab tab") as pilot:
        await write(pilot, "I cut the budget, led my supervisors and hired on merit by the law.")
        await press(pilot, "ctrl+t ctrl+t")
        first, second = pilot.app.screen.draft.mappings
        await press(pilot, "f6")
        assert pilot.app.screen.draft.mappings == (first,)
        await press(pilot, "f6 ctrl+t ctrl+t")
        assert pilot.app.screen.draft.mappings == (first, second)


async def test_an_ecq_accepted_before_the_latest_save_is_taken_back_too(session, opened):
    before = stories.get(session, TITLES[0]).mappings
    async with opened(session, keys="e ctrl+t ctrl+s f6 ctrl+s"):
        assert stories.get(session, TITLES[0]).mappings == before


async def test_an_ecq_accepted_and_kept_as_a_draft_is_taken_back_at_the_next_start(session, opened):
    async with opened(session, keys="e ctrl+t") as pilot:
        pilot.app.beat()
    async with opened(session, keys="c") as pilot:
        assert len(pilot.app.screen.draft.mappings) == 3
        await press(pilot, "f6")
        assert len(pilot.app.screen.draft.mappings) == 2
        assert not pilot.app.screen.unsaved


async def test_what_the_person_mapped_is_never_taken_back_as_a_suggestion(session, opened):
    async with opened(session, keys="e f6", toasts=True) as pilot:
        assert len(pilot.app.screen.draft.mappings) == 2
        assert "none can be taken back" in notices(pilot)[-1]


async def test_the_keys_of_undo_in_a_part_leave_an_accepted_ecq_alone(session, opened):
    async with opened(session, keys="e tab ctrl+t") as pilot:
        await write(pilot, "abc")
        await press(pilot, "ctrl+z ctrl+z ctrl+z")
        assert len(pilot.app.screen.draft.mappings) == 3


async def test_editing_keeps_what_was_said_before_as_a_version(session, opened):
    async with opened(session, keys="e") as pilot:
        await press(pilot, "end")
        await write(pilot, " in Ohio")
        await press(pilot, "ctrl+s escape")
        assert "in Ohio" in shown(pilot)
    story = stories.get(session, TITLES[0] + " in Ohio")
    assert story.versions[-1].title == TITLES[0]
    assert story.mappings


async def test_outcome_and_status_turn_with_the_arrows(session, opened):
    async with opened(session, keys="e") as pilot:
        pilot.app.screen.query_one("#outcome").focus()
        await press(pilot, "right tab left ctrl+s")
    story = stories.get(session, TITLES[0])
    assert (story.outcome, story.status) == (Outcome.MIXED, Status.DRAFT)


@pytest.mark.parametrize(
    ("answer", "title"), [("s", "Half a title"), ("d", None), ("y", None), ("escape", None)]
)
async def test_leaving_with_changes_asks_and_does_what_is_answered(session, opened, answer, title):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Half a title")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, answer)
        stays = answer in ("y", "escape")
        assert isinstance(pilot.app.screen, EditorScreen) is stays
        if stays:
            assert pilot.app.screen.fields["title"] == "Half a title"
    assert any(s.title == "Half a title" for s in session.bank.stories.values()) is bool(title)


async def test_leaving_without_changes_asks_nothing(session, opened):
    async with opened(session, keys="e escape") as pilot:
        assert isinstance(pilot.app.screen, BankScreen)


async def test_quitting_with_changes_asks_first(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Half")
        await press(pilot, "ctrl+q")
        assert isinstance(pilot.app.screen, Confirm)
        assert pilot.app.return_code is None


async def test_without_a_title_nothing_is_saved_and_nothing_is_lost(session, opened):
    async with opened(session, keys="n tab") as pilot:
        await write(pilot, "Only a challenge")
        await press(pilot, "ctrl+s")
        assert "needs a title" in shown(pilot)
        assert pilot.app.screen.fields["challenge"] == "Only a challenge"
    assert len(session.bank.stories) == 5


async def test_undo_in_a_field_is_the_fields_own(session, opened):
    async with opened(session, keys="r e tab") as pilot:
        await write(pilot, "abc")
        await press(pilot, "ctrl+z")
        assert "abc" not in pilot.app.screen.fields["challenge"]
    assert stories.get(session, TITLES[0]).status is Status.RETIRED


async def test_what_is_pasted_into_a_part_loses_its_escape_codes(session, opened):
    from textual.events import Paste

    async with opened(session, keys="n tab") as pilot:
        pasted = "one\x1b[31m red\x1b[0m\r\ntwo\x9b2J \u202eend"
        pilot.app.post_message(Paste(pasted))
        await settle(pilot)
        assert pilot.app.screen.fields["challenge"] == "one red\ntwo end"


@pytest.mark.parametrize("size", [(120, 36), (100, 30), (90, 24)])
async def test_no_word_is_cut_off_when_the_window_changes_its_size(with_vacancy, opened, size):
    async with opened(with_vacancy, size=(80, 24), keys="e") as pilot:
        await resize(pilot, *size)
        resized = shown(pilot)
    async with opened(with_vacancy, size=size, keys="e") as pilot:
        assert resized.splitlines()[:20] == shown(pilot).splitlines()[:20]


async def test_a_note_told_in_all_four_parts_leaves_the_inbox(empty, opened):
    note = stories.capture(empty, "Told the Secretary no on the travel budget")
    async with opened(empty, keys="i e") as pilot:
        screen = pilot.app.screen
        for part in ("context", "action", "result"):
            screen.query_one(f"#field-{part}", Prose).text = f"I wrote the {part}."
        await press(pilot, "ctrl+s")
        assert notices(pilot)[-1].endswith("it leaves the inbox and is a draft")
        assert not screen.unsaved
        assert empty.bank.stories[note.id].status is Status.DRAFT


async def test_a_story_in_the_inbox_is_not_called_free_of_faults(session, opened):
    captured = stories.capture(session, "Ended the lab contract")
    async with opened(session, size=(120, 36), keys="g e") as pilot:
        await settle(pilot)
        assert captured.title in shown(pilot)
        assert "Status, last on the form" in shown(pilot)
        assert "nothing to mend" not in shown(pilot)
        assert "no checks in the inbox" in str(pilot.app.screen.query_one("#strip").render())
        await press(pilot, "ctrl+r")
        assert "it is no story yet" in shown(pilot)
        assert "Nothing to mend" not in shown(pilot)


def test_nothing_is_said_of_checks_and_ecqs_before_they_were_looked_for(session):
    story = stories.get(session, TITLES[1])
    early = rail(story, 140, session.names, framework="opm-2025").plain
    assert early.count("looking …") == 2
    assert "nothing" not in early
    late = rail(story, 140, session.names, framework="opm-2025", guesses=(), findings=()).plain
    assert "nothing to mend" in late
    assert "looking …" not in late


def test_an_older_mapping_of_the_same_code_leaves_the_suggestion_open():
    older = Story("s-1", "t", mappings=(Mapping("opm-2006", "LP"),))
    guess = EcqGuess("LP", "Leading People", 0.6, ("supervisors",))
    assert unmapped_guesses([guess], older, "opm-2025") == (guess,)
    assert unmapped_guesses([guess], older, "opm-2006") == ()


async def test_a_suggestion_counts_as_mapped_by_the_framework_in_use(session, opened):
    preferences.change(session, framework="opm-2006")
    story = stories.get(session, TITLES[0])
    code, name = next((g.code, g.name) for g in stories.suggestions(session, story))
    stories.save(session, story.edit(mappings=(Mapping("opm-2006", code),)))
    async with opened(session, size=(120, 60), keys="e") as pilot:
        assert f"✓ {name}" in told(pilot, "#rail")
    async with opened(session, size=(120, 60)) as pilot:
        assert f"{name} main · OPM" not in told(pilot, "#story")
        await press(pilot, "slash")
        await write(pilot, "ecq:LP")
        assert "Leading People" in str(pilot.app.screen.rows.border_title)


async def test_quitting_again_asks_no_second_time(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Half written")
        await press(pilot, "ctrl+q ctrl+q ctrl+q")
        stack = [type(screen) for screen in pilot.app.screen_stack]
        assert stack[1:] == [EditorScreen, Confirm]


async def test_quitting_leaves_what_lies_in_front_of_the_text_and_then_asks(session, opened):
    async with opened(session, keys="n") as pilot:
        await write(pilot, "Half written")
        await press(pilot, "ctrl+r ctrl+q")
        stack = [type(screen) for screen in pilot.app.screen_stack]
        assert stack[1:] == [EditorScreen, Confirm]
        await press(pilot, "y")
        assert pilot.app.screen.fields["title"] == "Half written"
