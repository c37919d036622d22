"""Migration: banks of older layouts brought to the present one, a step at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SCHEMA = 1
"""The layout this version writes."""

Step = Callable[[dict[str, dict[str, dict[str, Any]]]], None]
"""Changes the tables of one layout into those of the next, in place."""

STEPS: dict[int, Step] = {}
"""By the layout it starts from. Layout 1 is the first there is, so no step is needed yet."""


def can_be_read(schema: int) -> bool:
    """Return whether every step from a layout to the present one is known."""
    return 0 <= schema <= SCHEMA and all(number in STEPS for number in range(schema, SCHEMA))


def migrate(tables: dict[str, dict[str, dict[str, Any]]], schema: int) -> None:
    """Bring tables of an older layout to the present one, in memory. Raises what a step raises."""
    for number in range(schema, SCHEMA):
        STEPS[number](tables)
