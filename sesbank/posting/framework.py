"""Which framework a posting means, told by its wording and never by numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sesbank.domain.framework import FrameworkSet
from sesbank.posting.names import NameHit
from sesbank.posting.page import Page
from sesbank.posting.wording import WORDINGS

_NAMED = re.compile(r"\bECQ|executive core qualification", re.IGNORECASE)


class FrameworkFound(NamedTuple):
    """A framework's id and the words that told it; both empty when nothing told."""

    id: str
    evidence: tuple[str, ...]


def find_framework(page: Page, hits: Sequence[NameHit], frameworks: FrameworkSet) -> FrameworkFound:
    """Return the framework whose names, or else whose definitions, the posting prints.

    One name alone decides only where it is labelled as an ECQ; a name that frameworks share
    never decides.
    """
    ranked = []
    named = _NAMED.search(page.text) is not None
    for framework in frameworks.frameworks:
        telling = {ecq.code for ecq in framework.core if ecq.telling}
        mine = {
            code: hit for hit in reversed(hits) for ref, code in hit.refs if ref == framework.id
        }
        told = [hit for hit in hits if any(r == framework.id and c in telling for r, c in hit.refs)]
        decisive = mine.keys() & telling
        alone = any(hit.numbered or (hit.entry and named) for hit in told)
        if decisive and (len(mine) > 1 or alone):
            entries = len(
                {c for hit in told if hit.entry for r, c in hit.refs if r == framework.id}
            )
            ranked.append((entries, len(decisive), framework.id, told))
    ranked.sort(key=lambda rank: rank[:2], reverse=True)
    if not ranked:
        return _by_definition(page, frameworks)
    if len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]:
        return FrameworkFound("", ())
    _, _, framework_id, told = ranked[0]
    words = dict.fromkeys(page.stream.verbatim(hit.start, hit.end) for hit in told)
    return FrameworkFound(framework_id, tuple(words))


def _by_definition(page: Page, frameworks: FrameworkSet) -> FrameworkFound:
    """Return the framework of which at least two ECQs are defined in the text."""
    found: dict[str, dict[str, str]] = {}
    for (framework, code), phrases in WORDINGS.items():
        for phrase in phrases:
            match = phrase.search(page.text)
            if match and framework in frameworks.ids:
                words = page.stream.verbatim(*match.span())
                found.setdefault(framework, {}).setdefault(code, words)
    ranked = sorted(found.items(), key=lambda pair: len(pair[1]), reverse=True)
    if not ranked or len(ranked[0][1]) < 2:
        return FrameworkFound("", ())
    if len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1]):
        return FrameworkFound("", ())
    return FrameworkFound(ranked[0][0], tuple(ranked[0][1].values()))
