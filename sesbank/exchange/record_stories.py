"""Record stories: one record of fields, of whatever file, made a story."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sesbank.domain.records import RecordError, story_from_record
from sesbank.domain.sentences import sentences
from sesbank.domain.story import PARTS, TOLD_PARTS, Story
from sesbank.domain.text import shorten
from sesbank.errors import InputError
from sesbank.exchange.whole_text import place_text

LONGEST_FIELD = 200_000
"""Characters of the longest text of one field."""

_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""Ids that may be kept as given, so that people find their stories by the names they know."""

_OTHER_NAMES = {
    "situation": "context",
    "background": "context",
    "task": "challenge",
    "actions": "action",
    "results": "result",
    "outcomes": "result",
    "lessons": "lesson",
    "organization": "organisation",
    "headline": "title",
}


class Imported(NamedTuple):
    """What a file held: the stories, and what the person should know about them."""

    stories: tuple[Story, ...]
    notes: tuple[str, ...]
    """A line each, with the number of the record where it is about one."""
    mapped: frozenset[str] = frozenset()
    """The ids of stories whose file says what they are mapped to, be it nothing."""
    left_out: tuple[Story, ...] = ()
    """What stands before the stories and is none: a title page, a name. Kept on request."""


class RecordReader:
    """Reads record after record, and remembers the ids given and what to tell."""

    def __init__(self, new_id: Callable[[], str], framework: str, noun: str = "record") -> None:
        self._new_id = new_id
        self._framework = framework
        self._noun = noun
        self._taken: set[str] = set()
        self.notes: list[str] = []
        self.mapped: set[str] = set()
        """The ids of the stories whose records say what they are mapped to."""

    def read(self, number: int, record: object) -> Story:
        """Return the story of a record, counted from 1; InputError names it by `noun`."""
        try:
            story = self._story(number, record)
        except RecordError as error:
            sign = "," if error.place else ":"
            raise InputError(f"{self._noun} {number}{sign} {error}") from None
        self._taken.add(story.id)
        if isinstance(record, Mapping) and "mappings" in record:
            self.mapped.add(story.id)
        return story

    def _story(self, number: int, record: object) -> Story:
        if not isinstance(record, Mapping):
            raise RecordError("", "should be a record of fields such as title and action")
        fields = _with_our_names(record)
        text = fields.pop("text", None)
        if text is not None and not isinstance(text, str):
            raise RecordError("text", "should be text")
        _check_lengths({**fields, "text": text})
        self._give_id(number, fields)
        self._give_framework(fields)
        story = story_from_record(fields)
        if text and text.strip():
            story, note = place_text(story, text)
            self.notes += [f"{self._noun} {number}: {note}"] if note else []
        if not any(story.part(part).strip() for part in TOLD_PARTS) and not story.title:
            raise RecordError("", "has no text; give it a title, a part or text")
        return story if story.title else story.edit(title=_title(story))

    def _give_id(self, number: int, fields: dict[str, Any]) -> None:
        given = fields.get("id")
        if isinstance(given, str) and _PLAIN_ID.fullmatch(given) and given not in self._taken:
            return
        if isinstance(given, str) and given in self._taken:
            self.notes.append(f"{self._noun} {number}: its id stands twice; it was given a new one")
        elif isinstance(given, str | int) and given != "":
            fields.setdefault("imported_id", given)
        fields["id"] = self._new_id()

    def _give_framework(self, fields: dict[str, Any]) -> None:
        mappings = fields.get("mappings")
        if isinstance(mappings, list):
            fields["mappings"] = [
                {**mapping, "framework": mapping.get("framework") or self._framework}
                if isinstance(mapping, Mapping)
                else mapping
                for mapping in mappings
            ]


def _with_our_names(record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        _OTHER_NAMES.get(key, key) if _OTHER_NAMES.get(key) not in record else key: value
        for key, value in record.items()
    }


def _check_lengths(fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if isinstance(value, str) and len(value) > LONGEST_FIELD:
            raise RecordError(name[:40], f"is longer than {LONGEST_FIELD:,} characters")


def _title(story: Story) -> str:
    """Return a title for a story without one: the first words it is told with."""
    first = next(text for part in (*PARTS, "lesson") if (text := story.part(part).strip()))
    start, end = next(sentences(first), (0, len(first)))
    return shorten(first[start:end], 60)
