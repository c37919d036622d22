"""How questionnaires ask without a heading, and how agencies head their lists."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, ECQ, DESIRABLE = RequirementKind.TQ, RequirementKind.ECQ, RequirementKind.DESIRABLE

DREDGING = "Demonstrated experience directing a dredging program along a coast."
PILOTS = "Knowledge of the law of pilotage and of salvage claims."
TIDES = "Ability to explain tide tables to ship masters and to the public."
ANSWERS = "A. Yes\nB. No\n"


def test_competencies_that_are_named_and_explained_answer_the_question_above_them() -> None:
    vacancy = read(
        "Assessment 1\n3.\nDo you possess the following Technical Competencies?\n"
        "Harbor Design/Delivery: Lay out berths and channels that ships can use in any tide.\n"
        "Flexibility: Adapt to silt, ice and new rules, and keep the port open.\n"
        " Yes\n No\n\nTerms of Use\n"
    )
    assert texts_of(vacancy, TQ) == [
        "Harbor Design/Delivery: Lay out berths and channels that ships can use in any tide",
        "Flexibility: Adapt to silt, ice and new rules, and keep the port open",
    ]


def test_numbers_before_named_competencies_change_nothing() -> None:
    vacancy = read(
        "Assessment 1\n7.\nDo you possess the following Technical Competencies?\n"
        "1. Market Analysis: Advise ship owners on freight rates and on the cost of delay.\n"
        "2. Influencing: Bring pilots, unions and shippers to one plan for the channel.\n"
        " Yes\n No\n"
    )
    assert [item.label for item in vacancy.of_kind(TQ)] == ["TC 1", "TC 2"]


def test_statements_that_are_answered_yes_or_no_are_guessed_without_a_heading() -> None:
    vacancy = read(
        "For preview purposes only.\nAssessment 1\n"
        "1. I understand that I claim to meet the Technical Qualifications for this position.\n"
        f"{ANSWERS}2. Ability to direct a port. As evidenced by: opening berths; and cutting waits."
        f"\nA. Yes, I have this experience\nB. No\n3. {PILOTS}\n{ANSWERS}"
        f"4. I have attached my resume.\n{ANSWERS}"
    )
    assert texts_of(vacancy, TQ) == [
        "Ability to direct a port. As evidenced by: opening berths; and cutting waits",
        PILOTS.rstrip("."),
    ]
    assert not any(item.sure for item in vacancy.of_kind(TQ))


def test_claims_under_a_heading_go_on_behind_their_answers() -> None:
    claims = [f"I have experience in {what}." for what in ("dredging", "pilotage", "salvage law")]
    vacancy = read(
        "Mandatory Technical Qualifications\nAnswer each claim.\n"
        + "".join(f"{place}. {claim}\n{ANSWERS}" for place, claim in enumerate(claims, 2))
    )
    assert texts_of(vacancy, TQ) == [claim.rstrip(".") for claim in claims]


@pytest.mark.parametrize(
    "heading",
    [
        "Technical competencies\n",
        "Executive/Technical qualifications\nThe ones with two asterisks matter most.\n",
        "Specialized Experience (Professional/Technical Qualifications). Write a page on each:\n",
    ],
)
@pytest.mark.parametrize("mark", ["", "**", "• "])
def test_a_heading_with_one_capital_or_in_brackets_heads_its_list(heading: str, mark: str) -> None:
    vacancy = read(
        f"Executive competencies\nLeading Change\nBuilding Coalitions\n\n{heading}"
        f"{mark}{DREDGING}\n{mark}{PILOTS}\n\nHOW TO APPLY\nWrite to us.\n"
    )
    assert texts_of(vacancy, TQ) == [DREDGING.rstrip("."), PILOTS.rstrip(".")]
    assert texts_of(vacancy, ECQ) == ["Leading Change", "Building Coalitions"]


def test_technical_requirements_by_their_abbreviation_end_at_leadership_dimensions() -> None:
    vacancy = read(
        f"MANDATORY TECHNICAL REQUIREMENTS (TR): TR #1: {DREDGING} TR #2: {PILOTS} EXECUTIVE "
        "LEADERSHIP DIMENSIONS (ELDs) ELD 1: Commitment to the Rule of Law and the Principles of "
        "the American Founding - This ELD asks for knowledge of the American system."
    )
    assert texts_of(vacancy, TQ) == [DREDGING.rstrip("."), PILOTS.rstrip(".")]
    assert vacancy.framework == "opm-2025"


@pytest.mark.parametrize(
    "guidance",
    [
        "A strong response includes the tonnage and your own part.",
        "We look for: tonnage, savings, and years in charge.",
    ],
)
def test_what_a_panel_looks_for_is_no_part_of_the_statement(guidance: str) -> None:
    vacancy = read(
        f"MANDATORY TECHNICAL QUALIFICATIONS\n\nI. {DREDGING}\n{guidance}\n\n"
        f"II. {PILOTS}\n{guidance}\n\nIII. {TIDES}\n{guidance}\n"
    )
    assert texts_of(vacancy, TQ) == [s.rstrip(".") for s in (DREDGING, PILOTS, TIDES)]


def test_what_is_desirable_in_small_letters_is_no_qualification() -> None:
    vacancy = read(
        "Technical Qualifications: This announcement carries no technical qualifications.\n\n"
        f"Desirable experience:\n1. {PILOTS}\n2. {TIDES}\n"
    )
    assert texts_of(vacancy, TQ) == []
    assert texts_of(vacancy, DESIRABLE) == [PILOTS.rstrip("."), TIDES.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "To apply send:\n- SES resume\n- SES Mandatory Technical Qualifications\n"
        "- SES papers (if applicable)\n- Performance appraisal (if applicable)\n",
        "Applicants must meet the Technical Qualifications listed below. Show that you can do what "
        "most executives do, such as:\n- Directing the work of a unit;\n"
        "- Ensuring the success of one or more programs; and\n- Supervising employees.\n",
        "Your experience must be related to TQ 1 and TQ 2.\nBackground checks and security "
        "clearance\nTop Secret\n",
    ],
)
def test_papers_to_send_and_common_duties_are_no_qualifications(text: str) -> None:
    assert texts_of(read(text), TQ) == []


def test_roman_numbers_and_letters_in_brackets_run_on_in_one_paragraph() -> None:
    roman = (
        "B. PROFESSIONAL AND TECHNICAL QUALIFICATIONS: Your response to B should not exceed six "
        f"pages. (i) {DREDGING} (ii) {PILOTS} (iii) {TIDES} Graduates must enclose a certificate."
    )
    assert texts_of(read(roman), TQ) == [s.rstrip(".") for s in (DREDGING, PILOTS, TIDES)]
    letters = (
        "Technical qualifications: (a) leadership of large harbors; (b) experience in the building "
        "of quays; and (c) success in lowering the cost of pilots.\n\nWhat happens next\n"
    )
    assert texts_of(read(letters), TQ) == [
        "leadership of large harbors",
        "experience in the building of quays",
        "success in lowering the cost of pilots",
    ]


def test_what_an_answer_must_hold_belongs_to_its_statement() -> None:
    vacancy = read(
        f"PTQs\n* PTQ 1: {DREDGING} In your response, state the tonnage and your role in it.\n"
        f"* PTQ 2: {PILOTS}\n"
    )
    assert texts_of(vacancy, TQ)[0].endswith("state the tonnage and your role in it")


def test_answers_and_instructions_are_no_claims() -> None:
    vacancy = read(
        "Assessment 1\n1. Which of these describes you?\n"
        "A. I have demonstrated this experience in the Federal government.\n"
        "B. I have demonstrated this experience outside the Federal government.\n"
        "2. You must submit a narrative that addresses each of the Mandatory Technical "
        "Qualifications (TQs) below. Give examples of relevant experience and accomplishments.\n\n"
        f"Mandatory Technical Qualifications (TQs):\n1. {DREDGING}\n2. {PILOTS}\n"
    )
    assert texts_of(vacancy, TQ) == [DREDGING.rstrip("."), PILOTS.rstrip(".")]


def test_a_prompt_for_each_leads_to_the_letters_below_it() -> None:
    vacancy = read(
        "Assessment 1\n2. The following technical qualifications are essential. Please describe "
        "your experience for each in the text box. You may use up to 6,000 characters.\n"
        f"a) {DREDGING}\n\nb) {PILOTS}\n\nc) {TIDES}\n\nFor each task below choose a letter.\n"
    )
    assert texts_of(vacancy, TQ) == [s.rstrip(".") for s in (DREDGING, PILOTS, TIDES)]


def test_a_question_about_the_answer_is_no_part_of_the_statement() -> None:
    asked = "Have you attached a narrative for this MTQ?\n"
    vacancy = read(
        "Mandatory Technical Qualifications\n"
        + "".join(
            f"{place}. {text}\n{asked}{ANSWERS}"
            for place, text in enumerate((DREDGING, PILOTS, TIDES), 1)
        )
    )
    assert texts_of(vacancy, TQ) == [s.rstrip(".") for s in (DREDGING, PILOTS, TIDES)]


def test_a_question_that_leads_to_a_label_is_no_statement() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications (MTQs)\n"
        f"2.\nDo you have experience that demonstrates MTQ 1: {DREDGING}\n Yes\n No\n"
        f"3.\nDo you have experience that demonstrates MTQ 2: {PILOTS}\n Yes\n No\n"
    )
    assert texts_of(vacancy, TQ) == [DREDGING.rstrip("."), PILOTS.rstrip(".")]


def test_guillemets_are_bullets_and_a_pages_opportunity_is_no_title() -> None:
    vacancy = read(
        "EXECUTIVE CAREER OPPORTUNITY\nHarbor Service\n\nDeputy Director for Tides\n\n"
        "Technical Qualifications. Beyond the ECQs, the candidate will show:\n"
        f"» {DREDGING}\n» {PILOTS}\n\nHOW TO APPLY\nSend a resume.\n"
    )
    assert texts_of(vacancy, TQ) == [DREDGING.rstrip("."), PILOTS.rstrip(".")]
    assert vacancy.title == "Deputy Director for Tides"


def test_an_aside_that_names_a_label_opens_no_statement() -> None:
    prompts = [f"Describe your experience with {what}." for what in ("locks", "pilots", "silt")]
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS (MTQs)\nPlease prepare a statement on each.\n\n"
        + "\n\n".join(
            f"{prompt} (Attach as MTQ-{letter})"
            for prompt, letter in zip(prompts, "ABC", strict=True)
        )
        + "\n"
    )
    assert [text.split(" (")[0].rstrip(".") for text in texts_of(vacancy, TQ)] == [
        prompt.rstrip(".") for prompt in prompts
    ]
