"""interviews: the calendar of all that are kept, past and coming."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, count, open_session
from sesbank.cli.paper_shapes import interview_shape
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.domain.text import counted
from sesbank.errors import UsageError

if TYPE_CHECKING:
    from sesbank.domain.interview import Interview
    from sesbank.domain.vacancy import Vacancy


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    listing = command(
        commands,
        "interviews",
        run_interviews,
        does="list interviews, past and coming, by their time, or take one away",
        example='sesbank interviews "Director, Grants" --remove 1',
    )
    listing.add_argument(
        "vacancy", nargs="?", metavar="VACANCY", help="of this vacancy; without it of all"
    )
    listing.add_argument("--remove", type=count, metavar="N", help="take this one away")


def run_interviews(arguments: argparse.Namespace) -> int:
    """List interviews, or take one away."""
    from sesbank.session import preparing, vacancies

    if arguments.remove and not arguments.vacancy:
        raise UsageError("say of which vacancy: sesbank interviews VACANCY --remove N")
    with open_session(arguments) as session:
        meant = vacancies.listed(session)
        if arguments.vacancy:
            meant = (vacancies.get(session, arguments.vacancy),)
        if arguments.remove:
            gone = preparing.numbered(meant[0], arguments.remove)
            meant = (preparing.remove(session, meant[0], gone.id),)
        today = session.today.isoformat()
    found = [
        (kept, number, interview)
        for kept in meant
        for number, interview in enumerate(preparing.interviews(kept), 1)
    ]
    found.sort(key=lambda row: row[2].when or "9999")
    if arguments.json:
        say_json([interview_shape(*row, today=today) for row in found])
    else:
        say_all(table([_interview_row(*row, today=today) for row in found], width()))
        note(counted(len(found), "interview"))
    return 0


def _interview_row(
    vacancy: Vacancy, number: int, interview: Interview, *, today: str
) -> tuple[str, ...]:
    when = " ".join(filter(None, (interview.when.replace("T", " "), interview.zone)))
    past = "past" if interview.when and interview.when[:10] < today else ""
    kind = interview.kind.value
    return (str(number), when or "no day yet", kind, past, vacancy.named, interview.place)
