"""Lines that head what nobody may lack: "Technical must-haves", "Essential", "You must have"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOUN = (
    r"(?:(?:technical|professional|specialized|relevant|related|work|program|subject[ -]matter) )*"
    r"(?:experience|expertise|knowledge|skills|background|know-how|criteria|attributes"
    r"|capabilities|competenc(?:y|ies)|qualifications?|requirements?|elements|credentials"
    r"|abilities|strengths)"
)
_WHO = (
    r"(?:you|we|applicants|candidates|the (?:successful |ideal |right |selected )?"
    r"(?:applicant|candidate|person|executive|selectee|one we want))"
)
NEEDED = r"(?:essentials?|mandatory|required|necessary|indispensable|non-negotiables?|imperative)"
"""What heads call nobody may lack."""
HAVES = r"(?:must|need[ -]to)[ -]haves?"
_LINE = re.compile(
    r"(?:\A|(?<=\n))(?:[#•*-]+ ?|[A-Z\d][.)] )?(?:"
    rf"(?P<technical>(?:[\w'-]+ ){{0,3}}technical {HAVES}"
    r"|(?:the )?technical (?:qualifications?|requirements?|competenc(?:y|ies)|criteria|skills"
    r"|expertise|experience|knowledge)(?: (?!(?:is|are|must|should|will|may|were|has|have)\b)"
    r"[\w',-]+){1,12}(?=:| \())"
    rf"|(?P<must>(?:[\w'-]+ ){{0,3}}{HAVES}"
    rf"|(?:what )?{_WHO}(?:'ll| will)? (?:must|absolutely must|need to|needs to|has to|have to)"
    r" (?:have|bring|show|possess|offer)"
    rf"|what {_WHO}(?:'ll| will)? (?:absolutely )?(?:needs?|requires?)"
    rf"|(?:the |our )?{NEEDED}(?: {_NOUN})?|{_NOUN} (?:{NEEDED}|needed)"
    r"|what (?:is|'s) (?:required|essential|needed))"
    r"|(?P<special>(?:required )?specialized experience(?: required)?"
    r"|(?:basic|minimum) (?:qualifications?|requirements?))"
    r"|(?P<ranked>(?:quality )?(?:ranking|rating|selective) factors?)"
    r") ?(?:\([^()\n]{3,120}\))?[ .:-]{0,3}"
    r"(?=\n|(?<=\)) [A-Z]{1,2}\d{1,2}[.):]? )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MustHead:
    """A line that heads what is needed."""

    start: int
    end: int
    kind: str
    """"technical", "must", "special" (eligibility or demands), or "ranked"."""


def find_must_heads(text: str) -> Iterator[MustHead]:
    """Yield the lines of a page that head what is needed, in order."""
    for found in _LINE.finditer(text):
        yield MustHead(found.start(), found.end() + 1, found.lastgroup or "must")
