"""By name: an ECQ or a competency found by any name it goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sesbank.domain.framework import ECQ, Competency, Framework
from sesbank.domain.text import fold

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def ecq_named(framework: Framework, name: str) -> ECQ | None:
    """Return the ECQ with that code, official name or alias, however it is spelt out.

    Case, accents, "&" for "and" and punctuation do not matter.
    """
    wanted = _key(name)
    for ecq in framework.ecqs:
        if wanted in _keys((ecq.code, ecq.name, *ecq.aliases)):
            return ecq
    return None


def competency_named(framework: Framework, name: str) -> Competency | None:
    """Return the competency with that code, official name or alias, however it is spelt out."""
    wanted = _key(name)
    for competency in framework.competencies:
        if wanted in _keys((competency.code, competency.name, *competency.aliases)):
            return competency
    return None


def _keys(names: Iterable[str]) -> set[str]:
    return {_key(name) for name in names}


def _key(name: str) -> str:
    return _NOT_A_LETTER.sub(" ", fold(name).replace("&", " and ")).strip()
