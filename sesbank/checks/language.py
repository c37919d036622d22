"""Language and safety: words a stranger understands, and nothing that may not be said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import Spot, Yardstick, check
from sesbank.checks.sources import OPM_TIPS, OURS, QRB_READY
from sesbank.domain.findings import Severity
from sesbank.domain.story import TOLD_PARTS, Story

_KNOWN = re.compile(
    r"USA?|DC|GS|SES|SL|ST|ES|ECQ|[MP]?TQ|CCAR|QRB|ERB|OPM|MBA|JD|C[EFIO]O|IT|HR"
    r"|[IVX]+|[AP]M|TV|FAQ|PDF|OK"
)
"""Short forms every executive knows, and numerals."""

_ACRONYM = re.compile(r"\b[A-Z][A-Z&]*[A-Z]s?\b(?![-–]\d)")
_MARKING = re.compile(
    r"\b(?:TOP SECRET|NOFORN|CUI|FOUO|SECRET//\w*|LES//\w*|ORCON)\b|//(?:SI|TK)\b"
)
_MOST_ACRONYMS = 5
_NAMES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+|\b(?:Senator|Congressman|Congresswoman) [A-Z][a-z]+"
)
_BELIEFS = re.compile(
    r"\bI (?:have always|strongly|firmly|truly)? ?believed?\b|\bmy (?:philosophy|journey|passion)\b"
    r"|\bI am passionate\b|\bmy (?:personal|political|religious) (?:beliefs?|views?)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b\d{3}-\d{2}-\d{4}\b|\bdate of birth\b|\bI was born\b|\bas an? \d\d[- ]year[- ]old\b",
    re.IGNORECASE,
)
_PARTISAN = re.compile(r"\b(?:Democrats?|Republicans?|Democratic Party|GOP|partisan)\b")
_ELSEWHERE = re.compile(
    r"\b(?:see|refer to) (?:my |the |attached |enclosed )*resume\b"
    r"|\bas (?:described|mentioned|stated|noted) (?:above|earlier|before|in ECQ)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\bTODO\b|\bTBD\b|\bXX+\b|\?\?+|\[(?:\.\.\.|…|insert[^\]]{0,80}|number|date)\]"
)
_REPEATED = re.compile(r"\b(?!(?:had|that)\b)([A-Za-z]{2,}) \1\b", re.IGNORECASE)


@check("A01", Severity.SHOULD, "an acronym nobody spelled out", QRB_READY)
def acronyms_are_spelled_out(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Every acronym stands once in brackets behind its full name."""
    whole = "\n".join(story.part(name) for name in TOLD_PARTS)
    seen: set[str] = set()
    for name in TOLD_PARTS:
        text = story.part(name)
        if text.isupper():
            continue
        for found in _ACRONYM.finditer(text):
            short = found.group().removesuffix("s")
            if short in seen or _KNOWN.fullmatch(short) or _MARKING.match(text, found.start()):
                continue
            seen.add(short)
            if len(seen) <= _MOST_ACRONYMS and not _spelled_out(short, whole):
                yield Spot(f"Spell out {short} at its first use.", name, *found.span())


def _spelled_out(short: str, whole: str) -> bool:
    return f"({short}" in whole or f"{short} (" in whole


@check("A02", Severity.SHOULD, "a person's name", QRB_READY)
def no_names(story: Story, _: Yardstick) -> Iterator[Spot]:
    """People appear by their role."""
    yield from _each(story, _NAMES, "“{}”: name the role, not the person.")


@check("A03", Severity.SHOULD, "a belief where a deed belongs", OPM_TIPS)
def no_beliefs(story: Story, _: Yardstick) -> Iterator[Spot]:
    """No philosophy and no journey."""
    yield from _each(story, _BELIEFS, "“{}”: tell what you did instead.")


@check("A05", Severity.MUST, "personal data", OPM_TIPS)
def no_personal_data(story: Story, _: Yardstick) -> Iterator[Spot]:
    """No numbers of persons, no birth dates, no ages."""
    yield from _each(story, _PERSONAL, "“{}” is personal data: take it out.")


@check("A06", Severity.SHOULD, "party politics", OURS)
def no_politics(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The law or the order carried out is named, no party."""
    yield from _each(story, _PARTISAN, "“{}”: name the law or the order, not the party.")


@check("A09", Severity.SHOULD, "points elsewhere", OPM_TIPS)
def stands_alone(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The story needs nothing beside it."""
    yield from _each(story, _ELSEWHERE, "“{}”: say it here; each story stands alone.")


@check("A10", Severity.MUST, "a security marking", OURS)
def no_markings(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Nothing is marked as classified or controlled."""
    yield from _each(story, _MARKING, "“{}”: may this be told at all? Ask before you do.")


@check("A12", Severity.HINT, "not finished", OURS)
def is_finished(story: Story, _: Yardstick) -> Iterator[Spot]:
    """No gaps to fill and no word twice."""
    yield from _each(story, _UNFINISHED, "“{}” is still to be filled in.")
    yield from _each(story, _REPEATED, "“{}”: one of them is too many.")


def _each(story: Story, pattern: re.Pattern[str], hint: str) -> Iterator[Spot]:
    for name in TOLD_PARTS:
        for found in pattern.finditer(story.part(name)):
            yield Spot(hint.format(found.group()), name, *found.span())


CHECKS = (
    acronyms_are_spelled_out,
    no_names,
    no_beliefs,
    no_personal_data,
    no_politics,
    stands_alone,
    no_markings,
    is_finished,
)
