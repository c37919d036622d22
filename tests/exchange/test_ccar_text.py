from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.exchange.ccar_text import cut

WHOLE = {
    "challenge": "Grants waited 14 months.",
    "context": "Three regions, 212 staff.",
    "action": "I split intake by risk.",
    "result": "The backlog was gone.",
}


@pytest.mark.parametrize(
    "text",
    [
        "Challenge: {challenge}\nContext: {context}\nAction: {action}\nResult: {result}",
        "CHALLENGE\n{challenge}\n\nCONTEXT\n{context}\n\nACTION\n{action}\n\nRESULT\n{result}",
        "## Challenge\n{challenge}\n## Context\n{context}\n## Action\n{action}\n## Result\n"
        "{result}",
        "**Challenge:** {challenge}\n**Context:** {context}\n**Actions:** {action}\n"
        "**Results:** {result}",
        "**Challenge**: {challenge}\n\n**Context** – {context}\n\n**Action(s)**: {action}\n\n"
        "**Result(s)**: {result}",
        "Challenge: {challenge} Context: {context} Action: {action} Result: {result}",
        "Situation: {context} Task: {challenge} Action: {action} Result: {result}",
        "Task – {challenge}\nSituation – {context}\nActions taken - {action}\nOutcome – {result}",
        "1. Challenge: {challenge}\n2. Context: {context}\n3. Actions Taken: {action}\n"
        "4. Results Achieved: {result}",
        "(Challenge) {challenge}\n(Context) {context}\n(Action) {action}\n(Result) {result}",
    ],
)
def test_a_text_is_cut_at_its_headings_however_they_are_written(text: str) -> None:
    found = cut(text.format(**WHOLE))
    assert found is not None
    assert found.parts == WHOLE
    assert found.before == ""


def test_what_stands_before_the_first_heading_is_kept_apart() -> None:
    found = cut("Cleared the backlog\n\nChallenge: Late grants.\nResult: None late.")
    assert found is not None
    assert found.before == "Cleared the backlog"
    assert found.parts == {"challenge": "Late grants.", "result": "None late."}


def test_a_part_headed_twice_holds_both_passages() -> None:
    found = cut("Action: I asked.\nAction: I decided.\nResult: Done.")
    assert found is not None
    assert found.parts["action"] == "I asked.\n\nI decided."


def test_challenge_and_context_under_one_heading_are_the_challenge() -> None:
    found = cut("Challenge/Context: Late grants.\nAction: I led.\nResult: Done.")
    assert found is not None
    assert found.parts["challenge"] == "Late grants."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I led the change and the result was a success.",
        "The action was clear: move. As a result: nothing waited.",
        "Action: I led.",
        "Challenge: late.\nContext: many.",
        "Results matter. Actions speak louder than words.",
        "Challenge: a\nAction: b\nResult: c\nChallenge: d\nAction: e\nResult: f",
        "We took action: we met. The result: peace.",
    ],
)
def test_a_text_without_headings_or_with_several_stories_is_not_cut(text: str) -> None:
    assert cut(text) is None


@given(st.text(alphabet="acChtionresult:\n .*#-(1)/&", max_size=80))
def test_no_word_is_lost_or_made_up(text: str) -> None:
    found = cut("Action: " + text + "\nResult: end")
    if found is not None:
        letters = sum(len(part) for part in found.parts.values()) + len(found.before)
        assert letters <= len(text) + len("end")


@pytest.mark.parametrize(
    "piece", ["Action ", "actions(s)\n", "* * ", "Task and Task ", " \t", "A: "]
)
def test_a_hostile_megabyte_takes_no_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    cut(text)
    assert time.process_time() - started < 3
