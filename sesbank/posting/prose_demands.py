"""Qualifications that sentences demand one by one: "Applicants must show … They must also …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.guesses import possible
from sesbank.posting.items import Item
from sesbank.posting.lead_ins import makes_eligible
from sesbank.posting.must_sentences import ASKED_OTHERWISE
from sesbank.posting.other_matter import offers_post
from sesbank.posting.page import Page
from sesbank.posting.sections import may_ask
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import demanded, is_lead_in, prescribes, trim

_ELSEWHERE = re.compile(
    rf"(?i)\b(?:{ASKED_OTHERWISE}|leadership experience (?:that|which|indicative)"
    r"|senior[ -]executive|below|each of"
    r"|le(?:ad(?:ing)?|d) (?:people|change)|driv(?:e|ing) (?:results|efficiency)|results[ -]driven"
    r"|achiev(?:e|ing) results|buil(?:d(?:ing)?|t) coalitions|business acumen|merit and competence"
    r"|(?:gained|acquired|obtained|had|earned) (?:this|that|such|the|their|your) (?:\w+ )?"
    r"experience)\b"
)
"""The same with the names of the ECQs, and what only says where experience was had."""
_LEAST = 2


def find_prose_demands(page: Page, anchors: Sequence[Anchor]) -> list[Item]:
    """Return the sentences of one section that each demand an ability, as guesses.

    Two at least must do so, for one may say in passing what sort of person is sought.
    """
    if not offers_post(page.text):
        return []
    firm = [anchor for anchor in anchors if anchor.firm]
    edges = [*(anchor.start for anchor in firm), len(page.text)]
    sections = [(0, edges[0])]
    sections += [
        (anchor.end, edges[bisect_right(edges, anchor.start)])
        for anchor in firm
        if anchor.mark is Mark.SECTION and may_ask(page.text, anchor)
    ]
    for start, end in sections:
        items = possible(page, _demands(page, start, end))
        if len(items) >= _LEAST:
            return items
    return []


def _demands(page: Page, start: int, end: int) -> list[Item]:
    return [
        Item(*trim(page.text, first, last), sure=False)
        for first, last in cut_sentences(page.starts, start, end)
        if prescribes(page.text, first, last) and not _names_other(page.text, first, last)
    ]


def _names_other(text: str, first: int, last: int) -> bool:
    begin = demanded(text, first, last)
    if _ELSEWHERE.search(text, begin, last) or makes_eligible(text, first, last):
        return True
    return is_lead_in(text, first, last)
