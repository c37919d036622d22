"""Stock sentences: instructions and notices that belong to no requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sesbank.posting.openings import opens_prompt
from sesbank.posting.sentences import cut_sentences

_OPENING = re.compile(
    r"""
    [\s(*•"'>-]{0,4}
    (?:
      notes?[ ]?[:*-]|note\ that|please\ ?(?:note|limit|address|submit|ensure|do\ not|see|refer|use|be\b|provide\ your\ (?:response|answer)
        |read|review|visit|click|contact|attach|indicate|keep|include|respond|complete|upload|select|specify|make\ sure|be\ sure)
    | important\b|reminder\b|exception\b|disclaimer\b|warning\b|special\ instructions
    | applica(?:nts?|tions?)\b|candidates?\b|your\ (?:resume|application|response|narrative|statement|written|answers?)
    | you\ (?:must|will|should|may|are|can|do|need|have\ the)|if\ (?:you|a\b|selected|an?\ applicant|eligible|any|not|this|the\ (?:position|selectee))
    | failure|fail\ to|responses?\ (?:to|must|should|may|are|is|of)|resumes?\b|c\.?v\.?\b|each\ (?:mtq|tq|ptq|mtc|statement|narrative|response|of\ the\ (?:m|p)?tqs?|technical|qualification|ecq)
    | all\ (?:applicants?|candidates?|tqs?|mtqs?|ptqs?|responses|technical|mandatory|statements|qualification|applications|ecqs|requirements|federal)
    | the\ (?:mtqs?|tqs?|ptqs?|mtcs?|ecqs?)\b|(?:m|p)?t[qc]s?\ (?:must|should|responses?|narratives?|statements?|will|may|are)
    | do\ not\ |for\ (?:more|additional|further|detailed|information|guidance|each\ (?:mtq|tq|ptq)|assistance)|additional\ (?:guidance|information)|examples?\ of\ ecq|sample
    | we\ (?:recommend|encourage|will|are|do|strongly|ask|suggest)|to\ (?:be\ (?:considered|eligible|qualified|rated)|receive|qualify|meet\ (?:the|these|this)|apply|preview|view|assist|ensure\ full)
    | this\ (?:announcement|vacancy|position|job|is\ a\b|must|information|requirement|section)|these\ (?:statements|responses|narratives|qualifications|must|should|ecqs|are)
    | (?:the\ )?(?:application|narrative|total|qrb|opm|u\.?s\.?\ office\ of\ personnel|office\ of\ personnel|assessment|selectee|selected|incumbent\ (?:must|will\ be)|hiring|rating)\b
    | narratives?\b|veterans?\b|current\ (?:career|ses|or\ former|members?|federal)|former\ |in\ accordance\ with|a\ (?:resume|narrative|supplemental|separate|written|two|minimum)
    | limit\b|ability\ to\ obtain|it\ is\ (?:recommended|strongly|your|important|suggested)|as\ a\ basic\ requirement|no\ more\ than|not\ to\ exceed|maximum
    | (?:preview|learn|read)\ (?:more|less|job)|return\ to\ top|https?:|www\.|click\b|see\ (?:the\ )?(?:how|required|below|attached|opm|resume)|visit\b
    | experience\ (?:refers|of\ this\ nature|must\ be)|select\ ["']?(?:yes|the|an?\b|one)|answer\ to\ this|choose\b
    | (?:mandatory\ )?(?:technical|executive\ core)\ qualifications?\ (?:must|should|are|may|will|responses?|narratives?|statements?)
    | there\ is\ no|no\ specific|refer\ to|see\ also|typically|specialized\ experience|substitution|time[\ -]in[\ -]grade|citizenship|u\.?s\.?\ citizen|probation
    | selective\ service|drug\ test|security\ clearance|reasonable\ accommodation|equal\ (?:employment|opportunity)|once\ (?:the|you)|unless\b|supplement(?:al)?\ statements?
    | statements?\ (?:must|should)|evidence\ of\ (?:each|these|the\ (?:ecqs?|tqs?|mtqs?))|a\.\ yes|thank\ you|information\ (?:on|about|regarding|submitted)|both\ the\ |in\ addition,?\ (?:applicants|you|candidates)
    | volunteer|part-time|ctap|ictap|interagency\ career|appointment\ (?:to|may)|salary\b|travel\b|relocation|telework|background\ (?:investigation|check)|financial\ disclosure|qualifications?\ (?:are|and\ experience|requirements|will|must|claims)
    | federal\ (?:employees|government)|career\ ses|ses\ (?:candidates?|members?|cdp|career)|graduates?\ of|noncareer|non-career|individuals?\b|persons?\ (?:who|with)|preference\b
    | (?:m|p)?tq\ (?:narratives?|responses?)|written\ (?:narrative|response|statement)s?\ (?:must|should|are|is)|submi(?:t|ssion)\b
    | your\ qualifications|\d+\ (?:page|word|character)|(?:two|one|three|five|ten)[\ -]page|(?:if|when)\ (?:applying|addressing|describing)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"(?:note[ ]?[:*-]|please (?!describe|provide an?\b|explain|discuss)|applica(?:nt|tion)s?\b|candidates?\b|you (?:must|will|should|may|are)"
    r"|your (?:resume|response|application)|if you|failure|responses? |resumes? |do not|for more|we |this (?:announcement|position|job)|select |click"
    r"|see |https?:|www|answer |choose |limit |not to exceed|veterans|a (?:resume|cover))",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"(?:All )?(?:[Aa]pplicants?|[Cc]andidates?|You|The (?:successful |ideal |selected )?(?:applicant|candidate)|Incumbent)"
    r" (?:must|should|will|shall) (?:have|possess|demonstrate)(?! (?:that|the ECQ|each|all|addressed))"
    r"[^.]{0,80}\b(?:experience|knowledge|ability|expertise|skills?)\b[^.]{20,}",
)
_ADDRESSED = re.compile(
    r"\b(?:applicants?|candidates? (?:must|should|will|who)|your (?:resume|application|response|narrative|answer)"
    r"|you (?:must|should|will|may|are|have|can)|this (?:announcement|vacancy)|resumes? (?:must|should)"
    r"|separate (?:document|narrative|page)|page limit|pages? (?:per|for each|or less|maximum)"
    r"|closing date|(?:will|may) result in|will not be (?:considered|rated|accepted)|ineligible)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\b(?:following|below|listed)\b[^.:;]{0,60}[.:]\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:This (?:experience|includes?|requires|knowledge|must)|Such|Include|Examples?|Experience|Demonstrated|Must|It |[a-z(•])"
)
_TRAILING = re.compile(r"[\s;,•*|-]*\b(?:and(?:/or)?|or)?[\s;,•*|-]*$", re.IGNORECASE)
_NOTE_INSIDE = re.compile(
    r"[ \n](?=\(?(?:please (?:provide|limit|address|submit) (?:your|you|this)|please limit|max(?:imum)? (?:of )?\d|limit(?:ed)? (?:to )?\d"
    r"|\d,?\d* characters|not to exceed)\b|\*{2,})",
    re.IGNORECASE,
)


def is_stock(text: str, start: int, end: int, *, prompt: bool = False) -> bool:
    """Whether a sentence instructs the applicant or gives notice, and asks for no ability."""
    if opens_prompt(text, start):
        return False
    if _OPENING.match(text, start, end):
        return True
    return not prompt and _ADDRESSED.search(text, start, end) is not None


def instructs(text: str, start: int, end: int) -> bool:
    """Whether an item of a list tells the applicant what to do, instead of what to be able to do."""
    return _INSTRUCTION.match(text, start, end) is not None and not demands(text, start, end)


def demands(text: str, start: int, end: int) -> bool:
    """Whether a sentence such as "Applicants must possess …" states a demand itself."""
    return _DEMAND.match(text, start, end) is not None


def is_lead_in(text: str, start: int, end: int) -> bool:
    """Whether a sentence only leads to a list: "…in the following areas:"."""
    return text[start:end].rstrip().endswith(":") or _LEAD_IN.search(text, start, end) is not None


def cut_extra(
    text: str, starts: Sequence[int], spans: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return the last of at least three items with no more sentences than the others have.

    The end of a list has no mark, so unknown notices may hang on its last item.
    """
    start, end = spans[-1]
    sentences = cut_sentences(starts, start, end)
    if len(spans) < 3:
        return start, end
    allowed = max(len(cut_sentences(starts, *span)) for span in spans[:-1])
    for first, _ in sentences[allowed:]:
        if not _GOES_ON.match(text, first):
            return trim(text, start, first)
    return start, end


def cut_tail(text: str, starts: Sequence[int], span: tuple[int, int]) -> tuple[int, int]:
    """Return an item without the stock sentences behind it; its first sentence always stays."""
    start, end = span
    prompt = opens_prompt(text, start)
    sentences = cut_sentences(starts, start, end)
    for first, last in sentences[1:]:
        if is_stock(text, first, last, prompt=prompt):
            end = first
            break
    note = _NOTE_INSIDE.search(text, min(start + 30, end), end)
    return trim(text, start, note.start() if note else end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return an item without the white space, bullets and hanging "and" around it."""
    while start < end and text[start] in " \n•*-:.;,)|":
        start += 1
    found = _TRAILING.search(text, max(end - 40, start), end)
    return start, max(found.start() if found else end, start)
