"""How well kinds of questions are told: python benchmarks/kinds.py FOLDER [--errors].

The folder holds kinds.jsonl: questions labelled with the kind of answer they ask for. Precision and
recall stand apart by split; a question of several parts has the kind of the first that is no story.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quality import Row, read_rows

from sesbank.matching.question_kinds import with_kinds
from sesbank.matching.question_parts import question_parts

STORY = "story"


def told(question: str) -> str:
    kinds = [part.kind.value for part in with_kinds(question, question_parts(question))]
    return next((kind for kind in kinds if kind != STORY), STORY)


def figures(label: str, right: int, said: int, asked: int) -> None:
    precision, recall = right / max(said, 1), right / max(asked, 1)
    print(f"  {label:<16} n {asked:>3}  precision {precision:.3f}  recall {recall:.3f}")


def report(rows: Sequence[Row]) -> None:
    pairs = [(row["kind"], told(row["text"])) for row in rows]
    asked, said = Counter(kind for kind, _ in pairs), Counter(kind for _, kind in pairs)
    right = Counter(kind for kind, found in pairs if kind == found)
    for kind in asked:
        figures(kind, right[kind], said[kind], asked[kind])
    others = [kind for kind in asked if kind != STORY]
    figures("all but stories", *(sum(c[k] for k in others) for c in (right, said, asked)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print those mistaken, of dev")
    chosen = parser.parse_args()
    rows = read_rows(chosen.folder / "kinds.jsonl")
    for split in ("dev", "test"):
        print(f"\n{split}")
        report([row for row in rows if row["split"] == split])
    for row in rows if chosen.errors else ():
        if row["split"] == "dev" and told(row["text"]) != row["kind"]:
            print(f"{row['kind']} taken for {told(row['text'])}: {row['text']}")


if __name__ == "__main__":
    main()
