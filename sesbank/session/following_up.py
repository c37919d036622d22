"""Following up: what a panel goes on to ask once a story is told, by what the story lacks."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from sesbank.domain.story import Story
from sesbank.domain.text import fold
from sesbank.frameworks.follow_ups import follow_ups
from sesbank.session import checks
from sesbank.session.opened import Session
from sesbank.session.rehearsing import Due

MOST = 2
"""Follow-up questions to one answer: a panel has nine minutes for each of its five questions."""

_BY_CHECK = {
    "action": ("S04", "S10"),
    "figure": ("S05", "N04", "N06"),
    "own part": ("V01", "V02", "V06"),
    "leading": ("L01", "L03", "L05"),
    "size": ("S03", "N05"),
}
"""By what a story lacks the checks that find it; what else it may lack is looked for here."""

_RESISTANCE = frozenset(
    (
        "people who resist",
        "quarrel between people",
        "saying no to power",
        "old hands and new ways",
        "an angry crowd",
        "carrying out what one opposed",
        "obstacle and staying power",
        "resistance",
    )
)
"""Situations, and the concept, in which somebody or something stands against what is wanted."""


def following_up(
    session: Session, due: Due, story: Story | None, framework: str
) -> tuple[str, ...]:
    """Return what a panel goes on to ask after a question was answered with a story.

    What the story as written lacks comes first; where there is room left, or nothing is lacking,
    one question by the competency that was asked for. The same answer is always followed by the
    same questions.
    """
    shipped = follow_ups()
    lacking = _lacks(session, story) if story is not None else set()
    ways = [each for lack, each in shipped.lacks.items() if lack in lacking]
    competency = _competency(session, due, story, framework)
    ways.append(shipped.competencies.get(competency, shipped.always))
    return tuple(_one(each, due, story) for each in ways[:MOST])


def _one(ways: Sequence[str], due: Due, story: Story | None) -> str:
    """Return one way to ask: by question and story, so that it is not always the first."""
    told = f"{fold(due.question)} {story.id if story else ''}"
    return ways[zlib.crc32(told.encode()) % len(ways)]


def _lacks(session: Session, story: Story) -> set[str]:
    """Return what a story lacks, by the names of the shipped follow-ups."""
    # What was set aside for a story a panel may ask for all the same.
    found = {finding.rule.id for finding in checks.of_story(session, story, waived=True)}
    lacking = {lack for lack, rules in _BY_CHECK.items() if found.intersection(rules)}
    lacking.update(name for name in ("action", "result", "lesson") if not story.part(name).strip())
    if "result" in lacking:
        lacking.discard("figure")  # Of what is not told there is no figure.
    if not _tells_resistance(story):
        lacking.add("resistance")
    return lacking


def _tells_resistance(story: Story) -> bool:
    from sesbank.matching.story_index import content_of, read_parts

    return any(
        hit.phrase.label in _RESISTANCE
        for part in read_parts(content_of(story))
        for hit in (*part.situations, *part.concepts)
    )


def _competency(session: Session, due: Due, story: Story | None, framework: str) -> str:
    """Return the code of the competency that a question probes, else one the story is mapped to."""
    asked = fold(due.question)
    for question in session.frameworks.questions:
        probe = question.probe_in(framework)
        if probe is not None and probe.competency and fold(question.text) == asked:
            return probe.competency
    mapped = story.mapped_in(framework) if story is not None else ()
    return next((m.competency for m in mapped if m.competency and m.ecq == due.ecq), "")
