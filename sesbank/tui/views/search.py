"""A search in words: what is looked for, as a person would say it."""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.domain.filters import NEVER, Condition, Query, in_framework
from sesbank.domain.framework import Framework, FrameworkSet

_HAS = {
    "number": "a number",
    "gap": "a gap",
    "lesson": "a lesson",
    "mapping": "a mapping",
    "date": "a date",
}
_SORTED = {
    "best": "best first",
    "new": "newest first",
    "old": "oldest first",
    "title": "by title",
    "ended": "latest first",
    "length": "longest first",
}
_SAID = {
    "tq": "for TQ {}",
    "tag": "tag {}",
    "status": "{}",
    "org": "at {}",
    "before": "ended before {}",
    "after": "ended after {}",
    "told": "told to {}",
}


def crumbs(query: Query, frameworks: FrameworkSet, first: str) -> str:
    """Return a query in words: "ECQ Achieving Results · not tag grants · “backlog”".

    A code of several frameworks is named by the one whose id is `first`.
    """
    said = [_condition(condition, frameworks, first) for condition in query.conditions]
    if query.words:
        said.append(f"“{query.words}”")
    if query.sort:
        said.append(_SORTED[query.sort])
    return " · ".join(said)


def _condition(condition: Condition, frameworks: FrameworkSet, first: str) -> str:
    field, value = condition.field, condition.value
    if field == "ecq":
        text = f"ECQ {_ecq(value, frameworks, first)}"
    elif field == "comp":
        text = f"competency {_competency(value, frameworks, first)}"
    elif field == "has":
        thing = _HAS[value.casefold()]
        return f"without {thing}" if condition.negated else f"with {thing}"
    elif field == "told" and value.casefold() == NEVER:
        return "told before" if condition.negated else "never told"
    else:
        text = _SAID[field].format(value)
    return f"not {text}" if condition.negated else text


def _ecq(value: str, frameworks: FrameworkSet, first: str) -> str:
    framework, code = in_framework(value)
    for place in _meant(framework, frameworks, first):
        for ecq in place.ecqs:
            if ecq.code.casefold() == code.casefold():
                return f"{ecq.name} ({place.name})" if framework else ecq.name
    return value


def _competency(value: str, frameworks: FrameworkSet, first: str) -> str:
    framework, code = in_framework(value)
    for place in _meant(framework, frameworks, first):
        for ecq in place.ecqs:
            for competency in ecq.competencies:
                if competency.code.casefold() == code.casefold():
                    return f"{competency.name} ({place.name})" if framework else competency.name
    return value


def _meant(named: str, frameworks: FrameworkSet, first: str) -> Iterator[Framework]:
    """Yield the frameworks a code may stand in: the one named, else all, one of them first."""
    for framework_id in dict.fromkeys((first, *frameworks.ids)):
        if not named or framework_id.casefold() == named.casefold():
            yield frameworks.get(framework_id)
