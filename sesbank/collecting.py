"""Collecting: how often Python looks for garbage that holds itself, so that nobody waits for it.

Hardly any is made while a command runs or the app comes up, yet with Python's own limits a tenth
of that time goes into looking for it, and on a large bank every look goes through every story.
"""

from __future__ import annotations

import gc

YOUNG = 100_000
"""New objects after which the young ones are looked through; Python's own limit is 700."""


def collect_rarely() -> None:
    """Look for garbage when there may be much of it: what `sesbank` does first."""
    gc.set_threshold(YOUNG, 10, 10)


def leave_what_is_there() -> None:
    """Do not look through what is loaded by now, program and bank, while the app runs.

    What an app before this one left behind is collected first.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
