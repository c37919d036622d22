"""Title and agency of a page that labels neither: only where its first lines show them."""

from __future__ import annotations

import re
from itertools import pairwise

from sesbank.posting.agencies import first_agency, is_known
from sesbank.posting.page import Page
from sesbank.posting.places import names_scope

_POST = re.compile(
    r"\b(?:director|administrator|officer|chief|counsel|secretary|commissioner|deputy"
    r"|scientist|advis[eo]r|manager|executive"
    r"|controller|comptroller|inspector general|superintendent|economist|engineer"
    r"|judge|attorney|president|chair|actuary|technologist"
    r"|head|principal|librarian|archivist|treasurer|auditor|curator|specialist"
    r"|candidate development program"
    r"|coordinator|chancellor|ombudsman|analyst|cio|cfo|ciso)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:U\.?S\.? )?(?:Department of (?:the )?[A-Z]\w+|Office of (?:the )?[A-Z]\w+"
    r"|[A-Z][\w.&' -]{2,60} (?:Administration|Agency|Commission|Bureau|Service"
    r"|Institution|Board|Corporation|Foundation|Authority|Command|Headquarters|Courts"
    r"|Archives|Corps)\b|National [A-Z]\w+|Bureau of (?:the )?[A-Z]\w+"
    r"|Federal [A-Z]\w+|Smithsonian|Library of [A-Z]\w+|Environmental [A-Z]\w+"
    r"|Centers for [A-Z]\w+)[\w,&'. -]{0,70}",
)
_CHROME = re.compile(
    r"(?i)^(?:#|(?:from|to|cc|bcc|sent|date|reply-to|attachments?): "
    r"|skip|sign in|search|home|menu|help|usajobs|an official|here's how"
    r"|share|save|apply|print|overview|summary|back|return"
    r"|description|accepting|reviewing|hiring complete|this job|department of"
    r"|job announcement|agency wide|about (?:this|the) (?:position|job|role)|learn more"
    r"|posted|view|read|create"
    r"|senior executive(?! service candidate)|executive/managerial|permanent"
    r"|full[- ]time|part[- ]time)\b|^\W|https?:|@|\d{3,}",
)
_ABOUT_HIRING = re.compile(
    r"(?i)\b(?:qualifications?|guide|vacanc(?:y|ies)|contact information|executive service)\b"
)
"""In a line that speaks of the vacancy and names nobody."""
_HOLDER = re.compile(
    r"(?:Federal|National|Environmental)\b.*\b(?:Director|Officer|Administrator|Manager|Executive"
    r"|Counsel|Coordinator|Adviser|Advisor|Chief|Scientist|Engineer|Economist)"
)
"""A post that begins like an agency: "Federal Security Director"."""
_FIELD_NAME = re.compile(
    r"(?i)(?:open|clos|salary|pay|grade|series|location|duty|summary|position|job|vacanc|announce"
    r"|qualif|require|technical|mandatory|executive core|senior|series|this|who|how|appointment)"
)
_FIELD_START = re.compile(r"(?i)^(?:open|clos|salary|pay|announce|control|appointment)")
_NO_PART = (_POST, _CHROME, _FIELD_START, _ABOUT_HIRING)
_ABOVE_OR_BELOW = re.compile(
    r"(?i)(?:U\.?S\.? )?(?:department of|office of|division of|directorate)\b"
)
_SUBJECT = re.compile(r"(?m)^Subject: (?:(?:Fwd?|FWD?|Re|RE): ?){0,4}(?P<line>[^\n]{5,140})$")
_UNDER = re.compile(
    r" (?:Description|Summary|Overview|Duties|[-|] (?:USAJOBS|Indeed|LinkedIn)"
    r"|Jobs? in [A-Z][\w.' -]{2,40}, [A-Z]{2})$"
)
_FIRST_LABEL = re.compile(
    r" (?:Overview|Open(?:ing)? (?:&|and) clos|Accepting|Reviewing|Summary|Pay scale|Salary"
    r"|Announcement|Vacancy|Job announcement)"
)
_PLAN = re.compile(
    r" \((?:SES|ES|SL|ST)(?:, [a-z ]{3,30})?\)$"
    r"|,? ?\(?\b(?:ES|SL|ST|EV|TM|EM|EX|SES)-\d{3,4}(?:-\d\d)?\)?$"
)
_KIND = re.compile(
    r"^(?:(?:SES|Executive|Senior Executive) )?(?:[Vv]acancy|[Oo]pening|Role|Job|Position|Program"
    r"|Opportunity|Now [Hh]iring)(?: [Aa]nnouncement| [Oo]pportunity)?: (?=[A-Z][a-z])"
)
_ASIDE = re.compile(r" ?[(\[](?:[Cc]los|[Aa]pply|[Oo]pen|[Dd]ue|[Dd]eadline)[^()\[\]]{0,40}[)\]]$")
_AT_END = re.compile(r", [A-Z]{2,6}$")
"""An agency's abbreviation behind a title."""
_WITH_PLAN = re.compile(
    r"^(?P<title>[A-Z][^()\n]{4,90}) \((?:SES|ES|SL|ST)\)(?= (?:in|at)\b|[,.:])"
)
_IN_PROSE = re.compile(
    r"(?<![\w,] )As (?:the|our|an?) (?P<title>[A-Z][\w&/-]+"
    r"(?:,? (?:[A-Z(][\w&/()-]*|of|the|and|for)){0,13}),?"
    r" you (?:will|are|lead|serve|report|direct|oversee)\b"
)
_OF_POST = re.compile(
    r"\b[Tt]he ?(?P<title>(?=[A-Z])(?:[A-Z][\w&/-]+)(?:,? (?:[A-Z][\w&/-]*|of|the|and|for)){1,11})"
    r"(?: \([A-Z]{2,8}\))?,? (?:is located (?:in|at|within)|serves as (?:the|a|an))\b"
)
"""A sentence about the post: "The Chief Actuary (CA) serves as …"."""
_SKIPPED = re.compile(
    r"\b(?:Skip to (?:main )?(?:content|navigation)|Skip navigation|Sign [Ii]n|Log [Ii]n"
    r"|Toggle navigation|An official website of the United States government"
    r"|Here's how you know)[ |>-]{1,3}(?:(?:Menu|Home|Search|Help|Close)[ |>-]{1,3})*"
)
"""Links that a page begins with."""
_BODY = re.compile(
    r"(?:[A-Z][\w.&'-]+ (?:(?:of|the|and|for|on) ){0,2}){1,7}?(?:Administration|Agency|Commission"
    r"|Bureau|Service|Institution|Board|Corporation|Foundation|Authority|Command|Corps|Courts"
    r"|Archives)\b(?! (?:of|on|for)\b)"
)
"""A name that ends with the word for what it is."""
_PARTS = re.compile(r"(?:, | [-|] )")
_ACRONYM = re.compile(r" \((?!ES|SES|SL|ST)[A-Z]{2,8}\)$")
_LITTLE = re.compile(r"(?<= )(?:Of|The|And|For|In|To|On)(?= )")
_LINES = 22
_LONGEST = 240
_PROSE = 6000
"""So far into a page a sentence may give the post."""


def unlabelled_title(page: Page) -> str:
    """Return the line above everything else that names a post, or nothing."""
    both = _title_and_agency(page)
    if both:
        return both[0]
    return next((line for line in _first_lines(page) if _is_title(line)), "") or _in_prose(page)


def _in_prose(page: Page) -> str:
    """Return the post of the first sentence that gives the reader one: "As the Director, you …"."""
    found = _IN_PROSE.search(page.text, 0, _PROSE) or _OF_POST.search(page.text, 0, _PROSE)
    return found["title"] if found and _is_title(found["title"]) else ""


def titles_in_head(page: Page) -> int:
    """Return how many of a page's first lines could be the title."""
    return len({line.casefold() for line in _first_lines(page) if _is_title(line)})


def unlabelled_agency(page: Page) -> str:
    """Return the last of the lines of the page's head that name an agency, or nothing.

    What stands below the last agency that is known by name is a part of it.
    """
    both = _title_and_agency(page)
    if both:
        return both[1]
    names: list[str] = []
    for line in (_ACRONYM.sub("", line) for line in _first_lines(page)):
        if names_agency(line) and len(line.split()) <= 12 and line[-1] not in ".:?":
            names.append(line)
        elif names and not _is_part(line):
            break
        elif names:
            names.append(line)
    own = [name for name in names if not _ABOVE_OR_BELOW.match(name)]
    known = [name for name in own if is_known(name)]
    return (
        _of_parts(next(reversed(known or own or names), ""))
        or _below_title(page)
        or _behind_skip(page)
    )


def _of_parts(line: str) -> str:
    """Return the lowest agency at hand of a line such as "Department of Labor, Wage Office"."""
    parts = [part for part in _PARTS.split(line) if is_known(part)]
    return parts[-1] if parts else line


def _behind_skip(page: Page) -> str:
    """Return the agency of a page without lines that names it behind its first links."""
    for links in _SKIPPED.finditer(page.text, 0, _LONGEST):
        head = page.text[links.end() : links.end() + _LONGEST]
        known, named = first_agency(head), _BODY.match(head)
        if known and known[0] == 0:
            return head[: known[1]]
        if named and names_agency(named.group()):
            return named.group()
    return ""


def first_line_agency(page: Page) -> str:
    """Return the first line of a page that labels its title further down, where it can be a name.

    An agency without a telling word has no other sign than its place.
    """
    line = next(iter(_first_lines(page)), "")
    return line if _is_part(line) and not _FIELD_NAME.match(line) else ""


def _below_title(page: Page) -> str:
    """Return the line right below the title where it can only be the agency's name."""
    lines = _first_lines(page)[:6]
    for title, line in pairwise(lines):
        if _is_title(title):
            name = re.sub(r" \d{1,3}$", "", line)
            return line if _is_part(name) and not _FIELD_NAME.match(line) else ""
    return ""


def names_agency(line: str) -> bool:
    """Whether a line is an agency's name, in capitals or not."""
    if _HOLDER.fullmatch(line) or any(p.search(line) for p in (_ABOUT_HIRING, _SKIPPED)):
        return False
    if names_scope(line):
        return False
    name = _titled(line) if line.isupper() else line
    return is_known(name) or _AGENCY.fullmatch(name) is not None


def _titled(line: str) -> str:
    """Return words in capitals as a name is written: "Department of the Treasury"."""
    return _LITTLE.sub(lambda found: found.group().lower(), line.title())


def _is_title(line: str) -> bool:
    words = line.split()
    if " > " in line or _CHROME.search(line) or _ABOUT_HIRING.search(line):
        return False
    if not 1 < len(words) <= 14 or line[-1] in ".?!:,;":
        return False
    main = [word for word in words if len(word) > 3 and word.isalpha()]
    capital = all(word[0].isupper() for word in main)
    return capital and _POST.search(line) is not None and not names_agency(line)


def _is_part(line: str) -> bool:
    """Whether a line below a department names a part of it: a few capital words, no post."""
    words = [word for word in line.split() if word.lower() not in {"of", "the", "and", "for", "&"}]
    if not 1 < len(words) <= 7 or names_scope(line) or any(p.search(line) for p in _NO_PART):
        return False
    return all(word.isalpha() and word[0].isupper() for word in words)


def without_plan(title: str) -> str:
    """Return a title without the pay plan behind it: "Chief Actuary, SL-1510-00"."""
    return _PLAN.sub("", title)


def _title_and_agency(page: Page) -> tuple[str, str] | None:
    """Return title and agency where the first words of a page give both.

    "Agency - Title" on a line, or "Title, Agency." before the labels of a paragraph.
    """
    subject = _SUBJECT.search(page.text, 0, 2000)
    if subject:
        return _of_subject(subject["line"])
    first = page.text[:_LONGEST].split("\n")[0]
    left, dash, right = first.partition(" - ")
    title = _PLAN.sub("", right)
    if dash and _is_title(title) and _AGENCY.fullmatch(left):
        return title, left
    sentence = first.split(". ")[0]
    left, comma, right = sentence.rpartition(", ")
    if comma and len(sentence) < len(first) and _AGENCY.fullmatch(right) and _is_title(left):
        return left, right
    return _of_paragraph(page.text[:_LONGEST])


def _of_paragraph(head: str) -> tuple[str, str] | None:
    """Return title and agency of a page without lines: "Chief Judge Department of Labor Open …".

    The agency is the part behind the department where that is one's name too.
    """
    label = _FIRST_LABEL.search(head)
    known = first_agency(head[: label.start()]) if label else None
    if label is None or known is None or "\n" in head[: label.start()]:
        return None
    title = head[: known[0]].strip(" ,-|")
    part = head[known[1] : label.start()].strip(" ,-|")
    if not _is_title(title):
        return None
    return title, part if names_agency(part) else head[slice(*known)]


def _of_subject(line: str) -> tuple[str, str] | None:
    """Return title and agency of a message's subject: "SES opening - Director, Rural Bank"."""
    line = _KIND.sub("", _ASIDE.sub("", line))
    for piece in map(_without_abbreviation, reversed(line.split(" - "))):
        for between in (" at the ", " at ", " with the ", ", "):
            left, found, right = piece.rpartition(between)
            if found and _is_title(without_plan(left)) and names_agency(right):
                return without_plan(left), right
        if _is_title(without_plan(piece)):
            return without_plan(piece), ""
    return None


def _without_abbreviation(piece: str) -> str:
    return _AT_END.sub("", piece)


def _first_lines(page: Page) -> list[str]:
    """Return the page's first lines that are short enough for a title, up to the first prose."""
    head = page.text[:3000]
    lines = head.split("\n") if len(page.text) <= 3000 else head.split("\n")[:-1]
    prose = next((n for n, line in enumerate(lines) if len(line.split()) > 30), len(lines))
    return [
        _bare(" ".join(line.split()))
        for line in lines[: min(prose, _LINES)]
        if line.strip() and len(line) <= 120
    ]


def _bare(line: str) -> str:
    """Return a line without what a page puts before or behind a title."""
    title, bar, company = line.partition(" | ")
    line = title if bar and first_agency(company) else line
    planned = _WITH_PLAN.match(line)
    return planned["title"] if planned else without_plan(_UNDER.sub("", _KIND.sub("", line)))
