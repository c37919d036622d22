"""backup, restore: copies of the bank made, listed and brought back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sesbank.cli.command import Commands, command, open_session, wrong_use
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import table
from sesbank.domain.text import counted
from sesbank.errors import BankError, LockedBankError, NewerBankError

if TYPE_CHECKING:
    from sesbank.session.backups import Backup, Restored


def add_to(commands: Commands) -> None:
    """Add the commands of this group."""
    backing = command(
        commands,
        "backup",
        run_backup,
        does="make a backup of the bank now, which stays until you remove it, or list them",
        example="sesbank backup --list",
    )
    how = backing.add_mutually_exclusive_group()
    how.add_argument("--list", action="store_true", help="only list the backups")
    how.add_argument(
        "--remove", metavar="NAME", help="take one away for good, by a part of its name"
    )
    restoring = command(
        commands,
        "restore",
        run_restore,
        does="bring back the bank of a backup, also where the bank itself cannot be read",
        example="sesbank restore 20261122T0600",
    )
    restoring.add_argument(
        "name",
        nargs="?",
        default="",
        metavar="NAME",
        help="a backup or a part of its name; without it the newest",
    )


def bank_of(arguments: argparse.Namespace) -> Path:
    """Return the bank file that is meant, which need not open."""
    from sesbank import locations

    named: Path = arguments.bank or locations.bank_path()
    return locations.expanded(named)


def run_backup(arguments: argparse.Namespace) -> int:
    """Make a backup, list them, or take one away."""
    from sesbank.session import backups

    if arguments.list:
        _list(backups.listed_at(bank_of(arguments)), as_json=arguments.json)
        return 0
    if arguments.remove is not None:
        with wrong_use():
            gone = backups.remove(bank_of(arguments), arguments.remove)
        if arguments.json:
            say_json({"removed": gone.name})
        else:
            say(f"Removed for good: {gone.name}")
        return 0
    with open_session(arguments) as session:
        made = backups.make(session)
        folder = session.store.backups.folder
    if arguments.json:
        say_json(_shape(made) | {"file": str(folder / made.name)})
    else:
        say(f"Backed up and read back: {folder / made.name}")
        note(f"It stays until you remove it: sesbank backup --remove {made.name}")
    return 0


def _list(found: tuple[Backup, ...], *, as_json: bool) -> None:
    if as_json:
        say_json([_shape(backup) for backup in found])
        return
    rows = [
        (f"{b.made:%Y-%m-%d %H:%M} UTC", str(b.rev), b.reason.replace("-", " "), b.name)
        for b in found
    ]
    say_all(table(rows, max(width(), 110), heads=("made", "save", "reason", "name")))
    say(counted(len(found), "backup"))


def _shape(backup: Backup) -> dict[str, Any]:
    return {
        "name": backup.name,
        "made": backup.made.isoformat(),
        "save": backup.rev,
        "reason": backup.reason,
    }


def run_restore(arguments: argparse.Namespace) -> int:
    """Restore a backup into the bank, or over one that cannot be read."""
    from sesbank.session import backups

    try:
        session = open_session(arguments)
    except (NewerBankError, LockedBankError):
        raise
    except BankError:
        done = backups.restore_damaged(bank_of(arguments), arguments.name)
        _tell(done, damaged=True, as_json=arguments.json)
        return 0
    with session:
        done = backups.restore(session, arguments.name)
    _tell(done, damaged=False, as_json=arguments.json)
    return 0


def _tell(done: Restored, *, damaged: bool, as_json: bool) -> None:
    if as_json:
        copy = str(done.copy) if done.copy else None
        counts = {"changed": done.changed, "later_saves": done.later, "damaged_copy": copy}
        say_json({"backup": _shape(done.backup), "damaged": damaged, **counts})
        return
    say(f"Restored {done.backup.name}")
    if not damaged:
        say(f"{done.changed} records changed. `sesbank undo` takes it back.")
        return
    later = f", and {done.later} saves made after it" if done.later else ""
    say(f"The bank has its {done.changed} records again{later}.")
    if done.copy:
        say(f"The damaged files are kept in {done.copy}")
