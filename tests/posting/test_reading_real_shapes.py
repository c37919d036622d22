"""Shapes that real postings on public pages brought up, told with texts of our own."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, ECQ = RequirementKind.TQ, RequirementKind.ECQ

OWN_WORDS = (
    "ECQ 1 - This qualification asks for loyalty to the Constitution and to those we serve. "
    "ECQ 2 - This qualification is about thrift: less waste, fewer steps, better tools. "
    "ECQ 3 - This qualification stresses exceptional-quality work. "
    "ECQ 4 - This one is the ability to inspire a crew. "
    "ECQ 5 - This one is about results that align with the plan."
)


def test_a_sentence_behind_a_prompt_on_its_line_explains_it() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications\n"
        "Please provide a statement describing your knowledge of harbor law. Experience with "
        "pilotage rules and with salvage claims.\n"
        "Please provide a statement describing your skill in hydrography.\n",
    )
    assert texts_of(vacancy, TQ) == [
        "Please provide a statement describing your knowledge of harbor law. Experience with "
        "pilotage rules and with salvage claims",
        "Please provide a statement describing your skill in hydrography",
    ]


@pytest.mark.parametrize("wide", ["  ", "&nbsp; ", "\u00a0 "])
def test_a_wide_space_stands_inside_a_qualification_where_others_are_narrow(wide: str) -> None:
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS: Address each in your resume. "
        f"Demonstrated ability to run locks.{wide}Proven experience with barge traffic. "
        f"Demonstrated skill in dredging.{wide}Knowledge of river soils and of silt.",
    )
    found = vacancy.of_kind(TQ)
    assert [item.text for item in found] == [
        f"Demonstrated ability to run locks.{wide}Proven experience with barge traffic.",
        f"Demonstrated skill in dredging.{wide}Knowledge of river soils and of silt.",
    ]
    assert not any(item.sure for item in found), "the width of a space is a weak sign"


def test_spaces_of_one_width_join_nothing() -> None:
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS:  Demonstrated ability to run locks.  Proven "
        "experience with barge traffic.  Demonstrated skill in dredging.",
    )
    assert len(texts_of(vacancy, TQ)) == 3


def test_links_of_a_questionnaire_page_are_no_part_of_the_last_qualification() -> None:
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS: Demonstrated ability to run locks. Proven skill in "
        "dredging. View Vacancy Details For help, call the office named above.",
    )
    assert texts_of(vacancy, TQ)[-1] == "Proven skill in dredging"


def test_definitions_in_own_words_behind_labels_tell_the_framework_with_doubt() -> None:
    vacancy = read(OWN_WORDS)
    assert vacancy.framework == "opm-2025"
    assert "framework" in vacancy.unsure
    assert [item.code for item in vacancy.of_kind(ECQ)] == ["RL", "DE", "MC", "LP", "AR"]
    assert not any(item.sure for item in vacancy.of_kind(ECQ))


def test_the_same_words_without_labels_tell_no_framework() -> None:
    assert read(OWN_WORDS.replace("ECQ", "Part")).framework == ""
