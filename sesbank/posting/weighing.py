"""How much speaks for a list being one of qualifications: a sum of signs, each with its weight.

The signs are the words of the line above a list and the share of its items that open so or so.
The weights are those of a logistic regression over the lists of postings that call nothing a
technical qualification, rounded to halves: `docs/matching.md` has how it was fitted and checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sesbank.posting.conditions import is_condition
from sesbank.posting.demands import must_be, prescribes
from sesbank.posting.items import Item
from sesbank.posting.lead_ins import leads_elsewhere, leads_to_demands
from sesbank.posting.openings import (
    behind_title,
    opens_ability,
    opens_small,
    opens_standing,
    opens_statement,
)
from sesbank.posting.series import opens_deed
from sesbank.posting.wish_words import heads_wishes
from sesbank.posting.wording import tells_ecq

_BASE = -4.0
"""A list with no sign at all is none."""
_HEAD_WORDS = tuple(
    (weight, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for weight, words in (
        (
            0.5,
            r"needs?|needed|must|requires?|required|requirements?|essentials?|mandatory|necessary"
            r"|non-negotiable|minimum|threshold|ha(?:s|ve) to|takes",
        ),
        (
            0.5,
            r"experience|expertise|knowledge|skills?|background|competenc\w+|capabilit\w+"
            r"|abilities|depth|qualif\w+|technical|credentials|know-how|strengths",
        ),
        (
            0.5,
            r"candidates?|applicants?|person|someone|leader|you|who|profile|successful|ideal"
            r"|your",
        ),
        (
            1.5,
            r"rat(?:ed?|ing)|judg\w+|evaluat\w+|scor\w+|screen\w*|assess\w*|criteria|criterion"
            r"|factors?|compared|measured|bar",
        ),
        (1.0, r"address|tell|write|describe|cover|statements?|narratives?|following|each|these"),
        (
            -1.0,
            r"duties|responsib\w+|will do|you'll do|doing|as (?:the )?(?:director|chief)"
            r"|incumbent|day|week|mission|functions?|priorities|challenges|the (?:work|job|role)"
            r"|position|you will|you'd",
        ),
        (-0.5, r"benefits?|offer|perks?|why|join|in it for|get|life at|salary|pay|leave"),
        (
            -2.5,
            r"eligib\w+|citizen\w*|conditions?|before you|selected|who may|clearance|open to"
            r"|grade|year|education|degree",
        ),
    )
)
_NOUN = re.compile(
    r"(?i)\b(?:experience|expertise|knowledge|skills?|ability|background|understanding|mastery"
    r"|record|command|proficien\w+|familiar\w*|years)\b"
)
_NOUN_WITHIN = 60
_YOU = re.compile(r"(?:You|Who|You've|[Hh]a(?:s|ve)) ")
_DUTY_VERB = re.compile(
    r"(?!(?:This|His|Its|Has|Is|Was|Does|Possesses|Demonstrates)\b)[A-Z][a-z]{2,12}s\b"
    r" (?!of\b|in\b|to\b|with\b)"
)
"""How duties open: "Advises the Secretary"."""
_LONG = 8
_SHORT = 5
_MOST_READ = 12
"""Items of a list that are weighed."""


def weighs(
    text: str, lead: tuple[int, int], items: Sequence[Item], *, out: int = 0, duties: bool = False
) -> bool:
    """Whether more speaks for a list being one of qualifications than against it.

    `out` lines of it are none of its `items`; `duties` says that a heading over duties leads to it.
    """
    if heads_wishes(text[slice(*lead)]):
        return False
    return _BASE - duties + sum(_of_lead(text, lead)) + _of_items(text, items, out) >= 0


def _of_lead(text: str, lead: tuple[int, int]) -> Iterator[float]:
    yield 1.0 * leads_to_demands(text, *lead)
    yield -1.5 * leads_elsewhere(text, *lead)
    words = text[slice(*lead)]
    yield from (weight for weight, sign in _HEAD_WORDS if sign.search(words))


def _of_items(text: str, items: Sequence[Item], out: int) -> float:
    read = [replace(i, start=behind_title(text, i.start)) for i in items[:_MOST_READ]]
    told = sum(weight * sign(text, item) for item in read for weight, sign in _ITEM_SIGNS)
    return (told + _LEFT_OUT * out) / max(len(read) + out, 1)


def _is_able(text: str, item: Item) -> bool:
    opens = (opens_statement, opens_ability, opens_small, opens_standing)
    return any(opening(text, item.start) for opening in opens)


def _words(text: str, item: Item) -> int:
    return len(text[item.start : item.end].split())


def _names_ability(text: str, item: Item) -> bool:
    return _NOUN.search(text, item.start, min(item.end, item.start + _NOUN_WITHIN)) is not None


def _demands(text: str, item: Item) -> bool:
    return must_be(text, item.start, item.end) or prescribes(text, item.start, item.end)


_ITEM_SIGNS: tuple[tuple[float, Callable[[str, Item], bool]], ...] = (
    (3.0, _names_ability),
    (2.5, lambda text, item: opens_deed(text, item.start)),
    (2.0, _is_able),
    (1.5, _demands),
    (1.0, lambda text, item: _YOU.match(text, item.start) is not None),
    (0.5, lambda text, item: _words(text, item) >= _LONG),
    (-1.0, lambda text, item: _DUTY_VERB.match(text, item.start) is not None),
    (-2.0, is_condition),
    (-1.5, lambda text, item: _words(text, item) < _SHORT),
    (-3.0, lambda text, item: tells_ecq(text, item.start, item.end)),
)
"""What an item may be, each weighed with the share of a list's items that are so."""
_LEFT_OUT = -0.5
"""The same for lines that can be no item: instructions, questions about the person."""
