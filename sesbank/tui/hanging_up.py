"""Hanging up: leaving in order when the terminal goes away or somebody ends the program."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Callable

_NAMES = ("SIGHUP", "SIGTERM")

LONGEST = 3.0
"""Seconds for leaving in order. With its terminal gone, what writes to it may wait for ever; all
that was said to be saved is on the disk by then, and so are the drafts."""


def on_hang_up(leave: Callable[[int], None]) -> Callable[[], None]:
    """Have `leave` called with the exit code when a signal to end comes; return how to stop that.

    Where the system knows no such signals, nothing happens.
    """
    loop = asyncio.get_running_loop()
    taken: list[int] = []

    def hang_up(code: int) -> None:
        end = threading.Timer(LONGEST, os._exit, (code,))
        end.daemon = True
        end.start()
        leave(code)

    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, hang_up, 128 + number)
                taken.append(number)

    def stop() -> None:
        for number in taken:
            loop.remove_signal_handler(number)

    return stop
