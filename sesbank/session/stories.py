"""Stories: found, added, saved, mapped, retired."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sesbank.domain.bank import Change
from sesbank.domain.days import in_order, read_day
from sesbank.domain.figures import Figure, FigureKind, find_figures
from sesbank.domain.filters import NOTHING_ASKED, read_query
from sesbank.domain.ids import new_id
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import TOLD_PARTS, Status, Story, Version
from sesbank.domain.text import clean, clean_line, shorten
from sesbank.errors import ChangedMeanwhileError, InputError, NotFoundError
from sesbank.session.opened import Session

if TYPE_CHECKING:
    from sesbank.domain.evidence import EcqGuess
    from sesbank.finding import Found
    from sesbank.session.conflicts import EditConflictError

_LINES = ("title", "role", "organisation", "grade_at_time")
_TITLE_WIDTH = 60


def find(session: Session, line: str = "") -> tuple[Found, ...]:
    """Return the stories a search line asks for, with the words hit; all for an empty line.

    Where neither words nor `sort:` give an order, retired stories stand behind the others.
    """
    asked = NOTHING_ASKED
    if "tq:" in line.casefold():
        from sesbank.session.searches import asked_of

        asked = asked_of(session.bank)
    found = session.finder.find(line, tuple(session.bank.stories.values()), asked)
    query = read_query(line)
    if query.words or query.sort:
        return found
    return tuple(sorted(found, key=lambda each: each.story.status is Status.RETIRED))


def get(session: Session, reference: str) -> Story:
    """Return a story by id, unambiguous start of an id, or title; raises NotFoundError."""
    from sesbank.session.references import resolve

    return resolve(session.bank.stories, reference, "story")


def add(session: Session, *, title: str, **fields: Any) -> Story:
    """Add a story and return it as saved. Raises InputError for a bad date or an empty title."""
    story = _tidied(
        Story(new_id("s", session.now(), session.bank.stories), title=title, **fields),
    )
    _check_order(story)
    session.act(f"add {_quoted(story)}", [Change(None, story)])
    return story


def capture(session: Session, line: str, *, number: str = "", day: str = "") -> Story:
    """Keep one line as a story in the inbox, to be written later, with a number and a date.

    The number is kept as a figure as it is said, from memory. Raises InputError for an empty
    line and for a day that is none.
    """
    text = clean_line(line)
    if not text:
        raise InputError("nothing to capture: write a line first")
    try:
        ended = read_day(day)
    except ValueError as error:
        raise InputError(f"when: {error}") from None
    title = shorten(text, _TITLE_WIDTH)
    figures = tuple(_figures_said(clean_line(number)))
    return add(
        session, title=title, challenge=text, status=Status.INBOX, figures=figures, ended=ended
    )


def _figures_said(text: str) -> Iterable[Figure]:
    """Yield what was given as a number, whole, with the kind of the first number in it."""
    if text:
        first = next(find_figures(text, spelled=True), None)
        yield Figure(first.kind if first else FigureKind.SCOPE, text)


def save(
    session: Session, story: Story, reason: str = "edited", *, base: Story | None = None
) -> Story:
    """Save an edited story, keeping what it said before as a version; return it as saved.

    One that waits in the inbox becomes a draft once it is told in all four parts.

    `base` is what it was edited from. Where the bank holds another state by now, what was changed
    on one side alone is joined. Raises EditConflictError, which carries both states, where both
    changed the same or the story was removed; InputError for a bad date or an empty title.
    """
    from sesbank.session.conflicts import EditConflictError, with_theirs

    present = session.bank.stories.get(story.id)
    if present is None:
        raise EditConflictError(None, story)
    # Undo gives a revision back, so that two states may have the same: what is given counts more.
    if base is None and present.rev == story.rev:
        base = present
    tidy = _tidied(story)
    if base != present:
        tidy = with_theirs(base, tidy, present)
    if tidy.told_since(present):
        tidy = tidy.edit(status=Status.DRAFT)
    if tidy == present:
        return present
    if (tidy.started, tidy.ended) != (present.started, present.ended):
        _check_order(tidy)
    if any(tidy.part(name) != present.part(name) for name in TOLD_PARTS) or (
        tidy.title != present.title
    ):
        tidy = tidy.edit(versions=(*present.versions, _version(session, present, reason)))
    saved = tidy.edit(rev=present.rev + 1)
    try:
        session.act(f"{_VERBS.get(reason, reason)} {_quoted(saved)}", [Change(present, saved)])
    except ChangedMeanwhileError:
        if session.bank.stories.get(story.id) in (None, present):
            raise EditConflictError(session.bank.stories.get(story.id), story) from None
        return save(session, story, reason, base=base)
    return saved


def keep_both(session: Session, conflict: EditConflictError) -> Story:
    """Settle a conflict: keep the edited story as a new one beside the other, and return it."""
    mine = conflict.mine
    if session.bank.stories.get(mine.id) is None:
        return _put_back(session, mine)
    fresh = new_id("s", session.now(), session.bank.stories)
    title = f"{mine.title} (my version)"
    # What was rehearsed stays with the other: twice noted it would count twice.
    copy = _tidied(mine.edit(id=fresh, rev=0, title=title, rehearsed=()))
    session.act(f"keep both of {_quoted(mine)}", [Change(None, copy)])
    return copy


def overwrite(session: Session, conflict: EditConflictError) -> Story:
    """Settle a conflict: put what was edited in the place of the other, which stays a version.

    What only the other changed stays as it is.
    """
    present = session.bank.stories.get(conflict.mine.id)
    if present is None:
        return _put_back(session, conflict.mine)
    return save(session, conflict.over, base=conflict.present)


def remove(session: Session, story_id: str) -> None:
    """Move a story to the trash; undo and the trash bring it back. Raises NotFoundError."""
    story = by_id(session, story_id)
    session.act(f"remove {_quoted(story)}", [Change(story, None)])


def _put_back(session: Session, story: Story) -> Story:
    """Keep an edited story that was removed, with what it was in the trash with."""
    from sesbank.domain.meanwhile import joined

    kept = _tidied(story.edit(rev=max(story.rev, 0)))
    removed = next((t.entry for t in session.store.trash if t.entry.id == story.id), None)
    if isinstance(removed, Story):
        kept = joined(None, kept, removed).story
        before = (*removed.versions, _version(session, removed, "removed"))
        kept = kept.edit(versions=before, rev=max(story.rev, removed.rev) + 1)
    session.act(f"keep {_quoted(kept)}", [Change(None, kept)])
    return kept


_VERBS = {
    "edited": "edit",
    "restored": "restore an earlier state of",
    "mapped": "map",
}


def set_status(session: Session, story_id: str, status: Status) -> Story:
    """Give a story another status and return it as saved."""
    present = by_id(session, story_id)
    saved = present.edit(status=status, rev=present.rev + 1)
    if present.status is status:
        return present
    session.act(f"mark {_quoted(saved)} {status.value}", [Change(present, saved)])
    return saved


def retire(session: Session, story_id: str) -> Story:
    """Keep a story and offer it no longer."""
    return set_status(session, story_id, Status.RETIRED)


def reinstate(session: Session, story_id: str) -> Story:
    """Offer a retired story again."""
    return set_status(session, story_id, status_on_offer(by_id(session, story_id)))


def status_on_offer(story: Story) -> Status:
    """Return the status of a story that is offered again: ready with all four parts, else draft."""
    return Status.DRAFT if story.missing_parts else Status.READY


def map_to(session: Session, story_id: str, mapping: Mapping) -> Story:
    """Map a story to an ECQ; a mapping to the same ECQ and competency is replaced.

    Raises NotFoundError when the framework has no such ECQ or competency, InputError when the
    story stands for as many ECQs as it may.
    """
    check_mapping(session, mapping)
    return save(session, mapped(by_id(session, story_id), mapping), "mapped")


def check_mapping(session: Session, mapping: Mapping) -> None:
    """Raise NotFoundError when the framework has no such ECQ or competency."""
    framework = session.framework_named(mapping.framework)
    try:
        framework.ecq(mapping.ecq)
        if mapping.competency and framework.competency(mapping.competency).ecq != mapping.ecq:
            raise KeyError(mapping.competency)
    except KeyError as error:
        raise NotFoundError(f"{framework.id} has no {error.args[0]!r} there") from None


def mapped(story: Story, mapping: Mapping) -> Story:
    """Return a story with a mapping, in the place of the one to the same ECQ and competency.

    Raises InputError when the story stands for as many ECQs as it may.
    """
    from sesbank.domain.ecq_limits import why_no_room

    reason = why_no_room(story.mappings, mapping)
    if reason:
        raise InputError(f"{_quoted(story)} is not mapped to {mapping.ecq}: {reason}")
    target = (mapping.framework, mapping.ecq, mapping.competency)
    kept = tuple(m for m in story.mappings if (m.framework, m.ecq, m.competency) != target)
    return story.edit(mappings=(*kept, mapping))


def suggestions(
    session: Session, story: Story, framework: str | None = None
) -> tuple[EcqGuess, ...]:
    """Return the ECQs a story seems to show, with the words that say so; nothing is mapped."""
    chosen = session.framework_named(framework) if framework else session.framework
    return session.matcher.suggest(story, chosen.id)


def by_id(session: Session, story_id: str) -> Story:
    """Return a story by its id; raises NotFoundError."""
    story = session.bank.stories.get(story_id)
    if story is None:
        raise NotFoundError(f"no story {story_id!r} in the bank")
    return story


def _tidied(story: Story) -> Story:
    changes: dict[str, Any] = {name: clean_line(getattr(story, name)) for name in _LINES}
    changes |= {name: clean(story.part(name)).strip() for name in TOLD_PARTS}
    changes["tags"] = tuple(dict.fromkeys(filter(None, map(clean_line, story.tags))))
    for name in ("started", "ended"):
        try:
            changes[name] = read_day(getattr(story, name))
        except ValueError as error:
            raise InputError(f"{name}: {error}") from None
    if not changes["title"]:
        raise InputError("a story needs a title: a few words you will know it by")
    return story.edit(**changes)


def _check_order(story: Story) -> None:
    """Raise InputError for a story that ended before it began, as far as both are told."""
    if not in_order(story.started, story.ended):
        raise InputError(f"ended: {story.ended} is before it started, {story.started}")


def _version(session: Session, story: Story, reason: str) -> Version:
    parts = {name: story.part(name) for name in TOLD_PARTS}
    return Version(session.now().isoformat(timespec="seconds"), reason, story.title, **parts)


def _quoted(story: Story) -> str:
    return f"“{shorten(story.title, 40)}”"
