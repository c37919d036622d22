"""Header facts of letters, newsletters, brochures and pages with links above the vacancy."""

from __future__ import annotations

import pytest
from posting_cases import read

BODY = (
    "\nSummary\nThis position runs ports.\nDuties\nRuns ports and locks.\nQualifications\nMandatory"
    " Technical Qualifications\n1. Experience in running a port.\n2. Knowledge of dredging law.\n"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Subject: Dear Colleague Letter: Search for Chief Engineer, Division of Ports\n",
            "Chief Engineer, Division of Ports",
        ),
        ("Subject: Call for applicants for Director of Ports\n\nAll,\n", "Director of Ports"),
        ("Subject: Nominations sought for our next Director of Ports\n", "Director of Ports"),
        ("PORT NEWS\nOPENING OF THE WEEK: Director of Ports\n", "Director of Ports"),
        ("PORT NEWS\nJob of the week: Director of Ports\n", "Director of Ports"),
        ("Featured opening: Chief Counsel\n", "Chief Counsel"),
        (
            "Ask Us | Find a Director | Contact the Chief Officer\nChief Engineer for Ports\n",
            "Chief Engineer for Ports",
        ),
        ("NORTON EXECUTIVE SEARCH\npresents\nDIRECTOR OF PORTS\n", "DIRECTOR OF PORTS"),
        ("Chief Engineer for Ports (Senior Executive Service)\n", "Chief Engineer for Ports"),
    ],
)
def test_what_announces_a_post_is_no_part_of_its_title(head: str, title: str) -> None:
    assert read(head + BODY).title == title


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        (
            "Director, Port Engineering (SES)\nNaval Shore Center · Norfolk, VA · 3 weeks ago\n",
            "Naval Shore Center",
        ),
        ("Jobs at the Maritime Administration\nDirector of Ports\n", "Maritime Administration"),
        ("Careers at the Peace Corps\nDirector of Ports\n", "Peace Corps"),
        (
            "Job title: Director of Ports\nAgency: Library of Congress (legislative branch)\n",
            "Library of Congress",
        ),
        (
            "NORTON SEARCH\nDIRECTOR OF PORTS\nMaritime Administration\nThe chief leads the Ports"
            " Department: 24 people for locks and dams. The chief\n",
            "Maritime Administration",
        ),
    ],
)
def test_the_agency_is_told_from_what_a_page_says_beside_it(head: str, agency: str) -> None:
    assert read(head + BODY).agency == agency


@pytest.mark.parametrize(
    "between", ["DEPARTMENT OF TRANSPORTATION", "Department Of Transportation"]
)
def test_a_title_ends_at_a_department_however_its_letters_stand(between: str) -> None:
    vacancy = read(
        f"Director of Ports {between} Maritime Administration Office of Ports Summary This position"
        " runs ports. Overview Open & closing dates 01/12/2026 to 02/11/2026"
    )
    assert vacancy.title == "Director of Ports"


@pytest.mark.parametrize(
    "said",
    [
        "Complete packages should be in at the office by May 5, 2026.",
        "Nominations may come until March; applications have to be uploaded by May 5, 2026.",
        "Resumes must be received at the address below no later than May 5, 2026.",
        "Send a letter of interest and a resume to Norton & Webb by May 5, 2026.",
        "The deadline for receipt of applications is May 5, 2026.",
        "Please apply no later than 5 May 2026.",
        "Applications are due May 5, 2026.",
    ],
)
def test_a_sentence_may_say_when_a_vacancy_closes(said: str) -> None:
    assert read(f"Director of Ports\nMaritime Administration\n{said}{BODY}").closes == "2026-05-05"


@pytest.mark.parametrize(
    "line",
    [
        "Bureau of Reclamation | USAJOBS BOR-DO-SES-24-1201 | Denver",
        "Posted as 20-SES-BOR-24-P, please pass on.",
        "Job family (Series)0301 ProgramAnnouncement number BOR-SES-25-06Control number84119",
        "U.S. DEPARTMENT OF THE INTERIOR        BOR-SES-22-01",
    ],
)
def test_a_number_that_says_ses_is_the_announcements(line: str) -> None:
    found = read(f"Director of Ports\n{line}{BODY}").announcement
    assert found in line
    assert "SES" in found
    assert found[-1].isdigit() or found.endswith("-P")


def test_what_says_ses_without_a_number_is_none() -> None:
    assert read(f"Director of Ports\nA NON-SES-POST and an SES-WIDE call{BODY}").announcement == ""


@pytest.mark.parametrize(
    "said",
    [
        "Maritime Administration | ES | Apply until May 5, 2026",
        "The vacancy is on USAJOBS through May 5, 2026.",
        "Send a resume in confidence to ports@search.example no later than May 5, 2026.",
    ],
)
def test_a_copy_says_in_its_own_words_when_a_vacancy_closes(said: str) -> None:
    assert read(f"Director of Ports\n{said}{BODY}").closes == "2026-05-05"


def test_a_known_agency_goes_before_the_part_named_below_it() -> None:
    head = "Director of Coins\nDepartment of the Treasury\nUnited States Mint\nCoining Directorate"
    assert read(f"{head}{BODY}").agency == "United States Mint"


@pytest.mark.parametrize(
    ("agency", "read_as"),
    [
        ("Department of Statewide Planning", ""),
        ("Export-Import Bank of the United States", "Export-Import Bank of the United States"),
    ],
)
def test_an_agency_is_known_by_its_whole_name(agency: str, read_as: str) -> None:
    text = f"Director of Ports\n{agency}\nThe {agency} plans ports.{BODY}"
    assert read(text).agency in (read_as, agency)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("Posted: 5/1/2026", ""),
        ("Date posted: May 1, 2026", ""),
        ("Posted: May 1, 2026 (3 days ago)", ""),
        ("Opens: May 2, 2026\nPosted: May 1, 2026", "2026-05-02"),
    ],
)
def test_the_day_of_posting_is_not_that_of_opening(line: str, opens: str) -> None:
    assert read(f"Director of Ports\nMaritime Administration\n{line}{BODY}").opens == opens


@pytest.mark.parametrize(
    ("value", "plan", "grade"),
    [("CT 17", "CT", "17"), ("SS 05 / 05", "SS", "05"), ("XM 01", "XM", "01")],
)
def test_an_agency_may_have_a_pay_plan_of_its_own(value: str, plan: str, grade: str) -> None:
    vacancy = read(f"Director of Ports\nPay scale & grade: {value}\nSalary: $200,000{BODY}")
    assert (vacancy.pay_plan, vacancy.grade) == (plan, grade)


def test_an_announcement_number_may_end_a_row_of_links() -> None:
    vacancy = read(f"Maritime Administration\nHome / Careers / MARAD-26-SES-01\nDirector{BODY}")
    assert vacancy.announcement == "MARAD-26-SES-01"
