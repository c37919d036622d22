"""Left behind: files beside a bank that hold words of it and that nobody takes away by himself."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from sesbank.storage.apart import MARK
from sesbank.storage.backups import FOLDER

_EDITOR_FILE = "story-{}.md"
"""The name of a file in which a text stood in the person's own editor, and may still stand."""


def new_editor_file(folder: Path) -> Path:
    """Return a free file for a text in the person's own editor."""
    return folder / _EDITOR_FILE.format(secrets.token_hex(4))


def editor_files(bank: Path) -> tuple[str, ...]:
    """Return the names of files that an editor was left with, beside a bank."""
    pattern = _EDITOR_FILE.format("[0-9a-f]" * 8)
    return tuple(sorted(each.name for each in bank.parent.glob(pattern)))


def kept_aside(bank: Path) -> tuple[str, ...]:
    """Return the names of all such files, which nobody can take a story out of by its id."""
    path = Path(os.path.realpath(bank))
    beside = [each.name for each in path.parent.glob(f"{path.name}*.set-aside-*")]
    apart = [each.name for each in path.parent.glob(f"{path.stem}{MARK}*.json")]
    damaged = [f"{FOLDER}/{each.name}" for each in (path.parent / FOLDER).glob("damaged-*")]
    return (*sorted(beside), *sorted(apart), *editor_files(path), *sorted(damaged))
