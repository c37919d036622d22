"""Guard: what is taken from a Word file of unknown origin, under hard limits.

Only the parts a sheet needs are inflated, and never more of them than the limits allow; sizes
that the file declares are not trusted. Everything else, macros and links included, stays behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sesbank.errors import SheetError
from sesbank.sheet.wordml import RELATIONS, STRICT, Element
from sesbank.word_package import (
    PART_LIMIT,
    PackageError,
    WordPackage,
    opened,
    refuse_document_type,
    relations_of,
    resolved,
)

PICTURE_LIMIT = 5_000_000
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
        with opened(path) as file:
            return _Reader(path, file).package()
    except PackageError as error:
        raise _refused(path, str(error)) from error


def parse(path: Path, name: str, data: bytes) -> Element:
    """Return the tree of an XML part.

    Raises SheetError naming the part when it is no XML or declares a document type.
    """
    from docx.oxml.parser import parse_xml

    try:
        refuse_document_type(name, data)
        return parse_xml(data)
    except PackageError as error:
        raise _refused(path, str(error)) from error
    except Exception as error:  # lxml's own classes; anything it raises means the same here
        raise _refused(path, f"{name} is damaged") from error


def _refused(path: Path, reason: str) -> SheetError:
    return SheetError(
        f"the template {path.name} cannot be used: {reason}; save it anew in Word as .docx"
    )


class _Reader:
    """Reads one package part by part, as far as relations that are wanted lead."""

    def __init__(self, path: Path, file: WordPackage) -> None:
        self._path, self._file = path, file

    def package(self) -> Package:
        main = next((r.target for r in self._relations("") if r.kind == "officeDocument"), "")
        if main not in self._file:
            raise _refused(self._path, "it holds no document")
        package = Package(main)
        self._take(package, main)
        return package

    def _take(self, package: Package, name: str) -> None:
        data = self._file.read(name, PICTURE_LIMIT if _is_picture(name) else PART_LIMIT)
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
        if relation.target not in self._file:
            return False
        picture = relation.kind == "image" and _is_picture(relation.target)
        return picture or relation.kind in TEXT_PARTS

    def _relations(self, part: str) -> tuple[Relation, ...]:
        name = relations_of(part)
        if name not in self._file:
            if not part:
                raise _refused(self._path, "it is no Word file (.docx)")
            return ()
        root = parse(self._path, name, self._file.read(name))
        return tuple(
            Relation(
                id=found.get("Id", ""),
                kind=found.get("Type", "").rpartition("/")[2],
                target=target if external else resolved(target, part),
                external=external,
            )
            for found in root.iter(f"{{{_PACKAGE}}}Relationship")
            for external in [found.get("TargetMode") == "External"]
            for target in [found.get("Target", "")]
        )


_LINKS = ("http://", "https://", "mailto:")


def _is_picture(name: str) -> bool:
    return name.rpartition(".")[2].casefold() in _PICTURES


def relation_type(kind: str) -> str:
    """Return the full type of a kind of relation."""
    return f"{RELATIONS}/{kind}"
