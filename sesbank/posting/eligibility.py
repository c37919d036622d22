"""Sentences about being eligible: schooling, licences, clearances, travel, preference, pay."""

from __future__ import annotations

import re

_PAPER = (
    r"(?:certifi(?:cation|cate)s?|licen[cs](?:e|es|ure)|registration|clearances?|degrees?"
    r"|transcripts?|coursework|semester hours|citizenship|disclosure|drug (?:test(?:ing|s)?"
    r"|screening)"
    r"|polygraph|physical(?: examination)?|medical examination|immunizations?|vaccinations?"
    r"|background"
    r" (?:check|investigation)s?|travel|relocation|mobility agreement|membership"
    r"|admission to the bar"
    r"|probation(?:ary period)?|joint duty(?: credit| experience)?|accreditation"
    r"|board certification"
    r"|critical acquisition position|passport|driver'?s licen[cs]e|incentives?|telework)"
)
_IS = (
    r"(?:(?:is|are)(?: also)?|(?:will|may|must|shall|can|might)(?: also)? be)(?: not)?"
    r" (?:required|held|served|reimbursed|needed|mandatory|necessary|expected|authorized|paid"
    r"|considered|offered|available"
    r"|completed|obtained|maintained|(?:a|one) (?:condition|prerequisite|requirement)|conditions?"
    r"|involved|prerequisites?|applicable|subject|verified|waived)\b"
)
_NEEDED = re.compile(
    rf"(?:[A-Z][^.;:]{{0,100}}?|[A-Z]?[^.;:]{{0,4}})\b(?i:{_PAPER})\b[^.;:]{{0,160}}?\b{_IS}"
)
"""What a person has on paper, and that it is needed: "A Q clearance is required"."""
_PREDICATE = r"\b[^.;]{0,60}\b(?:required|needed|mandatory)\b"
_OPENINGS = (
    (
        r"(?:positive |basic |minimum )*(?:education(?:al)?|degree|licens(?:e|ure|ing)|dawia|pay"
        r"|certifications?|registration|clearance|security|travel|relocation|citizenship|salary"
        r"|veterans'?|medical|physical|physicians?|work schedule|telework|bargaining unit|mobility"
        r"|conditions? of employment|duty (?:station|location)|probation|joint duty|fac-[\w/]{1,5}"
        r"|acquisition (?:workforce|certification)|financial disclosure)"
        r"(?: (?:and|or|&) (?:experience|training|licens\w+|security|degree)| [a-z-]+){0,3}?"
        r"(?: (?:requirements?|qualifications?|standards?|level|preference|status))?"
        r"(?: \([^()]{1,40}\))? ?(?::|-{1,2} )"
    ),
    (
        r"(?:(?:positive|basic|minimum) )+(?:education(?:al)?|qualification|degree)?"
        r" ?(?:requirements?|standards?)\b"
    ),
    r"this is an? [^.;:]{0,80}?\b(?:position|post|job|appointment|role|opportunity)\b",
    r"it(?:'s| is) an? [^.;]{0,50}\b(?:position|post|job)\b",
    (
        r"(?:the|this) (?:position|job|post|selectee|incumbent|appointee|appointment"
        r"|person selected) (?:\w+ )?(?:is|has been|will|must|may|requires?)\b[^.]{0,120}?"
        r"(?:clearance|travel|designated|subject|covered|drug|mobility|disclosure|sensitive"
        r"|certif\w+|probation\w*|relocat\w+|incentives?|acquisition|polygraph|licens\w+|degree"
        r"|citizen\w*|agreement|essential)"
    ),
    (
        r"must (?:be (?:able|willing|eligible) to|obtain|pass|undergo|sign|file|complete|get|agree"
        r"|be a u\.?s)\b[^.]{0,80}?(?:clearance|travel|test|investigation|disclosure|agreement"
        r"|polygraph|certif\w+|training|citizen|examination|report)"
    ),
    r"(?:fe)?males? born|men (?:born|must)|u\.?s\.? citizens?\b",
    r"(?:bachelor|master|doctor)(?:'s|ate)? degree\b[^.]{0,80}\brequired",
    (
        r"(?:employees|executives|incumbents|persons?|appointees|selectees) (?:in|of|chosen"
        r"|selected|appointed)\b[^.]{0,120}?(?:disclosure|drug|clearance|mobility|travel"
        r"|polygraph|probation|testing)"
    ),
    r"(?:bargaining unit|public trust|flsa|fair labor|official travel|moving (?:costs|expenses))\b",
    r"(?:the )?(?:duty station|duty location|work schedule|tour of duty|starting salary)\b",
    r"(?:frequent|occasional|overnight|foreign|extensive) travel\b",
    r"[^.;:]{0,60}\ballowance (?:may|might|will|is|can)\b",
    r"no (?:separate )?(?:[MP]?TQ|ecq|narratives?|cover letters?|letters? of)\b",
    (
        r"[^.;:]{0,60}\b(?:subject to|testing designated|drug[ -]test)[^.;:]{0,60}"
        r"\b(?:test\w*|position)\b"
    ),
    rf"(?:cpa|cia|pmp|pe|cissp){_PREDICATE}",
    (
        r"(?:current|active|valid|full) [^.;:]{0,40}\b(?:registration|licen[cs]e|licensure"
        rf"|certification|membership|clearance){_PREDICATE}"
    ),
    r"those (?:without|who lack|not)\b",
    r"one year of specialized\b",
    r"foreign (?:education|degrees?|transcripts?)\b",
)
_OPENS = re.compile("|".join(_OPENINGS), re.IGNORECASE)
"""How sentences open that say what makes one eligible, or what the post brings with it."""


def speaks_of_eligibility(text: str, start: int, end: int) -> bool:
    """Whether a sentence behind a requirement says what makes one eligible, and asks no ability."""
    return any(says.match(text, start, end) for says in (_OPENS, _NEEDED))
