"""Whole texts in unusual layouts: each gives exactly what it asks for, most of them nothing."""

from __future__ import annotations

import pytest
from marked_passages import pages
from posting_cases import folded, read, texts_of

from sesbank.domain.vacancy import RequirementKind


@pytest.mark.parametrize("name", pages())
def test_a_page_gives_what_it_asks_for_and_nothing_else(name: str) -> None:
    text, asked = pages()[name]
    found = texts_of(read(text), RequirementKind.TQ)
    assert [folded(one) for one in found] == [folded(one) for one in asked]
