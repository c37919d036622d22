"""Shapes that a blind test of the reader brought up: marks, prose, records and bare facts."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, WISH = RequirementKind.TQ, RequirementKind.DESIRABLE


@pytest.mark.parametrize("sign", ["✔", "✔️", "✅", "➤", "❖", "☐"])
def test_signs_of_mail_and_chat_are_bullets(sign: str) -> None:
    vacancy = read(
        f"{sign} Mandatory Technical Qualifications\n{sign} Proven success in running a port\n"
        f"{sign} Strong record of dredging\n{sign} Nice to have\n{sign} Service at sea\n"
        f"{sign} A second language\n",
    )
    assert texts_of(vacancy, TQ) == [
        "Proven success in running a port",
        "Strong record of dredging",
    ]
    assert texts_of(vacancy, WISH) == ["Service at sea", "A second language"]


def test_a_heading_may_be_a_sentence_of_its_own() -> None:
    vacancy = read(
        "Technical qualifications. Candidates must have a standing among hydrologists that rests "
        "on published work. They must show skill in gauging rivers.\n",
    )
    assert len(texts_of(vacancy, TQ)) == 2


def test_instructions_behind_such_a_heading_are_no_qualification() -> None:
    vacancy = read("Technical qualifications. Applicants must be citizens. Resumes are cut.\n")
    assert texts_of(vacancy, TQ) == []


def test_what_leads_to_labelled_statements_is_none_itself() -> None:
    vacancy = read(
        "TECHNICAL QUALIFICATIONS: Demonstrate in writing your experience for these.\n"
        "TQ-A Broad knowledge of glaciers and of ice.\nTQ-B Experience in mapping from the air.\n",
    )
    assert texts_of(vacancy, TQ) == [
        "Broad knowledge of glaciers and of ice",
        "Experience in mapping from the air",
    ]


def test_a_demand_that_leads_to_a_list_is_not_part_of_it() -> None:
    vacancy = read(
        "Technical Qualifications\nCandidates must demonstrate experience in the technical areas "
        "that this position calls for to be considered.\nAbility to lead a large laboratory.\n",
    )
    assert texts_of(vacancy, TQ) == ["Ability to lead a large laboratory"]


def test_a_wish_in_a_sentence_is_desirable_and_ends_what_stands_before_it() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications:\n1. Ability to run a large port.\n"
        "2. Knowledge of dredging contracts. It is also desirable that applicants have experience "
        "in river pilotage. You must be a citizen.\n",
    )
    assert texts_of(vacancy, TQ) == [
        "Ability to run a large port",
        "Knowledge of dredging contracts",
    ]
    assert texts_of(vacancy, WISH) == ["experience in river pilotage"]


@pytest.mark.parametrize(
    "record",
    [
        "PositionTitle: Chief of PortsOrganizationName: Harbor ServicePositionID: HS-26-01"
        "JobGrade: ESLowGrade: 00PositionStartDate: 2026-03-02PositionEndDate: 2026-03-31"
        "JobSummary: Ports.",
        '{"PositionTitle": "Chief of Ports", "OrganizationName": "Harbor Service",\n'
        '"PositionID": "HS-26-01", "JobGrade": [{"Code": "ES"}], "LowGrade": "00",\n'
        '"PositionStartDate": "2026-03-02T00:00:00.0000", "PositionEndDate": "2026-03-31"}',
    ],
)
def test_a_record_pasted_as_text_gives_its_facts(record: str) -> None:
    vacancy = read(record)
    assert (vacancy.title, vacancy.agency) == ("Chief of Ports", "Harbor Service")
    assert (vacancy.announcement, vacancy.pay_plan, vacancy.grade) == ("HS-26-01", "ES", "00")
    assert (vacancy.opens, vacancy.closes) == ("2026-03-02", "2026-03-31")


def test_an_agency_of_one_mention_is_a_guess() -> None:
    vacancy = read("Come and work for the Small Business Administration!\nWe lend.\n")
    assert (vacancy.agency, "agency" in vacancy.unsure) == ("Small Business Administration", True)


def test_a_first_line_that_can_be_a_name_is_a_guess_at_the_agency() -> None:
    vacancy = read("Survey of Inland Seas\nTitle: Chief Hydrologist\nPay plan: ES\nGrade: 00\n")
    assert (vacancy.agency, vacancy.unsure) == ("Survey of Inland Seas", ("agency",))
    assert (vacancy.pay_plan, vacancy.grade) == ("ES", "00")


def test_the_rows_of_a_table_drawn_with_bars_are_labelled_statements() -> None:
    vacancy = read(
        "Mandatory Technical Qualification\n| No. | Requirement |\n"
        "| MTQ 1 | Demonstrated experience in moving ports to one system. |\n"
        "| MTQ 2 | Demonstrated knowledge of cranes and of their upkeep. |\n\nBenefits\nLeave.\n",
    )
    found = vacancy.of_kind(TQ)
    assert [(r.label, r.text) for r in found] == [
        ("MTQ 1", "Demonstrated experience in moving ports to one system."),
        ("MTQ 2", "Demonstrated knowledge of cranes and of their upkeep."),
    ]


def test_facts_on_one_line_between_bars_are_found() -> None:
    vacancy = read(
        "Chief of Ports\nCoast Guard\n"
        "CG-26-SES-VR-01 | ES 00 | Aiken, SC | May 4, 2026 - May 9, 2026\n"
    )
    assert (vacancy.announcement, vacancy.pay_plan) == ("CG-26-SES-VR-01", "ES")
    assert (vacancy.opens, vacancy.closes) == ("2026-05-04", "2026-05-09")


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Department of the Navy, Office of Harbors", "Department of the Navy"),
        ("Department of Commerce - Census Bureau", "Census Bureau"),
        ("U.S. DEPARTMENT OF STATE", "U.S. DEPARTMENT OF STATE"),
    ],
)
def test_a_line_of_several_parts_gives_the_lowest_agency_known(line: str, agency: str) -> None:
    vacancy = read(f"Vacancy: Chief Engineer, Harbors (ES-0801)\n{line}\nOpens May 4, 2026.\n")
    assert (vacancy.title, vacancy.agency) == ("Chief Engineer, Harbors", agency)
    assert vacancy.pay_plan == "ES"


def test_where_each_statement_has_its_line_a_line_is_one_statement() -> None:
    lines = [
        "Describe your expert knowledge of canal law. Experience with lock and weir regulation.",
        "Describe your expert experience of advising boards of navigation.",
        "Describe your skill in writing for lay readers. Ability to speak to the press.",
    ]
    vacancy = read("Mandatory Technical Qualifications:\n" + "\n".join(lines) + "\n")
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == [line[:-1] for line in lines]


def test_statements_run_together_on_one_line_stay_apart() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications: Demonstrated skill in running locks and weirs. "
        "Ability to advise boards of navigation. Knowledge of canal law.\n"
    )
    assert len(texts_of(vacancy, TQ)) == 3


@pytest.mark.parametrize(("before", "between"), [("", "\n\n"), ("Director of Canals\n", "\n")])
@pytest.mark.parametrize("marks", [("1. ", "2. "), ("• ", "• "), ("", "")])
def test_a_list_pasted_without_its_heading_is_a_guess(
    before: str, between: str, marks: tuple[str, str]
) -> None:
    statements = [
        "Demonstrated ability to run a network of canals and locks.",
        "Knowledge of the law of navigation, including tolls.",
    ]
    listed = between.join(m + s for m, s in zip(marks, statements, strict=True))
    vacancy = read(f"{before}{listed}\n")
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == [s[:-1] for s in statements]
    assert not any(requirement.sure for requirement in vacancy.of_kind(TQ))


@pytest.mark.parametrize(
    "before",
    [
        "Specialized experience is defined as:\n",
        "One year at the GS-14 level is needed in:\n",
        "The office keeps the canals of the lower valley open to barges all the year. " * 8 + "\n",
    ],
)
def test_a_list_inside_other_matter_is_no_list_of_qualifications(before: str) -> None:
    listed = "1. Experience running locks.\n2. Knowledge of navigation law and of tolls.\n"
    assert texts_of(read(before + listed), TQ) == []


@pytest.mark.parametrize(
    "told",
    [
        "Evidence of the technical qualifications should be CLEARLY REFLECTED in your resume.",
        "address specific challenges and results. Each must be addressed separately.",
    ],
)
def test_where_qualifications_are_to_be_written_is_no_qualification(told: str) -> None:
    vacancy = read(f"Mandatory Technical Qualifications:\n{told}\n")
    assert texts_of(vacancy, TQ) == []
    listed = (
        f"Mandatory Technical Qualifications:\n{told}\n1. Skill in dredging.\n2. Skill in towing.\n"
    )
    assert len(texts_of(read(listed), TQ)) == 2


def test_a_numbered_question_that_is_a_heading_heads_the_prompts_below_it() -> None:
    prompts = [
        "Please describe your experience in leading keepers of a canal museum.",
        "Please describe your success in finding donors for scholarly work.",
    ]
    vacancy = read(
        "Vacancy Questions Preview\n1  Are you a citizen?\nYes\nNo\n2  Mandatory "
        "Professional/Technical Qualifications. Applicants must answer each of the following.\n"
        + "\n".join(prompts)
        + "\n3  Have you attached the answers?\nYes\nNo\n"
    )
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == [p[:-1] for p in prompts]


def test_a_qualification_that_says_where_to_write_it_is_one_still() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications\n"
        "1. Experience leading a canal program, which must be documented in your resume.\n"
        "2. Knowledge of the law of navigation.\n"
    )
    assert len(texts_of(vacancy, TQ)) == 2


def test_a_numbered_list_may_begin_in_unusual_words() -> None:
    vacancy = read(
        "TECHNICAL QUALIFICATIONS: Candidates must address each item in a narrative of one page. "
        "(i) Eminence in hydrology as shown by papers. (ii) Demonstrated ability to gauge rivers. "
        "(iii) Ability to advise engineers. A clearance is needed.",
    )
    assert texts_of(vacancy, TQ)[0] == "Eminence in hydrology as shown by papers"
    assert len(texts_of(vacancy, TQ)) == 3


def test_a_wish_behind_a_demand_without_a_full_stop_is_apart() -> None:
    vacancy = read(
        "TQ 1: Mastery of lock design and of dams TQ 2: Ability to interpret canal law and to turn "
        "it into rules Registration as an engineer is preferred but not required. EDUCATION: None.",
    )
    assert texts_of(vacancy, TQ)[-1] == "Ability to interpret canal law and to turn it into rules"


def test_how_to_answer_is_no_qualification() -> None:
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS (MTQs): Each narrative must: (1) not exceed two pages; "
        "(2) include specific examples of your experience; and (3) name results.\n"
        "MTQ 1: Demonstrated experience in running locks in winter.\n",
    )
    assert texts_of(vacancy, TQ) == ["Demonstrated experience in running locks in winter"]
