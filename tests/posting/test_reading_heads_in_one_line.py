"""Title and agency of pages whose head lost its lines, and of what job boards put around them."""

from __future__ import annotations

import pytest
from posting_cases import read


@pytest.mark.parametrize(
    ("page", "title", "agency"),
    [
        (
            "Skip to main content U.S. flag Back to results Chief Hydrologist Department of the "
            "Interior Geological Survey This job announcement has closed Summary The Chief leads.",
            "Chief Hydrologist",
            "Geological Survey",
        ),
        (
            "Chief Hydrologist Job in Reno, NV Vacancy No. HYD-26-0101 Department Harbor Survey "
            "Salary $150,000.00 to $190,000.00 Grade 00 to 00",
            "Chief Hydrologist",
            "Harbor Survey",
        ),
        ("Chief Hydrologist Santa Fe, New Mexico $150,000 - $190,000 per year", None, ""),
        ("Chief Hydrologist Salem, Oregon May 02, 2026 May 16, 2026 Full Time", None, ""),
        ("Chief Hydrologist Job Description The Chief leads the survey of rivers.", None, ""),
        ("Chief Hydrologist About This Position Rivers are surveyed here.", None, ""),
        ("Job opening: Chief Hydrologist\nSalary: $150 000 - 190 000 per year\n", None, ""),
        (
            "The incumbent of this position will serve as the Chief Hydrologist (CH for GS) and is "
            "in charge of gauges.\n",
            None,
            "",
        ),
        ("Duties As the Chief Hydrologist, you will lead the survey of rivers.\n", None, ""),
    ],
)
def test_a_title_is_told_from_what_stands_around_it(
    page: str, title: str | None, agency: str
) -> None:
    vacancy = read(page)
    assert vacancy.title == (title or "Chief Hydrologist")
    assert vacancy.agency == agency


def test_the_word_agency_in_an_agency_s_name_is_no_label() -> None:
    vacancy = read(
        "Position Title Chief Hydrologist Agency Defense River Agency Announcement Number "
        "DRA-26-12345678-SES Open Period Monday, May 4, 2026 to Monday, May 18, 2026 "
    )
    assert vacancy.agency == "Defense River Agency"
    assert vacancy.announcement == "DRA-26-12345678-SES"


def test_an_agency_that_a_page_presents_is_the_one_that_hires() -> None:
    page = "Chief Hydrologist\n" + "Rivers are gauged in all weathers. " * 20
    vacancy = read(f"{page}\nThe National Park Service (NPS) is the only bureau to do so.\n")
    assert vacancy.agency == "National Park Service"


def test_a_line_that_says_when_it_opened_gives_the_day() -> None:
    vacancy = read("Chief Hydrologist\nOpened Monday 5/4/2026 (3 days ago)\n")
    assert vacancy.opens == "2026-05-04"


def test_prose_is_no_title_however_it_begins() -> None:
    vacancy = read("The Director Job Description of the river survey was written in May.\n")
    assert vacancy.title == ""
