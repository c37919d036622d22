"""What was learnt from the person: shown, proposed, and unlearnt; never used in silence."""

from __future__ import annotations

from typing import NamedTuple

from sesbank.domain import learning
from sesbank.domain.bank import Change
from sesbank.domain.learning import Proposal
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import DROPPED, Lesson, Vacancy
from sesbank.errors import NotFoundError
from sesbank.session.opened import Session

NOTHING = (
    "Nothing is learned yet. When you drop a line of a posting or give it another kind, and a "
    "later posting has the same words, the app asks whether to do the same there."
)


class Recall(NamedTuple):
    """What is known about a posting just read."""

    earlier: Vacancy | None
    """The kept vacancy that it is again."""
    proposals: tuple[Proposal, ...]
    """What corrections of other postings propose for it; none where it is known itself."""


class Learnt(NamedTuple):
    """A lesson with the vacancy it was learnt in."""

    lesson: Lesson
    vacancy: Vacancy

    @property
    def does(self) -> str:
        """What it does to the words, in a word or two."""
        return does(self.lesson)


def does(lesson: Lesson) -> str:
    """Return what a lesson does to the words it is about, in a word or two."""
    return "dropped" if lesson.kind == DROPPED else f"made {lesson.kind}"


def learnt(session: Session) -> tuple[Learnt, ...]:
    """Return every lesson, oldest vacancy first."""
    kept = sorted(session.bank.vacancies.values(), key=lambda v: v.id)
    return tuple(Learnt(lesson, vacancy) for vacancy in kept for lesson in vacancy.lessons)


def unlearn(session: Session, number: int) -> Lesson:
    """Take back a lesson by its place in `learnt`, from 1; undo brings it back.

    Raises NotFoundError for a number there is none of.
    """
    known = learnt(session)
    if not 1 <= number <= len(known):
        raise NotFoundError(f"no lesson {number}: there are {len(known)}")
    lesson, vacancy = known[number - 1]
    after = learning.unlearn(vacancy, lesson).edit(rev=vacancy.rev + 1)
    session.act(f"unlearn “{shorten(lesson.text, 40)}”", [Change(vacancy, after)])
    return lesson


def recall(session: Session, vacancy: Vacancy) -> Recall:
    """Return what is known about a posting just read: the person decides what comes of it."""
    earlier = known_as(session, vacancy)
    return Recall(earlier, () if earlier else proposals(session, vacancy))


def known_as(session: Session, vacancy: Vacancy) -> Vacancy | None:
    """Return the kept vacancy that a posting just read is again, or None."""
    return learning.same_posting(vacancy, session.bank.vacancies.values())


def carried_over(vacancy: Vacancy, kept: Vacancy) -> Vacancy:
    """Return a posting just read with what was decided on its earlier form."""
    return learning.carried_over(vacancy, kept)


def proposals(session: Session, vacancy: Vacancy) -> tuple[Proposal, ...]:
    """Return what earlier corrections propose for a posting just read."""
    return learning.proposals(vacancy, session.bank.vacancies.values())


def accept(vacancy: Vacancy, accepted: tuple[Proposal, ...]) -> Vacancy:
    """Return a posting just read with accepted proposals carried out."""
    return learning.apply(vacancy, accepted)
