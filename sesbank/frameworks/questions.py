"""The question bank as data: questions panels ask, each with what it probes.

One question a line: what it probes in each framework, then the text, parted by tabs, as in
`opm-2006:LC/vision<TAB>opm-2025:AR/strategic-thinking<TAB>How do you…?`. Lines with `#` are notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from sesbank.domain.framework import KnownQuestion, Probe

_FILE = "questions.tsv"


@cache
def shipped_questions() -> tuple[KnownQuestion, ...]:
    """Return the shipped question bank, in file order."""
    text = (resources.files("sesbank.frameworks") / "data" / _FILE).read_text(encoding="utf-8")
    return tuple(_questions(text))


def _questions(text: str) -> Iterator[KnownQuestion]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            *labels, question = line.split("\t")
            yield KnownQuestion(question, tuple(_probe(label) for label in labels))


def _probe(label: str) -> Probe:
    framework, _, home = label.partition(":")
    ecq, _, competency = home.partition("/")
    return Probe(framework, ecq, competency)
