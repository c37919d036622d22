from __future__ import annotations

import contextlib
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.records import JsonError, read_json, write_json
from sesbank.domain.records.json_text import DEPTH, LOOKED_THROUGH


@given(st.recursive(st.none() | st.text() | st.integers(), lambda s: st.lists(s)))
def test_what_is_written_reads_back(value: object) -> None:
    assert read_json(write_json(value)) == value


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ('{"a": 1,\n "b": 2,\n "a": 3}', 3, 2, "'a' is there twice"),
        ('[1,\n {"x": NaN}]', 2, 8, "NaN"),
        ("[-Infinity]", 1, 2, "-Infinity"),
        ("[1e400]", 1, 2, "1e400"),
        ("[" + "9" * 5000 + "]", 1, 2, "not a number"),
        ("[" * 100_000, 1, 101, "nested"),
        ('["a"\n "b"]', 2, 2, "expecting"),
        ('{"a": [1, 2', 1, 12, "ends too early"),
        ("", 1, 1, "ends too early"),
        ("[] []", 1, 4, "after the end"),
        ('["a\nb"]', 1, 4, "control character"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_place(
    text: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(JsonError, match=says) as error:
        read_json(text)
    assert (error.value.line, error.value.column) == (line, column)


def test_the_same_name_in_two_objects_is_no_duplicate() -> None:
    assert read_json('[{"a": "a"}, {"a": {"a": 1}}]') == [{"a": "a"}, {"a": {"a": 1}}]


def test_nan_is_not_written() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        write_json([float("nan")])


@given(st.text(alphabet='{}[]",:\\ab1.eEN-+ \n', max_size=40))
def test_any_text_gives_a_value_or_a_json_error(text: str) -> None:
    with contextlib.suppress(JsonError):
        value = read_json(text)
        assert read_json(write_json(value)) == value


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_nesting_is_refused_from_one_depth_on_whether_or_not_it_can_be_read(
    opening: str, closing: str
) -> None:
    for deep, refused in ((DEPTH, False), (DEPTH + 1, True), (3 * DEPTH, True)):
        text = opening * deep + "1" + closing * deep
        with contextlib.ExitStack() as stack:
            if refused:
                stack.enter_context(pytest.raises(JsonError, match=f"more than {DEPTH} deep"))
            assert write_json(read_json(text)).replace(" ", "") == text


@pytest.mark.parametrize(
    ("fault", "says"),
    [('{"x": 1, "x": 2}', "'x' is there twice"), ("NaN", "NaN is not a number")],
)
def test_a_fault_behind_very_much_is_named_without_looking_through_all_of_it(
    fault: str, says: str
) -> None:
    before = '["a", "b"],\n'
    tokens = 6
    lines = LOOKED_THROUGH // tokens + 10
    with pytest.raises(JsonError, match=f"{says}.*behind this place") as error:
        read_json(f"[{before * lines}{fault}]")
    assert error.value.line == LOOKED_THROUGH // tokens + 1
    with pytest.raises(JsonError, match=says) as error:
        read_json(f"[{before * 100}{fault}]")
    assert error.value.line == 101


def test_a_fault_at_the_end_of_much_is_found_without_keeping_all_before_it() -> None:
    record = '{"title": "a", "action": "b"},\n'
    text = f"[{record * 2_000}NaN]"
    tracemalloc.start()
    try:
        with pytest.raises(JsonError) as error:
            read_json(text)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.value.line == 2_001
    assert most < 30 * len(text)
