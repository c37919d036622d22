"""Markdown book: stories written to be read, and read back by `markdown_stories`."""

from __future__ import annotations

from collections.abc import Iterable

from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.exchange.ccar_text import part_of
from sesbank.exchange.markdown_lines import escaped, heading_of, title_of
from sesbank.exchange.plain_fields import plain_values

META = {
    "outcome": "Outcome",
    "role": "Role",
    "organisation": "Organization",
    "grade_at_time": "Grade at the time",
    "started": "Started",
    "ended": "Ended",
    "tags": "Tags",
    "status": "Status",
    "unsplit": "Not split yet",
    "mappings": "Mapped to",
    "id": "Id",
}
"""The fields of the list under a title, by what stands before their colon."""

_OURS = frozenset({"id", "unsplit"})
"""Fields that nobody fills in."""

_NOT_IN_FORMS = frozenset({"mappings"})
"""Fields that have ways of their own to be changed."""


def stories_to_markdown(stories: Iterable[Story]) -> str:
    """Return the stories as a story book: a title, a list of facts, and the parts under heads."""
    return "\n".join(_told(story) for story in stories)


def story_to_form(story: Story) -> str:
    """Return one story as `stories_to_markdown` does, with the empty fields to be filled in."""
    return _told(story, empty_too=True)


def _told(story: Story, *, empty_too: bool = False) -> str:
    values = plain_values(story)
    values["tags"] = "; ".join(story.tags)
    kept = {field for field in META if values[field] or (empty_too and field not in _OURS)}
    kept -= _NOT_IN_FORMS if empty_too else frozenset()
    facts = [f"- {name}: {values[field]}" for field, name in META.items() if field in kept]
    shown = [name for name in TOLD_PARTS if empty_too or story.part(name).strip()]
    parts = [f"## {name.title()}\n\n{escaped(story.part(name))}\n" for name in shown]
    return "\n".join([f"# {_heading(story.title)}\n", "\n".join(facts) + "\n", *parts])


def _heading(title: str) -> str:
    safe = title and not part_of(title) and title_of(title) == title
    return title if safe else heading_of(title)
