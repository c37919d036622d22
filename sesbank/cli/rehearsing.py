"""rehearse: questions and stories told aloud one by one, timed, and how each went noted."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sesbank.cli.command import (
    Commands,
    Parser,
    command,
    count,
    framework_option,
    given,
    nothing_to_offer,
    open_session,
    refuse,
    wrong_use,
)
from sesbank.cli.named import questions_arguments
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import indented, table
from sesbank.domain.text import counted, fold
from sesbank.errors import Exit, UsageError

if TYPE_CHECKING:
    from sesbank.domain.rehearsal import Rehearsal
    from sesbank.domain.story import Story
    from sesbank.session import Session
    from sesbank.session.rehearsing import Due, Rehearsed

_USUAL = 5
"""Questions where nobody says how many."""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = command(
        commands,
        "rehearse",
        run_rehearse,
        does="have questions and stories told aloud one by one, time you, and note how each went",
        example="sesbank rehearse --ecq LP --count 3\n  sesbank rehearse --stories --list",
    )
    questions_arguments(parser)
    parser.add_argument(
        "--count", type=count, metavar="N", help=f"how many ({_USUAL}; with --past all)"
    )
    framework_option(parser, instead="the one in your settings")
    parser.add_argument(
        "--drill",
        action="store_true",
        help="a cue first, then the story told part by part, each part timed",
    )
    parser.add_argument(
        "--stories",
        action="store_true",
        help="whole stories instead of questions, part by part; words are looked for in titles",
    )
    parser.add_argument(
        "--mock",
        action="store_true",
        help="a mock interview: five questions with follow-ups in 45 minutes, two of them about "
        "the vacancy's technical qualifications, the others of the ECQs",
    )
    parser.add_argument(
        "--list", action="store_true", help="list what would be asked, and ask nothing"
    )
    parser.add_argument("--past", action="store_true", help="list what you rehearsed instead")
    _add_noting(parser)


_ALONE = {
    "--question": (
        *("--mock", "--past", "--stories", "--drill", "--list"),
        *("--count", "--ecq", "--framework"),
    ),
    "--past": ("--mock", "--stories", "--drill", "--list", "--ecq", "--framework"),
    "--mock": ("--stories", "--count", "--ecq"),
    "--stories": ("--ecq", "--framework"),
    "--list": ("--drill",),
}
"""What does nothing beside each."""
_TAKES_WORDS = ("--stories", "--list")


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
            if arguments.words and option not in _TAKES_WORDS:
                raise UsageError(f"{option} chooses no questions by words: leave the words out")
    if arguments.question is None and told:
        raise UsageError(f"--{told[0]} is about one answer: give its --question too")
    if arguments.question is not None:
        missing = [name for name in parts[:3] if name not in told]
        if missing:
            raise UsageError(f"say --{' and --'.join(missing)} of the answer too")


def _rehearse(session: Session, arguments: argparse.Namespace) -> int:
    from sesbank.cli.drilling import Drill, summary_lines
    from sesbank.session import mock

    framework, found = _asked(session, arguments)
    if arguments.json:
        say_json([_due_shape(session, each) for each in found])
        return 0 if found else Exit.FOUND
    if not found:
        note(_nothing_found(session, arguments))
        return Exit.FOUND
    if arguments.list:
        say_all(_due_lines(session, found))
        return 0
    minutes = mock.MINUTES if arguments.mock else 0
    drill = Drill(session, framework, by_parts=arguments.drill, minutes=minutes)
    results = drill.ask(found)
    if arguments.mock:
        say_all(summary_lines(results))
    noted = sum(1 for each in results if each.answer)
    note(f"{counted(noted, 'answer')} noted; `sesbank rehearse --past` lists them.")
    return 0


def _nothing_found(session: Session, arguments: argparse.Namespace) -> str:
    if arguments.stories:
        return nothing_to_offer(session) or "no story that can be told has these words"
    return "no question has these words: `sesbank questions` lists those there are"


def _asked(session: Session, arguments: argparse.Namespace) -> tuple[str, tuple[Due, ...]]:
    """Return the framework to ask in, and what is asked.

    This is a mock interview, or the first of the questions or stories that are due.
    """
    from sesbank.session import mock, rehearsing

    framework = arguments.framework or session.framework.id
    words = " ".join(arguments.words)
    if arguments.mock:
        ahead = arguments.framework or mock.framework_ahead(session)
        return ahead, mock.mock(session, ahead)
    if arguments.stories:
        due = tuple(each for each in rehearsing.stories_due(session) if _has(session, each, words))
    else:
        due = rehearsing.due(session, framework=framework, ecq=arguments.ecq or "", words=words)
    return framework, due[: arguments.count or _USUAL]


def _has(session: Session, due: Due, words: str) -> bool:
    """Return whether the title of a story has all of these words."""
    title = fold(session.bank.stories[due.story].title)
    return all(word in title for word in fold(words).split())


def _due_lines(session: Session, found: Sequence[Due]) -> Iterator[str]:
    """Yield what is due, a line each: when, how it went last, what it is."""
    rows = [
        (
            _when(session, due),
            f"{due.last.day} {due.last.went.value}" if due.last else "none",
            due.kind,
            _called(session, due),
        )
        for due in found
    ]
    yield from table(rows, width(), heads=("when", "last grade", "", "to tell"))


def _when(session: Session, due: Due) -> str:
    if due.day is None:
        return "new"
    return (
        "due"
        if due.day <= session.today
        else f"in {counted((due.day - session.today).days, 'day')}"
    )


def _called(session: Session, due: Due) -> str:
    return session.bank.stories[due.story].title if due.story else due.question


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
    from sesbank.cli.bank import rehearsal_line

    yield from indented(each.rehearsal.question, width())
    yield from indented(
        f"{each.story.title}: {rehearsal_line(each.rehearsal)}", width(), first="  "
    )


def _due_shape(session: Session, due: Due) -> dict[str, object]:
    last = due.last
    return {
        "question": due.question,
        "ecq": due.ecq or None,
        "tq": due.label or None,
        "story": due.story or None,
        "title": _called(session, due) if due.story else None,
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
