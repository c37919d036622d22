"""Write sesbank/matching/data/situation_phrases.txt: python benchmarks/build_situation_phrases.py.

The lists of `situations.txt` taken apart into stems of plain speech, so that the first answer
after a start does not wait for it. To be run after a change of `situations.txt`, `small_words.txt`,
the stems or the lists of common words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from sesbank.matching.plain_speech import spoken_stems
from sesbank.matching.situations import FILE as NAME
from sesbank.matching.situations import phrase_weight
from sesbank.matching.stems import stems_of

DATA = Path(__file__).resolve().parent.parent / "sesbank" / "matching" / "data"
FILE = DATA / NAME
HEAD = """\
# The lists of situations.txt taken apart. Made by benchmarks/build_situation_phrases.py: a line for
# a side of a situation with the concepts that are kin to it, then what each phrase weighs and its
# stems in plain speech.
"""


def built() -> str:
    """Return what the file should hold."""
    kin, lines = dict[str, str](), list[str]()
    heading = ""
    for side, name, phrase in listed():
        if side == "kin":
            kin[name] = phrase.replace(", ", "\t")
            continue
        head = "\t".join(filter(None, (side, name, kin.get(name, ""))))
        stems = stems_of(phrase)
        weight = 1.0 if side == "asked" else phrase_weight(stems)
        plain = spoken_stems(stems)
        lines.extend([head] if head != heading else [])
        lines.extend([" ".join((f"{weight:g}", *plain))] if plain else [])
        heading = head
    return HEAD + "".join(f"{line}\n" for line in lines)


def listed() -> Iterator[tuple[str, str, str]]:
    """Yield what `situations.txt` lists, as side ("asked", "told"), situation and phrase.

    And as they stand the concepts that are kin to each.
    """
    name = ""
    for line in (DATA / "situations.txt").read_text(encoding="utf-8").splitlines():
        side, colon, phrases = line.partition(": ")
        if line.startswith("["):
            name = line.strip("[]")
        elif side == "kin":
            yield side, name, phrases
        elif colon and side in ("asked", "told"):
            spelt = (s for phrase in phrases.split(", ") for s in _spelt(phrase))
            yield from ((side, name, s) for s in dict.fromkeys(spelt))


def _spelt(phrase: str) -> Iterator[str]:
    """Yield a phrase once for each of the words that "him/her" stands for."""
    yield from (" ".join(words) for words in product(*(w.split("/") for w in phrase.split())))


def main() -> None:
    FILE.write_text(built(), encoding="utf-8")
    print(f"{FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
