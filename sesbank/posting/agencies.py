"""Names of agencies, for a page that labels none."""

from __future__ import annotations

import re
from collections import Counter

_NAMES = (
    "Administrative Office of the U.S. Courts",
    "Agency for Global Media",
    "Agency for International Development",
    "Agricultural Research Service",
    "Animal and Plant Health Inspection Service",
    "Architect of the Capitol",
    "Army Corps of Engineers",
    "Bureau of Indian Affairs",
    "Bureau of Labor Statistics",
    "Bureau of Land Management",
    "Bureau of Ocean Energy Management",
    "Bureau of Prisons",
    "Bureau of Reclamation",
    "Census Bureau",
    "Centers for Disease Control and Prevention",
    "Centers for Medicare & Medicaid Services",
    "Coast Guard",
    "Commodity Futures Trading Commission",
    "Congressional Budget Office",
    "Consumer Financial Protection Bureau",
    "Consumer Product Safety Commission",
    "Customs and Border Protection",
    "Cybersecurity and Infrastructure Security Agency",
    "Defense Contract Audit Agency",
    "Defense Contract Management Agency",
    "Defense Finance and Accounting Service",
    "Defense Health Agency",
    "Defense Intelligence Agency",
    "Defense Logistics Agency",
    "Department of Agriculture",
    "Department of Commerce",
    "Department of Defense",
    "Department of Education",
    "Department of Energy",
    "Department of Health and Human Services",
    "Department of Homeland Security",
    "Department of Housing and Urban Development",
    "Department of Justice",
    "Department of Labor",
    "Department of State",
    "Department of Transportation",
    "Department of Veterans Affairs",
    "Department of the Air Force",
    "Department of the Army",
    "Department of the Interior",
    "Department of the Navy",
    "Department of the Treasury",
    "Drug Enforcement Administration",
    "Environmental Protection Agency",
    "Equal Employment Opportunity Commission",
    "Export-Import Bank of the United States",
    "Farm Service Agency",
    "Federal Aviation Administration",
    "Federal Bureau of Investigation",
    "Federal Communications Commission",
    "Federal Deposit Insurance Corporation",
    "Federal Emergency Management Agency",
    "Federal Energy Regulatory Commission",
    "Federal Highway Administration",
    "Federal Labor Relations Authority",
    "Federal Retirement Thrift Investment Board",
    "Federal Trade Commission",
    "Fish and Wildlife Service",
    "Food and Drug Administration",
    "Food and Nutrition Service",
    "Forest Service",
    "General Services Administration",
    "Geological Survey",
    "Government Accountability Office",
    "Government Publishing Office",
    "Health Resources and Services Administration",
    "Indian Health Service",
    "Internal Revenue Service",
    "International Trade Administration",
    "International Trade Commission",
    "Library of Congress",
    "Maritime Administration",
    "Merit Systems Protection Board",
    "Millennium Challenge Corporation",
    "National Aeronautics and Space Administration",
    "National Archives and Records Administration",
    "National Endowment for the Arts",
    "National Endowment for the Humanities",
    "National Institute of Standards and Technology",
    "National Institutes of Health",
    "National Labor Relations Board",
    "National Nuclear Security Administration",
    "National Oceanic and Atmospheric Administration",
    "National Park Service",
    "National Science Foundation",
    "National Security Agency",
    "National Telecommunications and Information Administration",
    "National Transportation Safety Board",
    "National Weather Service",
    "Natural Resources Conservation Service",
    "Nuclear Regulatory Commission",
    "Occupational Safety and Health Administration",
    "Office of Government Ethics",
    "Office of Management and Budget",
    "Office of Personnel Management",
    "Office of Special Counsel",
    "Office of the Comptroller of the Currency",
    "Patent and Trademark Office",
    "Peace Corps",
    "Pension Benefit Guaranty Corporation",
    "Railroad Retirement Board",
    "Securities and Exchange Commission",
    "Selective Service System",
    "Small Business Administration",
    "Smithsonian Institution",
    "Smithsonian",
    "Social Security Administration",
    "Surface Transportation Board",
    "Tennessee Valley Authority",
    "Transportation Security Administration",
    "Veterans Benefits Administration",
    "Veterans Health Administration",
    "Washington Headquarters Services",
)
_BYSTANDERS = frozenset(
    (
        "Equal Employment Opportunity Commission",
        "Merit Systems Protection Board",
        "Office of Government Ethics",
        "Office of Personnel Management",
        "Office of Special Counsel",
        "Selective Service System",
    )
)
"""Agencies whose rules every posting names, whoever wrote it."""
_NAMED = re.compile("|".join(re.escape(name).replace(r"\ ", r"[ \n]") for name in _NAMES))
_KNOWN = frozenset(name.casefold() for name in _NAMES)
_COUNTRY = re.compile(r"(?:the )?(?:U\.?S\.?|United States) ")
_HEAD = 400
_SEEKS = re.compile(
    r"(?: \([A-Z]{2,8}\))?(?:,[^.\n]{3,120},)?"
    r" (?:is (?:seeking|recruiting|looking for)|seeks|invites)\b"
)
"""What follows the name of an agency that speaks of its own vacancy."""
_WITHIN = re.compile(
    r"\b(?:located (?:in|within|at)|within|part of|component of|organization (?:in|of)) the"
    r" (?:U\.?S\.? |United States )?$"
)
"""What stands before the name of the agency that a post belongs to."""


def is_known(name: str) -> bool:
    """Whether a line is the name of an agency at hand, and nothing else."""
    return _COUNTRY.sub("", name, count=1).casefold() in _KNOWN


def first_agency(text: str) -> tuple[int, int] | None:
    """Return the place of the first agency a text names."""
    found = _NAMED.search(text)
    return found.span() if found else None


def named_agency(text: str) -> str:
    """Return the agency a text names at least twice and more often than any other, or nothing.

    The one agency a whole text names counts when it does so in its first lines. Those whose rules
    are named in passing do not count.
    """
    named = (" ".join(found.split()) for found in _NAMED.findall(text))
    counts = Counter(name for name in named if name not in _BYSTANDERS)
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most == 1 and len(counts) == 1:
        return first if _speaks_of_itself(text, first) or first_agency(text[:_HEAD]) else ""
    return first if most > 1 and most > second else ""


def _speaks_of_itself(text: str, name: str) -> bool:
    """Whether a text says of an agency that it is hiring, or that the post is part of it."""
    place = next((m for m in _NAMED.finditer(text) if " ".join(m.group().split()) == name), None)
    if place is None:
        return False
    before = text[max(place.start() - 60, 0) : place.start()]
    return bool(_SEEKS.match(text, place.end()) or _WITHIN.search(before))
