"""Run every benchmark in one go, each in a process of its own: `python -m benchmarks [FOLDER]`.

FOLDER has cases in the layout told in docs/architecture.md; without one, those beside this file.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def _later(folder: Path) -> list[tuple[str, str, Path]]:
    """Return the steps for the cases that were written when the readers were done."""
    if not folder.is_dir():
        return []
    return [
        ("Reading postings written later", "reading.py", folder / "postings"),
        ("Recognising questions written later", "recognising.py", folder),
    ]


def main() -> int:
    """Run the benchmarks and return the worst exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE / "cases")
    folder: Path = parser.parse_args().folder
    steps: list[tuple[object, ...]] = [
        ("Reading postings", "reading.py", folder / "postings"),
        ("Ranking stories", "quality.py", folder),
        ("Recognising questions", "recognising.py", folder),
        ("Whether the words shown are the words that count", "faithfulness.py", folder),
        *_later(folder / "later"),
        ("What short cuts cost", "exactness.py", "--stories", 500),
        ("Speed of matching", "matching.py"),
        ("Saving and opening a bank", "storage.py"),
        ("Making sheets", "sheets.py", 60),
        ("The app on a terminal", "app.py"),
        ("Bytes that each key of each screen sends", "sent.py"),
    ]
    codes = []
    for title, script, *arguments in steps:
        if (HERE / script).exists():
            print(f"\n== {title}", flush=True)
            command = [sys.executable, HERE / script, *arguments]
            codes.append(subprocess.run([str(part) for part in command], check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
