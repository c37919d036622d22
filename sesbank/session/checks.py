"""Checks: what is to be mended in a story or the bank, and what the person set aside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sesbank.domain.findings import Finding, gravest_first
from sesbank.domain.story import Status, Story
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import NotFoundError
from sesbank.session.opened import Session

if TYPE_CHECKING:
    from sesbank.checks import Yardstick


def of_story(session: Session, story: Story, *, waived: bool = False) -> tuple[Finding, ...]:
    """Return what the checks find in a story as it stands, saved or not, gravest first.

    What the person set aside for it is left out unless `waived`.
    """
    from sesbank.checks import check_story

    return check_story(story, _yardstick(session), waived=waived)


def of_bank(session: Session, framework: str | None = None) -> tuple[Finding, ...]:
    """Return what is to be said of all stories together, and of what vacancies were given."""
    from sesbank.checks import check_bank, check_vacancies

    chosen = session.framework_named(framework) if framework else session.framework
    stories = [session.bank.stories[key] for key in sorted(session.bank.stories)]
    given = [session.bank.vacancies[key] for key in sorted(session.bank.vacancies)]
    found = (
        *check_bank(chosen, stories, session.today),
        *check_vacancies(given, _told(session), session.today),
    )
    return tuple(sorted(found, key=gravest_first))


def of_vacancy(session: Session, vacancy: Vacancy) -> tuple[Finding, ...]:
    """Return what is to be said of the stories pinned and chosen for a vacancy."""
    from sesbank.checks import check_vacancy

    return tuple(sorted(check_vacancy(vacancy, _told(session)), key=gravest_first))


def _told(session: Session) -> frozenset[str]:
    """Return the ids of the stories that can be told."""
    stories = session.bank.stories.values()
    return frozenset(story.id for story in stories if story.status is not Status.RETIRED)


def waive(session: Session, story_id: str, rule: str, *, again: bool = False) -> Story:
    """Set a check aside for a story, or with `again` look for it again; return it as saved.

    Raises NotFoundError for a story or a check that is not there.
    """
    waive_all(session, [story_id], rule, again=again)
    return session.bank.stories[story_id]


def waive_all(session: Session, ids: Iterable[str], rule: str, *, again: bool = False) -> None:
    """Do the same for several stories in one act."""
    from sesbank.checks import RULES
    from sesbank.session import bulk

    if rule not in RULES:
        raise NotFoundError(f"no check {rule!r}: there are {', '.join(sorted(RULES))}")

    def waived(story: Story) -> Story:
        kept = tuple(each for each in story.waived if each != rule)
        return story.edit(waived=kept if again else (*kept, rule))

    verb = "look again for" if again else "set aside"
    bulk.each(session, f"{verb} {rule}", ids, waived)


def _yardstick(session: Session) -> Yardstick:
    from sesbank.checks import Yardstick

    return Yardstick(session.today, session.settings.words_a_minute, session.frameworks.frameworks)
