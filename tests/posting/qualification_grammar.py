"""A grammar of how vacancies lead to, label and state qualifications; what is asked is known.

Each page is put together from a lead-in, labels, statements, what follows and what pasting did to
it, so that what the reader must find is known by construction.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice

from grammar_words import (
    DEEDS,
    NAMED,
    NOT_ASKED,
    PARTICIPLES,
    PROMPTS,
    STATEMENTS,
    TOPICS,
    UNNAMED,
)

LABELS: dict[str, Callable[[int], str]] = {
    "bare": lambda _: "",
    "bullet": lambda _: "• ",
    "dash": lambda _: "- ",
    "figure": lambda n: f"{n}. ",
    "bracket": lambda n: f"({n}) ",
    "letter": lambda n: f"{'abcdef'[n - 1]}) ",
    "capital": lambda n: f"{'ABCDEF'[n - 1]}. ",
    "roman": lambda n: f"{('I', 'II', 'III', 'IV', 'V')[n - 1]}. ",
    "small roman": lambda n: f"{('i', 'ii', 'iii', 'iv', 'v')[n - 1]}. ",
    "MTQ": lambda n: f"MTQ {n}: ",
    "TQ#": lambda n: f"TQ#{n} - ",
    "in full": lambda n: f"Technical Qualification {n}: ",
    "factor": lambda n: f"Factor {n}: ",
    "roman factor": lambda n: f"Factor {('I', 'II', 'III', 'IV', 'V')[n - 1]}: ",
    "criterion": lambda n: f"Criterion {n} - ",
    "element": lambda n: f"Element {n}. ",
}

FOLLOW = {
    "nothing": "",
    "limit": "Each narrative is limited to two pages.",
    "note": "Note: Applicants who do not address every item will not be considered.",
    "failure": "Failure to address these will result in an ineligible rating.",
    "veterans": "Veterans' preference does not apply to the Senior Executive Service.",
    "education": "Education\nThis position has no education requirement.",
}
ASIDES = ("", " (Include the size of the budget and staff.)", "")

BEFORE = """Deputy Director, Office of Waterways
Department of Public Works
Open & closing dates
03/02/2026 to 03/31/2026
Pay scale & grade
ES 00

Duties
Directs the work of six divisions and of the field offices.
Advises the Secretary on waterways and represents the Department abroad.

Qualifications
"""
CORE = """Executive Core Qualifications (ECQs):
ECQ 1 - Leading Change: This core qualification involves the ability to bring about strategic \
change, both within and outside the organization, to meet organizational goals.
ECQ 2 - Leading People: This core qualification involves the ability to lead people toward meeting \
the organization's vision, mission, and goals.

"""
AFTER = """
How You Will Be Evaluated
A panel of executives reads all applications and rates them.
Required Documents
Resume
SF-50, if you are a federal employee
How to Apply
Apply online by 11:59 PM Eastern time on 03/31/2026.
"""


FRAMES = (CORE + "{}", "{}", "{}\n" + CORE)
"""A passage behind the ECQs, with none, before them."""


def _wrapped(text: str) -> str:
    return "\n".join(line for part in text.split("\n") for line in textwrap.wrap(part, 72) or [""])


DAMAGES: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "one line": lambda text: " ".join(text.split()),
    "wrapped": _wrapped,
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=[•(\d-])", "    ", text),
}


@dataclass(frozen=True)
class Variant:
    """A page, what it asks for and how it was made."""

    text: str
    asked: tuple[str, ...]
    lead: str
    label: str
    items: str
    follow: str
    damage: str

    @property
    def named(self) -> bool:
        return self.lead in NAMED


def _page(lead: str, label: str, statements: Sequence[str], follow: str, frame: int) -> str:
    lines = [lead, *(f"{LABELS[label](n)}{said}" for n, said in enumerate(statements, 1))]
    passage = "\n".join(lines) + "\n" + (f"{FOLLOW[follow]}\n" if FOLLOW[follow] else "")
    return BEFORE + FRAMES[frame].format(passage) + AFTER


def _statements(items: str, chance: random.Random) -> list[str]:
    if items == "deeds":
        found = chance.sample(DEEDS, 3)
    elif items == "participles":
        found = chance.sample(PARTICIPLES, 3)
    elif items == "prompts":
        found = chance.sample(PROMPTS, 2)
    else:
        found = chance.sample(STATEMENTS, 3)
    if items == "topics":
        found = [f"{topic}: {s}" for topic, s in zip(chance.sample(TOPICS, 3), found, strict=True)]
    if items == "semicolons":
        return [f"{found[0]};", f"{found[1]}; and", f"{found[2]}."]
    return [f"{said}." for said in found]


ITEMS = ("plain", "topics", "semicolons", "deeds", "participles", "prompts")


def others(seed: int = 1, *, each: int = 6) -> Iterator[Variant]:
    """Yield pages that ask for no technical qualification, though their lists are built so."""
    chance = random.Random(seed)
    shapes = [
        (label, items, damage)
        for label in ("bare", "bullet", "dash", "figure", "letter")
        for items in ("plain", "participles", "semicolons")
        for damage in DAMAGES
    ]
    for lead in NOT_ASKED:
        for label, items, damage in chance.sample(shapes, each):
            made = _variant(lead, label, items, "nothing", damage, chance)
            yield replace(made, asked=())


def _fits(lead: str, label: str, items: str, damage: str) -> bool:
    """Whether a careful reader could tell what such a page asks for."""
    if damage == "one line" and label == "bare" and items in ("deeds", "participles"):
        return False
    if damage == "one line" and lead[-1] not in ".:?" and items in ("deeds", "participles"):
        return False
    if items == "prompts":
        return "narrative" in lead or lead in NAMED[:4]
    deeds = ("Tech", "Who", "What", "About", "Is this", "You are")
    return items != "deeds" or lead.startswith(deeds)


def variants(seed: int = 1, *, each: int = 6) -> Iterator[Variant]:
    """Yield `each` pages for every lead-in, with all labels, items and damages in turn."""
    chance = random.Random(seed)
    shapes = [
        (label, items, damage, follow)
        for label in LABELS
        for items in ITEMS
        for damage in DAMAGES
        for follow in FOLLOW
    ]
    chance.shuffle(shapes)
    turn = cycle(shapes)
    for lead in (*NAMED, *UNNAMED):
        fitting = (s for s in turn if _fits(lead, s[0], s[1], s[2]))
        for label, items, damage, follow in islice(fitting, each):
            yield _variant(lead, label, items, follow, damage, chance)


def _variant(
    lead: str, label: str, items: str, follow: str, damage: str, chance: random.Random
) -> Variant:
    said = _statements(items, chance)
    text = DAMAGES[damage](_page(lead, label, said, follow, chance.randrange(len(FRAMES))))
    asked = tuple(re.sub(r";(?: and)?$", "", one).rstrip(".") for one in said)
    return Variant(text, asked, lead, label, items, follow, damage)
