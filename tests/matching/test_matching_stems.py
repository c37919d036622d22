"""Stems: what counts as a form of a word."""

from __future__ import annotations

import pytest

from sesbank.matching.stems import stem


@pytest.mark.parametrize(
    ("again", "once"),
    [
        ("renegotiated", "negotiation"),
        ("Renegotiating", "negotiate"),
        ("rebuilt", "build"),
        ("rehired", "hiring"),
        ("recalculated", "calculate"),
        ("reinspection", "inspect"),
    ],
)
def test_what_is_done_again_is_a_form_of_what_is_done(again: str, once: str) -> None:
    assert stem(again) == stem(once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("represent", "present"),
        ("reserve", "serve"),
        ("recall", "call"),
        ("resign", "sign"),
        ("reorganized", "organization"),
        ("reform", "form"),
        ("research", "search"),
    ],
)
def test_unlike_words_that_begin_with_re_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
