"""ask: a question, or one a line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli_running import Command

QUESTION = "Tell us how you led staff through change. What came of the grants backlog?"

REASON_KINDS = {"words", "stem", "synonym", "meaning", "mapping"}


def test_ask_says_what_is_probed_and_what_to_tell(sesbank: Command, bank: Path) -> None:
    done = sesbank("ask", QUESTION)
    assert done.code == 0
    assert "Probes" in done.out
    assert "[ ]" in done.out
    assert "Merged two field offices" in done.out


def test_ask_as_json_quotes_both_sides_exactly(sesbank: Command, bank: Path) -> None:
    reading = sesbank("ask", QUESTION, "--json").data
    assert reading["question"] == QUESTION
    assert reading["framework"] == "opm-2025"
    for part in reading["parts"]:
        assert QUESTION[part["start"] : part["end"]] == part["text"]
    assert reading["stories"]
    for offered in reading["stories"]:
        story = sesbank("show", offered["id"], "--json").data
        assert offered["score"] == pytest.approx(sum(r["points"] for r in offered["reasons"]))
        assert 0 < offered["score"] <= 1
        for reason in offered["reasons"]:
            assert reason["kind"] in REASON_KINDS
            assert reason["points"] > 0
            if reason["kind"] != "mapping":
                assert QUESTION[reason["asked_start"] : reason["asked_end"]] == reason["asked"]
                assert story[reason["part"]][reason["start"] : reason["end"]] == reason["said"]


def test_the_framework_may_be_chosen(sesbank: Command, bank: Path) -> None:
    reading = sesbank("ask", QUESTION, "--framework", "opm-2006", "--json").data
    assert reading["framework"] == "opm-2006"
    assert {guess["code"] for guess in reading["ecqs"]} <= {"LC", "LP", "RD", "BA", "BC", "FUND"}


def test_words_without_quotes_are_one_question(sesbank: Command, bank: Path) -> None:
    assert sesbank("ask", "How", "now?", "--json").data["question"] == "How now?"


def test_a_dash_reads_one_question_a_line_and_writes_one_object_a_line(
    sesbank: Command, bank: Path
) -> None:
    given = f"\ufeff{QUESTION}\r\n\nWhat did you learn?\nNo answer \x1b[2J\u009bmto this"
    done = sesbank("ask", "-", given=given)
    assert done.code == 0
    readings = [json.loads(line) for line in done.out.splitlines()]
    asked = [reading["question"] for reading in readings]
    assert asked == [QUESTION, "What did you learn?", "No answer to this"]


def test_a_line_that_is_no_question_does_not_stop_the_next(sesbank: Command, bank: Path) -> None:
    done = sesbank("ask", "-", given="x" * 30_000 + f"\n{QUESTION}\n")
    first, second = (json.loads(line) for line in done.out.splitlines())
    assert done.code == 1
    assert "error" in first
    assert second["question"] == QUESTION


def test_bytes_that_are_no_text_do_not_stop_it(sesbank: Command, bank: Path) -> None:
    done = sesbank("ask", "-", given=b"How did \xff\xfe you\x00 lead?\n")
    assert done.code == 0
    assert json.loads(done.out)["question"].startswith("How did")


def test_an_empty_question_is_one_line(sesbank: Command, bank: Path) -> None:
    done = sesbank("ask", " ")
    assert done.code == 2
    assert "empty" in done.complaint


def test_signs_that_ask_nothing_are_said_to_tell_nothing(sesbank: Command, bank: Path) -> None:
    done = sesbank("ask", "???")
    assert "no word of the question tells an ECQ" in done.out
    assert "No story in the bank answers this yet." in done.out


def test_with_an_empty_bank_the_question_is_read_all_the_same(sesbank: Command) -> None:
    done = sesbank("ask", QUESTION, "--json")
    assert done.code == 1
    assert "no stories yet" in done.complaint
    assert done.data["stories"] == []
    assert done.data["parts"]


def test_the_same_question_gets_the_same_answer(sesbank: Command, bank: Path) -> None:
    assert sesbank("ask", QUESTION, "--json").out == sesbank("ask", QUESTION, "--json").out


def test_a_story_told_to_a_panel_is_marked_when_the_panel_asks_again(
    sesbank: Command, bank: Path
) -> None:
    best = sesbank("ask", QUESTION, "--json").data["stories"][0]
    assert best["told"] is None
    noted = sesbank("ask", QUESTION, "--panel", "Field panel", "--told", best["id"])
    assert noted.code == 0
    assert "Field panel" in noted.complaint
    again = sesbank("ask", f"Again: {QUESTION}", "--panel", "field panel", "--json").data
    assert again["panel"] == "Field panel"
    told = {offered["id"]: offered["told"] for offered in again["stories"]}
    assert told[best["id"]]["question"] == QUESTION
    assert "heard it on" in sesbank("ask", QUESTION, "--panel", "Field panel").out
    assert "heard it on" not in sesbank("ask", QUESTION, "--panel", "Other").out


def test_without_a_panel_named_it_is_said_to_whom_a_story_was_told(
    sesbank: Command, bank: Path
) -> None:
    noted = sesbank("ask", QUESTION, "--told", "backlog").complaint
    today = date.today().isoformat()
    assert f"was told to Panel of {today}, as no --panel was named" in noted
    assert "no --panel" not in sesbank(
        "ask", QUESTION, "--panel", "Field panel", "--told", "backlog"
    ).complaint  # fmt: skip


def test_without_a_panel_named_the_only_vacancy_prepared_for_is_meant(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text("Job Title: Director, Grants\n\nDuties\nLeads staff.\n")
    assert sesbank("keep", str(posting)).code == 0
    noted = " ".join(sesbank("ask", QUESTION, "--told", "backlog").complaint.split())
    assert "was told to Director, Grants (the only one you prepare for), as no --panel" in noted
    assert "undo` takes it back" in noted


def test_a_telling_needs_a_story_and_a_question(sesbank: Command, bank: Path) -> None:
    assert sesbank("ask", QUESTION, "--told", "no such story").code == 2
    assert sesbank("ask", "-", "--told", "x", given="Why?\n").code == 2


def test_questions_are_listed_with_what_they_probe(sesbank: Command) -> None:
    found = sesbank("questions", "--ecq", "LP", "--top", "3", "--json").data
    assert len(found) == 3
    assert {row["ecq"] for row in found} == {"LP"}
    assert "Congress" in sesbank("questions", "congress", "--top", "2").out
    assert sesbank("questions", "xyzzy").code == 1
    assert sesbank("questions", "--ecq", "ZZ").code == 2


def test_an_introduction_shows_the_opening_line_kept_with_the_vacancy(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    vacancy = sesbank("keep", str(posting), "--json").data["id"]
    asked = sesbank("ask", "Tell us about yourself.")
    assert f"sesbank prepare {vacancy} --opening" in asked.out.replace("\n          ", " ")
    sesbank("prepare", vacancy, "--opening", "I turn programs round.")
    sesbank("prepare", vacancy, "--question", "What must be done by June?")
    asked = sesbank("ask", "Tell us about yourself.")
    assert "I turn programs round." in asked.out
    assert "Probes    no ECQ" in asked.out
    assert "What must be done by June?" in sesbank("ask", "Any questions for us?").out
    elsewhere = sesbank("ask", "Tell us about yourself.", "--panel", "Another panel")
    assert "I turn programs round." not in elsewhere.out


def test_the_kind_of_each_part_stands_in_json_with_the_words_that_tell(
    sesbank: Command, bank: Path
) -> None:
    question = f"Why do you want this job? {QUESTION}"
    reading = sesbank("ask", question, "--json").data
    assert [part["kind"] for part in reading["parts"]] == ["motivation", "story", "story"]
    (kind,) = reading["kinds"]
    assert kind["kind"] == "motivation"
    assert all(words in question for words in kind["words"])
    assert kind["advice"]
    assert reading["ecqs"] == sesbank("ask", QUESTION, "--json").data["ecqs"]
