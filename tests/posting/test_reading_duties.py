"""Duties: what stands in every list is none, what only sounds like it is one."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind


@pytest.mark.parametrize(
    "line",
    [
        "Performs other duties as assigned.",
        "Perform other related duties, as directed by the Director",
        "Other duties as assigned",
        "Help",
        "Qualifications & Evaluations",
        "Learn more about what it's like to work here",
    ],
)
def test_what_stands_in_every_list_of_duties_is_no_duty(line: str) -> None:
    vacancy = read(f"Duties\n- Runs the locks of a river.\n- Keeps its crews.\n- {line}\n")
    assert texts_of(vacancy, RequirementKind.DUTY) == [
        "Runs the locks of a river",
        "Keeps its crews",
    ]


def test_other_work_than_other_duties_stays_a_duty() -> None:
    vacancy = read("Duties\n- Helps pilots in a storm.\n- Performs audits of other agencies.\n")
    assert len(texts_of(vacancy, RequirementKind.DUTY)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Performs other complex duties, including oversight of the dredging budget.",
        "Carries out other assignments for the Secretary in labor negotiations.",
        "Other duties include audits of the locks.",
        "Benefits and leave programs for pilots are led by the incumbent.",
        "Overview of the program is given to Congress.",
    ],
)
def test_a_duty_that_begins_like_filler_or_a_tab_stays_a_duty(line: str) -> None:
    vacancy = read(f"Duties\n- Runs the locks of a river.\n- {line}\n- Keeps its crews.\n")
    assert line.rstrip(".") in texts_of(vacancy, RequirementKind.DUTY)
