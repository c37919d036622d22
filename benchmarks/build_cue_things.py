"""Write sesbank/matching/data/cue_things.txt anew: python benchmarks/build_cue_things.py.

Which concepts the shipped cues speak of, so that the first answer after a start does not wait for
five thousand of them to be read. To be run after a change of the cues, the concepts or the stems.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sesbank.frameworks.loading import load_frameworks
from sesbank.matching.concepts import concept_book
from sesbank.matching.cuewords import THINGS, concepts_of
from sesbank.matching.stems import stems_of

FILE = Path(__file__).resolve().parent.parent / "sesbank" / "matching" / "data" / THINGS
HEAD = """\
# The concepts that the shipped cues speak of. Made by benchmarks/build_cue_things.py: a cue a line
# with its concepts, parted by tabs. A cue that is not here is read when it is met.
"""


def shipped_cues() -> Iterator[str]:
    """Yield every cue of the shipped frameworks."""
    for framework in load_frameworks().frameworks:
        for ecq in framework.ecqs:
            for source in (ecq, *ecq.competencies):
                yield from (cue.phrase for cue in source.cues)


def built() -> str:
    """Return what the file should hold."""
    book = concept_book()
    cues = sorted(cue for cue in set(shipped_cues()) if book.begins_with_any(stems_of(cue)))
    lines = ("\t".join((cue, *concepts_of(cue, stems_of(cue)))) for cue in cues)
    return HEAD + "".join(f"{line}\n" for line in lines)


def main() -> None:
    FILE.write_text(built(), encoding="utf-8")
    print(f"{FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
