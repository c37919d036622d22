"""BM25 over a handful of weighted word bags: which of them a text speaks of."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

_SATURATION = 1.2
_LENGTH = 0.3
"""How much longer bags are held back: they are lists by people, not prose, so only a little."""

K = TypeVar("K", bound=Hashable)


class WordBags(Generic[K]):
    """Word bags by key, ready to be asked (Robertson and Zaragoza's BM25)."""

    def __init__(self, bags: Mapping[K, Mapping[str, float]]) -> None:
        mean = sum(sum(bag.values()) for bag in bags.values()) / max(len(bags), 1) or 1.0
        holders: dict[str, int] = {}
        for bag in bags.values():
            for token in bag:
                holders[token] = holders.get(token, 0) + 1
        self.keys = tuple(bags)
        """The keys of all bags, in order."""
        self._shares: dict[str, list[tuple[int, float]]] = {}
        for number, bag in enumerate(bags.values()):
            held_back = _SATURATION * (1 - _LENGTH + _LENGTH * sum(bag.values()) / mean)
            for token, count in bag.items():
                rarity = math.log1p((len(bags) - holders[token] + 0.5) / (holders[token] + 0.5))
                share = rarity * count * (_SATURATION + 1) / (count + held_back)
                self._shares.setdefault(token, []).append((number, share))

    def shares(self, token: str) -> Mapping[K, float]:
        """Return what one token adds to each bag that holds it."""
        return {self.keys[number]: share for number, share in self._shares.get(token, ())}

    def scores(self, tokens: Mapping[str, float]) -> dict[K, float]:
        """Return the bags that share a token with a weighted text, with their scores."""
        sums = [0.0] * len(self.keys)
        shares = self._shares
        for token, value in tokens.items():
            if token in shares:
                for number, share in shares[token]:
                    sums[number] += value * share
        # Rounded because the order of the tokens should change nothing.
        return {key: round(sum_, 9) for key, sum_ in zip(self.keys, sums, strict=True) if sum_}
