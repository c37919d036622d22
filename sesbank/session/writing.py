"""Writing: a story as a text that any editor opens, and its fields set one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sesbank.domain.records import RecordError, story_from_record
from sesbank.domain.story import Story
from sesbank.errors import InputError
from sesbank.session.opened import Session
from sesbank.session.stories import add, save

_WRITTEN = (
    *("title", "challenge", "context", "action", "result", "lesson", "outcome", "role"),
    *("organisation", "grade_at_time", "started", "ended", "tags", "status"),
)
"""The fields a person writes; ids, figures, mappings and versions stay with the story."""


def as_form(story: Story) -> str:
    """Return a story as Markdown with every field a person may fill in, empty ones too."""
    from sesbank.exchange import story_to_form

    return story_to_form(story)


def blank_form(title: str) -> str:
    """Return the form of a story that is still to be written."""
    return as_form(Story("", title))


def add_written(session: Session, text: str) -> Story:
    """Add the one story of a text with headings or labels, and return it as saved.

    Raises InputError when the text has none, several, or a field that cannot be read.
    """
    return add(session, **read_form(session, text))


def read_form(session: Session, text: str) -> dict[str, Any]:
    """Return what an edited form says, by the story's field names; raises as `add_written` does."""
    return _fields(_only(session, text))


def save_written(session: Session, story: Story, text: str, *, base: Story | None) -> Story:
    """Save what an edited form says of a story, and return it as saved.

    What the form has no place for stays: figures, mappings, versions, tellings. What was changed
    since `base`, which the story was edited from, and not here, stays too. Raises InputError as
    `add_written` does, and EditConflictError where both changed the same.
    """
    changes = read_form(session, text)
    if any(changes[part] for part in ("challenge", "context", "result")):
        changes["unsplit"] = False
    return save(session, story.edit(**changes), base=base)


def set_fields(session: Session, story: Story, given: Mapping[str, str]) -> Story:
    """Set fields of a story by name and return it as saved; an empty value clears one.

    Raises InputError for an unknown field or a value that is none.
    """
    return save(session, story.edit(**read_fields(given)), base=story)


def read_fields(given: Mapping[str, str]) -> dict[str, Any]:
    """Return fields of a story from texts by their names. Raises InputError, which names them."""
    from sesbank.exchange.plain_fields import field_of, plain_record

    fields: dict[str, str] = {}
    for name in given:
        field = field_of(name)
        if field not in _WRITTEN:
            raise InputError(f"a story has no field {name!r}: it has {', '.join(_WRITTEN)}")
        if field in fields.values():
            raise InputError(f"{name!r} names the field {field} a second time: give it once")
        fields[name] = field
    try:
        story = story_from_record({"id": "new", "title": "-", **plain_record(given.items())})
    except RecordError as error:
        raise InputError(str(error)) from None
    # An empty value clears its field, but a story is never without a title.
    empty = Story("", "")
    return {
        field: getattr(story if given[name].strip() else empty, field)
        for name, field in fields.items()
    }


def _only(session: Session, text: str) -> Story:
    from sesbank.exchange import stories_from_markdown

    read = stories_from_markdown(text, new_id=lambda: "new", framework=session.framework.id)
    if len(read.stories) != 1:
        count = len(read.stories) or "no"
        raise InputError(f"the text holds {count} stories: give one, under one `# Title` line")
    story = read.stories[0]
    wrong = [name.removeprefix("given_") for name in story.extra if name.startswith("given_")]
    if wrong:
        raise InputError(f"{wrong[0]}: {story.extra['given_' + wrong[0]]!r} cannot be used there")
    return story


def _fields(story: Story) -> dict[str, Any]:
    return {name: getattr(story, name) for name in _WRITTEN}
