"""Tables that set what is required beside what is nice to have: their heads and their cells."""

from __future__ import annotations

import re

from sesbank.posting.must_heads import HAVES, NEEDED
from sesbank.posting.wish_words import GOOD, LIKED

_WHAT = (
    r"(?: (?:qualifications?|experience|skills?|requirements?|knowledge|background|criteria"
    r"|attributes|factors|competencies))?"
)
_ASIDE = r"[:*]?(?: ?[(\[-][^()\t|\n]{2,60}[)\]]?)?[ ]?"
_MUST = rf"(?:{HAVES}|(?:{NEEDED}|minimum){_WHAT}|requirements?){_ASIDE}"
_NICE = rf"(?:{GOOD}[ -]to[ -]haves?|{LIKED}{_WHAT}|desirables|bonus(?: points)?){_ASIDE}"
HEAD = re.compile(rf"(?:(?<=\n)|\A){_MUST}\n{_NICE}\n", re.IGNORECASE)
"""Both heads of a table whose cells have lines of their own."""
_ROW = re.compile(
    rf"(?im)^[ ]*(?P<edge>\|)?(?:[^\t|\n]{{0,40}}[\t|] ?)?{_MUST}[\t|] ?{_NICE}\|?[ ]*\n"
    r"(?P<rows>(?:[^\t|\n]*[\t|][^\n]*(?:\n|\Z))+)"
)
"""The head and the rows of a table with a tab or a bar between its cells."""
_RULE = re.compile(r"(?m)^[ |:+-]+$")
_EDGE = re.compile(r"(?m)^[ ]*\|| *\|[ ]*$")
_BETWEEN = re.compile(r" ?[\t|] ?")


def split_cells(source: str) -> str:
    """Return a text, as long as it is, with each cell of such tables on a line of its own."""
    return _ROW.sub(lambda table: _on_lines(table.group()), source)


def _on_lines(table: str) -> str:
    table = _RULE.sub(_blank, table)
    table = _EDGE.sub(_blank, table)
    return _BETWEEN.sub(lambda found: "\n" + _blank(found)[1:], table)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
