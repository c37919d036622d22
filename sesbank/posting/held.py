"""Statements of ability that a questionnaire has a person claim: "I possess this qualification"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.items import Item, finish
from sesbank.posting.openings import opens_ability, opens_claim
from sesbank.posting.page import Page
from sesbank.posting.stock import trim

_WHAT = (
    r"(?:this|these|the (?:above|stated))(?: (?:mandatory|technical|required|minimum))*"
    r" (?:qualification|requirement|competenc|experience|knowledge|skill|abilit)\w*"
)
_HELD = re.compile(
    rf"(?<![\w'])(?:[A-Z][.)] ?)?(?:Yes,? )?(?<!that )I (?:possess|have|meet) {_WHAT}"
)
_REFUSED = re.compile(
    rf"[. \n]{{0,3}}(?:[A-Z][.)] ?)?(?:No,? )?I do not (?:possess|have|meet) {_WHAT}"
)
"""The answer behind it of those who do not."""
_NUMBER = re.compile(
    r"(?<![\w(])(?:\(\d{1,2}\)|\d{1,2}[.)]|(?<=\n)\d{1,2}(?=\n))[ \n]{0,2}(?=[A-Z])"
)
_LONGEST = 1200


def find_held(page: Page) -> Iterator[Item]:
    """Yield the statements of ability right before such an answer, each from its number on.

    Where nothing is numbered, a statement begins behind the answers before it.
    """
    done = 0
    for answer in _HELD.finditer(page.text):
        item = _before(page, done, answer.start())
        refused = _REFUSED.match(page.text, answer.end())
        done = (refused or answer).end()
        if item:
            yield item


def _before(page: Page, done: int, stop: int) -> Item | None:
    """Return the statement that ends at an answer, if one of ability begins there."""
    begin = max(done, stop - _LONGEST)
    numbers = [(found.end(), found.group()) for found in _NUMBER.finditer(page.text, begin, stop)]
    places = numbers or [(begin if done else page.sentence(max(stop - 2, 0))[0], "")]
    for behind, number in reversed(places):
        start = trim(page.text, behind, stop)[0]
        if opens_ability(page.text, start) or opens_claim(page.text, start):
            return finish(page, start, stop, number.strip("(.) \n"), marked=True)
    return None
