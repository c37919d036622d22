"""demo: the main job on invented examples, away from the person's own bank."""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.cli.app import on_a_terminal, open_app
from sesbank.cli.command import Commands, command
from sesbank.cli.paper_shapes import sheet_shape
from sesbank.cli.postings import head_lines, match_lines, slate_lines
from sesbank.cli.printing import say, say_all, say_json
from sesbank.cli.shapes import match_shape
from sesbank.cli.sheet import sheet_lines
from sesbank.errors import InputError
from sesbank.files import read_text, reason, shown
from sesbank.locations import expanded

if TYPE_CHECKING:
    from sesbank.domain.evidence import MatchReport
    from sesbank.domain.vacancy import Vacancy
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    showing = command(
        commands,
        "demo",
        run_demo,
        does="do the main job once on invented examples, then open the app on them",
        example="sesbank demo --out demo-files --no-app",
    )
    showing.add_argument(
        "--out", type=Path, metavar="DIR", help="folder for the scratch bank and the sheet"
    )
    showing.add_argument("--no-app", action="store_true", help="do not open the app at the end")


def run_demo(arguments: argparse.Namespace) -> int:
    """Read an example posting, match it, write the sheet, and open the app on the examples."""
    from sesbank.session import Session, examples, new_files, sheets, vacancies

    folder = _folder(arguments.out)
    posting = examples.example_postings()[0]
    bank = examples.scratch_bank(folder)
    with Session.open(bank) as session:
        vacancy = vacancies.read(session, read_text(posting))
        report = vacancies.match(session, vacancy)
        sheet = sheets.make(session, vacancy, report=report)
        path = new_files.write(sheet.data, folder / sheets.file_name(vacancy), overwrite=True)
        if vacancy.source not in {kept.source for kept in vacancies.listed(session)}:
            # So that the app shows at once what was printed.
            vacancies.keep(session, vacancy)
        if arguments.json:
            covers = vacancies.report_covers(session, vacancy, report)
            match, written = match_shape(vacancy, report, covers), sheet_shape(sheet, path)
            say_json({"bank": str(bank), "match": match, "sheet": written})
            return 0
        say(f"A scratch bank of {len(session.bank.stories)} stories is in {bank}")
        say(f"The posting is {posting}")
        _show(session, vacancy, report)
        say()
        say_all(sheet_lines(sheet))
        say(f"Wrote {path}")
    return _end(bank, opens=not arguments.no_app and on_a_terminal())


def _folder(named: Path | None) -> Path:
    if named is None:
        return Path(tempfile.mkdtemp(prefix="sesbank-demo-"))
    folder = expanded(named)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{shown(folder)} cannot be used: {reason(error)}") from None
    return folder


def _show(session: Session, vacancy: Vacancy, report: MatchReport) -> None:
    from sesbank.session import vacancies

    covers = vacancies.report_covers(session, vacancy, report)
    titles = {story.id: story.title for story in session.bank.stories.values()}
    say()
    say_all(head_lines(vacancy))
    say_all(match_lines(vacancy, report, covers, top=1))
    say_all(slate_lines(vacancy, report, titles))


def _end(bank: Path, *, opens: bool) -> int:
    say()
    if not opens:
        program = shlex.quote(sys.argv[0]) if Path(sys.argv[0]).stem == "sesbank" else "sesbank"
        say(f"Open the app on these examples with: {program} --bank {shlex.quote(str(bank))}")
        return 0
    input("Press Enter to open the app on these examples. ")
    return open_app(bank)
