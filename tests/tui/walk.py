"""Walk: the app on a real terminal, led to its screens one after the other at several sizes.

A program of its own, run by the tests on a pseudo-terminal of theirs. Keys come from here and not
through the terminal, so that each waits for the work of the one before; all that is drawn goes
the way it always goes. Marks in what is sent say which screen follows.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import struct
import sys
import termios
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from tui_driving import clock, press, settle, shown

from sesbank.session import Session
from sesbank.tui.app import SesbankApp


def main(plan: dict[str, Any]) -> None:
    """Go every way of a plan; what was shown and what failed stands in the plan's log."""
    log: list[dict[str, str]] = []
    with Session.open(Path(plan["bank"]), now=clock()) as session:
        for name, keys in plan["ways"].items():
            log += walk(session, name, keys, plan["sizes"])
    Path(plan["log"]).write_text(json.dumps(log), encoding="ascii")


def walk(
    session: Session, name: str, keys: str, sizes: list[tuple[int, int]]
) -> list[dict[str, str]]:
    """Go one way in an app of its own, and through all sizes at its end."""
    log: list[dict[str, str]] = []
    set_size(sizes[0])
    app = SesbankApp(session, beating=False)

    async def go(pilot: Pilot[int]) -> None:
        try:
            mark(pilot, f"{name}, on the way")
            await settle(pilot)
            await press(pilot, keys)
            for size in sizes:
                mark(pilot, f"{name} at {size[0]}x{size[1]}")
                resize(size)
                await settle(pilot)
                log.append({"place": f"{name} at {size[0]}x{size[1]}", "shown": shown(pilot)})
        except Exception as error:
            log.append({"place": name, "failed": repr(error)})
        finally:
            pilot.app.exit(0)

    code = app.run(auto_pilot=go)
    if code or app._exception is not None:
        log.append({"place": name, "failed": repr(app._exception)})
    return log


def mark(pilot: Pilot[int], place: str) -> None:
    """Say in what is sent which screen follows."""
    driver = pilot.app._driver
    assert driver is not None
    driver.write(f"\x1b_walk {place}\x1b\\")


def set_size(size: tuple[int, int]) -> None:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))


def resize(size: tuple[int, int]) -> None:
    """Change the window, and have the app hear of it as any program does."""
    set_size(size)
    os.kill(os.getpid(), signal.SIGWINCH)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
