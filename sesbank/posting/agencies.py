"""Names of agencies, for a page that labels none: only one it names again and again counts."""

from __future__ import annotations

import re
from collections import Counter

_NAMES = (
    "Administrative Office of the U.S. Courts",
    "Architect of the Capitol",
    "Centers for Disease Control and Prevention",
    "Consumer Financial Protection Bureau",
    "Customs and Border Protection",
    "Department of Agriculture",
    "Department of Commerce",
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
    "Environmental Protection Agency",
    "Federal Aviation Administration",
    "Federal Communications Commission",
    "Federal Deposit Insurance Corporation",
    "Federal Emergency Management Agency",
    "Federal Energy Regulatory Commission",
    "Federal Retirement Thrift Investment Board",
    "Federal Trade Commission",
    "Food and Drug Administration",
    "General Services Administration",
    "Government Accountability Office",
    "Internal Revenue Service",
    "Library of Congress",
    "National Aeronautics and Space Administration",
    "National Archives and Records Administration",
    "National Institutes of Health",
    "National Oceanic and Atmospheric Administration",
    "National Park Service",
    "National Science Foundation",
    "National Transportation Safety Board",
    "Nuclear Regulatory Commission",
    "Securities and Exchange Commission",
    "Small Business Administration",
    "Smithsonian Institution",
    "Smithsonian",
    "Social Security Administration",
    "Transportation Security Administration",
)
_NAMED = re.compile("|".join(re.escape(name).replace(r"\ ", r"[ \n]") for name in _NAMES))


def named_agency(text: str) -> str:
    """Return the agency a text names at least twice and more often than any other, or nothing."""
    counts = Counter(" ".join(found.split()) for found in _NAMED.findall(text))
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > 1 and most > second else ""
