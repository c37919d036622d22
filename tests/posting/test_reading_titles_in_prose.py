"""Titles and numbers that no label gives: in sentences, in subjects, between other facts."""

from __future__ import annotations

import pytest
from posting_cases import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Bureau of Rivers is searching for the Division Director, Division of Floods (DF),"
            " in the Directorate for Water. Applications close soon.",
            "Division Director, Division of Floods",
        ),
        (
            "Here is the text I promised.\n\nThe Harbor Administration is filling the position of"
            " Deputy Associate Commissioner for Pilotage Systems, Norfolk, Virginia. The executive"
            " oversees the software.",
            "Deputy Associate Commissioner for Pilotage Systems",
        ),
        (
            "Excerpt from announcement SES-2017-0099, Deputy Assistant Secretary for Canal Works,"
            " ES-0340-00, Bureau of Canals. Opens 03/20/2017 - Closes 04/19/2017.",
            "Deputy Assistant Secretary for Canal Works",
        ),
        (
            "Deputy Director for Mission Services, Vacancy XY-24-039\n\nWe run things.\n",
            "Deputy Director for Mission Services",
        ),
        (
            "U.S. Department of Commerce Census Bureau Associate Director for Field Surveys"
            " Open & closing dates 09/16/2024 to 10/15/2024 Salary $147,649 - $221,900 per year",
            "Associate Director for Field Surveys",
        ),
        (
            "About the post: You will serve as the Assistant Director for the Pilots Division"
            " located in Norfolk, Virginia.",
            "Assistant Director for the Pilots Division",
        ),
        ("Duties:\nAs Chief Pilot Officer, you will train pilots.", "Chief Pilot Officer"),
        (
            "The position serves as the Assistant Commissioner for Locks/Weirs (ACLW). It leads.",
            "Assistant Commissioner for Locks/Weirs",
        ),
        (
            "National Canal Officer for Southern Waters - SNIS Tier 3\nHarbor Administration\n",
            "National Canal Officer for Southern Waters",
        ),
        (
            "Deputy Chief Tolls Judge Department of Commerce Census Bureau 06/16/2025 to"
            " 07/07/2025 $150,160 - $225,700 per year ES 00",
            "Deputy Chief Tolls Judge",
        ),
        (
            "Chief Pilot Officer (Senior Level, SL-0301-00)\nDepartment of Labor\n",
            "Chief Pilot Officer",
        ),
        ("Executive Leadership Competencies\nECQ 1\nMTQ 2 - Officer Safety\n", ""),
        (
            "Position Title | Chief Pilot Officer\nAgency | Department of Labor\n",
            "Chief Pilot Officer",
        ),
        (
            "Senior Executive (Various Program Offices)\nEnvironmental Agency\n\nSummary\n",
            "Senior Executive (Various Program Offices)",
        ),
    ],
)
def test_a_title_is_found_in_a_sentence_or_between_other_facts(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chief Engineer\nWashington, D.C. | Reference GAO-26-SES-0199-02\n", "GAO-26-SES-0199-02"),
        ("Chief Engineer\nES | JS26S0099 | Apply 05/18/2026 - 06/08/2026\n", "JS26S0099"),
        ("Chief Engineer\n\nThe announcement, NWS-XYZ-2021-0009, is open.\n", "NWS-XYZ-2021-0009"),
        ("Chief Engineer\n\nThe full text is on USAJOBS (DLA-SES-26-099).\n", "DLA-SES-26-099"),
        (
            "Chief Engineer\nES-0801-00. XYZ-26-SES-12925571-02. Opens May 11.\n",
            "XYZ-26-SES-12925571-02",
        ),
        ("Chief Engineer\nFP-0801-01 - Dover - XY-26-FP-12829980\n", "XY-26-FP-12829980"),
        ("Chief Engineer\nVacancy#: 180231\n", "180231"),
        ("Job Title: Chief Engineer\nRequisition #: 20250417S\n", "20250417S"),
        ("Chief Engineer\nAnnouncement number26-ES-TS-12822407-AM\n", "26-ES-TS-12822407-AM"),
    ],
)
def test_an_announcement_number_is_found_behind_other_words(text: str, number: str) -> None:
    assert read(text).announcement == number


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Chief Engineer\nES | JS26S0099 | Apply 05/18/2026 - 06/08/2026\n", ("ES", "")),
        ("Chief Engineer\n\nPay plan ES, series 1301, grade 00. Open now.\n", ("ES", "00")),
        ("Chief Engineer\nPay scale & gradeES 00\nJob family (Series)0801\n", ("ES", "00")),
        ("Thank you for your interest in this post (SO-0510-01).\n", ("SO", "01")),
        ("It is a Supervisory Attorney (Assistant Director), SK-905-17 position.\n", ("SK", "17")),
        (
            "You apply for the Deputy Director, AD-0601 position at the Band H level.\n",
            ("AD", "Band H"),
        ),
        ("From an SK-15 to an SK-16 the pay stays. Others are at the GS-15 level.\n", ("", "")),
    ],
)
def test_a_pay_plan_is_found_between_bars_and_in_words(text: str, plan: tuple[str, str]) -> None:
    vacancy = read(text)
    assert (vacancy.pay_plan, vacancy.grade) == plan


@pytest.mark.parametrize(
    ("text", "title", "agency"),
    [
        (
            "From: A. Lee\nSubject: a note\n\nColleagues,\n\nBureau of Engraving and Printing has"
            " posted for its Associate Director, Chief Safety Officer, ES-0340-00 (closes Friday)."
            " Please pass on.\n",
            "Associate Director, Chief Safety Officer",
            "Bureau of Engraving and Printing",
        ),
        (
            "THE LEDGER\nIn this issue\n1. Parking\n2. Vacancy\n\n1. PARKING\nThe lot is full on"
            " most days.\n\n2. VACANCY\nDirector, Office of Boilers (ES)\nNational Institutes of"
            " Health, Office of the Director\nCloses: March 8, 2024\n",
            "Director, Office of Boilers",
            "National Institutes of Health",
        ),
        (
            "Associate Administrator for Docks and CanalsDepartment of TransportationMaritime"
            " AdministrationSummaryThe office keeps docks.OverviewHelpAccepting applications",
            "Associate Administrator for Docks and Canals",
            "Maritime Administration",
        ),
        (
            "U.S. Access Board\nHome > Jobs\n\nThe Board Is Looking for an Executive Director\n\n"
            "We are a small agency.\n",
            "Executive Director",
            "U.S. Access Board",
        ),
    ],
)
def test_letters_newsletters_and_pages_in_one_lump_give_post_and_agency(
    text: str, title: str, agency: str
) -> None:
    vacancy = read(text)
    assert (vacancy.title, vacancy.agency) == (title, agency)
