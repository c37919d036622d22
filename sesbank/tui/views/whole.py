"""Whole: a story to read with everything that belongs to it, its other lengths at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from sesbank.domain.story import Story
from sesbank.tui.plain import joined
from sesbank.tui.views.story import Spans, story_body

if TYPE_CHECKING:
    from sesbank.domain.framework_names import Names


def whole_story(story: Story, spans: Spans, names: Names, *, pace: int, framework: str) -> Content:
    """Return a story to read with the words hit lit, then how it is told in other lengths."""
    body = story_body(story, spans, names, framework)
    if not story.retellings:
        return body
    from sesbank.tui.views.retellings import retelling_blocks

    return joined([body, *retelling_blocks(story, pace)], between="\n\n")
