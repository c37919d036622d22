"""Stock sentences: instructions and notices that belong to no requirement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sesbank.posting.demands import demands
from sesbank.posting.eligibility import speaks_of_eligibility
from sesbank.posting.openings import asks_on, opens_prompt, opens_statement, refers_back
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock_phrases import STOCK_OPENINGS
from sesbank.posting.wording import defined_ecq

_OPENING = re.compile(
    r"[\s(*•\"'>-]{0,4}(?:" + "|".join(STOCK_OPENINGS) + ")",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•*-] ?\b|o ")
_INSTRUCTION = re.compile(
    r"(?:note[ ]?[:*-]|how to apply ?:|please (?!describe|provide an?\b|explain|discuss)"
    r"|applica(?:nt|tion)s?\b|candidates?\b|you (?:must|will|should|may|are)"
    r"|your (?:resume|response|application)|if you|failure|responses? |resumes? "
    r"|do not|none of (?:the|these)|for more|address (?:each|specific)\b|we "
    r"|this (?:announcement|position|job)|select |click"
    r"|give (?:\w+ )?examples of (?:your )?(?:relevant|related|specific)\b"
    r"|see |https?:|www|answer |choose |limit |not (?:to )?exceed"
    r"|include (?:specific |concrete )?examples|veterans|a (?:completed|resume|cover)\b)",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(
    r"[^.]{0,160}\b(?:should|must|will|shall) be (?:clearly )?(?:reflected|listed|addressed"
    r"|documented|evident|shown|demonstrated|described) (?:in|within|on|separately)\b"
    r"[^.]{0,40}(?:resume|application|narrative|statement|document)",
    re.IGNORECASE,
)
"""What says of qualifications where they are to be written."""
_ADDRESSED = re.compile(
    r"\b(?:applicants?|candidates? (?:must|should|will|who)|your (?:resume|application"
    r"|response|narrative|answer)"
    r"|you (?:must|should|will|may|are|have|can)|this (?:announcement|vacancy)"
    r"|resumes? (?:must|should)"
    r"|separate (?:document|narrative|page)|page limit|pages? (?:per|for each|or less|maximum)"
    r"|closing date|(?:will|may) result in|will not be (?:considered|rated|accepted)|ineligible)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"(?:Have|Are|Do|Did|Will|Were|Can|Would) you\b[^?]{3,400}\?|Does your resume\b[^?]{3,200}\?"
    r"|I have (?:not )?(?:read|attached|reviewed|submitted|completed|included|provided|addressed"
    r"|uploaded|answered|verified|enclosed|responded)\b"
    r"|I (?:have|am|possess)\b[^.?!]{3,200}\b(?:GS-?1\d|(?:described|stated|listed) above)\b"
)
_CONTENT = re.compile(
    r"(?:If|Where|When|For (?:one|each|any) of (?:them|these)) (?!(?:yes|no|so|selected|applicable"
    r"|available|applying|any of)\b)[^.;:?]{0,140}?, (?:please )?(?:also )?(?:tell|say|state"
    r"|describe"
    r"|explain|give|name|discuss|show|cite|outline)(?: us)? (?:how|what|which|who|when|where|why"
    r"|the|your"
    r"|any|an?|its|it)\b"
    r"(?![^.;]{0,80}\b(?:pages?|resumes?|narratives?|statements?|(?:ECQ|[MP]?TQ)s?|qualifications?"
    r"|announcement|vacancy|documents?|SF-50|supervisors?|salary|dates?|each|application"
    r"|circumstances"
    r"|offen[sc]es?|relationship|name of|e-?mail|phone|address|reasons?|accommodation)\b)|"
    r"This (?:[a-z]+ )?(?:must|should|may) (?:also )?(?:include|cover|encompass|involve)\b|"
    r"In your (?:response|narrative|answer|statement),? (?:please )?(?:state|describe|cite|include"
    r"|explain|discuss|address|give|name|show)\b"
    r"|(?:(?:This|Such|The|Your) )?[Ee]xperience (?:must|should) (?:also )?"
    r"(?:include|involve|cover)\b"
    r"|(?:Applicants?|Candidates?|You|Your (?:response|narrative|answer|statement|resume)"
    r"|Responses?"
    r"|Narratives?|They|The (?:response|narrative|statement))"
    r" (?:should|must|will) (?:also )?(?:be sure to )?(?:describe|discuss|explain|include|show|cite"
    r"|give|name|state|address|tell|(?:single out|point to|identify|highlight"
    r"|set out)(?= (?:their|your)\b)) (?:how|what|the"
    r"|at least|any|specific|an? |examples? of|their (?:\w+ ){0,3}most\b|your (?:role|experience"
    r"|own))(?![^.]{0,80}\b(?:ECQs?|M?TQs?|PTQs?|resumes?|narratives?|pages?"
    r"|qualifications?|documents?|SF-50|supervisor|salary|dates?)\b)"
)
_LEAD_IN = re.compile(
    r"\b(?:following|below|listed(?= (?:below|above|here|under|next|in|on)\b|[.: ]*$))\b"
    r"[^.:;]{0,60}[.:]\s*$",
    re.IGNORECASE,
)
_HANGING = re.compile(r"\b(?:that (?:demonstrates?|shows?|meets?)|demonstrating|showing)\s*$")
"""How a question leads to the labelled statement behind it."""
_GOES_ON = re.compile(
    r"(?:This (?:experience|includes?|requires|knowledge|must)|They (?:should|must) also|Such"
    r"|Include|Examples?"
    r"|Experience|Demonstrated|Must|It |[a-z(•]"
    r"|Your (?:response|narrative|answer|statement) (?:should|must)"
    r"|(?:Provide|Give|Cite) (?:an?|one|two|at least one) (?:specific |recent )?examples? "
    r"(?:where|when|in which|of (?:when|how)))"
)
_HINT = re.compile(
    r"(?:Please )?(?:Give|State|Name|Describe|Explain|Tell(?: us)?|Say|Identify|Discuss|Show"
    r"|Specify|Indicate|Cite|Note|Set out) (?:the|what|how|which|whom?|where|when|why|any"
    r"|your role|your own|your part|its|their)\b(?![^.]{0,120}\b(?:pages?|resumes?|narratives?"
    r"|statements?|(?:ECQ|[MP]?TQ)s?|qualifications?|announcement|vacancy|documents?|SF-50"
    r"|supervisors?"
    r"|salary|dates?|above|below|each|all|title and|questions?|application|e-?mail"
    r"|phone|address)\b)"
)
"""How a last sentence says what to tell of the item that it stands behind."""
_TRAILING = re.compile(
    r"[\s;,•*|\[-]*(?:\((?:MP|PM|M|P|E)?T[QC] ?#?\d{1,2}\)\.?\s*$"
    r"|(?:\b(?:and(?:/or)?|or))?[\s;,•*|\[-]*$)",
    re.IGNORECASE,
)
_NOTE_INSIDE = re.compile(
    r"[ \n](?=\(?(?:please (?:provide|limit|address|submit) (?:your|you|this)"
    r"|(?<=\()(?:attach|upload|save|name|label) (?:this |it )?as"
    r"|please limit|max(?:imum)? (?:of )?\d|limit(?:ed)? (?:to )?\d"
    r"|\d,?\d* characters|not to exceed)\b|\*{2,}|https?://"
    r"|(?<=[a-z] )(?-i:(?:You (?:do|must|should|will|may)"
    r"|(?:Applicants|Candidates) (?:must|should|who)|Failure to)\b)"
    r"|(?<=[.;] )\((?:please )?(?:include|provide|give|describe|state|indicate|cite|be specific)\b"
    r"[^()]{0,200}\)\s*\Z)",
    re.IGNORECASE,
)


_NO_EVIDENCE = re.compile(
    r"(?!This|These|It|Such|Must|Include)[^.;]{0,160}\b(?:is|are|does|do|will|can)(?: not|n't"
    r"|not)\b[^.;]{0,60}\b(?:evidence|enough"
    r"|sufficient|suffice|qualifying|substitutes?|credit(?:ed|able))\b"
)
"""What says of something that it shows no ability."""


def is_stock(text: str, start: int, end: int, *, prompt: bool = False) -> bool:
    """Whether a sentence instructs the applicant or gives notice, and asks for no ability."""
    if opens_prompt(text, start) or _CONTENT.match(text, start, end):
        return False
    if _OPENING.match(text, start, end):
        return True
    told = _ON_PAPER.match(text, start, end) or _NO_EVIDENCE.match(text, start, end)
    if (told or speaks_of_eligibility(text, start, end)) and not opens_statement(text, start):
        return True
    return not prompt and _ADDRESSED.search(text, start, end) is not None


def instructs(text: str, start: int, end: int) -> bool:
    """Whether an item of a list tells the applicant what to do, and asks for no ability."""
    told = _INSTRUCTION.match(text, start, end)
    named = text.startswith("Evidence", start)
    if told is None and (named or not opens_statement(text, start)):
        told = _ON_PAPER.match(text, start, end)
    return told is not None and not demands(text, start, end)


def asks_eligibility(text: str, start: int, end: int) -> bool:
    """Whether an item is a question about the person and not about what they can do."""
    return _YES_NO.match(text, start, end) is not None and not opens_prompt(text, start)


def is_lead_in(text: str, start: int, end: int) -> bool:
    """Whether a sentence only leads to a list: "…in the following areas:"."""
    if text[start:end].rstrip().endswith(":") or _LEAD_IN.search(text, start, end):
        return True
    return _HANGING.search(text, max(end - 40, start), end) is not None


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
        if not _carries_on(text, start, first):
            return trim(text, start, first)
    return start, end


def _carries_on(text: str, item: int, first: int) -> bool:
    """Whether a further sentence of an item says more of what is asked, or how to tell of it."""
    if _GOES_ON.match(text, first):
        return True
    if text[first - 1] == "\n":
        return False
    asked = opens_prompt(text, item) and asks_on(text, first)
    return asked or refers_back(text, first) or _HINT.match(text, first) is not None


def cut_tail(
    text: str, starts: Sequence[int], span: tuple[int, int], *, defines: bool = False
) -> tuple[int, int]:
    """Return an item without the stock sentences behind it; its first sentence always stays.

    The definition of an ECQ is none of it either, unless the item is an ECQ and it `defines`.
    """
    start, end = span
    note = _NOTE_INSIDE.search(text, min(start + 30, end), end)
    end = note.start() if note else end
    prompt = opens_prompt(text, start)
    led = False
    for first, last in cut_sentences(starts, start, end)[1:]:
        led = led or text.endswith((":", ": ", ":\n"), start, first)
        if led and _BULLET.match(text, first):
            continue  # a point of the item, whatever it opens with
        stock = is_stock(text, first, last, prompt=prompt) and not demands(text, first, last)
        if stock or (not defines and defined_ecq(text, first, last)):
            end = first
            break
    return trim(text, start, end)


def cut_lead_in(text: str, starts: Sequence[int], span: tuple[int, int]) -> tuple[int, int]:
    """Return an item without the last sentence where that leads to what stands behind the list."""
    pieces = cut_sentences(starts, *span)
    if len(pieces) < 2 or not is_lead_in(text, *pieces[-1]):
        return span
    return trim(text, span[0], pieces[-1][0])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return an item without the white space, bullets and hanging "and" around it."""
    while start < end and text[start] in " \n•*-:.;,)|":
        start += 1
    found = _TRAILING.search(text, max(end - 40, start), end)
    end = max(found.start() if found else end, start)
    if text[start:end].endswith('"') and text.count('"', start, end) == 1:
        end -= 1  # the quotation began before the item
    return start, end
