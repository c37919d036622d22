"""Later: a sequence that is read when somebody first looks into it, for what most runs never do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import RLock
from typing import TypeVar, overload

Item = TypeVar("Item", covariant=True)


class Later(Sequence[Item]):
    """Behaves as the tuple that `read` returns, which is called once, whatever thread looks first.

    Where `read` raises, whoever looked gets the error, and the next look reads again.
    """

    __slots__ = ("_items", "_lock", "_read")

    def __init__(self, read: Callable[[], tuple[Item, ...]]) -> None:
        self._read = read
        self._items: tuple[Item, ...] | None = None
        # One that can be taken twice: a `read` that looks into itself fails instead of waiting.
        self._lock = RLock()

    @property
    def items(self) -> tuple[Item, ...]:
        """What there is, read now where it was not."""
        if self._items is None:
            with self._lock:
                if self._items is None:
                    self._items = self._read()
        return self._items

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, place: int | slice) -> Item | tuple[Item, ...]:
        return self.items[place]

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.items == tuple(other)

    def __hash__(self) -> int:
        return hash(self.items)
