"""Titles and agencies told only by where they stand, or in the words around them."""

from __future__ import annotations

import pytest
from posting_cases import read


@pytest.mark.parametrize(
    ("head", "title", "agency"),
    [
        (
            "Regional Forester, Lake Region\nDepartment of Agriculture\nForest Service\n",
            "Regional Forester, Lake Region",
            "Forest Service",
        ),
        (
            "Senior Executive Service Candidate Development Program\nDepartment of the Interior\n",
            "Senior Executive Service Candidate Development Program",
            "Department of the Interior",
        ),
        (
            "Deputy Director, Supervision (Tolls), EM-0570-00 (Public)\n"
            "Federal Deposit Insurance Corporation\n",
            "Deputy Director, Supervision (Tolls)",
            "Federal Deposit Insurance Corporation",
        ),
        (
            "Deputy Administrator - United States Canal Administration Job in Erie, PA\n",
            "Deputy Administrator - United States Canal Administration",
            "",
        ),
        (
            "Subject: Fwd: New SES opportunity: Chief, Locks and Gates (closes 11/16/2026)\n\n"
            "Chief, Locks and Gates\nU.S. Citizenship and Immigration Services - Gate Office\n",
            "Chief, Locks and Gates",
            "U.S. Citizenship and Immigration Services",
        ),
        (
            "Subject: OPM announcement - Deputy Associate Director, Federal Canal Center\n\n"
            "Colleagues,\nplease pass it on.\n\nDeputy Associate Director, Federal Canal Center\n"
            "Office of Personnel Management\n",
            "Deputy Associate Director, Federal Canal Center",
            "Office of Personnel Management",
        ),
        (
            "Vacancy: SES-OIG-11-003 Deputy Chief for Audits, ES-1811-00\n",
            "Deputy Chief for Audits",
            "",
        ),
        (
            "Title, Series, Grade: Director, Canal Accounts, ES-0510-00\nSalary: $100,000\n",
            "Director, Canal Accounts",
            "",
        ),
        ("Position Title: SNIS - Chief of Maps\nSalary: $1\n", "Chief of Maps", ""),
        (
            "To qualify for this position of Deputy Canal Counsel, you must be a lawyer.\n",
            "Deputy Canal Counsel",
            "",
        ),
        (
            "The Senior Tide Advisor is located in the harbor.\n",
            "Senior Tide Advisor",
            "",
        ),
        (
            "Job Title: Chief of Maps\nDepartment: Department of Commerce\n"
            "Agency: Office of the Secretary\n",
            "Chief of Maps",
            "Department of Commerce",
        ),
    ],
)
def test_a_head_gives_title_and_agency(head: str, title: str, agency: str) -> None:
    vacancy = read(f"{head}\nWe look after the tides and the gates.\n")
    assert (vacancy.title, vacancy.agency) == (title, agency)


def test_a_first_line_without_an_agency_below_is_no_title() -> None:
    assert read("Regional Forester, Lake Region\nTrees and lakes\n").title == ""
