"""What the fault runs did, counted: `make faults` prints the sums of a run.

Each test adds to a file that FAULT_COUNTS names; without it nothing is counted. Run as a program
with that file it prints the sums.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

ORDER = (
    "simulated crashes by kill",
    "simulated crashes by power cut",
    "of both, with a second crash while opening",
    "simulated failing calls",
    "failing calls followed by a power cut",
    "saves refused in those",
    "kills of a saving program",
    "saves it had confirmed",
    "system calls killed at",
    "system calls failed",
    "broken variants caught",
)
"""What is counted, as it is printed."""


def count(what: str, number: int = 1) -> None:
    """Add to a count."""
    assert what in ORDER
    file = os.environ.get("FAULT_COUNTS")
    if file:
        with Path(file).open("a", encoding="utf-8") as counts:
            counts.write(f"{number}\t{what}\n")


def sums(text: str) -> list[str]:
    """Return the sums of such a file, a line each."""
    found: Counter[str] = Counter()
    for line in text.splitlines():
        number, what = line.split("\t")
        found[what] += int(number)
    return [f"{found[what]:>8,}  {what}" for what in ORDER if found[what]]


if __name__ == "__main__":
    lines = sums(Path(sys.argv[1]).read_text(encoding="utf-8"))
    # A loss fails its test, and then nothing is printed at all.
    lines.append(f"{0:>8}  confirmed saves lost or changed")
    sys.stdout.write("\n".join(lines) + "\n")
