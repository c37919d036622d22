"""The question bank as data: questions panels ask, each with what it probes.

One question a line: what it probes in each framework, then the text, parted by tabs, as in
`opm-2006:LC/vision<TAB>opm-2025:AR/strategic-thinking<TAB>How do you…?`. Lines with `#` are notes.
A person's own questions stand in a file of the same form beside their own frameworks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from sesbank.domain.framework import Framework, KnownQuestion, Probe
from sesbank.domain.later import Later
from sesbank.domain.text import clean, clean_line, shorten
from sesbank.errors import InputError

FILE = "questions.tsv"
"""The name of the file, shipped and own."""

Homes: TypeAlias = dict[str, set[str]]
"""The competency codes of a framework, by ECQ code."""


@cache
def shipped_questions() -> tuple[KnownQuestion, ...]:
    """Return the shipped question bank, in file order."""
    text = (Path(__file__).parent / "data" / FILE).read_text(encoding="utf-8")
    return tuple(question for _, question in _questions(text))


SHIPPED: Final = Later(shipped_questions)
"""The shipped question bank, read when somebody looks into it: most runs ask none of it."""


def fitted(
    questions: Iterable[KnownQuestion], frameworks: Mapping[str, Framework]
) -> tuple[KnownQuestion, ...]:
    """Return questions as far as what they probe has a home in these frameworks, by id.

    A person's own version of a shipped framework may know other ECQs and competencies.
    """
    homes = {framework.id: _homes(framework) for framework in frameworks.values()}
    return tuple(
        replace(question, probes=tuple(_fitting(question.probes, homes))) for question in questions
    )


def _fitting(probes: Iterable[Probe], homes: Mapping[str, Homes]) -> Iterator[Probe]:
    for probe in probes:
        competencies = homes.get(probe.framework, {}).get(probe.ecq)
        if competencies is not None:
            known = probe.competency in competencies
            yield probe if known else replace(probe, competency="")


def _homes(framework: Framework) -> Homes:
    """Return the competency codes of each ECQ."""
    return {ecq.code: {c.code for c in ecq.competencies} for ecq in framework.ecqs}


def own_questions(text: str, frameworks: Mapping[str, Framework]) -> tuple[KnownQuestion, ...]:
    """Return a person's own questions.

    Raises InputError naming the line for a question without a text or a probe no framework has.
    """
    kept: list[KnownQuestion] = []
    for number, question in _questions(clean(text)):
        place = f"{FILE}, line {number}"
        if not question.text:
            raise InputError(f"{place}: no question. Write what it probes, a tab, the question.")
        for probe in question.probes:
            _check(probe, frameworks, place)
        kept.append(question)
    return tuple(kept)


def _check(probe: Probe, frameworks: Mapping[str, Framework], place: str) -> None:
    framework = frameworks.get(probe.framework)
    if framework is None:
        known = ", ".join(frameworks)
        named = shorten(probe.framework, 40)
        raise InputError(f'{place}: there is no framework "{named}". Known: {known}.')
    homes = _homes(framework)
    if probe.ecq not in homes:
        named, known = shorten(probe.ecq, 40), ", ".join(homes)
        raise InputError(f'{place}: {framework.id} has no ECQ "{named}". Known: {known}.')
    if probe.competency and probe.competency not in homes[probe.ecq]:
        named, known = shorten(probe.competency, 40), ", ".join(sorted(homes[probe.ecq]))
        raise InputError(f'{place}: {probe.ecq} has no competency "{named}". Known: {known}.')


def _questions(text: str) -> Iterator[tuple[int, KnownQuestion]]:
    """Yield each question with the number of its line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            *labels, question = line.split("\t")
            probes = tuple(_probe(label.strip()) for label in labels if label.strip())
            yield number, KnownQuestion(clean_line(question), probes)


def _probe(label: str) -> Probe:
    framework, _, home = label.partition(":")
    ecq, _, competency = home.partition("/")
    return Probe(framework, ecq, competency)
