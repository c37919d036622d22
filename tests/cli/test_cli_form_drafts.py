"""drafts: what was typed into the app's small forms is listed, shown, taken up and dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import POSTING, Command

from sesbank.domain.preparation import Preparation
from sesbank.domain.rehearsal import PartTime, Rehearsal, Went
from sesbank.session import Session, drafts, preparing, rehearsing, sheets, stories, vacancies
from sesbank.session.form_drafts import Form, FormDraft, as_fields
from sesbank.session.form_saving import answer_fields, place_of

ANSWER = Rehearsal(
    "Why you?",
    "2026-11-20",
    95,
    Went.FAIR,
    parts=(PartTime("challenge", 35), PartTime("result", 60)),
)


@pytest.fixture
def vacancy(bank: Path) -> str:
    """Return the id of a kept vacancy."""
    with Session.open(bank) as session:
        return vacancies.keep(session, vacancies.read(session, POSTING)).id


def leave(bank: Path, form: FormDraft) -> str:
    with Session.open(bank) as session:
        drafts.keep_draft(session, "form-1", as_fields(form))
    return "form-1"


def keys(sesbank: Command) -> list[str]:
    return [draft["key"] for draft in sesbank("drafts", "--json").data]


def interview(vacancy: str) -> FormDraft:
    typed = {"when": "2026-12-02 10:00", "questions": "What comes first?\nWho leaves?"}
    before = {"questions": ""}
    return FormDraft(Form.INTERVIEW, typed, before, vacancy=vacancy, named="Director, Grants")


def test_a_form_is_listed_by_what_it_is_and_shown_without_what_stands_beside_it(
    sesbank: Command, bank: Path, vacancy: str
) -> None:
    form = FormDraft(
        Form.FACTS, {"agency": "Office"}, {"agency": "Bureau"}, vacancy, named="Director"
    )
    leave(bank, form)
    assert "facts: Director" in sesbank("drafts").out
    out = sesbank("drafts", "form-1").out
    assert "Office" in out
    assert "Bureau" not in out


def test_a_form_that_is_dropped_is_gone(sesbank: Command, bank: Path, vacancy: str) -> None:
    leave(bank, interview(vacancy))
    assert sesbank("drafts", "form-1", "--drop").code == 0
    assert keys(sesbank) == []


def test_a_line_is_kept_in_the_inbox(sesbank: Command, bank: Path) -> None:
    leave(bank, FormDraft(Form.CAPTURE, {"line": "Chaired the flood desk", "day": "2024-05"}))
    assert "capture: Chaired the flood desk" in sesbank("drafts").out
    assert sesbank("drafts", "form-1", "--take").code == 0
    shown = sesbank("show", "flood", "--json").data
    assert (shown["status"], shown["ended"]) == ("inbox", "2024-05")
    assert keys(sesbank) == []


def test_an_interview_is_kept_with_its_vacancy(sesbank: Command, bank: Path, vacancy: str) -> None:
    leave(bank, interview(vacancy))
    assert sesbank("drafts", "form-1", "--take", "--set", "place=Room 5").code == 0
    with Session.open(bank) as session:
        kept = vacancies.get(session, vacancy)
    assert kept.questions == ("What comes first?", "Who leaves?")
    assert [(talk.when, talk.place) for talk in kept.interviews] == [("2026-12-02T10:00", "Room 5")]
    assert keys(sesbank) == []


def test_what_was_saved_otherwise_meanwhile_stays_until_it_is_said_which(
    sesbank: Command, bank: Path, vacancy: str
) -> None:
    leave(bank, interview(vacancy))
    with Session.open(bank) as session:
        there = vacancies.get(session, vacancy)
        preparing.prepare(session, there, Preparation(questions=("Other?",)))
    done = sesbank("drafts", "form-1", "--take")
    assert done.code == 6
    assert "Questions" in done.complaint
    assert "--over" in done.complaint
    with Session.open(bank) as session:
        assert vacancies.get(session, vacancy).questions == ("Other?",)
    assert sesbank("drafts", "form-1", "--over").code == 0
    with Session.open(bank) as session:
        assert vacancies.get(session, vacancy).questions == ("What comes first?", "Who leaves?")
    assert keys(sesbank) == []


def test_where_its_vacancy_is_gone_the_text_becomes_a_line_in_the_inbox(
    sesbank: Command, bank: Path, vacancy: str
) -> None:
    leave(bank, interview(vacancy))
    with Session.open(bank) as session:
        vacancies.remove(session, vacancy)
    done = sesbank("drafts", "form-1", "--take")
    assert (done.code, "--both" in done.complaint) == (2, True)
    assert keys(sesbank) == ["form-1"]
    made = sesbank("drafts", "form-1", "--both", "--json").data
    assert made["status"] == "inbox"
    assert "Who leaves?" in made["challenge"]
    assert keys(sesbank) == []


def test_facts_and_cues_are_saved_where_they_belong(
    sesbank: Command, bank: Path, vacancy: str
) -> None:
    leave(bank, FormDraft(Form.FACTS, {"grade": "01"}, {"grade": "00"}, vacancy))
    assert sesbank("drafts", "form-1", "--take").code == 0
    with Session.open(bank) as session:
        kept = vacancies.get(session, vacancy)
        assert kept.grade == "01"
        row = next(row for row in sheets.plan(session, kept).rows if row.title)
        story = sheets.answering(session, kept, row.requirement)
        said = next(cue.text for cue in row.cues if cue.part == "action")
    typed, before = {"action": "I moved forty boats"}, {"action": said}
    leave(bank, FormDraft(Form.CUES, typed, before, vacancy, story, at=row.requirement))
    assert sesbank("drafts", "form-1", "--take").code == 0
    with Session.open(bank) as session:
        (cue,) = vacancies.get(session, vacancy).cues
    assert (cue.requirement, cue.text) == (row.requirement, "I moved forty boats")
    assert keys(sesbank) == []


def test_an_answer_is_graded_by_saying_how_it_went(sesbank: Command, bank: Path) -> None:
    with Session.open(bank) as session:
        story = stories.get(session, "backlog")
    leave(bank, FormDraft(Form.ANSWER, answer_fields(ANSWER), story=story.id, named=story.title))
    done = sesbank("drafts", "form-1", "--take")
    assert (done.code, "how it went" in done.complaint) == (2, True)
    assert sesbank("drafts", "form-1", "--take", "--set", "went=well").code == 0
    with Session.open(bank) as session:
        (noted,) = [each.rehearsal for each in rehearsing.past(session)]
    assert noted == Rehearsal("Why you?", "2026-11-20", 95, Went.WELL, parts=ANSWER.parts)
    assert keys(sesbank) == []


def test_a_note_is_kept_with_its_answer(sesbank: Command, bank: Path) -> None:
    with Session.open(bank) as session:
        story = rehearsing.note(session, stories.get(session, "backlog").id, ANSWER)
    place = place_of(story.rehearsed[-1])
    leave(bank, FormDraft(Form.NOTE, {"note": "Slower"}, story=story.id, at=place))
    assert sesbank("drafts", "form-1", "--take").code == 0
    with Session.open(bank) as session:
        assert rehearsing.past(session)[0].rehearsal.note == "Slower"
    assert keys(sesbank) == []


@pytest.mark.parametrize("how", [("--take", "--set", "color=red"), ("--edit",)])
def test_what_a_form_has_no_place_for_is_refused_and_the_draft_stays(
    sesbank: Command, bank: Path, vacancy: str, how: tuple[str, ...]
) -> None:
    leave(bank, interview(vacancy))
    assert sesbank("drafts", "form-1", *how).code == 2
    assert keys(sesbank) == ["form-1"]


def test_a_form_of_a_later_sesbank_keeps_its_text(sesbank: Command, bank: Path) -> None:
    leave(bank, FormDraft("reference", {"who": "Ask the chair"}))
    assert sesbank("drafts", "form-1", "--take").code == 2
    assert sesbank("drafts", "form-1", "--both").code == 0
    assert "Ask the chair" in sesbank("show", "Typed for", "--json").data["challenge"]


def test_a_form_that_another_program_has_open_is_neither_taken_nor_dropped(
    sesbank: Command, bank: Path, vacancy: str
) -> None:
    with Session.open(bank) as other:
        drafts.keep_draft(other, "form-1", as_fields(interview(vacancy)))
        for act in ("--take", "--both", "--drop"):
            done = sesbank("drafts", "form-1", act)
            assert (done.code, "open in another" in done.complaint) == (2, True)
    assert sesbank("drafts", "form-1", "--take").code == 0
