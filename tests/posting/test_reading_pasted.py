"""Postings as people paste them from tables, chats, phones and printed pages."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, WISH, ECQ = RequirementKind.TQ, RequirementKind.DESIRABLE, RequirementKind.ECQ
TWO = ["Demonstrated experience steering large ships", "Knowledge of the law of tolls"]


def test_the_rows_of_a_wide_table_give_what_is_asked_and_no_other_cell() -> None:
    vacancy = read(
        "#\tMandatory Technical Qualification\tWhere addressed\n"
        f"1\t{TWO[0]}.\tResume p. 2\n2\t{TWO[1]}.\tResume p. 3\n"
    )
    assert texts_of(vacancy, TQ) == TWO


@pytest.mark.parametrize("numbers", [("I. ", "II. "), ("i. ", "ii. "), ("a) ", "b) ")])
def test_roman_numbers_and_letters_number_a_list(numbers: tuple[str, str]) -> None:
    listed = "\n".join(n + t + "." for n, t in zip(numbers, TWO, strict=True))
    vacancy = read(f"Technical Qualifications\n{listed}\nBenefits\nLeave.\n")
    assert texts_of(vacancy, TQ) == TWO


def test_a_list_of_ten_letters_keeps_its_i() -> None:
    listed = "".join(
        f"{letter}. Skill in craft number {n}.\n" for n, letter in enumerate("ABCDEFGHIJ")
    )
    assert len(texts_of(read(f"Technical Qualifications\n{listed}"), TQ)) == 10


def test_lines_in_title_case_and_no_full_stop_stay_lines() -> None:
    lines = [
        "Experience Leading Wage And Hour Inspections Across Regions",
        "Knowledge Of The Fair Labor Standards Act And Its Regulations",
        "Ability To Manage A Regional Workforce Of Inspectors",
    ]
    vacancy = read(
        "Director Of Field Operations\nDepartment Of Labor\nRequired Technical Qualifications\n"
        + "\n".join(lines)
        + "\nBenefits\n"
    )
    assert texts_of(vacancy, TQ) == lines


@pytest.mark.parametrize("heading", ["How to apply", "Required documents", "What are the ECQs?"])
def test_a_heading_in_small_letters_on_its_line_ends_a_list(heading: str) -> None:
    vacancy = read(
        "What technical qualifications do I need?\nYou must show:\n"
        f"• {TWO[0]}\n• {TWO[1]}\n{heading}\nRead the page.\n"
    )
    assert texts_of(vacancy, TQ) == TWO


def test_pictures_and_keys_of_a_post_are_bullets_and_numbers() -> None:
    vacancy = read(
        "📌 NEW: SES Opening\n🏛️ Agency: Department of Transportation\n💼 Role: Director of Ships\n"
        f"⭐ Must-haves (technical):\n1️⃣ {TWO[0]}\n2️⃣ {TWO[1]}\n"
        "👍 Nice to have: experience with sails\n"
    )
    assert (vacancy.title, vacancy.agency) == ("Director of Ships", "Department of Transportation")
    assert texts_of(vacancy, TQ) == TWO
    assert texts_of(vacancy, WISH) == ["experience with sails"]


def test_short_items_count_where_bullets_mark_them() -> None:
    vacancy = read(
        "Technical Qualifications\n- Steering of ships\n- Contract law\n\n"
        "Desired\n- Pilot licence\n- Advanced degree\n\nHow to apply\nWrite.\n"
    )
    assert texts_of(vacancy, TQ) == ["Steering of ships", "Contract law"]
    assert texts_of(vacancy, WISH) == ["Pilot licence", "Advanced degree"]


def test_a_page_pasted_twice_asks_everything_once() -> None:
    page = (
        "Director, Office of Audits\nDepartment of Education\nOpen 05/04/2026 - 05/18/2026\n"
        "Technical Qualifications\nTQ 1: Skill in audits of ships.\nTQ 2: Knowledge of tolls.\n"
        "Executive Core Qualifications\nECQ 1: Leading Change. ECQ 5: Building Coalitions.\n"
    )
    vacancy = read(page * 2)
    assert texts_of(vacancy, TQ) == ["Skill in audits of ships", "Knowledge of tolls"]
    assert texts_of(vacancy, ECQ) == ["Leading Change", "Building Coalitions"]


def test_the_mark_that_ends_a_quotation_is_no_part_of_its_last_item() -> None:
    vacancy = read(f'Kim: "Technical Qualifications: 1) {TWO[0]}. 2) {TWO[1]}."\nLee: wow\n')
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == TWO


def test_read_more_and_show_less_are_no_words_of_a_posting() -> None:
    vacancy = read(
        f"Technical Qualifications\n1. {TWO[0]}.\n2. {TWO[1]}\nShow less\n\nBenefits\nRead more\n"
    )
    assert texts_of(vacancy, TQ) == TWO


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("TQ 1/ ", "TQ 2/ "),
        ("[MTQ-1] ", "[MTQ-2] "),
        ("Qualification Statement 1: ", "Qualification Statement 2: "),
        ("MTQ1..... ", "MTQ2..... "),
    ],
)
def test_labels_in_other_marks_open_their_statements(first: str, second: str) -> None:
    assert texts_of(read(f"{first}{TWO[0]}.\n{second}{TWO[1]}.\n"), TQ) == TWO


def test_a_list_that_counts_one_each_time_is_a_list() -> None:
    vacancy = read(f"Technical Qualifications\n1. {TWO[0]}.\n1. {TWO[1]}.\nBenefits\n1. Leave.\n")
    assert texts_of(vacancy, TQ) == TWO
    assert [requirement.label for requirement in vacancy.of_kind(TQ)] == ["TQ 1", "TQ 2"]


def test_items_behind_the_ecqs_of_one_list_are_not_read_into_the_last() -> None:
    vacancy = read(
        "Executive Core and Technical Qualifications\n1. Leading Change: ability to bring change.\n"
        "2. Building Coalitions: ability to build coalitions.\n"
        f"3. Technical: {TWO[0]}.\n4. Technical: {TWO[1]}.\n"
    )
    assert texts_of(vacancy, TQ) == TWO
    assert texts_of(vacancy, ECQ)[-1] == "Building Coalitions: ability to build coalitions"


def test_labels_right_under_desirable_are_wishes_and_behind_a_wish_they_are_not() -> None:
    vacancy = read(
        "Technical Qualifications\nTQ 1: Skill in towing. Desirable: Experience with barges.\n"
        "TQ 2: Skill in dredging.\nDesirable:\nTQ 3 - Skill in sailing.\n"
    )
    assert texts_of(vacancy, TQ) == ["Skill in towing", "Skill in dredging"]
    assert texts_of(vacancy, WISH) == ["Experience with barges", "Skill in sailing"]


def test_the_keys_of_a_record_are_no_part_of_its_values() -> None:
    vacancy = read(
        f'{{"title": "Chief", "asks": "Technical Qualifications: TQ1: {TWO[0]}. TQ2: {TWO[1]}.", '
        '"benefits": "Leave"}'
    )
    assert texts_of(vacancy, TQ) == TWO


def test_a_heading_with_its_letters_set_apart_is_one() -> None:
    vacancy = read(
        f"T E C H N I C A L   Q U A L I F I C A T I O N S\n1. {TWO[0]}.\n2. {TWO[1]}.\nBenefits\n"
    )
    assert texts_of(vacancy, TQ) == TWO
    assert all(requirement.sure for requirement in vacancy.of_kind(TQ))


def test_the_subject_of_a_mail_gives_the_title_and_its_other_lines_none() -> None:
    vacancy = read(
        "From: Recruiting\nTo: Executive List\n"
        "Subject: SES Vacancy: Associate Administrator for Fleet, GSA (closes May 29)\n\nAll,\n"
        "The General Services Administration has an SES vacancy.\n"
    )
    assert vacancy.title == "Associate Administrator for Fleet"
    assert vacancy.agency == "General Services Administration"


@pytest.mark.parametrize("joint", ["\n", " "])
def test_labels_in_brackets_may_stand_on_either_side_of_their_statements(joint: str) -> None:
    heading = "Professional/Technical Qualifications (PTQs)"
    behind = joint.join([heading, f"{TWO[0]}. (PTQ1)", f"{TWO[1]}. (PTQ2)", "B. ECQs: five."])
    before = joint.join([heading, f"(PTQ1) {TWO[0]}.", f"(PTQ2) {TWO[1]}.", "B. ECQs: five."])
    assert texts_of(read(behind), TQ) == texts_of(read(before), TQ) == TWO


def test_a_sentence_of_the_headings_words_alone_is_a_heading_in_one_line_too() -> None:
    vacancy = read(
        "You hold a degree. Technical Qualifications. In a separate document, discuss your record "
        "under each of these topics: \u2022 Depth of knowledge in ice and its flow \u2022 Standing "
        "among peers, with awards"
    )
    assert texts_of(vacancy, TQ) == [
        "Depth of knowledge in ice and its flow",
        "Standing among peers, with awards",
    ]
