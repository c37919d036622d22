"""keep: a posting taken into the bank, with or without what is known about it from before."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.inputs import text_of
from sesbank.cli.printing import note, say, say_json
from sesbank.cli.shapes import Shape, vacancy_shape
from sesbank.domain.text import counted, shorten
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import NotFoundError

if TYPE_CHECKING:
    from sesbank.domain.learning import Proposal
    from sesbank.session import Session
    from sesbank.session.learning import Recall


def add_to(commands: Commands) -> None:
    """Add the command."""
    keeping = command(
        commands,
        "keep",
        run_keep,
        does="keep a posting as a vacancy in the bank",
        example="sesbank keep posting.txt --learned",
    )
    keeping.add_argument("posting", metavar="POSTING", help="a text file, or - for standard input")
    how = keeping.add_mutually_exclusive_group()
    how.add_argument(
        "--carry",
        action="store_true",
        help="with your corrections, pins and choices of the earlier form you keep",
    )
    how.add_argument(
        "--learned",
        action="store_true",
        help="correct the lines that you corrected alike in other postings",
    )


def run_keep(arguments: argparse.Namespace) -> int:
    """Keep a posting."""
    from sesbank.session import learning, vacancies

    text = text_of(arguments.posting, "posting")
    with open_session(arguments) as session:
        vacancy = vacancies.read(session, text)
        known = learning.recall(session, vacancy)
        same = known.earlier
        if arguments.learned and same is not None and same.source == vacancy.source:
            return _corrected(session, same, as_json=arguments.json)
        kept = vacancies.keep(session, _as_asked(vacancy, known, arguments))
    tell_kept(kept, known, as_json=arguments.json, used=arguments.carry or arguments.learned)
    return 0


def _corrected(session: Session, kept: Vacancy, *, as_json: bool) -> int:
    """Correct a vacancy that is kept already by what was learned since; no second one is kept."""
    from sesbank.session import learning, vacancies
    from sesbank.session.learning import Recall

    proposals = learning.proposals(session, kept)
    done = vacancies.keep(session, learning.accept(kept, proposals))
    if as_json:
        tell_kept(done, Recall(kept, proposals), as_json=True, used=True)
        return 0
    say(f"You keep this posting already: {done.named} ({done.id}); no second one was kept.")
    if proposals:
        say("Corrected there as in other postings:")
    else:
        say("No correction of another posting is about a line of it: nothing is changed.")
    for line in proposal_lines(proposals):
        say(line)
    return 0


def _as_asked(vacancy: Vacancy, known: Recall, arguments: argparse.Namespace) -> Vacancy:
    """Return a posting with what of the earlier ones is to count for it."""
    from sesbank.session import learning

    if arguments.carry:
        if known.earlier is None:
            raise NotFoundError("you keep no earlier form of this posting: leave --carry out")
        return learning.carried_over(vacancy, known.earlier)
    if arguments.learned:
        if known.earlier is not None:
            raise NotFoundError(
                f"you keep an earlier form of this posting, {known.earlier.id}: --carry instead "
                "of --learned takes over what you decided there, corrections included"
            )
        return learning.accept(vacancy, known.proposals)
    return vacancy


def tell_kept(kept: Vacancy, known: Recall, *, as_json: bool, used: bool = False) -> None:
    """Say that a posting is kept, and what is known of it; `used` when that counts already."""
    if as_json:
        told = {
            "earlier": known.earlier.id if known.earlier else None,
            "proposals": [_proposal(each, done=used) for each in known.proposals],
        }
        say_json({"id": kept.id, **vacancy_shape(kept), **told})
        return
    say(f"Kept: {kept.named} ({kept.id}), {counted(len(kept.matched), 'requirement')}")
    if used and known.earlier is not None:
        say(f"With what you decided for {known.earlier.id}, where the words agree.")
    elif used:
        for line in proposal_lines(known.proposals):
            say(line)
    elif known.earlier is not None:
        note(
            f"you keep an earlier form of it, {known.earlier.id}: `sesbank discard {kept.id}` and "
            "`sesbank keep … --carry` take over your corrections, pins and choices"
        )
    elif known.proposals:
        many = counted(len(known.proposals), "line")
        note(f"you corrected {many} of this in earlier postings:")
        for line in proposal_lines(known.proposals):
            note(line)
        note(f"`sesbank mend {kept.id} --learned` does the same here")


def proposal_lines(proposals: tuple[Proposal, ...]) -> Iterator[str]:
    """Yield what earlier corrections propose, a line each."""
    from sesbank.session import learning

    for each in proposals:
        yield f"- {learning.does(each.lesson)}: “{shorten(each.lesson.text, 60)}”"


def _proposal(proposal: Proposal, *, done: bool) -> Shape:
    """Return what an earlier correction proposes for a line: "drop", or the kind it becomes."""
    return {
        "requirement": proposal.requirement,
        "does": proposal.lesson.kind,
        "text": proposal.lesson.text,
        "learned_in": proposal.learnt_in,
        "done": done,
    }
