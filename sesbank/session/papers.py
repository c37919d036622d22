"""Papers: thank-you notes, cue cards, story book and resume bullets from the bank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sesbank import locations
from sesbank.domain.evidence import Verdict
from sesbank.domain.page_size import Paper
from sesbank.domain.papers import PaperFile, PaperKind, kind_of_template
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Requirement, Vacancy
from sesbank.errors import InputError
from sesbank.files import safe_name
from sesbank.session import preparing, sheets
from sesbank.session.opened import Session
from sesbank.session.vacancies import match

if TYPE_CHECKING:
    from sesbank.domain.evidence import MatchReport
    from sesbank.sheet.paper_making import PaperContent
    from sesbank.sheet.resume_bullets import Group

TITLES = {
    PaperKind.THANKS: "Thank-you notes",
    PaperKind.CARDS: "Cue cards",
    PaperKind.BOOK: "Story book",
    PaperKind.BULLETS: "Resume bullets",
}
_MOST_A_GROUP = 4
"""Bullets asked for by one qualification; a resume has two pages for all of them."""


def templates(kind: PaperKind) -> tuple[str, ...]:
    """Return the names of the templates of a paper, shipped and one's own."""
    names = locations.data_files("templates", ".docx")
    return tuple(name for name in names if kind_of_template(name) is kind)


def make(
    session: Session,
    kind: PaperKind,
    vacancy: Vacancy | None = None,
    *,
    template: str | None = None,
    paper: Paper | None = None,
) -> PaperFile:
    """Make a paper, for a vacancy or of the whole bank.

    Raises InputError where there is nothing to print or the vacancy is missing, NotFoundError for
    an unknown template, SheetError for a broken one.
    """
    from sesbank.sheet import make_paper

    name = template or kind.value
    if kind_of_template(name) is not kind:
        known = ", ".join(templates(kind))
        raise InputError(f"{name!r} is no template of a {kind.value}: there are {known}")
    content = _CONTENTS[kind](session, vacancy)
    if not content.count:
        raise InputError(f"there is nothing to print on {TITLES[kind].casefold()} yet")
    path = sheets.template_path(name)
    return make_paper(content, path, paper=paper or session.settings.paper, kind=kind)


def file_name(kind: PaperKind, vacancy: Vacancy | None) -> str:
    """Return a fitting file name for a paper."""
    return safe_name(f"{TITLES[kind]} {vacancy.title if vacancy else ''}".strip(), ".docx")


def _thanks(session: Session, vacancy: Vacancy | None) -> PaperContent:
    from sesbank.sheet.thank_you import thank_you

    if vacancy is None:
        raise InputError("a thank-you note is for a vacancy: name a kept one or a posting")
    return thank_you(vacancy, preparing.next_interview(session, vacancy), session.settings.name)


def _cards(session: Session, vacancy: Vacancy | None) -> PaperContent:
    from sesbank.sheet.cue_cards import cards_of_sheet, cards_of_stories

    if vacancy is None:
        return cards_of_stories(session.bank.offered, session.names.ecq)
    interview = preparing.next_interview(session, vacancy)
    return cards_of_sheet(sheets.plan(session, vacancy), vacancy, interview)


def _book(session: Session, vacancy: Vacancy | None) -> PaperContent:
    from sesbank.sheet.story_book import story_book

    stories: Sequence[Story] = [story for story in session.bank.stories.values() if story.counts]
    if vacancy is not None:
        stories = _chosen(session, vacancy)
    return story_book(stories, session.names.ecq)


def _chosen(session: Session, vacancy: Vacancy) -> list[Story]:
    """Return the stories that answer a vacancy, each once, in posting order."""
    report = match(session, vacancy)
    ids = [sheets.answering(session, vacancy, r.id, report) for r in vacancy.matched]
    return [session.bank.stories[story] for story in dict.fromkeys(filter(None, ids))]


def _bullets(session: Session, vacancy: Vacancy | None) -> PaperContent:
    from sesbank.sheet.resume_bullets import resume_bullets

    if vacancy is None:
        return resume_bullets(_groups_by_ecq(session), None, None)
    report = match(session, vacancy)
    groups = [_group(session, vacancy, report, wanted) for wanted in vacancy.matched]
    return resume_bullets(groups, vacancy, preparing.next_interview(session, vacancy))


def _group(session: Session, vacancy: Vacancy, report: MatchReport, wanted: Requirement) -> Group:
    from sesbank.sheet import requirement_name
    from sesbank.sheet.resume_bullets import Group

    answer = sheets.answering(session, vacancy, wanted.id, report)
    banned = {ban.story for ban in vacancy.bans if ban.requirement == wanted.id}
    good = [
        found.story
        for found in report.stories_for(wanted.id)
        if found.verdict in (Verdict.STRONG, Verdict.GOOD) and found.story not in banned
    ]
    ids = list(dict.fromkeys(filter(None, (answer, *good))))[:_MOST_A_GROUP]
    label, name = requirement_name(wanted)
    stories = tuple(session.bank.stories[i] for i in ids if i in session.bank.stories)
    return Group(label, name, stories)


def _groups_by_ecq(session: Session) -> list[Group]:
    from sesbank.sheet.resume_bullets import Group

    framework = session.framework
    groups = [
        Group(
            ecq.code,
            ecq.name,
            tuple(s for s in session.bank.offered if _shows(s, framework.id, ecq.code)),
        )
        for ecq in framework.ecqs
    ]
    placed = {story.id for group in groups for story in group.stories}
    others = tuple(s for s in session.bank.offered if s.id not in placed)
    return [*groups, Group("", "Other results", others)]


def _shows(story: Story, framework: str, code: str) -> bool:
    return any((m.framework, m.ecq) == (framework, code) for m in story.mappings)


_CONTENTS: dict[PaperKind, Callable[[Session, Vacancy | None], PaperContent]] = {
    PaperKind.THANKS: _thanks,
    PaperKind.CARDS: _cards,
    PaperKind.BOOK: _book,
    PaperKind.BULLETS: _bullets,
}
