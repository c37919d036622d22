"""Naming: what the frameworks at hand are called, for a screen that shows nothing else of them.

The shipped files are long, for their cues, and their form is known: their names are found by the
lines they stand in, in a tenth of the time that reading such a file takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.domain.framework_names import FrameworkNames, Names

if TYPE_CHECKING:
    from sesbank.domain.framework import FrameworkSet

DATA = Path(__file__).parent / "data"
"""The shipped files, each named by the id of what is in it."""

DEFAULT = "opm-2025"
"""Id of the framework in force."""

_TABLE, _CODE, _NAME = "[[", 'code = "', 'name = "'
_ECQ, _COMPETENCY = "[[ecq]]", "[[ecq.competency]]"


def shipped_names() -> Names:
    """Return the names of the shipped frameworks."""
    return Names(DEFAULT, _shipped)


def names_in(loaded: FrameworkSet) -> Names:
    """Return the names of frameworks that are read, such as the person's own."""
    known = {
        framework.id: FrameworkNames(
            framework.name,
            {ecq.code: ecq.name for ecq in framework.ecqs},
            {competency.code: competency.name for competency in framework.competencies},
        )
        for framework in loaded.frameworks
    }
    return Names(loaded.default, known.get)


def _shipped(framework_id: str) -> FrameworkNames | None:
    """Return the names in a shipped file, None where there is none for that id."""
    # A bank may come from anybody: an id in it is compared with names, and never made a path.
    for path in DATA.glob("*.toml"):
        if path.stem == framework_id:
            return _names_in(path.read_text(encoding="utf-8").splitlines())
    return None


def _names_in(lines: Iterable[str]) -> FrameworkNames | None:
    name, table, code = "", "", ""
    names: dict[str, dict[str, str]] = {_ECQ: {}, _COMPETENCY: {}}
    for line in lines:
        if line.startswith(_TABLE):
            table = line
        elif line.startswith(_CODE):
            code = line[len(_CODE) : -1]
        elif line.startswith(_NAME) and table in names:
            names[table][code] = line[len(_NAME) : -1]
        elif line.startswith(_NAME):
            name = line[len(_NAME) : -1]
    return FrameworkNames(name, names[_ECQ], names[_COMPETENCY]) if name else None
