"""Speed and size of the app as ratios to a bare Textual app in the same run: `python app.py`.

CPU seconds and peak memory, each in a process of its own, the smallest of some runs; bytes as a
terminal of 120 by 36 gets them. Exit code 1 where a bar of `BARS` is missed.

Every module is compiled before it counts, as an installation compiles what it installs: a
checkout under PYTHONDONTWRITEBYTECODE would compile all of sesbank at each start, Textual never.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import resource
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

RUNS = 5
COMMAND_RUNS = 10
SIZE = (120, 36)
PASTE = 50_000
HEAVY = ("docx", "lxml", "rapidfuzz")
BARS = {
    "first frame with the list, CPU": 1.35,
    "first frame with the story read beside it, CPU": 1.35,
    "first frame, memory": 1.25,
    "heavy modules after the first frame": 0,
    "sesbank list / import textual.app, CPU": 0.6,
    "down at 10,000 rows / bare key, CPU": 2.0,
    "filter keystroke at 10,000 / bare key, CPU": 6.0,
    "down at 10,000 rows, bytes sent": 2_048,
    "most bytes sent by a key in the list": 2_048,
    "50 KB pasted, CPU seconds": 0.5,
}
KEYS = ("j", "k", "\x1b[B", " ", "V", "r", "u", "\t")


def bare(*, keys: bool = False) -> dict[str, Any]:
    """Run an app with a header, an input and a footer, and give its costs."""
    import asyncio

    from textual.app import App
    from textual.widgets import Footer, Header, Input

    class Bare(App[None]):
        def compose(self):  # type: ignore[no-untyped-def]
            yield Header()
            yield Input()
            yield Footer()

    return asyncio.run(_costs(Bare(), ["a"] * 30 if keys else []))


def ours(bank: str, *, keys: tuple[str, ...] = (), first: str = "") -> dict[str, Any]:
    """Run the app on a bank, coming up as `sesbank` does, and give its costs."""
    import asyncio

    from sesbank.collecting import collect_rarely, leave_what_is_there

    collect_rarely()
    from sesbank.session import Session
    from sesbank.settings import Settings
    from sesbank.tui.app import SesbankApp

    with Session.open(Path(bank), settings=Settings()) as session:
        app = SesbankApp(session, beating=False)
        leave_what_is_there()
        listed = _when_listed(app)
        costs = asyncio.run(_costs(app, keys, first.split()))
        return costs | {"listed": listed[0]}


def _when_listed(app: Any) -> list[float]:
    """Return a list that gets the CPU seconds at which rows of the bank stand on the screen."""
    from sesbank.tui.widgets.rows import RowList

    listed: list[float] = []
    display = app._display

    def displayed(screen: Any, picture: Any) -> None:
        display(screen, picture)
        shown = not app._batch_count and picture is not None
        if shown and not listed and any(rows._drawn.lines for rows in screen.query(RowList)):
            listed.append(time.process_time())

    app._display = displayed
    return listed


async def _costs(app: Any, keys: Any, first: Any = ()) -> dict[str, Any]:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        cpu = time.process_time()
        peak = _peak()
        heavy = [name for name in HEAVY if name in sys.modules]
        for key in first:
            await pilot.press(key)
        before = time.process_time()
        for key in keys:
            await pilot.press(key)
        each = (time.process_time() - before) / max(len(keys), 1)
    return {"cpu": cpu, "peak": peak, "heavy": heavy, "key": each}


def _peak() -> int:
    """Return the peak memory in KB of this process alone: `ru_maxrss` counts its parent too."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1])
    raise SystemExit("the peak memory is read from /proc, which this system does not have")


def paste() -> dict[str, Any]:
    """Paste a long text into a field of the editor's kind."""
    import asyncio

    from textual.app import App
    from textual.events import Paste

    from sesbank.tui.themes import VARIABLES
    from sesbank.tui.widgets.prose import Prose

    class Field(App[None]):
        def get_theme_variable_defaults(self) -> dict[str, str]:
            return VARIABLES

        def compose(self):  # type: ignore[no-untyped-def]
            yield Prose()

    async def run() -> float:
        app = Field()
        text = "I split intake by risk and moved 31 people to the desk.\n" * (PASTE // 56 + 1)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            before = time.process_time()
            app.query_one(Prose).post_message(Paste(text[:PASTE]))
            await pilot.pause()
            return time.process_time() - before

    return {"cpu": asyncio.run(run())}


def against(one: Sequence[str], other: Sequence[str]) -> float:
    """Run Python with either arguments in turns; return the ratio of their least CPU seconds.

    In turns, so that what else the machine does falls on both.
    """
    taken: dict[int, list[float]] = {0: [], 1: []}
    for turn in range(2 * COMMAND_RUNS):
        before = _of_children()
        words = (one, other)[turn % 2]
        subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
        taken[turn % 2].append(_of_children() - before)
    return min(taken[0]) / min(taken[1])


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def make_bank(path: Path, count: int) -> None:
    """Write a bank of invented stories."""
    from sesbank.domain.bank import Change
    from sesbank.domain.mapping import Mapping
    from sesbank.domain.story import Status, Story
    from sesbank.session import Session
    from sesbank.settings import Settings

    things = ("grants", "payroll", "permits", "audits", "leases", "call centers", "inspections")
    with Session.open(path, settings=Settings()) as session:
        stories = [
            Story(
                f"s{number:07d}",
                f"Turned {things[number % 7]} round in region {number}",
                challenge=f"{number + 40} cases of {things[number % 5]} waited for months.",
                context="Three regions, 212 staff, and a frozen budget of $48M.",
                action=f"I split {things[number % 7]} by risk and moved {number % 90} people.",
                result=f"The backlog fell by {number % 60} percent within a year.",
                mappings=(Mapping("opm-2025", ("AR", "DE", "LP")[number % 3]),),
                status=Status.READY,
            )
            for number in range(count)
        ]
        session.act("make", [Change(None, story) for story in stories])


def bytes_of_keys(bank: Path) -> dict[str, int]:
    """Press keys in the real app on a terminal and count what it sends for each."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execv(sys.executable, [sys.executable, "-m", "sesbank", "--bank", str(bank)])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    _read(terminal, 6.0, 6.0)
    sent = {}
    for key in KEYS:
        os.write(terminal, key.encode())
        sent[key] = _read(terminal, 4.0, 0.8)
    os.write(terminal, b"\x11")
    _read(terminal, 2.0, 2.0)
    os.waitpid(pid, 0)
    return sent


def _read(terminal: int, first: float, quiet: float) -> int:
    """Return how many bytes come until nothing does for `quiet` seconds, or `first` before any."""
    total, patience = 0, first
    while select.select([terminal], [], [], patience)[0]:
        try:
            total += len(os.read(terminal, 65_536))
        except OSError:
            break
        patience = quiet
    return total


def _run(call: str) -> dict[str, Any]:
    """Run one of the functions above in a process of its own; the best of some runs counts."""
    code = f"import json,sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import app; "
    code += f"print(json.dumps(app.{call}))"
    results = [
        json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
                   .stdout.decode().splitlines()[-1])
        for _ in range(RUNS)
    ]  # fmt: skip
    best = min(results, key=lambda result: result["cpu"])
    for name in {"key", "listed"} & set(best):
        best[name] = min(result[name] for result in results)
    return best


def measure(folder: Path) -> dict[str, float]:
    """Return every figure by the name of its bar."""
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    few, many = folder / "few.json", folder / "many.json"
    make_bank(few, 200)
    make_bank(many, 10_000)
    plain, app = _run("bare()"), _run(f"ours({str(few)!r})")
    key = _run("bare(keys=True)")["key"]
    down = _run(f"ours({str(many)!r}, keys=['down'] * 30)")["key"]
    typed = [*"grants", "space", *"421", *["backspace"] * 3] * 2
    filtering = _run(f"ours({str(many)!r}, keys={typed!r}, first='slash x backspace')")["key"]
    sent = bytes_of_keys(many)
    print("bytes sent by key:", {repr(k): n for k, n in sent.items()})
    print("modules:", app["heavy"], " ms a key: bare", round(key * 1000, 1))
    listing = ("-m", "sesbank", "--bank", str(few), "list")
    listed = against(listing, ("-c", "import textual.app"))
    return {
        "first frame with the list, CPU": app["listed"] / plain["cpu"],
        "first frame with the story read beside it, CPU": app["cpu"] / plain["cpu"],
        "first frame, memory": app["peak"] / plain["peak"],
        "heavy modules after the first frame": len(app["heavy"]),
        "sesbank list / import textual.app, CPU": listed,
        "down at 10,000 rows / bare key, CPU": down / key,
        "filter keystroke at 10,000 / bare key, CPU": filtering / key,
        "down at 10,000 rows, bytes sent": sent["j"],
        "most bytes sent by a key in the list": max(sent.values()),
        "50 KB pasted, CPU seconds": _run("paste()")["cpu"],
    }


def main() -> int:
    """Print every figure beside its bar; return 1 where one is missed."""
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder))
    missed = 0
    for name, bar in BARS.items():
        kept = figures[name] <= bar
        missed += not kept
        print(f"{name:<48} {figures[name]:>9.2f}  at most {bar:<8} {'ok' if kept else 'MISSED'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
