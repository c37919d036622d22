"""What a line in a page's head can be: a title, an agency's name, the name of a part of one."""

from __future__ import annotations

import re

from sesbank.posting.agencies import is_known
from sesbank.posting.places import names_scope

LINKS = re.compile(
    r"\b(?:Skip to (?:main )?(?:content|navigation)|Skip navigation|Sign [Ii]n|Log [Ii]n"
    r"|Toggle navigation|An official website of the United States government"
    r"|Here's how you know)[ |>-]{1,3}(?:(?:Menu|Home|Search|Help|Close)[ |>-]{1,3})*"
)
"""Links that a page begins with."""
_POST = re.compile(
    r"\b(?:director|administrator|officer|chief|counsel|secretary|commissioner|deputy"
    r"|clerk of (?:the )?court|scientist|advis[eo]r|manager|executive"
    r"|controller|comptroller|inspector general|superintendent|economist|engineer"
    r"|judge|attorney|president|chair|actuary|technologist"
    r"|head|principal|librarian|archivist|treasurer|auditor|curator|specialist"
    r"|candidate development program"
    r"|coordinator|chancellor|ombudsman|analyst|cio|cfo|ciso)\b",
    re.IGNORECASE,
)
_COURT = (
    r"(?:(?:United States|U\.?S\.?) (?:[A-Z][\w.]+ ){0,3}Court|Supreme Court|Superior Court"
    r"|Court of (?:Appeals|Federal Claims|International Trade))[\w,&'. -]{0,70}"
)
AGENCY = re.compile(
    r"(?:U\.?S\.? )?(?:Department of (?:the )?[A-Z]\w+|Office of (?:the )?[A-Z]\w+"
    r"|[A-Z][\w.&' -]{2,60} (?:Administration|Agency|Commission|Bureau|Service"
    r"|Institution|Board|Corporation|Foundation|Authority|Command|Headquarters|Courts"
    r"|Archives|Corps)\b|National [A-Z]\w+|Bureau of (?:the )?[A-Z]\w+"
    r"|Federal [A-Z]\w+|Smithsonian|Library of [A-Z]\w+|Environmental [A-Z]\w+"
    r"|Centers for [A-Z]\w+)[\w,&'. -]{0,70}"
    r"|(?:[A-Z]{2,6},? )?Office of (?:the )?Inspector General"
    rf"|{_COURT}",
)
_CHROME = re.compile(
    r"(?i)^(?:#|(?:from|to|cc|bcc|sent|date|reply-to|attachments?): "
    r"|skip|sign in|search|home|menu|help|usajobs|an official|here's how"
    r"|share|save|apply|print|overview|summary|back|return"
    r"|description|accepting|reviewing|hiring complete|this job|department of"
    r"|job announcement|agency wide|about (?:this|the) (?:position|job|role)|learn more"
    r"|posted|view|read|created?|(?:company|employer)(?=:)"
    r"|senior executive(?! service candidate| \()|executive/managerial|permanent"
    r"|full[- ]time|part[- ]time)\b|^\W|^\w[.)] |https?:|@|\d{3,}",
)
_LINKED = re.compile(r"^(?:[^|•]{2,40} [|•] ){2,}[^|•]{2,40}$")
"""Links of a page in a row."""
_ABOUT_HIRING = re.compile(
    r"(?i)\b(?:about (?:the|this|our)"
    r"|qualifications?|guide|openings|vacanc(?:y|ies)|contact information"
    r"|executive (?:search|recruit(?:ing|ment|ers))\b(?! (?:director|officer|chief))"
    r"|executive service(?! candidate)|(?:career|job|employment|executive|ses) opportunit(?:y|ies)"
    r"|(?:M|P|MP)?TQs? ?\d?|ECQs? ?\d?"
    r"|(?:requirements|competenc(?:y|ies)|factors|criteria|seminar|questionnaire)$)\b"
)
"""In a line that speaks of the vacancy and names nobody."""
_PROGRAM = re.compile(r"(?i)\bcandidate development program\b")
_HOLDER = re.compile(
    r"(?:Federal|National|Environmental)\b.*\b(?:Director|Officer|Administrator|Manager|Executive"
    r"|Counsel|Coordinator|Adviser|Advisor|Chief|Scientist|Engineer|Economist)(?:(?:,| for| -) .*)?"
)
"""A post that begins like an agency: "Federal Security Director"."""
_FIELD_START = re.compile(r"(?i)^(?:open|clos|salary|pay|announce|control|appointment)")
_NO_PART = (_POST, _CHROME, _FIELD_START, _ABOUT_HIRING)
_LITTLE = re.compile(r"(?<= )(?:Of|The|And|For|In|To|On)(?= )")


def names_agency(line: str) -> bool:
    """Whether a line is an agency's name, in capitals or not."""
    if _HOLDER.fullmatch(line) or any(p.search(line) for p in (_ABOUT_HIRING, LINKS)):
        return False
    if names_scope(line) or _PROGRAM.search(line) or _is_post_of(line):
        return False
    name = _titled(line) if line.isupper() else line
    return is_known(name) or AGENCY.fullmatch(name) is not None


def _is_post_of(line: str) -> bool:
    """Whether a post stands before its part of an agency: "Deputy Administrator - Fire Agency"."""
    left, dash, _ = line.partition(" - ")
    return bool(dash) and _POST.search(left) is not None and not is_known(line)


def _titled(line: str) -> str:
    """Return words in capitals as a name is written: "Department of the Treasury"."""
    return _LITTLE.sub(lambda found: found.group().lower(), line.title())


def is_title(line: str) -> bool:
    """Whether a line can be the title of a post: capital words, one of which is a post's."""
    return could_be_title(line) and _POST.search(line) is not None


def is_chrome(line: str) -> bool:
    """Whether a line is a link or a label of a page: "Save", "Job announcement"."""
    return _CHROME.search(line) is not None


def could_be_title(line: str) -> bool:
    """Whether a line is built like a title, whatever its words: "Regional Forester, West"."""
    words = line.split()
    if " > " in line or _LINKED.search(line) or _CHROME.search(line) or _ABOUT_HIRING.search(line):
        return False
    if not 1 < len(words) <= 14 or line[-1] in ".?!:,;":
        return False
    main = [word for word in words if len(word) > 3 and word.isalpha()]
    capital = all(word[0].isupper() for word in main)
    return capital and not names_agency(line)


def is_part(line: str) -> bool:
    """Whether a line below a department names a part of it: a few capital words, no post."""
    words = [word for word in line.split() if word.lower() not in {"of", "the", "and", "for", "&"}]
    if not 1 < len(words) <= 7 or names_scope(line) or any(p.search(line) for p in _NO_PART):
        return False
    return all(word.isalpha() and word[0].isupper() for word in words)
