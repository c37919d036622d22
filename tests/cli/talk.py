"""Talk: commands one after the other in one process, on whatever terminal or pipe it is given.

A program of its own, run by the tests. Marks in what is printed say which command follows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sesbank.cli.main import main


def talk(commands: list[list[str]], log: Path) -> None:
    """Run commands; their exit codes stand in the log."""
    codes = []
    for number, argv in enumerate(commands):
        mark(number)
        codes.append(main(argv))
    mark(len(commands))
    log.write_text(json.dumps(codes), encoding="ascii")


def mark(number: int) -> None:
    """Say in what is printed which command follows."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    sys.stdout.write(f"\x1b_command {number}\x1b\\")
    sys.stdout.flush()


if __name__ == "__main__":
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="ascii"))
    talk(plan["commands"], Path(plan["log"]))
