"""Veil: the text of stories and postings hidden while others see the screen.

There is one for the whole program, because there is one screen. Text from people comes to the
screen through `plain` and through the fields, and both ask here; so nothing is forgotten.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

SIGN = "░"
"""Stands for a cell of hidden text."""

_OTHERS = (".toml", ".log", ".pdf", ".odt", ".rtf", ".html", ".htm")
"""How files end that sesbank reads no stories from, and that a person may name all the same."""
_FOLDER = re.compile(r"['\"]?(?:~|[A-Za-z]:)?[/\\]")
"""How a path begins that says in which folder it is."""
_NEXT_FOLDER = re.compile(r"(?<=[\s(“])(?:~|[A-Za-z]:)?[/\\]")
"""How another path begins in the same message."""
_MARK = re.compile("([“”])")
_INK = re.compile(r"\S+")


class _Named(NamedTuple):
    """What of a message names a file or quotes."""

    told: re.Pattern[str]
    """What errors quote, and paths: a file is named after the story or the vacancy it holds."""
    ending: re.Pattern[str]
    """How the files end that messages name, in capitals as well."""


@cache
def _named() -> _Named:
    """Compile what is looked for once text is hidden."""
    from sesbank.domain.file_kinds import ENDINGS

    endings = (*chain(*ENDINGS.values()), *_OTHERS)
    kinds = "|".join(ending.replace(".", r"\.") for ending in endings)
    told = (
        r"""(?<!\w)'[^'\n]*'(?!\w)|"[^"\n]*\""""  # as errors quote
        rf"|(?<![^\s(“])(?:~|[A-Za-z]:)?[/\\][^\n]*(?i:{kinds})\b"
    )
    return _Named(re.compile(told), re.compile(rf"((?i:{kinds})\b)"))


class Veil:
    """Whether text is hidden, and what stands in its place."""

    def __init__(self) -> None:
        self.drawn = False
        """Whether text is hidden now."""

    def over(self, text: str) -> str:
        """Return a text as it may be shown: as wide as it is, spaces and lines where they are."""
        return _INK.sub(_signs, text) if self.drawn else text

    def over_quotes(self, text: str) -> str:
        """Return a message as it may be shown: what it quotes is hidden, and the files' names.

        In which folder a file is, and of what kind, stays: one has to find it again.
        """
        if not self.drawn:
            return text
        pieces = _MARK.split(_named().told.sub(lambda told: self._over_told(told.group()), text))
        shown, depth = [], 0
        # A title may have quotes of its own, and may be cut off before they end.
        for piece in pieces:
            depth = max(depth + {"“": 1, "”": -1}.get(piece, 0), 0)
            shown.append(self.over(piece) if depth and piece not in "“”" else piece)
        return "".join(shown)

    def _over_told(self, told: str) -> str:
        """Return a quote or a path, or a line from one path to another, as it may be shown."""
        if not _FOLDER.match(told):
            return self.over(told)
        # Names and endings in turns. A name may hold what looks like an ending.
        parts = _named().ending.split(told)
        for place in range(0, len(parts), 2):
            parts[place] = self._over_name(parts[place], first=place == 0)
        return "".join(parts)

    def _over_name(self, said: str, *, first: bool) -> str:
        """Return what stands before an ending: of it all only a folder is shown.

        What stands between two endings may be the rest of a name, so it is hidden too.
        """
        begins = 0 if first else next((m.start() for m in _NEXT_FOLDER.finditer(said)), len(said))
        end = max(begins, *(said.rfind(sign) + 1 for sign in "/\\"))
        if begins == len(said):
            return self.over(said)
        return self.over(said[:begins]) + said[begins:end] + self.over(said[end:])

    def over_strip(self, strip: Strip) -> Strip:
        """Return a drawn line of a field as it may be shown."""
        if not self.drawn:
            return strip
        segments = [Segment(self.over(s.text), s.style, s.control) for s in strip]
        return Strip(segments, strip.cell_length)


def _signs(found: re.Match[str]) -> str:
    return SIGN * cell_len(found.group())


VEIL = Veil()
"""The one there is."""
