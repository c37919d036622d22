"""Write sesbank/matching/data/wording.txt anew: python benchmarks/build_wording.py.

To read the shipped questions and to count their words takes a third of a second; the counts are
shipped, so that the first answer after a start does not wait for them. To be run after a change
of the questions, the concepts or the stems.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from sesbank.domain.framework import KnownQuestion
from sesbank.frameworks.questions import shipped_questions
from sesbank.matching.lessons import Lesson, holders_of
from sesbank.matching.wording import CLASSES, ClassOf, lesson_name

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
        "\n".join(_lesson(name, kind, class_of, questions, holders))
        for name in frameworks
        for kind, class_of in CLASSES.items()
    ]
    said = (f"{key}\t{_steps(numbers)}" for key, numbers in sorted(holders.items()))
    return "\n\n".join([HEAD.strip(), *blocks, "\n".join(said)]) + "\n"


def _lesson(
    framework: str,
    kind: str,
    class_of: ClassOf,
    questions: tuple[KnownQuestion, ...],
    holders: dict[str, list[int]],
) -> Iterator[str]:
    classes = [class_of(question.probe_in(framework)) for question in questions]
    lesson = Lesson(classes, holders)
    totals = (f"{name} {value:.10g}" for name, value in lesson.totals.items())
    yield "\t".join([lesson_name(framework, kind), str(lesson.kinds), *totals])
    for name, length in zip(classes, lesson.lengths, strict=True):
        yield "-" if name is None else f"{name} {length:.10g}"


def _steps(numbers: list[int]) -> str:
    return " ".join(map(str, [numbers[0], *(b - a for a, b in pairwise(numbers))]))


def main() -> None:
    FILE.write_text(built(), encoding="utf-8")
    print(f"{FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
