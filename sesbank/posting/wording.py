"""How the definitions of ECQs are worded, for postings that print them without names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

CORE_LABEL = re.compile(
    r"\b(ECQ|Executive Core Qualification)[ \n]?#?[ \n]?(\d)\b[ \n]?[:.)-]*[ \n]?", re.IGNORECASE
)
"""The label of an ECQ that is printed without its name."""

WORDINGS: dict[tuple[str, str], tuple[re.Pattern[str], ...]] = {
    (framework, code): tuple(
        re.compile(phrase.replace(" ", r"\s"), re.IGNORECASE) for phrase in phrases
    )
    for framework, code, phrases in (
        (
            "opm-2025",
            "RL",
            (
                r"knowledge of the American system of government",
                r"uphold(?:s|ing)? the (?:U\.?S\.? )?Constitution and the rule of law",
                r"commitment to uphold(?:ing)? the Constitution",
            ),
        ),
        (
            "opm-2025",
            "DE",
            (
                r"cut(?:ting)? wasteful spending",
                r"process and technolog(?:y|ical) upgrades",
                r"strategically and efficiently manag(?:e|ing) resources",
            ),
        ),
        (
            "opm-2025",
            "MC",
            (
                r"produc(?:e|ing) work that is of exceptional quality",
                r"technical competence to effectively and reliably",
                r"work of exceptional quality",
            ),
        ),
        (
            "opm-2025",
            "LP",
            (
                r"lead and inspire a group",
                r"high[ -]performance, high[ -]accountability culture",
            ),
        ),
        (
            "opm-2025",
            "AR",
            (
                r"achieve both individual and organizational results",
                r"align results to stated goals",
                r"individual and organizational results",
            ),
        ),
        (
            "opm-2006",
            "LC",
            (
                r"bring about strategic change",
                r"establish an organizational vision and to implement it",
            ),
        ),
        (
            "opm-2006",
            "LP",
            (
                r"lead people toward meeting the organization'?s vision",
                r"fosters the development of others, facilitates cooperation",
            ),
        ),
        (
            "opm-2006",
            "RD",
            (
                r"meet organizational goals and customer expectations",
                r"applying technical knowledge, analyzing problems,? and calculating risks",
            ),
        ),
        (
            "opm-2006",
            "BA",
            (r"manage human, financial,? and information resources strategically",),
        ),
        (
            "opm-2006",
            "BC",
            (
                r"build coalitions internally and with other federal agencies",
                r"build coalitions within the organization and with other",
            ),
        ),
    )
}
"""Phrases of OPM's definitions by (framework id, ECQ code)."""

_LABELLED: dict[tuple[str, str], re.Pattern[str]] = {
    key: re.compile(phrase, re.IGNORECASE)
    for key, phrase in {
        ("opm-2025", "RL"): r"\bconstitution\b|american (?:founding|govern\w*)|rule of law",
        ("opm-2025", "DE"): r"\bwaste(?:ful)?\b|budget(?:ary)? discipline|cost[ -]savings?\b",
        (
            "opm-2025",
            "MC",
        ): r"exceptional(?:ly)?[ -](?:high[ -])?quality|high[ -]quality (?:work|perf\w*)",
        ("opm-2025", "LP"): r"\binspir(?:e|es|ing)\b",
        ("opm-2025", "AR"): r"(?:results|outcomes|performance)\b.{0,40}\balign\w*",
        ("opm-2006", "LC"): r"strategic change|organizational vision",
        ("opm-2006", "LP"): r"\b(?:lead|leading) people\b|development of others",
        ("opm-2006", "RD"): r"customer expectations",
        ("opm-2006", "BA"): r"human,? (?:capital,? )?financial,? and information",
        ("opm-2006", "BC"): r"\bcoalitions?\b",
    }.items()
}
"""What an agency's own wording of a definition still says; telling only behind an ECQ's label."""

_RETOLD: dict[str, re.Pattern[str]] = {
    code: re.compile(phrase, re.IGNORECASE)
    for code, phrase in {
        "RL": r"rule of law\b[^\n]{0,80}?\b(?:constitution|american)",
        "DE": r"\bdriv(?:e|ing) efficiency\b|\bwaste(?:ful)?\b[^.\n]{0,80}\b(?:process|technolog)",
        "MC": r"\bmerit and (?:technical )?competence\b"
        r"|\btechnical competence\b[^.\n]{0,60}\b(?:quality|merit|excellence)\b",
        "LP": r"\b(?:lead\w*|led)\b[^.\n]{0,30}\binspir(?:e|es|ed|ing)\b[^.\n]{0,20}"
        r"\b(?:teams?|groups?|people)\b"
        r"|\binspir(?:e|es|ed|ing) and le(?:ad\w*|d) (?:\w+ )?(?:teams?|groups?|people)\b",
        "AR": r"\b(?:individual and )?organizational results\b|\bresults\b[^.\n]{0,30}"
        r"\balign\w*\b[^.\n]{0,30}\bgoals\b",
    }.items()
}
"""How those who sum up a posting retell the ECQs of 2025."""

_CORE = re.compile(
    r"(?i)(?:leading (?:change|people)|achieving results|driving (?:results|efficiency)"
    r"|building coalitions|(?:ability to |experience in )(?:lead(?:ing)? (?:people|change)"
    r"|achiev(?:e|ing) results))\b"
)
"""How items open that are ECQs in all but name, if there are two at least."""
_REACH = 500
_PARTS_KEPT = 256
"""Parts of texts whose meaning is kept: a sentence is asked for more than once."""


def defined_ecq(text: str, start: int, end: int) -> str:
    """Return framework and code of the ECQ a part of a text has words of the definition of."""
    return _defined_ecq(text[start:end])


@lru_cache(maxsize=_PARTS_KEPT)
def _defined_ecq(words: str) -> str:
    return next(
        (
            f"{framework} {code}"
            for (framework, code), phrases in WORDINGS.items()
            if any(phrase.search(words) for phrase in phrases)
        ),
        "",
    )


def retold_ecq(text: str, start: int, end: int) -> str:
    """Return the code of the ECQ of 2025 that a part of a text tells in other words, or nothing."""
    return next((code for code, told in _RETOLD.items() if told.search(text, start, end)), "")


def opens_core(text: str, start: int) -> bool:
    """Whether what an ECQ is about opens a list's item: "Leading people", "Achieving results"."""
    return _CORE.match(text, start) is not None


def tells_ecq(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is about an ECQ: by its definition, retold, or by what opens it."""
    told = defined_ecq(text, start, end) or retold_ecq(text, start, end)
    return bool(told) or opens_core(text, start)


def retold_definitions(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield (framework id, ECQ code, start, end) of the first words that retell each ECQ."""
    for code, told in _RETOLD.items():
        found = told.search(text)
        if found:
            yield "opm-2025", code, *found.span()


def worded_behind_label(text: str, framework: str) -> str:
    """Return the code of the ECQ that a labelled definition in other words is, or nothing."""
    codes = [c for (f, c), told in _LABELLED.items() if f == framework and told.search(text)]
    return codes[0] if len(codes) == 1 else ""


def labelled_definitions(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield (framework id, ECQ code, start, end) of the words that tell behind ECQ labels."""
    labels = list(CORE_LABEL.finditer(text))
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        for (framework, code), words in _LABELLED.items():
            found = words.search(text, label.end(), min(stop, label.end() + _REACH))
            if found:
                yield framework, code, *found.span()
