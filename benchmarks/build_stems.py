"""Write sesbank/matching/data/stems.txt anew: python benchmarks/build_stems.py.

The stemmer is pure Python and takes some 60 microseconds a word. For the words of the shipped
lists (cues, questions, concepts, examples) its answers are shipped too, so that the first
answer after a start does not wait for them. A word that is not in the file is stemmed as ever.
"""

from __future__ import annotations

from pathlib import Path

import snowballstemmer

from sesbank.domain.text import fold, word_forms
from sesbank.matching.stems import in_american

HOME = Path(__file__).resolve().parent.parent
FILE = HOME / "sesbank" / "matching" / "data" / "stems.txt"
HEAD = """\
# What the stemmer makes of the words of the shipped lists, so that nobody waits for it: a stem
# and the words that have it, a line each. Made by benchmarks/build_stems.py; a word that is
# missing here is stemmed when it is met.
"""
MADE = (
    FILE,
    FILE.with_name("wording.txt"),
    FILE.with_name("situation_wording.txt"),
    FILE.with_name("situation_phrases.txt"),
    FILE.with_name("cue_things.txt"),
)
"""Lists that are counted from the others: what they hold are stems, not words."""

SOURCES = (
    *(HOME / "sesbank" / "frameworks" / "data").glob("*.t[os][mv]*"),
    *(HOME / "sesbank" / "matching" / "data").glob("*.txt"),
    *(HOME / "examples").glob("*.json"),
    *(HOME / "examples").glob("*.txt"),
)


def shipped_words() -> set[str]:
    """Return the words of the shipped lists and examples, as the stemmer gets them."""
    texts = (path.read_text(encoding="utf-8") for path in SOURCES if path not in MADE)
    return {in_american(fold(word)) for text in texts for word in word_forms(text)}


def built() -> str:
    """Return what the file should hold."""
    stemmer = snowballstemmer.stemmer("english")
    families: dict[str, list[str]] = {}
    for word in sorted(shipped_words()):
        if word.isascii() and word.isalpha() and len(word) > 2:
            families.setdefault(stemmer.stemWord(word), []).append(word)
    lines = (f"{stem} {' '.join(words)}\n" for stem, words in sorted(families.items()))
    return HEAD + "".join(lines)


def main() -> None:
    FILE.write_text(built(), encoding="utf-8")
    print(f"{FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
