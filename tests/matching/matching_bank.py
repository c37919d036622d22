"""Stories, vacancies and short cuts for the matching tests, all invented."""

from __future__ import annotations

from functools import lru_cache

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher

GRANTS = Story(
    id="grants",
    title="Cleared the grants backlog",
    challenge="When I arrived, 9,400 rural grants waited for a decision, the oldest for 14 months.",
    context="I led 212 employees in three regions on a frozen budget of $48M.",
    action="I split intake by risk, moved 31 reviewers to the oldest cases, and automated the "
    "eligibility check. I met each regional director weekly and published the numbers.",
    result="The backlog was gone in seven months. Processing time fell from 41 to 19 days, and "
    "the inspector general closed its finding on financial controls.",
)
MERGER = Story(
    id="merger",
    title="Merged two field offices",
    challenge="Two field offices did the same inspections and the lease of one ran out.",
    context="The union opposed the move and morale was low after a year of rumors.",
    action="I negotiated a relocation agreement with the union, held town halls, and let mixed "
    "teams redesign the inspection routes.",
    result="One office now does the work of two, rent fell by $1.2M a year, and no one resigned.",
)
STATES = Story(
    id="states",
    title="Shared flood data with the states",
    challenge="Eleven states and two tribes kept their own flood maps and trusted nobody else's.",
    context="No law obliged them to work with us and earlier attempts had ended in anger.",
    action="I built a coalition with the state hydrologists, persuaded the two governors who held "
    "out, and signed a memorandum of understanding on a common format.",
    result="All eleven states publish to one map, and forecasts reach towns four hours earlier.",
)
AUDIT = Story(
    id="audit",
    title="Rebuilt payroll after an outage",
    challenge="The old mainframe that paid 18,000 people failed twice in one quarter.",
    context="The vendor had stopped support and nobody left on staff knew the code.",
    action="I replaced the legacy system with a cloud service in three releases, trained the "
    "payroll clerks, and kept paper checks ready for each cutover.",
    result="Every payday since was met, error rates fell by 70 percent, and hosting costs halved.",
)
COACH = Story(
    id="coach",
    title="Grew a struggling deputy",
    challenge="My deputy missed deadlines and two branch chiefs asked to leave the division.",
    context="She was a gifted economist promoted without any training as a supervisor.",
    action="I coached her every week, gave direct feedback, paired her with a mentor, and wrote "
    "clear performance standards with her.",
    result="Within a year her branch met every deadline, and she now leads a division of ninety.",
)
BANK = (GRANTS, MERGER, STATES, AUDIT, COACH)


@lru_cache(maxsize=1)
def frameworks() -> FrameworkSet:
    return load_frameworks()


@lru_cache(maxsize=1)
def plain_matcher() -> Matcher:
    """One matcher without vectors for all examples of a property: reading cue lists takes time."""
    return Matcher(frameworks(), meaning=False)


def tq(text: str, number: int = 1) -> Requirement:
    return Requirement(f"tq{number}", RequirementKind.TQ, f"MTQ {number}", text, 0, len(text))


def ecq(text: str, code: str, number: int = 1) -> Requirement:
    kind = RequirementKind.ECQ
    return Requirement(f"ecq{number}", kind, f"ECQ {number}", text, 0, len(text), code=code)


def vacancy(*requirements: Requirement, framework: str = "opm-2025") -> Vacancy:
    source = " ".join(requirement.text for requirement in requirements)
    return Vacancy("v1", source, framework=framework, requirements=requirements)
