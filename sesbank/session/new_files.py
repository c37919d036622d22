"""New files: what is written for the person under the name they gave, or beside what has it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from sesbank.errors import NotSavedError
from sesbank.files import Place, look_at, write_new


def write(data: bytes, path: Path, *, overwrite: bool = False) -> Path:
    """Write a file and return its path.

    Without `overwrite` an existing name gets "(2)"; so does a file that Word has open, which
    cannot be replaced on Windows and must not be elsewhere. `beside` says why in a line.
    Raises InputError for a missing folder, NotSavedError when it cannot be written.
    """
    if overwrite and not held(path):
        with contextlib.suppress(NotSavedError):
            return write_new(path, data, overwrite=True)
    return write_new(path, data)


def held(path: Path) -> bool:
    """Whether Word or LibreOffice has a file open, as the marks they leave beside it tell."""
    marks = (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#")
    return any(look_at(path.parent / mark) is Place.FILE for mark in marks)


def beside(wanted: Path, written: Path) -> str:
    """Return in a line why a file has another name than was wanted, empty where it has not."""
    if wanted == written:
        return ""
    reason = "is open in a word processor" if held(wanted) else "is there already"
    return f"“{wanted.name}” {reason}. Written instead: {written}"
