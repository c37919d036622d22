"""Taking up: a draft that was left goes where its text belongs, and is a draft no more."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import NotFoundError, UsageError
from sesbank.session import stories, vacancies, writing
from sesbank.session.conflicts import EditConflictError
from sesbank.session.draft_forms import base_of, began_from, form_fields, is_posting, saved_as
from sesbank.session.drafts import Draft, drafts, drop_draft
from sesbank.session.form_drafts import form_of_draft, is_form
from sesbank.session.opened import Session


class Otherwise(StrEnum):
    """What is done where the story was changed or removed since its draft was begun."""

    ASK = "ask"
    """Nothing: the conflict is raised."""
    OVER = "over"
    """The draft takes the place of what was saved, which goes into the history."""
    BOTH = "both"
    """The draft becomes a story of its own."""


def draft_named(session: Session, key: str) -> Draft:
    """Return a draft by its key. Raises NotFoundError."""
    draft = next((each for each in drafts(session) if each.key == key), None)
    if draft is None:
        raise NotFoundError(
            f"no draft {shorten(key, 60)!r}: `sesbank drafts` lists those there are"
        )
    return draft


def only_here(draft: Draft) -> None:
    """Raise UsageError for a draft that another program has open."""
    if draft.is_open:
        raise UsageError(f"the draft {draft.key} is open in another sesbank: close it there first")


def form_of(session: Session, draft: Draft) -> str:
    """Return the form of the story that a draft would save, to go on in an editor.

    Raises UsageError for a draft that is a posting, or open in another program.
    """
    only_here(draft)
    return writing.as_form((base_of(session, draft) or Story("", "")).edit(**_fields(draft)))


def save_form(session: Session, draft: Draft, text: str) -> Story:
    """Save what a form of a draft became in an editor, as `save_story` does, and drop the draft.

    What the form has no place for comes from the draft: numbers, mappings, other lengths.
    """
    fields = _fields(draft)
    base = base_of(session, draft)
    if base is None:
        written = writing.read_form(session, text)
        fields |= written
        saved = saved_as(session, fields) or stories.add(session, **fields)
    else:
        story, known = base.edit(**fields), began_from(base)
        saved = writing.save_written(session, story, text, base=known)
    drop_draft(session, draft.key)
    return saved


def save_story(
    session: Session,
    draft: Draft,
    given: Mapping[str, str] | None = None,
    *,
    otherwise: Otherwise = Otherwise.ASK,
) -> Story:
    """Save the story of a draft and return it; then the draft is gone.

    `given` are fields set beside it, by their names. Raises EditConflictError where the story was
    changed meanwhile and nothing is said for it, InputError for a story without a title or a bad
    field; the draft stays then.
    """
    only_here(draft)
    fields = _fields(draft) | writing.read_fields(given or {})
    saved = _saved(session, base_of(session, draft), fields, otherwise)
    drop_draft(session, draft.key)
    return saved


def _fields(draft: Draft) -> dict[str, Any]:
    if is_posting(draft) or is_form(draft):
        what = "of a form" if is_form(draft) else "a posting"
        raise UsageError(f"the draft {draft.key} is {what} and no story: --take saves it")
    return form_fields(draft)


def _saved(
    session: Session, base: Story | None, fields: dict[str, Any], otherwise: Otherwise
) -> Story:
    if base is None:
        # Saved before, and only its draft could not be removed: then it is no second story.
        return saved_as(session, fields) or stories.add(session, **fields)
    try:
        return stories.save(session, base.edit(**fields), base=began_from(base))
    except EditConflictError as conflict:
        if otherwise is Otherwise.OVER:
            return stories.overwrite(session, conflict)
        if otherwise is Otherwise.BOTH:
            return stories.keep_both(session, conflict)
        raise


def save_typed(
    session: Session, draft: Draft, given: Mapping[str, str], *, over: bool = False
) -> Story | Vacancy:
    """Save what was typed into a small form where it belongs, return that; then it is no draft.

    `given` are fields typed beside it, by their names. Raises ChangedMeanwhileError where one was
    saved otherwise meanwhile, unless `over`; NotFoundError where what it was for is gone;
    UsageError for a field the form has not.
    """
    from sesbank.session import form_saving

    only_here(draft)
    saved = form_saving.save(session, form_of_draft(draft), given, over=over)
    drop_draft(session, draft.key)
    return saved


def keep_form_as_line(session: Session, draft: Draft) -> Story:
    """Keep the text of a small form as a story in the inbox, and return it; then it is no draft."""
    from sesbank.session import form_saving

    only_here(draft)
    story = form_saving.keep_as_line(session, form_of_draft(draft))
    drop_draft(session, draft.key)
    return story


def read_posting(session: Session, draft: Draft) -> Vacancy:
    """Return the posting of a draft as read, not kept yet.

    Raises UsageError for a draft of a story, InputError for a text that cannot be read.
    """
    only_here(draft)
    if not is_posting(draft):
        raise UsageError(f"the draft {draft.key} is a story and no posting")
    return vacancies.read(session, draft.fields["posting"])
