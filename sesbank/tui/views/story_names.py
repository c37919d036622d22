"""Story names: what the codes, kinds and signs of a story are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.page_size import Paper
from sesbank.domain.story import Outcome, Status
from sesbank.tui.views.prompts import LABELS

if TYPE_CHECKING:
    from sesbank.domain.framework_names import Names

PART_NAMES = {
    "title": "Title",
    "challenge": "Challenge",
    "context": "Context",
    "action": "Action",
    "result": "Result",
    "lesson": "Lesson",
    "mapping": "Mapping",
}

_FIELD_NAMES = {
    **PART_NAMES,
    **LABELS,
    "outcome": "Outcome",
    "status": "Status",
    "mappings": "ECQs",
    "figures": "Numbers",
    "retellings": "Other lengths",
    "waived": "Checks set aside",
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


def mapping_name(mapping: Mapping, names: Names) -> str:
    """Return a mapping in words: "Achieving Results › Operational Mindset"."""
    if not names.knows(mapping.framework):
        return f"{mapping.ecq} {mapping.competency} ({mapping.framework})".replace("  ", " ")
    name = names.ecq(mapping.framework, mapping.ecq)
    if not mapping.competency:
        return name
    return f"{name} › {names.competency(mapping.framework, mapping.competency)}"


def fields_named(names: Iterable[str]) -> str:
    """Return fields of a story in words: "Result, Tags"."""
    return ", ".join(_FIELD_NAMES[name] for name in names)
