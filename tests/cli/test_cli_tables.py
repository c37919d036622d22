"""Tables and paragraphs on a terminal of any width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sesbank.cli.tables import cells, indented, table, wrap
from sesbank.domain.text import clean_line

TEXT = st.text(max_size=60)


@given(TEXT, st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean_line(text).split())


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_a_table_is_as_wide_as_it_may_be_at_most_where_columns_allow(
    rows: list[tuple[str, str]],
) -> None:
    lines = table(rows, 200)
    assert all(cells(line) <= 200 for line in lines)
    assert len(lines) >= len(rows)


def test_wide_characters_count_two_cells_and_marks_none() -> None:
    assert cells("審査") == 4
    assert cells("e\u0301") == 1
    assert table([("審査", "x"), ("ab", "y")], 80) == ["審査  x", "ab    y"]


def test_the_widest_column_gives_way() -> None:
    assert table([("id", "one two three four five six")], 20) == [
        "id  one two three",
        "    four five six",
    ]


def test_a_table_without_rows_has_no_lines() -> None:
    assert table([], 80) == []


def test_a_hanging_indent_is_as_wide_as_the_first() -> None:
    assert indented("one two three", 9, first="- ") == ["- one two", "  three"]
