"""Mapped texts: what a story is mapped to, as one text that a cell or a line of facts holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, unquote

from sesbank.domain.mapping import MappedBy, Mapping, Strength

NOTHING = "none"
"""What stands there for a story that is mapped to nothing; an empty text says nothing of it."""

_NAMES = {Strength.PRIMARY: "main", Strength.SUPPORTING: "side"}
_STRENGTHS = {name: strength for strength, name in _NAMES.items()}
_SUGGESTED = "suggested"
_ONE = re.compile(r"([^/\s]+)/([^/\s]+)(?:/([^/\s]+))?(?:\s+(main|side))?(?:\s+(suggested))?")


def mappings_to_text(mappings: Iterable[Mapping]) -> str:
    """Return mappings as `opm-2025/AR/operational-mindset main; opm-2025/DE side`."""
    return "; ".join(map(_told, mappings)) or NOTHING


def _told(mapping: Mapping) -> str:
    names = (mapping.framework, mapping.ecq, mapping.competency)
    place = "/".join(quote(name, safe="") for name in names if name)
    words = [place, _NAMES[mapping.strength]]
    return " ".join([*words, _SUGGESTED] if mapping.by is MappedBy.SUGGESTION else words)


def mappings_from_text(text: str) -> list[dict[str, Any]] | None:
    """Return the records of the mappings a text names, or None where it is no such text."""
    if text.strip().casefold() == NOTHING:
        return []
    found = [_ONE.fullmatch(one.strip()) for one in text.split(";") if one.strip()]
    return [_record(one) for one in found if one] if found and all(found) else None


def _record(found: re.Match[str]) -> dict[str, Any]:
    framework, ecq, competency, strength, suggested = found.groups()
    return {
        "framework": unquote(framework),
        "ecq": unquote(ecq),
        "competency": unquote(competency or ""),
        "strength": _STRENGTHS[strength or "main"].value,
        "by": (MappedBy.SUGGESTION if suggested else MappedBy.PERSON).value,
    }
