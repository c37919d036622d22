"""Storage speed: python benchmarks/storage.py [--counts 100 1000 10000] [--large 50 200].

Save, open and search of the bank beside a stock TinyDB file, in one run, what a save costs while a
backup is made or the journal is folded in, and the ratios. Milliseconds of wall time, and of
processor time where it says CPU; the machine's load is printed with them. `--large` opens banks of
so many megabytes, each in a program of its own, and prints their memory beside the file.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB, where

from sesbank.domain.bank import Act, Change
from sesbank.domain.records import story_to_record
from sesbank.domain.story import Story
from sesbank.session import Session, stories
from sesbank.settings import Settings
from sesbank.storage import BankStore

WORDS = (
    *("grants", "program", "staff", "budget", "region", "audit"),
    *("court", "panel", "office", "review", "intake", "data"),
)


def story(number: int) -> Story:
    """Return an invented story of about 2.3 kB."""
    a, b = WORDS[number % 12], WORDS[number // 12 % 12]
    told = f"I led the {a} {b} through change number {number} with {number % 97} people. "
    return Story(
        id=f"s-{number:09d}-aaaa",
        title=f"Turned round the {a} {b} {number}",
        challenge=told * 6,
        context=told * 6,
        action=told * 8,
        result=told * 6,
    )


def cpu(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that something takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def figures(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):8.1f} {ordered[int(len(ordered) * 0.95)]:8.1f}"


MEDIANS: dict[tuple[str, int], float] = {}
"""What was measured, for the ratios: by name and number of stories."""


def row(name: str, count: int, times: list[float]) -> None:
    MEDIANS[name, count] = statistics.median(times)
    print(f"{name:<34}{count:>7} {figures(times)} {len(times):>6}")


RATIOS = (
    ("save: stock TinyDB / sesbank", "stock TinyDB save", "sesbank save"),
    ("search: stock TinyDB / sesbank", "stock TinyDB search", "sesbank search as you type"),
    ("open: sesbank / stock TinyDB", "sesbank open", "stock TinyDB open"),
)


def ratios(counts: list[int]) -> None:
    """Print how the two compare, and how a save grows with the bank."""
    print()
    for name, over, under in RATIOS:
        found = (f"{MEDIANS[over, n] / MEDIANS[under, n]:10.1f}" for n in counts)
        print(f"{name:<34}{''.join(found)}   at {' / '.join(map(str, counts))} stories")
    first, last = MEDIANS["sesbank save", counts[0]], MEDIANS["sesbank save", counts[-1]]
    print(f"{'save: largest bank / smallest':<34}{last / first:10.1f}")


OPENING = """
import resource, sys, time
from pathlib import Path
from sesbank.session import Session
from sesbank.settings import Settings

started, path = time.perf_counter(), Path(sys.argv[1])
said = []
session = Session.open(path, settings=Settings(), meanwhile=said.append)
wall, spent = time.perf_counter() - started, time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
size = path.stat().st_size
print(f"{size / 1e6:8.0f} MB {wall:8.1f} s {spent:8.1f} s CPU {peak / 1e6:8.0f} MB memory"
      f" = {peak / size:.1f} x the file, told {len(said)} times meanwhile")
"""


def large(folder: Path, megabytes: int) -> None:
    """Open a bank of that size in a program of its own."""
    path = folder / "large" / "bank.json"
    store = BankStore.open(path)
    store.save(Act("fill", tuple(Change(None, story(n)) for n in range(megabytes * 380))))
    store.close()
    subprocess.run([sys.executable, "-c", OPENING, str(path)], check=True)


def ours(folder: Path, count: int) -> None:
    path = folder / "ours" / "bank.json"
    store = BankStore.open(path)
    store.save(Act("fill", tuple(Change(None, story(n)) for n in range(count))))
    store.close()

    def opened() -> None:
        Session.open(path, settings=Settings()).close()

    row("sesbank open", count, [timed(opened) for _ in range(5)])
    row("sesbank open, CPU", count, [cpu(opened) for _ in range(3)])
    with Session.open(path, settings=Settings()) as session:

        def save(number: int) -> float:
            one = session.bank.stories[f"s-{number % count:09d}-aaaa"]
            return timed(lambda: stories.save(session, one.edit(result=f"Result {number}.")))

        during, number = [save(0)], 1
        while any(thread.name == "sesbank-backup" for thread in threading.enumerate()):
            during.append(save(number))
            number += 1
        row("sesbank save, backup under way", count, during)
        row("sesbank save", count, [save(number + n) for n in range(100)])
        folding = threading.Thread(target=session.store.fold, name="sesbank-fold")
        folding.start()
        during = [save(number + 100)]
        while folding.is_alive():
            during.append(save(number + 100 + len(during)))
        row("sesbank save, journal folded in", count, during)
        lines = [f"{a} {b}" for a in WORDS[:4] for b in WORDS[4:9]]
        stories.find(session, "warm")
        row(
            "sesbank search as you type",
            count,
            [timed(lambda line=line: stories.find(session, line)) for line in lines],
        )


def stock(folder: Path, count: int) -> None:
    path = folder / "stock.json"
    with TinyDB(path) as bank:
        bank.table("stories").insert_multiple(story_to_record(story(n)) for n in range(count))

    def opened() -> None:
        with TinyDB(path) as bank:
            len(bank.table("stories"))

    row("stock TinyDB open", count, [timed(opened) for _ in range(5)])
    with TinyDB(path) as bank:
        table, turns = bank.table("stories"), 20 if count < 5000 else 5
        saves = [
            timed(lambda n=n: table.update({"result": f"Result {n}."}, doc_ids=[n + 1]))
            for n in range(turns)
        ]
        row("stock TinyDB save", count, saves)
        # Another word each time: TinyDB remembers what it was asked before.
        words = [where("title").search(f"grants staff {n}") for n in range(turns)]
        found = [timed(lambda word=word: table.search(word)) for word in words]
        row("stock TinyDB search", count, found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", nargs="+", type=int, default=[100, 1_000, 10_000])
    parser.add_argument("--large", nargs="*", type=int, default=[], metavar="MEGABYTES")
    given = parser.parse_args()
    counts: list[int] = given.counts
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"load {load:.1f}; milliseconds")
    print(f"{'':<34}{'stories':>7} {'median':>8} {'p95':>8} {'times':>6}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            ours(Path(folder), count)
            stock(Path(folder), count)
    ratios(counts)
    for megabytes in given.large:
        with tempfile.TemporaryDirectory() as folder:
            large(Path(folder), megabytes)


if __name__ == "__main__":
    main()
