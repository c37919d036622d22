"""Names of agencies, for a page that labels none."""

from __future__ import annotations

import re
from collections import Counter

_NAMES = (
    "Administration for Children and Families",
    "Access Board",
    "Administrative Office of the U.S. Courts",
    "Agency for Global Media",
    "Agency for Healthcare Research and Quality",
    "Agency for International Development",
    "Agricultural Marketing Service",
    "Agricultural Research Service",
    "Alcohol and Tobacco Tax and Trade Bureau",
    "Animal and Plant Health Inspection Service",
    "Architect of the Capitol",
    "Armed Forces Retirement Home",
    "Army Corps of Engineers",
    "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    "Bureau of Economic Analysis",
    "Bureau of Engraving and Printing",
    "Bureau of Indian Affairs",
    "Bureau of Industry and Security",
    "Bureau of Labor Statistics",
    "Bureau of Land Management",
    "Bureau of Ocean Energy Management",
    "Bureau of Prisons",
    "Bureau of Reclamation",
    "Bureau of Safety and Environmental Enforcement",
    "Bureau of the Fiscal Service",
    "Census Bureau",
    "Centers for Disease Control and Prevention",
    "Centers for Medicare & Medicaid Services",
    "Central Intelligence Agency",
    "Citizenship and Immigration Services",
    "Coast Guard",
    "Commodity Futures Trading Commission",
    "Congressional Budget Office",
    "Consumer Financial Protection Bureau",
    "Consumer Product Safety Commission",
    "Court Services and Offender Supervision Agency",
    "Customs and Border Protection",
    "Cybersecurity and Infrastructure Security Agency",
    "Defense Advanced Research Projects Agency",
    "Defense Commissary Agency",
    "Defense Contract Audit Agency",
    "Defense Contract Management Agency",
    "Defense Counterintelligence and Security Agency",
    "Defense Finance and Accounting Service",
    "Defense Health Agency",
    "Defense Information Systems Agency",
    "Defense Intelligence Agency",
    "Defense Logistics Agency",
    "Defense Nuclear Facilities Safety Board",
    "Defense Threat Reduction Agency",
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
    "Department of the Air Force",
    "Department of the Army",
    "Department of the Interior",
    "Department of the Navy",
    "Department of the Treasury",
    "Department of Transportation",
    "Department of Veterans Affairs",
    "Drug Enforcement Administration",
    "Economic Development Administration",
    "Economic Research Service",
    "Employment and Training Administration",
    "Environmental Protection Agency",
    "Equal Employment Opportunity Commission",
    "Export-Import Bank",
    "Export-Import Bank of the United States",
    "Farm Service Agency",
    "Federal Aviation Administration",
    "Federal Bureau of Investigation",
    "Federal Communications Commission",
    "Federal Deposit Insurance Corporation",
    "Federal Election Commission",
    "Federal Emergency Management Agency",
    "Federal Energy Regulatory Commission",
    "Federal Highway Administration",
    "Federal Housing Finance Agency",
    "Federal Labor Relations Authority",
    "Federal Maritime Commission",
    "Federal Mediation and Conciliation Service",
    "Federal Motor Carrier Safety Administration",
    "Federal Railroad Administration",
    "Federal Retirement Thrift Investment Board",
    "Federal Student Aid",
    "Federal Trade Commission",
    "Federal Transit Administration",
    "Financial Crimes Enforcement Network",
    "Fish and Wildlife Service",
    "Food and Drug Administration",
    "Food and Nutrition Service",
    "Food Safety and Inspection Service",
    "Foreign Agricultural Service",
    "Forest Service",
    "General Services Administration",
    "Geological Survey",
    "Government Accountability Office",
    "Government Publishing Office",
    "Health Resources and Services Administration",
    "Immigration and Customs Enforcement",
    "Indian Health Service",
    "Internal Revenue Service",
    "International Trade Administration",
    "International Trade Commission",
    "Library of Congress",
    "Maritime Administration",
    "Marshals Service",
    "Merit Systems Protection Board",
    "Millennium Challenge Corporation",
    "Mine Safety and Health Administration",
    "Missile Defense Agency",
    "National Aeronautics and Space Administration",
    "National Archives and Records Administration",
    "National Cemetery Administration",
    "National Credit Union Administration",
    "National Endowment for the Arts",
    "National Endowment for the Humanities",
    "National Gallery of Art",
    "National Geospatial-Intelligence Agency",
    "National Highway Traffic Safety Administration",
    "National Institute of Food and Agriculture",
    "National Institute of Standards and Technology",
    "National Institutes of Health",
    "National Labor Relations Board",
    "National Nuclear Security Administration",
    "National Oceanic and Atmospheric Administration",
    "National Park Service",
    "National Reconnaissance Office",
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
    "Office of Natural Resources Revenue",
    "Office of Personnel Management",
    "Office of Special Counsel",
    "Office of Surface Mining Reclamation and Enforcement",
    "Office of the Comptroller of the Currency",
    "Office of the Director of National Intelligence",
    "Patent and Trademark Office",
    "Peace Corps",
    "Pension Benefit Guaranty Corporation",
    "Pipeline and Hazardous Materials Safety Administration",
    "Railroad Retirement Board",
    "Secret Service",
    "Securities and Exchange Commission",
    "Selective Service System",
    "Small Business Administration",
    "Smithsonian Institution",
    "Smithsonian",
    "Social Security Administration",
    "Substance Abuse and Mental Health Services Administration",
    "Surface Transportation Board",
    "Tennessee Valley Authority",
    "Transportation Security Administration",
    "United States Mint",
    "Veterans Benefits Administration",
    "Veterans Health Administration",
    "Wage and Hour Division",
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
_LONGEST_FIRST = sorted(_NAMES, key=len, reverse=True)
"""So that a name is not read as a shorter one that it begins with."""
_WRITTEN = "|".join(re.escape(name).replace(r"\ ", r"[ \n]") for name in _LONGEST_FIRST)
_NAMED = re.compile(rf"\b(?:{_WRITTEN})\b")
_SMALL = re.compile(r"(?<=\\ )(?:of|the|and|for|on)(?=\\ )")
_PRINTED = re.compile(
    "|".join(
        f"{_SMALL.sub(lambda word: f'(?i:{word.group()})', name)}|{name.upper()}"
        for name in map(re.escape, _LONGEST_FIRST)
    )
)
"""The same in capitals, or with all its words so: "Department Of Energy"."""
_KNOWN = frozenset(name.casefold() for name in _NAMES)
_COUNTRY = re.compile(r"(?:the )?(?:U\.?S\.?|United States) ")
_HEAD = 400
_SEEKS = re.compile(
    r"(?:,? \([A-Z]{2,8}\))?(?:,[^.\n]{3,120},)?"
    r" (?:is (?:now |currently |actively )?(?:seeking"
    r"(?! (?:public|comments?|bids|proposals|input|information|quotes|feedback)\b)"
    r"|recruiting|hiring|looking for|searching for"
    r"|accepting (?:applications|resumes))|seeks|invites|announces|has (?:an|a) (?:opening|vacancy"
    r"|opportunity))\b"
)
"""What follows the name of an agency that speaks of its own vacancy."""
_WITHIN = re.compile(
    r"\b(?:located (?:in|within|at)|within|part of|component of|organization (?:in|of)"
    r"|mission of|staff of|(?:job|post|position|opening|vacancy|role|seat)s? (?:in|at|with|within))"
    r" the"
    r" (?:U\.?S\.? |United States )?$"
)
"""What stands before the name of the agency that a post belongs to."""
_FOR = re.compile(
    r"\b(?:[Jj]oin|[Ww]ork(?:ing)? (?:for|at)|[Cc]areers? (?:at|with)) the"
    r" (?:U\.?S\.? |United States )?$"
)
"""Before the name of the agency that the reader is to work for."""
_AT = re.compile(r"\bAt the (?:U\.?S\.? |United States )?$")
_YOU = re.compile(r"(?: \([A-Z]{2,8}\))?,? (?:you|we|our)\b")
"""Around the name of the agency that speaks to the reader: "At the …, you will lead"."""
_PRESENTED = re.compile(r"(?: \([A-Z]{2,8}\))? is (?:the|an?|one of)\b")
"""Behind the name of an agency that a text presents: "The … (ABC) is the only …"."""
_OPENS = re.compile(r"(?:\A|[.\n] ?)(?:The )?(?:U\.?S\.? |United States )?$")
"""Before the name of an agency that a sentence or line begins with."""


def is_known(name: str) -> bool:
    """Whether a line is the name of an agency at hand, and nothing else."""
    bare = _COUNTRY.sub("", name, count=1)
    return not _KNOWN.isdisjoint((name.casefold(), bare.casefold()))


def first_agency(text: str) -> tuple[int, int] | None:
    """Return the place of the first agency a text names."""
    found = _PRINTED.search(text)
    return found.span() if found else None


def named_agency(text: str) -> str:
    """Return the agency that a text says is hiring, or else the one it names most, or nothing.

    An agency counts that is named twice and more often than any other, or alone and in the first
    lines. Those whose rules are named in passing count only where they speak of themselves.
    """
    places = list(_NAMED.finditer(text))
    seeking = {_name(place) for place in places if _hires(text, place)}
    if len(seeking) == 1:
        return seeking.pop()
    own = seeking | {_name(place) for place in places if _holds_post(text, place)}
    everyone = {_name(place) for place in places}
    if len(everyone) == 1 and everyone <= _BYSTANDERS and _opens_head(text, places[0]):
        own |= everyone
    counts = Counter(name for p in places if (name := _name(p)) not in _BYSTANDERS or name in own)
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most == 1 and len(counts) == 1:
        return first if first in own or first_agency(text[:_HEAD]) else ""
    return first if most > 1 and most > second else ""


def _name(place: re.Match[str]) -> str:
    return " ".join(place.group().split())


def _hires(text: str, place: re.Match[str]) -> bool:
    """Whether a text says of an agency that it is hiring, or speaks to the reader for it."""
    before = text[max(place.start() - 60, 0) : place.start()]
    at = _AT.search(before) and _YOU.match(text, place.end())
    return bool(_SEEKS.match(text, place.end()) or at or _FOR.search(before))


def _holds_post(text: str, place: re.Match[str]) -> bool:
    """Whether a text says of an agency that the post is part of it, or presents the agency."""
    before = text[max(place.start() - 60, 0) : place.start()]
    if _WITHIN.search(before):
        return True
    presented = _OPENS.search(before) and _PRESENTED.match(text, place.end())
    return bool(presented) and _name(place) not in _BYSTANDERS


def _opens_head(text: str, place: re.Match[str]) -> bool:
    """Whether an agency's name begins a line or a sentence of a text's first lines."""
    before = text[max(place.start() - 30, 0) : place.start()]
    return place.start() < _HEAD and _OPENS.search(before) is not None
