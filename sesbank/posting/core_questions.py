"""Items of a questionnaire that retell ECQs: they ask for no qualification, whatever they claim."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.page import Page
from sesbank.posting.wording import CORE_LABEL, defined_ecq, retold_ecq

_NUMBER = re.compile(r"(?<![\w(])\(?\d{1,2}(?:[.)]|(?=[ \n][A-Z]))")
_BESIDE = 200
"""Characters between an ECQ's name and a claim of its item."""
_LABEL = 40
_CORE = r"(?:ECQs?|[Ee]xecutive [Cc]ore [Qq]ualifications?|EXECUTIVE CORE QUALIFICATIONS?)"
_ASKS = re.compile(
    rf"(?:\b[Ff]ollowing|\b[Bb]elow|\b[Tt]hese|\b[Ee]ach|\b[Ff]ive|\b[Yy]our|\b[Tt]he)\b"
    rf"[^.?:\n]{{0,60}}?\b{_CORE}|{_CORE}[^.?:\n]{{0,80}}\b(?:following|below)\b"
)
"""A question or instruction that leads to items for ECQs."""
_SAYS_SO = re.compile(_CORE)
_LOOSELY = {
    code: re.compile(phrase, re.IGNORECASE)
    for code, phrase in {
        "RL": r"\bconstitution|\brule of law\b|\bamerican (?:founding|government|system)",
        "DE": r"\bwaste(?:ful)?\b|\befficien\w+\b[^.\n]{0,60}\b(?:process|technolog|resources"
        r"|budget)"
        r"|\b(?:resources|budgets?|money|funds)\b[^.\n]{0,60}\befficien",
        "MC": r"\bexceptional(?:ly)?\b[^.\n]{0,20}\bquality\b|\btechnical competence\b|\bon merit\b"
        r"|\b(?:competence|expertise)\b[^.\n]{0,40}\bquality\b",
        "LP": r"\b(?:led|lead|leading|inspir\w+|motivat\w+)\b[^.\n]{0,40}\b(?:people|groups?|teams?"
        r"|workforce|employees|staff|others)\b|\bdevelop\w* (?:of )?others\b|\bhighly? perform"
        r"|\binclusive workplace|\baccountability\b",
        "AR": r"\bresults\b[^.\n]{0,60}\b(?:goals?|superiors|objectives|align\w*|organi[sz]ation)"
        r"|\bachiev\w+ (?:\w+ ){0,4}(?:results|goals)\b|\bsuperiors\b",
        "LC": r"\bstrategic change\b|\borgani[sz]ational (?:change|vision)\b|\bvision\b"
        r"|\b(?:led|lead|leading|brought about|driven) (?:\w+ ){0,3}change\b",
        "RD": r"\borgani[sz]ational goals\b|\bcustomer (?:expectation|service|need)"
        r"|\bcalculat\w+ risks?\b|\bhigh[ -]quality results\b",
        "BA": r"\b(?:human|people)\b[^.\n]{0,30}\b(?:financial|money|capital)\b|\b(?:financial"
        r"|money)"
        r"\b[^.\n]{0,30}\b(?:information|technology|human)\b|\bbusiness acumen\b",
        "BC": r"\bcoalitions?\b|\bcommon goals?\b|\bpolitical(?:ly)? savvy\b|\bpartner(?:s"
        r"|ships?)\b",
    }.items()
}
"""What of an ECQ's definition is left in a claim; telling only under a question for ECQs."""
_ENOUGH = 2
_CLEARLY = 3
"""ECQs that claims must retell where no question asks for ECQs."""
_MOST = 5


class Placed(Protocol):
    """What has a place on the page."""

    @property
    def start(self) -> int:
        """Where it begins in the stream."""

    @property
    def end(self) -> int:
        """Where it ends."""


_P = TypeVar("_P", bound=Placed)


def without_core(page: Page, anchors: Sequence[Anchor], claims: Sequence[_P]) -> list[_P]:
    """Return the claims, which are in order, that retell no ECQ.

    One does whose item opens with an ECQ's name or label, or says it is one. So do those right
    under a question for ECQs that tell what ECQs are about, with what stands between them.
    """
    if not claims:
        return []
    core = _told_together(page, claims) | _under_questions(page, anchors, claims)
    names = [anchor for anchor in anchors if anchor.mark is Mark.NAME]
    edges = [anchor.start for anchor in anchors if anchor.firm and anchor.mark is not Mark.NAME]
    return [
        claim
        for place, claim in enumerate(claims)
        if place not in core and not _is_named(page.text, names, edges, claim)
    ]


def _is_named(text: str, names: Sequence[Anchor], edges: Sequence[int], claim: Placed) -> bool:
    """Whether the item that a claim stands in opens with an ECQ's name or label."""
    if _SAYS_SO.search(text, claim.start, claim.end):
        return True
    label = list(CORE_LABEL.finditer(text, max(claim.start - _LABEL, 0), claim.start))
    if label and not text[label[-1].end() : claim.start].strip(" \n.:-"):
        return True
    place = bisect_right(names, claim.start, key=lambda name: name.end) - 1
    if place < 0 or claim.start - names[place].end > _BESIDE:
        return False
    name = names[place]
    apart = bisect_left(edges, claim.start) > bisect_left(edges, name.end)
    return not apart and _NUMBER.search(text, name.end, claim.start) is None


def _told_together(page: Page, claims: Sequence[Placed]) -> set[int]:
    """Return which claims retell ECQs where they retell at least three of them."""
    told = {
        place: code
        for place, claim in enumerate(claims)
        if (code := defined_ecq(page.text, claim.start, claim.end)[-2:])
        or (code := retold_ecq(page.text, claim.start, claim.end))
    }
    return set(told) if len(set(told.values())) >= _CLEARLY else set()


def _under_questions(page: Page, anchors: Sequence[Anchor], claims: Sequence[Placed]) -> set[int]:
    """Return which claims stand under questions for ECQs, each up to the last that tells one."""
    headings = [anchor.start for anchor in anchors if anchor.firm and anchor.mark is Mark.TECHNICAL]
    starts = [claim.start for claim in claims]
    core: set[int] = set()
    for asks in _ASKS.finditer(page.text):
        first = bisect_left(starts, asks.end())
        stop = bisect_left(headings, asks.end())
        end = headings[stop] if stop < len(headings) else len(page.text)
        below = range(first, min(first + _MOST, bisect_left(starts, end)))
        told = [place for place in below if _tells_loosely(page.text, claims[place])]
        if len(told) >= _ENOUGH:
            core.update(range(first, told[-1] + 1))
    return core


def _tells_loosely(text: str, claim: Placed) -> bool:
    return any(told.search(text, claim.start, claim.end) for told in _LOOSELY.values())
