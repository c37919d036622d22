"""Vacancies: read from a pasted posting, mended, kept, matched, and decided on."""

from __future__ import annotations

from collections.abc import Iterable

from sesbank.domain import mending
from sesbank.domain.bank import Change
from sesbank.domain.demands import StoryCover
from sesbank.domain.evidence import MatchReport
from sesbank.domain.ids import new_id
from sesbank.domain.story import Status, Story
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import CHOSEN, Choice, RequirementKind, Vacancy
from sesbank.errors import ChangedMeanwhileError, InputError, NotFoundError, UsageError
from sesbank.session.opened import Session
from sesbank.session.references import resolve

LONGEST_POSTING = 2_000_000
"""Characters; a posting has some ten thousand."""


def read(session: Session, text: str) -> Vacancy:
    """Read a pasted posting into a vacancy that is not kept yet.

    Raises InputError for a text without words or one that is far too long.
    """
    from sesbank.posting import read_posting

    if not text.strip():
        raise InputError("the posting is empty: paste its text or name a file that has it")
    if len(text) > LONGEST_POSTING:
        raise InputError(f"the posting has {len(text):,} characters: no posting is that long")
    vacancy_id = new_id("v", session.now(), session.bank.vacancies)
    return read_posting(text, session.frameworks, vacancy_id=vacancy_id)


def keep(session: Session, vacancy: Vacancy) -> Vacancy:
    """Save a vacancy, new or changed, and return it as saved.

    It must come from the one now in the bank (by `rev`). Raises ChangedMeanwhileError when that
    was changed since, so that what was decided elsewhere is never overwritten.
    """
    present = session.bank.vacancies.get(vacancy.id)
    verb = "change" if present else "keep"
    return _keep(session, vacancy, f"{verb} {_quoted(vacancy)}")


def _keep(session: Session, vacancy: Vacancy, label: str) -> Vacancy:
    present = session.bank.vacancies.get(vacancy.id)
    if present is None:
        session.act(label, [Change(None, vacancy)])
        return vacancy
    if vacancy == present:
        return present
    if vacancy.rev != present.rev:
        raise _changed_meanwhile(present)
    saved = vacancy.edit(rev=present.rev + 1)
    session.act(label, [Change(present, saved)])
    return saved


def listed(session: Session) -> tuple[Vacancy, ...]:
    """Return the vacancies kept, newest first."""
    return tuple(sorted(session.bank.vacancies.values(), key=lambda v: v.id, reverse=True))


def get(session: Session, reference: str) -> Vacancy:
    """Return a kept vacancy by id, start of an id, or title; raises NotFoundError."""
    return resolve(session.bank.vacancies, reference, "vacancy")


def remove(session: Session, vacancy_id: str) -> None:
    """Remove a kept vacancy; undo brings it back. Raises NotFoundError."""
    vacancy = session.bank.vacancies.get(vacancy_id)
    if vacancy is None:
        raise NotFoundError(f"no vacancy {vacancy_id!r} in the bank")
    session.act(f"remove {_quoted(vacancy)}", [Change(vacancy, None)])


def drop_requirement(session: Session, vacancy: Vacancy, requirement: str) -> Vacancy:
    """Take a requirement out of a vacancy, with every choice made for it."""
    _known(vacancy, requirement)
    return changed(session, vacancy, mending.drop(vacancy, requirement))


def retype_requirement(
    session: Session, vacancy: Vacancy, requirement: str, kind: RequirementKind
) -> Vacancy:
    """Give a requirement another kind; what the person says is sure."""
    _known(vacancy, requirement)
    return changed(session, vacancy, mending.retype(vacancy, requirement, kind))


def set_framework(session: Session, vacancy: Vacancy, framework: str) -> Vacancy:
    """Read the vacancy in another framework; an ECQ keeps its code only where both know it."""
    chosen = session.framework_named(framework)
    codes = {ecq.code for ecq in chosen.ecqs}
    return changed(
        session,
        vacancy,
        vacancy.edit(
            framework=chosen.id,
            framework_evidence=(CHOSEN,),
            unsure=tuple(name for name in vacancy.unsure if name != "framework"),
            requirements=tuple(
                r if r.code in codes else r.edit(code="") for r in vacancy.requirements
            ),
        ),
    )


def match(session: Session, vacancy: Vacancy) -> MatchReport:
    """Match a vacancy against the stories on offer, each proposed as often as it allows.

    Deterministic.
    """
    framed, offered = _framed(session, vacancy), session.bank.offered
    return session.matcher.match(framed, offered, uses=vacancy.uses)


def cover(session: Session, vacancy: Vacancy, requirement: str, story: str) -> StoryCover:
    """Return which demands of a requirement a story meets, and where the others are met."""
    found = covers(session, vacancy, requirement, (story,))
    return found.get(story) or StoryCover(requirement, story, ())


def report_covers(
    session: Session, vacancy: Vacancy, report: MatchReport
) -> dict[str, dict[str, StoryCover]]:
    """Return for each requirement of a report which demands its stories meet."""
    return {
        m.requirement: covers(session, vacancy, m.requirement, [s.story for s in m.stories])
        for m in report.matches
    }


def covers(
    session: Session, vacancy: Vacancy, requirement: str, stories: Iterable[str]
) -> dict[str, StoryCover]:
    """Return the same for several stories at once, by their ids.

    An ECQ is shown by a whole story and not demand by demand: it has none.
    """
    _known(vacancy, requirement)
    if vacancy.requirement(requirement).kind is RequirementKind.ECQ:
        return {}
    offered = session.bank.offered
    told = session.matcher.cover(
        vacancy.requirement(requirement), _framed(session, vacancy), offered
    )
    known = session.bank.stories
    return {story: told(known[story]) for story in stories if story in known}


def pin(session: Session, vacancy: Vacancy, requirement: str, story: str) -> Vacancy:
    """Fix a story to a requirement: it replaces an earlier pin or choice and lifts a ban.

    Raises UsageError for a story that no match would show: retired, or nothing of it told yet.
    """
    choice = _choice(session, vacancy, requirement, story)
    _can_be_shown(session.bank.stories[story])
    return changed(
        session,
        vacancy,
        vacancy.edit(
            pins=(*_without(vacancy.pins, requirement), choice),
            chosen=_without(vacancy.chosen, requirement),
            bans=tuple(ban for ban in vacancy.bans if ban != choice),
        ),
    )


def unpin(session: Session, vacancy: Vacancy, requirement: str) -> Vacancy:
    """Let go of the story fixed to a requirement."""
    _known(vacancy, requirement)
    return changed(session, vacancy, vacancy.edit(pins=_without(vacancy.pins, requirement)))


def ban(session: Session, vacancy: Vacancy, requirement: str, story: str) -> Vacancy:
    """Rule a story out for a requirement; a pin or a choice of it goes."""
    choice = _choice(session, vacancy, requirement, story)
    return changed(
        session,
        vacancy,
        vacancy.edit(
            bans=(*(b for b in vacancy.bans if b != choice), choice),
            pins=tuple(p for p in vacancy.pins if p != choice),
            chosen=tuple(c for c in vacancy.chosen if c != choice),
        ),
    )


def unban(session: Session, vacancy: Vacancy, requirement: str, story: str) -> Vacancy:
    """Offer a story for a requirement again."""
    choice = Choice(requirement, story)
    return changed(
        session, vacancy, vacancy.edit(bans=tuple(b for b in vacancy.bans if b != choice))
    )


def release(session: Session, vacancy: Vacancy, requirement: str) -> Vacancy:
    """Let go of all that is fixed to a requirement or ruled out for it, in one act."""
    _known(vacancy, requirement)
    return changed(
        session,
        vacancy,
        vacancy.edit(
            pins=_without(vacancy.pins, requirement), bans=_without(vacancy.bans, requirement)
        ),
    )


def propose(session: Session, vacancy: Vacancy, report: MatchReport | None = None) -> Vacancy:
    """Accept the best slate as the stories chosen for this vacancy, and keep it.

    A `report` from before a pin or a ban is not taken: the match may still be running.
    """
    found = report if report and _heeds(report, vacancy) else match(session, vacancy)
    accepted = vacancy.edit(
        chosen=tuple(Choice(entry.requirement, entry.story) for entry in found.slate),
        chosen_rules=found.rules,
    )
    return _keep(session, accepted, f"accept slate of {_quoted(vacancy)}")


def _heeds(report: MatchReport, vacancy: Vacancy) -> bool:
    """Return whether a slate goes by what is pinned, ruled out and allowed."""
    slate = {Choice(entry.requirement, entry.story) for entry in report.slate}
    decided = slate.issuperset(vacancy.pins) and slate.isdisjoint(vacancy.bans)
    return decided and report.uses == vacancy.uses


def framework_of(session: Session, vacancy: Vacancy) -> str:
    """Return the id of the framework a vacancy is read in: its own, else the person's default."""
    if vacancy.framework in session.frameworks.ids:
        return vacancy.framework
    return session.framework.id


def _framed(session: Session, vacancy: Vacancy) -> Vacancy:
    return vacancy.edit(framework=framework_of(session, vacancy))


def changed(session: Session, before: Vacancy, after: Vacancy) -> Vacancy:
    """Keep a change of a kept vacancy; one that is not kept yet only changes in the hand.

    Raises ChangedMeanwhileError when the bank holds another than the one that was changed.
    """
    present = session.bank.vacancies.get(before.id)
    if present is None:
        return after
    if present != before:
        raise _changed_meanwhile(present)
    return _keep(session, after, f"change {_quoted(after)}")


def _changed_meanwhile(vacancy: Vacancy) -> ChangedMeanwhileError:
    return ChangedMeanwhileError(
        f"not saved: {_quoted(vacancy)} was changed meanwhile by another program; "
        "look at it again and repeat the change"
    )


def _choice(session: Session, vacancy: Vacancy, requirement: str, story: str) -> Choice:
    _known(vacancy, requirement)
    if story not in session.bank.stories:
        raise NotFoundError(f"no story {story!r} in the bank")
    return Choice(requirement, story)


def _can_be_shown(story: Story) -> None:
    if story.offered:
        return
    if story.status is Status.RETIRED:
        raise UsageError(
            "the story is retired and no match shows it: offer it again "
            f"(`sesbank offer {story.id}`, or r in the bank), then pin it"
        )
    raise UsageError(
        "the story has neither action nor result yet and no match shows it: write one of them "
        f"(`sesbank edit {story.id}`, or e in the bank), then pin it"
    )


def _known(vacancy: Vacancy, requirement: str) -> None:
    try:
        vacancy.requirement(requirement)
    except KeyError:
        raise NotFoundError(f"{_quoted(vacancy)} has no requirement {requirement!r}") from None


def _without(choices: tuple[Choice, ...], requirement: str) -> tuple[Choice, ...]:
    return tuple(choice for choice in choices if choice.requirement != requirement)


def _quoted(vacancy: Vacancy) -> str:
    return f"“{shorten(vacancy.named, 40)}”"
