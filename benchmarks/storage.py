"""Storage speed: python benchmarks/storage.py [--counts 100 1000 10000].

Save, open and search of the bank beside a stock TinyDB file, in one run, and what a save costs
while a backup is made. Milliseconds of wall time; the machine's load is printed with them.
"""

from __future__ import annotations

import argparse
import os
import statistics
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


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def figures(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):8.1f} {ordered[int(len(ordered) * 0.95)]:8.1f}"


def row(name: str, count: int, times: list[float]) -> None:
    print(f"{name:<34}{count:>7} {figures(times)} {len(times):>6}")


def ours(folder: Path, count: int) -> None:
    path = folder / "ours" / "bank.json"
    store = BankStore.open(path)
    store.save(Act("fill", tuple(Change(None, story(n)) for n in range(count))))
    store.close()

    def opened() -> None:
        Session.open(path, settings=Settings()).close()

    row("sesbank open", count, [timed(opened) for _ in range(5)])
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
    counts = parser.parse_args().counts
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"load {load:.1f}; milliseconds")
    print(f"{'':<34}{'stories':>7} {'median':>8} {'p95':>8} {'times':>6}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            ours(Path(folder), count)
            stock(Path(folder), count)


if __name__ == "__main__":
    main()
