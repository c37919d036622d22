"""When a posting opens and closes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sesbank.posting.dates import DayFound, find_days, find_ranges
from sesbank.posting.fields import Field
from sesbank.posting.page import Page

_CLOSING = re.compile(
    r"(?i)\b(?:(?:clos(?:es?|ing date)"
    r"|(?:application )?deadline(?: for (?:receipt of )?\w+)?)(?: is| on| of)?"
    r"|(?:accepted|apply|open|on USAJOBS) (?:through|until|till)"
    r"|\b(?:resumes?|applications?|packages?)(?: only| due| in)?,? by"
    r"|apply (?:\w+ ){0,3}(?:by|(?:no|not) later than)|received by"
    r"|(?:resumes?|applications?|materials|packages?|nominations)\b[^\n.]{0,80}? (?:(?:must"
    r"|should|have"
    r" to|need to|are to|to) be (?:in|submitted|received|sent|uploaded|e-?mailed|made)|are due)"
    r"(?:\b[^\n.]{0,60}? (?:by|on|until|before|(?:no|not) later than))?"
    r"|(?:send|submit|e-?mail|mail|return|forward) (?:[\w-]+ ){0,8}?(?:resumes?|applications?"
    r"|materials|packages?|cv)\b[^\n]{0,80}? (?:by|(?:no|not) later than))"
    r"(?:(?: at)? 11:59 ?[ap]\.?m\.?[ ,(a-z)]{0,24}(?:on )?)?[ :,]{1,3}"
)
_OPENING = re.compile(r"(?i)\bopen(?:s|ing date)?(?: is| on| from)?[ :,]{1,3}")
_OPENED = re.compile(
    r"(?:\A|(?<=\n))Opened(?: on)?[ :]{1,2}(?:[A-Z][a-z]+day,? )?"
    r"|\bPosted(?: on)?[ :]{1,2}(?=[^\n|]{6,30}[ ,;](?:-|to|and|\|)? ?[Cc]los(?:es|ing)\b)"
)
"""The day of posting is that of opening where the closing day stands right behind it."""
_HAPPENS = re.compile(
    r"(?i)\b(?:interviews?|held|meets?|conference|training|orientation|courses?|briefings?|served"
    r"|seminars?|reviewed|shutdown|leave|furlough)\b"
)
_SAID_BEFORE = 160
"""Characters of a sentence before its days that are read."""
_HEAD = 20_000


def find_period(page: Page, fields: Sequence[Field]) -> tuple[str, str]:
    """Return the days a posting opens and closes, each ISO or empty.

    The day on which somebody posted it is none of them: a job board copies when it pleases.
    """
    opens, closes = _labelled(page, fields)
    if closes and not opens:
        opens = _posted(page, fields) or _stated(page.text, _OPENED)
    if opens or closes:
        return opens, closes
    ranges = [pair for pair in find_ranges(page.text, 0, _HEAD) if not _of_other(page, pair[0])]
    alone = [pair for pair in ranges if _on_own_line(page.text, pair)]
    if alone or len({(first.day, last.day) for first, last in ranges}) == 1:
        first, last = (alone or ranges)[0]
        return first.day, last.day
    return _stated(page.text, _OPENING) or _stated(page.text, _OPENED), _stated(page.text, _CLOSING)


def _labelled(page: Page, fields: Sequence[Field]) -> tuple[str, str]:
    opens = closes = ""
    for field in fields:
        days = [found.day for found in find_days(page.text, field.value_start, field.value_end)]
        if field.name == "period" and len(days) == 2 and days[0] <= days[1] and not opens:
            opens, closes = days
        elif field.name == "opens" and days and not opens:
            opens = days[0]
        elif field.name == "closes" and days and not closes:
            closes = days[0]
    return opens, closes


def _of_other(page: Page, first: DayFound) -> bool:
    """Whether the sentence up to a range of days speaks of something that then happens."""
    begin = max(page.sentence(first.start)[0], first.start - _SAID_BEFORE)
    return _HAPPENS.search(page.text, begin, first.start) is not None


def _posted(page: Page, fields: Sequence[Field]) -> str:
    """Return the day of posting where the closing day has the next label."""
    for field, behind in pairwise(fields):
        if (
            field.name == "posted"
            and behind.name == "closes"
            and behind.start <= field.value_end + 1
        ):
            day = next(find_days(page.text, field.value_start, field.value_end), None)
            return day.day if day else ""
    return ""


def _on_own_line(text: str, pair: tuple[DayFound, DayFound]) -> bool:
    start, end = pair[0].start, pair[1].end
    before = text[max(start - 12, 0) : start]
    begins = not before or re.search(r"\n(?:[A-Z][a-z]+, )?$", before) is not None
    return begins and text[end : end + 1] in ("", "\n")


def _stated(text: str, words: re.Pattern[str]) -> str:
    """Return the day that a sentence such as "closes on …" gives."""
    for closing in words.finditer(text):
        day = next(find_days(text, closing.end(), closing.end() + 40), None)
        if day and day.start - closing.end() < 14:
            return day.day
    return ""
