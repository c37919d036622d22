"""Word lists, written as plain text so that they can be read and added to at a glance."""

from __future__ import annotations


def one_by_one(words: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(words.split())
