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
_NEEDED = r"(?:essentials?|mandatory|required|necessary|indispensable|non-negotiables?|imperative)"
_LINE = re.compile(
    r"(?:\A|(?<=\n))(?:[#•*-]+ ?|[A-Z\d][.)] )?(?:"
    r"(?P<technical>(?:[\w'-]+ ){0,3}technical must[ -]haves?"
    r"|(?:the )?technical (?:qualifications?|requirements?|competenc(?:y|ies)|criteria|skills"
    r"|expertise|experience|knowledge)(?: (?!(?:is|are|must|should|will|may|were|has|have)\b)"
    r"[\w',-]+){1,12}(?=:| \())"
    r"|(?P<must>(?:[\w'-]+ ){0,3}must[ -]haves?"
    rf"|(?:what )?{_WHO}(?:'ll| will)? (?:must|absolutely must|need to|needs to|has to|have to)"
    r" (?:have|bring|show|possess|offer)"
    rf"|what {_WHO}(?:'ll| will)? (?:absolutely )?(?:needs?|requires?)"
    rf"|(?:the |our )?{_NEEDED}(?: {_NOUN})?|{_NOUN} (?:{_NEEDED}|needed)"
    r"|what (?:is|'s) (?:required|essential|needed))"
    r"|(?P<special>(?:required )?specialized experience(?: required)?"
    r"|(?:basic|minimum) (?:qualifications?|requirements?))"
    r"|(?P<ranked>(?:quality )?(?:ranking|rating|selective) factors?)"
    r") ?(?:\([^()\n]{3,120}\))?[ .:-]{0,3}"
    r"(?=\n|(?<=\)) [A-Z]{1,2}\d{1,2}[.):]? )",
    re.IGNORECASE,
)
_WISH_LINE = re.compile(
    r"(?<=\n)(?:[#•*-]+ ?)?(?:(?:it|these|this)(?: is| are|'s|'d| would)(?: also)?(?: be)?"
    r" (?:an? )?(?:nice|good|great|helpful|plus|bonus|welcome|desirable|asset)"
    r"|(?:also )?(?:nice|good|great|helpful|useful|welcome)(?:[ -]to[ -]have)?s?\b"
    r"|(?:also )?(?:desirables?|preferred|desired|bonus|extras?|pluses|optional|assets?|a plus"
    r"|advantageous|not (?:required|essential))\b"
    r"|(?:what )?we(?:'d| would)(?: also)? (?:like|love|prefer)"
    r"|you (?:might|may|could|would ideally|ideally)(?: also)? (?:have|bring)"
    r")[^\n.;]{0,80}[:)]?(?=\n)",
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


def wish_lines(text: str) -> list[int]:
    """Return where the lines begin that head what is only wished for."""
    return [found.start() for found in _WISH_LINE.finditer(text)]
