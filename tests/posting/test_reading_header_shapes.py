"""Header facts in the places where real pages and messages have them, with texts of our own."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "As the Chief Actuary, Office of Tolls, you will set rates.",
            "Chief Actuary, Office of Tolls",
        ),
        ("The Chief Actuary (CA) serves as the adviser on rates.", "Chief Actuary"),
        ("TheRegional Director-Tidewater is located in the bureau.", "Regional Director-Tidewater"),
    ],
)
def test_a_sentence_may_give_the_post_and_is_doubted(sentence: str, title: str) -> None:
    vacancy = read(f"This page tells of a vacancy.\n{sentence}\n")
    assert vacancy.title == title
    assert "title" in vacancy.unsure


@pytest.mark.parametrize(
    "sentence",
    [
        "CRS seeks an executive to serve as an Assistant Director.",
        "The Congress serves as the board of the harbor.",
        "The staff of the Director is located in two towns.",
        "You report to the Deputy Director.",
    ],
)
def test_a_sentence_about_others_gives_no_title(sentence: str) -> None:
    assert read(f"This page tells of a vacancy.\n{sentence}\n").title == ""


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Chief Pilot and Deputy Director Job in Norfolk, VA", "Chief Pilot and Deputy Director"),
        (
            "Program: Candidate, SES Candidate Development Program",
            "Candidate, SES Candidate Development Program",
        ),
        ("Chief Harbor Officer (ES) in Norfolk, VA. Apply by May 4!", "Chief Harbor Officer"),
        ("POSITION VACANT:  Director, Office of Tides", "Director, Office of Tides"),
    ],
)
def test_what_pages_put_around_a_title_is_no_part_of_it(line: str, title: str) -> None:
    assert read(f"{line}\n\nWe look after tides.\n").title == title


def test_lines_about_hiring_are_neither_title_nor_agency() -> None:
    vacancy = read(
        "Qualifications Guide\n\nGuide to Senior Executive Service Qualifications\n\n"
        "Executive/Managerial - Essential\n1. Leading Change. Able to change.\n",
    )
    assert (vacancy.title, vacancy.agency) == ("", "")


def test_contact_information_is_no_agency() -> None:
    vacancy = read(
        "Director, Office of Tides\nDepartment of Energy\nAgency Contact Information\nOverview\n"
    )
    assert vacancy.agency == "Department of Energy"


def test_the_job_boards_line_gives_number_agency_and_grade() -> None:
    vacancy = read(
        "Deputy Manager, Tidal Program Job in Norfolk, VA\n\n"
        "Vacancy No. HB-25-ES-001 Department Sea Harbor Center\n"
        "Salary $215,181.00 to $221,167.00 Grade 00 to 00\n"
        "Open Date 6/17/2025 Close Date 7/3/2025\n",
    )
    assert vacancy.announcement == "HB-25-ES-001"
    assert vacancy.agency == "Sea Harbor Center"
    assert (vacancy.pay_plan, vacancy.grade) == ("", "00")
    assert (vacancy.opens, vacancy.closes) == ("2025-06-17", "2025-07-03")


@pytest.mark.parametrize(
    ("head", "plan", "grade"),
    [
        ("Chief Pilot (SES, limited term)", "ES", ""),
        ("Defense Intelligence Senior Executive Service (DISES)", "DISES", ""),
        ("Position Information: ES, Full Time", "ES", ""),
        ("HB-26-ST-0044 | Pay plan ST, grade 00 | Norfolk", "ST", "00"),
        ("Series/Grade: ES - 0501 I 00", "ES", "00"),
        ("Careers in the Senior Executive Service (SES)", "", ""),
    ],
)
def test_pay_plans_in_words_and_brackets(head: str, plan: str, grade: str) -> None:
    vacancy = read(f"Chief Pilot\n{head}\n\nWe look after tides.\n")
    assert (vacancy.pay_plan, vacancy.grade) == (plan, grade)


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("Men must have registered with the Selective Service System.", ""),
        ("The Office of Personnel Management certifies executives.", ""),
        ("The post is an office within the Department of State.", "Department of State"),
        ("The Coast Guard (USCG), which saves lives, is seeking a pilot.", "Coast Guard"),
    ],
)
def test_an_agency_named_once_counts_only_where_it_speaks_of_itself(
    sentence: str, agency: str
) -> None:
    assert read(f"{'Tides rise and fall. ' * 25}{sentence}\n").agency == agency


def test_a_day_glued_to_a_word_is_read() -> None:
    vacancy = read("Learn more about this agency03/01/2023 to 03/15/2023\nSL 00\n")
    assert (vacancy.opens, vacancy.closes) == ("2023-03-01", "2023-03-15")


def test_the_day_to_send_a_resume_by_is_the_closing_day() -> None:
    text = "Send your resume to tides@example.gov by November 20, 2026."
    assert read(f"Chief Pilot\n\n{text}\n").closes == "2026-11-20"


def test_a_web_address_does_not_run_into_the_line_below_it() -> None:
    vacancy = read("https://example.gov/jobs/tides/\nDirector, Office of Tides\n\nNorfolk, VA\n")
    assert vacancy.title == "Director, Office of Tides"


def test_labels_in_brackets_behind_their_statements_belong_to_them() -> None:
    vacancy = read(
        "Professional/Technical Qualifications (PTQs)\nAddress each technical qualification "
        "separately.\n\nAbility to set the course of a tidal laboratory. (PTQ1)\n\n"
        "Demonstrated experience with pilots in a storm. (PTQ2)\n\nEducation\nNone.\n",
    )
    assert texts_of(vacancy, RequirementKind.TQ) == [
        "Ability to set the course of a tidal laboratory",
        "Demonstrated experience with pilots in a storm",
    ]


def test_what_stands_before_labels_and_asks_for_examples_is_no_qualification() -> None:
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS (MTQs): You must address each MTQ separately. Please "
        "give examples and explain how often you used your skills.\n"
        "MTQ #1 - Expert knowledge of tidal power. I have addressed this MTQ in my resume.\n"
        "MTQ #2 - Demonstrated experience in overseeing work at sea.\n",
    )
    assert texts_of(vacancy, RequirementKind.TQ) == [
        "Expert knowledge of tidal power",
        "Demonstrated experience in overseeing work at sea",
    ]


def test_a_questionnaire_page_without_lines_names_its_agency_behind_its_first_link() -> None:
    vacancy = read(
        "Seeker - Vacancy Skip to main content Federal Tides Commission Internships Print Vacancy "
        "Vacancy Questions Preview Grade: 00 No questions specified. ",
    )
    assert vacancy.agency == "Federal Tides Commission"
    assert read("Skip to main content Print Vacancy Details Grade: 00.").agency == ""


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "The Office of Personnel Management is seeking a Director.",
            "Office of Personnel Management",
        ),
        (
            "The Merit Systems Protection Board hears appeals. At the Merit Systems Protection "
            "Board you will lead judges.",
            "Merit Systems Protection Board",
        ),
        (
            "The Department of Energy runs laboratories. The Office of Personnel Management "
            "certifies. The Office of Personnel Management approves.",
            "Department of Energy",
        ),
        (
            "The Office of Special Counsel seeks a chief. The Department of Energy is a "
            "neighbor. The Department of Energy pays rent.",
            "Office of Special Counsel",
        ),
        (
            "You will work for the Department of Labor. The Department of Commerce owns data. The "
            "Department of Commerce shares it.",
            "Department of Labor",
        ),
        ("Executives are certified by a board of the Office of Personnel Management.", ""),
    ],
)
def test_an_agency_whose_rules_all_name_counts_where_it_hires(text: str, agency: str) -> None:
    assert read(f"{text}\n").agency == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "Location: Agency Wide\nTitle: Chief of Tides\nAgency: Bureau of Tides\n",
            "Bureau of Tides",
        ),
        ("Who may apply Agency Wide\nTitle: Chief of Tides\n", ""),
        ("Chief of Tides\nDepartment Wide\nSalary: $200,000\n", ""),
        ("Title: Chief of Tides\nOrganization: Location Negotiable After Selection\n", ""),
    ],
)
def test_how_far_a_vacancy_reaches_is_no_agency(text: str, agency: str) -> None:
    assert read(text).agency == agency


@pytest.mark.parametrize(
    "line",
    [
        "You will supervise staff of Grade 13 to 13 and help them.",
        "Promotion potential: Grade 15 to 15",
        "Time in grade: Grade 15 to 15 employees may apply.",
    ],
)
def test_the_grade_of_others_is_not_the_vacancys(line: str) -> None:
    assert read(f"Chief of Tides\nPay plan: ES\n{line}\n").grade == ""


@pytest.mark.parametrize(
    ("page", "agency"),
    [
        ("Skip to main content Sign In Harbor Safety Board Search Jobs", "Harbor Safety Board"),
        ("USAJOBS Skip to content Library of Congress Careers Help", "Library of Congress"),
        ("Skip navigation Home Federal Home Loan Board Jobs", "Federal Home Loan Board"),
        ("Skip navigation Menu Search Jobs Help Apply", ""),
    ],
)
def test_the_links_a_page_begins_with_may_be_any(page: str, agency: str) -> None:
    assert read(page).agency == agency


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (
            ("DEPARTMENT OF THE TREASURY", "Internal Revenue Service", "Harbor Dues Division"),
            "Internal Revenue Service",
        ),
        (
            ("Environmental Protection Agency", "Multiple Offices"),
            "Environmental Protection Agency",
        ),
        (("FOREST SERVICE", "U.S. DEPARTMENT OF AGRICULTURE"), "FOREST SERVICE"),
        (("Company: Library of Congress", "Location: Washington, DC"), "Library of Congress"),
    ],
)
def test_the_lowest_agency_known_by_name_is_the_agency(lines: tuple[str, ...], agency: str) -> None:
    head = "\n".join(
        ("Director, Office of Tides", *lines, "", "Overview", "Accepting applications")
    )
    assert read(head).agency == agency


def test_a_sentence_behind_a_label_and_a_pages_heading_are_no_agency() -> None:
    sentence = "Clarification From the Agency:\nApplications will be accepted from citizens only.\n"
    assert read(f"Chief of Tides\n{sentence}").agency == ""
    assert read("Chief of Tides\nAbout This Position\nThe tides are many.\n").agency == ""


def test_brackets_inside_a_title_and_a_company_behind_it_do_not_cut_it_short() -> None:
    labelled = "Position Title\nDirector (Department Tides Officer)\nAgency\nOffices and Boards\n"
    assert read(labelled).title == "Director (Department Tides Officer)"
    shared = "Deputy Director, Tides | NASA - National Aeronautics and Space Administration\n"
    assert read(shared).title == "Deputy Director, Tides"
    assert (
        read("Executive vacancy: Director, Office of Tides\n").title == "Director, Office of Tides"
    )
