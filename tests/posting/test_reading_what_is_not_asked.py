"""What a posting only wishes for, and what it says it does not ask for."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, WISH, ECQ = RequirementKind.TQ, RequirementKind.DESIRABLE, RequirementKind.ECQ


@pytest.mark.parametrize(
    "wish",
    [
        "Experience with dredging contracts is desirable",
        "Experience with dredging contracts is highly desirable",
        "Prior experience with dredging contracts is strongly preferred",
        "Knowledge of Dutch is a plus",
        "Knowledge of Dutch, a plus",
        "Knowledge of pilotage desired but not required",
        "Fluency in Spanish would be an advantage",
        "Experience with grants (desirable)",
        "Experience with grants (preferred, but not required)",
        "An advanced degree in the law of the sea preferred",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "", "{}. "])
def test_a_statement_that_ends_as_a_wish_is_desirable(wish: str, mark: str) -> None:
    lines = ["Experience leading large ports.", f"{wish}.", "Knowledge of tolls and of law."]
    listed = "\n".join(mark.format(n) + line for n, line in enumerate(lines, 1))
    vacancy = read(f"Mandatory Technical Qualifications\n{listed}\n")
    assert texts_of(vacancy, TQ) == [line.rstrip(".") for line in (lines[0], lines[2])]
    assert texts_of(vacancy, WISH) == [wish]


def test_a_wish_behind_a_list_or_behind_a_statement_stands_apart() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications\n"
        "1. Experience leading ports. Experience with dredging is desirable.\n"
        "2. Knowledge of tolls; experience with river pilots is preferred.\n\n"
        "Experience at sea is a plus.\n"
    )
    assert texts_of(vacancy, TQ) == ["Experience leading ports", "Knowledge of tolls"]
    assert texts_of(vacancy, WISH) == [
        "Experience with dredging is desirable",
        "experience with river pilots is preferred",
        "Experience at sea is a plus",
    ]


def test_a_wish_behind_an_ecq_is_no_part_of_it() -> None:
    vacancy = read(
        "ECQ 4 - Leading People: ability to lead and inspire a group. Experience with unions is a "
        "plus.\nECQ 5 - Achieving Results: individual and organizational results.\n"
    )
    assert texts_of(vacancy, ECQ)[0] == "Leading People: ability to lead and inspire a group"
    assert texts_of(vacancy, WISH) == ["Experience with unions is a plus"]


@pytest.mark.parametrize(
    "statement",
    [
        "Ability to judge which way is preferred",
        "Experience with preferred stock and desirable lands",
        "Knowledge of tolls is required and of ports is desirable",
    ],
)
def test_words_of_wishing_inside_a_statement_make_it_none(statement: str) -> None:
    vacancy = read(f"Technical Qualifications\n1. {statement}.\n2. Ability to run a port.\n")
    assert texts_of(vacancy, TQ) == [statement, "Ability to run a port"]


def test_labels_and_lead_ins_may_call_what_follows_a_wish() -> None:
    vacancy = read(
        "TQ 1: Experience leading ports.\nTQ 2 (desirable): Knowledge of tolls and rates.\n"
        "Nice to have: Experience with oil.\nBonus: knowledge of Dutch.\n"
        "Preference will be given to candidates with experience at sea.\n"
        "Preference is given to veterans.\n"
    )
    assert texts_of(vacancy, TQ) == ["Experience leading ports"]
    assert texts_of(vacancy, WISH) == [
        "Knowledge of tolls and rates",
        "Experience with oil",
        "knowledge of Dutch",
        "experience at sea",
    ]


@pytest.mark.parametrize(
    "denial",
    [
        "There are no technical qualifications for this position.",
        "No Technical Qualifications are required.",
        "No TQs are required for this position.",
        "TQs: none",
        "Technical Qualifications (TQs): N/A",
        "MANDATORY TECHNICAL QUALIFICATIONS\nNot applicable",
        "This position does not require technical qualifications.",
        "Technical qualifications are not required for this position.",
        "Note: There are no Mandatory Technical Qualifications (MTQs) at this time.",
    ],
)
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_that_nothing_technical_is_asked_belongs_to_no_requirement(denial: str, joint: str) -> None:
    core = "Building Coalitions: the ability to build coalitions internally and with others."
    vacancy = read(f"ECQ 5 - {core}{joint}{denial}\nBenefits\nLeave.\n")
    assert texts_of(vacancy, ECQ) == [core.rstrip(".")]
    assert texts_of(vacancy, TQ) == []


def test_statements_behind_such_a_sentence_are_no_guesses() -> None:
    vacancy = read(
        "Technical Qualifications\nThere are no mandatory technical qualifications.\n"
        "Experience with locks is described in the resume.\nKnowledge of law is, too.\n"
    )
    assert texts_of(vacancy, TQ) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "No technical qualification narratives are required.",
        "No separate TQ statements are needed.",
        "There are no technical qualifications beyond the ones below.",
    ],
)
def test_a_sentence_that_denies_less_leaves_the_qualifications(sentence: str) -> None:
    vacancy = read(f"{sentence}\nTechnical Qualifications\n1. Skill in towing.\n2. Skill in law.\n")
    assert texts_of(vacancy, TQ) == ["Skill in towing", "Skill in law"]


LISTED = "- Experience leading a large port.\n- Knowledge of tolls and of the law.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Jane Roe\nHarbor Service, Director, 2015 to present\nQualifications\n{LISTED}",
        f"Qualifications\n{LISTED}References available upon request.\n",
        f"Dear Hiring Manager,\nI am writing about the port. My qualifications:\n{LISTED}",
        f"Professional Summary\nA leader of ports.\n{LISTED}Director of Ports 2015-2020\n",
        "Experience leading a port, where I cut costs.\nKnowledge of tolls, which I put to use.\n",
        f"PORT 560 Syllabus, Fall 2026\nStudents bring:\n{LISTED}Grading: two exams.\n",
        f"At the end of this course students will show:\n{LISTED}",
        f"NORFOLK (AP) - A chief was named. A candidate must have, critics say:\n{LISTED}",
        f"The contractor shall provide people with:\n{LISTED}",
    ],
)
def test_a_list_in_what_is_no_vacancy_is_no_guess(text: str) -> None:
    assert read(text).requirements == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Applicants need 52 weeks at a level equal to GS-0343-14:\n{LISTED}",
        f"{LISTED}You must have 52 weeks of this at the next lower grade to qualify.\n",
    ],
)
def test_a_list_of_what_makes_one_eligible_is_no_guess_on_either_side(text: str) -> None:
    assert texts_of(read(text), TQ) == []


@pytest.mark.parametrize(
    "text",
    [
        f"The candidate must have:\n{LISTED}",
        f"DIRECTOR, HARBORS - Department of Energy\n{LISTED}",
        f"The School of Navigation has students and courses.\nApplicants must have:\n{LISTED}",
    ],
)
def test_such_a_list_in_a_vacancy_stays_a_guess(text: str) -> None:
    vacancy = read(text)
    assert len(texts_of(vacancy, TQ)) == 2
    assert not any(requirement.sure for requirement in vacancy.of_kind(TQ))


RETOLD = (
    "This job is about locks.\n\nKey Requirements\n"
    "• Demonstrated experience in running locks and their crews in winter\n"
    "• Proven knowledge of the law of rivers and of pilots\n"
    "• Commitment to the rule of law, the U.S. Constitution and American principles\n"
    "• Ability to drive efficiency by cutting costs\n"
    "• Strong technical competence to do work of high quality\n{more}"
)


def test_ecqs_that_a_job_board_retells_are_no_qualifications() -> None:
    vacancy = read(RETOLD.format(more=""))
    assert len(texts_of(vacancy, RequirementKind.TQ)) == 2
    assert vacancy.framework == "", "nothing names an ECQ"


def test_retold_ecqs_tell_the_framework_where_ecqs_are_named() -> None:
    vacancy = read(RETOLD.format(more="• Resume of 2 pages that shows the ECQs\n"))
    assert vacancy.framework == "opm-2025"
    assert "framework" in vacancy.unsure
