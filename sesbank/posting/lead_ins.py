"""Words that lead to a list of what is asked and call it nothing: "The ideal candidate has:"."""

from __future__ import annotations

import re
from functools import lru_cache

_PERSON = (
    r"(?:[Cc]andidates?|[Aa]pplicants?|[Ss]electees?|[Ii]ncumbents?|[Ii]ndividuals?|[Pp]ersons?"
    r"|[Ll]eaders?|[Ee]xecutives?|[Ss]omeone|[Ss]cientists?|[Pp]rofessionals?|[Yy]ou(?:r (?:resume"
    r"|narratives?|statements?|application|background|experience|submission|r[eé]sum[eé]))?"
    r"|[Tt]hose|[Pp]osition|[Jj]ob|[Pp]ost|[Rr]ole|[Pp]anel|[Ww]e|[Ii]t|[Rr]esumes?|[Ee]xperience"
    r"|[Nn]arratives?|[Dd]irector|[Rr]aters?|[Aa]gency|[Bb]oard|[Cc]ommittee)"
)
_ASKS = (
    r"(?:must|should|will|shall|needs?|requires?|required|ha(?:s|ve)|possess(?:es|ing)?"
    r"|demonstrat(?:e|es|ing)|shows?|showing|seeks?|seeking|looks?|looking|offers?|brings?|with"
    r"|who|expects?|expected|wants?|values?|evaluated|rated|assessed|judged|scored|ranked"
    r"|considered|address(?:es)?|cover|focus)"
)
_RATED = r"(?:(?:[Ee]valuat|[Rr]at|[Rr]ank|[Ss]elect|[Ss]creen|[Ss]cor|[Aa]ssess|[Jj]udg)\w+)"
_HEADS = (
    r"(?:qualifications?|requirements?|criteria|criterion|experience|skills?|competenc(?:y|ies)"
    r"|expertise|factors|capabilities|background|attributes|credentials|knowledge|ksas?|elements"
    r"|areas|abilities|strengths|statements|accomplishments|must[ -]haves?)"
)
_ASKING = re.compile(
    rf"(?:\b{_PERSON}\b[^\n]{{0,200}}?\b{_ASKS}\b"
    rf"|\b{_RATED} (?:(?:[Ff]actors?|[Cc]riteria|[Ee]lements?)\b"
    r"|[^\n]{0,60}\b(?:on|by|against|for)\b)"
    r"|\b[Kk]nowledge, [Ss]kills?,? (?:and|&|or) [Aa]bilities\b|\bKSAs?\b"
    r"|\b[Tt]echnical (?:[Qq]ualification|[Cc]ompetenc|[Rr]equirement|[Ee]xpertise|[Ff]actor)\w*"
    r"|\b(?:[Mm]ust|MUST)[ -](?:[Hh]aves?|HAVES?)\b|\b[Tt]echnically [Qq]ualified\b"
    r"|\b(?:[Ww]hat|[Ww]ho|WHAT|WHO) (?:[Yy]ou|[Ww]e|[Ii]t|[Cc]ounts|[Mm]atters|[Ii]s|YOU|WE|IT)\b"
    r"|\b(?:[Dd]escribe|[Dd]iscuss|[Aa]ddress) [Yy]our [^\n]{0,80}\b(?:[Ff]ollowing|[Bb]elow)\b"
    r"|\b[Aa]bout [Yy]ou\b|\bABOUT YOU\b|\bIs [Tt]his [Yy]ou\b|\b[Yy]ou (?:are|have|bring|need)\b"
    r"|\b[Ff]ollowing\b[^\n]{0,80}\b(?:[Ee]ssential|[Rr]equired|[Nn]eeded|[Mm]andatory|[Cc]ritical)"
    r"|\b(?:[Ee]ssential|[Rr]equired|[Nn]eeded|[Mm]andatory|[Cc]ritical)\b[^\n]{0,80}"
    r"\b(?:[Ff]ollowing|[Aa]reas)\b)",
)
_HEADING = re.compile(
    r"(?:\A|(?<=[\n.:;?!•] )|(?<=[\n•]))(?:[A-Z\d][.)] )?(?:[\w'&/,-]+ ){0,5}"
    rf"{_HEADS}\b[),:]?(?: [\w'&/(),-]+){{0,8}} ?[:\n.-]?\s*\Z",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?i)\A\W*(?:\w+ )?responsibilities\b"
    r"|\b(?:(?:executive )?core (?:qualifications?|competenc(?:y|ies))|ECQs?"
    r"|leadership (?:competenc|qualif|requirement|skill)\w*|documents?|eligib\w+|citizen\w*"
    r"|benefits?|duties"
    r"|responsibilit(?:y|ies) include|you will(?: be| also)? (?!need|bring|have|show|demonstrate|be"
    r" (?:rated|evaluated|assessed|judged|scored|ranked))|incumbent will"
    r"|responsible for|we offer|what you(?:'ll| will)? (?:get|gain|receive|learn)"
    r"|you(?:'ll| will) (?:gain|learn|receive)|in it for you|tips|mistakes|myths|lessons"
    r"|(?:did|do|does) not (?:show|have|meet|demonstrate|address)"
    r"|things (?:panels|boards|raters|interviewers|people|to (?:know|remember|do|avoid))"
    r"|as follows:? you will|day-to-day|typical|degree|semester|salary"
    r"|may (?:include|be)|such as|for example|examples? of|evidence of (?:it|this|these)"
    r"|wish(?:es|ed)?|preferred|desir(?:ed|able)|nice to have|a plus|conditions? of employment"
    r"|fundamental competenc\w+|opportunit\w+|apply online|education)\b"
)
_BEYOND = re.compile(
    r"(?i)\b(?:besides|beyond|in addition to|along with|as well as|other than|apart from|together"
    r" with|and) (?:the |these |those |all |OPM'?s? |five |your |both )*(?:executive core"
    r" qualifications?(?: \(ECQs?\))?|ECQs?|leadership \w+)"
)
_ELIGIBLE = re.compile(
    r"(?i)specialized experience|one(?: full)? year|\b(?:52|fifty-two) weeks|\b(?:12|twelve) months"
    r"|\bG[SG][- ]?(?:\d{4}-)?\d|time[ -]in[ -]grade|next lower (?:grade|level)"
)
_ELIGIBLE_BEHIND = re.compile(
    r"(?i)(?:52|fifty-two) weeks|next lower (?:grade|level)|time[ -]in[ -]grade"
    r"|(?:one|1)(?: full)? year of (?:this|such|specialized)"
)
_BEHIND = 300
"""Characters behind a list that are searched for words of eligibility."""
_GRADE = re.compile(r"\bG[SG][- ]?(?:\d{4}-)?\d[\d/GS -]*")
_ALL_OF_THESE = re.compile(
    r"(?i)\bexperience[^:\n]{0,80}? must (?:have )?(?:also )?(?:included?|cover(?:ed)?|show)"
    r" (?:all|each|both|every one)\b[^:\n]{0,40}:?\s*\Z"
)
_OWN_HEADING = re.compile(r"(?i)\A\W*(?:required )?specialized experience(?: required)?[:.-]+ ")
"""The heading that a sentence about experience stands behind on its line."""
_DESCRIBE_ALL = re.compile(
    r"(?i)\b(?:resumes?|applications?|narratives?|statements?|you|applicants?|candidates?) must"
    r" (?:clearly )?(?:describe|address|demonstrate|show|document|explain|discuss|cover)\b"
    r"[^:\n]{0,160}?\b(?:each|all|both|every one)\b[^:\n]{0,40}\b(?:following|below|areas)\b"
    r"[^:\n]{0,40}:?\s*\Z"
)
"""What no resume may leave out."""
_IN_AREAS = re.compile(
    r"(?i)\b(?:(?:rated|evaluated|assessed|scored|judged) (?:on|against|by|for)"
    r" (?:the following|these) technical \w+"
    r"|(?:experience|knowledge|expertise|background|skills?|proficiency|competence|command)"
    r" (?:in|of|with) (?:(?:each|all|any|both|one or more|some) (?:of )?)?(?:the |these )?"
    r"(?:[a-z-]+ ){0,3}?(?:areas?|following|fields?|subjects?|topics|disciplines|below)\b)"
    r"[^.:\n]{0,80}[.:]?\s*\Z"
)
_RATES_ON = re.compile(
    r"(?i)\b(?:rated|evaluated|assessed|scored|judged|ranked) (?:on|against|by|for)\b"
)


def asks_in_areas(text: str, start: int, end: int) -> bool:
    """Whether a sentence asks for experience in areas that a list behind it names."""
    return leads_to_demands(text, start, end) and _IN_AREAS.search(text[start:end]) is not None


def rates_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence says that applicants are rated on what stands behind it."""
    return leads_to_demands(text, start, end) and _RATES_ON.search(text, start, end) is not None


def leads_beyond(text: str, start: int, end: int) -> bool:
    """Whether a sentence asks for something beside the ECQs: "In addition to the ECQs, …"."""
    return _BEYOND.search(text, start, end) is not None and leads_to_demands(text, start, end)


def leads_to_demands(text: str, start: int, end: int) -> bool:
    """Whether a sentence or heading asks for what stands behind it, and not for eligibility."""
    return _leads_to_demands(text[start:end])


def leads_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a sentence or heading leads to duties, wishes, papers or ECQs."""
    return _leads_elsewhere(text[start:end])


_LEAD_INS_KEPT = 256
"""Lead-ins whose meaning is kept, since each is asked for more than once."""


@lru_cache(maxsize=_LEAD_INS_KEPT)
def _leads_to_demands(words: str) -> bool:
    if must_include_all(words, 0, len(words)):
        return True
    if _leads_elsewhere(words) or _ELIGIBLE.search(words):
        return False
    return _ASKING.search(words) is not None or _HEADING.search(words) is not None


@lru_cache(maxsize=_LEAD_INS_KEPT)
def _leads_elsewhere(words: str) -> bool:
    return _ELSEWHERE.search(_BEYOND.sub("", words)) is not None


def makes_eligible(text: str, start: int, end: int, *, grades: bool = True) -> bool:
    """Whether a part of a text is about what makes one eligible at all; a grade may tell it."""
    words = text[start:end]
    return _ELIGIBLE.search(words if grades else _GRADE.sub("", words)) is not None


def is_about_eligibility(text: str, end: int) -> bool:
    """Whether what stands behind the end of a list says that the list is about eligibility."""
    return _ELIGIBLE_BEHIND.search(text, end, end + _BEHIND) is not None


def must_include_all(text: str, start: int, end: int) -> bool:
    """Whether a sentence says that experience must include all of what stands behind it.

    A resume may have to as well, where the sentence speaks of no year and no grade.
    """
    words = _OWN_HEADING.sub("", text[start:end])
    if leads_elsewhere(text, start, end) or _ELIGIBLE.search(words):
        return _ALL_OF_THESE.search(words) is not None
    return _ALL_OF_THESE.search(words) is not None or _DESCRIBE_ALL.search(words) is not None
