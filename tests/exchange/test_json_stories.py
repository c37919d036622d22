from __future__ import annotations

import json
from typing import Any

import pytest
from exchange_makers import STORY, ids
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story, Telling, Version
from sesbank.errors import InputError
from sesbank.exchange import Imported, stories_from_json, stories_to_json

FULL = STORY.edit(
    figures=(Figure(FigureKind.TIME, "41 to 19 days", "wait", FigureState.DOCUMENTED, "IG"),),
    mappings=(Mapping("opm-2025", "AR", "operational-mindset", Strength.SUPPORTING),),
    versions=(Version("2024-01-01T00:00:00Z", "edited", "t", "c", "x", "a", "r", ""),),
    told=(Telling("Panel", "2024-05-01", "Tell us."),),
    rev=4,
    extra={"mood": ["calm"]},
)
PART_ONLY = {"action": "I led."}


def read(text: str) -> Imported:
    return stories_from_json(text, new_id=ids(), framework="opm-2025")


def read_one(record: Any) -> Story:
    (story,) = read(json.dumps([record])).stories
    return story


def test_an_exported_list_reads_back_equal() -> None:
    stories = (FULL, FULL.edit(id="s-1k3c7q9xw-4fzy", title="“Ñ” [/b]"))
    assert read(stories_to_json(stories)) == Imported(stories, ())


def test_an_empty_list_gives_nothing_and_says_so() -> None:
    assert read(stories_to_json([])) == Imported((), ("the file holds no stories",))


@pytest.mark.parametrize(
    "text",
    [
        '[{"action": "I led."}]',
        '{"stories": [{"action": "I led."}]}',
        '{"stories": {"4": {"action": "I led."}}, "_meta": {"1": {}}}',
        '{"action": "I led."}',
        '\ufeff[{"actions": "I led."}]',
    ],
)
def test_stories_are_found_in_every_shape(text: str) -> None:
    assert [story.action for story in read(text).stories] == ["I led."]


def test_a_record_a_line_is_read_too() -> None:
    found = read('{"title": "One"}\n\n{"title": "Two"}\n')
    assert [story.title for story in found.stories] == ["One", "Two"]
    with pytest.raises(InputError, match="record 2, column 17"):
        read('{"title": "One"}\n{"title": "Two}\n'.replace("Two}", 'Two" "x"}'))


def test_a_text_with_headings_is_cut_and_one_without_is_kept_whole() -> None:
    cut, whole = read(
        json.dumps(
            [
                {"text": "Clearing it\nChallenge: Late.\nAction: I led.\nResult: Done."},
                {"text": "I led a team. It was hard."},
            ],
        ),
    ).stories
    assert (cut.title, cut.challenge, cut.action, cut.result) == (
        "Clearing it",
        "Late.",
        "I led.",
        "Done.",
    )
    assert not cut.unsplit
    assert (whole.action, whole.unsplit) == ("I led a team. It was hard.", True)
    assert whole.title == "I led a team."


def test_a_long_beginning_before_the_headings_goes_to_the_context() -> None:
    story = read_one({"title": "T", "text": "As chief.\nI came.\nAction: I led.\nResult: Done."})
    assert story.context == "As chief.\nI came."
    assert story.title == "T"


def test_a_text_beside_its_own_parts_is_not_kept_twice() -> None:
    text = "We were late. I led. All is well."
    parts = {"challenge": "We were late.", "action": "I led.", "result": "All is well."}
    story = read_one({**parts, "text": text})
    assert (story.context, dict(story.extra)) == ("", {})


def test_what_a_text_says_beyond_its_parts_goes_to_the_context() -> None:
    found = read(json.dumps([{"action": "I  led.", "text": "In 2020 we were late. I led."}]))
    (story,) = found.stories
    assert (story.context, story.action) == ("In 2020 we were late.", "I led.".replace(" ", "  "))
    assert found.notes == ("record 1: what its text says beyond its parts is in the context",)


def test_a_text_that_has_nothing_to_do_with_its_parts_is_kept_beside() -> None:
    assert read_one({"action": "I led.", "text": "Another note."}).extra == {
        "text": "Another note.",
    }


def test_an_id_that_is_plain_is_kept_whoever_gave_it() -> None:
    rows = [{"id": name, **PART_ONLY} for name in ("grants-2021", "LP.2", "7")]
    assert [story.id for story in read(json.dumps(rows)).stories] == ["grants-2021", "LP.2", "7"]


def test_an_id_that_is_taken_or_not_plain_is_replaced_and_remembered() -> None:
    found = read(
        json.dumps(
            [
                {"id": FULL.id, **PART_ONLY},
                {"id": FULL.id, **PART_ONLY},
                {"id": "../x", **PART_ONLY},
                {"id": 17, **PART_ONLY},
                {**PART_ONLY},
            ],
        ),
    )
    assert [story.id for story in found.stories] == [FULL.id, "new-1", "new-2", "new-3", "new-4"]
    assert [dict(story.extra) for story in found.stories[2:]] == [
        {"imported_id": "../x"},
        {"imported_id": 17},
        {},
    ]
    assert found.notes == ("record 2: its id stands twice; it was given a new one",)


def test_a_mapping_without_a_framework_takes_the_given_one() -> None:
    mappings = [{"ecq": "AR"}, {"ecq": "LC", "framework": "opm-2006"}]
    story = read_one({**PART_ONLY, "mappings": mappings})
    assert story.mappings == (Mapping("opm-2025", "AR"), Mapping("opm-2006", "LC"))


def test_other_names_of_the_parts_are_understood_but_never_hide_ours() -> None:
    story = read_one({"situation": "S", "task": "T", "actions": "A", "action": "Mine"})
    assert (story.context, story.challenge, story.action) == ("S", "T", "Mine")
    assert story.extra == {"actions": "A"}


def test_text_from_outside_is_cleaned() -> None:
    story = read_one({"title": "a\x1b]52;c;eA==\x07b", "action": "x\ud800\r\ny"})
    assert (story.title, story.action) == ("ab", "x\N{REPLACEMENT CHARACTER}\ny")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, column 1: the text ends too early"),
        ("not json", "line 1, column 1"),
        ('"text"', "should hold a list"),
        ("17", "should hold a list"),
        ('{"stories": 17}', "should hold a list"),
        ("[17]", "record 1: should be a record"),
        ('[{"title": "T"}, {}]', "record 2: has no text"),
        ('[{"tags": ["x"]}]', "record 1: has no text"),
        ('[{"title": "T"}, {"title": 5}]', "record 2, title: should be text, not a number"),
        ('[{"text": ["a"]}]', "record 1, text: should be text"),
        (
            '[{"action": "x", "figures": [{"value": "1", "kind": "gold"}]}]',
            r"record 1, figures\[0\].kind: 'gold' is unknown",
        ),
        ('[{"action": "x", "mappings": ["AR"]}]', r"record 1, mappings\[0\]: should be a record"),
        ('[{"action": "x", "ended": "soon"}]', "record 1, ended: should be a date"),
        ('[{"title": "a",\n"title": "b"}]', "line 2, column 1: the field 'title' is there twice"),
        ('[{"rev": NaN}]', "line 1, column 10: NaN"),
        ('[{"rev": 1e400}]', "line 1, column 10: 1e400"),
        ('[{"rev": ' + "9" * 5000 + "}]", "line 1, column 10: 9{20} is not a number"),
        ('[{"rev": ' + "9" * 50 + "}]", "record 1, rev"),
        ("[" * 100_000, "nested more than"),
        ('[{"action": "x", "a": ' + "[" * 50 + "]" * 50 + "}]", "record 1: a.*nested"),
        ('[{"action": "' + "x" * 200_001 + '"}]', "record 1, action: is longer than 200,000"),
        ("[" + "{}," * 20_000 + "{}]", "more than 20000 records"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as error:
        read(text)
    assert str(error.value).isprintable()
    assert len(str(error.value)) < 300


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["title", "text", "action", "figures", "mappings", "id", "x"]),
                inner,
                max_size=4,
            )
        ),
    ),
)
def test_any_json_gives_stories_that_read_back_or_an_input_error(value: Any) -> None:
    try:
        found = read(json.dumps(value))
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return
    again = read(stories_to_json(found.stories)).stories
    same = [story.edit(id="", extra={}) for story in again]
    assert same == [story.edit(id="", extra={}) for story in found.stories]


def test_a_file_beyond_every_bank_is_refused_before_it_is_read() -> None:
    with pytest.raises(InputError, match="larger than 100 MB"):
        read(" " * 100_000_001)


def test_the_export_of_a_coachs_whole_bank_comes_back_in() -> None:
    many = [FULL.edit(id=f"s-{number}") for number in range(10_000)]
    text = stories_to_json(many)
    assert len(text) > 5_000_000
    assert len(read(text).stories) == 10_000
