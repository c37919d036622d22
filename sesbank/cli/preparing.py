"""prepare, cue: what the sheet carries beside the stories, and its cues reworded."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.choosing import requirement_named
from sesbank.cli.command import Commands, Parser, command, count, open_session, refuse, wrong_use
from sesbank.cli.named import requirement_argument, vacancy_argument
from sesbank.cli.paper_shapes import preparation_shape
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.tables import indented, table
from sesbank.domain.interview import InterviewKind
from sesbank.domain.moments import moment_in_words
from sesbank.domain.preparation import Preparation, fact_from_line, facts_to_lines
from sesbank.domain.story import PARTS
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import UsageError

if TYPE_CHECKING:
    from sesbank.domain.interview import Interview
    from sesbank.domain.sheet import SheetRow


INTERVIEW = ("--kind", "--when", "--zone", "--minutes", "--place", "--panel")
"""Options that tell of the interview itself."""

SHEET_ALONE = ("--opening", "--question", "--fact")
"""Options for what only the sheet has a place for."""


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    preparing = command(
        commands,
        "prepare",
        run_prepare,
        does="keep the interview, opening line, questions and facts for a kept vacancy",
        example='sesbank prepare "Director, Grants" --when "2026-11-20 10:00" --zone ET '
        '--panel "Dana Whitfield (chair)"',
    )
    vacancy_argument(preparing)
    interview_options(preparing)
    preparing.add_argument(
        "--of",
        type=count,
        metavar="N",
        help="which interview, as `sesbank interviews` counts them; without it the next",
    )
    preparing.add_argument(
        "--drop", metavar="TEXT", help="take away the panel member, question or fact that says this"
    )
    wording = command(
        commands,
        "cue",
        run_cue,
        does="say the cues of a requirement on the sheet, or word one anew",
        example='sesbank cue "Director, Grants" tq1 result "Backlog gone in 7 months"',
    )
    vacancy_argument(wording)
    requirement_argument(wording)
    wording.add_argument("part", metavar="PART", nargs="?", choices=PARTS, help=", ".join(PARTS))
    wording.add_argument(
        "text", metavar="TEXT", nargs="?", help='at most twelve words; "" leaves the part off'
    )
    wording.add_argument("--proposed", action="store_true", help="take the proposed cue again")


def interview_options(parser: Parser) -> None:
    """Add the options that tell of an interview; one that is not given changes nothing."""
    group = parser.add_argument_group("the interview", 'an empty text "" takes a thing away')
    group.add_argument("--kind", choices=[kind.value for kind in InterviewKind])
    group.add_argument(
        "--when", metavar="TIME", help="2026-11-20 10:00, 11/20/2026 10 am, or the day alone"
    )
    group.add_argument("--zone", metavar="ZONE", help="time zone as said, such as ET")
    group.add_argument("--minutes", type=int, metavar="N", help="how long it takes")
    group.add_argument("--place", metavar="TEXT", help="room or platform")
    for name, metavar, about in (
        ("--panel", "NAME", 'one more panel member, "Dana Whitfield (chair)"; once for each'),
        ("--question", "TEXT", "one more question to put to the panel; once for each"),
        ("--fact", "TEXT", 'one more "fact | source | date" about the agency; once for each'),
    ):
        group.add_argument(name, action="append", metavar=metavar, help=about)
    group.add_argument("--opening", metavar="TEXT", help="the sentence to open with")


def preparation_of(arguments: argparse.Namespace) -> Preparation:
    """Return what the options say; raises UsageError for a time that is none."""
    if arguments.minutes is not None and not 0 <= arguments.minutes <= 24 * 60:
        raise UsageError("--minutes lies between 0 and 1440")
    if arguments.kind == InterviewKind.QRB.value and arguments.panel != [""]:
        hint = "a Qualifications Review Board stays unnamed"
        refuse(arguments, "--panel", where="with --kind qrb", hint=hint)
    facts = _several(arguments.fact)
    return Preparation(
        kind=InterviewKind(arguments.kind) if arguments.kind else None,
        when=None if arguments.when is None else _moment(arguments.when),
        zone=_line(arguments.zone),
        minutes=arguments.minutes,
        place=_line(arguments.place),
        panel=_several(arguments.panel),
        opening=_line(arguments.opening),
        questions=_several(arguments.question),
        notes=None if facts is None else tuple(map(fact_from_line, facts)),
        adds=True,
    )


def _moment(text: str) -> str:
    from sesbank.session import preparing

    with wrong_use():
        moment = preparing.moment(text)
    if moment and moment.replace("T", " ") != clean_line(text):
        note(f"Understood as {moment_in_words(moment)}")
    return moment


def _line(text: str | None) -> str | None:
    return None if text is None else clean_line(text)


def _several(texts: list[str] | None) -> tuple[str, ...] | None:
    return None if texts is None else tuple(map(clean_line, texts))


def run_prepare(arguments: argparse.Namespace) -> int:
    """Keep what is given, and say what is kept."""
    from sesbank.session import preparing, vacancies

    changes = preparation_of(arguments)
    if arguments.drop and changes != Preparation(adds=True):
        raise UsageError("--drop takes a line away: give it alone")
    with open_session(arguments) as session:
        kept = vacancies.get(session, arguments.vacancy)
        which = preparing.numbered(kept, arguments.of).id if arguments.of else None
        if arguments.drop:
            kept = preparing.take_away(session, kept, arguments.drop, which)
        elif changes != Preparation(adds=True):
            kept = preparing.prepare(session, kept, changes, which)
        at_hand = next((i for i in kept.interviews if i.id == which), None)
        interview = at_hand or preparing.next_interview(session, kept)
    if arguments.json:
        say_json(preparation_shape(kept, interview))
    else:
        say_all(_prepared_lines(kept, interview))
    return 0


def _prepared_lines(vacancy: Vacancy, interview: Interview | None) -> Iterator[str]:
    columns = width()
    rows = [("Vacancy", vacancy.named)]
    if interview:
        rows += [
            ("Kind", interview.kind.value),
            ("When", " ".join(filter(None, (interview.when.replace("T", " "), interview.zone)))),
            ("Minutes", str(interview.minutes or "")),
            ("Place", interview.place),
            *(("Panel", name) for name in interview.panel),
        ]
    rows.append(("Opening", vacancy.opening))
    rows += [("Question", question) for question in vacancy.questions]
    rows += [("Fact", line) for line in facts_to_lines(vacancy.notes).splitlines()]
    yield from table([row for row in rows if row[1]], columns)


def run_cue(arguments: argparse.Namespace) -> int:
    """Word a cue anew, or say the cues there are."""
    from sesbank.session import cues, sheets, vacancies

    wanted = arguments.text
    if arguments.part and wanted is None and not arguments.proposed:
        raise UsageError("give the cue's text, or --proposed: see `sesbank cue --help`")
    if wanted is not None and arguments.proposed:
        raise UsageError("give either the cue's text or --proposed, not both")
    if not arguments.part:
        hint = f"say which part: {', '.join(PARTS)}"
        refuse(arguments, "--proposed", where="without a part", hint=hint)
    with open_session(arguments) as session:
        kept = vacancies.get(session, arguments.vacancy)
        asked = requirement_named(kept, arguments.requirement)
        if arguments.part:
            wording = {arguments.part: None if arguments.proposed else wanted}
            kept = cues.reword(session, kept, asked, wording)
        rows = sheets.plan(session, kept).rows
    row = next((row for row in rows if row.requirement == asked), None)
    if row is None:
        known = ", ".join(found.requirement for found in rows)
        raise UsageError(f"the sheet has no requirement {arguments.requirement!r}: {known}")
    if arguments.json:
        say_json({"requirement": row.requirement, "title": row.title or None,
                  "cues": {cue.part: cue.text for cue in row.cues}})  # fmt: skip
    else:
        say_all(_cue_lines(row))
    return 0


def _cue_lines(row: SheetRow) -> Iterator[str]:
    yield from indented(row.title or row.gap, width(), first=f"{row.label}  ")
    yield from table([(cue.part, cue.text) for cue in row.cues], width())
