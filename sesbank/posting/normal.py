"""The posting as one stream: white space collapsed, typography levelled, offsets kept."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

_LEVEL = str.maketrans(
    {
        **dict.fromkeys("‘’‛′ʼ", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•‣◦▪▫●○■□➢►∙·\uf0b7\uf0a7\uf0d8", "•"),
    },
)
_PIECE = re.compile("(?P<lost>[\xad\u200b-\u200f\u2060]+)|(?P<space>\\s+)|[^\\s\xad\u200b-\u200f\u2060]+")


@dataclass(frozen=True, slots=True)
class Stream:
    """A posting with every run of white space as one character.

    A run that held a line break is a newline, any other a space. Characters without width
    are gone; curly quotes, dashes and bullets have one form each.
    """

    source: str
    text: str
    offsets: array[int]
    """For each character of `text` its place in `source`."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the source of a part of the stream without its outer space."""
        while start < end and self.text[start] in " \n":
            start += 1
        while end > start and self.text[end - 1] in " \n":
            end -= 1
        if start >= end:
            return 0, 0
        return self.offsets[start], self.offsets[end - 1] + 1

    def verbatim(self, start: int, end: int) -> str:
        """Return a part of the stream as it stands in the source, on one line."""
        first, last = self.span(start, end)
        return " ".join(self.source[first:last].split())


def make_stream(source: str) -> Stream:
    """Return the stream of a cleaned text, in linear time."""
    pieces: list[str] = []
    offsets: array[int] = array("l")
    for found in _PIECE.finditer(source):
        piece = found.group()
        if found["lost"]:
            continue
        if found["space"]:
            pieces.append("\n" if "\n" in piece else " ")
            offsets.append(found.start())
        else:
            pieces.append(piece.translate(_LEVEL))
            offsets.extend(range(found.start(), found.end()))
    return Stream(source, "".join(pieces), offsets)
