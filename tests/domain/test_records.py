from __future__ import annotations

import json
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.records import (
    RecordError,
    story_from_record,
    story_to_record,
    vacancy_from_record,
    vacancy_to_record,
)
from sesbank.domain.rehearsal import PartTime, Rehearsal, Went
from sesbank.domain.story import Outcome, Status, Story, Telling, Version
from sesbank.domain.text import clean, clean_line
from sesbank.domain.vacancy import (
    AgencyNote,
    Choice,
    Cue,
    Requirement,
    RequirementKind,
    SheetMade,
    Vacancy,
)

TEXT = st.text(max_size=30).map(clean)
LINE = st.text(max_size=20).map(clean_line)
NAME = LINE.filter(bool)
WHOLE = st.integers(0, 2**53 - 1)
DAY = st.sampled_from(["", "2023", "2023-05", "2023-05-31"])
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.floats(-1e9, 1e9) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINE, inner, max_size=3),
    max_leaves=5,
)


def _extra(known: type[Any]) -> st.SearchStrategy[Any]:
    unknown = LINE.filter(lambda name: name not in known.__dataclass_fields__)
    return st.dictionaries(unknown, JSON, max_size=2).map(MappingProxyType)


def _one(kind: type[StrEnum]) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(kind))


def _tuples(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(of, max_size=2).map(tuple)


STORIES = st.builds(
    Story,
    id=NAME,
    title=LINE,
    challenge=TEXT,
    context=TEXT,
    action=TEXT,
    result=TEXT,
    lesson=TEXT,
    outcome=_one(Outcome),
    role=LINE,
    organisation=LINE,
    grade_at_time=LINE,
    started=DAY,
    ended=DAY,
    figures=_tuples(
        st.builds(Figure, _one(FigureKind), NAME, LINE, _one(FigureState), LINE),
    ),
    mappings=_tuples(st.builds(Mapping, NAME, NAME, LINE, _one(Strength), _one(MappedBy))),
    tags=_tuples(NAME),
    status=_one(Status),
    unsplit=st.booleans(),
    versions=_tuples(st.builds(Version, LINE, LINE, LINE, TEXT, TEXT, TEXT, TEXT, TEXT)),
    told=_tuples(st.builds(Telling, LINE, LINE, TEXT)),
    rehearsed=_tuples(
        st.builds(
            Rehearsal,
            LINE,
            LINE,
            WHOLE,
            st.sampled_from(Went),
            TEXT,
            _tuples(st.builds(PartTime, NAME, WHOLE)),
        )
    ),
    rev=WHOLE,
    extra=_extra(Story),
)


@st.composite
def vacancies(draw: st.DrawFn) -> Vacancy:
    source = draw(TEXT)
    requirements = []
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, len(source)))
        end = draw(st.integers(start, len(source)))
        requirements.append(
            Requirement(
                draw(NAME),
                draw(_one(RequirementKind)),
                draw(LINE),
                source[start:end],
                start,
                end,
                draw(st.booleans()),
                draw(LINE),
                draw(st.booleans()),
            ),
        )
    choices = _tuples(st.builds(Choice, NAME, NAME))
    prose = _tuples(TEXT.filter(str.strip))
    interview = st.builds(
        Interview,
        id=NAME,
        kind=_one(InterviewKind),
        when=LINE,
        zone=LINE,
        minutes=st.none() | WHOLE,
        place=LINE,
        panel=_tuples(NAME),
        notes=TEXT,
    )
    return draw(
        st.builds(
            Vacancy,
            id=NAME,
            source=st.just(source),
            title=LINE,
            agency=LINE,
            announcement=LINE,
            control=LINE,
            pay_plan=LINE,
            grade=LINE,
            opens=LINE,
            closes=LINE,
            locations=_tuples(NAME),
            page_limit=st.none() | WHOLE,
            framework=LINE,
            framework_evidence=prose,
            requirements=st.just(tuple(requirements)),
            notes=_tuples(st.builds(AgencyNote, TEXT, LINE, LINE)),
            questions=prose,
            opening=TEXT,
            interviews=_tuples(interview),
            pins=choices,
            bans=choices,
            chosen=choices,
            uses=st.integers(1, 9),
            cues=_tuples(st.builds(Cue, NAME, NAME, NAME, TEXT)),
            sheets=_tuples(st.builds(SheetMade, NAME, LINE, LINE)),
            rev=WHOLE,
            extra=_extra(Vacancy),
        ),
    )


@given(STORIES)
def test_a_story_comes_back_from_json_as_it_went(story: Story) -> None:
    record = json.loads(json.dumps(story_to_record(story), allow_nan=False))
    assert story_from_record(record) == story


@given(vacancies())
def test_a_vacancy_comes_back_from_json_as_it_went(vacancy: Vacancy) -> None:
    record = json.loads(json.dumps(vacancy_to_record(vacancy), allow_nan=False))
    assert vacancy_from_record(record) == vacancy


def test_every_field_of_a_story_and_a_vacancy_is_in_its_record() -> None:
    story, vacancy = Story(id="s-1", title="T"), Vacancy(id="v-1", source="")
    assert set(story_to_record(story)) == set(Story.__dataclass_fields__) - {"extra"}
    assert set(vacancy_to_record(vacancy)) == set(Vacancy.__dataclass_fields__) - {"extra"}


@given(st.dictionaries(st.sampled_from(["title", "action", "tags", "new"]), JSON), JSON)
def test_any_json_value_gives_a_story_or_a_record_error(fields: dict[str, Any], value: Any) -> None:
    for record in ({"id": "s-1", **fields}, {"id": "s-1", "figures": [value]}, value):
        try:
            story = story_from_record(record)
        except RecordError:
            continue
        assert story_from_record(story_to_record(story)) == story


def test_missing_and_null_fields_take_their_defaults() -> None:
    record = {"id": "s-1", "lesson": None, "figures": None, "unsplit": None, "rev": None}
    assert story_from_record(record) == Story(id="s-1", title="")


def test_unknown_fields_travel_in_extra_and_come_back_out() -> None:
    record = {"id": "s-1", "title": "T", "mood": {"colour": ["blue", 1]}}
    story = story_from_record(record)
    assert story.extra == {"mood": {"colour": ["blue", 1]}}
    assert story_to_record(story)["mood"] == {"colour": ["blue", 1]}


def test_an_unknown_field_is_a_copy_that_the_source_cannot_change() -> None:
    record: dict[str, Any] = {"id": "s-1", "mood": ["calm"]}
    story = story_from_record(record)
    record["mood"].append("cross")
    story_to_record(story)["mood"].append("cross")
    assert story.extra["mood"] == ["calm"]


def test_an_unknown_field_never_hides_a_known_one() -> None:
    story = Story(id="s-1", title="Kept", extra={"title": "other", "mood": 1})
    assert story_to_record(story)["title"] == "Kept"


def test_strings_are_cleaned_and_single_lines_stay_on_one_line() -> None:
    story = story_from_record(
        {
            "id": "s-1",
            "title": "Cleared\x1b[31m the\nbacklog ",
            "action": "I led.\r\nI moved.\x00",
            "tags": [" a\tb ", ""],
            "note\x07": "\ud800",
        },
    )
    assert story.title == "Cleared the backlog"
    assert story.action == "I led.\nI moved."
    assert story.tags == ("a b",)
    assert story.extra == {"note": "\N{REPLACEMENT CHARACTER}"}


def test_enum_values_are_read_in_any_case() -> None:
    assert story_from_record({"id": "s-1", "status": "READY"}).status is Status.READY


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ({}, "id"),
        ({"id": 7}, "id"),
        ({"id": "s-1", "title": ["T"]}, "title"),
        ({"id": "s-1", "figures": {"value": 1}}, "figures"),
        ({"id": "s-1", "figures": ["$4M"]}, "figures[0]"),
        (
            {"id": "s-1", "figures": [{"value": "1"}, {"value": "2", "state": "sure"}]},
            "figures[1].state",
        ),
        ({"id": "s-1", "mappings": [{"ecq": "AR"}]}, "mappings[0].framework"),
        ({"id": "s-1", "tags": ["a", 2]}, "tags[1]"),
        ({"id": "s-1", "rev": 1.5}, "rev"),
        ({"id": "s-1", "rev": True}, "rev"),
        ({"id": "s-1", "rev": -1}, "rev"),
        ({"id": "s-1", "rev": 2**60}, "rev"),
        ({"id": "s-1", "unsplit": "yes"}, "unsplit"),
        ({"id": "s-1", "started": "2023-02-30"}, "started"),
        ({"id": "s-1", "mood": float("nan")}, "mood"),
        ({"id": "s-1", "mood": [{"a": {1, 2}}]}, "mood[0].a"),
        ({"id": "s-1", "mood": 10**400}, "mood"),
        ({"id": "s-1", "mood": {7: "x"}}, "mood"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(record: dict[str, Any], place: str) -> None:
    with pytest.raises(RecordError) as error:
        story_from_record(record)
    assert str(error.value).startswith(f"{place}: ")
    assert "\n" not in str(error.value)


def test_a_place_given_stands_before_the_field() -> None:
    with pytest.raises(RecordError, match=r"^stories 4\.figures\[0\]\.kind: 'gold' is unknown"):
        story_from_record({"id": "s", "figures": [{"value": "1", "kind": "gold"}]}, "stories 4")


def test_nesting_without_end_is_refused() -> None:
    deep: list[Any] = []
    for _ in range(500):
        deep = [deep]
    with pytest.raises(RecordError, match="nested"):
        story_from_record({"id": "s-1", "mood": deep})


def test_a_value_json_cannot_carry_does_not_leave_a_story() -> None:
    with pytest.raises(RecordError, match="mood"):
        story_to_record(Story(id="s-1", title="", extra={"mood": float("inf")}))


def _vacancy_record(source: str, **requirement: Any) -> dict[str, Any]:
    first = {"id": "tq1", "kind": "tq", "label": "MTQ 1", "text": "lead change", **requirement}
    return {"id": "v-1", "source": source, "requirements": [first]}


def test_sheets_kept_as_bare_file_names_are_still_read() -> None:
    vacancy = vacancy_from_record(
        {"id": "v", "sheets": ["old.docx", {"file": "new.docx", "day": "2026-06-02", "rules": "3"}]}
    )
    assert vacancy.sheets == (SheetMade("old.docx"), SheetMade("new.docx", "2026-06-02", "3"))


def test_a_requirement_is_found_again_when_a_hand_edited_the_source() -> None:
    record = _vacancy_record("Now: You will lead change here.", start=9, end=20)
    (requirement,) = vacancy_from_record(record).requirements
    assert (requirement.start, requirement.end) == (14, 25)


def test_the_nearest_of_several_places_is_taken() -> None:
    record = _vacancy_record("lead change, then lead change", start=16, end=27)
    (requirement,) = vacancy_from_record(record).requirements
    assert requirement.start == 18


def test_a_requirement_that_stands_nowhere_in_the_source_is_refused() -> None:
    with pytest.raises(RecordError, match=r"requirements\[0\]\.text: does not stand"):
        vacancy_from_record(_vacancy_record("Something else.", start=0, end=11))


def test_the_source_of_a_vacancy_keeps_its_spaces_and_lines() -> None:
    source = "  Duties:\n\n\t- lead   change\n"
    assert vacancy_from_record({"id": "v-1", "source": source}).source == source


def test_a_rehearsal_kept_before_parts_were_timed_is_still_read() -> None:
    told = {"question": "Why?", "day": "2026-02-01", "seconds": 60, "went": "well"}
    (rehearsal,) = story_from_record({"id": "s", "rehearsed": [told]}).rehearsed
    assert rehearsal == Rehearsal("Why?", "2026-02-01", 60, Went.WELL)
    assert story_from_record({"id": "s"}).rehearsed == ()
