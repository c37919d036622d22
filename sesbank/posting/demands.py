"""Sentences that demand an ability or a deed of whoever gets the post, in whatever way they do."""

from __future__ import annotations

import re

from sesbank.posting.openings import DONE, IRREGULAR

ABILITY = (
    r"\b(?:experience|knowledge|ability|expertise|skills?|understanding|mastery|reputation"
    r"|standing|competence|proficiency|familiarity|command|grasp|(?:track )?record of|grounding"
    r"|background in|fluency|insight into)\b"
)
_FOR_WHAT = (
    r"(?:(?:In addition to|Besides|Beyond|Along with|As well as) [^,.;:\n]{3,60}, "
    r"|To (?:be (?:technically )?qualified|qualify)[^,.;:\n]{0,80}, )"
)
"""What says for what something is demanded, or beside what."""
_BESIDES = (
    rf"(?:{_FOR_WHAT}|(?:[A-Z][a-z]+(?: [a-z]+){{0,2}}, "
    r"|(?:First|Second|Third|Fourth|Finally|Lastly|Additionally"
    r"|Further|Furthermore|Moreover|Besides|Also) )?)"
)
_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?|[Aa]ny|[Oo]ur|[Ee]ach|[Ee]very|[Aa]ll) (?:[\w,'-]+ ){1,6}?"
    r"|(?:[Ww]hoever|[Aa]nyone|[Aa]nybody|[Tt]hose) (?:[\w'-]+ ){1,5}?"
    r"|(?:[Hh]e or she|[Ss]he or he|[Tt]hey|[Yy]ou|[Cc]andidates?|[Aa]pplicants?|[Ii]ncumbent"
    r"|[Yy]our (?:resume|application|narrative)) )"
)
_MUST = (
    r"(?:must|should|shall|needs? to|ha(?:s|ve) to|will (?:need|have) to"
    r"|(?:is|are|will be) (?:expected|required) to)"
)
_ALSO = r"(?: also| further| in addition| likewise)?"
_PAST = rf"(?:(?!(?:gained|acquired|obtained|held|served|worked for)\b)\w+ed|done|{IRREGULAR})\b"
_PROVES = r"(?:demonstrate|show|prove)"
_SHOWN = r"(?:have|possess|bring|show|demonstrate|prove|offer|be an?)"
_KNOWN = (
    r"(?:(?:know|understand)(?! that\b)|be (?:able to(?! (?:show|demonstrate)\b)|versed|skilled"
    r"|expert|an? (?:expert|authority)|familiar|at home|fluent|conversant))\b"
)
_PURPOSE = re.compile(_FOR_WHAT)
_PERSON_MUST = re.compile(
    rf"{_BESIDES}{_WHO}(?:(?:{_MUST}|will){_ALSO} (?P<what>"
    rf"(?:{_PROVES} that they )?(?:personally )?have (?:\w+ly )?{_PAST}"
    rf"|{_SHOWN}\b(?! (?:that|the ECQ|each|all|addressed))[^.;]{{0,80}}{ABILITY}|{_KNOWN})"
    rf"|needs? (?!to\b)(?P<need>[^.;]{{0,60}}{ABILITY} (?:in|of|with|on|for|as)\b))"
)
"""A person, what obliges them, and an ability or a deed."""
_HAS = (
    rf"(?:ha(?:s|ve) (?:\w+ly )?(?:{_PAST}|[^.;]{{0,60}}{ABILITY})|can\b|knows?\b|understands?\b)"
)
_TOLD = re.compile(
    rf"{_BESIDES}{_WHO}(?:{_MUST}|(?:are|is)(?: also)? to){_ALSO} (?:(?:describe|discuss|explain"
    r"|detail|document|set out)(?: in detail)? (?:(?:their|your|his or her) (?:[\w-]+,? ){0,4}?"
    rf"(?:experience|expertise|knowledge|skills?|work) \w|(?:how|when|where) \w+ have {DONE})"
    rf"|{_PROVES} (?:that|how) \w+ (?:have {DONE}|can|know|understand|are able)\b)"
)
"""What a narrative is to tell, where nothing else says what is asked."""
_GATE = re.compile(
    rf"(?:Only )?(?:those|applicants|candidates|persons|people|anyone) who {_HAS}"
    r"[^.;]*\bwill be (?:considered|referred|rated|interviewed|selected)\b"
    r"|No (?:one|applicant|candidate) (?:will|can) be (?:considered|referred|rated|interviewed"
    rf"|selected) (?:who|without|unless)\b[^.;]*\b(?:{_PAST}|{ABILITY})",
    re.IGNORECASE,
)
"""Who alone is let through: "Only those who have led … will be considered"."""
_SOUGHT = re.compile(
    r"We(?:'re| are)? (?:also )?(?:need|seek|want|require|look(?:ing)? for|seeking|after)"
    r" (?:(?:an?|the|our next) (?:[\w-]+ ){1,3}|someone |people |those )(?:who|that) (?:also )?"
    rf"{_HAS}|It is (?:also )?(?:essential|necessary|imperative|vital|crucial) that"
    rf" [^.;]{{3,40}}? {_HAS}",
)
"""Who is sought: "We need someone who has …"."""
_NEEDED = (
    r"(?:needed|required|essential|expected|demanded|necessary|indispensable|called for|vital"
    r"|mandatory|a must)"
)
_IS_NEEDED = re.compile(
    rf"{_BESIDES}(?:An? |The )?(?:[\w-]+,? ){{0,4}}?{ABILITY}[^;]{{10,}}?\b(?:is|are)"
    rf" (?:also |equally |absolutely )?{_NEEDED}(?: (?:of|for) (?:all|each|every|any|the)"
    r" (?:applicants?|candidates?|job|position|post))?\W*\Z"
    rf"|{_BESIDES}(?:also |equally )?{_NEEDED} (?:is|are) [^.;]{{0,60}}{ABILITY} [^.;]{{8,}}",
    re.IGNORECASE,
)
"""An ability that is called needed: "A working knowledge of rivers is needed"."""
_LEAST_BEHIND = 20
"""Characters behind the words that demand; fewer say what sort of person is sought."""
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


def demands(text: str, start: int, end: int) -> bool:
    """Whether a sentence such as "Applicants must possess …" states a demand itself, at length."""
    found = _PERSON_MUST.match(text, start, end)
    return found is not None and end - found.end() >= _LEAST_BEHIND


def behind_purpose(text: str, start: int) -> int:
    """Return where a sentence goes on behind "In addition to the ECQs," or "To qualify,"."""
    purpose = _PURPOSE.match(text, start)
    return purpose.end() if purpose else start


def demanded(text: str, start: int, end: int) -> int:
    """Return where such a sentence begins to say what it demands."""
    found = _PERSON_MUST.match(text, start, end)
    return max(found.start("what"), found.start("need")) if found else start


def prescribes(text: str, start: int, end: int) -> bool:
    """Whether a sentence demands an ability or tells what experience is to be described."""
    if demands(text, start, end) or _TOLD.match(text, start, end):
        return True
    return must_be(text, start, end)


def must_be(text: str, start: int, end: int) -> bool:
    """Whether a sentence demands an ability or a deed of whoever gets the post."""
    words = text[start:end].strip()
    if _OTHER.search(words):
        return False
    asks = (_PERSON_MUST, _GATE, _SOUGHT)
    return any(ask.match(words) for ask in asks) or is_called_needed(text, start, end)


def is_called_needed(text: str, start: int, end: int) -> bool:
    """Whether a sentence calls an ability needed: "A working knowledge of rivers is needed"."""
    return _IS_NEEDED.match(text[start:end].strip()) is not None
