"""A posting pasted twice: where it begins anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.page import Page

_LINES = 3
_HEAD = 400
_LEAST_WORDS = 5
_COPIES = 5


def find_repeats(page: Page) -> Iterator[Anchor]:
    """Yield where the first three lines of a page stand again.

    One or two lines may stand at the top of every page of a print.
    """
    lines = [line for line in page.text[:_HEAD].split("\n")[:-1] if line.strip()][:_LINES]
    words = " ".join(lines).split()
    if len(lines) < _LINES or len(words) < _LEAST_WORDS:
        return
    again = re.compile(r"[ \n]".join(map(re.escape, words)))
    for found in islice(again.finditer(page.text, len(" ".join(words))), _COPIES):
        yield Anchor(Mark.SECTION, found.start(), found.start())
