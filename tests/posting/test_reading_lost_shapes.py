"""What pasting did to a page: sentences stuck together, bold signs, quoting, lists run on."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ, WISH, ECQ = RequirementKind.TQ, RequirementKind.DESIRABLE, RequirementKind.ECQ


def test_words_of_a_wish_that_end_a_line_are_no_heading_and_no_stumbling_block() -> None:
    vacancy = read("- Desired Training: A course on tides is desired but not required\n")
    assert texts_of(vacancy, TQ) == []


@pytest.mark.parametrize(
    "page",
    [
        "{n}.\n{text}.\n I possess this qualification.\n I do not possess this qualification.\n\n",
        "{n}.\n{text}\n I possess this qualification\n I do not possess this qualification\n\n",
        "({n}) {text}. Yes, I possess this qualification. No, I do not possess this"
        " qualification. ",
        "{n}. {text}.Yes, I possess this qualification.No, I do not possess this qualification.\n",
        "{text}.\nA. I possess this qualification.\nB. I do not possess this qualification.\n",
    ],
)
def test_what_a_questionnaire_has_one_claim_is_found_however_it_is_set(page: str) -> None:
    asked = [
        "Experience running a fleet of survey ships",
        "Demonstrated ability to plan dredging seasons with harbor masters",
        "Knowledge of tidal law",
    ]
    vacancy = read("".join(page.format(n=n, text=text) for n, text in enumerate(asked, 1)))
    assert texts_of(vacancy, TQ) == asked
    assert not any(requirement.sure for requirement in vacancy.of_kind(TQ))


def test_to_certify_that_one_has_a_qualification_is_no_claim() -> None:
    vacancy = read("1. I certify that I possess this qualification and signed below.\nYes\nNo\n")
    assert texts_of(vacancy, TQ) == []


@pytest.mark.parametrize("end", ["\n", " "])
def test_competencies_with_names_are_told_apart_on_lines_and_in_one(end: str) -> None:
    named = [
        "Tidal Modelling: Build models of tides and defend them before other oceanographers.",
        "Fleet/Harbor Upkeep: Keep ships and quays in repair within a budget.",
    ]
    vacancy = read(
        f"5. Do you possess the following Technical Competencies?{end}{end.join(named)}{end}Yes"
        f"{end}No{end}"
    )
    assert texts_of(vacancy, TQ) == [text.rstrip(".") for text in named]


def test_headings_between_pairs_of_stars_are_headings() -> None:
    vacancy = read(
        "**Harbor Director**\n**Coastal Survey Agency**\n\n**Technical Qualifications:**\n\n"
        "- Experience running a fleet of survey ships.\n- Knowledge of tidal law.\n"
    )
    assert vacancy.title == "Harbor Director"
    assert texts_of(vacancy, TQ) == [
        "Experience running a fleet of survey ships",
        "Knowledge of tidal law",
    ]


def test_a_single_notice_between_stars_stays_as_it_is() -> None:
    vacancy = read("**EXTENDED THROUGH JUNE**\nHarbor Director\n")
    assert vacancy.title == "Harbor Director"


def test_points_further_in_stay_points_in_a_quoted_mail() -> None:
    page = (
        "Mandatory Technical Qualifications\n"
        "- Demonstrated experience running harbors, such as:\n"
        "    - Experience planning quays.\n    - Experience hiring pilots.\n"
        "- Demonstrated experience with tidal law.\n"
    )
    quoted = "".join(f"> {line}\n" for line in page.splitlines())
    found = texts_of(read(quoted), TQ)
    assert len(found) == len(texts_of(read(page), TQ)) == 2


def test_a_sentence_in_capitals_stuck_to_the_last_item_is_no_part_of_it() -> None:
    vacancy = read(
        "PTQ 1: Demonstrated experience in tidal law.\nPTQ 2: Demonstrated experience with quays."
        "FORMER POLITICAL APPOINTEES: The Office of Personnel Management must agree.\n"
    )
    assert texts_of(vacancy, TQ)[-1] == "Demonstrated experience with quays"


def test_the_sentence_that_leads_on_behind_a_list_does_not_take_its_last_item_away() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications: 1. Demonstrated knowledge of tides. 2. Demonstrated "
        "knowledge of quays. More on the harbor series can be found at the following website: "
        "https://harbor.example 0080 Series Exp"
    )
    assert texts_of(vacancy, TQ) == [
        "Demonstrated knowledge of tides",
        "Demonstrated knowledge of quays",
    ]


def test_ecqs_headed_in_small_letters_end_the_technical_ones_in_one_line() -> None:
    vacancy = read(
        "Technical Qualifications: TQ-1 Plans harbors with a view to tides. TQ-2 Keeps quays in "
        "repair. Executive core qualifications (ECQs) The ECQs tell whether one can lead. They "
        "are: Leading Change: The ability to bring about strategic change."
    )
    assert texts_of(vacancy, TQ) == [
        "Plans harbors with a view to tides",
        "Keeps quays in repair",
    ]


def test_prompts_without_a_stop_between_them_are_two() -> None:
    vacancy = read(
        "A narrative for each of these Mandatory Technical Qualifications (MTQs) is required. "
        "Please provide a statement describing your experience with tides and budgets "
        "Please provide a statement describing your experience supervising harbor pilots."
    )
    assert len(texts_of(vacancy, TQ)) == 2


def test_ecqs_in_other_words_behind_a_bare_list_are_left_out() -> None:
    vacancy = read(
        "1. Demonstrated ability in managing harbors of great size. 2. Knowledge of tidal law and "
        "of treaties. Demonstrated ability to bring about strategic change within and outside the "
        "organization. Demonstrated ability to lead people toward meeting the organization's "
        "vision. Demonstrated ability to meet organizational goals and customer expectations."
    )
    assert texts_of(vacancy, TQ) == [
        "Demonstrated ability in managing harbors of great size",
        "Knowledge of tidal law and of treaties",
    ]


def test_what_is_said_again_with_the_duties_behind_it_counts_once() -> None:
    vacancy = read(
        "Harbor Director, ES-0340-00\nThis position is in the Senior Executive Service.\n"
        "Applicants must have: Broad knowledge of tides and of currents. Demonstrated expertise "
        "in keeping quays and locks in repair. Demonstrated expertise in keeping quays and locks "
        "in repair. Directs the harbor.\n"
    )
    assert len(texts_of(vacancy, TQ)) == 2


@pytest.mark.parametrize("marks", ["I II", "A B", "1 2"])
def test_items_stuck_together_are_told_apart_by_their_numbers(marks: str) -> None:
    first, second = marks.split()
    vacancy = read(
        f"Mandatory Technical Qualifications: {first}. Demonstrated knowledge of tides and of their"
        f" tables.{second}. Demonstrated knowledge of quays and of their repair.\n"
    )
    assert texts_of(vacancy, TQ) == [
        "Demonstrated knowledge of tides and of their tables",
        "Demonstrated knowledge of quays and of their repair",
    ]


def test_statements_in_one_line_without_stops_begin_at_their_capitals() -> None:
    vacancy = read(
        "Mandatory Technical Qualifications: Knowledge of tides and of their tables Experience "
        "repairing quays across three harbors Experience hiring pilots. Additional notes: The "
        "harbor is tidal."
    )
    assert texts_of(vacancy, TQ) == [
        "Knowledge of tides and of their tables",
        "Experience repairing quays across three harbors",
        "Experience hiring pilots",
    ]
