"""Vacancies as records."""

from __future__ import annotations

import dataclasses

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.records.fields import Fields, Record, SourceError, with_unknown
from sesbank.domain.vacancy import (
    AgencyNote,
    Choice,
    Cue,
    Lesson,
    Requirement,
    RequirementKind,
    SheetMade,
    Vacancy,
)


def vacancy_to_record(vacancy: Vacancy) -> Record:
    """Return a vacancy as a plain dict, every field by its name, unknown ones after them."""
    record: Record = {
        "id": vacancy.id,
        "title": vacancy.title,
        "agency": vacancy.agency,
        "announcement": vacancy.announcement,
        "control": vacancy.control,
        "pay_plan": vacancy.pay_plan,
        "grade": vacancy.grade,
        "opens": vacancy.opens,
        "closes": vacancy.closes,
        "locations": list(vacancy.locations),
        "page_limit": vacancy.page_limit,
        "framework": vacancy.framework,
        "framework_evidence": list(vacancy.framework_evidence),
        "unsure": list(vacancy.unsure),
        "requirements": [_requirement_to_record(r) for r in vacancy.requirements],
        "dropped": [_requirement_to_record(r) for r in vacancy.dropped],
        "lessons": [_flat(lesson) for lesson in vacancy.lessons],
        "notes": [_flat(note) for note in vacancy.notes],
        "questions": list(vacancy.questions),
        "opening": vacancy.opening,
        "interviews": [_interview_to_record(i) for i in vacancy.interviews],
        "pins": [_flat(choice) for choice in vacancy.pins],
        "bans": [_flat(choice) for choice in vacancy.bans],
        "chosen": [_flat(choice) for choice in vacancy.chosen],
        "uses": vacancy.uses,
        "chosen_rules": vacancy.chosen_rules,
        "cues": [_flat(cue) for cue in vacancy.cues],
        "sheets": [_flat(sheet) | {"without": list(sheet.without)} for sheet in vacancy.sheets],
        "rev": vacancy.rev,
        "source": vacancy.source,
    }
    return with_unknown(record, vacancy.extra)


def vacancy_from_record(record: object, place: str = "") -> Vacancy:
    """Return the vacancy of a record; missing fields take their defaults, strings are cleaned.

    A requirement whose text no longer stands at its offsets (a hand edited the source) is found
    again where it stands now. Raises RecordError with the path of the field behind `place`,
    SourceError when a requirement's text stands nowhere in the source.
    """
    fields = Fields(record, place)
    source = fields.text("source")
    return Vacancy(
        id=fields.needed("id"),
        source=source,
        title=fields.line("title"),
        agency=fields.line("agency"),
        announcement=fields.line("announcement"),
        control=fields.line("control"),
        pay_plan=fields.line("pay_plan"),
        grade=fields.line("grade"),
        opens=fields.line("opens"),
        closes=fields.line("closes"),
        locations=fields.lines("locations"),
        page_limit=fields.count("page_limit"),
        framework=fields.line("framework"),
        framework_evidence=fields.texts("framework_evidence"),
        unsure=fields.lines("unsure"),
        requirements=fields.items("requirements", lambda item: _requirement(item, source)),
        dropped=fields.items("dropped", lambda item: _requirement(item, source)),
        lessons=fields.items("lessons", _lesson),
        notes=fields.items("notes", _note),
        questions=fields.texts("questions"),
        opening=fields.text("opening"),
        interviews=fields.items("interviews", _interview),
        uses=fields.count("uses") or 1,
        chosen_rules=fields.line("chosen_rules"),
        **{name: fields.items(name, _choice) for name in ("pins", "bans", "chosen")},
        cues=fields.items("cues", _cue),
        sheets=fields.items("sheets", _sheet, bare="file"),
        rev=fields.count("rev") or 0,
        extra=fields.extra(),
    )


def _flat(value: AgencyNote | Choice | Cue | Lesson | SheetMade) -> Record:
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


def _requirement_to_record(requirement: Requirement) -> Record:
    return {
        "id": requirement.id,
        "kind": requirement.kind.value,
        "label": requirement.label,
        "text": requirement.text,
        "start": requirement.start,
        "end": requirement.end,
        "mandatory": requirement.mandatory,
        "code": requirement.code,
        "sure": requirement.sure,
    }


def _requirement(fields: Fields, source: str) -> Requirement:
    text = fields.text("text")
    start = _place_of(text, source, fields)
    return Requirement(
        id=fields.needed("id"),
        kind=fields.choice("kind", RequirementKind.TQ),
        label=fields.line("label"),
        text=text,
        start=start,
        end=start + len(text),
        mandatory=fields.flag("mandatory", default=True),
        code=fields.line("code"),
        sure=fields.flag("sure", default=True),
    )


def _place_of(text: str, source: str, fields: Fields) -> int:
    start, end = fields.count("start") or 0, fields.count("end") or 0
    if source[start:end] == text:
        return start
    after, before = source.find(text, start), source.rfind(text, 0, start + len(text))
    found = [offset for offset in (after, before) if offset >= 0]
    if not found:
        raise SourceError(fields.place("text"), "does not stand in the source of its vacancy")
    return min(found, key=lambda offset: abs(offset - start))


def _note(fields: Fields) -> AgencyNote:
    return AgencyNote(
        text=fields.text("text"),
        source=fields.line("source"),
        day=fields.line("day"),
    )


def _interview_to_record(interview: Interview) -> Record:
    return {
        "id": interview.id,
        "kind": interview.kind.value,
        "when": interview.when,
        "zone": interview.zone,
        "minutes": interview.minutes,
        "place": interview.place,
        "panel": list(interview.panel),
        "notes": interview.notes,
    }


def _interview(fields: Fields) -> Interview:
    return Interview(
        id=fields.needed("id"),
        kind=fields.choice("kind", InterviewKind.PANEL),
        when=fields.line("when"),
        zone=fields.line("zone"),
        minutes=fields.count("minutes"),
        place=fields.line("place"),
        panel=fields.lines("panel"),
        notes=fields.text("notes"),
    )


def _choice(fields: Fields) -> Choice:
    return Choice(requirement=fields.needed("requirement"), story=fields.needed("story"))


def _lesson(fields: Fields) -> Lesson:
    return Lesson(text=fields.text("text"), kind=fields.needed("kind"))


def _sheet(fields: Fields) -> SheetMade:
    return SheetMade(
        file=fields.needed("file"),
        day=fields.line("day"),
        rules=fields.line("rules"),
        without=fields.lines("without"),
    )


def _cue(fields: Fields) -> Cue:
    return Cue(
        requirement=fields.needed("requirement"),
        story=fields.needed("story"),
        part=fields.needed("part"),
        text=fields.text("text"),
    )
