"""Write sesbank/matching/data/wording.txt anew: python benchmarks/build_wording.py.

To read the shipped questions and to count their words takes a third of a second; the counts are
shipped, so that the first answer after a start does not wait for them. To be run after a change
of the questions, the concepts or the stems.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from sesbank.frameworks.questions import shipped_questions
from sesbank.matching.lessons import Lesson, holders_of
from sesbank.matching.wording import CLASSES, lesson_name

FILE = Path(__file__).resolve().parent.parent / "sesbank" / "matching" / "data" / "wording.txt"
HEAD = """\
# What the shipped questions say of their ECQs and competencies, counted, so that nobody waits for
# it. Made by benchmarks/build_wording.py. A block a lesson: its name, how many traits it has, and
# what is said in each class; then a line a question: its class and the length of its bag. Last
# the traits, each with the questions that have it: the number of the first, then the steps from
# one to the next.
"""


def built() -> str:
    """Return what the file should hold."""
    questions = shipped_questions()
    holders = holders_of(question.text for question in questions)
    frameworks = sorted({probe.framework for q in questions for probe in q.probes})
    blocks = [
        lesson_block(
            lesson_name(name, kind), [class_of(q.probe_in(name)) for q in questions], holders
        )
        for name in frameworks
        for kind, class_of in CLASSES.items()
    ]
    return lessons_file(HEAD, blocks, holders)


def lessons_file(head: str, blocks: Sequence[str], holders: Mapping[str, list[int]]) -> str:
    """Return a file of lessons on the same questions."""
    said = (f"{key}\t{_steps(numbers)}" for key, numbers in sorted(holders.items()))
    return "\n\n".join([head.strip(), *blocks, "\n".join(said)]) + "\n"


def lesson_block(name: str, classes: Sequence[str | None], holders: Mapping[str, list[int]]) -> str:
    """Return what a file of lessons holds of one."""
    lesson = Lesson(classes, holders)
    totals = (f"{label} {value:.10g}" for label, value in lesson.totals.items())
    rows = (
        "-" if label is None else f"{label} {length:.10g}"
        for label, length in zip(classes, lesson.lengths, strict=True)
    )
    return "\n".join(["\t".join([name, str(lesson.kinds), *totals]), *rows])


def _steps(numbers: list[int]) -> str:
    return " ".join(map(str, [numbers[0], *(b - a for a, b in pairwise(numbers))]))


def main() -> None:
    FILE.write_text(built(), encoding="utf-8")
    print(f"{FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
