"""Rehearsing: which questions to answer aloud next, and how each answer went."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sesbank.domain.bank import Change
from sesbank.domain.rehearsal import Rehearsal, Went, due_again
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line, fold, shorten
from sesbank.errors import InputError
from sesbank.session import stories
from sesbank.session.opened import Session
from sesbank.session.practice import questions, rounds
from sesbank.session.telling import LONGEST_KEPT


class Due(NamedTuple):
    """A question to rehearse."""

    question: str
    ecq: str
    """The ECQ it probes in the framework asked for; empty where it is of another kind."""
    day: date | None
    """When it is due again; None for one that was never rehearsed."""
    last: Rehearsal | None
    """How it went last time."""


class Rehearsed(NamedTuple):
    """A rehearsal with the story that was told."""

    story: Story
    rehearsal: Rehearsal


def due(
    session: Session, *, framework: str | None = None, ecq: str = "", words: str = ""
) -> tuple[Due, ...]:
    """Return the questions to rehearse, the one to take up first before the others.

    First what is due again, longest overdue first; then what was never rehearsed, in rounds of
    the ECQs; last what can wait. Where an ECQ or words are given, only the questions that probe
    it and hold them. Raises NotFoundError for an unknown framework or ECQ.
    """
    chosen = session.framework_named(framework) if framework else session.framework
    known = questions(session, framework=chosen.id, ecq=ecq, words=words)
    probes = {q.text: p.ecq for q in known if (p := q.probe_in(chosen.id))}
    asked = rounds(known, chosen.id)
    if ecq or words:
        asked = [text for text in asked if text in probes]
    done = _by_question(session)
    found = [_due(text, probes.get(text, ""), done.get(_key(text), [])) for text in asked]
    return tuple(sorted(found, key=lambda each: _order(each, session.today)))


def _due(text: str, ecq: str, done: list[Rehearsal]) -> Due:
    return Due(text, ecq, due_again(done), max(done, key=lambda each: each.day, default=None))


def _order(question: Due, today: date) -> tuple[int, date]:
    if question.day is None:
        return 1, date.min
    return (0 if question.day <= today else 2), question.day


def note(session: Session, story_id: str, rehearsal: Rehearsal) -> Story:
    """Note how a story went in answer to a question and return it as saved; undo takes it back.

    Raises NotFoundError for an unknown story, InputError for a rehearsal without a question.
    """
    present = stories.get(session, story_id)
    question = _kept(rehearsal.question)
    if not question:
        raise InputError("the question is empty: say what was asked")
    tidy = Rehearsal(
        question,
        rehearsal.day or session.today.isoformat(),
        rehearsal.seconds,
        rehearsal.went,
        clean_line(rehearsal.note),
    )
    saved = present.edit(rehearsed=(*present.rehearsed, tidy), rev=present.rev + 1)
    session.act(f"rehearse “{shorten(present.title, 40)}”", [Change(present, saved)])
    return saved


def past(session: Session) -> tuple[Rehearsed, ...]:
    """Return what was rehearsed, the latest first."""
    found = [Rehearsed(s, each) for s in session.bank.stories.values() for each in s.rehearsed]
    return tuple(sorted(found, key=lambda each: each.rehearsal.day, reverse=True))


def went_named(named: str) -> Went | None:
    """Return how it went by its number from 1, its name or the start of it; None for another."""
    meant = fold(named.strip())
    for number, went in enumerate(Went, 1):
        if meant and (meant == str(number) or went.value.startswith(meant)):
            return went
    return None


def _by_question(session: Session) -> dict[str, list[Rehearsal]]:
    done: dict[str, list[Rehearsal]] = {}
    for each in past(session):
        done.setdefault(_key(each.rehearsal.question), []).append(each.rehearsal)
    return done


def _kept(question: str) -> str:
    return shorten(clean_line(question), LONGEST_KEPT)


def _key(question: str) -> str:
    return fold(_kept(question))
