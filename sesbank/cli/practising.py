"""questions: what panels ask, to practise with; shipped and one's own."""

from __future__ import annotations

import argparse

from sesbank.cli.command import Commands, command, count, framework_option, open_session, refuse
from sesbank.cli.named import questions_arguments
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.question_kinds import QuestionKind
from sesbank.errors import Exit

_KINDS = tuple(kind.value for kind in QuestionKind if kind is not QuestionKind.STORY)


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    listing = command(
        commands,
        "questions",
        run_questions,
        does="list questions panels ask, with what they probe; yours come first",
        example="sesbank questions --ecq LP union",
    )
    questions_arguments(listing)
    listing.add_argument(
        "--kind",
        choices=_KINDS,
        help="what is asked beside the ECQs: an introduction, why here, plans, what you would do",
    )
    listing.add_argument("--top", type=count, default=20, metavar="N", help="how many (20)")
    framework_option(listing, instead="the one in your settings")


def run_questions(arguments: argparse.Namespace) -> int:
    """List the questions of the bank that were asked for."""
    from sesbank.session import practice

    if arguments.kind:
        if arguments.ecq:
            refuse(arguments, "--ecq", where="with --kind", hint="these probe no ECQ, leave it out")
        return _list_others(arguments)
    with open_session(arguments) as session:
        chosen = session.framework_named(arguments.framework or session.framework.id)
        found = practice.questions(
            session, framework=chosen.id, ecq=arguments.ecq or "", words=" ".join(arguments.words)
        )
    shown = [(q, q.probe_in(chosen.id)) for q in found[: max(arguments.top, 0)]]
    if arguments.json:
        say_json(
            [
                {
                    "question": q.text,
                    "ecq": p.ecq,
                    "competency": p.competency or None,
                    "kind": None,
                }
                for q, p in shown
                if p
            ]
        )
    else:
        columns = width()
        say_all(
            line for q, p in shown if p for line in indented(q.text, columns, first=f"{p.ecq:<5} ")
        )
        note(f"{len(shown)} of {len(found)}. `sesbank ask` says which story answers one.")
    return 0 if found else Exit.FOUND


def _list_others(arguments: argparse.Namespace) -> int:
    """List what panels ask beside their ECQs."""
    from sesbank.session import practice

    found = practice.others(QuestionKind(arguments.kind), " ".join(arguments.words))
    shown = found[: max(arguments.top, 0)]
    if arguments.json:
        say_json(
            [
                {"question": text, "ecq": None, "competency": None, "kind": kind.value}
                for kind, text in shown
            ]
        )
    else:
        say_all(line for _, text in shown for line in indented(text, width(), first="      "))
        note(f"{len(shown)} of {len(found)}. `sesbank ask` says how to answer one.")
    return 0 if found else Exit.FOUND
