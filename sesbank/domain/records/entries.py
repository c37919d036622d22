"""Entries: stories and vacancies alike as records.

What reads and writes vacancies is loaded with the first one: many a bank opens without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sesbank.domain.records.fields import Record
from sesbank.domain.records.stories import story_to_record
from sesbank.domain.story import Story

if TYPE_CHECKING:
    from sesbank.domain.bank import Entry
    from sesbank.domain.vacancy import Vacancy


def entry_to_record(entry: Entry) -> Record:
    """Return a story or a vacancy as a plain dict."""
    return story_to_record(entry) if isinstance(entry, Story) else vacancy_to_record(entry)


def vacancy_to_record(vacancy: Vacancy) -> Record:
    """Return a vacancy as a plain dict, every field by its name, unknown ones after them."""
    from sesbank.domain.records import vacancies

    return vacancies.vacancy_to_record(vacancy)


def vacancy_from_record(record: object, place: str = "") -> Vacancy:
    """Return the vacancy of a record, as `vacancies.vacancy_from_record` does, which see."""
    from sesbank.domain.records import vacancies

    return vacancies.vacancy_from_record(record, place)
