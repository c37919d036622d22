"""Claims and prompts of questionnaires that name no qualification: guesses to be confirmed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.held import find_held
from sesbank.posting.openings import opens_ability, opens_claim
from sesbank.posting.page import Page
from sesbank.posting.questions import yes_no_questions
from sesbank.posting.stock import cut_tail, trim

_CLAIM = re.compile(
    r"(?:(?<=[\s.)(])(?P<number>\d{1,2})(?:[.)] ?| (?=I ))|(?<=\n)|(?<=[.:] ))"
    r"(?P<claim>I (?:have|possess|am) [^?!\n]{25,700}?(?:\.(?=[ \n]|\Z)|(?<=[a-z)])(?=\n)))",
)
_STATED = re.compile(
    r"(?:(?<=\n)|(?<=[.?:)] ))(?P<number>\d{1,2})[.)][ \n](?P<claim>(?=[A-Z])[^\n]{30,900}?\.)"
    r"(?=[ \n]{1,2}(?:A[.)] ?)?(?:Yes|YES|I)\b)"
)
"""A numbered statement with answers behind it, which may be one of ability."""
_NUMBER = re.compile(r"\b(?P<number>\d{1,2})[.)]?[ \n]\Z")
_TOPIC = r"(?:[A-Z][\w'/&-]{1,24}(?:,? [\w'/&-]{1,24}){0,6} ?[:-] )?"
_PROMPT = re.compile(
    r"(?:(?<=[\n.?):] )|(?<=\n)|\A)(?P<number>\d{1,2})[.)][ \n](?P<claim>(?=[A-Z])"
    r"[^\n]{30,900}?[.?])(?=[ \n]|\Z)",
)
_OPTION = re.compile(r"[A-Z][.)] ?\Z")
"""Before one of several answers to a question."""
_GRADED = re.compile(
    r"\s(?:A[.)] ?I [^\n]{3,300}?\sB[.)] ?I [^\n]{3,300}?\sC[.)] ?I "
    r"|A[.)] ?I [^\n]{3,300}\nB[.)] ?I [^\n]{3,300}\nC[.)] ?I "
    r"|I [^\n]{3,300}\nI [^\n]{3,300}\nI )"
)
"""Three answers or more: grades of experience, and no claim."""
_NOT = re.compile(
    r"(?i)\b(?:years? of|specialized experience|GS-?1\d|as above|do not|not have|statement"
    r"|equivalent experience|responded to|(?:described|listed|stated) (?:above|below|in)|resume"
    r"|read and|reviewed"
    r"|this (?:position|announcement))\b",
)
_QUESTIONNAIRE = re.compile(
    r"\bAssessment \d|[Qq]uestionnaire|Vacancy Questions|A\. Yes|For preview purposes only"
)
_NARRATIVE = re.compile(
    _TOPIC + r"(?:Please )?(?:[Dd]escribe|[Dd]iscuss|[Ee]xplain|[Dd]etail)"
    r" (?:in detail )?(?:your (?:\w+[ ,/-]{1,2}){0,5}?(?:experience|ability|skills?"
    r"|knowledge|expertise)|(?:how|a time|a situation)\b.{0,30}?\byou)\b",
)
_CHECK_ALL = re.compile(
    r"(?i)\b(?:check|select|mark|choose)\b[^\n]{0,40}?\b(?:all|each|every|any)\b"
    r"[^\n]{0,400}?[.:]\s"
)
"""Before a list of which a person checks all that is true of them."""
_NONE_OF_THEM = re.compile(r"(?i)(?:\b[A-Z][.)] ?)?None of (?:the|these)\b")
"""Behind such a list."""
_LONGEST_LIST = 4_000
_TICKED = re.compile(
    r"(?:[A-Z][.)] ?|[•*-] ?|(?<=[.;] )|(?<=\n)|\A)(?P<claim>I [^\n]{20,700}?\.)(?=\s)"
)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in the stream, with the number of its question."""

    start: int
    end: int
    number: str


def find_claims(page: Page, anchors: Sequence[Anchor]) -> Iterator[Claim]:
    """Yield the claims of experience that a yes/no answer follows, or that are to be checked."""
    ticked = list(_checked(page))
    if ticked:
        yield from ticked
        return
    answers = [anchor.start for anchor in anchors if anchor.mark is Mark.ANSWER]
    held = [Claim(item.start, item.end, item.number) for item in find_held(page)]
    found = [*held, *_stated(page, answers), *_asked(page, anchors, answers)]
    end = 0
    for claim in sorted(found, key=_place):
        if claim.start >= end:
            yield claim
            end = claim.end


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, -claim.end


def _asked(page: Page, anchors: Sequence[Anchor], answers: Sequence[int]) -> Iterator[Claim]:
    """Yield the questions for ability that name no ECQ."""
    names = [anchor.start for anchor in anchors if anchor.mark is Mark.NAME]
    for item in yes_no_questions(page, 0, len(page.text), answers):
        if bisect_left(names, item.start) == bisect_left(names, item.end):
            yield Claim(item.start, item.end, _number_before(page, item.start))


def _number_before(page: Page, start: int) -> str:
    found = _NUMBER.search(page.text, max(start - 6, 0), start)
    return found["number"] if found else ""


def _stated(page: Page, answers: Sequence[int]) -> Iterator[Claim]:
    """Yield the claims of experience, one for each place where one begins."""
    found = {
        match.start("claim"): match
        for pattern in (_STATED, _CLAIM)
        for match in pattern.finditer(page.text)
    }
    for _, match in sorted(found.items()):
        start, end = trim(page.text, *match.span("claim"))
        if _OPTION.search(page.text, max(start - 4, 0), start):
            continue
        if not _tells_experience(page.text, start, end) or _GRADED.match(page.text, match.end()):
            continue
        place = bisect_left(answers, end)
        if place < len(answers) and answers[place] - end <= _NEAR:
            yield Claim(start, end, match["number"] or "")


def _checked(page: Page) -> Iterator[Claim]:
    """Yield the claims of a list of which all that is true is to be checked.

    Of a list of which one answer fits, the answers are grades of the same thing.
    """
    for listed in _lists_to_check(page.text):
        spans = [
            trim(page.text, *found.span("claim")) for found in _TICKED.finditer(page.text, *listed)
        ]
        if len(spans) > 1 and all(_tells_experience(page.text, *span) for span in spans):
            yield from (Claim(*span, "") for span in spans)


def _lists_to_check(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lists stand, found from their ends, since few texts have any."""
    earlier = 0
    for none in _NONE_OF_THEM.finditer(text):
        begins = max(earlier, none.start() - _LONGEST_LIST)
        earlier = none.end()
        asked = text.rfind("?", begins, none.start())
        for opening in _CHECK_ALL.finditer(text, begins, none.start()):
            if opening.end() > asked:  # a list holds no question
                yield opening.end(), none.start()
                break


def _tells_experience(text: str, start: int, end: int) -> bool:
    """Whether a claim is about what a person can do or has done, and not about the application."""
    if _NOT.search(text, start, end):
        return False
    return opens_claim(text, start) or opens_ability(text, start)


def find_prompts(page: Page, anchors: Sequence[Anchor]) -> Iterator[Claim]:
    """Yield the numbered prompts of a questionnaire that ask for experience and name no ECQ."""
    if not _QUESTIONNAIRE.search(page.text):
        return
    names = [anchor.start for anchor in anchors if anchor.mark is Mark.NAME]
    edges = [anchor.start for anchor in anchors if anchor.firm]
    for match in _PROMPT.finditer(page.text):
        start = match.start("claim")
        if not _NARRATIVE.match(page.text, start):
            continue
        place = bisect_left(edges, start + 1)
        end = min(match.end("claim"), edges[place] if place < len(edges) else match.end("claim"))
        start, end = cut_tail(page.text, page.starts, trim(page.text, start, end))
        named = bisect_left(names, match.start()) < bisect_left(names, end)
        if not named and not _NOT.search(page.text, start, end) and end - start > 40:
            yield Claim(start, end, match["number"])
