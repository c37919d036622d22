"""Steps: what was done in a field of one line, to be taken back and done again in the field."""

from __future__ import annotations

from typing import NamedTuple


class Stand(NamedTuple):
    """How a field stands."""

    value: str
    cursor: int


class Steps:
    """The stands of a field before each step; letters typed in a row are one step, by words."""

    def __init__(self) -> None:
        self._past: list[Stand] = []
        self._undone: list[Stand] = []
        self._grows_at: tuple[int, int] | None = None
        """Where the next letter, or the next one taken away, belongs to the same step: the place
        and the step of a cursor, 1 for letters and -1 for those taken away."""

    def forget(self) -> None:
        """Begin anew: the field is about something else now."""
        self._past, self._undone, self._grows_at = [], [], None

    def changed(self, before: Stand, value: str) -> None:
        """Take note of a change of the text, made at the cursor of `before`."""
        step = _step(before, value)
        ends_word = step == 1 and value[before.cursor].isspace()
        if not step or ends_word or self._grows_at != (before.cursor, step):
            self._past.append(before)
        self._grows_at = (before.cursor + step, step) if step else None
        self._undone.clear()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_go_again(self) -> bool:
        """Whether there is one that was taken back."""
        return bool(self._undone)

    def back(self, now: Stand) -> Stand | None:
        """Return how it stood before the latest step, None where there was none."""
        return self._go(now, self._past, self._undone)

    def again(self, now: Stand) -> Stand | None:
        """Return how it stood before what was taken back last, None where nothing was."""
        return self._go(now, self._undone, self._past)

    def _go(self, now: Stand, there: list[Stand], here: list[Stand]) -> Stand | None:
        if not there:
            return None
        self._grows_at = None
        here.append(now)
        return there.pop()


def _step(before: Stand, value: str) -> int:
    """Return 1 for a letter written at the cursor, -1 for one taken away before it, else 0."""
    text, at = before
    if value == text[:at] + value[at : at + 1] + text[at:] and len(value) == len(text) + 1:
        return 1
    return -1 if at and value == text[: at - 1] + text[at:] else 0
