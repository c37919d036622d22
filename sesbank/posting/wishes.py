"""What a posting wishes for in so many words: "It is desirable that candidates have …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.blocks import Line, find_lines
from sesbank.posting.openings import opens_ability, opens_small
from sesbank.posting.page import Page
from sesbank.posting.wish_words import heads_wishes

_WHO = (
    r"(?:(?:the |all )?(?:successful |ideal )?(?:applicants?|candidates?|incumbent|selectee)|you)"
)
_WISH = re.compile(
    rf"(?:It (?:is|would be) (?:also |highly |most |very )*(?:desirable|desired|preferred)"
    rf" (?:that|for|if) {_WHO} (?:also )?(?:to )?(?:have|has|possess(?:es)?|hold|bring|show)"
    rf"|(?:Ideally,? |Preferably,? ){_WHO} (?:will |should |would )?(?:also )?(?:have|has"
    r"|possess(?:es)?|hold|bring)"
    r"|Preference (?:will be|is|may be) given to (?:those|applicants?|candidates?|persons)"
    r" (?:with|who have|having)(?=[^.\n]{0,60}\b(?:experience|knowledge|skills?|background|ability"
    r"|expertise|degree)\b))"
    r"[ \n]?:?[ \n]?(?=\S)",
)
_IN_LINE = re.compile(
    r"(?:(?<=[\n•.;!?] )|(?<=[\n•])|\A)(?:(?:(?:Nice|Good)[ -]to[ -][Hh]aves?|(?:Desirable"
    r"|Desired|Preferred|Optional)(?: \(|,? )(?:(?:but|though) )?not (?:required|mandatory)\)?)"
    r"(?::?\n|: )|(?:An? )?(?:[Pp]lus|[Bb]onus|[Aa]sset)(?: points)?(?: for)?: ?\n?"
    r"|It(?: is|'s| would be) (?:also )?an? (?:plus|bonus|asset|advantage) if(?: you)?:?"
    r"(?:\n| (?=[•*-])))"
)
"""What leads to a wish on its own line or to a list: "Bonus points: …", "It is a plus if: …"."""
_MOST_WORDS = 9
"""Words of a line that heads wishes and says no more."""
_LISTED = re.compile(r"[•*-]|\(?[\da-z]{1,2}[.)] ")


def find_wishes(page: Page) -> Iterator[Anchor]:
    """Yield the sentences that wish for something, and the lines that head no more than wishes.

    A wish with a list behind it is a heading; any other is its own statement.
    """
    if any(map(heads_wishes, page.text.split("\n"))):
        for line, below in pairwise(find_lines(page.text, ())):
            if line.heads and _heads_wishes(page.text, line, below):
                yield Anchor(Mark.DESIRABLE, line.start, line.end + 1, abbreviation="DQ")
    for pattern in (_IN_LINE, _WISH):
        for found in pattern.finditer(page.text):
            listed = found.group()[-1] == "\n" or _LISTED.match(page.text, found.end())
            mark = Mark.DESIRABLE if listed else Mark.WISH
            yield Anchor(mark, found.start(), found.end(), abbreviation="DQ", desirable=True)


def _heads_wishes(text: str, line: Line, below: Line) -> bool:
    """Whether a line is short, heads wishes, and has a list of abilities below it."""
    words = text[line.start : line.end]
    if len(words.split()) > _MOST_WORDS or words.rstrip().endswith("?"):
        return False
    listed = below.marked > 0 or opens_ability(text, below.start) or opens_small(text, below.start)
    return listed and heads_wishes(words)
