"""Sentences that demand an ability or a deed, whoever they say must have it."""

from __future__ import annotations

import re

from sesbank.posting.openings import IRREGULAR

_BESIDES = r"(?:[A-Z][a-z]+(?: [a-z]+){0,2}, )?"
_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?|[Aa]ny|[Oo]ur|[Ee]ach|[Ee]very|[Aa]ll) (?:[\w,'-]+ ){1,6}?"
    r"|(?:[Hh]e or she|[Ss]he or he|[Tt]hey|[Yy]ou|[Cc]andidates|[Aa]pplicants) )"
)
_MUST = (
    r"(?:must|should|shall|needs? to|ha(?:s|ve) to|will (?:need|have) to"
    r"|(?:is|are) (?:expected|required) to) (?:also |further |in addition |likewise )?"
)
_ABILITY = (
    r"\b(?:experience|knowledge|ability|expertise|skills?|understanding|mastery|reputation"
    r"|standing|competence|proficiency|familiarity|command|grasp|(?:track )?record of)\b"
)
_DONE = rf"(?:(?!(?:gained|acquired|obtained|held|served|worked for)\b)\w+ed|done|{IRREGULAR})\b"
_PERSON_MUST = re.compile(
    rf"{_BESIDES}{_WHO}{_MUST}(?:(?:personally )?have (?:\w+ly )?{_DONE}"
    rf"|(?:have|possess|bring|show|demonstrate|offer)\b[^.;]{{0,80}}{_ABILITY}"
    r"|(?:(?:know|understand)(?! that\b)|be (?:able to|versed|skilled|expert"
    r"|an? (?:expert|authority)|familiar|at home|fluent|conversant))\b)"
)
_IS_NEEDED = re.compile(
    rf"{_BESIDES}(?:An? |The )?(?:[\w-]+,? ){{0,4}}?{_ABILITY}[^;]{{10,}}?\b(?:is|are)"
    r" (?:also |equally |absolutely )?(?:needed|required|essential|expected|demanded|necessary"
    r"|indispensable|called for|vital|mandatory|a must)\W*\Z",
    re.IGNORECASE,
)
_CONDITIONS = r"(?:obtain|get|hold|maintain|travel|relocate|start|report|pass)"
ASKED_OTHERWISE = (
    r"ECQs?|executive core|resumes?|qualifications?|competenc(?:y|ies)|following"
    r"|degree|licen[cs]\w+|citizen\w*|clearance|progressively|incumbent"
    rf"|ability to {_CONDITIONS}"
)
"""Words of a sentence that demands what makes eligible, the ECQs, or what a list spells out."""
_OTHER = re.compile(
    r"(?i)\b(?:(?:this|that|such|these|those) (?:\w+ )?(?:experience|knowledge|skills?|levels?)"
    rf"|{ASKED_OTHERWISE}|able to {_CONDITIONS}|narratives?|semester"
    r"|one(?: full)? year|weeks|leadership experience|executive (?:skills?|experience|level)"
    r"|(?:managerial|supervisory) experience|experience at the GS)\b"
)


def must_be(text: str, start: int, end: int) -> bool:
    """Whether a sentence demands an ability or a deed of whoever gets the post."""
    words = text[start:end].strip()
    if _OTHER.search(words):
        return False
    return _PERSON_MUST.match(words) is not None or is_called_needed(text, start, end)


def is_called_needed(text: str, start: int, end: int) -> bool:
    """Whether a sentence calls an ability needed: "A working knowledge of rivers is needed"."""
    return _IS_NEEDED.match(text[start:end].strip()) is not None
