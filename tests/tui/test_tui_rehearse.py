"""Rehearse: what is due, the drill with its clock, grades and undo, and the mock interview."""

from __future__ import annotations

import pytest
from textual.widgets import Static
from tui_driving import TITLES, notices, press, settle, shown, told, write

from sesbank.domain.preparation import Preparation
from sesbank.domain.rehearsal import Rehearsal, Went
from sesbank.session import Session, preparing, rehearsing, stories, vacancies
from sesbank.session.following_up import following_up
from sesbank.settings import Settings
from sesbank.tui.screens.drill import DrillScreen
from sesbank.tui.screens.one_line import OneLine
from sesbank.tui.screens.rehearse import RehearseScreen

STORIES = "5 o o"
"""Leads to the list of stories."""


def head(pilot) -> str:
    return str(pilot.app.screen.query_one("#drill-head", Static).content)


def rehearsed(session: Session) -> list[Rehearsal]:
    return [each.rehearsal for each in rehearsing.past(session)]


@pytest.fixture
def invited(with_vacancy: Session) -> Session:
    """The slate stands, and the interview is in ten days."""
    (vacancy,) = vacancies.listed(with_vacancy)
    vacancy = vacancies.propose(with_vacancy, vacancy)
    preparing.prepare(with_vacancy, vacancy, Preparation(when="2026-12-02T10:00"))
    return with_vacancy


async def test_what_stands_for_the_interview_comes_first_with_the_days_to_it(invited, opened):
    async with opened(invited, size=(200, 50), keys="5") as pilot:
        lines = shown(pilot).splitlines()
        assert "Director, Field Operations in 10 d" in lines[1]
        assert lines[2].startswith("│▌story ")
        assert "→ 10 d" in lines[2]
        assert told(pilot, "#due-about").startswith(f"STORY {TITLES[2]} MTQ 2: Dem")
        await press(pilot, "o o o")
        assert " story " not in shown(pilot)
        assert told(pilot, "#due-about").startswith("QUESTION")


async def test_a_story_is_drilled_in_seven_keys(session, opened):
    """Enter, five to begin and to end its four parts, one for how it went."""
    async with opened(session, keys=STORIES) as pilot:
        here = pilot.app.screen.rows.current.story
        part = session.bank.stories[here].part("action")
        keys = ["enter", "enter", "space", "space", "space", "space", "3"]
        await press(pilot, keys[0])
        assert part not in told(pilot, "#drill")
        await press(pilot, " ".join(keys[1:4]))
        assert "Action 0:00" in head(pilot)
        assert "ACTION" in told(pilot, "#drill")
        assert "RESULT" not in told(pilot, "#drill")
        assert rehearsed(session) == []
        await press(pilot, " ".join(keys[4:]))
        (noted,) = rehearsed(session)
        assert (noted.went, noted.question) == (Went.WELL, rehearsing.TELL_IT)
        assert [each.part for each in noted.parts] == ["challenge", "context", "action", "result"]
        assert noted.seconds == sum(each.seconds for each in noted.parts) > 0
        assert head(pilot).startswith(" 2 of ")
        assert len(keys) == 7


async def test_behind_a_drill_the_next_that_is_due_is_at_hand(session, opened):
    async with opened(session, keys=STORIES) as pilot:
        first, second, *_ = (due.story for due in pilot.app.screen.rows.rows)
        await press(pilot, "enter enter space space space space 3 escape")
        assert [each.story.id for each in rehearsing.past(session)] == [first]
        assert pilot.app.screen.rows.current.story == second


async def test_the_share_of_each_part_stands_beside_that_of_the_text(session, opened):
    async with opened(session, keys=f"{STORIES} enter") as pilot:
        assert "25%" not in told(pilot, "#drill-times")
        await press(pilot, "enter enter enter enter enter")
        assert "25% ━━────── text" in told(pilot, "#drill-times")
        assert "The text takes 0:" in told(pilot, "#drill-times")


async def test_undo_leads_back_to_the_answer_to_grade_it_anew_and_redo_goes_on(session, opened):
    async with opened(session, keys=f"{STORIES} enter enter enter enter enter enter 1") as pilot:
        assert head(pilot).startswith(" 2 of ")
        await press(pilot, "u")
        assert rehearsed(session) == []
        assert head(pilot).startswith(" 1 of ")
        assert "HOW DID IT GO?" in told(pilot, "#drill")
        await press(pilot, "U")
        assert [each.went for each in rehearsed(session)] == [Went.BADLY]
        assert head(pilot).startswith(" 2 of ")
        await press(pilot, "u 4")
        assert [each.went for each in rehearsed(session)] == [Went.EASILY]


async def test_a_note_is_kept_with_the_answer_and_is_text_whatever_it_says(session, opened):
    async with opened(session, keys=f"{STORIES} enter enter enter enter enter enter 2 t") as pilot:
        await write(pilot, "say [b]12[/b] first")
        await press(pilot, "enter")
        assert rehearsed(session)[0].note == "say [b]12[/b] first"
        await press(pilot, "u")
        assert rehearsed(session)[0].note == ""
        assert head(pilot).startswith(" 2 of ")
        await press(pilot, "U escape")
        assert isinstance(pilot.app.screen, RehearseScreen)
        await press(pilot, "G")
        assert "▃ fair say [b]12[/b] first" in told(pilot, "#due-about")


async def test_keys_that_cannot_be_used_say_why(session, opened):
    async with opened(session, keys=f"{STORIES} enter 3", toasts=True) as pilot:
        assert notices(pilot) == ["Tell it first: Enter begins, and goes from part to part."]
        await press(pilot, "t")
        assert "Say how an answer went first" in notices(pilot)[-1]
        await press(pilot, "n")
        assert "about one story alone" in notices(pilot)[-1]
        await press(pilot, "enter enter enter enter enter enter")
        assert "1 badly, 2 fair, 3 well, 4 easily" in notices(pilot)[-1]
        await press(pilot, "s s s s enter")
        assert notices(pilot)[-1] == "All was asked: Esc leaves."


async def test_a_question_offers_the_stories_that_answer_it(session, opened):
    async with opened(session, keys="5 o o o") as pilot:
        rows = pilot.app.screen.rows
        asked = [due.question for due in rows.rows]
        rows.cursor = next(n for n, each in enumerate(asked) if "negotiat" in each)
        await press(pilot, "enter")
        assert "story 1 of " in told(pilot, "#drill")
        before = told(pilot, "#drill")
        await press(pilot, "n")
        assert "story 2 of " in told(pilot, "#drill") != before
        await press(pilot, "p")
        assert told(pilot, "#drill") == before


async def test_what_no_story_answers_is_told_in_one_and_cannot_be_noted(empty, opened):
    async with opened(empty, keys="5 enter", toasts=True) as pilot:
        assert "No story of the bank answers it" in told(pilot, "#drill")
        await press(pilot, "enter enter")
        assert "nothing to note it with" in told(pilot, "#drill")
        await press(pilot, "3")
        assert notices(pilot) == ["No story was told: there is none to note it with."]


async def test_a_mock_interview_has_five_questions_and_says_what_came_of_it(session, opened):
    async with opened(session, size=(120, 50), keys="5 m") as pilot:
        assert head(pilot).startswith(" 1 of 5 · ")
        assert "45:00 left" in head(pilot) or "44:5" in head(pilot)
        answered = 0
        while head(pilot).startswith(f" {answered + 1} of 5") and answered < 3:
            await press(pilot, "enter" + " enter" * 4 + " 3")
            answered += 1
        await press(pilot, "s s s s s")
        assert head(pilot) == " Over"
        summary = told(pilot, "#drill")
        assert f"{len(rehearsed(session))} of 5 questions answered in 0:" in summary
        assert "WITHOUT AN ANSWER" in summary
        assert summary.count("no answer") == 5 - len(rehearsed(session))


async def test_hidden_texts_are_hidden_in_the_drill_and_its_summary(session, opened):
    async with opened(session, keys=f"B {STORIES} enter enter enter enter") as pilot:
        assert "░" in shown(pilot)
        for words in ("backlog", "9,400", "Merged", "States"):
            assert words not in shown(pilot)
        await press(pilot, "enter enter 3 s s s s s")
        assert "░" in shown(pilot)


async def test_the_pane_of_a_story_shows_how_its_telling_went(session, opened):
    story = next(iter(stories.get(session, "backlog") for _ in "1"))
    for day, went in (("2026-11-01", Went.BADLY), ("2026-11-09", Went.EASILY)):
        rehearsing.note(session, story.id, Rehearsal("Why?", day, 95, went))
    async with opened(session) as pilot:
        assert "REHEARSED ▁▇ 2026-11-09 1:35 ▇ easily" in told(pilot, "#story")


async def test_a_story_removed_meanwhile_leaves_the_drill_standing(session, opened):
    async with opened(session, keys=f"{STORIES} enter enter enter enter enter enter 3") as pilot:
        noted = next(s for s in session.bank.stories.values() if s.rehearsed)
        stories.remove(session, noted.id)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, DrillScreen) or pilot.app.screen.question
        await press(pilot, "escape escape")
        assert pilot.app.return_code is None


async def test_own_keys_are_the_ones_that_are_named(session, opened):
    own = {"drill.well": ("W",), "drill.step": ("g", "enter"), "drill.skip": ("S",)}
    session.settings = Settings(keys=own)
    async with opened(session, keys=f"{STORIES} enter", toasts=True) as pilot:
        first = pilot.app.screen.key_of("drill.step")
        assert f"press {first} and tell it aloud" in told(pilot, "#drill")
        await press(pilot, "enter enter enter enter enter")
        assert "W ▅ well" in told(pilot, "#drill")
        await press(pilot, "W")
        assert rehearsed(session)[0].went is Went.WELL


TELLING = f"{STORIES} enter enter enter"
"""Leads into the second part of a story that is being told."""
TOLD = f"{STORIES} enter enter space space space space"
"""Leads to the end of it, before it is graded."""


@pytest.mark.parametrize("keys", [TELLING, TOLD])
async def test_leaving_an_answer_that_is_not_graded_asks_how_it_went(session, opened, keys):
    async with opened(session, keys=f"{keys} escape", toasts=True) as pilot:
        assert "how it went is not noted yet" in shown(pilot)
        assert rehearsed(session) == []
        await press(pilot, "2")
        (noted,) = rehearsed(session)
        assert (noted.went, noted.question) == (Went.FAIR, rehearsing.TELL_IT)
        assert noted.seconds > 0
        assert noted.parts[0].part == "challenge"
        assert isinstance(pilot.app.screen, RehearseScreen)
        assert notices(pilot)[-1].startswith("Noted: fair")
        await press(pilot, "u")
        assert rehearsed(session) == []


async def test_an_answer_is_left_out_only_when_that_is_said(session, opened):
    async with opened(session, keys=f"{TOLD} escape escape") as pilot:
        assert "HOW DID IT GO?" in told(pilot, "#drill")
        await press(pilot, "escape y")
        assert "HOW DID IT GO?" in told(pilot, "#drill")
        await press(pilot, "escape s")
        assert isinstance(pilot.app.screen, RehearseScreen)
        assert rehearsed(session) == []


async def test_what_is_not_begun_or_is_graded_is_left_unasked(session, opened):
    async with opened(session, keys=f"{STORIES} enter escape") as pilot:
        assert isinstance(pilot.app.screen, RehearseScreen)
        await press(pilot, "enter enter space space space space 3 escape")
        assert isinstance(pilot.app.screen, RehearseScreen)
        assert len(rehearsed(session)) == 1


async def test_quitting_asks_how_an_answer_went_also_from_another_tab(session, opened):
    async with opened(session, keys=TOLD) as pilot:
        pilot.app.screen.go("bank")
        await settle(pilot)
        await press(pilot, "ctrl+q")
        assert pilot.app.return_code is None
        assert "how it went is not noted yet" in shown(pilot)
        await press(pilot, "4 ctrl+q")
        assert pilot.app.return_code == 0
    assert [each.went for each in rehearsed(session)] == [Went.EASILY]


async def test_the_drill_is_still_there_behind_another_tab(session, opened):
    async with opened(session, keys=TOLD) as pilot:
        pilot.app.screen.go("ask")
        await settle(pilot)
        await press(pilot, "escape 5")
        assert "HOW DID IT GO?" in told(pilot, "#drill")


@pytest.mark.parametrize(("leave", "kept"), [("escape s", "slower"), ("escape d", "")])
async def test_a_note_that_is_written_is_not_left_unasked(session, opened, leave, kept):
    async with opened(session, keys=f"{TOLD} 2 t") as pilot:
        await write(pilot, "slower")
        await press(pilot, leave)
        assert rehearsed(session)[0].note == kept
        assert isinstance(pilot.app.screen, DrillScreen)
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, OneLine)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DrillScreen)


async def test_quitting_while_a_note_is_written_asks_first(session, opened):
    async with opened(session, keys=f"{TOLD} 2 t") as pilot:
        await write(pilot, "slower")
        await press(pilot, "ctrl+q")
        assert pilot.app.return_code is None
        await press(pilot, "s ctrl+q")
        assert pilot.app.return_code == 0
    assert rehearsed(session)[0].note == "slower"


async def test_a_mock_interview_goes_on_to_ask_what_the_story_lacks(session, opened):
    async with opened(session, size=(120, 50), keys="5 m") as pilot:
        while "No story of the bank answers" in told(pilot, "#drill"):
            await press(pilot, "s")
        await press(pilot, "enter")
        assert "THE PANEL GOES ON" not in told(pilot, "#drill")
        await press(pilot, "enter enter enter enter")
        drill = pilot.app.screen
        due, story = drill._drilled.due, drill._drilled.story
        further = following_up(session, due, story, "opm-2025")
        body = told(pilot, "#drill")
        assert "THE PANEL GOES ON" in body
        assert further
        assert all(question in body for question in further)
        assert body.index("THE PANEL GOES ON") < body.index("HOW DID IT GO?")


async def test_what_is_drilled_by_itself_has_no_follow_up(session, opened):
    async with opened(session, keys=TOLD) as pilot:
        assert "THE PANEL GOES ON" not in told(pilot, "#drill")


async def test_a_row_that_was_never_graded_says_so(session, opened):
    async with opened(session, size=(200, 40), keys=STORIES) as pilot:
        first = shown(pilot).splitlines()[2]
        assert "new  none" in first
        await press(pilot, "enter enter space space space space 3 escape G")
        row = next(line for line in shown(pilot).splitlines() if "▌story" in line)
        assert "none" not in row


async def test_titles_have_the_room_that_a_list_with_nothing_told_leaves_them(session, opened):
    async with opened(session, size=(200, 50), keys="5 o o o") as pilot:
        rows, on_screen = pilot.app.screen.rows, shown(pilot)
        in_sight = [rows.rows[index].question for index, _line in rows.in_sight]
        long = [question for question in in_sight if 50 < len(question) <= 65]
        assert long
        assert [question for question in long if question not in on_screen] == []
