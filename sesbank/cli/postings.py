"""read, match: what a posting asks, and which story serves each requirement."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.cli.command import (
    Commands,
    Parser,
    check_option,
    command,
    count,
    framework_option,
    nothing_to_offer,
    open_session,
)
from sesbank.cli.inputs import STANDARD_INPUT, is_pasted, text_of
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.reasons import OFFERED, demand_lines, offered_lines
from sesbank.cli.shapes import match_shape, vacancy_shape
from sesbank.cli.tables import indented, table, wrap
from sesbank.domain.demands import StoryCover
from sesbank.domain.evidence import MatchReport
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.errors import Exit, NotFoundError
from sesbank.files import Place, look_at
from sesbank.locations import expanded

if TYPE_CHECKING:
    from sesbank.session import Session

PROPOSING = (
    "Each story is proposed {times}, where it helps the whole most. A technical qualification "
    "stays uncovered while no story left is at least a good match."
)
"""How the slate is made, for the person who wonders why it differs from the lists above."""

DOUBTED = "? marks what was read with doubt: check it, in the app with a single key each."

FACT_NAMES = {"title": "title", "agency": "agency", "framework": "ECQ framework"}

NO_REQUIREMENT = "the posting names no requirement: check that its whole text is there"


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    reading = command(
        commands,
        "read",
        run_read,
        does="say what a posting asks, word for word",
        example="sesbank read posting.txt",
    )
    posting_arguments(reading)
    matching = command(
        commands,
        "match",
        run_match,
        does="say which stories serve which requirement of a posting, and why",
        example="sesbank match posting.txt --top 3",
    )
    posting_arguments(matching)
    matching.add_argument(
        "--top",
        type=count,
        metavar="N",
        help="stories shown for a requirement (3; all as JSON)",
    )
    uses_option(matching)
    check_option(matching, "a requirement stays uncovered")


def uses_option(parser: Parser) -> None:
    """Add how often one story may be proposed."""
    parser.add_argument(
        "--uses",
        type=count,
        metavar="N",
        help="how often one story may be proposed (1, or what you allowed for a kept vacancy)",
    )


def posting_arguments(parser: Parser) -> None:
    """Add the posting and its framework."""
    parser.add_argument(
        "posting", metavar="POSTING", help="its text file, - for standard input, or a kept vacancy"
    )
    framework_option(parser, instead="the one the posting names, else the one in your settings")


def open_posting(
    arguments: argparse.Namespace, *, bank_needed: bool = True
) -> tuple[Session, Vacancy]:
    """Open the bank and read the posting that was named, the posting first.

    Where no file has that name, or only a folder, a vacancy kept in the bank is meant, by id or
    title. Without `bank_needed` a text is read even where the bank cannot be.
    """
    from sesbank.session import Session, vacancies

    named: str = arguments.posting
    text_given = named == STANDARD_INPUT or is_pasted(named)
    kept = not text_given and look_at(expanded(named)) is not Place.FILE
    text = "" if kept else text_of(named, "posting")
    session = open_session(arguments) if kept or bank_needed else Session.without_bank()
    try:
        vacancy = _kept(session, named) if kept else vacancies.read(session, text)
        if arguments.framework:
            # As a copy without id, so that looking at a kept vacancy changes nothing in the bank.
            copy = vacancies.set_framework(session, vacancy.edit(id=""), arguments.framework)
            vacancy = copy.edit(id=vacancy.id)
    except BaseException:
        session.close()
        raise
    return session, vacancy


def _kept(session: Session, named: str) -> Vacancy:
    from sesbank.session import vacancies

    try:
        return vacancies.get(session, named)
    except NotFoundError:
        if named.startswith("v-") or any(named in v.title for v in vacancies.listed(session)):
            raise
        there = look_at(expanded(named)) is not Place.NOTHING
        if there or Path(named).suffix or Path(named).name != named:
            text_of(named, "posting")  # Says why there is no such file: one was meant.
        raise NotFoundError(
            f"no vacancy has the title {shorten(named, 60)!r}, and there is no such file: "
            "`sesbank vacancies` lists those you keep; to read a posting, name its text file",
        ) from None


def run_read(arguments: argparse.Namespace) -> int:
    """Read a posting."""
    session, vacancy = open_posting(arguments, bank_needed=False)
    session.close()
    if arguments.json:
        say_json(vacancy_shape(vacancy))
    else:
        say_all(vacancy_lines(vacancy))
    if not vacancy.requirements:
        note(NO_REQUIREMENT)
        return Exit.FOUND
    return 0


def run_match(arguments: argparse.Namespace) -> int:
    """Match a posting."""
    from sesbank.session import vacancies

    session, vacancy = open_posting(arguments)
    with session:
        note_known(session, vacancy)
        vacancy = vacancy.edit(uses=arguments.uses or vacancy.uses)
        report = vacancies.match(session, vacancy)
        problem = nothing_to_offer(session) if vacancy.matched else NO_REQUIREMENT
        covers = vacancies.report_covers(session, vacancy, report)
        titles = {story.id: story.title for story in session.bank.stories.values()}
    if arguments.json:
        say_json(match_shape(vacancy, report, covers, top=arguments.top))
    elif vacancy.matched:
        say_all(head_lines(vacancy))
        say_all(match_lines(vacancy, report, covers, top=arguments.top or OFFERED))
        say_all(slate_lines(vacancy, report, titles))
    if problem:
        note(problem)
    return Exit.FOUND if problem or (arguments.check and report.uncovered) else 0


def note_known(session: Session, vacancy: Vacancy) -> None:
    """Say that a posting is kept, so that what the person decided on it is not missed."""
    from sesbank.session import learning

    if vacancy.id and vacancy.id not in session.bank.vacancies:
        known = learning.known_as(session, vacancy)
        if known is not None:
            note(f"you keep this posting: name {known.id} to use your corrections, pins and bans")


def head_lines(vacancy: Vacancy) -> list[str]:
    """Return what a posting says about itself; what it does not say is left out."""
    columns = width()
    facts = (
        " ".join(filter(None, (vacancy.pay_plan, vacancy.grade))),
        ", ".join(vacancy.locations),
        f"announcement {vacancy.announcement}" if vacancy.announcement else "",
        f"open {vacancy.opens or '?'} to {vacancy.closes or '?'}"
        if vacancy.opens or vacancy.closes
        else "",
        f"at most {vacancy.page_limit} pages" if vacancy.page_limit else "",
    )
    lines = wrap(" · ".join(filter(None, (vacancy.named, vacancy.agency))), columns)
    if any(facts):
        lines += wrap(" · ".join(filter(None, facts)), columns)
    if vacancy.framework:
        told = ", ".join(f"“{words}”" for words in vacancy.framework_evidence[:4])
        lines += indented(told, columns, first=f"Framework {vacancy.framework}: ", rest="  ")
    if vacancy.unsure:
        names = ", ".join(FACT_NAMES[name] for name in vacancy.unsure)
        lines += wrap(f"Read with doubt: {names}", columns)
    return lines


def vacancy_lines(vacancy: Vacancy) -> list[str]:
    """Return a posting as read, requirement by requirement."""
    lines = head_lines(vacancy)
    heads = {
        RequirementKind.TQ: "Technical qualifications",
        RequirementKind.ECQ: "Executive Core Qualifications",
        RequirementKind.DESIRABLE: "Desirable",
        RequirementKind.DUTY: "Duties",
    }
    for kind, head in heads.items():
        wanted = vacancy.of_kind(kind)
        if wanted:
            lines += ["", head, *table([_row(r) for r in wanted], width())]
    if any(not requirement.sure for requirement in vacancy.requirements):
        lines += ["", *wrap(DOUBTED, width())]
    return lines


def _row(requirement: Requirement) -> tuple[str, str, str]:
    label = " ".join(filter(None, (requirement.label, requirement.code)))
    return requirement.id, label + ("" if requirement.sure else " ?"), requirement.text


def match_lines(
    vacancy: Vacancy,
    report: MatchReport,
    covers: Mapping[str, Mapping[str, StoryCover]],
    *,
    top: int,
) -> Iterator[str]:
    """Yield for each requirement its best stories with the words that connect them."""
    columns = width()
    for requirement in vacancy.matched:
        yield ""
        yield from indented(shorten(requirement.text, 160), columns, first=_name(requirement))
        stories = report.stories_for(requirement.id)[:top]
        for number, story in enumerate(stories, 1):
            yield from offered_lines(story, number, columns)
            if number == 1:
                yield from demand_lines(covers.get(requirement.id, {}).get(story.story), columns)
        if not stories:
            yield "  nothing in the bank shows this yet"


def _name(requirement: Requirement) -> str:
    return f"{requirement.label or requirement.id}  "


def _open(report: MatchReport, requirement: Requirement) -> str:
    """Return what stands where no story is proposed: the nearest one, and what it lacks."""
    nearest = report.nearest(requirement.id)
    if nearest is None:
        return "- uncovered -"
    lacks = f", which lacks: {'; '.join(nearest.lacks)}" if nearest.lacks else ""
    return f"- uncovered - nearest: {nearest.title}{lacks}"


def slate_lines(vacancy: Vacancy, report: MatchReport, titles: dict[str, str]) -> list[str]:
    """Return the proposed slate, a story for each requirement, with what stays uncovered."""
    rows = []
    for requirement in vacancy.matched:
        entry = report.proposed(requirement.id)
        told = titles.get(entry.story, entry.story) if entry else _open(report, requirement)
        rows.append((requirement.label or requirement.id, told))
    if not rows:
        return []
    covered = len(rows) - len(report.uncovered)
    times = "once (--uses allows more)" if report.uses == 1 else f"at most {report.uses} times"
    note_lines = wrap(PROPOSING.format(times=times), width())
    return ["", f"Proposed: {covered} of {len(rows)} covered", *table(rows, width()), *note_lines]
