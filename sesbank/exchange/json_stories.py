"""JSON stories: lists of records in, lists of records out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sesbank.domain.records import JsonError, read_json, story_to_record, write_json
from sesbank.domain.story import Story
from sesbank.errors import InputError
from sesbank.exchange.record_stories import Imported, RecordReader

LARGEST_FILE = 100_000_000
"""Characters of the largest file that is read."""

MOST_RECORDS = 20_000
"""How many records one file may hold."""


def stories_to_json(stories: Iterable[Story]) -> str:
    """Return the stories as a JSON list that `stories_from_json` reads back equal."""
    return write_json([story_to_record(story) for story in stories], indent=2) + "\n"


def stories_from_json(text: str, *, new_id: Callable[[], str], framework: str) -> Imported:
    """Read stories from a JSON list of records, {"stories": [...]}, or one record a line.

    Every field is optional, but some text there must be. A mapping without a framework takes
    `framework`; a story without an id of ours takes a new one. A record with only "text" is cut
    at its CCAR headings, or kept whole in `action` and marked unsplit. Raises InputError with
    the place of what cannot be read.
    """
    if len(text) > LARGEST_FILE:
        raise InputError(f"the file is larger than {LARGEST_FILE // 1_000_000} MB; split it")
    records = _records(text)
    if len(records) > MOST_RECORDS:
        raise InputError(f"the file holds more than {MOST_RECORDS} records; split it")
    reader = RecordReader(new_id, framework)
    stories = tuple(reader.read(number, record) for number, record in enumerate(records, 1))
    return Imported(stories, tuple(reader.notes) if records else ("the file holds no stories",))


def _records(text: str) -> list[object]:
    try:
        value = read_json(text.removeprefix("\ufeff"))
    except JsonError as error:
        lines = _lines(text)
        if lines is None:
            raise InputError(f"this is not JSON that can be read: {error}") from None
        return lines
    if isinstance(value, Mapping) and "stories" in value:
        value = value["stories"]
        if isinstance(value, Mapping):  # A bank file: records by number.
            return list(value.values())
    elif isinstance(value, Mapping):
        return [value]
    if not isinstance(value, list):
        raise InputError('the file should hold a list of stories, or {"stories": [...]}')
    return value


def _lines(text: str) -> list[object] | None:
    """Return the records of a file with one a line, or None when it is none."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) <= 1 or not all(line.lstrip("\ufeff ").startswith("{") for line in lines):
        return None
    if not all(line.rstrip().endswith("}") for line in lines):
        return None
    records: list[object] = []
    for number, line in enumerate(lines, 1):
        try:
            records.append(read_json(line.removeprefix("\ufeff")))
        except JsonError as error:
            raise InputError(f"record {number}, column {error.column}: {error.problem}") from None
    return records
