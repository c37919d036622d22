"""Text from people: cleaned at the border, folded for comparing, cut into words with offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_ACTING = (
    # Behind the controls: bidi overrides, what Unicode has withdrawn (shaping, mirroring, the tag
    # of a language), marks of annotations, and non-characters.
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001"
)


class _Unclean(NamedTuple):
    """What is changed in a text."""

    line_ends: re.Pattern[str]
    escapes: re.Pattern[str]
    dropped: re.Pattern[str]


@cache
def _unclean() -> _Unclean:
    """Compile what is looked for, once a text holds any of it: most programs never meet one."""
    return _Unclean(
        # Word and PowerPoint hand over a line break inside a paragraph as a vertical tab. A page
        # break mostly stands beside a line break already.
        re.compile(
            "\r\n?|[\x0b\x85\u2028\u2029]"
            rf"|(?<=[^\s{_ACTING}])"
            "\x0c"
            rf"(?=[^\s{_ACTING}])"
        ),
        # A whole control sequence goes; of an unterminated string only its introducer, so that
        # no text of the person is swallowed. Possessive quantifiers keep the scan linear.
        re.compile(
            r"""
              (?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]
            | (?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])
              [^\x07\x1b\x90\x98\x9b-\x9f\n]{0,4096}+(?:\x07|\x1b\\|\x9c)
            | \x1b[\]PX^_\[]
            | \x1b[ -/]*+[0-~]
            """,
            re.VERBOSE,
        ),
        re.compile(f"[{_ACTING}]"),
    )


_SURROGATES = re.compile("[\ud800-\udfff]")
_INSIDE_A_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SPACE = re.compile(r"\s+")


class Word(NamedTuple):
    """A word as it stands in a text, with the place it stands in."""

    text: str
    """The letters as written."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 story", "3 stories"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def clean(text: str) -> str:
    """Return `text` without anything that could act on a terminal, a widget or a Word file.

    Newline and tab stay; other line ends become newlines; whole escape sequences, control
    characters, bidi overrides and non-characters go; lone surrogates become U+FFFD. A text
    without such characters comes back unchanged, so offsets into it hold. Time is linear.
    """
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text  # All that is changed here cannot be printed: no need to look four times.
    unclean = _unclean()
    text = unclean.line_ends.sub("\n", text)
    text = unclean.escapes.sub("", text)
    text = unclean.dropped.sub("", text)
    return whole_characters(text)


def whole_characters(text: str) -> str:
    """Return `text` with U+FFFD for each half of a character, which no file can hold."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: for titles, names, labels and tags."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", clean(text)).strip()


def fold(text: str) -> str:
    """Return `text` for comparing: no case, no accents, straight quotes. Offsets do not hold."""
    if text.isascii():  # has neither accents nor curly quotes
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order, with exact offsets."""
    for found in _WORD.finditer(text):
        yield Word(found.group(), found.start(), found.end())


def word_places(text: str) -> list[tuple[int, int]]:
    """Return where each word of `text` starts and ends, for texts by the thousand."""
    return [found.span() for found in _WORD.finditer(text)]


def word_forms(text: str) -> set[str]:
    """Return the distinct words of `text` as written, where their places do not matter."""
    return set(_WORD.findall(text))


def word_count(text: str) -> int:
    """Return how many words `text` has."""
    return len(_WORD.findall(text))


def glance_count(text: str) -> int:
    """Return how many words a reader counts at a glance: "74,000" and "2.6" are one."""
    whole = _INSIDE_A_NUMBER.sub("", text)
    return max(word_count(whole), len(whole.split()))


def shorten(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` characters, cut at a word where it can be."""
    line = _SPACE.sub(" ", text).strip()
    if len(line) <= width:
        return line
    cut = line[: max(width - 1, 0)]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > width // 2 else cut).rstrip(" ,;:.") + "…"


def whole_number(line: str, most: int) -> int | None:
    """Return the whole number from 0 to `most` that a line is, None where it is none.

    Its length is looked at first: Python reads no number of thousands of digits.
    """
    digits = line.strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(most)):
        return None
    return number if (number := int(digits)) <= most else None


def quoted(value: object) -> str:
    """Return a wrong value for a message about it, as Python writes it, on a short line."""
    return shorten(repr(value), 60)
