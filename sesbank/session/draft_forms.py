"""Draft forms: what stands in an editor as a draft on the disk, and back into the form."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sesbank.domain.meanwhile import joined
from sesbank.domain.records import RecordError, read_json, story_from_record, story_to_record
from sesbank.domain.retellings import Length
from sesbank.domain.story import TOLD_PARTS, Outcome, Status, Story
from sesbank.domain.text import clean, clean_line
from sesbank.errors import SesbankError
from sesbank.session.drafts import Draft, drafts, drop_draft, keep_draft
from sesbank.session.form_drafts import form_of_draft, is_form
from sesbank.session.opened import Session

LINES = ("title", "role", "organisation", "grade_at_time", "started", "ended")
"""The fields of a story that are one line."""

BESIDE = ("mappings", "figures", "retellings", "waived")
"""What belongs to a story beside its texts and is written with them."""

NEW_STORY, NEW_POSTING = "new-story", "new-posting"
"""How the key of a draft begins that belongs to no record yet."""

_UNKNOWN = -1
"""The revision of a story that is not the one a draft was begun from."""

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}", re.ASCII)
"""Ids of stories that may begin the name of a file."""


def key_for(story: Story | None) -> str:
    """Return the key of an editor's draft: no two editors ever write over each other's."""
    if story is None:
        return fresh_key(NEW_STORY)
    if _KEY.fullmatch(story.id):
        return fresh_key(story.id)
    return fresh_key("story-" + hashlib.sha256(story.id.encode()).hexdigest()[:16])


def fresh_key(kind: str) -> str:
    """Return a key that no draft has."""
    return f"{kind}-{os.urandom(5).hex()}"


class DraftKeeper:
    """Keeps one editor's text on the disk, and writes only what changed."""

    def __init__(self, session: Session, key: str, kept: Draft | None = None) -> None:
        self._session = session
        self.key = kept.key if kept else key
        self._kept = dict(kept.fields) if kept else None
        self._typed = kept.saved if kept else ""
        self.problem = ""
        """Why the text could not be kept, empty when it was."""

    def keep(self, fields: Mapping[str, str], *, anew: bool = False) -> None:
        """Put the text on the disk; one that fails is tried again at the next beat.

        What is there already is left alone, but for `anew`; it was written when it was first kept.
        """
        if fields == self._kept and not anew:
            return
        try:
            typed = self._typed if fields == self._kept else ""
            kept = keep_draft(self._session, self.key, fields, typed=typed)
        except SesbankError as error:
            self.problem = str(error)
        else:
            self._kept, self._typed, self.problem = dict(fields), kept.saved, ""

    def take_up(self) -> None:
        """Make a draft that was offered one's own, so that no other program offers it."""
        if self._kept is not None:
            self.keep(self._kept, anew=True)

    @property
    def holds(self) -> bool:
        """Whether a text is on the disk."""
        return self._kept is not None

    def drop(self) -> None:
        """Remove the draft: its text is saved or not wanted."""
        if self._kept is None:
            return
        try:
            drop_draft(self._session, self.key)
        except SesbankError as error:
            # It is offered again at the next start, or found equal to what was saved.
            self.problem = str(error)
        self._kept = None


def draft_fields(story: Story, base: Story | None) -> dict[str, str]:
    """Return a story as it stands in the form, as the texts of a draft.

    `base` is what it was begun from, None for a new one: with it a later start can tell what was
    changed here from what was changed in the bank.
    """
    fields = {name: str(getattr(story, name)) for name in (*LINES, *TOLD_PARTS)}
    fields["tags"] = ", ".join(story.tags)
    fields["outcome"], fields["status"] = story.outcome.value, story.status.value
    record = story_to_record(story)
    fields |= {name: json.dumps(record[name]) for name in BESIDE}
    fields["story"], fields["rev"] = (base.id, str(base.rev)) if base else ("", "")
    known = began_from(base)
    # Earlier states need no comparing, and would be written at every beat.
    fields["base"] = json.dumps(story_to_record(known.edit(versions=()))) if known else ""
    return fields


def began_from(base: Story | None) -> Story | None:
    """Return what a text was begun from, None where that is not known."""
    return base if base is not None and base.rev != _UNKNOWN else None


def form_fields(draft: Draft) -> dict[str, Any]:
    """Return what a draft holds, by the story's field names."""
    values: dict[str, Any] = {n: draft.fields.get(n, "") for n in (*LINES, *TOLD_PARTS)}
    tags = draft.fields.get("tags", "").split(",")
    values["tags"] = tuple(tag.strip() for tag in tags if tag.strip())
    values["outcome"] = _one_of(Outcome, draft.fields.get("outcome", ""), Outcome.SUCCESS)
    values["status"] = _one_of(Status, draft.fields.get("status", ""), Status.DRAFT)
    return values | {name: _beside(draft, name) for name in BESIDE}


def base_of(session: Session, draft: Draft) -> Story | None:
    """Return the story a draft was begun from, None for a new one.

    An earlier sesbank kept of it the revision alone: where the bank has another one by now, the
    story comes with a revision that none has, so that saving what differs is a conflict that asks.
    """
    story_id = draft.fields.get("story", "")
    if not story_id:
        return None
    present = session.bank.stories.get(story_id) or Story(story_id, "", rev=_UNKNOWN)
    kept = _base_kept(draft, story_id)
    if kept is not None:
        return present if kept == present.edit(versions=()) else kept
    if str(present.rev) == draft.fields.get("rev", ""):
        return present
    return present.edit(rev=_UNKNOWN)


def _base_kept(draft: Draft, story_id: str) -> Story | None:
    try:
        base = story_from_record(read_json(draft.fields.get("base", "")))
    except (ValueError, RecordError):
        return None
    return base if base.id == story_id else None


def waiting(session: Session) -> Iterator[Draft]:
    """Yield the drafts to offer, the latest first; one that says what is saved is dropped.

    What another program has open is its own: it is neither offered nor dropped.
    """
    for draft in drafts(session):
        if draft.is_open:
            continue
        if _is_saved(session, draft):
            DraftKeeper(session, "", draft).drop()
        else:
            yield draft


def open_elsewhere(session: Session) -> tuple[Draft, ...]:
    """Return the drafts that another program has open."""
    return tuple(draft for draft in drafts(session) if draft.is_open)


def only_retold(session: Session, draft: Draft) -> Length | None:
    """Return the length written last, where a draft has nothing new but other lengths."""
    fields, base = form_fields(draft), base_of(session, draft) or Story("", "")
    if any(fields[name] != getattr(base, name) for name in (*LINES, *TOLD_PARTS, "tags")):
        return None
    written = [told for told in fields["retellings"] if told not in base.retellings]
    return max(written, key=lambda told: told.written).length if written else None


def is_of(draft: Draft, story: Story) -> bool:
    """Return whether a draft is of a story."""
    return draft.fields.get("story") == story.id and not is_form(draft)


def is_posting(draft: Draft) -> bool:
    """Return whether a draft is a pasted posting, not a story."""
    return "posting" in draft.fields


def _is_saved(session: Session, draft: Draft) -> bool:
    """Return whether nothing of a draft would be lost without it."""
    if is_form(draft):
        from sesbank.session import form_saving

        return form_saving.is_saved(session, form_of_draft(draft))
    if is_posting(draft):
        text = clean(draft.fields["posting"]).strip()
        return not text or any(v.source.strip() == text for v in session.bank.vacancies.values())
    values = _tidied(form_fields(draft))
    story_id = draft.fields.get("story", "")
    if story_id:
        saved = session.bank.stories.get(story_id)
        if saved is None:
            return False
        found = joined(began_from(base_of(session, draft)), saved.edit(**values), saved)
        return found.story == saved and not found.both
    if not any(values[name] for name in (*LINES, *TOLD_PARTS, "tags", "figures", "retellings")):
        return True
    return saved_as(session, values) is not None


def saved_as(session: Session, fields: Mapping[str, Any]) -> Story | None:
    """Return the story of the bank that says the same as a new one would, None for none."""
    values = _tidied(dict(fields))
    stories = session.bank.stories.values()
    return next((story for story in stories if _of(story) == values), None)


def _of(story: Story) -> dict[str, Any]:
    names = (*LINES, *TOLD_PARTS, "tags", "outcome", "status", *BESIDE)
    return _tidied({name: getattr(story, name) for name in names})


def _tidied(values: dict[str, Any]) -> dict[str, Any]:
    tidy = dict(values)
    tidy |= {name: clean_line(values[name]) for name in LINES}
    tidy |= {name: clean(values[name]).strip() for name in TOLD_PARTS}
    return tidy


def _one_of(kind: Any, value: str, otherwise: Any) -> Any:
    return kind(value) if value in {each.value for each in kind} else otherwise


def _beside(draft: Draft, name: str) -> tuple[Any, ...]:
    try:
        given = read_json(draft.fields.get(name, "[]"))
        story = story_from_record({"id": "s", "title": "t", name: given})
    except (ValueError, RecordError):
        return ()
    return tuple(getattr(story, name))
