"""rehearse: questions answered aloud, timed and noted, and brought back when they are due."""

from __future__ import annotations

import io
import shlex
from pathlib import Path

import pytest
from cli_running import Command

from sesbank.cli.main import main
from sesbank.errors import Exit
from sesbank.session import Session, stories

NOTING = ("--story", "backlog", "--seconds", "95", "--went", "badly")


def test_an_answer_is_asked_for_timed_and_noted_with_the_story(
    sesbank: Command, bank: Path
) -> None:
    (asked,) = sesbank("rehearse", "--ecq", "LP", "--count", "1", "--json").data
    done = sesbank(
        "rehearse", "--ecq", "LP", "--count", "1", given="\nbacklog\n3 slower at the start\n"
    )
    assert done.code == 0
    assert done.out.splitlines()[1].startswith("1 of 1  LP  ")
    assert "You took  0:01" in done.out
    assert "Probes " in done.out
    assert "1 answer noted" in done.err
    (past,) = sesbank("rehearse", "--past", "--json").data
    assert past["question"] == asked["question"]
    assert (past["title"], past["went"]) == ("Cleared the grants backlog", "well")
    assert past["note"] == "slower at the start"
    assert "slower at the start" in sesbank("show", "backlog").out
    sesbank("undo")
    assert sesbank("rehearse", "--past", "--json").data == []


def test_the_best_story_is_taken_with_enter_and_none_with_a_dash(
    sesbank: Command, bank: Path
) -> None:
    words = ("rehearse", "merger", "two", "--count", "1")
    assert "0 answers noted" in sesbank(*words, given="\n-\n").err
    assert "0 answers noted" in sesbank(*words, given="\n\n\n").err
    assert "1 answer noted" in sesbank(*words, given="\n\nfair\n").err


@pytest.mark.parametrize("given", ["", "q\n", "\nq\n", "\nbacklog\nQ\n"])
def test_stopping_at_any_question_is_no_failure_and_keeps_what_was_noted(
    sesbank: Command, bank: Path, given: str
) -> None:
    done = sesbank("rehearse", given=f"\nbacklog\n2\n{given}")
    assert done.code == 0
    assert len(sesbank("rehearse", "--past", "--json").data) == 1


def test_an_answer_that_is_none_is_asked_for_again(sesbank: Command, bank: Path) -> None:
    typed = "\nno such story\n9\nbacklog\n7\n1 lost the number\n"
    done = sesbank("rehearse", "--count", "1", given=typed)
    assert "1 answer noted" in done.err
    assert "'7' is none of 1 to 4" in done.err
    (past,) = sesbank("rehearse", "--past", "--json").data
    assert (past["went"], past["note"]) == ("badly", "lost the number")


def test_an_answer_is_noted_without_being_asked(sesbank: Command, bank: Path) -> None:
    done = sesbank("rehearse", "--question", "Why  you?", *NOTING, "--json")
    assert done.code == 0
    assert (done.data["question"], done.data["seconds"]) == ("Why you?", 95)
    assert sesbank("rehearse", *NOTING).code == 2
    assert sesbank("rehearse", "--question", "Why you?", "--story", "backlog").code == 2
    assert sesbank("rehearse", "--question", " ", *NOTING).code == 2
    assert len(sesbank("rehearse", "--past", "--json").data) == 1


def test_what_was_answered_today_comes_after_what_never_was(sesbank: Command, bank: Path) -> None:
    asked = ("rehearse", "change", "--count", "99", "--json")
    before = [each["question"] for each in sesbank(*asked).data]
    assert len(before) > 2
    assert sesbank("rehearse", "--question", before[0], *NOTING).code == 0
    after = sesbank(*asked).data
    assert [each["question"] for each in after] == [*before[1:], before[0]]
    assert after[-1]["last"]["went"] == "badly"


def test_the_latest_answers_alone_are_listed_when_so_many_are_asked_for(
    sesbank: Command, bank: Path
) -> None:
    for asked in ("Why you?", "Why us?", "Why now?"):
        assert sesbank("rehearse", "--question", asked, *NOTING).code == 0
    done = sesbank("rehearse", "--past", "--count", "1")
    assert done.out.count("Why ") == 1
    assert "3 answers rehearsed; the latest 1 are shown" in done.err
    assert len(sesbank("rehearse", "--past", "--count", "2", "--json").data) == 2
    assert len(sesbank("rehearse", "--past", "--json").data) == 3


def test_words_no_question_has_end_with_one(sesbank: Command, bank: Path) -> None:
    assert sesbank("rehearse", "zzzz").code == 1
    assert sesbank("rehearse", "--ecq", "XX").code == 2


def test_a_mock_interview_asks_of_each_ecq_and_names_those_without_an_answer(
    sesbank: Command, bank: Path
) -> None:
    asked = sesbank("rehearse", "--mock", "--json").data
    assert [each["ecq"] for each in asked] == ["RL", "DE", "MC", "LP", "AR"]
    done = sesbank("rehearse", "--mock", given="\nbacklog\n\n\n4\nq\n")
    assert "Without an answer: DE, MC, LP, AR" in done.out
    assert sesbank("rehearse", "--past", "--json").data[0]["went"] == "easily"
    assert sesbank("rehearse", "--mock", "--ecq", "LP").code == 2


OFFICES = ("You", "consolidated", "field", "offices", "--count", "1")
"""Chooses a question that both stories of the bank answer."""
BY_PARTS = "\n" * 5
"""Begins a story of four parts and goes through them."""


def test_a_story_is_told_part_by_part_and_each_part_is_timed(sesbank: Command, bank: Path) -> None:
    done = sesbank("rehearse", "--stories", "grants", given=f"{BY_PARTS}3 slower at the start\n")
    assert "Cue  Cleared the grants backlog" in done.out
    heads = [done.out.index(head) for head in ("\nChallenge\n", "\nAction\n", "Result: 0:0")]
    assert heads == sorted(heads)
    assert "of the text" in done.out
    assert "Noted: well, due again on " in done.out
    (past,) = sesbank("rehearse", "--past", "--json").data
    assert list(past["parts"]) == ["challenge", "context", "action", "result"]
    assert (past["went"], past["note"]) == ("well", "slower at the start")


def test_the_drill_of_a_question_shows_a_cue_and_offers_another_story(
    sesbank: Command, bank: Path
) -> None:
    done = sesbank("rehearse", *OFFICES, "--drill", given=f"p\nn\n{BY_PARTS}4\n")
    assert "Cue  Merged two field offices (story 1 of 2)" in done.out
    assert "Cue  Cleared the grants backlog (story 2 of 2)" in done.out
    assert "This is the best story for the question." in done.err
    assert "Probes" not in done.out
    (past,) = sesbank("rehearse", "--past", "--json").data
    assert (past["title"], past["went"]) == ("Cleared the grants backlog", "easily")


def test_what_is_left_out_or_skipped_is_noted_nowhere(sesbank: Command, bank: Path) -> None:
    done = sesbank("rehearse", "--stories", given=f"s\n{BY_PARTS}\n")
    assert "0 answers noted" in done.err
    assert sesbank("rehearse", "--past", "--json").data == []


@pytest.mark.parametrize(
    ("argv", "given"),
    [
        (["--stories"], f"{BY_PARTS}q\n"),
        ([*OFFICES, "--drill"], "\n\n\n\n"),
        (OFFICES, "\nmerged\nq\n"),
    ],
)
def test_stopping_before_an_answer_is_graded_says_how_to_note_it(
    sesbank: Command, bank: Path, argv: list[str], given: str
) -> None:
    done = sesbank("rehearse", *argv, given=given)
    assert done.code == 0
    (said,) = [line for line in done.out.splitlines() if line.startswith("Not noted: ")]
    command = shlex.split(said.split("To note it: sesbank ")[1])
    assert sesbank(*command).code == 0
    assert len(sesbank("rehearse", "--past", "--json").data) == 1


def test_how_to_note_an_answer_names_the_bank_it_is_of(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    other = tmp_path / "my other bank.json"
    other.write_bytes(bank.read_bytes())
    done = sesbank("--bank", str(other), "rehearse", *OFFICES, given="\nmerged\nq\n")
    command = shlex.split(done.out.split("To note it: sesbank ")[1])
    assert sesbank(*command).code == 0
    assert len(sesbank("--bank", str(other), "rehearse", "--past", "--json").data) == 1


class Meanwhile(io.StringIO):
    """What is typed, while another program changes the story before the last line."""

    def __init__(self, typed: str, bank: Path, story: str) -> None:
        super().__init__(typed)
        self._bank, self._story, self._lines = bank, story, typed.count("\n")

    def readline(self, size: int | None = -1, /) -> str:
        self._lines -= 1
        if not self._lines:
            with Session.open(self._bank) as session:
                stories.retire(session, self._story)
        return super().readline(-1 if size is None else size)


def test_an_answer_that_cannot_be_saved_says_how_to_note_it_as_it_was_graded(
    sesbank: Command,
    bank: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    story = sesbank("show", "merged", "--json").data["id"]
    typed = Meanwhile(f"\n{story}\n1 lost it\n", bank, story)
    monkeypatch.setattr("sys.stdin", typed)
    assert main(["rehearse", *OFFICES]) == Exit.NOT_SAVED
    command = shlex.split(capsys.readouterr().out.split("To note it: sesbank ")[1])
    assert sesbank(*command).code == 0
    (past,) = sesbank("rehearse", "--past", "--json").data
    assert (past["went"], past["note"]) == ("badly", "lost it")


def test_the_mock_interview_is_the_one_of_the_app(sesbank: Command, bank: Path) -> None:
    done = sesbank("rehearse", "--mock", "--drill", given="s\n" * 5)
    assert "45:00 left" in done.out or "44:59 left" in done.out
    assert "0 of 5 questions answered in 0:00" in done.out
    assert done.out.count("no answer") == 5
    assert "Without an answer: RL, DE, MC, LP, AR" in done.out
    free = sesbank("rehearse", "--mock", given="\nbacklog\n\n\n4\nq\n")
    assert free.out.count("The panel goes on: ") == 2


def test_the_mock_interview_asks_about_the_technical_qualifications_of_the_vacancy(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text(
        "Job Title: Director, Grants\n\nMandatory Technical Qualifications (MTQs):\n"
        "MTQ 1: Demonstrated experience directing a national grants program.\n"
    )
    assert sesbank("keep", str(posting)).code == 0
    asked = sesbank("rehearse", "--mock", "--json").data
    assert [each["tq"] for each in asked] == [None, "MTQ 1", None, None, None]
    listed = sesbank("rehearse", "--mock", "--list").out
    assert "MTQ 1" in listed
    done = sesbank("rehearse", "--mock", given="\nbacklog\n\n\n4\nq\n").out
    assert "Without an answer: MTQ 1, DE, MC, LP" in done


def test_follow_ups_belong_to_the_mock_interview_alone(sesbank: Command, bank: Path) -> None:
    done = sesbank("rehearse", "--drill", "--count", "1", given=f"{BY_PARTS}2\n")
    assert "The panel goes on" not in done.out


def test_what_is_due_is_listed_and_not_asked(sesbank: Command, bank: Path) -> None:
    assert sesbank("rehearse", "--question", "Why you?", *NOTING).code == 0
    listed = sesbank("rehearse", "--stories", "--list").out
    assert "Merged two field offices" in listed
    assert "none" in listed
    assert "How did it go" not in listed
    questions = sesbank("rehearse", "--list", "--count", "3").out
    assert questions.count("new ") == 3
    shapes = sesbank("rehearse", "--stories", "--json").data
    assert {shape["title"] for shape in shapes} >= {"Merged two field offices"}
    assert sesbank("rehearse", "--stories", "zzzz").complaint == (
        "no story that can be told has these words"
    )
