"""Title and agency of a page that labels neither: only where its first lines show them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from sesbank.posting.agencies import is_known
from sesbank.posting.bare_lines import bare_line, without_aside, without_plan
from sesbank.posting.head_lines import (
    AGENCY,
    LINKS,
    could_be_title,
    is_chrome,
    is_part,
    is_title,
    names_agency,
)
from sesbank.posting.one_line_heads import (
    agencies_in_row,
    title_and_agency,
    title_before_plan,
)
from sesbank.posting.page import Page
from sesbank.posting.prose_titles import agency_in_prose, title_in_prose
from sesbank.posting.title_rows import (
    agency_beside_place,
    title_and_agency_of_line,
    without_place,
)

_FIELD_NAME = re.compile(
    r"(?i)(?:open|clos|salary|pay|grade|series|location|duty|summary|position|job|vacanc|announce"
    r"|qualif|require|technical|mandatory|executive core|senior|series|this|who|how|appointment)"
)
_ABOVE_OR_BELOW = re.compile(
    r"(?i)(?:U\.?S\.? )?(?:department of|office of|division of|directorate)\b"
)
_SUBJECT = re.compile(
    r"(?m)^(?:Subject|Re|RE): (?:(?:Fwd?|FWD?|Re|RE): ?){0,4}(?P<line>[^\n]{5,140})$"
)
_AT_END = re.compile(r", [A-Z]{2,6}$")
"""An agency's abbreviation behind a title."""
_BODY = re.compile(
    r"(?:[A-Z][\w.&'-]+ (?:(?:of|the|and|for|on) ){0,2}){1,7}?(?:Administration|Agency|Commission"
    r"|Bureau|Service|Institution|Board|Corporation|Foundation|Authority|Command|Corps|Courts"
    r"|Archives)\b(?! (?:of|on|for)\b)"
)
"""A name that ends with the word for what it is."""
_SITE = re.compile(r"\b(?:Careers|Jobs|Job [Oo]p\w+|Civil Service|Benefits|FAQs?)\b")
"""Links of an agency's site behind its name."""
_NO_AGENCY = re.compile(
    r"(?i)(?:(?:northern|southern|eastern|western|middle|central) )?"
    r"district of (?!.*courts)[a-z]+(?: [a-z]+)?$"
    r"|(?:(?:office|division) of )?(?:the )?(?:chief )?(?:human (?:resources?|capital)"
    r"|executive resources?|personnel(?! management))\b"
)
"""The district of a court, and the office that runs the hiring, for whoever hires."""
_PARTS = re.compile(r"(?:, | [-|] )")
_ACRONYM = re.compile(r" \((?!ES|SES|SL|ST)[A-Z]{2,8}\)$")
_FIRST = 2
"""Lines of which an agency may stand right below."""
_LINES = 22
_ABOVE = 8
"""Lines of which one may give title and agency."""
_LONGEST = 240
_MESSAGE = 3000
"""Characters in which a message comes to what it forwards."""


def unlabelled_title(page: Page) -> str:
    """Return the line above everything else that names a post, or nothing."""
    both = _title_and_agency(page)
    if both:
        return both[0]
    lines = _first_lines(page)
    by_word = next((line for line in lines if is_title(line)), "")
    return by_word or title_in_prose(page.text) or _above_agency(lines)


def _above_agency(lines: Sequence[str]) -> str:
    """Return a page's first line where an agency stands right below it: "Regional Forester, …"."""
    lines = [line for line in lines if not is_chrome(line)]
    for line, below in islice(pairwise(lines), _FIRST):
        if is_known(below) and could_be_title(line) and not _FIELD_NAME.match(line):
            return line
    return ""


def titles_in_head(page: Page) -> int:
    """Return how many of a page's first lines could be the title."""
    return len({line.casefold() for line in _first_lines(page) if is_title(line)})


def unlabelled_agency(page: Page) -> str:
    """Return the last of the lines of the page's head that name an agency, or nothing.

    What stands below the last agency that is known by name is a part of it.
    """
    both = _title_and_agency(page)
    if both and both[1]:
        return both[1]
    lines = _first_lines(page)
    placed = next(filter(None, map(agency_beside_place, lines[:_ABOVE])), "")
    if is_known(placed):
        return placed
    names: list[str] = []
    for line in (without_place(_ACRONYM.sub("", line)) for line in lines):
        if _NO_AGENCY.match(line):
            continue
        if (
            (names_agency(line) or is_known(line.partition(" - ")[0]))
            and len(line.split()) <= 12
            and line[-1] not in ".:?"
        ):
            names.append(line)
        elif names and not is_part(line):
            break
        elif names:
            names.append(line)
    own = [name for name in names if not _ABOVE_OR_BELOW.match(name)]
    known = [name for name in own if is_known(name)]
    return (
        of_parts(next(reversed(known or own or names), ""))
        or placed
        or _below_title(page)
        or _behind_skip(page)
        or _own_line(page)
        or agency_in_prose(page.text)
    )


def _own_line(page: Page) -> str:
    """Return the one agency that has a line of its own, as below the words of a message."""
    lines = {line.strip() for line in page.text[:_MESSAGE].split("\n")[:-1]}
    known = [line for line in lines if is_known(line)]
    return known[0] if len(known) == 1 else ""


def of_parts(line: str) -> str:
    """Return the lowest agency at hand of a line such as "Department of Labor, Wage Office"."""
    if "Inspector General" in line:
        return line
    parts = [part for part in _PARTS.split(line) if is_known(part)]
    return parts[-1] if parts else agencies_in_row(line)[0] or line


def _behind_skip(page: Page) -> str:
    """Return the agency of a page without lines that names it behind its first links."""
    for links in LINKS.finditer(page.text, 0, _LONGEST):
        head = _SITE.split(page.text[links.end() : links.end() + _LONGEST])[0]
        known, named = agencies_in_row(head)[0], _BODY.match(head)
        if known:
            return known
        if named and names_agency(named.group()):
            return named.group()
    return ""


def first_line_agency(page: Page) -> str:
    """Return the first line of a page that labels its title further down, where it can be a name.

    An agency without a telling word has no other sign than its place.
    """
    line = next(iter(_first_lines(page)), "")
    return line if is_part(line) and not _FIELD_NAME.match(line) else ""


def _below_title(page: Page) -> str:
    """Return the line right below the title where it can only be the agency's name."""
    lines = _first_lines(page)[:6]
    for title, line in pairwise(lines):
        if is_title(title):
            name = re.sub(r" \d{1,3}$", "", line)
            return line if is_part(name) and not _FIELD_NAME.match(line) else ""
    return ""


def _title_and_agency(page: Page) -> tuple[str, str] | None:
    """Return title and agency where the first words of a page give both.

    "Agency - Title" on a line, or "Title, Agency." before the labels of a paragraph.
    """
    subject = _SUBJECT.search(page.text, 0, 2000)
    if subject:
        return _of_subject(subject["line"])
    first = page.text[:_LONGEST].split("\n")[0]
    left, dash, right = first.partition(" - ")
    title = without_plan(right)
    if dash and is_title(title) and AGENCY.fullmatch(left):
        return title, left
    sentence = first.split(". ")[0]
    left, comma, right = sentence.rpartition(", ")
    if comma and len(sentence) < len(first) and AGENCY.fullmatch(right) and is_title(left):
        return left, right
    return (
        _of_first_lines(page)
        or title_before_plan(page.text)
        or title_and_agency(page.text, page.starts)
    )


def _of_first_lines(page: Page) -> tuple[str, str] | None:
    """Return title and agency of the first line that gives both, if no other title is above it."""
    for line in page.text[: _LONGEST * 2].split("\n")[:_ABOVE]:
        both = title_and_agency_of_line(line)
        if both or is_title(bare_line(line)):
            return both
    return None


def _of_subject(line: str) -> tuple[str, str] | None:
    """Return title and agency of a message's subject: "SES opening - Director, Rural Bank"."""
    line = without_aside(line)
    for piece in map(_without_abbreviation, reversed(line.split(" - "))):
        for between in (" at the ", " at ", " with the ", ", "):
            left, found, right = piece.rpartition(between)
            named = is_known(right) or (between != ", " and names_agency(right))
            named = named or _BODY.fullmatch(right) is not None
            if found and is_title(without_plan(left)) and named:
                return without_plan(left), right
        title = without_plan(_ACRONYM.sub("", piece))
        if is_title(title):
            return title, ""
    return None


def _without_abbreviation(piece: str) -> str:
    return _AT_END.sub("", piece)


def _first_lines(page: Page) -> list[str]:
    """Return the page's first lines that are short enough for a title, up to the first prose."""
    head = page.text[:3000]
    lines = head.split("\n") if len(page.text) <= 3000 else head.split("\n")[:-1]
    prose = next((n for n, line in enumerate(lines) if len(line.split()) > 30), len(lines))
    return [
        bare_line(" ".join(line.split()))
        for line in lines[: min(prose, _LINES)]
        if line.strip() and len(line) <= 120
    ]
