"""Header facts of a posting: what is not stated stays empty, nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sesbank.posting.dates import find_days, find_ranges
from sesbank.posting.fields import Field, find_fields
from sesbank.posting.page import Page
from sesbank.posting.positions import unlabelled_agency, unlabelled_title

_ANNOUNCEMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{3,60}")
_LOOSE_ANNOUNCEMENT = re.compile(
    r"(?<=\n)(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{2,}(?:-[A-Z0-9]+){1,7}(?=\n|\Z)"
)
_ADDRESS = re.compile(
    r"usajobs\.gov/(?:job|GetJob/(?:ViewDetails|PrintPreview))/(\d{6,9})\b", re.IGNORECASE
)
_CONTROL = re.compile(r"\d{6,10}(?!\w)")
_LOOSE_CONTROL = re.compile(r"(?<=\n)\d{9}(?=\n|\Z)")
_PLANS = "ES|SL|ST|EM|SK|TM|EX|EV|IP|IE|FE|SP|SV|SW|RS|CM|XS|EE|ZZ|DR|NH|AD|GS|GM|GG|JS|CL"
_EXECUTIVE = "ES|SL|ST|EM|FE|IE|IP|EV"
_SERIES = re.compile(rf"(?<![\w-])({_EXECUTIVE})[ -]{{1,3}}\d{{4}}[ -]{{1,3}}(\d{{1,2}})(?![\w-])")
_BARE_PLAN = re.compile(rf"(?<![\w-])({_EXECUTIVE})[ -]{{1,3}}(00)(?![\w-])")
_LABELLED_PLAN = re.compile(
    rf"(?<![\w-])({_PLANS})(?:[ -]{{1,3}}\d{{4}})?(?:[ -]{{1,3}}(\d{{1,2}}))?(?![\w])"
)
_CLOSING = re.compile(
    r"(?i)\b(?:clos(?:es|ing date)(?: is| on| of)?|accepted (?:through|until)|apply by|received by)(?: 11:59 ?[ap]\.?m\.?[ ,(a-z)]{0,24}(?:on )?)?[ :,]{1,3}"
)
_PLACES = re.compile(
    r"(?i)\b(?:\d+|few|many|multiple|one) vacanc(?:y|ies) in the following locations?:?[ \n]?"
)
_PLACE = re.compile(
    r"[A-Z][\w.' -]{1,40}, (?:[A-Z]{2}\b|[A-Z][a-z]+(?: (?:of )?[A-Z][a-z]+){0,2})|Anywhere in the U\.S\.[^\n]{0,30}|Location Negotiable[^\n]{0,30}"
)
_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = r"(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?:[ -]?\(\d{1,2}\))?"
_LIMITS = (
    re.compile(
        rf"(?i)\b{_COUNT}[ -]*\(?pages?\)?[ -](?:maximum |limit(?:ed)? |standard |federal |chronological |executive |ses |or less |narrative )*(?:resume|r[eé]sum[eé]|curriculum|cv\b)"
    ),
    re.compile(
        rf"(?i)(?:resumes?|r[eé]sum[eé]s?)\b[^.;]{{0,90}}?(?:exceed(?:ing|s)?|limit(?:ed)? (?:of|to|is)|longer than|more than|maximum (?:of|is)|beyond|up to|within|over)[^.;0-9]{{0,20}}?\b{_COUNT}[ -]pages?"
    ),
    re.compile(
        rf"(?i)(?:information|anything|material|pages?) (?:in excess of|beyond|over|exceeding|past)(?: the)?(?: first)? {_COUNT}[ -]pages?[^.;]{{0,20}} not be (?:considered|reviewed|read|accepted)"
    ),
    re.compile(rf"(?i)only the first {_COUNT} pages of (?:your|the|each) resumes?"),
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a posting states."""

    title: str = ""
    agency: str = ""
    announcement: str = ""
    control: str = ""
    pay_plan: str = ""
    grade: str = ""
    opens: str = ""
    closes: str = ""
    locations: tuple[str, ...] = ()
    page_limit: int | None = None


def read_header(page: Page) -> Header:
    """Return the header facts of a posting."""
    fields = find_fields(page.text)
    opens, closes = _period(page, fields)
    plan, grade = _pay_plan(page, fields)
    return Header(
        title=_value(page, fields, "title") or unlabelled_title(page, fields),
        agency=_value(page, fields, "agency")
        or _value(page, fields, "department")
        or unlabelled_agency(page, fields),
        announcement=_announcement(page, fields),
        control=_control(page, fields),
        pay_plan=plan,
        grade=grade,
        opens=opens,
        closes=closes,
        locations=tuple(dict.fromkeys(_locations(page, fields))),
        page_limit=_page_limit(page.text),
    )


def _value(page: Page, fields: Sequence[Field], name: str) -> str:
    for field in fields:
        value = page.stream.verbatim(field.value_start, field.value_end)
        if (
            field.name == name
            and field.closed
            and 2 < len(value) <= 160
            and value[0].isalnum()
            and not _is_sentence(value)
        ):
            return value
    return ""


def _is_sentence(value: str) -> bool:
    return value.endswith((".", "?", ":", ",")) and value.count(" ") > 7 or value.count(" ") > 22


def _announcement(page: Page, fields: Sequence[Field]) -> str:
    for field in fields:
        found = _ANNOUNCEMENT.match(page.text, field.value_start, field.value_end)
        if field.name == "announcement" and found and re.search(r"\d", found.group()):
            return page.stream.verbatim(*found.span()).rstrip(".-_/")
    loose = _LOOSE_ANNOUNCEMENT.findall(page.text[:20000])
    plain = [
        word for word in loose if not re.fullmatch(rf"(?:{_PLANS})-\d{{4}}-\d\d|\d[\d-]*", word)
    ]
    return plain[0] if plain and len(set(plain)) == 1 else ""


def _control(page: Page, fields: Sequence[Field]) -> str:
    for field in fields:
        found = _CONTROL.match(page.text, field.value_start, field.value_end)
        if field.name == "control" and found:
            return found.group()
    found = _ADDRESS.search(page.text)
    if found:
        return found[1]
    loose = set(_LOOSE_CONTROL.findall(page.text))
    return loose.pop() if len(loose) == 1 else ""


def _pay_plan(page: Page, fields: Sequence[Field]) -> tuple[str, str]:
    for field in fields:
        found = _LABELLED_PLAN.search(page.text, field.value_start, field.value_end)
        if field.name == "series" and found:
            return found[1], found[2] or ""
    found = _SERIES.search(page.text) or _BARE_PLAN.search(page.text)
    return (found[1], found[2]) if found else ("", "")


def _period(page: Page, fields: Sequence[Field]) -> tuple[str, str]:
    opens = closes = ""
    for field in fields:
        days = [found.day for found in find_days(page.text, field.value_start, field.value_end)]
        if field.name == "period" and len(days) == 2 and days[0] <= days[1] and not opens:
            opens, closes = days
        elif field.name == "opens" and days and not opens:
            opens = days[0]
        elif field.name == "closes" and days and not closes:
            closes = days[0]
    if opens or closes:
        return opens, closes
    ranges = list(find_ranges(page.text, 0, 20000))
    alone = [pair for pair in ranges if _on_own_line(page.text, pair[0].start, pair[1].end)]
    if alone or len({(a.day, b.day) for a, b in ranges}) == 1:
        first, last = (alone or ranges)[0]
        return first.day, last.day
    for closing in _CLOSING.finditer(page.text):
        day = next(find_days(page.text, closing.end(), closing.end() + 40), None)
        if day and day.start - closing.end() < 14:
            return "", day.day
    return "", ""


def _on_own_line(text: str, start: int, end: int) -> bool:
    before = text[max(start - 12, 0) : start]
    return (before == "" or re.search(r"\n(?:[A-Z][a-z]+, )?$", before) is not None) and text[
        end : end + 1
    ] in ("", "\n")


def _locations(page: Page, fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        if field.name == "location":
            yield from (
                m.group().strip()
                for m in _PLACE.finditer(page.text, field.value_start, field.value_end)
            )
    for heading in _PLACES.finditer(page.text):
        end = heading.end()
        for _ in range(50):
            place = _PLACE.match(page.text, end)
            if place is None:
                break
            yield page.stream.verbatim(*place.span())
            end = place.end()
            while end < len(page.text) and page.text[end] in " \n;•|":
                end += 1


def _page_limit(text: str) -> int | None:
    for pattern in _LIMITS:
        found = pattern.search(text)
        if found:
            count = found["count"].lower()
            return _COUNTS.get(count) or int(count) or None
    return None
