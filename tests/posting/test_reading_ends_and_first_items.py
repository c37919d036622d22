"""Where a list of qualifications begins and ends, and items that are ECQs in other words."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ
ANSWERS = "\n A. Yes\n B. No\n"
CLAIM = "I have negotiated fishery agreements with other countries."


def _questionnaire(lead: str, *items: str) -> str:
    listed = "".join(f"{n}. {item}{ANSWERS}" for n, item in enumerate((*items, CLAIM), 1))
    return f"Position Title\nDirector, Office of Canals\nAssessment 1\n{lead}\n{listed}"


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        (
            "Do you have the following Executive Core Qualifications?",
            ("Leading People. I have led a group.", "Achieving Results. I have met my goals."),
        ),
        (
            "Please answer for each ECQ.",
            ("ECQ 1. I have managed a large budget.", "ECQ 2. I have led a group of people."),
        ),
        (
            "The next questions concern the Executive Core Qualifications below.",
            (
                "I have led people through change and set a vision.",
                "I have managed offices in several cities.",
                "I have built partnerships to reach common goals.",
            ),
        ),
        (
            "Thank you for applying.",
            (
                "Leading Change\nI have carried out a vision.",
                "Business Acumen\nI have saved money.",
            ),
        ),
        (
            "Mark one answer for each.",
            (
                "I have led and inspired a group toward its mission.",
                "I have cut wasteful spending with technology.",
                "I have produced work of exceptional quality.",
            ),
        ),
    ],
)
def test_items_that_retell_ecqs_are_none_and_the_claim_behind_them_is(
    lead: str, items: tuple[str, ...]
) -> None:
    assert texts_of(read(_questionnaire(lead, *items)), TQ) == [CLAIM.rstrip(".")]


STATEMENTS = (
    "Experience directing dam safety programs in several river basins.",
    "Ability to negotiate cost sharing with water users.",
)


@pytest.mark.parametrize("labels", [("MTQ 1: ", "MTQ 2: "), ("1. ", "2. "), ("", "")])
@pytest.mark.parametrize(
    "behind",
    [
        "This is an Acquisition Workforce key leadership position: certification is required.",
        "Education requirement: basic requirements for professional engineering.",
        "A current license to practice medicine in a State is required.",
        "Travel: 25 percent.",
        "Veterans' preference is not applicable to the SES.",
        "The position has been designated Special-Sensitive.",
        "Must be able to obtain and maintain a Secret clearance.",
        "A one-year probationary period must be served.",
        "Employees in this position file a financial disclosure report.",
        "Physicians comparability allowance may be offered.",
        "Current PE registration required.",
    ],
)
def test_what_makes_eligible_is_no_part_of_the_last_qualification(
    behind: str, labels: tuple[str, str]
) -> None:
    listed = " ".join(label + said for label, said in zip(labels, STATEMENTS, strict=True))
    text = (
        "QUALIFICATIONS REQUIRED: You must show the ECQs. MANDATORY TECHNICAL QUALIFICATIONS"
        f" (MTQs): {listed} {behind} HOW YOU WILL BE EVALUATED: A panel will rate."
    )
    assert texts_of(read(text), TQ) == [said.rstrip(".") for said in STATEMENTS]


@pytest.mark.parametrize(
    "first",
    [
        "International standing as an original investigator in hydraulics.",
        "Service as an expert witness in water cases.",
        "E xperience managing locks and weirs.",
        "Knowl edge of the law of navigable waters.",
    ],
)
def test_the_first_item_counts_whatever_word_opens_it(first: str) -> None:
    text = (
        "Director, Office of Canals\n\nQualifications\nA statement must address the following"
        f" technical qualifications:\n\n{first}\n\n{STATEMENTS[1]}\n\nHow to apply\nOnline.\n"
    )
    assert texts_of(read(text), TQ) == [said.rstrip(".") for said in (first, STATEMENTS[1])]


@pytest.mark.parametrize(
    "further",
    [
        "If you inherited a backlog, tell how large it was and how you ranked it.",
        "Where contractors failed, describe what you did.",
    ],
)
def test_a_further_sentence_of_a_prompt_belongs_to_it(further: str) -> None:
    prompt = f"Describe your experience with the repair of locks and what was saved. {further}"
    text = (
        "Vacancy Questions Preview Applicants must respond to each of the mandatory technical"
        " qualifications listed below. Describe your experience directing dams and weirs. "
        f"{prompt} 2 How many people did you supervise? Answer to this question is required 5 10"
    )
    assert texts_of(read(text), TQ)[1:] == [prompt.rstrip(".")]


def test_the_head_gives_a_number_without_hyphens_and_the_day_of_posting_before_the_closing() -> (
    None
):
    vacancy = read(
        "Director, Office of Canals\nDepartment: Agency For International Development\n"
        "Vacancy: VAR001234\nPosted 09/15/2025 - Closes 10/06/2025\n"
    )
    assert vacancy.announcement == "VAR001234"
    assert (vacancy.opens, vacancy.closes) == ("2025-09-15", "2025-10-06")
    assert vacancy.agency.casefold() == "agency for international development"


def test_names_of_ecqs_in_small_letters_tell_the_framework_and_are_doubted() -> None:
    vacancy = read(
        "1. Describe your commitment to the rule of law and the principles of the American"
        " founding.\n2. Describe your record of driving efficiency.\n3. Describe your merit and"
        " competence.\n4. Describe your experience of leading people.\n"
    )
    assert vacancy.framework == "opm-2025"
    assert "framework" in vacancy.unsure
