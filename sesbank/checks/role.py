"""Role: who stands behind the deeds: a leader, in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import Spot, Yardstick, check, first_match
from sesbank.checks.sources import CCAR_COACH, QRB_READY, REJECTIONS, RESUME_TIPS
from sesbank.domain.findings import Severity
from sesbank.domain.sentences import sentences
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import word_count

_ENOUGH = 25
"""Words of an action from which on its verbs tell something."""

_TEAM = re.compile(
    r"(?:The|My|Our) (?:whole |entire )?(?:team|staff|group|crew|office|division|branch)"
    r"\s+(?!(?:feared|doubted|needed|resisted|opposed|lacked|wanted|refused)\b)[a-z]+ed\b"
)
_MINE = re.compile(r"\bI\b|\bme\b|\bunder my\b|\bmyself\b")
_LEADS = re.compile(
    r"\b(?:le[a]?d|direct|decid|establish|secur|negotiat|restructur|reorgani[sz]|creat|launch|found"
    r"|built|build|set|form|merg|split|mov|reassign|assign|delegat|hir|remov|fir|promot|train|coach"
    r"|mentor|persuad|convinc|brought|challeng|chang|stopp|clos|open|cancel|end|cut|approv|sign|order"
    r"|requir|ask|call|conven|brief|testif|chair|command|manag|oversaw|oversee|design|develop"
    r"|introduc|implement|transform|moderni[sz]|consolidat|redirect|reallocat|present|propos|won|gave"
    r"|put|took|made|held|met|wrote|publish|chose|insist|told|pull|start|drove|champion|pilot|shift)"
    r"[a-z]*\b",
    re.IGNORECASE,
)
_STRANGER = re.compile(
    r"\b[Tt]his (?:candidate|applicant|writer|executive|leader|manager|director)\b"
    r"|\b[Tt]he undersigned\b"
    r"|(?:\A|(?<=[.!?]\s))The (?:candidate|applicant) (?!(?:who|whose|that|we)\b)[a-z]+"
)
_TECHNICAL = re.compile(
    r"\b(?:algorithm|server|script|compiler|firmware|kernel|router|subnet|codebase|schema|sql|python"
    r"|java|regression|coefficient|calibrat|spectromet|titrat|assay|reagent|voltage|solder|latency"
    r"|throughput|api|database|query|queries|debug|refactor|encrypt|protocol stack|finite element"
    r"|bandwidth|middleware|virtual machine|container image|source code)\w*\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:team|staff|people|employees?|union|managers?|supervisors?|directors?|board|congress"
    r"|agenc(?:y|ies)|partners?|contractors?|states?|executives?|stakeholders?|leaders?|counsel)\b",
    re.IGNORECASE,
)
_MOST_TECHNICAL = 5


@check("V02", Severity.HINT, "the team acts alone", CCAR_COACH)
def own_part_beside_team(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Where the team did something, the same or the next sentence says what the person did."""
    text = story.action
    spans = list(sentences(text))
    for (start, end), (_next, until) in zip(spans, [*spans[1:], (0, 0)], strict=False):
        found = _TEAM.match(text, start, end)
        if found and not _MINE.search(text, start, max(end, until)):
            hint = f"“{found.group()}”: the credit is fair; say what you did to make it happen."
            yield Spot(hint, "action", *found.span())


@check("V05", Severity.HINT, "no verb of a leader", RESUME_TIPS)
def leads_somewhere(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action has a verb that leads: directed, decided, negotiated, built."""
    if word_count(story.action) >= _ENOUGH and not _LEADS.search(story.action):
        hint = "No verb that leads: what did you direct, decide, negotiate, found?"
        yield Spot(hint, "action")


@check("V06", Severity.SHOULD, "speaks of you as of a stranger", QRB_READY)
def first_person(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The person says “I”, not “the candidate”, nor the own title."""
    for name in TOLD_PARTS:
        text = story.part(name)
        found = first_match(_STRANGER, text) or _own_title(story, text)
        if found:
            said = text[slice(*found)]
            yield Spot(f"“{said}”: if that is you, say “I”.", name, *found)


def _own_title(story: Story, text: str) -> tuple[int, int] | None:
    """Return where a sentence begins with the person's own title and never says “I”."""
    title = story.role.split(",")[0].strip()
    if len(title.split()) < 2:  # a lone “Director” is often somebody else
        return None
    own = re.compile(
        rf"(?:The|As the) {re.escape(title)} (?!(?:who|of|for|and|or)\b)[a-z]+", re.IGNORECASE
    )
    for start, end in sentences(text):
        found = own.match(text, start, end)
        if found and not _MINE.search(text, start, end):
            return found.span()
    return None


@check("L01", Severity.SHOULD, "technique instead of leadership", REJECTIONS)
def leads_people(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action is about people and decisions more than about technique."""
    technical = [found.span() for found in _TECHNICAL.finditer(story.action)]
    people = sum(1 for _ in _PEOPLE.finditer(story.action))
    if len(technical) >= _MOST_TECHNICAL and people < 2:
        hint = f"{len(technical)} technical words, hardly a person: whom did you lead, and to what?"
        yield Spot(hint, "action", *technical[0])


CHECKS = (own_part_beside_team, leads_somewhere, first_person, leads_people)
