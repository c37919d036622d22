"""Scales of answers, points inside an item, and numbers that lost their blank or have two marks."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, WISH = RequirementKind.TQ, RequirementKind.DESIRABLE
FIRST = "Demonstrated experience in running a lock and its crew through a winter"
SECOND = "Demonstrated knowledge of toll finance and of the law of rivers"


def test_a_scale_to_answer_on_is_no_qualification() -> None:
    vacancy = read(
        "Technical Qualifications. Choose your level for each.\n"
        "A. Expert: others ask me.\nB. Advanced: I worked alone.\nC. Basic: I was helped.\n"
        f"D. None.\n\nTQ1. {FIRST}.\nTQ2. {SECOND}.\n"
    )
    assert texts_of(vacancy, TQ) == [FIRST, SECOND]


def test_an_answer_on_equal_experience_is_no_claim() -> None:
    vacancy = read(
        "Assessment 1\n1. Please select the answer that best describes your experience.\n"
        " A. I am in the SES.\n B. I have experience at GS-15 or the equivalent.\n"
        " C. I have equivalent experience in business, state government or elsewhere.\n"
        " D. None of these.\nSelect \u201cYes\u201d or \u201cNo\u201d.\n"
        "2. I have experience directing the dredging of harbors and rivers.\n A. Yes\n B. No\n"
    )
    assert texts_of(vacancy, TQ) == [
        "I have experience directing the dredging of harbors and rivers"
    ]


@pytest.mark.parametrize("sign", ["o", "-"])
def test_points_of_another_sign_under_an_item_are_part_of_it(sign: str) -> None:
    item = "Demonstrated command of the rules of river traffic, including:"
    vacancy = read(
        "Mandatory Technical Qualifications\n"
        f"• {item}\n{sign} pilotage and towing\n{sign} salvage and wrecks\n• {SECOND}.\n"
    )
    first, second = texts_of(vacancy, TQ)
    assert first.startswith(item)
    assert first.endswith("salvage and wrecks")
    assert second == SECOND


@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
@pytest.mark.parametrize("sign", ["-", "*", "•"])
def test_points_of_the_same_sign_further_in_are_part_of_their_item(sign: str, indent: str) -> None:
    point = f"\n{indent}{sign} "
    vacancy = read(
        "Mandatory Technical Competencies:\n\n"
        f"{sign} {FIRST}. This experience must include:{point}Experience with pilots and tugs"
        f"{point}Setting the rota{point}Demonstrated skill in wrecks\n"
        f"{sign} {SECOND}. This must include:{point}Hiring of toll keepers\n\n"
        "How to apply\nOnline.\n"
    )
    first, second = texts_of(vacancy, TQ)
    assert first.startswith(FIRST)
    assert first.endswith("Demonstrated skill in wrecks")
    assert second.startswith(SECOND)
    assert second.endswith("Hiring of toll keepers")


def test_one_statement_with_points_further_in_is_one_qualification() -> None:
    vacancy = read(
        f"Technical Qualifications\n• {FIRST}, including:\n"
        "   • the rota of the crew\n   • the ice on the gates\n\nHow to apply\nOnline.\n"
    )
    (only,) = texts_of(vacancy, TQ)
    assert only.endswith("the ice on the gates")


def test_points_that_only_lost_their_place_on_the_page_are_items() -> None:
    vacancy = read(
        f"Technical Qualifications\n• {FIRST}.\n   • {SECOND}.\n • {FIRST} and a summer.\n"
    )
    assert texts_of(vacancy, TQ) == [FIRST, SECOND, f"{FIRST} and a summer"]


@pytest.mark.parametrize("if_so", ["It is a plus if", "It would be an advantage if you:"])
def test_what_is_a_plus_is_not_asked(if_so: str) -> None:
    vacancy = read(
        f"Technical Qualifications\n• {FIRST}.\n• {SECOND}.\n\n"
        f"{if_so}\n• you hold a master's license\n• you have worked on a canal\n"
    )
    assert texts_of(vacancy, TQ) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "listed",
    [
        f"(mandatory; not to exceed 2 pages each): 1). {FIRST}. 2). {SECOND}.",
        f"(mandatory): 1. {FIRST}.2. {SECOND}.",
    ],
)
def test_numbers_with_two_marks_or_without_their_blank_part_a_list(listed: str) -> None:
    vacancy = read(f"The river is long and old. PROFESSIONAL/TECHNICAL QUALIFICATIONS {listed}\n")
    assert texts_of(vacancy, TQ) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "more",
    [
        "Experience must include responsibility for locks outside the applicant's own district.",
        "Your statement should show how you have found such wear early and set the repairs.",
        "Provide an example where two crews did not agree.",
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_a_sentence_on_what_a_statement_must_show_is_part_of_it(more: str, *, last: bool) -> None:
    items = [f"{FIRST}.", f"{SECOND}.", f"{FIRST} and a flood."]
    place = 2 if last else 0
    items[place] += f" {more}"
    listed = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    vacancy = read(f"Technical Qualifications\n{listed}\n\nRequired Documents\nA resume.\n")
    assert [text.endswith(more.rstrip(".")) for text in texts_of(vacancy, TQ)] == [
        number == place for number in range(3)
    ]


def test_a_title_before_a_dash_is_no_item() -> None:
    vacancy = read(
        "TECHNICAL QUALIFICATIONS\nEach applicant must show in the resume these qualifications:\n"
        f"* Operations - {FIRST}.\n* Law and policy - {SECOND}.\n\nHOW TO APPLY\nOnline.\n"
    )
    assert texts_of(vacancy, TQ) == [FIRST, SECOND]


def test_a_sentence_all_in_capitals_goes_on_in_the_next_line() -> None:
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS:\n"
        "MTQ-1. EXPERIENCE RUNNING A LOCK AND ITS CREW THROUGH A HARD WINTER WHICH\n"
        "INCLUDES CARE FOR THE GATES AND THE LAMPS.\n"
        "MTQ-2. ABILITY TO WORK WITH PILOTS, PORTS, AND TOWNS ALONG THE RIVER\n"
        "BANK IN ORDER TO KEEP IT CLEAN.\n\n"
        "EXECUTIVE CORE QUALIFICATIONS:\nECQ 1 - LEADING CHANGE\n"
    )
    first, second = texts_of(vacancy, TQ)
    assert first.endswith("THE LAMPS")
    assert second.endswith("KEEP IT CLEAN")


def test_a_notice_before_the_labels_is_no_qualification() -> None:
    vacancy = read(
        "All applicants must submit a resume which shows possession of the Executive Core\n"
        "Qualifications and the Technical Qualifications below. Experience in a river police post\n"
        "is a prerequisite for retirement coverage but not for qualification.\n"
        f"TECHNICAL QUALIFICATIONS: TQ1: {FIRST}. TQ2: {SECOND}.\n"
    )
    assert texts_of(vacancy, TQ) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "answers",
    [
        "? Yes, and it is reflected in my resume. No",
        ". A - I have not done this. B - I have done this alone.",
        ". A. Fully shown in my resume B. Partly shown C. Not shown",
        ". [Essay - required]",
        ".\nA.\tYes\nB.\tNo\n",
        ".\nI possess this qualification.\nI do not possess this qualification.\n",
    ],
)
def test_answers_in_whatever_form_end_a_qualification(answers: str) -> None:
    vacancy = read(f"Questions. TQ 1 - {FIRST}{answers} 8. TQ 2 - {SECOND}{answers}")
    assert [text.rstrip("?") for text in texts_of(vacancy, TQ)] == [FIRST, SECOND]


def test_an_answer_is_no_claim() -> None:
    vacancy = read(
        "Assessment 1 1. Which describes your experience? A. I lead a region as an executive. "
        "B. I have led at a like level in a firm or in the armed forces. C. None of the above. "
        "2. Have you read the notice? A. Yes B. No"
    )
    assert texts_of(vacancy, TQ) == []


@pytest.mark.parametrize(
    "wish",
    ["It is a plus if • you hold a pilot's license", "Preferred (not required): Work at sea"],
)
def test_a_wish_in_a_line_ends_what_is_asked(wish: str) -> None:
    vacancy = read(f"Technical Qualifications: • {FIRST}. • {SECOND}. {wish}")
    assert texts_of(vacancy, TQ) == [FIRST, SECOND]


def test_a_heading_that_lost_the_stop_before_it_ends_a_qualification() -> None:
    vacancy = read(f"TQ 1: {FIRST} Desirable Qualifications: 1) Knowledge of bridges 2) Dutch")
    assert texts_of(vacancy, TQ) == [FIRST]


def test_a_notice_that_lost_the_stop_before_it_is_no_part_of_a_qualification() -> None:
    vacancy = read(f"TQ 1: {FIRST} You do not need to write a separate statement.")
    assert texts_of(vacancy, TQ) == [FIRST]


@pytest.mark.parametrize("between", ["\n", " "])
def test_a_list_may_be_counted_in_words(between: str) -> None:
    items = [FIRST[13:], SECOND[13:], "ability to keep a harbor clean of ice"]
    words = ("First", "Second", "Third")
    listed = between.join(f"{word}: {item};" for word, item in zip(words, items, strict=True))
    vacancy = read(
        "Specialized Experience (Technical Qualifications): Applicants have to describe their\n"
        f"{listed}\n\nExecutive Core Qualifications:\nECQ 1 - Leading Change\n"
    )
    assert texts_of(vacancy, TQ) == items
