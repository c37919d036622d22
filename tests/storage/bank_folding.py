"""Folding in the journal goes on beside the saves: what tests need to wait for it."""

from __future__ import annotations

import threading


def wait_until_folded() -> None:
    """Go on once no journal is being folded in."""
    for thread in threading.enumerate():
        if thread.name == "sesbank-fold":
            thread.join()
