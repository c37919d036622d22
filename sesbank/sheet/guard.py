"""Guard: what is taken from a Word file of unknown origin, under hard limits.

Only the parts a sheet needs are inflated, and never more of them than the limits allow; sizes
that the file declares are not trusted. Everything else, macros and links included, stays behind.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from sesbank.errors import SheetError
from sesbank.sheet.wordml import RELATIONS, STRICT, Element

FILE_LIMIT = 20_000_000
PART_LIMIT = 32_000_000
TOTAL_LIMIT = 100_000_000
PICTURE_LIMIT = 5_000_000
RATIO_LIMIT = 200
ENTRY_LIMIT = 2_000
PARAGRAPH_LIMIT = 2_000
"""Paragraphs a template may have; a page holds about a hundred."""

TEXT_PARTS = frozenset({"styles", "numbering", "theme", "fontTable", "header", "footer"})
"""Kinds of relations that are followed, beside pictures and links."""
_PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "bmp"})
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relation:
    """How one part refers to another."""

    id: str
    kind: str
    """The last step of its type: "styles", "image", "hyperlink"."""
    target: str
    """A part's name, or an address outside for a link."""
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of a Word file that were let in."""

    main: str
    parts: dict[str, bytes] = field(default_factory=dict)
    relations: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    """By the name of the part that refers."""


def read_package(path: Path) -> Package:
    """Return the parts of a template that a sheet needs.

    Raises SheetError, with the place, when the file is no Word file or goes beyond a limit.
    """
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise _refused(path, f"it is larger than {FILE_LIMIT // 1_000_000} MB")
        with zipfile.ZipFile(path) as file:
            return _Reader(path, file).package()
    except OSError as error:
        raise _refused(path, error.strerror or "it cannot be read") from error
    except zipfile.BadZipFile as error:
        raise _refused(path, "it is no Word file (.docx)") from error
    except (zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise _refused(path, "it is damaged or locked with a password") from error


def parse(path: Path, name: str, data: bytes) -> Element:
    """Return the tree of an XML part.

    Raises SheetError naming the part when it is no XML or declares a document type.
    """
    from docx.oxml.parser import parse_xml

    if b"<!DOCTYPE" in data[:4096].upper().replace(b"\x00", b""):
        raise _refused(path, f"{name} declares a document type")
    try:
        return parse_xml(data)
    except Exception as error:  # lxml's own classes; anything it raises means the same here
        raise _refused(path, f"{name} is damaged") from error


def _refused(path: Path, reason: str) -> SheetError:
    return SheetError(
        f"the template {path.name} cannot be used: {reason}; save it anew in Word as .docx"
    )


class _Reader:
    """Reads one zip archive part by part and counts what it inflates."""

    def __init__(self, path: Path, file: zipfile.ZipFile) -> None:
        self._path, self._file = path, file
        self._entries = {info.filename: info for info in file.infolist()}
        self._total = 0
        if len(file.infolist()) > ENTRY_LIMIT:
            raise _refused(path, f"it has more than {ENTRY_LIMIT} parts")

    def package(self) -> Package:
        main = next((r.target for r in self._relations("") if r.kind == "officeDocument"), "")
        if main not in self._entries:
            raise _refused(self._path, "it holds no document")
        package = Package(main)
        self._take(package, main)
        return package

    def _take(self, package: Package, name: str) -> None:
        data = self._read(name, PICTURE_LIMIT if _is_picture(name) else PART_LIMIT)
        if name == package.main and STRICT.encode() in data[:4096]:
            raise _refused(self._path, "it is in the Strict Open XML format")
        package.parts[name] = data
        kept = tuple(r for r in self._relations(name) if self._wanted(r))
        package.relations[name] = kept
        for relation in kept:
            if not relation.external and relation.target not in package.parts:
                self._take(package, relation.target)

    def _wanted(self, relation: Relation) -> bool:
        if relation.external:
            return relation.kind == "hyperlink" and relation.target.startswith(_LINKS)
        if relation.target not in self._entries:
            return False
        picture = relation.kind == "image" and _is_picture(relation.target)
        return picture or relation.kind in TEXT_PARTS

    def _relations(self, part: str) -> tuple[Relation, ...]:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._entries:
            if not part:
                raise _refused(self._path, "it is no Word file (.docx)")
            return ()
        root = parse(self._path, name, self._read(name, PART_LIMIT))
        return tuple(
            Relation(
                id=found.get("Id", ""),
                kind=found.get("Type", "").rpartition("/")[2],
                target=found.get("Target", "") if external else _resolve(folder, found),
                external=external,
            )
            for found in root.iter(f"{{{_PACKAGE}}}Relationship")
            for external in [found.get("TargetMode") == "External"]
        )

    def _read(self, name: str, limit: int) -> bytes:
        info = self._entries[name]
        with self._file.open(info) as part:
            data = part.read(limit + 1)
        self._total += len(data)
        ratio = len(data) / max(info.compress_size, 1)
        if len(data) > limit or self._total > TOTAL_LIMIT:
            raise _refused(self._path, f"{name} is too large")
        if ratio > RATIO_LIMIT and len(data) > 100_000:
            raise _refused(self._path, f"{name} is blown up")
        return data


_LINKS = ("http://", "https://", "mailto:")


def _resolve(folder: str, relation: Element) -> str:
    target = relation.get("Target", "")
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _is_picture(name: str) -> bool:
    return name.rpartition(".")[2].casefold() in _PICTURES


def relation_type(kind: str) -> str:
    """Return the full type of a kind of relation."""
    return f"{RELATIONS}/{kind}"
