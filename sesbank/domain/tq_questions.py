"""Questions of technical qualifications: what an agency's panel asks about them, aloud."""

from __future__ import annotations

import re

from sesbank.domain.sentences import sentences
from sesbank.domain.text import clean_line, shorten
from sesbank.domain.vacancy import Requirement

LONGEST = 300
"""Characters of a qualification that a question takes up: more is not said in a breath."""

_BEFORE = re.compile(
    r"(?:(?:the |all )?(?:applicants?|candidates?|incumbents?|you|they|i)\s+)?"
    r"(?:(?:must|should|will)\s+)?"
    r"(?:(?:have|possess|possesses|demonstrate|show|show evidence of)\s+)?"
    r"(?:(?:a|an|the)\s+)?(?:(?:demonstrated|demonstrable|proven|documented)\s+)*",
    re.IGNORECASE,
)
"""What a posting says before the thing itself, and nobody says aloud."""
_OWN = re.compile(
    r"(?:[\w-]+\s+){0,4}?(?:experience|ability|knowledge|skills?|expertise|understanding|capacity"
    r"|capability|familiarity|leadership|proficiency|competence|mastery|success|record|authority"
    r"|background|command|reputation)\b",
    re.IGNORECASE,
)
_OWN_AT_ONCE = re.compile(_OWN.pattern.replace("{0,4}", "{0,1}"), re.IGNORECASE)
"""Working knowledge, building experience: no doing."""
_DOING = re.compile(r"(?!understanding|outstanding)[A-Za-z]{2,}ing\b", re.IGNORECASE)
_ASKING = re.compile(r"(?:please\s+)?(?:describe|discuss|explain|tell us)\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?:please\s+)?(?:provide|submit|include|write)\s+(?:a|an)\s+(?:[\w-]+\s+)?"
    r"(?:statement|narrative|response|example)\s+(?:that\s+)?(?:describing|describes?)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"[^.:]{1,60}[.:]\**\s+(?=[A-Z])")
"""A title before the qualification: "Construction oversight: …"."""
_OPEN_END = re.compile(r"[,;]?\s*(?:including|such as|to include)?\s*[:;,.]+\Z", re.IGNORECASE)


def question_of(requirement: Requirement) -> str:
    """Return what a panel asks about a technical qualification, in the posting's own words.

    The same qualification is always asked the same. Of one that has several sentences the first
    is asked.
    """
    line = clean_line(requirement.text)
    whole, behind_head = _first_sentence(line), _first_sentence(_HEAD.sub("", line, count=1))
    said = _asked_for(whole) or _asked_for(behind_head) or _asked_of_doing(whole)
    return f"{said or f'Tell us about your experience with this: {whole}'}."


def _asked_for(said: str) -> str:
    """Return a question about what the posting calls experience, ability or knowledge."""
    said = _STATEMENT.sub("Describe", said, count=1)
    if _ASKING.match(said):
        return said
    thing = _BEFORE.sub("", said, count=1)
    if _OWN_AT_ONCE.match(thing) or (_OWN.match(thing) and not _DOING.match(thing)):
        return f"Tell us about your {_lowered(thing)}"
    return ""


def _asked_of_doing(said: str) -> str:
    """Return a question about what is done: directing a program."""
    thing = _BEFORE.sub("", said, count=1)
    return f"Tell us about your experience {_lowered(thing)}" if _DOING.match(thing) else ""


def _first_sentence(text: str) -> str:
    start, end = next(sentences(text), (0, len(text)))
    return shorten(_OPEN_END.sub("", text[start:end]), LONGEST)


def _lowered(text: str) -> str:
    """Return a text that goes on inside a sentence; a name of capitals stays one."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]
