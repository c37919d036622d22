"""Pointing: a screen names something that stands on another tab, and the app shows it there."""

from __future__ import annotations

from textual.message import Message


class StoriesWanted(Message):
    """Show the stories that a search finds."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line
        """What the search line is to say."""


class StoryWanted(Message):
    """Show a story in the bank."""

    def __init__(self, story: str) -> None:
        super().__init__()
        self.story = story
        """Its id."""


class VacancyWanted(Message):
    """Open a vacancy."""

    def __init__(self, vacancy: str) -> None:
        super().__init__()
        self.vacancy = vacancy
        """Its id."""
