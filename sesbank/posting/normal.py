"""The posting as one stream: white space collapsed, typography levelled, offsets kept."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from sesbank.posting.casing import restore_case
from sesbank.posting.masking import mask
from sesbank.posting.wrapping import Line, soft_breaks

_LEVEL = str.maketrans(
    {
        **dict.fromkeys("‘’‛′ʼ", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•‣◦▪▫●○■□➢►∙·⁃⦁◆◇❖❑❏☐☑✓✔✅➤▶★»›❯\uf0b7\uf0a7\uf0d8\uf0fc", "•"),
    },
)
_LOST = "\xad\u200b-\u200f\u2060\ufe0e\ufe0f"
_PIECE = re.compile(
    rf"(?P<lost>[{_LOST}]+)"
    r"|(?P<space>(?:\s|&(?:nbsp|\#160|\#xA0);|<(?:/?(?:p|br|li|ul|ol|div|span|b|i|u|strong|em|h[1-6]"
    r"|table|tr|td|th|tbody)\b[^<>]{0,200})>)+)"
    r"|(?P<sign>&(?:#\d{2,5}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});)"
    rf"|[^\s{_LOST}<&]+(?: [^\s{_LOST}<&]+)*+|[<&]",
)
_FARTHEST_IN = 80
"""Characters before a line's first word that count as its indentation."""
_BREAK = re.compile(r"\n|<(?!/?(?:span|b|i|u|strong|em)\b)")


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

    def width(self, place: int) -> int:
        """Return how many characters of the source stand for a character of the stream."""
        last = place + 1 == len(self.offsets)
        return (len(self.source) if last else self.offsets[place + 1]) - self.offsets[place]

    def indent(self, place: int) -> int:
        """Return how far in what opens a line of the source stands; -1 for what opens none."""
        first = self.offsets[place]
        before = self.source[max(first - _FARTHEST_IN, 0) : first]
        line = before.rpartition("\n")
        return len(line[2].expandtabs()) if line[1] and not line[2].strip("> \t") else -1

    def verbatim(self, start: int, end: int) -> str:
        """Return a part of the stream as it stands in the source, on one line."""
        first, last = self.span(start, end)
        return " ".join(self.source[first:last].split())


def make_stream(source: str) -> Stream:
    """Return the stream of a cleaned text, in linear time."""
    pieces: list[str] = []
    offsets: array[int] = array("l")
    lines: list[Line] = []
    begin = 0
    for found in _PIECE.finditer(restore_case(mask(source))):
        piece = found.group()
        if found["lost"]:
            continue
        sign = _sign(piece) if found["sign"] else ""
        if not found["space"] and not sign:
            pieces.append(piece)
            offsets.extend(range(found.start(), found.end()))
            continue
        if sign:
            pieces.append(sign)
        elif "\n" not in piece and ("<" not in piece or not _BREAK.search(piece)):
            pieces.append(" ")
        else:
            pieces.append("\n")
            if len(offsets) > begin:
                lines.append(Line(begin, len(offsets), piece.count("\n") != 1 or "<" in piece))
            begin = len(offsets) + 1
        offsets.append(found.start())
    lines.append(Line(begin, len(offsets), blank_after=True))
    return Stream(source, _unwrap("".join(pieces).translate(_LEVEL), lines), offsets)


def _sign(entity: str) -> str:
    """Return the character an HTML entity stands for, empty for what is none."""
    sign = unescape(entity)
    return sign.translate(_LEVEL) if len(sign) == 1 else ""


def _unwrap(text: str, lines: list[Line]) -> str:
    soft = soft_breaks(text, [line for line in lines if line.end > line.start])
    if not soft:
        return text
    edges = [-1, *sorted(soft), len(text)]
    return " ".join(text[a + 1 : b] for a, b in pairwise(edges))
