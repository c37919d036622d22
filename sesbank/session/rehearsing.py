"""Rehearsing: what to answer aloud next, questions and stories, and how each answer went."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sesbank.domain.bank import Change
from sesbank.domain.rehearsal import Rehearsal, Went, due_again
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line, fold, shorten
from sesbank.errors import InputError, NotFoundError
from sesbank.session import stories
from sesbank.session.opened import Session
from sesbank.session.practice import questions, rounds
from sesbank.session.preparing import Coming, coming
from sesbank.session.telling import LONGEST_KEPT

TELL_IT = "Tell this story from the beginning to the end."
"""Asks for a story that stands for no requirement."""


class Due(NamedTuple):
    """A question or a story to rehearse."""

    question: str
    """What is asked; for a story the requirement it stands for, or to tell it."""
    ecq: str
    """The ECQ it probes in the framework asked for; empty where it is of another kind."""
    day: date | None
    """When it is due again; None for one that was never rehearsed."""
    last: Rehearsal | None
    """How it went last time."""
    grades: tuple[Went, ...] = ()
    """How it went each time, the oldest first."""
    story: str = ""
    """The id of the story it is about; empty for a question."""
    towards: Coming | None = None
    """The interview it is for: for a question the soonest, for a story that of its vacancy."""
    label: str = ""
    """Of the technical qualification that the question is made of, else empty."""

    @property
    def kind(self) -> str:
        """What it is about, in a word: a story, a qualification, an ECQ; empty for another kind."""
        return "story" if self.story else self.label or self.ecq


class Rehearsed(NamedTuple):
    """A rehearsal with the story that was told."""

    story: Story
    rehearsal: Rehearsal


def due(
    session: Session, *, framework: str | None = None, ecq: str = "", words: str = ""
) -> tuple[Due, ...]:
    """Return the questions to rehearse, the one to take up first before the others.

    First what is due again; then what was never rehearsed, in rounds of the ECQs; last what can
    wait. All of it is planned towards the soonest interview. Where an ECQ or words are given,
    only the questions that probe it and hold them.
    Raises NotFoundError for an unknown framework or ECQ.
    """
    chosen = session.framework_named(framework) if framework else session.framework
    known = questions(session, framework=chosen.id, ecq=ecq, words=words)
    probes = {q.text: p.ecq for q in known if (p := q.probe_in(chosen.id))}
    asked = rounds(known, chosen.id)
    if ecq or words:
        asked = [text for text in asked if text in probes]
    done = _by_question(session)
    ahead = next(iter(coming(session)), None)
    found = [
        _due(text, done.get(_key(text), ()), ahead, ecq=probes.get(text, "")) for text in asked
    ]
    return in_order(found, session.today)


def stories_due(session: Session) -> tuple[Due, ...]:
    """Return the stories to rehearse, the one to take up first before the others.

    Those that stand for a vacancy with an interview ahead are planned towards it, and asked for
    by the requirement they answer.
    """
    stand: dict[str, tuple[str, Coming]] = {}
    for ahead in coming(session):
        asked = {r.id: clean_line(f"{r.label}: {r.text}") for r in ahead.vacancy.requirements}
        for choice in (*ahead.vacancy.pins, *ahead.vacancy.chosen):
            stand.setdefault(choice.story, (asked.get(choice.requirement, TELL_IT), ahead))
    found = []
    for story in session.bank.stories.values():
        if story.counts and story.offered:
            asked_so, towards = stand.get(story.id, (TELL_IT, None))
            found.append(_due(_kept(asked_so), story.rehearsed, towards, story=story.id))
    return in_order(found, session.today)


def in_order(found: Iterable[Due], today: date) -> tuple[Due, ...]:
    """Return what is to be rehearsed, what to take up first before the others."""
    return tuple(sorted(found, key=lambda each: _order(each, today)))


def when_due(due: Due, today: date) -> int:
    """Return 0 for what is due, 1 for what was never rehearsed, 2 for what can wait."""
    return 1 if due.day is None else 0 if due.day <= today else 2


def _due(
    text: str,
    done: Sequence[Rehearsal],
    towards: Coming | None,
    *,
    ecq: str = "",
    story: str = "",
) -> Due:
    told = sorted(done, key=lambda each: each.day)
    return Due(
        text,
        ecq,
        due_again(told, towards.day if towards else None),
        told[-1] if told else None,
        tuple(each.went for each in told),
        story,
        towards,
    )


def _order(due: Due, today: date) -> tuple[int, date, date]:
    ahead = due.towards.day if due.towards else date.max
    return when_due(due, today), ahead, due.day or date.min


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
        rehearsal.parts,
    )
    saved = present.edit(rehearsed=(*present.rehearsed, tidy), rev=present.rev + 1)
    session.act(f"rehearse “{shorten(present.title, 40)}”", [Change(present, saved)])
    return saved


def remark(session: Session, story_id: str, noted: Rehearsal, text: str) -> Story:
    """Keep a note with a rehearsal of a story and return it as saved; undo takes it back.

    Raises NotFoundError where the story, or that rehearsal of it, is no longer there.
    """
    present = stories.get(session, story_id)
    if noted not in present.rehearsed:
        raise NotFoundError("this answer is no longer noted: there is nothing to write it to")
    told = dataclasses.replace(noted, note=clean_line(text))
    last = max(n for n, each in enumerate(present.rehearsed) if each == noted)
    kept = (*present.rehearsed[:last], told, *present.rehearsed[last + 1 :])
    saved = present.edit(rehearsed=kept, rev=present.rev + 1)
    session.act(f"note on “{shorten(present.title, 40)}”", [Change(present, saved)])
    return saved


def past(session: Session) -> tuple[Rehearsed, ...]:
    """Return what was rehearsed, the latest first."""
    found = [Rehearsed(s, each) for s in session.bank.stories.values() for each in s.rehearsed]
    return tuple(sorted(found, key=lambda each: each.rehearsal.day, reverse=True))


def history(session: Session, due: Due) -> tuple[Rehearsed, ...]:
    """Return how a story, or the answers to a question, went so far, the latest first."""
    asked = _key(due.question)
    return tuple(
        each
        for each in past(session)
        if (each.story.id == due.story if due.story else _key(each.rehearsal.question) == asked)
    )


def renewed(session: Session, due: Due) -> Due:
    """Return the same question or story as it now stands."""
    done = [each.rehearsal for each in history(session, due)]
    now = _due(due.question, done, due.towards, ecq=due.ecq, story=due.story)
    return now._replace(label=due.label)


def asked_of(session: Session, question: str, label: str) -> Due:
    """Return a question made of a technical qualification, as it stands after what was told."""
    ahead = next(iter(coming(session)), None)
    done = _by_question(session).get(_key(question), ())
    return _due(_kept(question), done, ahead)._replace(label=label)


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
