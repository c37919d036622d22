"""Labels of single requirements: "MTQ 1:", "TQ2 -", "Technical Qualification Factor #3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.numbering import ROMAN
from sesbank.posting.openings import INSIDE, opens_statement
from sesbank.posting.page import Page
from sesbank.posting.wish_words import IN_BRACKETS

_J = r"[\n&,-]{0,3}"
_LABEL = re.compile(
    rf"""
    (?: (?:[mRpejcsd]{_J}){{0,5}} t {_J} (?:[pmecj]{_J}){{0,2}} [qr] u? (?:\n?\(?a\)?)?
      | d {_J} q (?:\(?b\)?)? | \(?[ab]u? | y u{{1,2}} (?:\(?a\)?)?
      | (?<![ec])(?<![ec]\n) (?<!q) q u )
    (?:\n?\#|-|W\.?|\#\#)? \(? (?P<number>Ln|[niL]) \)?
    """,
    re.VERBOSE,
)
_QUESTION = re.compile(r"\d{1,2}[.)][ \n](?=[A-Z])")
"""The number of a questionnaire's question between a label on its own line and its statement."""
_TRAILING = re.compile(r"[ .]\([^()\n]{2,60}\)\.?(?=\n|\Z)")
"""A label in brackets at a line's end belongs to what stands before it."""
_BRACKETED = re.compile(r"\([^()\n]{2,40}\)")
_ASIDE = re.compile(r"\([^()\n]{2,38}$")
"""Before a label that an aside in brackets names: "(Attach as MTQ-A)"."""
_QUOTES = ('"', "'")
_QUOTED = re.compile(r"[\"'](?: ?\()?\Z")
"""Before a label that only says what to write: 'Name it "TQ 3" at the top'."""
_OTHER_CELL = re.compile(
    r"(?:\| ?)?(?:ECQ ?[#-]? ?\d ?[:.)-]{0,2} ?)?(?:[A-Z][\w'/&-]*,?|and|of|the|for|to)"
    r"(?: (?:[A-Z][\w'/&-]*,?|and|of|the|for|to)){1,5}:? (?:\| ?)?\Z"
)
"""The cell before a label in a row of a table run together: "ECQ 1 Leading Change TQ 1 …"."""
_ROW = re.compile(r"[A-Z](?:[^\s]+ ){5}")
"""Words enough for a statement behind it."""
_LONGEST_CELL = 90
_FIGURES = re.compile(r"\d{1,2}|[A-H]\d{0,2}")
_NUMBER_WORD = re.compile(r"(?i)\b(?:no\.?|number)$")
_WORDS = {
    word: str(n)
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}
_ABBREVIATION = re.compile(r"\b(?:(?:MP|PM|M|P|E)?T[QC]|M?TR|ASQ|DQ)(?=\b|\d)", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"[)\]]?[ \n]?(?:[(\[][A-Za-z][^()\[\]]{2,60}[)\]][ \n]?)?(?P<mark>[:.)|-]+|/(?=[ ])"
    r"|\n)?[ \n]?(?:[-:][ \n])?",
)

_WISHED = re.compile(IN_BRACKETS)
"""Behind a label: "TQ 3 (desirable):"."""


def find_labels(page: Page) -> Iterator[Anchor]:
    """Yield the labels that open a statement; mentions such as "MTQ 1 and MTQ 2" are none."""
    trailing: bool | None = None
    for match in _LABEL.finditer(page.lexemes.codes):
        anchor = _judge(page, match)
        if anchor is None:
            continue
        if _BRACKETED.match(page.text, anchor.start):
            if trailing is None:
                trailing = _ends_statement(page, anchor)
            if trailing:
                continue
        yield anchor


def _ends_statement(page: Page, label: Anchor) -> bool:
    """Whether the first label in brackets stands behind its statement and not before it."""
    if label.number != "1" or page.text[max(label.start - 2, 0) : label.start] not in (". ", "; "):
        return False
    start = page.sentence(label.start - 1)[0]
    inside = INSIDE.search(page.text, start, label.start)
    return opens_statement(page.text, start) or inside is not None


def _judge(page: Page, match: re.Match[str]) -> Anchor | None:
    lexemes, text = page.lexemes, page.text
    start, end = lexemes.starts[match.start()], lexemes.ends[match.end() - 1]
    place = match.start("number")
    number = _number(text[lexemes.starts[place] : lexemes.ends[match.end("number") - 1]])
    if not number or not _is_label(page, match, start) or _TRAILING.match(text, max(start - 1, 0)):
        return None
    if ")" in text[end - 1 : end + 1] and _ASIDE.search(text, max(start - 40, 0), start):
        return None
    if text[end : end + 1] in _QUOTES and _QUOTED.search(text, max(start - 40, 0), start):
        return None
    separator = _SEPARATOR.match(text, end)
    assert separator is not None  # every part of it may be empty
    question = _QUESTION.match(text, separator.end())
    begin = question.end() if question else separator.end()
    in_sentence = _in_sentence(page, match.start()) and not _is_cell(text, start, begin)
    if not _opens(text, begin, separator["mark"] or "", in_sentence=in_sentence):
        return None
    return Anchor(
        Mark.LABEL,
        start,
        begin,
        abbreviation=_name(text[start:end], text[start : lexemes.starts[place]]),
        number=number,
        desirable="d" in match.group()
        or "b" in match.group()
        or _WISHED.search(text, end, begin) is not None,
    )


def _name(label: str, words: str) -> str:
    """Return the abbreviation a label prints, or else its words without the number."""
    printed = _ABBREVIATION.search(label)
    return printed.group().upper() if printed else " ".join(words.split()).rstrip(" #(-")


def _number(printed: str) -> str:
    """Return the number of a label in figures, or its letter; empty where it is neither."""
    if _FIGURES.fullmatch(printed):
        return printed
    return _WORDS.get(printed.lower()) or str(ROMAN.get(printed, ""))


def _is_label(page: Page, match: re.Match[str], start: int) -> bool:
    """Whether the words are those of a label: no plural, and between them only "No."."""
    lexemes, text = page.lexemes, page.text
    words = text[start : lexemes.starts[match.start("number")]].rstrip(" \n#(-")
    if "W" in match.group() and not _NUMBER_WORD.search(words):
        return False
    singular = re.search(r"(?:[sS]|ies|IES)\)?$", words) is None
    written = match.group("number") in "iL" and not any(code in match.group() for code in "qa")
    return singular and not written


def _in_sentence(page: Page, first: int) -> bool:
    before = page.lexemes.codes[first - 1 : first] if first else ""
    return before in ("w", "&", ",", "f", "W", "(")


def _is_cell(text: str, start: int, begin: int) -> bool:
    """Whether a label with a statement behind it stands in the second cell of its row."""
    if not _ROW.match(text, begin):
        return False
    line = text.rfind("\n", max(start - _LONGEST_CELL, 0), start) + 1
    return line > 0 and _OTHER_CELL.match(text, line, start) is not None


def _opens(text: str, begin: int, mark: str, *, in_sentence: bool) -> bool:
    """Whether what follows a label is a statement."""
    following = text[begin : begin + 1]
    if not following or following in ",;&)/?":
        return False
    if opens_statement(text, begin):
        return True
    if in_sentence:
        return mark.startswith((":", "-", ")")) and not following.islower()
    if mark and mark != "\n":
        return following.isalnum() or following in "\"'(•*["
    return following.isupper() or following in "\"'•"
