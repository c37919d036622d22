"""Texts that lost their case, all small or all capital: sentences and headings get it back.

Headings are told by their capitals, so a text in one case is read as if it had been written in
both. The text keeps its length, and what is quoted from it stays as it was pasted.
"""

from __future__ import annotations

import re

_FEWEST = 60
"""Letters a text must have to judge its case by."""

_SENTENCE = re.compile(
    r"(?:\A|(?<=[.?!:;]\s)|(?<=[\n•>\t)])|(?<=\n[*-]\s)|(?<=\d[.)]\s)|(?<=\d - )"
    r"|(?<=\([a-z0-9]\)\s))"
    r"\s*\(?(?![a-z]\))([a-z])"
)
_HEADING = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}[.)] )?[a-z][a-z0-9 ,/&()'-]{2,80}:?[ \t]*$"
    r"|\b(?:(?:mandatory|required|professional|executive|technical|desirable|preferred|core"
    r"|essential|leadership)[ /&-]{1,3}){1,4}"
    r"(?:qualifications?|competenc(?:y|ies)|requirements?|factors?)\b"
    r"(?=[ \n]?(?:[:(#\d-]|$|(?:demonstrated|ability|experience|expert|knowledge|extensive"
    r"|proven|skill|applicants|each|please)\b))"
)
_SHORT = re.compile(
    r"\b(?:ecqs?|(?:m|p|mp)?t[qc]s?|asqs?|dqs?|ses|opm|es|sl|st|gs|u\.s)\b(?!\.[a-z])",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?m)^[^\n]{45,}[a-z,]\n")
"""A long line without an end: the next one goes on with its sentence."""
_FIRST = re.compile(r"(?m)^[^A-Za-z\n]{0,40}([A-Za-z])")
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "to", "on", "at", "or", "with", "a"])
_WORD = re.compile(r"[a-z]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_CAPITALS = re.compile(r"[A-Z]+")


def restore_case(text: str) -> str:
    """Return a text in one case with capitals where sentences and headings begin.

    Any other text comes back as it is.
    """
    letters = "".join(_LETTERS.findall(text[:20_000]))
    if len(letters) < _FEWEST:
        return text
    capital = sum(map(len, _CAPITALS.findall(letters))) / len(letters)
    if 0.004 < capital < 0.93 and not (capital < 0.02 and _begins_small(text)):
        return text
    small = "".join(c.lower() if c.isascii() else c for c in text)
    wrapped = {found.end() for found in _WRAPPED.finditer(small)}
    small = _HEADING.sub(
        lambda found: found.group() if found.start() in wrapped else _titled(found.group()), small
    )
    small = _SENTENCE.sub(
        lambda found: (
            found.group() if found.start() in wrapped else found.group()[:-1] + found[1].upper()
        ),
        small,
    )
    return _SHORT.sub(_abbreviated, small)


def _begins_small(text: str) -> bool:
    """Whether most lines begin in small letters, whatever stands around them."""
    firsts = [str(found[1]) for found in _FIRST.finditer(text[:20_000])]
    return len(firsts) > 2 and sum(map(str.islower, firsts)) >= 0.7 * len(firsts)


def _titled(words: str) -> str:
    return _WORD.sub(
        lambda found: (
            found.group() if found.group() in _SMALL_WORDS else found.group().capitalize()
        ),
        words,
    )


def _abbreviated(found: re.Match[str]) -> str:
    words = found.group().upper()
    return words[:-1] + "s" if words[-1] == "S" and words not in ("SES", "ES") else words
