"""Whole: a story to read with everything that belongs to it, its other lengths at the end."""

from __future__ import annotations

from textual.content import Content

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.story import Story
from sesbank.tui.plain import joined
from sesbank.tui.views.retellings import retelling_blocks
from sesbank.tui.views.story import Spans, story_body


def whole_story(story: Story, spans: Spans, frameworks: FrameworkSet, pace: int) -> Content:
    """Return a story to read with the words hit lit, then how it is told in other lengths."""
    return joined(
        [story_body(story, spans, frameworks), *retelling_blocks(story, pace)], between="\n\n"
    )
