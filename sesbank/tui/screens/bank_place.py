"""Bank, its place: at which story one is when others were changed, came back or went away."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sesbank.domain.bank import Act
from sesbank.domain.story import Status, Story


class Place:
    """Where in the list one is: the ids of what is shown, and the index of the one at hand."""

    def __init__(self, shown: Sequence[str], index: int) -> None:
        self._shown = shown
        self._index = index
        self._here = shown[index] if index < len(shown) else ""

    def near(self, changed: Collection[str], found: Sequence[str]) -> str:
        """Return the id to be at, in what is now found, once some stories were changed.

        That is the one at hand, as long as it stands between the same neighbours; where the
        change moved it away it is the next one, or the last where there is no next.
        """
        if self._here not in changed:
            return self._here
        after, before = self._shown[self._index + 1 :], self._shown[: self._index]
        following = next((each for each in after if each not in changed), "")
        preceding = next((each for each in reversed(before) if each not in changed), "")
        places = {each: index for index, each in enumerate(found)}
        at = places.get(self._here)
        end = len(found)
        if at is not None and places.get(preceding, -1) < at < places.get(following, end):
            return self._here
        return following or preceding

    def after(self, act: Act, found: Sequence[str]) -> str:
        """Return the id to be at once an act was taken back or done again.

        That is what it put on offer or changed there, to be seen; nobody is led after what it
        took away.
        """
        on_offer = {
            change.after.id
            for change in act.changes
            if isinstance(change.after, Story) and change.after.status is not Status.RETIRED
        }
        if self._here not in on_offer:
            first = next((each for each in found if each in on_offer), "")
            if first:
                return first
        return self.near({change.entry.id for change in act.changes}, found)
