"""Small forms: what is typed into them is kept as drafts are, offered, and put back into them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest
from textual.widgets import Input, TextArea
from tui_driving import TITLES, asked, notices, press, settle, shown, told, write

from sesbank.domain.preparation import Preparation
from sesbank.domain.rehearsal import Went
from sesbank.domain.retellings import Length
from sesbank.domain.story import Status
from sesbank.session import cues, forgetting, mending, preparing, rehearsing, stories, vacancies
from sesbank.session.drafts import drafts, keep_draft
from sesbank.tui.app import SesbankApp
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.capture import CaptureDialog
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.cues import CuesDialog
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.facts import FactsDialog
from sesbank.tui.screens.interview import InterviewDialog
from sesbank.tui.screens.noting import NoteLine
from sesbank.tui.screens.retellings import RetellingsDialog

TOLD = "5 o o enter enter enter enter enter enter"
"""A story drilled and told to its end."""


class Typing(NamedTuple):
    """A way to type into a form."""

    keys: str
    """Lead there."""
    screen: type
    field: str
    text: str
    asks: str
    """How the next start begins to ask."""


FORMS = {
    "capture": Typing(
        "c", CaptureDialog, "#capture-line", "Chaired the flood desk", "You were keeping a line"
    ),
    "interview": Typing(
        "3 ctrl+t",
        InterviewDialog,
        "#field-questions",
        "What must be done by spring?",
        "You were filling in the interview for “Director, Field Operations”",
    ),
    "facts": Typing(
        "3 enter R e",
        FactsDialog,
        "#field-agency",
        "Office of the Chief",
        "You were putting right the facts of “Director, Field Operations”",
    ),
    "cues": Typing(
        "3 enter S ctrl+r",
        CuesDialog,
        "#field-action",
        "I moved forty boats",
        "You were wording cues for “Director, Field Operations”",
    ),
    "note": Typing(
        f"{TOLD} 3 t",
        NoteLine,
        "#line",
        "Say the number first",
        "You were writing a note on an answer with “",
    ),
    "retelling": Typing(
        "e f4 enter",
        RetellingsDialog,
        "#retelling",
        "In half a minute",
        f"You were writing another length, 30 seconds: “{TITLES[0]}”",
    ),
}

every_form = pytest.mark.parametrize("name", FORMS)


def kept(session) -> list[Mapping[str, str]]:
    return [draft.fields for draft in drafts(session)]


async def type_into(pilot, form: Typing) -> None:
    assert isinstance(pilot.app.screen, form.screen)
    field = pilot.app.screen.query_one(form.field)
    field.focus()
    if isinstance(field, Input):
        field.value = ""
    await settle(pilot)
    await write(pilot, form.text)


def stands(pilot, form: Typing) -> str:
    assert isinstance(pilot.app.screen, form.screen)
    field = pilot.app.screen.query_one(form.field)
    return field.text if isinstance(field, TextArea) else field.value


async def leave_a_draft(opened, session, form: Typing) -> None:
    async with opened(session, keys=form.keys) as pilot:
        await type_into(pilot, form)
        pilot.app.beat()


@every_form
async def test_what_is_typed_is_on_the_disk_at_the_next_beat_and_stands_in_the_form_again(
    with_vacancy, opened, name
):
    form = FORMS[name]
    async with opened(with_vacancy, keys=form.keys) as pilot:
        pilot.app.beat()
        assert kept(with_vacancy) == []
        await type_into(pilot, form)
        pilot.app.beat()
        assert len(kept(with_vacancy)) == 1
    async with opened(with_vacancy) as pilot:
        assert asked(pilot).startswith(form.asks)
        await press(pilot, "c")
        assert stands(pilot, form) == form.text
        assert len(kept(with_vacancy)) == 1


@every_form
async def test_hanging_up_keeps_the_last_letter(with_vacancy, opened, name):
    form = FORMS[name]
    async with opened(with_vacancy, keys=form.keys) as pilot:
        await type_into(pilot, form)
        pilot.app.hang_up(143)
        await settle(pilot)
    async with opened(with_vacancy, keys="c") as pilot:
        assert stands(pilot, form) == form.text


@every_form
async def test_a_crash_keeps_it(with_vacancy, opened, name):
    form = FORMS[name]

    def boom() -> None:
        raise RuntimeError

    async def run() -> None:
        app = SesbankApp(with_vacancy, beating=False)
        async with app.run_test(size=(120, 36)) as pilot:
            await settle(pilot)
            await press(pilot, form.keys)
            await type_into(pilot, form)
            app.call_later(boom)
            await settle(pilot)

    with pytest.raises(RuntimeError):
        await run()
    async with opened(with_vacancy, keys="c") as pilot:
        assert stands(pilot, form) == form.text


@every_form
@pytest.mark.parametrize("anew", [False, True])
async def test_saved_or_thrown_away_it_is_no_draft(with_vacancy, opened, name, anew):
    form = FORMS[name]
    if form.screen is RetellingsDialog:
        out = "escape" if anew else "escape escape"
        saves, discards = f"{out} ctrl+s", f"{out} escape d"
    elif form.screen is NoteLine:
        saves, discards = "enter", "escape d"
    else:
        saves, discards = "ctrl+s", "escape d"
    for way in (discards, saves):
        if anew:
            await leave_a_draft(opened, with_vacancy, form)
        async with opened(with_vacancy, keys="c" if anew else form.keys) as pilot:
            if not anew:
                await type_into(pilot, form)
                pilot.app.beat()
            assert len(kept(with_vacancy)) == 1
            await press(pilot, way)
            assert kept(with_vacancy) == []
    assert saved(with_vacancy, name) == form.text


def saved(session, name: str) -> str:
    if name == "capture":
        return stories.get(session, FORMS[name].text).challenge
    if name == "note":
        return "".join(each.rehearsal.note for each in rehearsing.past(session))
    if name == "retelling":
        told = stories.get(session, TITLES[0]).retelling(Length.HALF_MINUTE)
        return told.text if told else ""
    (vacancy,) = vacancies.listed(session)
    if name == "interview":
        return "\n".join(vacancy.questions)
    return vacancy.agency if name == "facts" else vacancy.cues[0].text


@every_form
async def test_what_is_thrown_away_at_the_start_is_gone_and_later_keeps_it(
    with_vacancy, opened, name
):
    await leave_a_draft(opened, with_vacancy, FORMS[name])
    async with opened(with_vacancy, keys="l") as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
    assert len(kept(with_vacancy)) == 1
    async with opened(with_vacancy, keys="d") as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
    assert kept(with_vacancy) == []


@every_form
async def test_typed_back_to_what_is_saved_it_is_no_draft(with_vacancy, opened, name):
    form = FORMS[name]
    async with opened(with_vacancy, keys=form.keys) as pilot:
        pilot.app.screen.query_one(form.field).focus()
        await settle(pilot)
        await write(pilot, "x")
        pilot.app.beat()
        assert len(kept(with_vacancy)) == 1
        await press(pilot, "backspace")
        pilot.app.beat()
        assert kept(with_vacancy) == []


@pytest.mark.parametrize("name", ["interview", "facts", "cues"])
async def test_where_its_vacancy_is_gone_the_text_can_be_kept_in_the_inbox(
    with_vacancy, opened, name
):
    form = FORMS[name]
    await leave_a_draft(opened, with_vacancy, form)
    (vacancy,) = vacancies.listed(with_vacancy)
    vacancies.remove(with_vacancy, vacancy.id)
    async with opened(with_vacancy) as pilot:
        assert asked(pilot).endswith("What it was for is no longer in the bank.")
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, BankScreen)
    story = stories.get(with_vacancy, "Typed for Director")
    assert form.text in story.challenge
    assert story.status is Status.INBOX
    assert kept(with_vacancy) == []


async def test_where_the_answer_of_a_note_is_gone_the_text_can_be_kept_in_the_inbox(
    session, opened
):
    await leave_a_draft(opened, session, FORMS["note"])
    story = next(story for story in session.bank.stories.values() if story.rehearsed)
    stories.remove(session, story.id)
    async with opened(session, keys="k"):
        pass
    assert "Say the number first" in stories.get(session, "Typed for").challenge
    assert kept(session) == []


async def test_what_was_saved_in_its_place_meanwhile_is_said_and_stays_until_saved(
    with_vacancy, opened
):
    form = FORMS["interview"]
    await leave_a_draft(opened, with_vacancy, form)
    (vacancy,) = vacancies.listed(with_vacancy)
    preparing.prepare(
        with_vacancy, vacancy, Preparation(questions=("Who leaves?",), opening="I lead.")
    )
    async with opened(with_vacancy, size=(80, 24), keys="c") as pilot:
        assert stands(pilot, form) == form.text
        assert "Saved otherwise meanwhile: Questions" in shown(pilot)
        assert any("Questions: “Who leaves?”" in notice for notice in notices(pilot))
        pilot.app.beat()
        assert vacancies.listed(with_vacancy)[0].questions == ("Who leaves?",)
        await press(pilot, "ctrl+s")
    (vacancy,) = vacancies.listed(with_vacancy)
    assert vacancy.questions == (form.text,)
    assert vacancy.opening == "I lead."
    assert kept(with_vacancy) == []


async def test_what_was_saved_in_its_place_is_said_at_every_start_until_it_is_saved(
    with_vacancy, opened
):
    await leave_a_draft(opened, with_vacancy, FORMS["interview"])
    (vacancy,) = vacancies.listed(with_vacancy)
    preparing.prepare(with_vacancy, vacancy, Preparation(questions=("Who leaves?",)))
    for _ in range(2):
        async with opened(with_vacancy, keys="c") as pilot:
            assert "Saved otherwise meanwhile: Questions" in shown(pilot)
            await write(pilot, "2026-12-02")
            pilot.app.beat()


async def test_what_was_saved_meanwhile_elsewhere_in_the_form_is_joined_without_a_word(
    with_vacancy, opened
):
    await leave_a_draft(opened, with_vacancy, FORMS["facts"])
    (vacancy,) = vacancies.listed(with_vacancy)
    mending.state(with_vacancy, vacancy, {"grade": "01"})
    async with opened(with_vacancy, keys="c") as pilot:
        assert "meanwhile" not in shown(pilot)
        await press(pilot, "ctrl+s")
    (vacancy,) = vacancies.listed(with_vacancy)
    assert (vacancy.agency, vacancy.grade) == ("Office of the Chief", "01")


async def test_a_draft_that_says_what_is_saved_by_now_is_dropped_without_a_word(
    with_vacancy, opened
):
    for name in ("capture", "interview", "facts", "cues"):
        async with opened(with_vacancy, keys=FORMS[name].keys) as pilot:
            await type_into(pilot, FORMS[name])
            pilot.app.beat()
            (draft,) = drafts(with_vacancy)
            await press(pilot, "ctrl+s")
        keep_draft(with_vacancy, draft.key, draft.fields)
        async with opened(with_vacancy) as pilot:
            assert isinstance(pilot.app.screen, BankScreen), name
        assert kept(with_vacancy) == []


async def test_another_interview_that_was_being_filled_in_is_still_another_one(
    with_vacancy, opened
):
    (vacancy,) = vacancies.listed(with_vacancy)
    preparing.prepare(with_vacancy, vacancy, Preparation(when="2026-12-02T10:00"))
    async with opened(with_vacancy, keys="3 ctrl+t") as pilot:
        pilot.app.screen.query_one("#which").focus()
        await press(pilot, "right")
        pilot.app.screen.query_one("#field-when").focus()
        await write(pilot, "2026-12-09 14:00")
        pilot.app.beat()
    async with opened(with_vacancy, keys="c ctrl+s"):
        pass
    (vacancy,) = vacancies.listed(with_vacancy)
    assert [talk.when for talk in vacancy.interviews] == ["2026-12-02T10:00", "2026-12-09T14:00"]


async def test_cues_come_back_at_their_own_requirement(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter S ctrl+r") as pilot:
        pilot.app.screen.query_one("#requirement").focus()
        await press(pilot, "right")
        there = pilot.app.screen.row.requirement
        await type_into(pilot, FORMS["cues"])
        pilot.app.beat()
    async with opened(with_vacancy, keys="c") as pilot:
        assert pilot.app.screen.row.requirement == there
        await press(pilot, "ctrl+s")
    (vacancy,) = vacancies.listed(with_vacancy)
    assert [(cue.requirement, cue.text) for cue in vacancy.cues] == [(there, "I moved forty boats")]


async def test_going_on_to_the_next_requirement_saves_the_cues_before_and_leaves_no_draft(
    with_vacancy, opened
):
    async with opened(with_vacancy, keys="3 enter S ctrl+r") as pilot:
        await type_into(pilot, FORMS["cues"])
        pilot.app.beat()
        pilot.app.screen.query_one("#requirement").focus()
        await press(pilot, "right")
        assert kept(with_vacancy) == []
    assert [cue.text for cue in vacancies.listed(with_vacancy)[0].cues] == ["I moved forty boats"]


async def test_cues_that_another_story_answers_by_now_are_kept_as_text(with_vacancy, opened):
    await leave_a_draft(opened, with_vacancy, FORMS["cues"])
    (draft,) = kept(with_vacancy)
    stories.remove(with_vacancy, draft["story"])
    (vacancy,) = vacancies.listed(with_vacancy)
    assert cues.standing(with_vacancy, vacancy, draft["at"], draft["story"]) is None
    async with opened(with_vacancy) as pilot:
        assert "no longer in the bank" in asked(pilot)


async def test_what_cannot_be_saved_stays_in_the_form_and_a_draft(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 ctrl+t") as pilot:
        await write(pilot, "next week")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, InterviewDialog)
        pilot.app.beat()
    async with opened(with_vacancy, keys="c") as pilot:
        assert pilot.app.screen.query_one("#field-when", Input).value == "next week"


async def test_an_answer_that_was_told_and_not_graded_can_be_graded_at_the_next_start(
    session, opened
):
    async with opened(session, keys=TOLD) as pilot:
        seconds = pilot.app.screen._course.seconds(0)
        pilot.app.beat()
        pilot.app.beat()
        assert len(kept(session)) == 1
    async with opened(session) as pilot:
        assert asked(pilot).startswith("You told “")
        assert "how it went is not noted yet" in asked(pilot)
        assert rehearsing.TELL_IT in asked(pilot)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, BankScreen)
    (noted,) = [each.rehearsal for each in rehearsing.past(session)]
    assert (noted.went, noted.question) == (Went.WELL, rehearsing.TELL_IT)
    assert noted.day == "2026-11-22"
    assert noted.seconds == seconds == sum(part.seconds for part in noted.parts) > 0
    assert [part.part for part in noted.parts] == ["challenge", "context", "action", "result"]
    assert kept(session) == []


@pytest.mark.parametrize("keys", ["2", "s"])
async def test_an_answer_that_is_graded_or_left_out_in_the_drill_is_no_draft(session, opened, keys):
    async with opened(session, keys=TOLD) as pilot:
        pilot.app.beat()
        assert len(kept(session)) == 1
        await press(pilot, keys)
        assert kept(session) == []


@pytest.mark.parametrize(("key", "stays"), [("s", False), ("l", True)])
async def test_an_answer_can_be_left_out_at_the_next_start_or_graded_later(
    session, opened, key, stays
):
    async with opened(session, keys=TOLD) as pilot:
        pilot.app.beat()
    async with opened(session, keys=key):
        assert not rehearsing.past(session)
    assert bool(kept(session)) is stays


async def test_an_answer_still_being_told_is_no_draft(session, opened):
    async with opened(session, keys="5 o o enter enter enter") as pilot:
        pilot.app.beat()
    assert kept(session) == []


async def test_a_grade_taken_back_makes_the_answer_a_draft_again(session, opened):
    async with opened(session, keys=f"{TOLD} 3 u") as pilot:
        assert "HOW DID IT GO?" in told(pilot, "#drill")
        pilot.app.beat()
    async with opened(session) as pilot:
        assert asked(pilot).startswith("You told “")


async def test_a_forgotten_story_takes_what_was_typed_about_it_along(session, opened):
    async with opened(session, keys=f"{TOLD} 3 t") as pilot:
        await write(pilot, "Say the number first")
        pilot.app.beat()
    story = next(story for story in session.bank.stories.values() if story.rehearsed)
    forgetting.forget(session, story.id)
    assert kept(session) == []


async def test_a_draft_of_a_note_is_not_offered_for_the_story_itself(session, opened):
    await leave_a_draft(opened, session, FORMS["note"])
    title = next(s.title for s in session.bank.stories.values() if s.rehearsed)
    async with opened(session, keys="l") as pilot:
        pilot.app.screen.seek(stories.get(session, title).id)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_a_new_story_with_nothing_but_a_retelling_is_offered(session, opened):
    async with opened(session, keys="n f4 enter") as pilot:
        await write(pilot, "In half a minute")
        pilot.app.beat()
    async with opened(session) as pilot:
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "c")
        assert stands(pilot, FORMS["retelling"]) == "In half a minute"


async def test_a_letter_of_a_retelling_that_nobody_was_told_of_yet_is_kept_too(session, opened):
    async with opened(session, keys="e f4 enter") as pilot:
        await write(pilot, "In half a minute")
        pilot.app.screen.query_one("#retelling", TextArea).insert("!")
        pilot.app.keep_drafts()
        (draft,) = kept(session)
        assert "In half a minute!" in draft["retellings"]


async def test_a_draft_that_cannot_be_kept_is_told_once_and_tried_again(session, opened):
    async with opened(session, keys="c") as pilot:
        await write(pilot, "Chaired the flood desk")
        folder = session.path.parent / "drafts"
        folder.write_text("in the way", encoding="utf-8")
        for told_now in (["the draft was not kept: not a directory"], []):
            pilot.app.beat()
            await settle(pilot)
            assert notices(pilot) == told_now
            pilot.app.clear_notifications()
            await settle(pilot)
        folder.unlink()
        pilot.app.beat()
        assert len(kept(session)) == 1


async def test_a_retelling_beside_other_changes_comes_back_in_the_editor(session, opened):
    async with opened(session, keys="e end") as pilot:
        await write(pilot, " again")
        await press(pilot, "f4 enter")
        await write(pilot, "In half a minute")
        pilot.app.beat()
    async with opened(session, keys="c") as pilot:
        assert isinstance(pilot.app.screen, EditorScreen)
        assert pilot.app.screen.fields["title"] == f"{TITLES[0]} again"
        assert pilot.app.screen.fields["retellings"][0].text == "In half a minute"


async def test_forms_left_one_over_the_other_are_offered_one_after_the_other(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 ctrl+t") as pilot:
        await type_into(pilot, FORMS["interview"])
        await press(pilot, "ctrl+l")
        await type_into(pilot, FORMS["capture"])
        pilot.app.beat()
        assert len(kept(with_vacancy)) == 2
    async with opened(with_vacancy) as pilot:
        for _ in range(2):
            assert isinstance(pilot.app.screen, Confirm)
            await press(pilot, "c ctrl+s")
        assert isinstance(pilot.app.screen, BankScreen)
    assert saved(with_vacancy, "capture") == FORMS["capture"].text
    assert saved(with_vacancy, "interview") == FORMS["interview"].text
    assert kept(with_vacancy) == []
