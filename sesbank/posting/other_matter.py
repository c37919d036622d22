"""Texts that are no vacancy: resumes, letters, news and courses list abilities as well."""

from __future__ import annotations

import re
from itertools import islice

_STRONG = re.compile(
    r"\bI (?:am writing|was|led|bring|brought|managed|served|directed|built|oversaw|worked|spent"
    r"|hold|held|grew|reduced|saved|created|developed|negotiated|supervised|cut|ran|became|joined"
    r"|earned|started|launched|took|made|won|learned)\b"
    r"|\b[Mm]y (?:qualifications|career|background|experience|team|staff|leadership|work|tenure"
    r"|role|interest|current|previous|agency|office|boss|supervisor|strengths?)\b"
    r"|\bDear (?:[Hh]iring |[Ss]election |[Ss]earch |[Aa]pplicant\b)"
    r"|\b[Rr]eferences (?:are )?(?:available|upon)"
    r"|\b(?:19|20)\d\d ?(?:-|to) ?(?:[Pp]resent|[Cc]urrent|[Nn]ow)\b|\b[Cc]urriculum [Vv]itae\n"
    r"|\b[Ss]yllabus\b|\b[Cc]ontractor (?:shall|must)\b|\bthe [Oo]fferor\b"
    r"|\bsaid (?:on |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\btold reporters\b"
    r"|\((?:AP|Reuters|AFP|UPI)\)|\bNOTICE OF FUNDING\b|\b[Ee]ligible applicants (?:are|include)\b"
)
"""What only a person who speaks of themselves writes, or a newspaper, a teacher, a buyer."""
_PERSONAL = re.compile(
    r"\b(?:19|20)\d\d ?(?:-|to) ?(?:[Pp]resent|[Cc]urrent|[Nn]ow)\b|\b[Cc]urriculum [Vv]itae\n"
    r"|(?:\A|(?<=\n))Dear [A-Z]|\bI am writing\b|\b[Rr]eferences (?:are )?(?:available|upon)"
)
"""What only a resume or a letter has."""
_WEAK = (
    r"\b(?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d\b",
    r"(?:\A|(?<=\n))(?:[A-Z][\w,.& -]{2,60} (?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d\.?(?=\n|\Z)"
    r"|(?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d,? [A-Z])",
    r"(?:\A|(?<=\n))[A-Z][A-Z. ]{2,20}(?:, [A-Z][\w.]{1,12})? - (?=(?:The|A|An) [A-Z])",
    r"(?:\A|(?<=\n))(?:Professional|Work|Employment|Career) (?:Experience|History|Summary|Profile)"
    r"(?=[\n:])|(?:\A|(?<=\n))(?:Objective|Publications|Hobbies|Awards|Profile)(?=[\n:])",
    r"\b(?:B\.?A|B\.?S|M\.?A|M\.?S|MBA|MPA|J\.?D|Ph\.?D)\.?,? [^\n]{0,60}\b(?:19|20)\d\d\b",
    r"\b[Ss]tudents?\b",
    r"\b(?:[Cc]ourses?|[Ss]emester|[Ll]ectures?|[Mm]odule)\b",
    r"\b(?:[Gg]rading|[Hh]omework|[Ee]xams?|[Tt]extbook|[Cc]redit hours|[Pp]rerequisites?)\b",
    r"\b[Ll]earning (?:outcomes|objectives)\b",
    r"\bin a statement\b|\baccording to (?:a|the) (?:report|statement|person|people)\b",
    r"\b(?:critics|lawmakers|senators?|spokes(?:man|woman|person))\b",
)
_VACANCY = re.compile(
    r"(?i)\b(?:applicants?|vacancy|this position|job announcement|usajobs|salary range|pay plan"
    r"|duty (?:station|location)|senior executive service)\b"
)
_POST = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:[\w-]+ ){0,2}?(?:position|post|job|role|vacancy)\b"
    r"|\b(?:ES|SL|ST)[- ]\d{2,4}\b"
    r"|(?:\A|(?<=\n))(?:Duties|Major [Dd]uties|Qualifications|Requirements|How to [Aa]pply|Salary"
    r"|DUTIES|QUALIFICATIONS|REQUIREMENTS|HOW TO APPLY)\b"
)
"""What else a text has that offers a post."""
_GENERAL_SCHEDULE = re.compile(
    r"(?:\A|(?<=\n))G[SG]-\d{4}-\d\d|\bat the G[SG]-1[0-5] (?:grade )?level you\b"
    r"|\b(?:for|at) the G[SG]-1[0-5] (?:grade level|level,? (?:you|applicants))"
)
_SENIOR = re.compile(
    r"\bSES\b|\bES[- ]0|(?i:\bsenior executive)|\bECQ|(?i:\bexecutive core)|\bS[LT]-\d{4}"
    r"|(?i:\bsenior level|\bscientific (?:and|or|&) professional)"
)
_SELF = re.compile(r"\bI (?=[a-z])|\bI'[a-z]|\b[Mm]y\b|\bmyself\b")
_SIGNS = tuple(re.compile(sign) for sign in _WEAK)
_MOST = 20_000
_MOST_TOLD = 40
_ENOUGH = 2


def is_other_matter(text: str) -> bool:
    """Whether a text that names no technical qualification is none that would ask for any."""
    if _STRONG.search(text, 0, _MOST):
        return True
    if _VACANCY.search(text, 0, _MOST):
        return False
    return sum(sign.search(text, 0, _MOST) is not None for sign in _SIGNS) >= _ENOUGH


def offers_post(text: str) -> bool:
    """Whether a text has words of a vacancy at all."""
    return any(sign.search(text, 0, _MOST) is not None for sign in (_VACANCY, _POST))


def is_of_general_schedule(text: str) -> bool:
    """Whether a vacancy is one of the General Schedule: what it lists makes one eligible."""
    if _GENERAL_SCHEDULE.search(text, 0, _MOST) is None:
        return False
    return _SENIOR.search(text, 0, _MOST) is None


def is_of_a_person(text: str) -> bool:
    """Whether a text is a resume or a narrative, whatever headings it has: two signs say so."""
    if _VACANCY.search(text, 0, _MOST):
        return False
    if not _PERSONAL.search(text, 0, _MOST):
        return False
    told = {found.group() for found in islice(_STRONG.finditer(text, 0, _MOST), _MOST_TOLD)}
    weak = any(sign.search(text, 0, _MOST) for sign in _SIGNS)
    return len(told) + weak >= _ENOUGH


def speaks_of_self(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is a person's about themselves: "where I cut costs"."""
    return _SELF.search(text, start, end) is not None
