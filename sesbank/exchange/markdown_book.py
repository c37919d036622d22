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
    "organisation": "Organisation",
    "grade_at_time": "Grade at the time",
    "started": "Started",
    "ended": "Ended",
    "tags": "Tags",
    "status": "Status",
    "unsplit": "Not split yet",
    "id": "Id",
}
"""The fields of the list under a title, by what stands before their colon."""


def stories_to_markdown(stories: Iterable[Story]) -> str:
    """Return the stories as a story book: a title, a list of facts, and the parts under heads."""
    return "\n".join(_told(story) for story in stories)


def _told(story: Story) -> str:
    values = plain_values(story)
    values["tags"] = "; ".join(story.tags)
    facts = [f"- {name}: {values[field]}" for field, name in META.items() if values[field]]
    shown = [name for name in TOLD_PARTS if story.part(name).strip()]
    parts = [f"## {name.title()}\n\n{escaped(story.part(name))}\n" for name in shown]
    return "\n".join([f"# {_heading(story.title)}\n", "\n".join(facts) + "\n", *parts])


def _heading(title: str) -> str:
    safe = title and not part_of(title) and title_of(title) == title
    return title if safe else heading_of(title)
