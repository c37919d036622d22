"""Title and agency of a page that labels neither: only where its first lines show them."""

from __future__ import annotations

import re

from sesbank.posting.page import Page

_POST = re.compile(
    r"\b(?:director|administrator|officer|chief|counsel|secretary|commissioner|deputy"
    r"|scientist|advis[eo]r|manager|executive"
    r"|controller|comptroller|inspector general|superintendent|economist|engineer"
    r"|judge|attorney|president|chair|actuary|technologist"
    r"|head|principal|librarian|archivist|treasurer|auditor|curator|specialist"
    r"|coordinator|chancellor|ombudsman|analyst|cio|cfo|ciso)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:U\.?S\.? )?(?:Department of (?:the )?[A-Z]\w+|Office of (?:the )?[A-Z]\w+"
    r"|[A-Z][\w.&' -]{2,60} (?:Administration|Agency|Commission|Bureau|Service"
    r"|Institution|Board|Corporation|Foundation|Authority|Command|Headquarters|Courts"
    r"|Archives|Corps)|National [A-Z]\w+|Bureau of [A-Z]\w+"
    r"|Federal [A-Z]\w+|Smithsonian|Library of [A-Z]\w+|Environmental [A-Z]\w+"
    r"|Centers for [A-Z]\w+)[\w,&'. -]{0,70}",
)
_CHROME = re.compile(
    r"(?i)^(?:#|skip|sign in|search|home|menu|help|usajobs|an official|here's how"
    r"|share|save|apply|print|overview|summary|back|return"
    r"|description|accepting|reviewing|hiring complete|this job|department of"
    r"|job announcement|learn more|posted|view|read|create)\b|^\W|https?:|@|\d{3,}",
)
_UNDER = re.compile(r" (?:Description|Summary|Overview|Duties)$")
_LINES = 14


def unlabelled_title(page: Page) -> str:
    """Return the line above everything else that names a post, or nothing."""
    for printed, lone in _first_lines(page):
        line = _UNDER.sub("", printed)
        words = line.split()
        if not lone or _CHROME.search(line) or not 1 < len(words) <= 14 or line[-1] in ".?!:,;":
            continue
        main = [word for word in words if len(word) > 3 and word.isalpha()]
        if (
            _POST.search(line)
            and all(word[0].isupper() for word in main)
            and not _AGENCY.fullmatch(line)
        ):
            return line
    return ""


def unlabelled_agency(page: Page) -> str:
    """Return the last line of the page's head that is an agency's name and nothing else."""
    names: list[str] = []
    for line, lone in _first_lines(page):
        if not lone:
            continue
        if _AGENCY.fullmatch(line) and len(line.split()) <= 12 and line[-1] not in ".:?":
            names.append(line)
        elif names:
            break
    return names[-1] if names else ""


def _first_lines(page: Page) -> list[tuple[str, bool]]:
    """Return the page's first lines, and whether each stands alone as a title would."""
    head = page.text[:3000]
    lines = head.split("\n")
    complete = lines if len(page.text) <= 3000 else lines[:-1]
    first_section = next(
        (place for place, line in enumerate(complete) if len(line.split()) > 30),
        len(complete),
    )
    return [
        (" ".join(line.split()), len(line) <= 120)
        for line in complete[: min(first_section, _LINES)]
        if line.strip()
    ]
