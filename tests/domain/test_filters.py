"""Search lines read into conditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.filters import FIELDS, holds, read_query
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Status, Story, Telling

STORY = Story(
    "s-1",
    "Cleared the backlog",
    action="I moved 31 people",
    organisation="Rural Programs",
    ended="2022-06",
    mappings=(Mapping("opm-2025", "AR", "innovation"),),
    tags=("Grants",),
    status=Status.READY,
    told=(Telling("Field Operations panel", "2025-01-02"),),
)


def meets(query, story):
    return all(holds(condition, story) for condition in query.conditions)


@pytest.mark.parametrize(
    "line",
    [
        "ecq:AR", "ecq:ar", "ecq:opm-2025/AR", "comp:OPM-2025/innovation", "before:2022-07",
        "comp:innov", "tag:grants", "status:ready", "org:rural", "has:number",
        "has:mapping", "before:2023", "after:2021", 'told:"field operations"', "-ecq:LP", "-tag:x",
    ],
)  # fmt: skip
def test_a_story_meets_the_conditions_that_are_true_of_it(line):
    assert meets(read_query(line), STORY)


@pytest.mark.parametrize(
    "line",
    [
        "ecq:LP",
        "ecq:opm-2006/AR",
        "comp:opm-2025/innov",
        "before:2022-06",
        "tag:grant",
        "status:draft",
        "before:2022",
        "after:2022",
        "has:lesson",
        "-ecq:AR",
    ],
)
def test_a_story_fails_the_conditions_that_are_not(line):
    assert not meets(read_query(line), STORY)


def test_words_and_fields_mix_in_any_order():
    query = read_query("grants tag:x backlog sort:title")
    assert (query.words, query.sort) == ("grants backlog", "title")
    assert [(c.field, c.value) for c in query.conditions] == [("tag", "x")]


@pytest.mark.parametrize(
    "line",
    [
        "sort:sideways",
        "has:wings",
        "status:lost",
        "before:soon",
        "before:2020-02-31",
        "after:2020-13",
        "after:2020-00",
    ],
)
def test_what_a_field_does_not_know_is_named_and_filters_nothing(line):
    query = read_query(line)
    assert len(query.problems) == 1
    assert meets(query, STORY)


def test_an_unknown_field_is_read_as_words():
    assert read_query("re: backlog").words == "re: backlog"


@given(st.text())
def test_no_line_is_refused(line):
    query = read_query(line)
    assert all(condition.field in FIELDS for condition in query.conditions)
    meets(query, STORY)
