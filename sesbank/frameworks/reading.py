"""Turning one framework file into a Framework, or into one clear error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from sesbank.domain.framework import ECQ, Competency, Cue, Framework
from sesbank.domain.later import Later
from sesbank.domain.text import fold, words
from sesbank.frameworks.fields import Fields

GENERIC_WEIGHT = 0.4
"""Weight of a `generic_cues` phrase: a word most executives' stories and questions hold."""

_FRAMEWORK_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN = re.compile(r"[a-z0-9]+(?:[ '][a-z0-9]+)*")
_CODE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def read_framework(fields: Fields, *, shipped: bool = False) -> Framework:
    """Return the framework a parsed file describes.

    Raises InputError naming file and place for anything missing, misspelt or used twice. The
    cues of a shipped one, thousands of them, are read when they are first looked at.
    """
    fields.only("id", "name", "note", "current", "ecq")
    framework_id = fields.text("id")
    if not _FRAMEWORK_ID.fullmatch(framework_id):
        raise fields.error('"id" must be small letters, digits and hyphens, such as "my-agency".')
    framework = Framework(
        id=framework_id,
        name=fields.text("name"),
        note=fields.text("note", ""),
        current=fields.flag("current", default=False),
        ecqs=tuple(_read_ecq(table, shipped=shipped) for table in fields.tables("ecq", "ecq")),
    )
    if not framework.ecqs:
        raise fields.error("it has no [[ecq]]. Add at least one.")
    _refuse_twice(fields, "ECQ code", (ecq.code for ecq in framework.ecqs))
    _refuse_twice(fields, "competency code", (c.code for c in framework.competencies))
    return framework


def shipped_framework(head: Fields, whole: Callable[[], Fields]) -> Framework:
    """Return a shipped framework of which only the head is read yet."""
    return Framework(
        id=head.text("id"),
        name=head.text("name"),
        note=head.text("note", ""),
        ecqs=Later(lambda: tuple(read_framework(whole(), shipped=True).ecqs)),
        current=head.flag("current", default=False),
    )


def _read_ecq(fields: Fields, *, shipped: bool) -> ECQ:
    fields.only(
        "code", "number", "name", "meaning", "aliases", "telling", "cues", "generic_cues",
        "competency",
    )  # fmt: skip
    code = _read_code(fields)
    return ECQ(
        code=code,
        number=fields.number("number"),
        name=fields.text("name"),
        meaning=fields.text("meaning"),
        aliases=fields.lines("aliases"),
        telling=fields.flag("telling", default=True),
        cues=_cues(fields, shipped=shipped),
        competencies=tuple(
            _read_competency(table, code, shipped=shipped)
            for table in fields.tables("competency", "competency")
        ),
    )


def _read_competency(fields: Fields, ecq: str, *, shipped: bool) -> Competency:
    fields.only("code", "name", "meaning", "aliases", "cues", "generic_cues")
    return Competency(
        code=_read_code(fields),
        name=fields.text("name"),
        ecq=ecq,
        meaning=fields.text("meaning"),
        aliases=fields.lines("aliases"),
        cues=_cues(fields, shipped=shipped),
    )


def _read_code(fields: Fields) -> str:
    code = fields.text("code")
    if not _CODE.fullmatch(code):
        raise fields.error('"code" must be letters, digits and hyphens, such as "AR".')
    return code


def _cues(fields: Fields, *, shipped: bool) -> Sequence[Cue]:
    return Later(partial(_read_cues, fields)) if shipped else _read_cues(fields)


def _read_cues(fields: Fields) -> tuple[Cue, ...]:
    telling = [Cue(_plain(phrase)) for phrase in fields.phrases("cues")]
    generic = [Cue(_plain(phrase), GENERIC_WEIGHT) for phrase in fields.phrases("generic_cues")]
    cues = tuple(telling + generic)
    if not all(cue.phrase for cue in cues):
        raise fields.error("a cue has no letters or digits. Remove it.")
    _refuse_twice(fields, "cue", (cue.phrase for cue in cues))
    return cues


def _plain(phrase: str) -> str:
    """Return `phrase` as the words a matcher sees: "Buy-in" becomes "buy in"."""
    if _PLAIN.fullmatch(phrase):
        return phrase
    return " ".join(word.text for word in words(fold(phrase)))


def _refuse_twice(fields: Fields, what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise fields.error(f'the {what} "{value}" is there twice. Keep one.')
        seen.add(value)
