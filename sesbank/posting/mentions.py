"""Where the list begins behind a heading, or behind a sentence that only mentions one."""

from __future__ import annotations

import re

from sesbank.posting.openings import opens_small
from sesbank.posting.page import Page

_BULLET_BEFORE = re.compile(r"\n$|[:.] $")
_ASIDE = re.compile(r" ?\([^()\n]{3,80}\)(?= ?[:.\n-])")
"""How many there are or where to answer: "MTQ (one only): …"."""
_NAMELY = re.compile(r",? (?:namely|that is|i\.e\.)[:,]? (?=[a-z])")
_COUNTED = re.compile(r"(?:First|One is|The first)\b")
"""How a sentence opens that begins to count what the one before it only names."""
_WHAT_IS_DEMANDED = re.compile(
    r"\b(?:[Aa]pplicants?|[Cc]andidates?|[Yy]ou|[Ss]electee|[Rr]esume|[Ii]ncumbent) (?:must|should"
    r"|will|shall|needs? to) (?:clearly )?(?:have|possess|demonstrate|show) (?=[a-z])"
)


def behind_heading(text: str, end: int) -> int:
    """Return where what a heading heads begins, past its bracket, colon and line."""
    end += text.startswith(")", end)
    aside = _ASIDE.match(text, end)
    end = aside.end() if aside else end
    while end < len(text) and text[end] in " \n:-*.":
        if text[end] in "-*" and _BULLET_BEFORE.search(text[end - 2 : end]):
            break
        end += 1
    return end


def introduces(page: Page, start: int, end: int) -> int | None:
    """Return where a list may begin that a running mention introduces, or None."""
    first, last = page.sentence(start)[0], page.sentence(end - 1)[1]
    lexemes = page.lexemes
    codes = lexemes.codes[lexemes.at(max(first, start - 300)) : lexemes.at(min(last, end + 300))]
    colon = page.text.find(":", end, min(last, end + 120))
    demanded = _NAMELY.match(page.text, end) or _WHAT_IS_DEMANDED.search(
        page.text, end, min(last, end + 120)
    )
    if demanded and opens_small(page.text, demanded.end()):
        return demanded.end()
    if "f" in codes or "listed" in page.text[first:last][:600]:
        return behind_heading(page.text, colon) if colon >= 0 else last
    if 0 <= colon < last and re.fullmatch(r"[a-z ()]{0,60}", page.text[end:colon]):
        return behind_heading(page.text, colon)
    counted = _COUNTED.match(page.text, last) is not None
    each = re.search(r"\beach\b", page.text[max(first, start - 80) : start]) is not None
    return last if counted or each else None
