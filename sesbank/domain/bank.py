"""Bank: the stories and vacancies of one person, and changes to them as values.

Undo is a stack of (before, after) records that goes through the same path as any edit.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from sesbank.domain.story import Story

if TYPE_CHECKING:
    from sesbank.domain.vacancy import Vacancy

Entry: TypeAlias = "Story | Vacancy"


def mentions(entry: Entry, story_id: str) -> bool:
    """Return whether a record is a story or a vacancy that names it in a choice or a cue."""
    if isinstance(entry, Story):
        return entry.id == story_id
    choices = (*entry.pins, *entry.bans, *entry.chosen)
    return story_id in {each.story for each in choices} | {cue.story for cue in entry.cues}


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it did not exist."""

    before: Entry | None
    after: Entry | None
    trashed: Entry | None = None
    """What the trash held of the record when the change took it out of there."""
    removed: str = ""
    """When that had been removed, as ISO 8601 in UTC."""

    def __post_init__(self) -> None:
        sides = [side for side in (self.before, self.after) if side is not None]
        if not sides or len({(type(side), side.id) for side in sides}) != 1:
            raise ValueError("a change is about one record")

    @property
    def entry(self) -> Entry:
        """The record it is about, as it is afterwards where it still exists."""
        entry = self.after if self.after is not None else self.before
        assert entry is not None  # __post_init__ holds this
        return entry

    def mentions(self, story_id: str) -> bool:
        """Return whether either side is a story or a vacancy that decided something about it."""
        sides = (self.before, self.after, self.trashed)
        return any(mentions(side, story_id) for side in sides if side)

    @property
    def reversed(self) -> Change:
        """The change that takes it back."""
        return Change(self.after, self.before, self.trashed, self.removed)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the person did: changes that are saved, undone and redone together."""

    label: str
    """For the undo notice: 'edit “Cleared the backlog”'."""
    changes: Sequence[Change]

    @property
    def reversed(self) -> Act:
        """The act that takes it back."""
        return Act(self.label, tuple(change.reversed for change in reversed(self.changes)))


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything a person keeps, by id."""

    stories: MappingType[str, Story] = field(default_factory=lambda: MappingProxyType({}))
    vacancies: MappingType[str, Vacancy] = field(default_factory=lambda: MappingProxyType({}))

    def after(self, act: Act) -> Bank:
        """Return the bank with an act carried out.

        Raises ConflictError when a record is not as the act saw it.
        """
        stories, vacancies = dict(self.stories), dict(self.vacancies)
        for change in act.changes:
            table: dict[str, Story] | dict[str, Vacancy]
            table = stories if isinstance(change.entry, Story) else vacancies
            present = table.get(change.entry.id)
            expected = change.before
            if present != expected:
                raise ConflictError(change.entry.id)
            if change.after is None:
                table.pop(change.entry.id, None)
            else:
                table[change.entry.id] = change.after  # type: ignore[assignment]
        return Bank(MappingProxyType(stories), MappingProxyType(vacancies))

    @property
    def offered(self) -> tuple[Story, ...]:
        """The stories that may be proposed, in the order they were made."""
        return tuple(self.stories[key] for key in sorted(self.stories) if self.stories[key].offered)


class ConflictError(Exception):
    """A record changed since it was read. `record` names it by id."""

    def __init__(self, record: str) -> None:
        super().__init__(f"{record} has changed since it was read")
        self.record = record
