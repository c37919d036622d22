"""Names: what codes, kinds and signs are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.paper import Paper
from sesbank.domain.story import Outcome, Status

if TYPE_CHECKING:
    from sesbank.domain.framework import FrameworkSet

PART_NAMES = {
    "title": "Title",
    "challenge": "Challenge",
    "context": "Context",
    "action": "Action",
    "result": "Result",
    "lesson": "Lesson",
    "mapping": "Mapping",
}

PAPERS = ((Paper.LETTER.value, "Letter"), (Paper.A4.value, "A4"))
"""The paper sizes as a choice offers them: value and name."""

OUTCOME_NAMES = {
    Outcome.SUCCESS: "success",
    Outcome.MIXED: "mixed result",
    Outcome.SETBACK: "setback",
}

STATUS_SIGNS = {
    Status.INBOX: "inbox",
    Status.DRAFT: "…",
    Status.READY: "",
    Status.RETIRED: "retired",
}
"""Beside a story in the list: a word or sign, never colour alone."""

STRENGTH_SIGNS = {Strength.PRIMARY: "●", Strength.SUPPORTING: "○"}
STRENGTH_NAMES = {Strength.PRIMARY: "main", Strength.SUPPORTING: "side"}


def mapping_name(mapping: Mapping, frameworks: FrameworkSet) -> str:
    """Return a mapping in words: "Achieving Results › Operational Mindset"."""
    try:
        framework = frameworks.get(mapping.framework)
    except KeyError:
        return f"{mapping.ecq} {mapping.competency} ({mapping.framework})".replace("  ", " ")
    name = ecq_name(frameworks, mapping.framework, mapping.ecq)
    competencies = {c.code: c.name for c in framework.competencies}
    if not mapping.competency:
        return name
    return f"{name} › {competencies.get(mapping.competency, mapping.competency)}"


def ecq_name(frameworks: FrameworkSet, framework_id: str, code: str) -> str:
    """Return the name of an ECQ, its code where it is not known."""
    try:
        return frameworks.get(framework_id).ecq(code).name
    except KeyError:
        return code


def framework_name(frameworks: FrameworkSet, framework_id: str) -> str:
    """Return the name of a framework, its id where it is not known."""
    try:
        return frameworks.get(framework_id).name
    except KeyError:
        return framework_id
