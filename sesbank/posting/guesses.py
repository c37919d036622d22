"""Which statements of a list that nothing calls technical may be qualifications at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sesbank.posting.items import Item
from sesbank.posting.other_matter import speaks_of_self
from sesbank.posting.page import Page
from sesbank.posting.wording import defined_ecq, retold_ecq

_ASSERTS = re.compile(r"(?P<before>.{0,30})\b(?:is|are|was|were) (?!(?:also )?to\b)")
_RELATIVE = re.compile(
    r"(?i)\b(?:that|which|whose?|what|how|where|when|whether|there|as|it|they|if|and|or|because|such)\b"
)
"""Before a verb that belongs to a clause: "programs that are complex"."""
_EXECUTIVE_FUNCTION = re.compile(
    r"(?i)\b(?:direct\w* the work of an organizational unit"
    r"|(?:accountab\w+ for|ensuring) the success of (?:one or more )?(?:specific )?(?:major )?"
    r"(?:programs?|projects?)|progress toward (?:\w+ )?organizational goals"
    r"|supervis\w+ the work of employees|policy-?making, policy-determining)\b"
)
_LEAST_FUNCTIONS = 2
_MOST_DEFINED = 3
"""ECQs that are defined one by one; a single definition makes the rest doubtful."""
_SUREST = "RL"
"""The ECQ of 2025 whose words are like no qualification's: rule of law and Constitution."""
_LEAST_SAID = 40
"""Characters that two statements share of which one repeats the other."""
_MOST_ALIKE = 8
"""Statements with one beginning that are looked at, so that time stays linear."""
_LEAST_RETOLD = 2
"""ECQs in other words; one alone may be a qualification that sounds like one."""


def _asserts(text: str, start: int, end: int) -> bool:
    """Whether a sentence says something of an ability: "Knowledge of rivers is in its blood."."""
    found = _ASSERTS.search(text, start, end)
    return found is not None and _RELATIVE.search(found["before"]) is None


def _once(page: Page, items: Sequence[Item]) -> list[Item]:
    """Return the items of which none says what one before it says, with more behind it or cut off.

    Only what is said at some length can be a repeat; a short item may open another one.
    """
    kept: list[Item] = []
    said: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        words = page.text[item.start : item.end].casefold().rstrip(".;")
        alike = said[words[:_LEAST_SAID]]
        if any(words.startswith(before) or before.startswith(words) for before in alike):
            continue
        if len(alike) < _MOST_ALIKE:
            alike.append(words)
        kept.append(item)
    return kept


def _without_executive_functions(page: Page, items: list[Item]) -> list[Item]:
    """Return the items without the functions that make a post an executive one, if two stand there.

    They say what sort of work counts as executive experience, as 5 U.S.C. 3132(a)(2) lists it.
    """
    found = [i for i in items if _EXECUTIVE_FUNCTION.search(page.text, i.start, i.end)]
    return [i for i in items if i not in found] if len(found) >= _LEAST_FUNCTIONS else items


def possible(page: Page, items: Sequence[Item], *, demanded: bool = False) -> list[Item]:
    """Return the items that may be qualifications.

    None are where one defines an ECQ or where a person speaks of themselves; those that tell
    ECQs in other words and those that say something of an ability are left out, and so are
    the ECQs themselves where most of them stand there. Sentences that are known to be
    `demanded` may say something: "Knowledge of rivers is needed".
    """
    said = [] if demanded else [i for i in items if _asserts(page.text, i.start, i.end)]
    items = _once(page, [item for item in items if item not in said])
    items = _without_executive_functions(page, items)
    if not items or speaks_of_self(page.text, items[0].start, items[-1].end):
        return []
    defined = [defined_ecq(page.text, item.start, item.end) for item in items]
    if len(set(filter(None, defined))) >= _MOST_DEFINED:
        items = [item for item, code in zip(items, defined, strict=True) if not code]
    elif any(defined):
        return []
    told = [retold_ecq(page.text, item.start, item.end) for item in items]
    if len(set(filter(None, told))) < _LEAST_RETOLD and _SUREST not in told:
        return items
    return [item for item, code in zip(items, told, strict=True) if not code]
