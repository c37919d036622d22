"""Heads that give several facts in one line, that lost their lines, or that code their names."""

from __future__ import annotations

import pytest
from posting_cases import read

from sesbank.domain.vacancy import RequirementKind

BODY = (
    "\n\nThis post leads the harbor survey, with a staff of 90 and a budget of $40 million.\n\n"
    "QUALIFICATIONS\nTechnical Qualifications\n"
    "1. Demonstrated experience leading a national survey program with several field offices.\n"
    "2. Knowledge of tidal science and of the laws that govern navigable waters.\n\n"
    "How to apply\nSubmit a two-page resume.\n"
)


@pytest.mark.parametrize(
    ("line", "title", "agency"),
    [
        (
            "Director, Tides - National Ocean Board - National Park Service - Reston, VA - "
            "ES-1301-00 - $151,661 to $207,500 - 03/02/2026 to 03/20/2026",
            "Director, Tides - National Ocean Board",
            "National Park Service",
        ),
        (
            "Chief Actuary | Pension Benefit Guaranty Corporation | Washington, DC | SL-1510-00",
            "Chief Actuary",
            "Pension Benefit Guaranty Corporation",
        ),
        (
            "Assistant Inspector General for Ships - U.S. Small Business Administration - Office of"
            " Inspector General - Washington DC - ES-1811-00 - 01/05/2026 to 02/03/2026",
            "Assistant Inspector General for Ships",
            "Office of Inspector General",
        ),
        (
            "Chief Data Officer (Senior Executive Service) - U.S. Peace Corps, Washington, DC",
            "Chief Data Officer",
            "Peace Corps",
        ),
        (
            "Deputy Director, Piers - NASA - Maritime Administration - Region 5, Akron, Ohio",
            "Deputy Director, Piers",
            "Maritime Administration",
        ),
        (
            "Director of Buoys, National Weather Service, Silver Spring, MD",
            "Director of Buoys",
            "National Weather Service",
        ),
        (
            "Chief Pilot Officer, ES-2210-00, Selective Service System, Arlington, VA",
            "Chief Pilot Officer",
            "Selective Service System",
        ),
        (
            "Executive Director at the Federal Maritime Commission (Washington, DC)",
            "Executive Director",
            "Federal Maritime Commission",
        ),
        (
            "Executive Director - Harbor Pilotage Agency - ES-0340-00 - $151,661 to $207,500",
            "Executive Director",
            "Harbor Pilotage Agency",
        ),
    ],
)
def test_a_line_gives_title_agency_and_place_together(line: str, title: str, agency: str) -> None:
    vacancy = read(line + BODY)
    assert (vacancy.title, vacancy.agency) == (title, agency)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Executive Director - Office of Bridges\nFederal Highway Administration",
            "Executive Director - Office of Bridges",
        ),
        (
            "Deputy Director, National Park Service\nNational Park Service",
            "Deputy Director, National Park Service",
        ),
        ("Director, Peace Corps Response\nPeace Corps", "Director, Peace Corps Response"),
    ],
)
def test_a_title_may_have_a_dash_or_an_agency_s_name(head: str, title: str) -> None:
    assert read(head + BODY).title == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("VACANCY: Regional Administrator (Region 7)", "Regional Administrator (Region 7)"),
        ("JOB OPENING: Deputy Comptroller for Locks", "Deputy Comptroller for Locks"),
        ("Medical Center Director, Boise, Idaho", "Medical Center Director"),
        ("Executive Director (ES-0340-00), Marine Board, Akron, Ohio", "Executive Director"),
        ("Director, Office of PortsMaritime Administration\nOverview", "Director, Office of Ports"),
        ("Re: SES job - Deputy Director of Tides, ES-1301-00 (NPS)", "Deputy Director of Tides"),
        (
            "Save\nShare\nApply\nJob announcement\nState Oceanographer\nMaritime Administration",
            "State Oceanographer",
        ),
        (
            "Skip to main content Toggle navigation Print Vacancy Details View Eligibility "
            "Questions View Vacancy Questions Chief, Office of Locks ES-0855-00 Vacancy Questions",
            "Chief, Office of Locks",
        ),
    ],
)
def test_a_title_is_found_behind_labels_and_links(head: str, title: str) -> None:
    assert read(head + BODY).title == title


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("Director of Locks\nGSA, Office of Inspector General", "GSA, Office of Inspector General"),
        (
            "UNITED STATES COURT OF APPEALS FOR THE SECOND CIRCUIT\nCircuit Executive",
            "UNITED STATES COURT OF APPEALS FOR THE SECOND CIRCUIT",
        ),
        ("United States Tax Court\nClerk of the Court", "United States Tax Court"),
        (
            "United States Bankruptcy Court\nDistrict of Arizona\nDirector of Dockets",
            "United States Bankruptcy Court",
        ),
        (
            "CAREERS IN COINS\nAmerica's Coin Agency\nSES OPPORTUNITY\nDirector for Minting\n"
            "United States Mint | Denver, CO | ES",
            "United States Mint",
        ),
        (
            "Ocean Careers\n\nDirector, Piers\nABC | Harbor Research Center | Akron, OH",
            "Harbor Research Center",
        ),
        (
            "Director of Locks\nDepartment of Commerce\nOffice of Human Resources",
            "Department of Commerce",
        ),
        (
            "Component: DNI/MP\nTitle: Deputy Chief, Ports\nCloses: 2024-09-24\n\nThe Office of the"
            " Director of National Intelligence (ODNI) leads eighteen organizations.",
            "Office of the Director of National Intelligence",
        ),
        ("Component: ABC/XY\nTitle: Deputy Chief, Ports\nCloses: 2024-09-24", "ABC/XY"),
        ("Agency: United States Coast Guard, Washington, DC", "United States Coast Guard"),
        ("Agency: Peace Corps, Office of Safety", "Peace Corps"),
        (
            "Agency: Department of Labor, Office of Inspector General",
            "Department of Labor, Office of Inspector General",
        ),
        (
            "Skip to main content U.S. Department of State Careers Civil Service Benefits FAQs "
            "Toggle navigation Careers Print Vacancy Details",
            "Department of State",
        ),
    ],
)
def test_the_agency_is_the_one_that_hires(head: str, agency: str) -> None:
    assert read(head + BODY).agency == agency


def test_labels_stuck_to_the_value_before_end_it() -> None:
    vacancy = read(
        "Deputy Director, Piers and DocksDepartment of the InteriorGeological SurveyOpen & closing "
        "dates02/02/2026 to 02/24/2026Salary$151,661 - $228,000 per yearPay scale & gradeES 00"
        "LocationReston, VABoise, IDTelework eligibleNoAppointment typePermanentAnnouncement number"
        "26-12881234-SES-DEControl number854931111\nSummary This post leads the harbor survey."
        + BODY
    )
    assert (vacancy.title, vacancy.agency) == (
        "Deputy Director, Piers and Docks",
        "Geological Survey",
    )
    assert (vacancy.announcement, vacancy.control) == ("26-12881234-SES-DE", "854931111")
    assert (vacancy.pay_plan, vacancy.grade) == ("ES", "00")
    assert (vacancy.opens, vacancy.closes) == ("2026-02-02", "2026-02-24")
    assert vacancy.locations == ("Reston, VA", "Boise, ID")


def test_stuck_labels_with_colons_end_a_value_too() -> None:
    vacancy = read(
        "Title: Director of Piers\nAgency: Harbor BoardVacancy Announcement Number: HB-ES-26-03"
        "Opening Date: March 5, 2026Closing Date: April 6, 2026Position: ES-0340-00Salary: $119,554"
        + BODY
    )
    assert (vacancy.agency, vacancy.announcement) == ("Harbor Board", "HB-ES-26-03")
    assert (vacancy.opens, vacancy.closes) == ("2026-03-05", "2026-04-06")
    assert (vacancy.pay_plan, vacancy.grade) == ("ES", "00")


@pytest.mark.parametrize("bar", ["| {} | {} |", "{}\t{}"])
def test_a_table_of_facts_is_read_by_its_labels(bar: str) -> None:
    facts = {
        "Job title": "Director of Piers",
        "Agency": "Maritime Administration",
        "Closing date": "06/02/2026",
        "Announcement number": "MA-26-SES-03",
    }
    vacancy = read("\n".join(bar.format(*fact) for fact in facts.items()) + BODY)
    assert (vacancy.title, vacancy.agency) == ("Director of Piers", "Maritime Administration")
    assert (vacancy.closes, vacancy.announcement) == ("2026-06-02", "MA-26-SES-03")


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("ES-00   CLOSE 02/03/2025   ANNOUNCEMENT R-IV/ES-2025-0002", "R-IV/ES-2025-0002"),
        ("ES 00\nFRA.SES-2026-0031\nControl number 856600711", "FRA.SES-2026-0031"),
        ("VACANCY ANNOUNCEMENT           VAR003312", "VAR003312"),
        ("Job ID: 31478", "31478"),
        ("Position Number: 24-SNIS-0412", "24-SNIS-0412"),
        ("Announcement number: NPS-SES-26-14 (DC)", "NPS-SES-26-14 (DC)"),
        ("ES-1421-00", ""),
        ("IS-0080-00", ""),
    ],
)
def test_announcement_numbers_have_many_forms(lines: str, number: str) -> None:
    assert read(f"Director of Locks\nMaritime Administration\n{lines}{BODY}").announcement == number


def test_a_number_before_the_control_number_needs_no_label() -> None:
    vacancy = read(
        "Chief Judge Department of Labor 06/16/2026 to 07/07/2026 ES 00 Washington, DC Permanent "
        "Senior Executive None 0905 Attorney Yes Not Required No ABJ-26-009-SES 838417911 Summary "
        "The Chief Judge leads the harbor survey." + BODY
    )
    assert (vacancy.announcement, vacancy.control) == ("ABJ-26-009-SES", "838417911")


def test_a_number_in_the_footer_of_each_page_is_the_announcement_s() -> None:
    page = f"Director of Locks\nMaritime Administration{BODY}\nHB26-0310-X        Page {{}} of 2\n"
    assert read(page.format(1) + page.format(2)).announcement == "HB26-0310-X"


@pytest.mark.parametrize(
    ("lines", "plan", "grade"),
    [
        ("Pay: ES, $151,661 - $228,000", "ES", ""),
        ("IS-0080-00", "IS", "00"),
        ("Pay scale & grade: GS 14 - 15", "GS", "14-15"),
        ("Pay scale & grade: GS 15 - 15", "GS", "15"),
        ("02/03/2026 to 03/05/2026\n$167,603 - $195,200 per year\nGS 15\nPermanent", "GS", "15"),
    ],
)
def test_pay_plans_stand_in_many_places(lines: str, plan: str, grade: str) -> None:
    vacancy = read(f"Director of Locks\nMaritime Administration\n{lines}{BODY}")
    assert (vacancy.pay_plan, vacancy.grade) == (plan, grade)


@pytest.mark.parametrize(
    ("words", "opens", "closes"),
    [
        ("Open November 2 through November 30, 2026.", "2026-11-02", "2026-11-30"),
        ("Applications are accepted May 4-22, 2026.", "2026-05-04", "2026-05-22"),
        ("Dates: December 14 - January 8, 2027", "2026-12-14", "2027-01-08"),
        ("Posted: 07/06/2026\nApply by: 08/05/2026", "2026-07-06", "2026-08-05"),
        ("Posted: 8/11/2026  Closes: 9/11/2026", "2026-08-11", "2026-09-11"),
        ("Two-page resume only, by March 20, 2026.", "", "2026-03-20"),
        ("This closes at 11:59 p.m. Eastern Time on Friday, May 22, 2026.", "", "2026-05-22"),
        ("Interviews will be held June 3-14, 2026.", "", ""),
        ("Open May 32 through June 40, 2026.", "", ""),
        ("Resumes will be reviewed by May 5, 2026.", "", ""),
    ],
)
def test_days_are_read_as_short_texts_give_them(words: str, opens: str, closes: str) -> None:
    vacancy = read(f"Director of Locks\nMaritime Administration\n{words}{BODY}")
    assert (vacancy.opens, vacancy.closes) == (opens, closes)


def test_a_head_in_one_line_takes_nothing_from_what_is_asked() -> None:
    head = "Chief Actuary - Peace Corps - Washington, DC - SL-1510-00 - closes 05/04/2026"
    asked = read(head + BODY).of_kind(RequirementKind.TQ)
    assert [item.text[:12] for item in asked] == ["Demonstrated", "Knowledge of"]
