"""Narratives asked for behind a yes/no question: "If yes: In the space below, describe …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sesbank.posting.items import Item, finish
from sesbank.posting.page import Page

_OPTIONS = r"(?:(?:[A-D][.)] ?)?(?:Yes|No|YES|NO)\b[.,]?[ \n]{0,2}){1,3}"
_NUMBER = r"(?:\(?(?:\d{1,2}[.-]?[a-zA-Z]?|[a-zA-Z])[.):]{0,2}[ \n]{1,2})?"
_IF_YES = (
    r"(?:If (?:(?:you (?:answered|selected|chose|said|responded) )?[\"']?"
    r"(?:yes|Yes|YES|so)\b(?:,?[\"'])?"
    r"|your (?:answer|response) (?:is|was) [\"']?(?:yes|Yes|YES)\b[\"']?)"
    r"[^,:.;?\n-]{0,40}?[,:.;]? ?-? ?)?"
)
_WHERE = (
    r"(?:(?:[Ii]n|[Uu]se|[Uu]sing) (?:the|this) (?:space|box|field|text ?box|area)"
    r"(?: (?:below|provided|beneath|given))*(?: to|,)? )?"
)
_NARRATIVE = re.compile(
    rf"{_OPTIONS}{_NUMBER}{_IF_YES}(?:Narrative: ?)?(?P<prompt>{_WHERE}(?:[Pp]lease )?(?:briefly )?"
    r"(?i:describe|give|explain|discuss|tell|provide|relate|set out|summarize|recount|write|detail"
    r"|illustrate|outline|show|cite|name|state)\b[^\n]{30,1500}?)"
    r"(?=\n|\Z|(?<=[.?!)]) \d{1,2}[a-z]?[.)] [A-Z])"
)
_REFERS_BACK = re.compile(
    r"(?i)\b(?:this|that|such|these|those|said|the above|your)(?: \w+){0,2}? (?:experience|work"
    r"|background|qualification|requirement|answer|response|claim|study|knowledge|skills?)s?"
    r"(?= ?(?:[.,;:?)\n]|and\b|in (?:detail|your|full|no more)|below|above|here|with\b|at\b|\Z))"
    r"|(?:describe|explain|discuss|about) (?:it|one|them)\b|\bwhere (?:in|on) your\b"
)
"""A prompt whose matter stands in the question before it."""
_OF_THE_PERSON = re.compile(
    r"(?i)\b(?:circumstances|offen[sc]es?|convict\w*|disciplin\w+|relatives?|citizenship|disabilit\w+"
    r"|accommodations?|appointment|resume|pages?|dates? (?:and|of)|probation\w*|clearance|name of"
    r"|names and|e-?mail|telephone|reasons? (?:for|why))\b"
)
_LABEL = re.compile(r" ?[(\[](?:[MPE]?T[QC]|MTR|TR)s?[)\]]\.?\s*\Z")
_SUBJECT = 150
"""Characters in which a prompt says whether it speaks of something new."""
_LEAST_WORDS = 14
_BESIDE = 8
"""Characters between a question and its answers."""


def told_in_full(page: Page, items: Iterable[Item], answers: Sequence[int]) -> Iterator[Item]:
    """Yield the items of a list, for a yes/no question the narrative asked for behind its answers.

    `answers` are where answers begin on the page, in order.
    """
    for item in items:
        place = bisect_left(answers, item.end)
        asked = page.text[item.start : item.end].endswith("?")
        near = place < len(answers) and answers[place] - item.end <= _BESIDE
        told = narrative_behind(page, answers[place]) if asked and near else None
        yield replace(told, number=item.number) if told else item


def narrative_behind(page: Page, answer: int) -> Item | None:
    """Return the narrative asked for behind the answers that begin at an offset.

    It states in full what the question before it states in short. One that adds nothing
    ("If yes, describe your experience.") is none, nor one about the person.
    """
    found = _NARRATIVE.match(page.text, answer)
    if found is None or len(found["prompt"].split()) < _LEAST_WORDS:
        return None
    start, end = found.span("prompt")
    if _REFERS_BACK.search(page.text, start, min(start + _SUBJECT, end)):
        return None
    if _OF_THE_PERSON.search(page.text, start, min(start + _SUBJECT, end)):
        return None
    label = _LABEL.search(page.text, max(end - 12, start), end)
    return finish(page, start, label.start() if label else end, "")
