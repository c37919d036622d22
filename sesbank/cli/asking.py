"""ask: what a panel question probes, and the story to tell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sesbank.cli.command import (
    Commands,
    command,
    count,
    framework_option,
    nothing_to_offer,
    open_session,
    refuse,
    wrong_use,
)
from sesbank.cli.inputs import STANDARD_INPUT
from sesbank.cli.printing import flush, note, say_all, say_json, width
from sesbank.cli.reasons import OFFERED, offered_lines
from sesbank.cli.shapes import question_shape
from sesbank.cli.tables import indented
from sesbank.domain.evidence import BY_WORDING, QuestionReading
from sesbank.domain.question_kinds import KIND_NAMES
from sesbank.domain.text import clean, shorten
from sesbank.errors import Exit, InputError

if TYPE_CHECKING:
    from sesbank.domain.story import Telling
    from sesbank.session import Session
    from sesbank.session.counsel import Counsel

RANKED = 10
"""Stories in JSON where nobody says how many."""


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    asking = command(
        commands,
        "ask",
        run_ask,
        does="say what a panel question probes and which story to tell; - takes one a line",
        example='sesbank ask "Tell us about a time you led a major change."',
    )
    asking.add_argument(
        "question",
        nargs="+",
        metavar="QUESTION",
        help="the question, or - to read one a line and write one JSON object a line",
    )
    framework_option(asking, instead="the one in your settings")
    asking.add_argument(
        "--top",
        type=count,
        metavar="N",
        help="stories shown for a question (3; 10 as JSON)",
    )
    asking.add_argument(
        "--panel",
        default="",
        metavar="NAME",
        help="before whom you speak, or a vacancy's id: stories it has heard are marked",
    )
    asking.add_argument(
        "--told",
        metavar="STORY",
        help="note that you told this story in answer to the question: to the --panel named, "
        "without one to that of the only vacancy you prepare for, else to the panel of today",
    )


def run_ask(arguments: argparse.Namespace) -> int:
    """Read a question, or one a line from standard input."""
    many = arguments.question == [STANDARD_INPUT]
    if many:
        hint = "it notes one answer, so give the question itself instead of -"
        refuse(arguments, "--told", where="with -", hint=hint)
    with open_session(arguments) as session:
        problem = nothing_to_offer(session)
        if many:
            if sys.stdin is not None and sys.stdin.isatty():
                note("One question a line; end with Ctrl-D (Ctrl-Z and Enter on Windows).")
            worked = _ask_lines(session, arguments, sys.stdin or ())
        else:
            worked = True
            with wrong_use():
                _ask_one(session, arguments, " ".join(arguments.question))
            if arguments.told:
                _note_telling(session, arguments, " ".join(arguments.question))
    if problem:
        note(problem)
    return 0 if worked and not problem else Exit.FOUND


def _answer(
    session: Session, arguments: argparse.Namespace, question: str
) -> tuple[QuestionReading, str, dict[str, Telling], tuple[Counsel, ...]]:
    """Return a question as read, the panel at hand, which stories it has heard, other answers."""
    from sesbank.session import asking, telling
    from sesbank.session.counsel import counsel

    reading = asking.ask(
        session, question, framework=arguments.framework, limit=arguments.top or RANKED
    )
    panel = telling.panel_named(session, arguments.panel) if arguments.panel else ""
    heard = telling.already_told(session, reading, panel)
    return reading, panel, heard, counsel(session, reading, panel)


def _ask_one(session: Session, arguments: argparse.Namespace, question: str) -> None:
    reading, panel, told, answers = _answer(session, arguments, question)
    if arguments.json:
        say_json(question_shape(reading, panel, told, answers))
    else:
        for answer in answers:
            say_all(counsel_lines(answer))
        say_all(question_lines(session, reading, told, arguments.top or OFFERED))
        if not reading.stories and not reading.asks_no_story:
            say_all(_nothing_fits(answers))


def _note_telling(session: Session, arguments: argparse.Namespace, question: str) -> None:
    from sesbank.session import stories, telling

    ahead = "" if arguments.panel else telling.panel_ahead(session)
    panel = arguments.panel or ahead or telling.todays_panel(session)
    story = telling.log(session, stories.get(session, arguments.told).id, panel, question)
    told = f"“{shorten(story.title, 60)}” was told to {story.told[-1].panel}"
    why = " (the only one you prepare for)" if ahead else ""
    unnamed = f"{why}, as no --panel was named; `sesbank undo` takes it back"
    whose = "" if arguments.panel else unnamed
    note(f"Noted: {told}{whose}.")


def _ask_lines(session: Session, arguments: argparse.Namespace, lines: Iterable[str]) -> bool:
    """Write a JSON object for every line that is not blank; return whether all could be read."""
    worked = True
    for line in lines:
        question = line.strip()
        if not question:
            continue
        try:
            say_json(question_shape(*_answer(session, arguments, question)), one_line=True)
        except InputError as error:
            worked = False
            say_json({"question": clean(question[:200]), "error": str(error)}, one_line=True)
        flush()
    return worked


def counsel_lines(answer: Counsel) -> Iterator[str]:
    """Yield how to answer what asks for more than a story: the kind, the advice, what is kept."""
    columns = width()
    words = ", ".join(f"“{words}”" for words in answer.told_by)
    yield from indented(f"{KIND_NAMES[answer.kind]}  {words}", columns, first="Asks for  ")
    yield from indented(answer.advice, columns, first="Answer    ")
    if answer.setback:
        tells = "tells of a setback or of feedback: tell it short, and what you changed."
        yield from indented(f"“{answer.setback}” {tells}", columns, first="Tell      ")
    for line in answer.kept:
        yield from indented(line, columns, first="You keep  ")
    if answer.to_keep is not None:
        keep = f'sesbank prepare {answer.vacancy or "VACANCY"} --{answer.to_keep.name} "…"'
        yield from indented(keep, columns, first="Keep one  ")


def question_lines(
    session: Session, reading: QuestionReading, told: Mapping[str, Telling], top: int
) -> Iterator[str]:
    """Yield a question as read: what it probes, its parts, words to weave in, stories."""
    columns = width()
    for guess in reading.ecqs[:2]:
        cues = ", ".join(f"“{cue}”" for cue in guess.cues[:4]) or BY_WORDING
        yield from indented(f"{guess.name} ({guess.code})  {cues}", columns, first="Probes    ")
    if not reading.ecqs:
        none = "ECQ" if reading.asks_no_ecq else "word of the question tells an ECQ"
        yield f"Probes    no {none}"
    for part in reading.parts:
        yield from indented(part.alone(reading.question), columns, first="Part      [ ] ")
    if reading.keywords:
        yield from indented(_keywords(session, reading), columns, first="Weave in  ")
    yield ""
    for number, story in enumerate(reading.stories[:top], 1):
        yield from offered_lines(story, number, columns)
        if story.story in told:
            yield f"      ! this panel heard it on {told[story.story].day}"


def _nothing_fits(answers: Iterable[Counsel]) -> Iterator[str]:
    """Yield what to do where no story answers."""
    instead = [answer.instead for answer in answers if answer.instead]
    for line in instead or ["No story in the bank answers this yet."]:
        yield from indented(line, width(), first="Instead   " if instead else "")


def _keywords(session: Session, reading: QuestionReading) -> str:
    from sesbank.session import asking

    if not reading.stories:
        return ", ".join(reading.keywords)
    best = session.bank.stories[reading.stories[0].story]
    said = [f"{word} (said)" if has else word for word, has in asking.woven(session, reading, best)]
    return ", ".join(said)
