"""What a posting wishes for in so many words: "It is desirable that candidates have …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.page import Page

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
_HEADING = re.compile(
    r"(?:(?<=[\n•])|(?<=[\n•.;!?] )|\A)(?:(?:Nice|Good)[ -]to[ -][Hh]aves?(?::?\n|: )"
    r"|(?:An? )?(?:[Pp]lus|[Bb]onus|[Aa]sset)(?: points)?(?: for)?: ?\n?)"
    r"|(?<=\n)It(?: is|'s| would be) (?:also )?an? (?:plus|bonus|asset|advantage) if(?: you)?:?\n"
    r"|It(?: is|'s| would be) (?:also )?an? (?:plus|bonus|asset|advantage) if(?: you)?:? (?=[•*-])"
    r"|(?<=\n)(?:Preferred|Desirable|Desired),? (?:but|though) not (?:required|mandatory):?\n"
    r"|(?:(?<=\n)|(?<=[.;!?] ))(?:Preferred|Desirable|Desired|Optional)"
    r" \((?:but )?not (?:required|mandatory)\):[ \n]"
)
_LISTED = re.compile(r"[•*-]|\(?[\da-z]{1,2}[.)] ")


def find_wishes(page: Page) -> Iterator[Anchor]:
    """Yield the sentences that wish for something, and the headings that say no more than that.

    A wish with a list behind it is a heading; any other is its own statement.
    """
    for found in _HEADING.finditer(page.text):
        yield Anchor(Mark.DESIRABLE, found.start(), found.end(), abbreviation="DQ")
    for found in _WISH.finditer(page.text):
        listed = _LISTED.match(page.text, found.end())
        mark = Mark.DESIRABLE if listed else Mark.WISH
        yield Anchor(mark, found.start(), found.end(), abbreviation="DQ", desirable=True)
