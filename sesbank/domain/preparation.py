"""Preparation: what a person keeps for an interview beside the stories, and how it is typed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.text import clean_line, fold
from sesbank.domain.vacancy import AgencyNote, Cue, Vacancy

T = TypeVar("T", bound=str | AgencyNote)

BETWEEN = "|"
"""Parts a fact from its source, and the source from its date."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """Changes to what a vacancy holds for its interview; None leaves a thing as it is."""

    kind: InterviewKind | None = None
    when: str | None = None
    """ISO 8601 as `read_moment` returns it, or empty."""
    zone: str | None = None
    minutes: int | None = None
    """0 takes the length away."""
    place: str | None = None
    panel: tuple[str, ...] | None = None
    opening: str | None = None
    questions: tuple[str, ...] | None = None
    notes: tuple[AgencyNote, ...] | None = None
    adds: bool = False
    """Whether panel, questions and notes are added to those there are. An empty one among them
    takes those that are there away first."""


def prepared(
    vacancy: Vacancy, changes: Preparation, *, day: str, new_id: str, which: str | None = None
) -> Vacancy:
    """Return a vacancy with changes to an interview and to what is prepared for it.

    `which` is the interview's id, empty for a new one. Without it the next one is meant, and one
    that is past keeps its day and kind: a coming day, or another kind, begins a new one.
    `day` is today as YYYY-MM-DD; `new_id` is for an interview that begins.
    """
    present = next_interview(vacancy, day) if which is None else _of_id(vacancy, which)
    if which is None and present is not None and _begins_anew(present, changes, day):
        present = None
    interview = _changed(present or Interview(new_id), changes)
    interviews = vacancy.interviews
    if present is not None:
        interviews = tuple(interview if kept is present else kept for kept in interviews)
    elif interview != Interview(new_id):
        interviews = (*interviews, interview)
    questions = _listed(vacancy.questions, changes.questions, adds=changes.adds)
    notes = _listed(vacancy.notes, changes.notes, adds=changes.adds)
    return vacancy.edit(
        interviews=interviews,
        **_given(opening=changes.opening, questions=questions, notes=notes),
    )


def without_interview(vacancy: Vacancy, which: str) -> Vacancy:
    """Return a vacancy without one of its interviews, by id."""
    return vacancy.edit(interviews=tuple(i for i in vacancy.interviews if i.id != which))


def without_line(vacancy: Vacancy, which: str, words: str) -> Vacancy:
    """Return a vacancy without the panel member, question or fact that these words are in.

    The panel is that of the interview with the id `which`. Raises ValueError where the words are
    in none or in several.
    """
    panel = () if (talk := _of_id(vacancy, which)) is None else talk.panel
    wanted = fold(words)
    lines: list[tuple[str, Any]] = [
        *(("panel", name) for name in panel),
        *(("questions", question) for question in vacancy.questions),
        *(("notes", note) for note in vacancy.notes),
    ]
    found = [line for line in lines if wanted and wanted in fold(_text_of(line[1]))]
    exact = [line for line in found if wanted == fold(_text_of(line[1]))]
    if len(exact or found) != 1:
        count = len(exact or found) or "none"
        raise ValueError(f"{count} of the panel, questions and facts kept hold these words")
    name, line = (exact or found)[0]
    if name != "panel":
        kept = tuple(each for each in getattr(vacancy, name) if each is not line)
        return vacancy.edit(**{name: kept})
    left = Preparation(panel=tuple(member for member in panel if member != line))
    interviews = (_changed(i, left) if i.id == which else i for i in vacancy.interviews)
    return vacancy.edit(interviews=tuple(interviews))


def _text_of(line: str | AgencyNote) -> str:
    return line if isinstance(line, str) else line.text


def _of_id(vacancy: Vacancy, which: str) -> Interview | None:
    return next((talk for talk in vacancy.interviews if talk.id == which), None)


def _begins_anew(present: Interview, changes: Preparation, day: str) -> bool:
    if not present.when or present.when[:10] >= day:
        return False
    return (changes.when or "")[:10] >= day or changes.kind not in (None, present.kind)


def interviews_in_order(vacancy: Vacancy) -> tuple[Interview, ...]:
    """Return the interviews of a vacancy by their time; those without one come last."""
    return tuple(sorted(vacancy.interviews, key=lambda interview: interview.when or "9999"))


def next_interview(vacancy: Vacancy, day: str) -> Interview | None:
    """Return the interview to prepare for: the first from a day on, else the last there was."""
    coming = [i for i in vacancy.interviews if not i.when or i.when[:10] >= day]
    if coming:
        return min(coming, key=lambda interview: interview.when or "9999")
    return max(vacancy.interviews, key=lambda interview: interview.when, default=None)


def with_cue(vacancy: Vacancy, cue: Cue, *, proposed: bool = False) -> Vacancy:
    """Return a vacancy with a line of the sheet reworded; `proposed` forgets the rewording.

    A cue without text leaves that part off the sheet.
    """
    place = (cue.requirement, cue.story, cue.part)
    others = tuple(c for c in vacancy.cues if (c.requirement, c.story, c.part) != place)
    return vacancy.edit(cues=others if proposed else (*others, cue))


def facts_from_lines(text: str) -> tuple[AgencyNote, ...]:
    """Return the facts typed one a line: "fact | source | date"."""
    return tuple(filter(lambda note: note.text, map(fact_from_line, text.splitlines())))


def fact_from_line(line: str) -> AgencyNote:
    """Return a fact from "fact | source | date", the last two where they are given."""
    fact, source, day = [*map(clean_line, line.split(BETWEEN, 2)), "", ""][:3]
    return AgencyNote(fact, source, day)


def facts_to_lines(notes: Iterable[AgencyNote]) -> str:
    """Return facts as they are typed, one a line."""
    lines = [[note.text, note.source, note.day] for note in notes]
    return "\n".join(f" {BETWEEN} ".join(_without_empty_end(parts)) for parts in lines)


def _without_empty_end(parts: list[str]) -> list[str]:
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts


def _changed(interview: Interview, changes: Preparation) -> Interview:
    given = _given(
        kind=changes.kind,
        when=changes.when,
        zone=changes.zone,
        place=changes.place,
        panel=_listed(interview.panel, changes.panel, adds=changes.adds),
    )
    if changes.minutes is not None:
        given["minutes"] = changes.minutes or None
    return dataclasses.replace(interview, **given)


def _listed(there: tuple[T, ...], new: tuple[T, ...] | None, *, adds: bool) -> tuple[T, ...] | None:
    """Return a list as changed: the new one, or added to the one there is."""
    if new is None or not adds:
        return new
    said = tuple(line for line in new if _text_of(line))
    return tuple(dict.fromkeys(said if len(said) < len(new) else (*there, *said)))


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
