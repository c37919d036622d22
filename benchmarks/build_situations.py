"""Write sesbank/matching/data/situation_wording.txt anew: python benchmarks/build_situations.py.

What the questions and phrases that ask for situations teach, counted as in build_wording.py. To be
run after a change of `situation_questions.txt`, `situations.txt`, the concepts or the stems.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # as a test runs it by its path

from build_situation_phrases import listed
from build_wording import lesson_block, lessons_file

from sesbank.matching.lessons import SITUATIONS, holders_of
from sesbank.matching.situations_asked import LESSON

DATA = Path(__file__).resolve().parent.parent / "sesbank" / "matching" / "data"
FILE = DATA / SITUATIONS
HEAD = """\
# What the known questions about situations say of them, counted. Made by
# benchmarks/build_situations.py, in the form of wording.txt.
"""


def known() -> Iterator[tuple[str, str]]:
    """Yield what is known to ask for a situation: its number in the list, and the text."""
    name = ""
    lines = (DATA / "situation_questions.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            yield name, line
    yield from ((name, phrase) for side, name, phrase in listed() if side == "asked")


def built() -> str:
    """Return what the file should hold."""
    rows = list(known())
    holders = holders_of(text for _, text in rows)
    labels = [name.replace(" ", "_") for name, _ in rows]
    return lessons_file(HEAD, [lesson_block(LESSON, labels, holders)], holders)


def main() -> None:
    FILE.write_text(built(), encoding="utf-8")
    print(f"{FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
