"""Terminal codes: the shortest way to a place and to a style that every terminal knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

Place = tuple[int, int]
"""Line and column, from 0."""

_COLORS = {"38": "ground", "48": "back"}
_LENGTH = {"2": 5, "5": 3}
"""How many numbers a color takes, by its kind: red, green and blue, or one of 256."""

_ENDS = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29", "ground": "39"}
_ENDS |= {"back": "49"}
"""What ends a trait (ECMA-48, SGR)."""

_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""Lines under, through and over, and the colors exchanged."""


def way(reached: Place | None, place: Place) -> str:
    """Return what takes the cursor to a place, shortest first; `reached` is where it is."""
    if reached == place:
        return ""
    straight = f"\x1b[{place[0] + 1};{place[1] + 1}H"
    if reached is None:
        return straight
    down, right = place[0] - reached[0], place[1] - reached[1]
    if down == 0 and right > 0:
        return min(f"\x1b[{right}C", straight, key=len)
    if down == 1 and right <= 0:
        return min("\b" * -right + "\x1b[B", straight, key=len)
    return straight


def change_of_style(worn: str, wanted: str) -> str:
    """Return what changes a style into another, both as the numbers of an SGR code.

    Only what differs is named where that is shorter; nothing worn means a fresh start.
    """
    old, new = dict(_parts(worn)), dict(_parts(wanted))
    afresh = f"\x1b[0;{wanted}m" if wanted else "\x1b[0m"
    ended = list(dict.fromkeys(_ENDS.get(kind, "0") for kind in old.keys() - new.keys()))
    # What ends bold ends dim as well, so that one of them cannot end alone.
    if "0" in ended or ("22" in ended and new.keys() & {"1", "2"}):
        return afresh
    differing = [part for kind, part in new.items() if old.get(kind) != part]
    changed = f"\x1b[{';'.join([*sorted(ended), *differing])}m" if ended or differing else ""
    return min(changed, afresh, key=len)


@cache
def of_blank(code: str) -> str:
    """Return what of a style is seen where nothing is written: most often its background alone."""
    parts = dict(_parts(code))
    return code if parts.keys() & _SEEN_ON_BLANKS else parts.get("back", "")


def _parts(code: str) -> Iterator[tuple[str, str]]:
    """Yield what a code says: which color, or the number of another trait, and its numbers."""
    numbers = code.split(";") if code else []
    place = 0
    while place < len(numbers):
        number = numbers[place]
        following = numbers[place + 1] if place + 1 < len(numbers) else ""
        length = _LENGTH.get(following, 1) if number in _COLORS else 1
        yield _kind(number), ";".join(numbers[place : place + length])
        place += length


def _kind(number: str) -> str:
    value = int(number)
    if number in _COLORS:
        return _COLORS[number]
    if 30 <= value <= 39 or 90 <= value <= 97:
        return "ground"
    return "back" if 40 <= value <= 49 or 100 <= value <= 107 else number
