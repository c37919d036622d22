"""Title and agency where a page lost the lines of its head: "Director Peace Corps Summary …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sesbank.posting.agencies import first_agency
from sesbank.posting.head_lines import is_title, names_agency

_FIRST_LABEL = re.compile(
    r" (?:Overview|Open(?:ing)? (?:&|and) clos|Accepting|Reviewing|Hiring complete|Summary"
    r"|Pay scale|Salary|Announcement|Vacancy|Job (?:announcement|[Dd]escription|[Dd]etails)"
    r"|This job announcement|This Position Is|About (?:This|the) (?:Position|Job)|Description"
    r"|Duties|Qualifications?|Requirements|\d\d/\d\d/\d{4} to \d\d/)"
)
_DESCRIBED = re.compile(
    r" (?:About (?:This|the) (?:Position|Job|Role)|Job (?:Description|Details|Summary)"
    r"|Description Summary)(?= [A-Z])"
)
"""What a job board has right below a title."""
_CHROME = re.compile(
    r"(?:(?:Skip to (?:main )?content(?: Skip to \w+ \w+ \w+)?|U\.S\. flag|Back to results"
    r"|An official website of the United States government|Here's how you know|Help|Menu)[ |]*)+"
)
"""What a job page has above its title."""
_CITY = (
    r"(?:(?:San|New|Los|Las|Fort|El|Santa|Saint|St\.|Silver|Salt Lake|Oak|College|Falls|Kansas"
    r"|Colorado|Baton) )?[A-Z][a-z]+"
)
_BEFORE_PLACE = re.compile(
    rf"(?P<title>[A-Z][^\n]{{4,140}}?) (?:Jobs? in {_CITY}(?: [A-Z][a-z]+){{0,2}}, [A-Z]{{2}}"
    r"(?= Vacancy No)(?:[^\n]{0,60}? Department (?P<agency>[A-Z][^\n]{3,90}?) Salary)?"
    rf"|{_CITY},? (?:D\.C\.?|[A-Z]{{2}}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r" (?=\$\d|[A-Z][a-z]{2} \d{1,2}, \d{4}))"
)
"""A title with its place, and then what a job board says of it."""
_BEFORE_PLAN = re.compile(
    r"(?:View Vacancy Questions|Vacancy Details|(?:Vacancy|Announcement): [\w./-]*\d[\w./-]*)"
    r" (?P<title>[A-Z](?:(?!Vacancy|Questions|Print|View)[^\n]){4,90}?) (?:[A-Z]{2})-\d{4}-\d\d\b"
)
"""A title between the links of a page and its plan and series."""
_NOTHING = re.compile(r"[ ,|-]*(?:U\.?S\.?|The)?[ ,|-]*")
"""Before the first agency of a line that begins with it."""
_COUNTRY = re.compile(r"[ ,|-]+U\.?S\.? ?$")
_LINE_END = re.compile(r"\n")
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
"""Where two words stand together whose line's end was lost."""
_FIRST = 2
"""Lines that may stand above a paragraph that gives title and agency."""
_SENTENCES = 5
"""Sentences of a job board that may stand above them."""
_NEAR = 300
_PAGE_HEAD = 1500
_LONGEST = 240


def title_and_agency(text: str, starts: Sequence[int]) -> tuple[str, str] | None:
    """Return title and agency where the head of a page gives both in one line.

    `starts` are where the sentences of `text` begin.
    """
    heads = [_unglued(text[start : start + _LONGEST]) for start in _places(text, starts)]
    return next(filter(None, map(_of_head, heads)), None) or _above_description(heads[0])


def title_before_plan(text: str) -> tuple[str, str] | None:
    """Return the title that stands between a page's links and its plan: "… Chief, ES-0340-00"."""
    found = _BEFORE_PLAN.search(text, 0, _PAGE_HEAD)
    title = found["title"].rstrip(" ,-") if found else ""
    return (title, "") if title and is_title(title) else None


def _unglued(head: str) -> str:
    """Return a head with its words apart; a line of words stuck together holds all of it."""
    line = head.split("\n")[0]
    if "\n" in head and _GLUED.search(line) and not _FIRST_LABEL.search(line):
        return f"{_GLUED.sub(' ', line)} Overview"
    return _GLUED.sub(" ", head)


def _above_description(head: str) -> tuple[str, str] | None:
    """Return the title of a page that goes over into its description at once."""
    label = _DESCRIBED.search(head)
    title = head[: label.start()].strip() if label else ""
    return (title, "") if title and "\n" not in title and is_title(title) else None


def _places(text: str, starts: Sequence[int]) -> Iterator[int]:
    """Yield where such a line may begin: with the page, below its first lines or sentences."""
    chrome = _CHROME.match(text)
    yield chrome.end() if chrome else 0
    yield from (found.end() for found in islice(_LINE_END.finditer(text), _FIRST))
    yield from (start for start in islice(starts, 1, _SENTENCES) if start < _NEAR)


def _of_head(head: str) -> tuple[str, str] | None:
    """Return title and agency of words such as "Chief Judge Department of Labor Open …".

    The title may stand behind the agency as well. The agency is the part behind the department
    where that is one's name too.
    """
    placed = _BEFORE_PLACE.match(head)
    if placed and is_title(placed["title"]):
        return placed["title"], placed["agency"] or ""
    label = _FIRST_LABEL.search(head)
    known = first_agency(head[: label.start()]) if label else None
    if label is None or known is None or "\n" in head[: label.start()]:
        return None
    title = _COUNTRY.sub("", head[: known[0]]).strip(" ,-|")
    if _NOTHING.fullmatch(title):
        return _behind_agencies(head[: label.start()])
    part = head[known[1] : label.start()].strip(" ,-|")
    if not is_title(title):
        return None
    inner = first_agency(part)
    if inner and inner[0] == 0:
        return title, part[: inner[1]]
    return title, part if names_agency(part) else head[slice(*known)]


def _behind_agencies(head: str) -> tuple[str, str] | None:
    """Return title and agency of words that name a department, its part and then the post."""
    agency, behind = agencies_in_row(head)
    title = behind.strip(" ,-|")
    return (title, agency) if is_title(title) else None


def agencies_in_row(words: str) -> tuple[str, str]:
    """Return the last of the agencies that words begin with, and what stands behind them."""
    agency = ""
    while (known := first_agency(words)) and _NOTHING.fullmatch(words, 0, known[0]):
        agency, words = words[slice(*known)], words[known[1] :]
    return agency, words
