"""Section headings of an announcement and answer options of a questionnaire: where a list ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.openings import opens_statement
from sesbank.posting.page import Page
from sesbank.posting.records import find_record_fields
from sesbank.posting.section_phrases import (
    DUTY_HEADINGS,
    LINE_HEADINGS,
    LONG_HEADINGS,
    SHORT_HEADINGS,
)

_MANY, _ONE, _LINE, _DUTY = (
    "|".join(phrases) for phrases in (LONG_HEADINGS, SHORT_HEADINGS, LINE_HEADINGS, DUTY_HEADINGS)
)
_HEADING = re.compile(
    rf"(?<![\w'&/-])(?-i:(?=[A-Z]))(?:(?P<duty>{_DUTY})|(?P<many>{_MANY})|(?P<one>{_ONE})"
    rf"|(?P<line>{_LINE}))(?![\w'/])(?:[ \n]Help(?=[ \n]))?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"(?:(?<=[\n.;:!?)] )|(?<=\n)|\A)(?:[A-Z][.)] |\d[.)] "
    r"|[IV]{1,3}[.)] )?[A-Z][A-Z]{2,}(?:[ ,/&'-]{1,2}[A-Z]+){1,9}(?: \([A-Za-z']{2,6}\))?:"
)
_KEY = re.compile(r"\"[}\]]{0,2},[ \n]?[{\[]{0,2}\"\w{2,40}\"[ ]?:[ ]?|\"[}\]]{1,3}(?=\s*\Z)")
"""The end of one value and the key of the next in a pasted record, or its end."""
_MARKED = re.compile(r"\d[.):]? ?-? ?$")
_HEADING_WORDS = re.compile(
    "QUALIFICATION|COMPETENC|REQUIREMENT|DOCUMENT|EVALUAT|APPLY|APPLICATION|BENEFIT|INFORMATION"
    "|CONDITION|NOTE|EXPERIENCE|EDUCATION|DUTIES|ELIGIB|PROCEDURE|STATEMENT|INSTRUCTION|RESUME",
)
_ASKING = re.compile(
    r"(?i)(?:[A-Z\d][.)] )?(?:(?:minimum|basic|general|required|mandatory) )?(?:qualification"
    r"|requirement|evaluation|narrative|supplemental|assessment|application questions)"
)
_ANSWER = re.compile(
    r"(?<![\w])A[.)][ \n]?(?=(?:Yes|No|I\b|NO\b|YES\b))|(?<=[ \n.])Yes[ \n](?:B[.)] )?No\b"
    r"|(?<=\n)Yes, I\b|(?<=\? )Yes, (?=[a-z])|(?<=[.?:] )A ?[-.)] ?(?=(?:I|Fully|Partly|Completely"
    r"|Extensive(?:ly)?|Expert|Advanced|None|Never|Always|More than|Less than)\b)"
    r"|(?<=[.?)][ \n])A[ \n/]B[ \n/]C\b|(?<=[.?] )\[(?:[Ee]ssay|[Tt]ext|[Nn]arrative"
    r"|[Rr]equired)\b[^\]\n]{0,30}\]"
    r"|(?i:answer to this question is required)|Select [\"']?Yes[\"']? or"
    r"|(?<=\n)(?:True|False)\n|(?<![\w'])(?:[A-Z][.)] ?)?(?:Yes,? |No,? )?(?<!that )"
    r"I (?:do not )?(?:possess|have|meet)"
    r" (?:this|these|the (?:above|stated))(?: (?:mandatory|technical|required|minimum))*"
    r" (?:qualification|requirement|competenc|experience|knowledge|skill|abilit)\w*"
    r"(?=[.\s]|\Z)"
    r"|(?<=[.?):] )\d{1,2}[.)]? (?=(?:Have|Do|Are|Did|Will|Is|Does) (?:you|this)\b)",
)
_HOLDING = re.compile(
    r"(?:\b(?:in|the|of|see|under|your|to|and|our|a|an|this|any|or|for|on|with|by|all|from|as"
    r"|per|no|be|is|are|these|other|that|meet|include|including)|[,&/(\"'-])[ \n]$",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?<=\n)- ")
"""The bullet of a first item."""
_ENDED = re.compile(r"(?:\A|[\n.;:!?)\"•*#|>-])[ \n]?$")


def find_sections(page: Page) -> Iterator[Anchor]:
    """Yield the headings of sections, and other headings in capitals with a colon."""
    text = page.text
    for match in _HEADING.finditer(text):
        if _stands_alone(text, match):
            mark = Mark.DUTIES if match["duty"] else Mark.SECTION
            yield Anchor(mark, match.start(), _behind(text, match.end()))
    for field in find_record_fields(text):
        if field.name in ("duties", "text"):
            mark = Mark.DUTIES if field.name == "duties" else Mark.SECTION
            yield Anchor(mark, field.start, field.end)
    for match in _KEY.finditer(text):
        yield Anchor(Mark.SECTION, match.start(), match.end())
    for match in _CAPITALS.finditer(text):
        if not _is_topic(text, match):
            yield Anchor(Mark.SECTION, match.start(), match.end())


def find_answers(page: Page) -> Iterator[Anchor]:
    """Yield the first answer options of questions."""
    for match in _ANSWER.finditer(page.text):
        yield Anchor(Mark.ANSWER, match.start(), match.end())


def may_ask(text: str, section: Anchor) -> bool:
    """Whether a section is one that may ask for qualifications."""
    return section.mark is Mark.SECTION and _ASKING.match(text, section.start) is not None


def _is_topic(text: str, match: re.Match[str]) -> bool:
    """Whether words in capitals are the topic of an item and no heading."""
    if opens_statement(text, _behind(text, match.end())):
        return True
    numbered = match.group()[0].isdecimal() or _MARKED.search(
        text[max(match.start() - 12, 0) : match.start()]
    )
    return bool(numbered) and not _HEADING_WORDS.search(match.group())


def _behind(text: str, end: int) -> int:
    while end < len(text) and text[end] in " \n:.-" and not _DASH.match(text, end):
        end += 1
    return end


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a heading and not part of a sentence."""
    words = match.group()
    if _is_line(text, match):
        return True
    if (
        not all(w[0].isupper() for w in re.findall(r"[A-Za-z]{5,}", words))
        or not words[0].isupper()
    ):
        return False
    before = text[max(match.start() - 12, 0) : match.start()]
    if _HOLDING.search(before):
        return False
    following = text[match.end() : match.end() + 2]
    if _ENDED.search(before):
        return following[:1] in ("\n", ":") if match["line"] else _heads(following)
    if not match["many"]:
        return False
    return following[:1] in ("\n", ":") or (words.count(" ") >= 2 and _heads(following))


def _is_line(text: str, match: re.Match[str]) -> bool:
    """Whether a known heading is a line of its own: "How to apply", "Required documents"."""
    opens = match.start() == 0 or text[match.start() - 1] == "\n"
    ends = match.end() == len(text) or text[match.end()] == "\n"
    return bool(match["many"]) and opens and ends and match.group()[0].isupper()


def _heads(following: str) -> bool:
    """Whether what follows may stand behind a heading: a break, a colon or a capital."""
    if not following or following[0] in "\n:":
        return True
    if following[0] in ".-" and following[1:2] in (" ", "\n", "-"):
        return True
    return following[0] == " " and (following[1:2].isupper() or following[1:2] in "\"'•*(-1")
