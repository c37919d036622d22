"""Word package: the parts of a Word file of unknown origin, read under hard limits.

Sizes that the file declares are not trusted: every part is inflated with a cap, and only when
it is asked for. Nothing here parses XML.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_LIMIT = 20_000_000
PART_LIMIT = 32_000_000
TOTAL_LIMIT = 100_000_000
RATIO_LIMIT = 200
ENTRY_LIMIT = 2_000

_DOCTYPE = re.compile(rb"\x00{0,3}".join(bytes([sign]) for sign in b"<!DOCTYPE"), re.IGNORECASE)
"""In encodings of one, two or four bytes a sign."""

_SMALL = 100_000
"""Bytes below which a part may be blown up as it likes."""


class PackageError(Exception):
    """The file is no Word file or goes beyond a limit. Its text is the reason."""


class WordPackage:
    """An open Word file; counts what it inflates."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        entries = file.infolist()
        if len(entries) > ENTRY_LIMIT:
            raise PackageError(f"it has more than {ENTRY_LIMIT} parts")
        self._file = file
        self._entries = {info.filename: info for info in entries}
        self._total = 0

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def read(self, name: str, limit: int = PART_LIMIT) -> bytes:
        """Return what a part holds; raises PackageError beyond a limit."""
        info = self._entries[name]
        with self._file.open(info) as part:
            data = part.read(limit + 1)
        self._total += len(data)
        if len(data) > limit or self._total > TOTAL_LIMIT:
            raise PackageError(f"{name} is too large")
        if len(data) > _SMALL and len(data) / max(info.compress_size, 1) > RATIO_LIMIT:
            raise PackageError(f"{name} is blown up")
        return data


@contextmanager
def opened(path: Path) -> Iterator[WordPackage]:
    """Open a Word file for as long as its parts are read.

    Raises PackageError, also for what goes wrong while parts are read.
    """
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise PackageError(f"it is larger than {FILE_LIMIT // 1_000_000} MB")
        with zipfile.ZipFile(path) as file:
            yield WordPackage(file)
    except OSError as error:
        raise PackageError(error.strerror or "it cannot be read") from error
    except zipfile.BadZipFile as error:
        raise PackageError("it is no Word file (.docx)") from error
    except (zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise PackageError("it is damaged or locked with a password") from error


def refuse_document_type(name: str, data: bytes) -> None:
    """Raise PackageError when a part declares a document type, in whatever encoding."""
    if _DOCTYPE.search(data):
        raise PackageError(f"{name} declares a document type")


def relations_of(part: str) -> str:
    """Return the name of the part that lists what a part refers to; "" is the package itself."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def resolved(target: str, part: str) -> str:
    """Return the name of the part that a relation of `part` points to."""
    folder = posixpath.dirname(part)
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")
