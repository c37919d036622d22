"""Ids of stories and vacancies: stable, sorted by the moment they were made, never used again."""

from __future__ import annotations

import random
from collections.abc import Container
from datetime import UTC, datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o, u to misread.
_CHANCE = random.SystemRandom()
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def new_id(kind: str, now: datetime, taken: Container[str] = ()) -> str:
    """Return a new id such as `s-1k3c7q9xw-4fz`: the kind's letter, milliseconds, chance.

    `kind` is one lower-case letter (s story, v vacancy, i interview). Ids sort by `now`.
    """
    number = int((now - _EPOCH).total_seconds() * 1000)
    digits = ""
    for _ in range(9):
        number, rest = divmod(number, 32)
        digits = _ALPHABET[rest] + digits
    while True:
        candidate = f"{kind}-{digits}-" + "".join(_CHANCE.choices(_ALPHABET, k=4))
        if candidate not in taken:
            return candidate
