"""Files of the person: texts read with care, and new files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import Any

from sesbank.domain.text import clean_line, shorten
from sesbank.errors import InputError, NotSavedError

LIMIT = 5_000_000
"""Bytes of the largest text that is read unless the caller says otherwise."""

SMALL = 20_000
"""Bytes of the largest file of settings or colors: many times what any of them needs."""

LONGEST_NAME = 200
"""Bytes of the longest file name made from a title; every common file system takes 255."""

LONGEST_SHOWN = 300
"""Characters of a path in a message: the names people use are shorter, a pasted text is not."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_KNOWN_BINARIES = {
    b"PK\x03\x04": "is a Word or zip file; save it as plain text first",
    b"%PDF": "is a PDF; copy its text into a text file first",
    b"\xd0\xcf\x11\xe0": "is an old Word file; save it as plain text first",
    b"{\\rtf": "is a rich text file; save it as plain text first",
}
_MOST_PARTS = 50
_DOTTED = re.compile(rf"^[ \t\[]*(?:[\w\"'-]+[ \t]*\.[ \t]*){{{_MOST_PARTS}}}", re.MULTILINE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)


class Place(StrEnum):
    """What a path leads to."""

    FILE = "file"
    """Anything that is there and is no folder."""
    FOLDER = "folder"
    NOTHING = "nothing"
    """Nothing, or what no name can be: too long, or with a NUL in it."""
    CLOSED = "closed"
    """What may not be looked at; there may be something."""


def look_at(path: Path) -> Place:
    """Return what a path leads to; a look never fails, whatever the path is."""
    try:
        mode = path.stat().st_mode
    except PermissionError:
        return Place.CLOSED
    except (OSError, ValueError):
        return Place.NOTHING
    return Place.FOLDER if stat.S_ISDIR(mode) else Place.FILE


def read_text(path: Path, *, limit: int = LIMIT) -> str:
    """Return the text of a file of at most `limit` bytes, in the encodings text comes in.

    UTF-8 with or without mark, UTF-16 with mark, and Windows-1252 where it makes plain text.
    Raises InputError for anything else, with what is wrong and what to do.
    """
    return text_in(read_bytes(path, limit=limit), shown(path))


def text_in(data: bytes, name: str) -> str:
    """Return the text that bytes hold, as `read_text` does; `name` is what it came from."""
    for start, advice in _KNOWN_BINARIES.items():
        if data.startswith(start):
            raise InputError(f"{name} {advice}")
    text = _decoded(data)
    if text is None:
        raise InputError(f"{name} is not a text file; save it as plain text (UTF-8)")
    if not text.strip():
        raise InputError(f"{name} is empty; choose a file with text in it")
    return text


def shown(path: Path) -> str:
    """Return a path as messages name it: on one line, without control characters, not endless."""
    name = clean_line(str(path)) or "the file"
    return name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"


def read_bytes(path: Path, *, limit: int = LIMIT) -> bytes:
    """Return what a file of at most `limit` bytes holds; raises InputError that names it."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError(f"{shown(path)} is not there; check the name") from None
    except IsADirectoryError:
        raise InputError(f"{shown(path)} is a folder; name a file in it") from None
    except ValueError:
        raise InputError(f"{shown(path)} is no file name") from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise InputError(f"{shown(path)} is too long for the name of a file") from None
        # Windows reports a refused access where it is a folder.
        if error.filename is not None and look_at(path) is Place.FOLDER:
            raise InputError(f"{shown(path)} is a folder; name a file in it") from None
        raise InputError(f"{shown(path)} cannot be read: {reason(error)}") from None
    if len(data) > limit:
        raise InputError(f"{shown(path)} is larger than {_size(limit)}; take the part that counts")
    return data


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table of a small TOML file, such as settings or the colors of a theme.

    Raises InputError that begins with the path. Larger files are refused before they are read.
    """
    try:
        mode = path.stat().st_mode
        plain = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
    except (OSError, ValueError):
        plain = True  # Why it cannot be read, reading tells.
    if not plain:  # A pipe or a device may never end.
        raise InputError(f"{shown(path)} is no file on a disk; put one in its place")
    try:
        return parse_toml(read_bytes(path, limit=SMALL).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{shown(path)} is no text in UTF-8; save it as such") from None
    except ValueError as error:
        raise InputError(f"{shown(path)} is {error}") from None


def parse_toml(text: str) -> dict[str, Any]:
    """Return the table a text of TOML holds, whoever wrote it.

    Raises ValueError that says what is wrong, on one line: "not valid TOML: ...".
    """
    import tomllib

    if _DOTTED.search(text):
        # The parser's time grows with the square of a key's parts: it would not come back.
        raise ValueError(f"not valid TOML: a key has more than {_MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not valid TOML: {shorten(str(error), 200)}") from None


def _decoded(data: bytes) -> str | None:
    if data.startswith(_UTF16_MARKS):
        return _plausible(data, "utf-16")
    if b"\x00" in data:
        return None
    text = _plausible(data, "utf-8-sig")
    return text if text is not None else _plausible(data, "cp1252")


def _plausible(data: bytes, encoding: str) -> str | None:
    """Return the text, or None when it does not decode or is mostly no text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    controls = len(_CONTROLS.findall(text))
    # A stray control character happens in pasted text and is cleaned later; many are no text.
    too_many = controls > (0 if encoding == "cp1252" else len(text) // 50)
    return None if too_many or "\x00" in text else text


def placed(path: Path) -> Path:
    """Return a path that a file can be written to, for asking before anything is made.

    Raises InputError where its folder is not there or may not be entered, or it is a folder.
    """
    if not path.name:
        raise InputError(f"{shown(path)} is a folder; name a file in it")
    folder, there = look_at(path.parent), look_at(path)
    if Place.CLOSED in (folder, there):
        raise InputError(f"the folder {shown(path.parent)} may not be entered; choose another")
    if folder is not Place.FOLDER:
        raise InputError(f"the folder {shown(path.parent)} is not there; make it first")
    if there is Place.FOLDER:
        raise InputError(f"{shown(path)} is a folder; name a file in it")
    return path


def write_new(path: Path, data: bytes, *, overwrite: bool = False, mode: int = 0o600) -> Path:
    """Write a file whole and durable, readable by its owner only, and return its path.

    `mode` is for one that others may read already.
    Without `overwrite` an existing file stays and the new one is called "name (2).docx".
    Raises InputError for a missing folder, NotSavedError when it cannot be written; nothing is
    left behind then.
    """
    placed(path)
    temporary = path.parent / f".sesbank-{os.urandom(6).hex()}.tmp"
    try:
        _write_durably(temporary, data, mode)
        written = _put(temporary, path) if overwrite else _put_beside(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise NotSavedError(f"{shown(path)} was not written: {reason(error)}") from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    return written


def _write_durably(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600), "wb") as file:
        if mode != 0o600 and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put(temporary: Path, path: Path) -> Path:
    temporary.replace(path)
    return path


def _put_beside(temporary: Path, path: Path) -> Path:
    for number in range(1, 10_000):
        free = path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
        with contextlib.suppress(FileExistsError):
            _claim(temporary, free)
            return free
    raise FileExistsError(17, "too many files of that name")


def _claim(temporary: Path, path: Path) -> None:
    """Give the file its name unless the name is taken, in one step where links are known."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError, NotImplementedError):
        # No hard links here (FAT, some network drives): take the name first, then fill it.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder to sync it.
    # Some network folders refuse to be opened or synced; the file itself is safe by then.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def safe_name(title: str, suffix: str) -> str:
    """Return a file name for a title: inside its folder, on every system, with `suffix`.

    `suffix` has its dot: ".docx". A title without usable characters becomes "untitled".
    """
    name = _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", clean_line(title)))
    name = _shortened(" ".join(name.split()), LONGEST_NAME - len(suffix.encode()))
    name = name.strip(" .-~") or "untitled"
    if _DEVICES.match(name):
        name = f"_{name}"  # Windows keeps these names for devices, whatever follows the dot.
    return name + suffix


def _shortened(name: str, most: int) -> str:
    return name.encode("utf-8")[: max(most - 1, 1)].decode("utf-8", "ignore")


def reason(error: OSError) -> str:
    """Return what the system says about a failed call, as the end of a sentence."""
    return clean_line(error.strerror or type(error).__name__).casefold()


def _size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit} bytes"
