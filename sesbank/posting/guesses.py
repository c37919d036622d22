"""Which statements of a list that nothing calls technical may be qualifications at all."""

from __future__ import annotations

import re
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
_MOST_DEFINED = 3
"""ECQs that are defined one by one; a single definition makes the rest doubtful."""
_SUREST = "RL"
"""The ECQ of 2025 whose words are like no qualification's: rule of law and Constitution."""
_LEAST_SAID = 40
"""Characters of a statement that is the beginning of one before it."""
_LEAST_RETOLD = 2
"""ECQs in other words; one alone may be a qualification that sounds like one."""


def _asserts(text: str, start: int, end: int) -> bool:
    """Whether a sentence says something of an ability: "Knowledge of rivers is in its blood."."""
    found = _ASSERTS.search(text, start, end)
    return found is not None and _RELATIVE.search(found["before"]) is None


def _says_again(page: Page, item: Item, kept: Sequence[Item]) -> bool:
    """Whether an item says what one before it says, with more behind it or cut off."""
    said = _folded(page, item)
    earlier = (_folded(page, before) for before in kept if before.start < item.start)
    return any(
        said.startswith(words) or (len(said) >= _LEAST_SAID and words.startswith(said))
        for words in earlier
    )


def _folded(page: Page, item: Item) -> str:
    return page.text[item.start : item.end].casefold().rstrip(".;")


def _once(page: Page, items: Sequence[Item]) -> list[Item]:
    """Return the items of which none says word by word what one before it says."""
    said = {page.text[item.start : item.end].casefold(): item for item in reversed(items)}
    kept = sorted(said.values(), key=lambda item: item.start)
    return [item for item in kept if not _says_again(page, item, kept)]


def possible(page: Page, items: Sequence[Item]) -> list[Item]:
    """Return the items that may be qualifications.

    None are where one defines an ECQ or where a person speaks of themselves; those that tell
    ECQs in other words and those that say something of an ability are left out, and so are
    the ECQs themselves where most of them stand there.
    """
    items = _once(page, [item for item in items if not _asserts(page.text, item.start, item.end)])
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
