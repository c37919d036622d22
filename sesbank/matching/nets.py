"""Nets: the frameworks whose telling words connect what is asked with what is said.

The framework asked for comes first. Beside it the finest one at hand and the current one are
used: the finer the competencies, the sharper the link between two texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sesbank.domain.framework import FrameworkSet
from sesbank.matching.recognition import Recogniser


@dataclass(frozen=True, slots=True)
class Nets:
    """The recognisers used for one demand."""

    own: Recogniser
    """Of the framework asked for."""
    others: tuple[Recogniser, ...] = ()

    def __iter__(self) -> Iterator[Recogniser]:
        yield self.own
        yield from self.others

    def __len__(self) -> int:
        return 1 + len(self.others)


def other_nets(frameworks: FrameworkSet, own: str) -> tuple[str, ...]:
    """Return the ids of the frameworks used beside the one asked for, in a fixed order."""
    finest = max(frameworks.frameworks, key=lambda f: (len(f.competencies), f.id)).id
    return tuple(sorted({finest, frameworks.default} - {own}))
