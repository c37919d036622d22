"""Which framework a posting means, told by its wording and never by numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sesbank.domain.framework import Framework, FrameworkSet
from sesbank.posting.names import NameHit
from sesbank.posting.page import Page
from sesbank.posting.wording import WORDINGS, labelled_definitions, retold_definitions

_NAMED = re.compile(
    r"\bECQ|executive core qualification|executive leadership (?:dimension|qualification)",
    re.IGNORECASE,
)


class FrameworkFound(NamedTuple):
    """A framework's id and the words that told it; both empty when nothing told."""

    id: str
    evidence: tuple[str, ...]
    sure: bool = True
    """False where one name alone told, or definitions in an agency's own words."""


class _Told(NamedTuple):
    """What the names in a posting say for one framework."""

    id: str
    rank: tuple[int, int]
    """Telling names that open a statement, and telling names at all."""
    hits: list[NameHit]


def find_framework(page: Page, hits: Sequence[NameHit], frameworks: FrameworkSet) -> FrameworkFound:
    """Return the framework whose names, or else whose definitions, the posting prints.

    One name alone decides only where it is labelled as an ECQ; a name that frameworks share
    never decides.
    """
    named = _NAMED.search(page.text) is not None
    ranked = [
        told
        for framework in frameworks.frameworks
        if (told := _told(framework, hits, named=named)).hits
    ]
    ranked.sort(key=lambda told: told.rank, reverse=True)
    if not ranked:
        return _by_definition(page, frameworks, named=named)
    if len(ranked) > 1 and ranked[0].rank == ranked[1].rank:
        return FrameworkFound("", ())
    words = dict.fromkeys(page.stream.verbatim(hit.start, hit.end) for hit in ranked[0].hits)
    return FrameworkFound(ranked[0].id, tuple(words), sure=len(words) > 1)


def _told(framework: Framework, hits: Sequence[NameHit], *, named: bool) -> _Told:
    """Return the telling names of a framework, none where they do not suffice."""
    telling = {ecq.code for ecq in framework.core if ecq.telling}
    codes: set[str] = set()
    entries: set[str] = set()
    told: list[NameHit] = []
    for hit in hits:
        mine = {code for owner, code in hit.refs if owner == framework.id}
        codes |= mine
        if mine & telling:
            told.append(hit)
            entries |= mine if hit.entry else set()
    lone = any(hit.numbered or (hit.entry and named) for hit in told)
    enough = len(codes) > 1 or lone
    return _Told(framework.id, (len(entries), len(codes & telling)), told if enough else [])


def _by_definition(page: Page, frameworks: FrameworkSet, *, named: bool) -> FrameworkFound:
    """Return the framework of which at least two ECQs are defined in the text.

    Behind labels ("ECQ 2 - …") at least three may be defined in an agency's own words, and so
    may three be retold where ECQs are named at all.
    """
    printed = (
        (*key, *match.span())
        for key, phrases in WORDINGS.items()
        for phrase in phrases
        if (match := phrase.search(page.text))
    )
    return (
        _most_told(page, frameworks, printed, least=2)
        or _most_told(page, frameworks, labelled_definitions(page.text), least=3, sure=False)
        or (
            named
            and _most_told(page, frameworks, retold_definitions(page.text), least=3, sure=False)
        )
        or _most_told(page, frameworks, _small_names(page, frameworks), least=4, sure=False)
        or FrameworkFound("", ())
    )


def _small_names(page: Page, frameworks: FrameworkSet) -> Iterator[tuple[str, str, int, int]]:
    """Yield (framework id, ECQ code, start, end) of names that stand in small letters in prose.

    One alone is any phrase; most of a framework's names together are its ECQs.
    """
    text = page.text.lower()
    if len(text) != len(page.text):
        return
    for framework in frameworks.frameworks:
        for ecq in framework.core:
            start = text.find(ecq.name.lower())
            if start >= 0:
                yield framework.id, ecq.code, start, start + len(ecq.name)


def _most_told(
    page: Page,
    frameworks: FrameworkSet,
    told: Iterable[tuple[str, str, int, int]],
    *,
    least: int,
    sure: bool = True,
) -> FrameworkFound | None:
    """Return the framework of which words tell most ECQs, None for a draw or too few."""
    found: dict[str, dict[str, str]] = {}
    for framework, code, *span in told:
        if framework in frameworks.ids:
            words = page.stream.verbatim(*span)
            found.setdefault(framework, {}).setdefault(code, words)
    ranked = sorted(found.items(), key=lambda pair: len(pair[1]), reverse=True)
    if not ranked or len(ranked[0][1]) < least:
        return None
    if len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1]):
        return None
    return FrameworkFound(ranked[0][0], tuple(ranked[0][1].values()), sure=sure)
