"""Fields of USAJOBS records pasted as text: "PositionTitle: …", in quotes or run together.

Names as the Search, HistoricJoa and AnnouncementText interfaces write them (developer.usajobs.gov),
read without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FACTS = {
    "title": "PositionTitle",
    "agency": "OrganizationName|HiringAgencyName|HiringSubelementName",
    "department": "DepartmentName|HiringDepartmentName",
    "announcement": "PositionID|AnnouncementNumber",
    "control": "MatchedObjectId|UsajobsControlNumber",
    "opens": "PositionStartDate|PositionOpenDate|PublicationStartDate",
    "closes": "PositionEndDate|PositionCloseDate|ApplicationCloseDate",
    "series": "JobGrade|PayScale|LowGrade|MinimumGrade",
    "location": "PositionLocationDisplay",
    "other": "PositionURI|ApplyURI|SubAgencyName|HighGrade|MaximumGrade|WhoMayApply|TotalOpenings"
    "|PositionRemuneration|MinimumSalary|MaximumSalary|PositionSchedule|SecurityClearance"
    "|AppointmentType|WorkSchedule|PromotionPotential|ServiceType|HiringPath",
}
_TEXTS = {
    "duties": "MajorDuties(?:List)?",
    "text": "QualificationSummary|RequirementsQualifications|RequirementsEducation|Evaluations"
    "|RequirementsConditionsOfEmployment|HowToApply(?:NextSteps)?|WhatToExpectNext|JobSummary"
    "|RequiredDocuments|RequiredStandardDocuments|OtherInformation|KeyRequirements"
    "|HiringPathExplanation|AgencyMarketingStatement|BenefitsURL",
}
_WORD = re.compile(r"[A-Za-z]{8,80}(?=\"?\s?:)")
"""A word before a colon, which may end with a field's name."""
_NAME = re.compile(
    r"\"?(?:\b|(?<=[a-z0-9.;])(?-i:(?=[A-Z])))(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in (_FACTS | _TEXTS).items())
    + r")\"?\s?:\s?\"?",
    re.IGNORECASE,
)
_BEHIND = 5
"""Characters of colon, quotes and spaces behind a name."""


class RecordField(NamedTuple):
    """A field's name in the stream."""

    name: str
    """What it holds: "title", "opens", "duties", "text" …"""
    start: int
    end: int
    """Where its value begins."""


def find_record_fields(text: str) -> Iterator[RecordField]:
    """Yield the fields of a pasted record in order."""
    for word in _WORD.finditer(text):
        match = _NAME.search(text, max(word.start() - 1, 0), word.end() + _BEHIND)
        if match:
            yield RecordField(str(match.lastgroup), *match.span())
