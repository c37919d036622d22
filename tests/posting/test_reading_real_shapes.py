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


@pytest.mark.parametrize(
    "words",
    [
        "items 3 and 4 are the mandatory technical qualifications of this position",
        "Questions 3 through 4 address the technical qualifications",
        "Numbers 3-4 are your mandatory technical competencies",
    ],
)
def test_items_that_a_sentence_calls_technical_by_number_are_qualifications(words: str) -> None:
    vacancy = read(
        f"You must show the following; {words}.\n1. Leading Change\n2. Leading People\n"
        "3. Expertise in the repair of locks, with a record of short closures.\n"
        "4. Broad grasp of toll finance.\n",
    )
    assert texts_of(vacancy, TQ) == [
        "Expertise in the repair of locks, with a record of short closures",
        "Broad grasp of toll finance",
    ]
    assert texts_of(vacancy, ECQ) == ["Leading Change", "Leading People"]


def test_numbers_that_no_list_has_name_nothing() -> None:
    vacancy = read("Items 7 and 8 are the technical qualifications.\n1. Leading Change\n")
    assert texts_of(vacancy, TQ) == []


def test_competencies_below_that_are_required_are_read_with_doubt() -> None:
    vacancy = read(
        "The competencies below are required for this position. A resume must show that the "
        "candidate has: (1) Ability to run a map library**: The candidate has led a staff. "
        "(2) Knowledge of copyright law: The candidate has settled claims.",
    )
    found = vacancy.of_kind(TQ)
    assert [item.text.split(":")[0].strip("*") for item in found] == [
        "Ability to run a map library",
        "Knowledge of copyright law",
    ]
    assert not any(item.sure for item in found)


def test_demands_joined_by_semicolons_are_qualifications_of_their_own() -> None:
    vacancy = read(
        "Technical Requirements: Applicants must have led a large group of pilots and masters; "
        "must have a record of safe passages in ice; and must have shown skill in salvage law.\n\n"
        "Executive Core Qualifications: Leading Change and Leading People.\n",
    )
    assert texts_of(vacancy, TQ) == [
        "Applicants must have led a large group of pilots and masters",
        "must have a record of safe passages in ice",
        "must have shown skill in salvage law",
    ]


BARE = (
    "1. Demonstrated ability to run a lock and its crew through a winter.\n\n"
    "2. Knowledge of toll finance. Includes the ability to explain a tariff.\n\n"
    "3. Demonstrated experience in salvage.\n"
)


def test_a_list_pasted_without_its_heading_is_read_with_doubt() -> None:
    found = read(BARE).of_kind(TQ)
    assert [item.text.split()[0] for item in found] == ["Demonstrated", "Knowledge", "Demonstrated"]
    assert not any(item.sure for item in found)


def test_a_list_of_what_makes_one_eligible_is_no_such_list() -> None:
    assert texts_of(read(f"Specialized experience at GS-15 includes:\n{BARE}"), TQ) == []


def test_letters_in_brackets_inside_a_sentence_are_a_list() -> None:
    vacancy = read(
        "The applicant must demonstrate the following mandatory technical qualifications: "
        "(a) experience in the design of locks; (b) knowledge of river traffic; and (c) the "
        "ability to testify before courts. The resume may not exceed five pages.\n",
    )
    assert texts_of(vacancy, TQ) == [
        "experience in the design of locks",
        "knowledge of river traffic",
        "the ability to testify before courts",
    ]


def test_letters_behind_a_statement_are_its_parts() -> None:
    vacancy = read(
        "Technical Qualifications:\nDemonstrated ability to run a port, which takes: (a) "
        "experience in dredging; and (b) knowledge of tides.\nProven skill in pilotage.\n",
    )
    assert len(texts_of(vacancy, TQ)) == 2


def test_a_list_behind_what_a_candidate_must_have_is_read_with_doubt() -> None:
    vacancy = read(
        "Chief, Harbor Branch\n\nThe branch reviews budgets and writes about them at length, for "
        "those who must decide. It has done so for a long time and in many ways.\n\n"
        "The candidate must have:\n- Demonstrated ability to weigh budgets.\n- Experience in "
        "leading analysts.\n- Excellent writing, with short memos.\n\nTo apply, send a resume.\n",
    )
    found = vacancy.of_kind(TQ)
    assert [item.text.split()[0] for item in found] == ["Demonstrated", "Experience", "Excellent"]
    assert not any(item.sure for item in found)


@pytest.mark.parametrize(
    "lead",
    [
        "You must have one year of specialized experience, which is:",
        "You must have served at GS-15 and show:",
        "The office must keep:",
        "You will:",
    ],
)
def test_lists_of_eligibility_and_of_work_are_no_such_list(lead: str) -> None:
    ability = "- Experience in leading analysts.\n- Knowledge of budgets.\n"
    work = "- Leads the analysts of the branch.\n- Writes budgets and memos.\n"
    listed = ability if "must have" in lead else work
    vacancy = read(f"Chief, Harbor Branch\n\nThe branch reviews budgets.\n\n{lead}\n{listed}")
    assert texts_of(vacancy, TQ) == []


def test_definitions_of_ecqs_without_names_are_no_technical_list() -> None:
    vacancy = read(
        "The candidate must have:\n1. Demonstrated ability to bring about strategic change.\n"
        "2. Demonstrated ability to manage human, financial, and information resources "
        "strategically.\n",
    )
    assert texts_of(vacancy, TQ) == []


def test_a_quality_ranking_factor_is_a_wish_and_ends_the_list_before_it() -> None:
    vacancy = read(
        "Technical Qualifications\n* TQ 1 - Expert knowledge of tort law.\n* TQ 2 - Experience in "
        "trying cases.\nQuality Ranking Factor: Experience in admiralty law is desirable.\n",
    )
    assert texts_of(vacancy, TQ) == ["Expert knowledge of tort law", "Experience in trying cases"]
    assert texts_of(vacancy, RequirementKind.DESIRABLE) == [
        "Experience in admiralty law is desirable"
    ]
