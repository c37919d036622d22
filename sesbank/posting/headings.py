"""Headings over qualifications, found as patterns of lexeme classes anywhere in the stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.openings import opens_statement
from sesbank.posting.page import Page

_J = r"[\n&,-]{0,3}"
_BEFORE = rf"(?:[mRpejcsd]{_J}){{0,5}}"
_PLURAL = r"(?:\([wL]\))?"
_TAGS = rf"(?:\n?[(-]?a{_PLURAL}\)?{_J}(?:a{_PLURAL}\)?)?)?"
_NEEDED = r"(?:[(*-]{0,2}[mRd][)*]?)?"
_TECHNICAL = re.compile(
    rf"""
    (?P<phrase>
      {_BEFORE} t {_J} (?:[mRpcejs]{_J}){{0,2}} q {_PLURAL} u?
    | {_BEFORE} B u?
    | {_BEFORE} t \n? r (?!z)
    | (?:p{_J}t|t{_J}p) [-:(\n]{{1,2}} [mRd] \)?
    | yu{{1,2}} (?=\n?\(?a)
    | (?P<unsure> s{_J}p{_J}q | [mp]{_J}q )
    )
    (?P<tags>{_TAGS}) {_NEEDED}
    | (?P<alone> (?:R{_J})? a {_PLURAL} )
    """,
    re.VERBOSE,
)
_DESIRED = re.compile(
    rf"(?:j{_J})?d{_J}(?:[jpts]{_J}){{0,2}}[qruW]{_PLURAL}(?:\n?\(b\))?|gu|b|j?d(?=:)"
)
_CORE = re.compile(
    rf"(?:[sjmR]{_J}){{0,3}}e{_J}c?{_J}q{_PLURAL}(?:\n?[(-]?k{_PLURAL}\)?)?{_NEEDED}|k{_PLURAL}"
)
_LEADERSHIP = re.compile(rf"(?:[mRejs]{_J}){{0,3}}(?:l{_J}[qr]|c{_J}q){_PLURAL}")
_ITEM = re.compile(r"\s?(?:[•*]|[-o] |\(?\d{1,2}[.):]|\([a-zA-Z]\)|[aA1][.)] ?|\#?\d{1,2} ?[-:] )")
_ABBREVIATION = re.compile(r"[A-Z]{2,4}")
_CONTINUES = frozenset("wfzi&,);")


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    """Index of the first lexeme."""
    last: int
    """Index behind the last."""


def find_headings(page: Page, labels: Iterable[Anchor] = ()) -> Iterator[Anchor]:
    """Yield the headings over technical, desirable, core and leadership qualifications.

    What stands in a label of one requirement is no heading.
    """
    taken = bytearray(len(page.lexemes.codes) + 1)
    for label in labels:
        first, last = page.lexemes.at(label.start), page.lexemes.at(label.end)
        taken[first:last] = b"\1" * (last - first)
    for pattern, mark in (
        (_DESIRED, Mark.DESIRABLE),
        (_TECHNICAL, Mark.TECHNICAL),
        (_CORE, Mark.CORE),
        (_LEADERSHIP, Mark.LEADERSHIP),
    ):
        for match in pattern.finditer(page.lexemes.codes):
            if any(taken[match.start() : match.end()]):
                continue
            anchor = _judge(page, match, mark)
            if anchor is not None:
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                yield anchor


def _judge(page: Page, match: re.Match[str], mark: Mark) -> Anchor | None:
    """Return the anchor of a phrase, firm or not, or None for a mere mention."""
    found = _Found(*match.span())
    start, end = page.lexemes.starts[found.first], page.lexemes.ends[found.last - 1]
    desirable = "d" in match.group() or mark is Mark.DESIRABLE
    mark = Mark.DESIRABLE if desirable else mark
    named = mark is not Mark.TECHNICAL or not match["unsure"]
    words = page.text[start:end]
    if _is_firm(page, found, core=mark is Mark.CORE):
        return Anchor(
            mark, start, _behind(page, end), True, _abbreviate(words, match), "", desirable, named
        )
    if page.lexemes.codes[found.last : found.last + 1] == "z":
        return None
    if not named and match.group()[0] != "m":
        return None
    if mark is Mark.LEADERSHIP or len(match.group()) < 2 and mark is not Mark.TECHNICAL:
        return None
    behind = _introduces(page, start, end)
    if behind is None:
        return None
    return Anchor(mark, start, behind, False, _abbreviate(words, match), "", desirable, named)


def _is_firm(page: Page, found: _Found, *, core: bool) -> bool:
    codes, text = page.lexemes.codes, page.text
    start, end = page.lexemes.starts[found.first], page.lexemes.ends[found.last - 1]
    following = codes[found.last : found.last + 1]
    if not _is_capital(text[start:end]) and not (following == ":" and text[start].isupper()):
        return False
    before = codes[found.first - 1 : found.first] if found.first else "\n"
    apart = before in "\n.:;?!)•*-#x" or (
        before == "L" and codes[found.first - 2 : found.first - 1] in "\n."
    )
    opens = opens_statement(text, _skip(text, end))
    listed = _ITEM.match(text, end) is not None and not _ABBREVIATION.fullmatch(text[start:end])
    if following in (":", ""):
        return apart or not _in_sentence(codes, found.first)
    if core and apart and following == "W":
        return True
    if (opens or listed) and (apart or " " in text[start:end]):
        return True
    if not apart:
        return False
    if following == "\n":
        return codes[found.last + 1 : found.last + 2] not in _CONTINUES
    if following == "." and before != "\n":
        return text[start:end].isupper()
    return following in tuple(".-*(•")


def _is_capital(words: str) -> bool:
    """Whether all words of some length begin with a capital, as in a heading."""
    return (
        all(word[0].isupper() for word in re.findall(r"[A-Za-z]{4,}", words))
        and words[:1].isupper()
    )


def _in_sentence(codes: str, first: int) -> bool:
    return codes[max(first - 1, 0) : first] in ("w", "&", ",", "f")


def _skip(text: str, end: int) -> int:
    while end < len(text) and text[end] in " \n:-*.":
        end += 1
    return end


def _behind(page: Page, end: int) -> int:
    """Return where the text under a heading begins."""
    return _skip(page.text, end)


def _introduces(page: Page, start: int, end: int) -> int | None:
    """Return where a list may begin that a running mention introduces, or None."""
    first, last = page.sentence(start)
    lexemes = page.lexemes
    codes = lexemes.codes[lexemes.at(max(first, start - 300)) : lexemes.at(min(last, end + 300))]
    colon = page.text.find(":", end, min(last, end + 120))
    if "f" in codes or "listed" in page.text[first:last][:600]:
        return _skip(page.text, colon) if colon >= 0 else last
    if 0 <= colon < last and re.fullmatch(r"[a-z ,()]{0,80}", page.text[end:colon]):
        return _skip(page.text, colon)
    return last if re.search(r"\beach\b", page.text[max(first, start - 80) : start]) else None


def _abbreviate(words: str, match: re.Match[str]) -> str:
    """Return the heading's own abbreviation, or the one its words imply."""
    printed = re.search(r"\b(?:MP|PM|M|P|E)?T[QC]\b|\bASQ\b|\bDQ\b", words) or re.search(
        r"\b(?:MP|PM|M|P|E)?T[QC](?=s\b)|\bASQ(?=s\b)|\bDQ(?=s\b)",
        words,
    )
    if printed:
        return printed.group()
    codes = match.group()
    if "d" in codes:
        return "DQ"
    last = "C" if re.search(r"(?i)competenc", words) else "Q"
    first = "M" if re.search("[mR]", codes) else "P" if "p" in codes else ""
    return f"{first}T{last}" if "t" in codes or "B" in codes else "TQ"
