"""Where the work is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sesbank.posting.fields import Field
from sesbank.posting.page import Page

_PLACES = re.compile(
    r"(?i)\b(?:\d+|few|many|multiple|one) vacanc(?:y|ies) in the following locations?:?[ \n]?"
)
_PLACE = re.compile(
    r"[A-Z][\w.' -]{1,40}, (?:[A-Z]{2}(?:\b|(?=[A-Z][a-z]))"
    r"|[A-Z][a-z]+(?: (?:of )?[A-Z][a-z]+){0,2})"
    r"|Anywhere in the U\.S\.[^\n]{0,30}|Location Negotiable[^\n]{0,30}"
)
_MOST = 50
_SCOPE = re.compile(
    r"(?i)(?:agency|department|bureau|government|service|command|organization|nation|world|state"
    r"|region|division|component|facility|enterprise|army|navy|air force|dod)[ -]?wide\b"
    r"|location negotiable|negotiable after|anywhere in the|(?:multiple|various|many) locations"
    r"|(?:few|many|\d{1,3}) vacanc|telework|\A(?:remote|virtual)(?: job| work)?\Z"
)
"""How far a vacancy reaches, which is written where names of places and agencies are."""


def names_scope(words: str) -> bool:
    """Whether words say how far a vacancy reaches: "Agency Wide", "Location Negotiable"."""
    return _SCOPE.search(words) is not None


def find_locations(page: Page, fields: Sequence[Field]) -> tuple[str, ...]:
    """Return the places of work that a label or "vacancies in the following locations" gives."""
    return tuple(dict.fromkeys([*_labelled(page, fields), *_listed(page)]))


def _labelled(page: Page, fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        if field.name == "location":
            for place in _PLACE.finditer(page.text, field.value_start, field.value_end):
                yield place.group().strip()


def _listed(page: Page) -> Iterator[str]:
    heading = _PLACES.search(page.text)
    end = heading.end() if heading else len(page.text)
    for _ in range(_MOST):
        place = _PLACE.match(page.text, end)
        if place is None:
            return
        yield page.stream.verbatim(*place.span())
        end = place.end()
        while end < len(page.text) and page.text[end] in " \n;•|":
            end += 1
