"""Records: stories and vacancies as plain JSON-able dicts, for the bank file and for exchange.

A record keeps every field by its name. What a newer version or a hand added travels in `extra`.
"""

from sesbank.domain.records.entries import (
    entry_to_record,
    vacancy_from_record,
    vacancy_to_record,
)
from sesbank.domain.records.fields import RecordError, SourceError
from sesbank.domain.records.json_text import JsonError, read_json, write_json
from sesbank.domain.records.mended import mended
from sesbank.domain.records.stories import story_from_record, story_to_record

__all__ = [
    "JsonError",
    "RecordError",
    "SourceError",
    "entry_to_record",
    "mended",
    "read_json",
    "story_from_record",
    "story_to_record",
    "vacancy_from_record",
    "vacancy_to_record",
    "write_json",
]
