"""Naming: competencies shown by deeds and in their words, and nothing said against others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sesbank.checks.check import WRITTEN, Spot, Yardstick, check
from sesbank.checks.sources import PANEL_ADVICE, QRB_ADVICE, QRB_READY
from sesbank.domain.findings import Severity
from sesbank.domain.framework import Competency, Framework
from sesbank.domain.sentences import sentences
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import fold, words

_MANY_NAMES = 2
"""Competencies named in one sentence from which on it is a list of names."""

_SAME = 7
"""Words in a row that are nobody's by chance."""

_STEM = 5
"""First letters by which a key word counts as said."""

_LONGEST = 7
"""Words of the longest key word that is looked for."""

_ENOUGH = 0.5
"""Weight of the key words that a story says at least: a telling one, or two that many share."""

_WHOM = (
    r"(?:my |the |our )?(?:predecessor|boss|former (?:boss|director|supervisor|agency|chief)"
    r"|previous (?:director|chief|manager|administration|leadership)|old management"
    r"|senior (?:leadership|management)|supervisor|upper management)"
)
_BLAME = (
    r"(?:incompeten\w+|lazy|toxic|clueless|dysfunctional|mismanag\w+|negligen\w+|had no idea"
    r"|(?:was|were) (?:weak|useless|terrible|hopeless|a bully)|poor (?:leadership|management)"
    r"|bad (?:leadership|management)|did not care|never cared|made a mess|bungled)"
)
_AGAINST = re.compile(
    rf"\b{_WHOM}(?:'s)? (?!to |on |of |about )(?:[a-z]+ ){{0,3}}{_BLAME}\b|\b{_BLAME} {_WHOM}\b",
    re.IGNORECASE,
)
_NAMED = (
    r"\b(?:demonstrat|show|display|exhibit|exercis|us|utiliz|appl)(?:ed|ing)"
    r"\s+(?:my |strong |great )*"
)


@check("A04", Severity.SHOULD, "speaks against others", QRB_ADVICE)
def nothing_against_others(story: Story, _: Yardstick) -> Iterator[Spot]:
    """No complaint about a boss, a predecessor or an agency."""
    for name in TOLD_PARTS:
        for found in _AGAINST.finditer(story.part(name)):
            hint = f"“{found.group()}”: tell what you found, not whose fault it was."
            yield Spot(hint, name, *found.span())


@check("A07", Severity.SHOULD, "competencies named, not shown", QRB_ADVICE)
def shown_not_named(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """No sentence lists competencies, and none says that one was shown."""
    for name in ("action", "result"):
        text = story.part(name)
        for start, end in sentences(text):
            said = _names_in(text[start:end], yardstick.frameworks)
            if said:
                hint = f"Names {said}: tell the deed and let the panel name it."
                yield Spot(hint, name, start, end)


def _names_in(sentence: str, frameworks: tuple[Framework, ...]) -> str:
    for framework in frameworks:
        list_, shown = _name_patterns(
            tuple(c.name for ecq in framework.ecqs for c in ecq.competencies)
        )
        named = dict.fromkeys(found.group().casefold() for found in list_.finditer(sentence))
        if len(named) >= _MANY_NAMES:
            return " and ".join(f"“{each}”" for each in named)
        found = shown.search(sentence)
        if found:
            return f"“{found.group(1)}”"
    return ""


@lru_cache(maxsize=16)
def _name_patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the names of two words and more, and a name that is said to be shown."""
    every = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    long = "|".join(re.escape(each) for each in names if " " in each or "-" in each)
    unit = (
        r"(?! (?:and [\w ]{2,40} )?(?:divisions?|offices?|branch(?:es)?|staff|teams?|centers?"
        r"|data)\b)"
    )
    shown = re.compile(rf"{_NAMED}({every})\b{unit}", re.IGNORECASE)
    return re.compile(rf"\b(?:{long})\b{unit}", re.IGNORECASE), shown


@check("A08", Severity.HINT, "no key word of the competency", PANEL_ADVICE)
def says_key_words(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """A story mapped to a competency says a key word that tells it, or two that others share."""
    if story.words < WRITTEN:
        return
    said = {run for name in TOLD_PARTS for run in _runs_of(story.part(name))}
    for competency in _mapped(story, yardstick.frameworks):
        cues = sorted(competency.cues, key=lambda cue: -cue.weight)
        if cues and sum(cue.weight for cue in cues if _cue(cue.phrase) in said) < _ENOUGH:
            some = ", ".join(f"“{cue.phrase}”" for cue in cues[:3])
            yield Spot(f"Mapped to {competency.name} and says no key word of it, such as {some}.")


def _runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that stand together in a text, up to as many as a key word has."""
    begun = _begun(text)
    for size in range(1, _LONGEST + 1):
        yield from (begun[start : start + size] for start in range(len(begun) - size + 1))


def _begun(text: str) -> tuple[str, ...]:
    """Return the words of a text by their first letters, so that endings do not matter."""
    return tuple(fold(word.text)[:_STEM] for word in words(text))


_cue = lru_cache(maxsize=16_384)(_begun)
"""The same for a key word, of which there are some thousand."""


def _mapped(story: Story, frameworks: tuple[Framework, ...]) -> Iterator[Competency]:
    wanted = {(m.framework, m.ecq, m.competency) for m in story.mappings if m.competency}
    for framework in frameworks:
        for ecq in framework.ecqs:
            for competency in ecq.competencies:
                if (framework.id, ecq.code, competency.code) in wanted:
                    yield competency


@check("A11", Severity.HINT, "repeats a definition", QRB_READY)
def own_words(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """No part says an ECQ's or a competency's meaning word by word."""
    known = _runs(tuple(m for framework in yardstick.frameworks for m in _meanings(framework)))
    for name in TOLD_PARTS:
        text = story.part(name)
        found = list(words(text))
        forms = [fold(word.text) for word in found]
        for place in range(len(forms) - _SAME + 1):
            if tuple(forms[place : place + _SAME]) in known:
                span = found[place].start, found[place + _SAME - 1].end
                yield Spot(
                    "The panel knows the definition: use the room for what you did.", name, *span
                )
                break


def _meanings(framework: Framework) -> Iterator[str]:
    for ecq in framework.ecqs:
        yield ecq.meaning
        yield from (competency.meaning for competency in ecq.competencies)


@lru_cache(maxsize=16)
def _runs(meanings: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return every run of words of some meanings."""
    forms = [[fold(word.text) for word in words(text)] for text in meanings]
    return frozenset(
        tuple(each[start : start + _SAME])
        for each in forms
        for start in range(len(each) - _SAME + 1)
    )


CHECKS = (nothing_against_others, shown_not_named, says_key_words, own_words)
