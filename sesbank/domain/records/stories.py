"""Stories as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sesbank.domain.days import read_day
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.records.fields import Fields, Record, with_unknown
from sesbank.domain.story import Outcome, Status, Story, Telling, Version

if TYPE_CHECKING:
    from sesbank.domain.rehearsal import PartTime, Rehearsal
    from sesbank.domain.retellings import Retelling


def story_to_record(story: Story) -> Record:
    """Return a story as a plain dict, every field by its name, unknown ones after them."""
    record: Record = {
        "id": story.id,
        "title": story.title,
        "challenge": story.challenge,
        "context": story.context,
        "action": story.action,
        "result": story.result,
        "lesson": story.lesson,
        "outcome": story.outcome.value,
        "role": story.role,
        "organisation": story.organisation,
        "grade_at_time": story.grade_at_time,
        "started": story.started,
        "ended": story.ended,
        "figures": [_figure_to_record(figure) for figure in story.figures],
        "mappings": [_mapping_to_record(mapping) for mapping in story.mappings],
        "tags": list(story.tags),
        "status": story.status.value,
        "unsplit": story.unsplit,
        "versions": [_version_to_record(version) for version in story.versions],
        "told": [_telling_to_record(telling) for telling in story.told],
        "rehearsed": [_rehearsal_to_record(rehearsal) for rehearsal in story.rehearsed],
        "retellings": [_retelling_to_record(retelling) for retelling in story.retellings],
        "waived": list(story.waived),
        "rev": story.rev,
    }
    return with_unknown(record, story.extra)


def story_from_record(record: object, place: str = "") -> Story:
    """Return the story of a record; missing fields take their defaults, strings are cleaned.

    Raises RecordError with the path of the field, put behind `place`.
    """
    fields = Fields(record, place)
    return Story(
        id=fields.needed("id"),
        title=fields.line("title"),
        challenge=fields.text("challenge"),
        context=fields.text("context"),
        action=fields.text("action"),
        result=fields.text("result"),
        lesson=fields.text("lesson"),
        outcome=fields.choice("outcome", Outcome.SUCCESS),
        role=fields.line("role"),
        organisation=fields.line("organisation"),
        grade_at_time=fields.line("grade_at_time"),
        started=_day(fields, "started"),
        ended=_day(fields, "ended"),
        figures=fields.items("figures", _figure),
        mappings=fields.items("mappings", _mapping),
        tags=fields.lines("tags"),
        status=fields.choice("status", Status.DRAFT),
        unsplit=fields.flag("unsplit"),
        versions=fields.items("versions", _version),
        told=fields.items("told", _telling),
        rehearsed=fields.items("rehearsed", _rehearsal),
        retellings=fields.items("retellings", _retelling),
        waived=fields.lines("waived"),
        rev=fields.count("rev") or 0,
        extra=fields.extra(),
    )


def _day(fields: Fields, name: str) -> str:
    try:
        return read_day(fields.line(name))
    except ValueError:
        problem = "should be a date such as 2023, 2023-05 or 2023-05-31"
        raise fields.wrong(name, problem) from None


def _figure_to_record(figure: Figure) -> Record:
    return {
        "kind": figure.kind.value,
        "value": figure.value,
        "counts": figure.counts,
        "state": figure.state.value,
        "where": figure.where,
    }


def _figure(fields: Fields) -> Figure:
    return Figure(
        kind=fields.choice("kind", FigureKind.SCOPE),
        value=fields.needed("value"),
        counts=fields.line("counts"),
        state=fields.choice("state", FigureState.MEMORY),
        where=fields.line("where"),
    )


def _mapping_to_record(mapping: Mapping) -> Record:
    return {
        "framework": mapping.framework,
        "ecq": mapping.ecq,
        "competency": mapping.competency,
        "strength": mapping.strength.value,
        "by": mapping.by.value,
    }


def _mapping(fields: Fields) -> Mapping:
    return Mapping(
        framework=fields.needed("framework"),
        ecq=fields.needed("ecq"),
        competency=fields.line("competency"),
        strength=fields.choice("strength", Strength.PRIMARY),
        by=fields.choice("by", MappedBy.PERSON),
    )


def _version_to_record(version: Version) -> Record:
    return {
        "saved": version.saved,
        "reason": version.reason,
        "title": version.title,
        "challenge": version.challenge,
        "context": version.context,
        "action": version.action,
        "result": version.result,
        "lesson": version.lesson,
    }


def _version(fields: Fields) -> Version:
    return Version(
        saved=fields.line("saved"),
        reason=fields.line("reason"),
        title=fields.line("title"),
        challenge=fields.text("challenge"),
        context=fields.text("context"),
        action=fields.text("action"),
        result=fields.text("result"),
        lesson=fields.text("lesson"),
    )


def _telling_to_record(telling: Telling) -> Record:
    return {"panel": telling.panel, "day": telling.day, "question": telling.question}


def _telling(fields: Fields) -> Telling:
    return Telling(
        panel=fields.line("panel"),
        day=fields.line("day"),
        question=fields.text("question"),
    )


def _rehearsal_to_record(rehearsal: Rehearsal) -> Record:
    return {
        "question": rehearsal.question,
        "day": rehearsal.day,
        "seconds": rehearsal.seconds,
        "went": rehearsal.went.value,
        "note": rehearsal.note,
        "parts": [{"part": each.part, "seconds": each.seconds} for each in rehearsal.parts],
    }


def _rehearsal(fields: Fields) -> Rehearsal:
    from sesbank.domain.rehearsal import Rehearsal, Went  # few stories have any

    return Rehearsal(
        question=fields.line("question"),
        day=fields.line("day"),
        seconds=fields.count("seconds") or 0,
        went=fields.choice("went", Went.FAIR),
        note=fields.text("note"),
        parts=fields.items("parts", _part_time),
    )


def _part_time(fields: Fields) -> PartTime:
    from sesbank.domain.rehearsal import PartTime

    return PartTime(part=fields.needed("part"), seconds=fields.count("seconds") or 0)


def _retelling_to_record(retelling: Retelling) -> Record:
    return {
        "length": retelling.length.value,
        "text": retelling.text,
        "source": retelling.source,
        "written": retelling.written,
    }


def _retelling(fields: Fields) -> Retelling:
    from sesbank.domain.retellings import Length, Retelling  # few stories have any

    return Retelling(
        length=fields.choice("length", Length.TWO_MINUTES),
        text=fields.text("text"),
        source=fields.line("source"),
        written=fields.line("written"),
    )
