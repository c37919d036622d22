"""Demands beside the ECQs, headings that lost their lines, titled paragraphs, prompts of a line."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ
TOP = (
    "Director, Office of Canals\nWater Works Agency\nES-0340-00\n\n"
    "Summary\nThis position is in the Senior Executive Service.\n\n"
    "Duties\n- Leads a staff of 120.\n- Advises the Administrator on locks.\n\n"
)
ECQS = (
    "Qualifications\nYour resume must show the Executive Core Qualifications:\n"
    "1) Commitment to the Rule of Law and the Principles of the American Founding\n"
    "2) Driving Efficiency\n3) Merit and Competence\n4) Leading People\n5) Achieving Results\n"
)
END = "\n\nHow to apply\nSend a resume through USAJOBS.\n"
LOCKS = "experience in the repair and rebuilding of locks, weirs and pumping stations on rivers"
LAW = "a record of settling disputes over water rights among States, Tribes and private users"
KNOWN = (
    "Demonstrated experience in the repair and rebuilding of locks, weirs and pumping stations.",
    "Demonstrated knowledge of the law of navigable waters and of water rights among States.",
)


def asked(text: str) -> list[str]:
    return texts_of(read(text), TQ)


def plain(*texts: str) -> list[str]:
    """Return texts as a reading has them: without their last stop."""
    return [text.removesuffix(".") for text in texts]


@pytest.mark.parametrize(
    "opening",
    ["In addition to the ECQs, the person selected", "To be qualified for this post, applicants"],
)
def test_one_sentence_beside_the_ecqs_asks_for_each_thing_that_it_says_is_a_must(opening):
    sentence = f"{opening} must have demonstrated {LOCKS}, and must also be able to show {LAW}."
    first, second = texts_of(read(f"{TOP}{ECQS}{sentence}{END}"), TQ)
    assert first.endswith(LOCKS)
    assert not first.startswith(opening[:6])
    assert LAW in second


def test_one_long_demand_is_enough_where_a_posting_says_little_else():
    text = (
        "Director of Canals (Senior Executive Service) - Water Works Agency, Utica, New York\n\n"
        "The agency is hiring its senior official for canals, with a staff of 40.\n\n"
        f"Applicants must have demonstrated {LOCKS}, with budgets of more than $20 million.\n\n"
        "Two-page resume only. Apply at USAJOBS.\n"
    )
    (asked,) = texts_of(read(text), TQ)
    assert LOCKS in asked


@pytest.mark.parametrize(
    "passing",
    [
        "Applicants should show bold thinking and a strong understanding of rivers in all they do"
        " and a will to serve the public, day and night, in each of the basins.",
        "Applicants must have experience of rivers.",
        "Candidates must possess experience and have developed the knowledge and skills that are"
        " required for the effective performance of the duties of the position.",
    ],
)
def test_what_is_said_in_passing_of_the_person_sought_is_no_qualification(passing):
    assert not texts_of(read(f"{TOP}{ECQS}{passing}{END}"), TQ)


def test_a_heading_that_lost_the_lines_before_and_behind_it_heads_what_follows():
    glued = ECQS.replace("\n", "").removeprefix("Qualifications")
    text = f"{TOP}Qualifications {glued}Technical Qualifications{KNOWN[0]}{KNOWN[1]}{END}"
    assert asked(text) == plain(*KNOWN)


def test_a_first_item_stuck_to_the_colon_before_it_is_an_item():
    first = "Executive leadership of a canal administration, including the planning of its works."
    text = (
        f"{TOP}Mandatory Technical QualificationsApplicants must submit a statement of up to two"
        f" pages that addresses the following:{first}{KNOWN[0]}{KNOWN[1]}{END}"
    )
    assert asked(text) == plain(first, *KNOWN)


def test_paragraphs_with_titles_behind_a_lead_in_are_what_it_asks_for():
    titled = [f"Works. {KNOWN[0]}", f"Law and water rights. {KNOWN[1]}"]
    lead = "In addition to the ECQs, you must demonstrate in your resume that you have:"
    text = f"{TOP}{ECQS}\n{lead}\n\n" + "\n\n".join(titled) + END
    assert asked(text) == plain(*titled)


def test_what_one_was_accountable_for_is_a_claim_like_others():
    claims = [
        "I have directed the repair of locks on several rivers at once.",
        "I have been accountable for compliance with the law of navigable waters.",
        "I have managed contracts for dredging.",
    ]
    questions = "\n".join(
        f"{number}. {claim}\n A. I have done this for an agency.\n B. I have no such experience."
        for number, claim in enumerate(claims, 4)
    )
    text = f"{TOP}Technical Qualifications\nChoose the answer that fits.\n{questions}{END}"
    assert asked(text) == plain(*claims)


def test_prompts_of_one_paragraph_are_parted_and_keep_the_example_they_ask_for():
    prompts = [
        "Describe your skill in planning canals with little money. How did you choose?",
        "Address your knowledge of the law of navigable waters, and how you applied it.",
        "Explain how you managed dredging contracts. Give one example of a claim you settled.",
    ]
    text = (
        f"{TOP}3 Applicants must address each mandatory technical qualification in a statement."
        f" {' '.join(prompts)} 4 Have you attached your resume? Yes No{END}"
    )
    assert asked(text) == plain(*prompts)


def test_a_labelled_prompt_goes_on_over_its_line_with_what_to_include():
    text = (
        f"{TOP}Professional Technical Qualifications\n2. PTQ 1. Describe your experience in the"
        " repair of locks.\nInclude your part in the planning and in the works themselves.\n\n"
        f"3. PTQ 2. Describe your knowledge of the law of navigable waters.{END}"
    )
    first, second = texts_of(read(text), TQ)
    assert first.endswith("in the works themselves")
    assert second.startswith("Describe your knowledge")


def test_a_word_broken_by_a_copy_opens_the_first_of_two_qualifications():
    first = "C omprehensive knowledge of the repair of locks and of the rivers they stand in."
    text = (
        f"{TOP}MANDATORY TECHNICAL QUALIFICATIONS: Your narratives should give examples. "
        f"{first} AND {KNOWN[1]}{END}"
    )
    assert asked(text) == plain(first, KNOWN[1])


def test_what_is_wished_for_ends_where_the_core_qualification_of_an_agency_begins():
    wish = "Experience with pumping stations in the tropics."
    text = (
        f"{TOP}Mandatory Requirements\n• {KNOWN[0]}\n• {KNOWN[1]}\n\nDesired Requirements\n• {wish}"
        "\n\nSenior Officer Core Qualification (SOCQ) - Leading the Enterprise\nThis SOCQ involves"
        f" the ability to integrate resources and people.{END}"
    )
    assert texts_of(read(text), RequirementKind.DESIRABLE) == plain(wish)


def test_whether_one_led_people_through_supervisors_is_no_technical_qualification():
    text = (
        f"{TOP}Assessment 1\n1. Have you led an organization through subordinate supervisors?\n"
        f" A. Yes\n B. No\n2. Have you attached all required documents?\n A. Yes\n B. No{END}"
    )
    assert not texts_of(read(text), TQ)
