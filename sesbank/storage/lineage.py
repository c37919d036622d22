"""Lineage: whether one state of a bank came out of another, told by the sums of its saves.

A count of saves does not tell that: two machines that share a bank through a sync service both
count on from the same number. Each line of the journal holds the sum of the one before it, and a
bank file the sums of its latest saves, so a save stands in a state or it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sesbank.storage.journal import Entry
from sesbank.storage.snapshot import Snapshot


class Parted(NamedTuple):
    """The saves of a journal beside a bank file."""

    own: tuple[Entry, ...]
    """Those that the file holds, or that go on from it."""
    strays: tuple[Entry, ...]
    """Those that follow another state than the file's; they may have been confirmed."""


def parted(entries: Sequence[Entry], snapshot: Snapshot) -> Parted:
    """Tell the saves that belong to a bank file from those of a bank that went its own way.

    Where the file keeps no sums, or the journal is of another bank, all of them belong to it.
    """
    everything = tuple(entries)
    if not snapshot.trail or any(entry.bank != snapshot.id for entry in everything):
        return Parted(everything, ())
    held = [number for number, entry in enumerate(everything) if entry.rev <= snapshot.rev]
    known = [number for number in held if everything[number].sum in snapshot.trail]
    own = known[-1] + 1 if known else 0
    following = everything[own] if own < len(everything) else None
    if following is None or _goes_on(following, snapshot):
        return Parted(everything, ())
    return Parted(everything[:own], everything[own:])


def _goes_on(entry: Entry, snapshot: Snapshot) -> bool:
    """Return whether a save is the next one, or as far behind as only a lost journal explains."""
    if entry.rev <= snapshot.rev:
        return False
    return entry.rev > snapshot.rev + 1 or entry.on in ("", snapshot.trail[-1])


def holds(snapshot: Snapshot, other: Snapshot) -> bool:
    """Return whether everything another state holds went into this one, as far as sums tell."""
    return not (snapshot.trail and other.trail) or other.trail[-1] in snapshot.trail


def cover(strays: Sequence[Entry], other: Snapshot, snapshot: Snapshot) -> bool:
    """Return whether these saves are all that another state holds beyond this one."""
    sums = [entry.sum for entry in strays]
    return bool(strays) and other.trail[-1] in sums and strays[0].on in snapshot.trail


def gathered(strays: Sequence[Entry], snapshot: Snapshot) -> Snapshot:
    """Return the records of these saves as a bank of their own, with the id of the whole one."""
    apart = Snapshot(id=snapshot.id)
    for entry in strays:
        apart.apply(entry.changes, entry.rev, entry.sum)
    return apart
