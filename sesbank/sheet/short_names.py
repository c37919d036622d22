"""Short names: a requirement in the few words that tell it from the others."""

from __future__ import annotations

import re

from sesbank.domain.text import clean_line, fold, shorten
from sesbank.domain.vacancy import Requirement, RequirementKind
from sesbank.sheet.wordlists import one_by_one

LONGEST = 64
"""Characters a name may have; an ECQ's official name is kept whole."""
_MOST_WORDS = 10

_ECQ_LABEL = re.compile(
    r"^\s*(?:(?:fundamental\s+competenc\w+|executive\s+core\s+qualifications?|ecqs?)\b"
    r"(?:\s*\(ecqs?\))?\s*(?:#|no\.?)?\s*\d*\s*[-–—:.)]*\s*)+",
    re.IGNORECASE,
)
_ITEM_LABEL = re.compile(
    r"^\s*(?:(?:[MPDT]*TQ|MTC|technical\s+(?:qualification|requirement|competency))s?\b"
    r"\s*(?:#|no\.?)?\s*[A-Z]?\(?\d*\)?|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s*[-–—:.)]*\s+",
    re.IGNORECASE,
)
_ECQ_END = re.compile(r"\s*(?:[.:;(\n]|\s[-–—]\s|\b(?:This|The|Involves|Includes|Requires)\b)")
_ASKED = re.compile(
    r"(?:please|do\s+you|describe|provide|explain|discuss|address)\b", re.IGNORECASE
)
_BOILERPLATE = re.compile(
    r"""^(?:
      (?:please\s+)?(?:provide|describe|address|discuss|explain|elaborate\s+on|summarize|give)\b
        (?:\s+(?:us|a|an|the|detailed|brief|written|narrative|statement|example|examples|of
             |describing|addressing|way|and|frequency|with\s+which|methods|outcomes|related\s+to)\b)*
    | (?:the\s+)?(?:candidates?|applicants?|incumbent|you|i|we)\s+(?:must|should|will|shall)?\s*
        (?:have|has|possess(?:es)?|demonstrate|show|be\s+able\s+to)?
    | (?:your|you|my|an?|the|any|this|that|who|at\s+least|must|should|has|have|how|do|does)\b
    | (?:possess(?:es|ion)?|demonstrat(?:ed|es?|ing|ion)|proven|successful|extensive|significant
        |substantial|broad|strong|deep|in-depth|comprehensive|progressive(?:ly)?|pertinent|recent
        |specialized|considerable|thorough|expert|high(?:ly)?|solid|advanced|relevant|direct
        |hands-on|professional|senior|executive|managerial|leadership)
        (?:[-\s]+level)?\s*,?\s*(?:and|or)?(?=\s+(?:[\w-]+[\s,]+){0,5}
        (?:experience|ability|knowledge|skills?|expertise|understanding|record|level|capacity))
    | (?:responsible|increasingly|level)\b
    | (?:experiences?|ability|abilities|knowledge|skills?|skilled|expertise|understanding
        |familiarity|competence|proficiency|mastery|exposure|capacity|track\s+record|record
        |background|history|results(?![-\s]+(?:driven|orient))|success)\b
        (?:\s*(?:,|/|and/or|and|or)\s*(?=(?:experiences?|ability|knowledge|skills?|expertise
        |understanding|exposure|demonstrat\w+)\b))?
    | (?:demonstrating|performing\s+and|including)\b
    | (?:in|of|to|with|as|for|on|by|and|or|at|about|that|which|is|are)\b
    )[\s,:]*""",
    re.IGNORECASE | re.VERBOSE,
)
_CLAUSE_END = re.compile(
    r"[;:.(\[?]|,\s+(?=(?:and|or|with|in|to|by|as|for|of|from|where|the|including|such|preferably)\b)"
    r"|\s[-–—]+\s|\band\s+(?:demonstrated|proven|experience|ability|skills?)\b|\b(?:including|such\s+as|that|which|who|through|using|in\s+order\s+to"
    r"|so\s+as|as\s+(?:indicated|evidenced|demonstrated)|as\s+well\s+as|to\s+(?:ensure|minimize|include|support)|within|across|within\s+both"
    r"|related\s+to|concerning|regarding|for\s+purposes|for\s+the\s+purpose)\b",
    re.IGNORECASE,
)
_ENUMERATION = re.compile(r"(?:^|(?<=\s))\(?[a-d]\)\s+")
_SIZE_WORDS = re.compile(
    r"\b(?:large|large-scale|complex|diverse|major|multifaceted)(?:,?\s+and\s+|,\s+)(?=\w)",
    re.IGNORECASE,
)
_SOFT_END = one_by_one("of to in for with as at on from by over across through under between")
_JOINS = _SOFT_END | one_by_one("and or")
_WEAK_END = one_by_one(
    "a an the and or of in to with for on by at from as into over under its their his her our "
    "your complex large various other both all is are be that which",
)


def short_name(requirement: Requirement) -> str:
    """Return an ECQ's own name, or the content of a technical qualification in a few words."""
    text = requirement.text
    if requirement.kind is RequirementKind.ECQ:
        return _ecq_name(text)
    return _content(clean_line(text)) or shorten(clean_line(text), LONGEST)


def label_beside(requirement: Requirement, name: str) -> str:
    """Return the printed label, or the kind where the label only says the name again."""
    label = clean_line(requirement.label)
    if label and fold(label) != fold(name):
        return label
    return requirement.kind.value.upper()


def _ecq_name(text: str) -> str:
    line = clean_line(_ECQ_LABEL.sub("", text.strip(), count=1)) or clean_line(text)
    if _ASKED.match(line):
        return _content(line)
    end = _ECQ_END.search(line, 3)
    return shorten(line[: end.start()] if end else line, 90).strip(" ,-–—“”\"'*")


def _content(text: str) -> str:
    text = _SIZE_WORDS.sub("", _ENUMERATION.sub("", _ITEM_LABEL.sub("", text, count=1)))
    while found := _BOILERPLATE.match(text):
        if found.end() == 0 or len(text) - found.end() < 4:
            break
        text = text[found.end() :]
    return _sentence_case(_trimmed(_first_clause(text)))


def _first_clause(text: str) -> str:
    """Return the text up to the first break that leaves at least two words to say."""
    for found in _CLAUSE_END.finditer(text):
        head = text[: found.start()]
        least = 3 if found.group().startswith(",") else 2
        if len(_without_weak_end(head.split())) >= least:
            return head
    return text


def _trimmed(text: str) -> str:
    """Return at most ten words, ending before a joining word where one is near."""
    words = text.split()
    kept = words[:_MOST_WORDS]
    while len(" ".join(kept)) > LONGEST and len(kept) > 1:
        kept.pop()
    if len(kept) < len(words) and fold(words[len(kept)]) not in _JOINS:
        soft = [at for at in range(3, len(kept)) if fold(kept[at]) in _SOFT_END]
        soft = soft or [at for at in range(3, len(kept)) if fold(kept[at]) in _JOINS]
        kept = kept[: soft[-1]] if soft else kept
    return " ".join(_without_weak_end(kept)).strip(" ,;:.-–—/")[:LONGEST]


def _without_weak_end(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and fold(kept[-1].strip(" ,;:.-–—/")) in _WEAK_END:
        kept.pop()
    return kept


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
