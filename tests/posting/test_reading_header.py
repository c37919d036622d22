"""Header facts are read with and without labels, and nothing is made up."""

from __future__ import annotations

import pytest
from posting_cases import case, read

from sesbank.domain.vacancy import Vacancy

PREVIEW = """Department of Public Works
Office of River Management
Deputy Manager, Lower Valley

07/28/2026 to 08/18/2026
$189,354 - $228,000 per year
ES 00
1 vacancy in the following locations:
Aiken, SC
Oak Ridge, TN
Permanent
Full-time
RD-12058435-26-MTW
740151000
"""


def test_labelled_facts_are_read_without_line_breaks() -> None:
    vacancy = read(case("ptqs-in-one-paragraph").text)
    assert (vacancy.title, vacancy.agency) == (
        "Deputy Chief Financial Officer",
        "Coastal Survey Service",
    )
    assert vacancy.announcement == "CSS-SES-2017-0042"
    assert (vacancy.pay_plan, vacancy.grade) == ("ES", "00")
    assert (vacancy.opens, vacancy.closes) == ("2017-05-01", "2017-05-31")
    assert vacancy.locations == ("Silver Spring, Maryland",)


def test_a_page_gives_its_facts_by_the_lines_they_stand_on() -> None:
    vacancy = read(case("numbered-under-a-heading").text)
    assert vacancy.title == "Regional Director, Mountain Region"
    assert vacancy.agency == "Bureau of Public Waters"
    assert (vacancy.announcement, vacancy.control) == ("BPW-26-SES-014-12890011", "845550001")
    assert (vacancy.opens, vacancy.closes) == ("2026-10-01", "2026-10-21")
    assert vacancy.locations == ("Denver, CO",)
    assert vacancy.page_limit == 2


def test_a_print_preview_gives_values_that_lost_their_labels() -> None:
    vacancy = read(PREVIEW)
    assert vacancy.title == "Deputy Manager, Lower Valley"
    assert vacancy.agency == "Office of River Management"
    assert (vacancy.announcement, vacancy.control) == ("RD-12058435-26-MTW", "740151000")
    assert (vacancy.pay_plan, vacancy.grade) == ("ES", "00")
    assert (vacancy.opens, vacancy.closes) == ("2026-07-28", "2026-08-18")
    assert vacancy.locations == ("Aiken, SC", "Oak Ridge, TN")


def test_a_label_above_its_value_and_a_label_before_it_are_the_same() -> None:
    lines = (
        "Position Title\nController\nAgency\nOffice of Courts\nAnnouncement Number\n26-DAS-127\n"
    )
    for text in (lines, lines.replace("\n", " ") + "Open Period Friday, October 3, 2025"):
        vacancy = read(text)
        assert (vacancy.title, vacancy.agency) == ("Controller", "Office of Courts")
        assert vacancy.announcement == "26-DAS-127"


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("This announcement closes on March 5, 2026.", "2026-03-05"),
        ("Closing date: 2026-03-05", "2026-03-05"),
        ("Applications are accepted through 3/5/2026.", "2026-03-05"),
        ("Opening and closing dates 03/01/2026 to 03/05/2026", "2026-03-05"),
        ("Closing date: 2026-02-30", ""),
        ("The act of March 5, 2016 closes a gap.", ""),
    ],
)
def test_a_closing_day_is_read_in_each_spelling(text: str, closes: str) -> None:
    assert read(text).closes == closes


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Submit a two-page resume.", 2),
        ("Your resume may not exceed 5 pages.", 5),
        ("a 2 (two) page resume", 2),
        ("within your five (5) page resume", 5),
        ("Any information in excess of 5 pages WILL NOT be considered.", 5),
        ("Resume: two (2) page limit.", 2),
        ("Responses to ECQs must not exceed 10 pages.", None),
        ("Limit your response to two pages for each MTQ.", None),
    ],
)
def test_a_page_limit_is_that_of_the_resume(text: str, limit: int | None) -> None:
    assert read(text).page_limit == limit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Grade: 00 No questions specified. Grade: All Grades",
        "a change in grade from an SK-15 to an SK-16",
        "Experience at the GS-15 level. See 5 U.S.C. 3393 and Executive Order 14170.",
        "I led this from 01/02/2019. Call 202-555-0147 or write to a@example.gov.",
        "My name is Director and I like the Office.",
    ],
)
def test_what_is_not_stated_stays_empty(text: str) -> None:
    empty = Vacancy(id="", source=text)
    assert read(text).edit(requirements=()) == empty


def test_agencies_whose_rules_are_named_in_passing_are_not_the_agency() -> None:
    rules = (
        "You must have registered with the Selective Service System.\n"
        "The program was approved by the Office of Personnel Management. "
        "The Office of Personnel Management certifies executives.\n"
    )
    assert read(rules).agency == ""
    assert read(rules + "The Geological Survey (USGS), a bureau, seeks a chief.\n").agency == (
        "Geological Survey"
    )


def test_a_sentence_that_gives_the_reader_a_post_gives_the_title() -> None:
    vacancy = read("Duties\nAs the Deputy Director, Canals and Locks, you will run both.\n")
    assert vacancy.title == "Deputy Director, Canals and Locks"
    assert "title" in vacancy.unsure
    assert read("Duties\nAs the nation grows, you will see more barges.\n").title == ""


def test_days_run_together_with_the_word_before_them_are_read() -> None:
    vacancy = read("Learn more about this agency03/01/2026 to 03/15/2026\nES 00\n")
    assert (vacancy.opens, vacancy.closes) == ("2026-03-01", "2026-03-15")


def test_a_job_board_s_place_is_no_part_of_the_title() -> None:
    vacancy = read("Deputy Manager, Lock Program Job in Fort Smith, AR\n\nSummary\nServes.\n")
    assert vacancy.title == "Deputy Manager, Lock Program"


def test_a_site_s_name_and_its_trail_are_no_title() -> None:
    page = "Careers > Executives > Chief of Locks\nDirector, Office of Locks - USAJOBS\n\nES 00\n"
    assert read(page).title == "Director, Office of Locks"
