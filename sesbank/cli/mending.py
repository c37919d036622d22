"""mend, discard: what was read of a kept vacancy put right, or the vacancy put away."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sesbank.cli.choosing import requirement_named
from sesbank.cli.command import Commands, command, framework_option, given, open_session, wrong_use
from sesbank.cli.keeping import proposal_lines
from sesbank.cli.named import requirement_argument, vacancy_argument
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.shapes import vacancy_shape
from sesbank.cli.tables import table
from sesbank.domain.mending import FACTS
from sesbank.domain.text import shorten
from sesbank.domain.vacancy import RequirementKind, Vacancy
from sesbank.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sesbank.session import Session

_TEXT_WIDTH = 70


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    mending = command(
        commands,
        "mend",
        run_mend,
        does="show what a kept vacancy asks as it was read, or put it right",
        example='sesbank mend "Director, Grants" tq2 --drop',
    )
    vacancy_argument(mending)
    requirement_argument(mending, may_be_left_out=True)
    how = mending.add_mutually_exclusive_group()
    how.add_argument("--drop", action="store_true", help="it is no requirement")
    how.add_argument("--confirm", action="store_true", help="it is right as read")
    how.add_argument("--kind", choices=[kind.value for kind in RequirementKind], help="it is this")
    how.add_argument("--merge", action="store_true", help="make one of it and the next")
    how.add_argument(
        "--split", action="store_true", help="make two of it, behind its first sentence"
    )
    how.add_argument("--words", metavar="TEXT", help="it is these words of the posting, exactly")
    how.add_argument("--add", metavar="TEXT", help="add these words of the posting, exactly")
    how.add_argument("--back", action="store_true", help="bring back what was dropped last")
    how.add_argument(
        "--learned",
        action="store_true",
        help="correct the lines that you corrected alike in other postings",
    )
    facts = ", ".join(FACTS)
    how.add_argument("--set", metavar="FACT=VALUE", help=f"put a fact right: {facts}")
    framework_option(mending, instead="it stays as it is")
    away = command(
        commands,
        "discard",
        run_discard,
        does="put a kept vacancy away with all that was decided for it",
        example='sesbank discard "Director, Grants"',
    )
    vacancy_argument(away)


def run_mend(arguments: argparse.Namespace) -> int:
    """Show what was read, or put it right."""
    from sesbank.session import vacancies

    _understood(arguments)
    with open_session(arguments) as session:
        vacancy = vacancies.get(session, arguments.vacancy)
        # As a copy without id it only changes in the hand: all that is asked for is one act.
        after = _learned(session, vacancy, arguments).edit(id="")
        after = _mended(session, after, arguments)
        if arguments.framework:
            after = vacancies.set_framework(session, after, arguments.framework)
        vacancy = vacancies.keep(session, after.edit(id=vacancy.id))
    if arguments.json:
        say_json({"id": vacancy.id, **vacancy_shape(vacancy)})
    else:
        rows = [
            (r.id, r.label, r.kind.value, "" if r.sure else "unsure", shorten(r.text, _TEXT_WIDTH))
            for r in vacancy.requirements
        ]
        say_all(table(rows, width(), heads=("id", "label", "kind", "", "text")))
    return 0


_OF_ONE = ("drop", "confirm", "kind", "merge", "split", "words")
"""What is done to one requirement."""

_OF_ALL = ("add", "back", "learned", "set")
"""What is done to the vacancy."""


def _understood(arguments: argparse.Namespace) -> None:
    """Raise UsageError where a requirement is missing, or named and nothing is done to it."""
    named = arguments.requirement
    act = next((act for act in (*_OF_ONE, *_OF_ALL) if _asked(arguments, act)), "")
    if act in _OF_ONE and not named:
        raise UsageError("say which requirement: its id or label, such as tq1")
    if act in _OF_ALL and named:
        raise UsageError(f"--{act} is about the whole vacancy: leave {named!r} out")
    if named and not act:
        acts = ", ".join(f"--{each}" for each in _OF_ONE)
        raise UsageError(f"say what is to be done with {named!r}: {acts}")


def _asked(arguments: argparse.Namespace, act: str) -> bool:
    return given(getattr(arguments, act))


def _learned(session: Session, vacancy: Vacancy, arguments: argparse.Namespace) -> Vacancy:
    """Return the vacancy with what corrections of other postings propose, where it was asked."""
    from sesbank.session import learning

    proposals = learning.proposals(session, vacancy) if arguments.learned else ()
    if arguments.learned and not proposals:
        note("no correction of another posting is about a line of this one: nothing is changed")
    for line in proposal_lines(proposals):
        note(line)
    return learning.accept(vacancy, proposals)


def _mended(session: Session, vacancy: Vacancy, arguments: argparse.Namespace) -> Vacancy:
    """Return the vacancy after what was asked for; unchanged where nothing was."""
    from sesbank.session import mending

    if arguments.back:
        return mending.bring_back(session, vacancy)
    if arguments.add is not None:
        kind = RequirementKind.TQ
        return mending.add(session, vacancy, kind, _span(vacancy, arguments.add))
    if arguments.set is not None:
        with wrong_use():
            return mending.state(session, vacancy, _fact(arguments.set))
    if not arguments.requirement:
        return vacancy
    named = requirement_named(vacancy, arguments.requirement)
    return _requirement_mended(session, vacancy, named, arguments)


def _requirement_mended(
    session: Session, vacancy: Vacancy, named: str, arguments: argparse.Namespace
) -> Vacancy:
    from sesbank.session import mending, vacancies

    if arguments.drop:
        return vacancies.drop_requirement(session, vacancy, named)
    if arguments.confirm:
        return mending.confirm(session, vacancy, named)
    if arguments.kind:
        kind = RequirementKind(arguments.kind)
        return vacancies.retype_requirement(session, vacancy, named, kind)
    if arguments.merge:
        return mending.merge(session, vacancy, named)
    if arguments.split:
        return mending.split(session, vacancy, named)
    return mending.respan(session, vacancy, named, _span(vacancy, arguments.words))


def _span(vacancy: Vacancy, words: str) -> tuple[int, int]:
    """Return where words stand in the posting. Raises NotFoundError where they do not."""
    start = vacancy.source.find(words) if words.strip() else -1
    if start < 0:
        raise NotFoundError("the posting does not say these words, letter for letter, on one line")
    return start, start + len(words)


def _fact(written: str) -> dict[str, str]:
    name, equals, value = written.partition("=")
    if not equals or name not in FACTS:
        raise UsageError(f"--set takes FACT=VALUE with one of {', '.join(FACTS)}")
    return {name: value}


def run_discard(arguments: argparse.Namespace) -> int:
    """Put a vacancy away."""
    from sesbank.session import vacancies

    with open_session(arguments) as session:
        vacancy = vacancies.get(session, arguments.vacancy)
        vacancies.remove(session, vacancy.id)
    if arguments.json:
        say_json({"removed": vacancy.id})
    else:
        say(f"Removed: {vacancy.title or vacancy.id}. `sesbank undo` brings it back.")
    return 0
