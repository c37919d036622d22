"""vacancies, pin, ban, release, accept: the vacancies kept, and what is decided for them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.named import requirement_argument, story_argument, vacancy_argument
from sesbank.cli.postings import slate_lines, uses_option
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.domain.text import fold
from sesbank.domain.vacancy import Requirement, SheetMade, Vacancy
from sesbank.errors import NotFoundError

if TYPE_CHECKING:
    from sesbank.domain.story import Story
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    command(
        commands,
        "vacancies",
        run_vacancies,
        does="list the vacancies in the bank",
        example="sesbank vacancies",
    )
    for name, run, does in (
        ("pin", run_pin, "fix a story to a requirement of a kept vacancy"),
        ("ban", run_ban, "rule a story out for a requirement of a kept vacancy"),
    ):
        example = f'sesbank {name} "Director, Grants" tq1 backlog'
        parser = command(commands, name, run, does=does, example=example)
        vacancy_argument(parser)
        requirement_argument(parser)
        story_argument(parser)
    _add_release(commands)
    accepting = command(
        commands,
        "accept",
        run_accept,
        does="make the proposed stories your choice for a kept vacancy",
        example='sesbank accept "Director, Grants"',
    )
    vacancy_argument(accepting)
    uses_option(accepting)


def _add_release(commands: Commands) -> None:
    releasing = command(
        commands,
        "release",
        run_release,
        does="let go of what was pinned to a requirement, and offer there what was ruled out",
        example='sesbank release "Director, Grants" tq1',
    )
    vacancy_argument(releasing)
    requirement_argument(releasing)


def run_vacancies(arguments: argparse.Namespace) -> int:
    """List the vacancies."""
    from sesbank.session import vacancies

    with open_session(arguments) as session:
        found = vacancies.listed(session)
    if arguments.json:
        say_json([{"id": v.id, "title": v.title or None, "agency": v.agency or None,
                   "closes": v.closes or None, "requirements": len(v.matched),
                   "sheets": [_sheet_made(sheet) for sheet in v.sheets]}
                  for v in found])  # fmt: skip
    elif found:
        rows = [(v.id, v.named, v.agency, v.closes) for v in found]
        say_all(table(rows, width(), heads=("id", "title", "agency", "closes")))
    else:
        note("no vacancies yet: `sesbank keep` keeps a posting")
    return 0


def run_pin(arguments: argparse.Namespace) -> int:
    """Pin a story."""
    from sesbank.session import vacancies

    return _decide(vacancies.pin, "Pinned", arguments)


def run_ban(arguments: argparse.Namespace) -> int:
    """Rule a story out."""
    from sesbank.session import vacancies

    return _decide(vacancies.ban, "Ruled out", arguments)


def _decide(
    decide: Callable[[Session, Vacancy, str, str], Vacancy],
    what: str,
    arguments: argparse.Namespace,
) -> int:
    """Decide about a story for a requirement, and say `what` was done."""
    with open_session(arguments) as session:
        vacancy, requirement, story = _named(session, arguments)
        done = decide(session, vacancy, requirement, story.id)
    return _decided(done, requirement, f"{what}: {story.title}", as_json=arguments.json)


def run_release(arguments: argparse.Namespace) -> int:
    """Let go of pins and bans of a requirement."""
    from sesbank.session import vacancies

    with open_session(arguments) as session:
        vacancy = vacancies.get(session, arguments.vacancy)
        requirement = requirement_named(vacancy, arguments.requirement)
        done = vacancies.release(session, vacancy, requirement)
    return _decided(done, requirement, "Nothing is pinned or ruled out now", as_json=arguments.json)


def run_accept(arguments: argparse.Namespace) -> int:
    """Accept the slate."""
    from sesbank.session import vacancies

    with open_session(arguments) as session:
        vacancy = vacancies.get(session, arguments.vacancy)
        # Kept with the vacancy, so that later proposals allow it too.
        vacancy = vacancy.edit(uses=arguments.uses or vacancy.uses)
        report = vacancies.match(session, vacancy)
        done = vacancies.propose(session, vacancy, report)
        titles = {story.id: story.title for story in session.bank.stories.values()}
    if arguments.json:
        say_json(
            {"vacancy": done.id, "chosen": _choices(done), "uncovered": list(report.uncovered)}
        )
    else:
        say_all(slate_lines(done, report, titles))
        say("Accepted: these stories go on the sheet.")
    return 0


def requirement_named(vacancy: Vacancy, named: str) -> str:
    """Return the id of the requirement a person means by id or printed label.

    Raises NotFoundError with those there are.
    """
    for requirement in vacancy.requirements:
        if _joined(named) in (_joined(requirement.id), _joined(requirement.label)):
            return requirement.id
    known = ", ".join(_known(r) for r in vacancy.matched) or "none"
    raise NotFoundError(f"the vacancy has no requirement {named!r}: it has {known}")


def _joined(name: str) -> str:
    return fold(name).replace(" ", "")


def _known(requirement: Requirement) -> str:
    """Return the id, with the label where it says something else: tq1 (MTQ 1)."""
    if _joined(requirement.id) == _joined(requirement.label) or not requirement.label:
        return requirement.id
    return f"{requirement.id} ({requirement.label})"


def _named(session: Session, arguments: argparse.Namespace) -> tuple[Vacancy, str, Story]:
    from sesbank.session import stories, vacancies

    vacancy = vacancies.get(session, arguments.vacancy)
    requirement = requirement_named(vacancy, arguments.requirement)
    return vacancy, requirement, stories.get(session, arguments.story)


def _decided(vacancy: Vacancy, requirement: str, what: str, *, as_json: bool) -> int:
    if as_json:
        say_json(
            {
                "vacancy": vacancy.id,
                "requirement": requirement,
                "pinned": [c.story for c in vacancy.pins if c.requirement == requirement],
                "banned": [c.story for c in vacancy.bans if c.requirement == requirement],
            }
        )
    else:
        say(f"{what} ({requirement} of {vacancy.title or vacancy.id})")
    return 0


def _choices(vacancy: Vacancy) -> list[dict[str, str]]:
    return [{"requirement": c.requirement, "story": c.story} for c in vacancy.chosen]


def _sheet_made(sheet: SheetMade) -> dict[str, object]:
    return {
        "file": sheet.file,
        "day": sheet.day or None,
        "rules": sheet.rules or None,
        "without": list(sheet.without),
    }
