"""Phrases without a verb, as items of lists are: "International standing as an investigator"."""

from __future__ import annotations

import re

_PHRASE = re.compile(
    r"(?!(?:The|This|These|Those|That|We|You|Your|Our|All|Each|Any|Every|If|In|For|To|At|On|As|By"
    r"|Only"
    r"|With|From|Under|Of|Per|Both|Not|No|None|Please|Applicants?|Candidates?|Resumes?|Responses?"
    r"|Applications?|Narratives?|Statements?|Submit|Attach|Send|Write|Use|Give|Provide|Show"
    r"|Describe"
    r"|Address|Include|Prepare|Respond|Answer|Read|Limit|Refer|Follow|Keep|Put|Type|Upload|Enter"
    r"|Make"
    r"|Be|Do|Mark|Label|Cite|State|List|Choose|Check|Consider|Review|Ensure|Complete|Explain|See"
    r"|Note"
    r"|Failure|Education|Degree|Examples?|Evidence|Qualifications?|Requirements?|Eligib\w+|Serve"
    r"|Work"
    r"|Lead|Report|Travel|Appl\w+|Click|Visit|Call|Contact|Veterans?|Possession)\b)"
    r"[A-Z][a-z-]+(?<!s)(?: [a-z-]+){0,3}? (?:as|in|of|with|on|at|across|before|among|between"
    r"|within|from)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|must|should|shall|may|can|has|have|does|do|did|had)\b"
)
_RELATIVE = re.compile(r"\b(?:that|who|which|whose|where|what|how)\b|,")


def is_phrase(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a phrase without a verb, as a listed qualification is."""
    if _PHRASE.match(text, start, end) is None:
        return False
    verb = _FINITE.search(text, start, end)
    inside = _RELATIVE.search(text, start, end)
    return verb is None or (inside is not None and inside.start() < verb.start())
