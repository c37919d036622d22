"""Words for finding: as written, with their place, and in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sesbank.domain.text import fold

# Inside a word: accents written as marks of their own, and characters without width.
_SILENT = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_WORD = re.compile(rf"[^\W_](?:[{_SILENT}]*['’]?[^\W_])*[\u0300-\u036f]*")
_SILENCE = re.compile(rf"[{_SILENT}]")


class FoldedWord(NamedTuple):
    """A word of a text in the form in which it is compared."""

    form: str
    start: int
    """Offset of its first character in the text as written."""
    end: int
    """Offset behind its last character."""


def folded_words(text: str) -> Iterator[FoldedWord]:
    """Yield the words of `text` in order, with exact offsets."""
    for found in _WORD.finditer(text):
        yield FoldedWord(_form(found.group()), found.start(), found.end())


def forms(text: str) -> list[str]:
    """Return the compared forms of the words of `text`, in order."""
    return [_form(written) for written in _WORD.findall(text)]


@lru_cache(maxsize=65_536)
def _form(written: str) -> str:
    lowered = written.lower()
    return lowered if lowered.isascii() else _SILENCE.sub("", fold(written))
