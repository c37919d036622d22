"""CSV stories: one story a row, in and out, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sesbank.domain.story import TOLD_PARTS, Outcome, Story
from sesbank.errors import InputError
from sesbank.exchange.plain_fields import PLAIN_FIELDS, field_of, plain_record, plain_values
from sesbank.exchange.record_stories import Imported, RecordReader

LONGEST_CELL = 1_000_000
"""Characters of one cell before the reader gives up, as behind a quote that never closes."""

MOST_ROWS = 20_000
"""How many rows of stories one file may hold."""

_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
"""How a cell starts that a spreadsheet may run, marked with apostrophes or not."""


_SIGN_LINE = re.compile(r'"?sep=([,;\t|])"?[ ,;\t]*(?:\r\n?|\n|$)', re.IGNORECASE)
"""The line by which Excel is told what parts the cells."""


def stories_to_csv(stories: Iterable[Story], *, raw: bool = False) -> str:
    """Return the stories with their plain fields, one a row under a header row.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which
    `stories_from_csv` takes off again; not so with `raw`.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(PLAIN_FIELDS)
    for story in stories:
        cells = plain_values(story)
        writer.writerow([cells[name] if raw else _marked(cells[name]) for name in PLAIN_FIELDS])
    return out.getvalue()


def _marked(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unmarked(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def stories_from_csv(text: str, *, new_id: Callable[[], str], framework: str) -> Imported:
    """Read stories from rows under a header row that names the fields, in any order.

    Columns of other names are kept as unknown fields. Raises InputError with the row, counted
    as a spreadsheet counts: the header row is row 1.
    """
    text = text.removeprefix("\ufeff")
    sign = _SIGN_LINE.match(text)  # No spreadsheet shows that line or counts it.
    text = text[sign.end() :] if sign else text
    rows = list(_rows(text, sign[1] if sign else _delimiter(text)))
    names = _names(rows[0][1], [cells for _, cells in rows[1:]]) if rows else []
    if not any(field_of(name) for name in names):
        raise InputError(
            "row 1 names no field of a story; name the columns title, challenge, context, "
            "action, result"
        )
    reader = RecordReader(new_id, framework, "row")
    stories = tuple(
        reader.read(number, plain_record(_cells(names, cells)))
        for number, cells in rows[1:]
        if any(cell.strip() for cell in cells)
    )
    notes = tuple(reader.notes) if stories else ("the file holds no stories",)
    return Imported(stories, notes, frozenset(reader.mapped))


def _cells(names: list[str], cells: list[str]) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(cells):
        named = names[place].strip() if place < len(names) else ""
        yield named or f"column {place + 1}", _unmarked(cell)


def _names(header: list[str], rows: list[list[str]]) -> list[str]:
    """Return the columns' names, where a name alone does not tell what it means."""
    fields = [field_of(name) for name in header]
    names = list(header)
    for place, name in enumerate(header):
        plain = name.strip().casefold()
        if plain == "outcome" and "result" not in fields and not _are_outcomes(rows, place):
            names[place] = "result"
        elif plain == "story" and "title" in fields:
            names[place] = "text"
        elif plain == "story":
            names[place] = "title" if set(fields) & set(TOLD_PARTS) else "text"
    return names


def _are_outcomes(rows: list[list[str]], place: int) -> bool:
    told = {row[place].strip().casefold() for row in rows if len(row) > place}
    return told <= {"", *(outcome.value for outcome in Outcome)}


def _delimiter(text: str) -> str:
    """Return what parts the cells: the sign under which the header names most fields."""
    header = text.split("\n", 1)[0][:10_000]
    return max(",;\t", key=lambda sign: sum(bool(field_of(n.strip('"\r')))
                                            for n in header.split(sign)))  # fmt: skip


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    number = 0
    with _cell_limit():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            for number, cells in enumerate(reader, 1):
                if number > MOST_ROWS + 1:
                    raise InputError(f"row {number}: more than {MOST_ROWS:,} rows; split the file")
                if any("\0" in cell for cell in cells):
                    raise InputError(f"row {number}: holds a NUL character; save it as CSV UTF-8")
                yield number, cells
        except csv.Error as error:
            raise InputError(f"row {number + 1}: {_reason(error)}") from None


@contextmanager
def _cell_limit() -> Iterator[None]:
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _reason(error: csv.Error) -> str:
    reason = str(error)
    if "field larger" in reason:
        return f"a cell is longer than {LONGEST_CELL:,} characters, or its quote is not closed"
    if "unexpected end" in reason:
        return "a quote is not closed"
    return "a quote is closed inside a cell; double the quotes that belong to the text"
