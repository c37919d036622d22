"""Plain fields: the fields of a story that fit a cell or a line, by all their usual names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean, clean_line
from sesbank.exchange.mapped_texts import mappings_from_text, mappings_to_text

PLAIN_FIELDS = (
    "id",
    "title",
    *TOLD_PARTS,
    "outcome",
    "role",
    "organisation",
    "grade_at_time",
    "started",
    "ended",
    "tags",
    "status",
    "unsplit",
    "mappings",
)

_USUAL_NAMES = {
    "title": "headline story_title",
    "challenge": "challenges problem task",
    "context": "situation background",
    "action": "actions actions_taken",
    "result": "results outcomes impact",
    "lesson": "lessons lesson_learned lessons_learned lessons_learnt",
    "role": "position job job_title",
    "organisation": "organization agency company employer",
    "grade_at_time": "grade grade_at_the_time",
    "started": "start start_date from",
    "ended": "end end_date to until",
    "tags": "tag keywords labels",
    "unsplit": "not_split_yet",
    "mappings": "mapped_to",
    "text": "full_text narrative",
}
_FIELD_OF = {name: field for field, names in _USUAL_NAMES.items() for name in names.split()}
_RESERVED = frozenset(
    {"figures", "versions", "told", "rehearsed", "retellings", "waived", "rev", "extra"}
)
"""Fields of a story that no cell holds; such a name is kept beside as an unknown field."""

_YES = frozenset({"yes", "true", "1", "x"})


def field_of(name: str) -> str:
    """Return the plain field (or "text") that a column or label names, empty for none."""
    plain = re.sub(r"[\s_-]+", "_", name.strip(" \t*_:").casefold())
    plain = _FIELD_OF.get(plain, plain)
    return plain if plain in PLAIN_FIELDS or plain == "text" else ""


def plain_record(cells: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a record of named cells; empty ones are left out, unknown ones keep their names."""
    record: dict[str, Any] = {}
    for name, value in cells:
        if not value.strip():
            continue
        field = field_of(name)
        unread = field == "mappings" and mappings_from_text(value) is None
        if not field or field in record or unread:
            record.setdefault(_unknown(name), clean(value))
        else:
            record[field] = _value(field, value)
    return record


def _unknown(name: str) -> str:
    line = clean_line(name)[:100] or "unnamed"
    return f"given_{line}" if line in _RESERVED or line in PLAIN_FIELDS else line


def _value(field: str, value: str) -> Any:
    if field == "tags":
        return split_tags(value)
    if field == "mappings":
        return mappings_from_text(value)
    if field == "unsplit":
        return value.strip().casefold() in _YES
    return value.strip().casefold() if field in ("outcome", "status") else value


def plain_values(story: Story) -> dict[str, str]:
    """Return the plain fields of a story as texts that `plain_record` reads back equal."""
    values = {name: str(getattr(story, name)) for name in PLAIN_FIELDS}
    return {
        **values,
        "tags": join_tags(story.tags),
        "unsplit": "yes" if story.unsplit else "",
        "mappings": mappings_to_text(story.mappings),
    }


def join_tags(tags: tuple[str, ...]) -> str:
    """Return tags as one text; one a line where a tag holds a semicolon or comma itself."""
    if any(sign in tag for tag in tags for sign in ";,"):
        return "\n".join(tags) + "\n"
    return "; ".join(tags)


def split_tags(text: str) -> list[str]:
    """Return the tags of a text: one a line, or between semicolons or commas."""
    parts = text.split("\n") if "\n" in text else re.split("[;,]", text.strip().strip("[]"))
    return [tag for part in parts if (tag := clean_line(part).strip("\"'"))]
