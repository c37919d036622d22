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

NAMED = (
    "Mandatory Technical Qualifications (MTQs):",
    "TECHNICAL QUALIFICATIONS",
    "In addition to the ECQs, you must address the following Technical Qualifications (TQs):",
    "Professional/Technical Qualifications:",
    "Required Technical Competencies",
    "Position-Specific Technical Requirements:",
    "The technical qualifications for this position are:",
    "You must also show these mandatory technical qualifications:",
    "Agency-Specific Technical Qualifications (ASTQs)",
    "TECHNICAL EXPERTISE",
    "Executive/Technical Competencies:",
    "Technical Qualifications - address each one separately:",
    "Technically qualified means:",
    "You are technically qualified if:",
)
"""Lead-ins that call what follows technical."""

UNNAMED = (
    "Specialized experience must include all of the following:",
    "Qualifying experience must include each of the following:",
    "Quality Ranking Factors:",
    "Quality Ranking Factors: Applicants will be further rated on these factors.",
    "RATING FACTORS",
    "Evaluation Factors:",
    "Evaluation will be based on the following:",
    "Candidates will be evaluated on the following criteria:",
    "Applicants will be rated on the extent to which they show:",
    "As a basic requirement for this position, applicants must demonstrate all of the following:",
    "The ideal candidate will have:",
    "The successful candidate will have:",
    "The successful candidate will demonstrate the following:",
    "We seek an executive with:",
    "We are looking for a leader with:",
    "Applicants must clearly show experience in the following areas:",
    "Your resume must show the following:",
    "To be considered, you must show in your resume:",
    "In your narrative, address each of the following:",
    "The position requires:",
    "This position requires the following knowledge, skills and abilities:",
    "Who we are looking for",
    "What you bring",
    "What you will need",
    "About you",
    "Who you are",
    "What it takes",
    "Is this you?",
    "Selection criteria:",
    "Knowledge, Skills and Abilities (KSAs):",
    "Minimum Qualifications:",
    "Basic qualifications",
    "Essential criteria",
    "Key selection factors:",
    "Experience required:",
    "Required experience and expertise",
    "Candidates for this post need all of these:",
    "Besides the ECQs, the panel will look for:",
    "What counts with us beyond the ECQs:",
    "Competitive candidates offer:",
)
"""Lead-ins that ask for what a technical qualification asks and call it nothing."""

NOT_ASKED = (
    "Duties include:",
    "The incumbent is responsible for:",
    "In this role you will do the following:",
    "What you will do",
    "Responsibilities:",
    "A typical week includes:",
    "Desirable Qualifications:",
    "Preferred qualifications",
    "Nice to have:",
    "It is desirable that candidates have the following:",
    "One year of specialized experience at the GS-15 level is required. It is defined as:",
    "Specialized experience includes:",
    "Examples of qualifying experience may include:",
    "Required Documents:",
    "Conditions of employment:",
    "What we offer:",
    "The Executive Core Qualifications ask for evidence of:",
    "Leadership competencies:",
)
"""Lead-ins to what no technical qualification is."""

STATEMENTS = (
    "Demonstrated experience in directing a national program of dam safety or flood control",
    "Knowledge of the laws and rules that govern rail freight, gained in a public or private body",
    "Ability to negotiate agreements with states, tribes and foreign governments on shared rivers",
    "Expertise in the design and operation of large data centers and their security",
    "Executive-level experience managing a capital program of several hundred million dollars",
    "Proven skill in settling claims of injured workers before courts and boards",
    "Extensive experience leading laboratories that test vaccines for animals or people",
    "Comprehensive knowledge of the financing of ports, bridges and tunnels",
    "Demonstrated ability to bring engineers, auditors and lawyers to one decision",
    "Experience in planning inspections of mines and in acting on what they find",
    "Mastery of the rules of evidence as they apply to hearings on benefits",
    "A record of published research on soils, forests or grassland",
)
DEEDS = (
    "You have led the writing or enforcement of rules for pipelines, tankers or storage tanks",
    "You have built working relationships with growers, shippers and foreign inspectors",
    "You have used data or risk analysis to send inspectors to where they matter most",
    "You have managed a budget of more than fifty million dollars through a lean year",
    "You have represented an agency before a legislature, a court or the press",
    "You understand how grants to states are awarded, watched and closed",
)
PARTICIPLES = (
    "Directing a national program of dam safety or flood control for at least three years",
    "Negotiating agreements with states, tribes and foreign governments on shared rivers",
    "Leading engineers, auditors and lawyers who work in several regions",
    "Serving as an authority on vaccines for animals, as shown by decisions and guidance",
    "Managing a capital program of several hundred million dollars",
    "Advising heads of agencies on the financing of ports, bridges and tunnels",
)
TOPICS = ("Rail Safety", "Grants", "Program Direction", "Water Law", "Data Security", "Research")
PROMPTS = (
    "Describe your experience in directing a national program of dam safety or flood control",
    "Please describe how you have negotiated agreements with states and tribes on shared rivers",
    "Discuss your knowledge of the financing of ports, bridges and tunnels and how you used it",
    "Explain how you brought engineers, auditors and lawyers to one decision",
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
