"""Texts that are no vacancy: resumes, letters, news and courses list abilities as well."""

from __future__ import annotations

import re

_STRONG = re.compile(
    r"\bI (?:am writing|was|led|bring|brought|managed|served|directed|built|oversaw|worked|spent"
    r"|hold|held|grew|reduced|saved|created|developed|negotiated|supervised|cut|ran|became|joined"
    r"|earned|started|launched|took|made|won|learned)\b"
    r"|\b[Mm]y (?:qualifications|career|background|experience|team|staff|leadership|work|tenure"
    r"|role|interest|current|previous|agency|office|boss|supervisor|strengths?)\b"
    r"|\bDear (?:[Hh]iring|[Ss]election|[Ss]earch) |\b[Rr]eferences (?:are )?(?:available|upon)"
    r"|\b(?:19|20)\d\d ?(?:-|to) ?(?:[Pp]resent|[Cc]urrent|[Nn]ow)\b|\b[Cc]urriculum [Vv]itae\n"
    r"|\b[Ss]yllabus\b|\b[Cc]ontractor (?:shall|must)\b|\bthe [Oo]fferor\b"
    r"|\bsaid (?:on |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\btold reporters\b"
    r"|\((?:AP|Reuters|AFP|UPI)\)"
)
"""What only a person who speaks of themselves writes, or a newspaper, a teacher, a buyer."""
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
_SELF = re.compile(r"\bI (?=[a-z])|\bI'[a-z]|\b[Mm]y\b|\bmyself\b")
_SIGNS = tuple(re.compile(sign) for sign in _WEAK)
_MOST = 20_000
_ENOUGH = 2


def is_other_matter(text: str) -> bool:
    """Whether a text that names no technical qualification is none that would ask for any."""
    if _STRONG.search(text, 0, _MOST):
        return True
    if _VACANCY.search(text, 0, _MOST):
        return False
    return sum(sign.search(text, 0, _MOST) is not None for sign in _SIGNS) >= _ENOUGH


def speaks_of_self(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is a person's about themselves: "where I cut costs"."""
    return _SELF.search(text, start, end) is not None
