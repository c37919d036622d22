"""Items that tell what to do to apply or what makes eligible, among others that ask abilities."""

from __future__ import annotations

import re

from sesbank.posting.items import Item

_CONDITION = re.compile(
    r"(?i)(?:citizen\w*|probation\w*|clearance|background (?:check|investigation)|drug test\w*"
    r"|degree|diploma|transcripts?|disclosure|relocat\w+|semester|selective service|licen[cs]e\w*"
    r"|member\w*(?: in good standing)? (?:of|in) (?:the|a) (?:\w+ )?bar|resume|valid"
    r"|registered|one(?: full)? year)\b"
)
_FOR_APPLICATION = re.compile(
    r"(?i)(?:(?:read|attach|send|complet|upload|submit|sign|provid|answer|apply|fill|register)ing"
    r"\b[^.;\n]{0,40}\b(?:announcement|resume|files?|application|documents?|questionnaire|forms?"
    r"|questions|on time|online|midnight|deadline)|(?:proof|copies|copy) of)\b"
)
"""How items open that tell what to do to apply."""
_WITHIN = 70
"""Characters of an item in which a condition of employment or a degree shows."""


def is_condition(text: str, item: Item) -> bool:
    """Whether an item is a condition of employment or a degree and no ability."""
    end = min(item.end, item.start + _WITHIN)
    told = _FOR_APPLICATION.match(text, item.start) is not None
    return told or _CONDITION.search(text, item.start, end) is not None
