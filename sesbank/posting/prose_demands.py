"""Qualifications that sentences demand one by one: "Applicants must show … They must also …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.blocks import Line, find_lines
from sesbank.posting.demands import ASKED_OTHERWISE, behind_purpose, demanded, must_be, prescribes
from sesbank.posting.guesses import possible
from sesbank.posting.items import Item
from sesbank.posting.lead_ins import leads_elsewhere, makes_eligible
from sesbank.posting.other_matter import offers_post
from sesbank.posting.page import Page
from sesbank.posting.sections import may_ask
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import is_lead_in, trim
from sesbank.posting.wish_words import heads_wishes

_ELSEWHERE = re.compile(
    rf"(?i)\b(?:{ASKED_OTHERWISE}|leadership experience (?:that|which|indicative)"
    r"|senior[ -]executive|below|each of"
    r"|le(?:ad(?:ing)?|d) (?:people|change)|driv(?:e|ing) (?:results|efficiency)|results[ -]driven"
    r"|achiev(?:e|ing) results|buil(?:d(?:ing)?|t) coalitions|business acumen|merit and competence"
    r"|(?:gained|acquired|obtained|had|earned) (?:this|that|such|the|their|your) (?:\w+ )?"
    r"experience)\b"
)
"""The same with the names of the ECQs, and what only says where experience was had."""
_BESIDE_ECQS = re.compile(
    r"(?i)(?:in addition to|besides|beyond|along with|as well as) (?:\w+ ){0,4}?"
    r"(?:ECQs?|executive core qualifications)\b"
)
_INSISTS = re.compile(r"\b(?:must|shall|needs?|requires?|required|ha(?:s|ve) to)\b")
_OF_ANY_POST = re.compile(r"\b(?:duties|(?:this|the) (?:position|job|post|role))\b")
"""What a sentence says that any posting could: "skills required for the duties of the post"."""
_AND_MUST = re.compile(
    r"[,;]? and (?=(?:must|shall|needs? to)(?: also)?"
    r" (?:have|possess|show|demonstrate|be able to)\b)"
)
_LEAST = 2
_LEAST_WORDS = 8
_MANY_WORDS = 18
_MOSTLY = 0.6
"""The share of a paragraph's sentences that must demand something where duties are told."""


def find_prose_demands(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the sentences of one section that each demand an ability, as guesses.

    Two at least must do so, for one may say in passing what sort of person is sought.
    """
    if not offers_post(page.text):
        return []
    firm = [anchor for anchor in anchors if anchor.firm]
    lines = list(find_lines(page.text, sorted({anchor.start for anchor in firm})))
    found = (_demands(page, *section) for section in _sections(page, firm, lines))
    apart = (_of_paragraph(page, line) for line in _under_duties(firm, lines))
    return next((items for items in chain(found, apart) if _are_enough(page.text, items)), [])


def _goes_on(text: str, line: Line) -> bool:
    """Whether a paragraph says for what it asks, or goes on from the ECQs to what else it asks."""
    return behind_purpose(text, line.start) > line.start or bool(
        _BESIDE_ECQS.match(text, line.start, line.end)
    )


def _are_enough(text: str, items: Sequence[Item]) -> bool:
    """Whether the sentences are what a posting asks for; one alone has to insist on much."""
    if len(items) != 1:
        return len(items) >= _LEAST
    start, end = items[0].start, items[0].end
    if len(text[start:end].split()) < _MANY_WORDS or not _INSISTS.search(text, start, end):
        return False
    return _OF_ANY_POST.search(text, demanded(text, start, end), end) is None


def _sections(
    page: Page, firm: Sequence[Anchor], lines: Sequence[Line]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a page that may ask, each from its heading on to the next."""
    known = {anchor.start for anchor in firm}
    heads = [line for line in lines if line.heads and line.start not in known]
    begins = [(0, 0, True)]
    begins += [(a.start, a.end, a.mark is Mark.SECTION and may_ask(page.text, a)) for a in firm]
    begins += [(head.start, head.end, _may_lead(page.text, head)) for head in heads]
    begins += [(line.start, line.start, True) for line in lines if _goes_on(page.text, line)]
    stops = sorted({*known, *(head.start for head in heads), len(page.text)})
    for start, end, asks in sorted(begins):
        if asks:
            yield end, stops[min(bisect_right(stops, start), len(stops) - 1)]


def _under_duties(firm: Sequence[Anchor], lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the paragraphs among duties, which may ask too where a heading was left out."""
    starts = [anchor.start for anchor in firm]
    for line in lines:
        place = bisect_right(starts, line.start)
        if place and firm[place - 1].mark is Mark.DUTIES and not (line.marked or line.heads):
            yield line


def _of_paragraph(page: Page, line: Line) -> list[Item]:
    """Return the demands of a paragraph of which most sentences demand something."""
    items = _demands(page, line.start, line.end)
    sentences = cut_sentences(page.starts, line.start, line.end)
    return items if len(items) > _MOSTLY * len(sentences) else []


def _may_lead(text: str, head: Line) -> bool:
    elsewhere = leads_elsewhere(text, head.start, head.end)
    return not (elsewhere or heads_wishes(text[head.start : head.end]))


def _demands(page: Page, start: int, end: int) -> list[Item]:
    text = page.text
    found = [
        Item(*trim(text, first, last), sure=False)
        for sentence in cut_sentences(page.starts, start, end)
        if _demands_ability(text, *sentence) and not _names_other(text, *sentence)
        for first, last in _each_demand(text, *sentence)
    ]
    return possible(page, found, demanded=True)


def _each_demand(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that demand one thing each at some length."""
    first = behind_purpose(text, first)
    for again in _AND_MUST.finditer(text, first, last):
        parts = text[first : again.start()], text[again.end() : last]
        if all(len(part.split()) >= _LEAST_WORDS for part in parts):
            yield first, again.start()
            first = again.end()
    yield first, last


def _demands_ability(text: str, first: int, last: int) -> bool:
    """Whether a sentence demands at some length; "You must be able to swim" says it in passing."""
    if len(text[first:last].split()) < _LEAST_WORDS:
        return False
    return prescribes(text, first, last) or must_be(text, first, last)


def _names_other(text: str, first: int, last: int) -> bool:
    begin = demanded(text, first, last)
    if _ELSEWHERE.search(text, begin, last) or makes_eligible(text, first, last):
        return True
    return is_lead_in(text, first, last)
