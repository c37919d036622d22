"""rehearse: questions answered aloud one by one, timed, and how each went noted."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.command import (
    Commands,
    Parser,
    command,
    count,
    framework_option,
    given,
    open_session,
    refuse,
    wrong_use,
)
from sesbank.cli.named import questions_arguments
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import clock, indented
from sesbank.domain.text import counted, shorten, whole_number
from sesbank.errors import Exit, NotFoundError, UsageError

if TYPE_CHECKING:
    from sesbank.domain.evidence import QuestionReading
    from sesbank.domain.rehearsal import Rehearsal, Went
    from sesbank.domain.story import Story
    from sesbank.session import Session
    from sesbank.session.rehearsing import Due, Rehearsed

_STOP = ("q", "quit")
_NO_STORY = "-"
_OFFERED = 3
_USUAL = 5
"""Questions where nobody says how many."""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = command(
        commands,
        "rehearse",
        run_rehearse,
        does="ask questions one by one to answer aloud, time you, and note how each went",
        example="sesbank rehearse --ecq LP --count 3",
    )
    questions_arguments(parser)
    parser.add_argument(
        "--count", type=count, metavar="N", help=f"how many ({_USUAL}; with --past all)"
    )
    framework_option(parser, instead="the one in your settings")
    parser.add_argument(
        "--mock", action="store_true", help="a mock interview: five questions, one of each ECQ"
    )
    parser.add_argument("--past", action="store_true", help="list what you rehearsed instead")
    _add_noting(parser)


_ALONE = {
    "--question": ("--mock", "--past", "--count", "--ecq", "--framework"),
    "--past": ("--mock", "--ecq", "--framework"),
    "--mock": ("--count", "--ecq"),
}
"""What does nothing beside each."""


def _add_noting(parser: Parser) -> None:
    parser.add_argument(
        "--question", metavar="TEXT", help="ask nothing: note that you answered this question"
    )
    parser.add_argument("--story", metavar="STORY", help="with --question: the story you told")
    parser.add_argument("--seconds", type=count, metavar="N", help="with --question: how long")
    parser.add_argument(
        "--went", choices=("badly", "fair", "well", "easily"), help="with --question: how it went"
    )
    parser.add_argument("--note", metavar="TEXT", help="with --question: what to do better")


def run_rehearse(arguments: argparse.Namespace) -> int:
    """Rehearse, list what was rehearsed, or note one answer."""
    _understood(arguments)
    with open_session(arguments) as session:
        if arguments.question is not None:
            return _note_one(session, arguments)
        if arguments.past:
            return _list_past(session, arguments.count, as_json=arguments.json)
        return _rehearse(session, arguments)


def _understood(arguments: argparse.Namespace) -> None:
    """Raise UsageError where one answer is noted by half, or noted without its question."""
    parts = ("story", "seconds", "went", "note")
    told = [name for name in parts if getattr(arguments, name) is not None]
    for option, instead in _ALONE.items():
        if given(getattr(arguments, option.removeprefix("--"))):
            refuse(arguments, *instead, where=f"with {option}")
            if arguments.words:
                raise UsageError(f"{option} chooses no questions by words: leave the words out")
    if arguments.question is None and told:
        raise UsageError(f"--{told[0]} is about one answer: give its --question too")
    if arguments.question is not None:
        missing = [name for name in parts[:3] if name not in told]
        if missing:
            raise UsageError(f"say --{' and --'.join(missing)} of the answer too")


def _rehearse(session: Session, arguments: argparse.Namespace) -> int:
    framework, found = _asked(session, arguments)
    if arguments.json:
        say_json([_due_shape(each) for each in found])
        return 0 if found else Exit.FOUND
    if not found:
        note("no question has these words: `sesbank questions` lists those there are")
        return Exit.FOUND
    unanswered = [each.ecq for each in found]
    try:
        for number, each in enumerate(found, 1):
            if _ask(session, each, f"{number} of {len(found)}  ", framework):
                unanswered.remove(each.ecq)
    except EOFError:
        say()
    noted = len(found) - len(unanswered)
    if arguments.mock and unanswered:
        say(f"Without an answer: {', '.join(unanswered)}")
    note(f"{counted(noted, 'answer')} noted; `sesbank rehearse --past` lists them.")
    return 0


def _asked(session: Session, arguments: argparse.Namespace) -> tuple[str | None, tuple[Due, ...]]:
    """Return the framework to ask in, None for the one in use, and the questions.

    These are those of a mock interview, or the first of what is due.
    """
    from sesbank.session import mock, rehearsing

    framework = arguments.framework
    if arguments.mock:
        ahead = framework or mock.framework_ahead(session)
        return ahead, mock.mock(session, ahead)
    words = " ".join(arguments.words)
    due = rehearsing.due(session, framework=framework, ecq=arguments.ecq or "", words=words)
    return framework, due[: arguments.count or _USUAL]


def _ask(session: Session, due: Due, head: str, framework: str | None) -> bool:
    """Ask one question, and return whether an answer was noted. Raises EOFError to stop."""
    from sesbank.domain.rehearsal import Rehearsal
    from sesbank.session import rehearsing

    say()
    probes = f"{due.ecq}  " if due.ecq else ""
    say_all(indented(due.question, width(), first=f"{head}{probes}"))
    if due.last is not None:
        say_all(indented(_last(due.last), width(), first="Last time "))
    started = time.monotonic()
    _answer("Answer aloud; Enter ends it, q stops: ")
    seconds = max(round(time.monotonic() - started), 1)
    say_all(indented(clock(seconds), width(), first="You took  "))
    reading = _reveal(session, due.question, framework)
    story = _story_told(session, reading)
    if story is None:
        return False
    pace = session.settings.words_a_minute
    say(f"“{shorten(story.title, 60)}” takes {clock(story.seconds_to_tell(pace))} as written.")
    went, remark = _how_it_went()
    if went is None:
        return False
    rehearsing.note(session, story.id, Rehearsal(due.question, "", seconds, went, remark))
    return True


def _reveal(session: Session, question: str, framework: str | None) -> QuestionReading:
    """Say what the question probed, how to answer it and which stories do; return it as read."""
    from sesbank.cli.asking import counsel_lines, question_lines
    from sesbank.session import asking
    from sesbank.session.counsel import counsel

    reading = asking.ask(session, question, framework=framework)
    for advice in counsel(session, reading):
        say_all(counsel_lines(advice))
    say_all(question_lines(session, reading, {}, _OFFERED))
    return reading


def _story_told(session: Session, reading: QuestionReading) -> Story | None:
    """Return the story the person told, None for none."""
    from sesbank.session import stories

    offered = [match.story for match in reading.stories[:_OFFERED]]
    first = "Enter for 1, " if offered else ""
    while True:
        said = _answer(f"Which story did you tell? A number, or a title; {first}- for none: ")
        if said == _NO_STORY or not (said or offered):
            return None
        number = whole_number(said or "1", len(offered))
        if number:
            return session.bank.stories[offered[number - 1]]
        try:
            return stories.get(session, said)
        except NotFoundError as error:
            note(str(error))


def _how_it_went() -> tuple[Went | None, str]:
    """Return how it went and the note behind it; Enter alone notes nothing."""
    from sesbank.session.rehearsing import went_named

    while True:
        said = _answer(
            "How did it go? 1 badly, 2 fair, 3 well, 4 easily, with a note; Enter skips: "
        )
        named, _, remark = said.partition(" ")
        went = went_named(named)
        if went is not None or not said:
            return went, remark.strip()
        note(f"{shorten(named, 20)!r} is none of 1 to 4")


def _answer(prompt: str) -> str:
    """Return what the person types. Raises EOFError where that is the end."""
    said = input(prompt).strip()
    if said.casefold() in _STOP:
        raise EOFError
    return said


def _note_one(session: Session, arguments: argparse.Namespace) -> int:
    from sesbank.domain.rehearsal import Rehearsal, Went
    from sesbank.session import rehearsing, stories

    story = stories.get(session, arguments.story)
    went, remark = Went(arguments.went), arguments.note or ""
    answer = Rehearsal(arguments.question, "", arguments.seconds, went, remark)
    with wrong_use():
        saved = rehearsing.note(session, story.id, answer)
    if arguments.json:
        say_json(_shape(saved, saved.rehearsed[-1]))
    else:
        say(f"Noted: {saved.title} ({saved.id}), {arguments.went}")
    return 0


def _list_past(session: Session, most: int | None, *, as_json: bool) -> int:
    from sesbank.session import rehearsing

    past = rehearsing.past(session)
    found = past[:most]
    if as_json:
        say_json([_shape(each.story, each.rehearsal) for each in found])
    else:
        say_all(line for each in found for line in _past_lines(each))
        shown = f"; the latest {len(found)} are shown" if len(found) < len(past) else ""
        note(f"{counted(len(past), 'answer')} rehearsed{shown}")
    return 0


def _past_lines(each: Rehearsed) -> Iterator[str]:
    yield from indented(each.rehearsal.question, width())
    yield from indented(f"{each.story.title}: {_last(each.rehearsal)}", width(), first="  ")


def _last(rehearsal: Rehearsal) -> str:
    from sesbank.cli.bank import rehearsal_line

    return rehearsal_line(rehearsal)


def _due_shape(due: Due) -> dict[str, object]:
    last = due.last
    return {
        "question": due.question,
        "ecq": due.ecq or None,
        "due": due.day.isoformat() if due.day else None,
        "last": {"day": last.day, "seconds": last.seconds, "went": last.went.value}
        if last
        else None,
    }


def _shape(story: Story, rehearsal: Rehearsal) -> dict[str, object]:
    return {
        "story": story.id,
        "title": story.title,
        "question": rehearsal.question,
        "day": rehearsal.day,
        "seconds": rehearsal.seconds,
        "went": rehearsal.went.value,
        "note": rehearsal.note or None,
        "parts": {each.part: each.seconds for each in rehearsal.parts} or None,
    }
