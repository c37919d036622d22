"""Vacancies: whether what the person chose for one carries through its panel."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from sesbank.checks.sources import CCAR_COACH, OPM_TIPS, OURS
from sesbank.domain.findings import Finding, Rule, Severity
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy

B02 = Rule("B02", Severity.SHOULD, "more than two stories for an ECQ", CCAR_COACH)
B03 = Rule("B03", Severity.SHOULD, "one story for two ECQs", OPM_TIPS)
B05 = Rule("B05", Severity.SHOULD, "a technical qualification without a story", OURS)

_MOST_AN_ECQ = 2
_TITLE = 40


def check_vacancies(
    vacancies: Iterable[Vacancy], offered: Container[str], today: date
) -> Iterator[Finding]:
    """Yield what is to be said of the vacancies for which stories were pinned or chosen.

    Those that are over are left alone. `offered` is as for `check_vacancy`.
    """
    for vacancy in vacancies:
        if not _is_over(vacancy, today.isoformat()):
            yield from check_vacancy(vacancy, offered)


def check_vacancy(vacancy: Vacancy, offered: Container[str]) -> Iterator[Finding]:
    """Yield what is to be said of the stories pinned or chosen for one vacancy.

    `offered` are the ids of the stories that can be told: a choice of one that is retired or in
    the trash answers nothing.
    """
    answers = _answers(vacancy, offered)
    if answers:
        name = f"“{shorten(vacancy.title, _TITLE)}”" if vacancy.title else "A vacancy"
        yield from _ecqs(vacancy, answers, name)
        # Until a slate is accepted, what was not pinned is still proposed.
        if vacancy.chosen:
            yield from _open_tqs(vacancy, answers, name)


def _is_over(vacancy: Vacancy, today: str) -> bool:
    """Return whether it has closed and no interview lies ahead: panels sit after the closing."""
    ahead = any(interview.when[:10] >= today for interview in vacancy.interviews)
    return bool(vacancy.closes) and vacancy.closes < today and not ahead


def _answers(vacancy: Vacancy, offered: Container[str]) -> dict[str, set[str]]:
    """Return the stories pinned or chosen by requirement; a pin takes the place of a choice."""
    pinned: dict[str, set[str]] = {}
    chosen: dict[str, set[str]] = {}
    for choices, kept in ((vacancy.chosen, chosen), (vacancy.pins, pinned)):
        for choice in choices:
            if choice.story in offered:
                kept.setdefault(choice.requirement, set()).add(choice.story)
    return chosen | pinned


def _ecqs(vacancy: Vacancy, answers: dict[str, set[str]], name: str) -> Iterator[Finding]:
    wanted = [r for r in vacancy.requirements if r.kind is RequirementKind.ECQ]
    serves: dict[str, list[Requirement]] = {}
    for requirement in wanted:
        stories = answers.get(requirement.id, set())
        if len(stories) > _MOST_AN_ECQ:
            hint = f"{name}: {len(stories)} stories for {requirement.label}; two are plenty."
            yield Finding(B02, B02.severity, hint, vacancy=vacancy.id)
        for story in sorted(stories):
            serves.setdefault(story, []).append(requirement)
    for story, served in serves.items():
        if len(served) > 1:
            hint = f"Pinned or chosen for {_labels(served)} of {name}: give each its own story."
            yield Finding(B03, B03.severity, hint, story=story, vacancy=vacancy.id)


def _open_tqs(vacancy: Vacancy, answers: dict[str, set[str]], name: str) -> Iterator[Finding]:
    unanswered = [
        requirement
        for requirement in vacancy.requirements
        if requirement.kind is RequirementKind.TQ and requirement.id not in answers
    ]
    if unanswered:
        must = any(requirement.mandatory for requirement in unanswered)
        hint = f"{name}: no story for {_labels(unanswered)}; a panel asks for each."
        severity = Severity.MUST if must else B05.severity
        yield Finding(B05, severity, hint, vacancy=vacancy.id)


def _labels(requirements: Sequence[Requirement]) -> str:
    names = [r.label or shorten(r.text, _TITLE) for r in requirements]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
