"""doctor: is the bank well, and what can be done when it is not."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.cli.backups import bank_of
from sesbank.cli.command import Commands, command, open_session
from sesbank.cli.printing import say, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.errors import Exit
from sesbank.locations import expanded

if TYPE_CHECKING:
    from sesbank.session.doctor import Finding


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    looking = command(
        commands,
        "doctor",
        run_doctor,
        does="check the bank, its journal, every backup, permissions and leftovers; change nothing",
        example="sesbank doctor --salvage rescued.json",
    )
    acts = looking.add_mutually_exclusive_group()
    acts.add_argument(
        "--salvage",
        type=Path,
        metavar="FILE",
        help="write what can be read of a damaged bank into a new bank file",
    )
    acts.add_argument(
        "--merge",
        action="store_true",
        help="take in what conflicted copies of a sync service hold beyond the bank",
    )


def run_doctor(arguments: argparse.Namespace) -> int:
    """Look at everything, or salvage, or merge and then look."""
    from sesbank.session import doctor

    if arguments.salvage:
        return _salvage(arguments)
    merged = None
    if arguments.merge:
        with open_session(arguments) as session:
            merged = doctor.merge(session)
    findings = doctor.examined(bank_of(arguments))
    code = _code(findings)
    if arguments.json:
        rows = [{"grade": f.grade.value, "about": f.about, "text": f.text} for f in findings]
        say_json({"well": code == Exit.DONE, "merged": merged, "findings": rows})
        return code
    if merged is not None:
        say(f"Took in {merged} records from copies; the copies are where they were.")
    marks = {"good": "ok   ", "look": "look ", "damaged": "BAD  "}
    for finding in findings:
        say_all(indented(finding.text, width(), first=marks[finding.grade.value]))
    return code


def _code(findings: tuple[Finding, ...]) -> int:
    grades = {finding.grade.value for finding in findings}
    if "damaged" in grades:
        return Exit.UNREADABLE
    return Exit.FOUND if "look" in grades else Exit.DONE


def _salvage(arguments: argparse.Namespace) -> int:
    from sesbank.session import doctor

    saved = doctor.save_readable(bank_of(arguments), expanded(arguments.salvage))
    if arguments.json:
        counts = {"stories": saved.stories, "vacancies": saved.vacancies, "partly": saved.partly}
        say_json({"file": str(saved.path), **counts, "missing": list(saved.missing)})
    else:
        say(f"Saved {saved.stories} stories and {saved.vacancies} vacancies to {saved.path}")
        if saved.partly:
            say(f"{saved.partly} of them miss something: read them before you use them.")
        for line in saved.missing:
            say(f"  {line}")
        say("The damaged bank is as it was. Look at the new one with `sesbank --bank FILE list`.")
    return Exit.FOUND if saved.partly else Exit.DONE
