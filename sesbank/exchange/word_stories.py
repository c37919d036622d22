"""Word stories: narratives in a Word file, read as text alone and cut at headings and labels."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

from sesbank.errors import InputError
from sesbank.exchange.chapters import TitleIn, no_ecqs
from sesbank.exchange.markdown_stories import told_stories
from sesbank.exchange.record_stories import Imported, RecordReader
from sesbank.exchange.word_beside import left_out
from sesbank.exchange.word_styles import read_styles
from sesbank.exchange.word_text import WordText
from sesbank.exchange.word_tree import tree_of, value
from sesbank.files import read_bytes, shown
from sesbank.word_package import (
    FILE_LIMIT,
    PackageError,
    WordPackage,
    opened,
    relations_of,
    resolved,
)

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_USUAL_PLACE = "word/document.xml"


def stories_from_word(
    path: Path, *, new_id: Callable[[], str], framework: str, title_in: TitleIn = no_ecqs
) -> Imported:
    """Read the stories of a .docx file. Nothing but its text is looked at.

    Raises InputError, naming the file, when it is no Word file or goes beyond a limit.
    """
    if read_bytes(path, limit=FILE_LIMIT).startswith(_OLD_WORD):
        raise InputError(
            f"{shown(path)} is an old Word file or locked with a password; "
            "open it in Word and save it as .docx without a password"
        )
    try:
        text, notes = _read(path)
    except PackageError as error:
        raise InputError(
            f"{shown(path)} cannot be read: {error}; open it in Word and save it anew as .docx"
        ) from None
    found = told_stories(text, RecordReader(new_id, framework, "story"), title_in=title_in)
    return found._replace(notes=(*found.notes, *notes))


def _read(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a document, and what of it the text does not hold."""
    with opened(path) as package:
        main = _target(package, "", "officeDocument") or _USUAL_PLACE
        if main not in package:
            raise PackageError("it holds no document")
        root, styles = tree_of(main, package.read(main)), _tree(package, main, "styles")
        text = WordText(read_styles(styles)).read(root)
        beside = {noun: _beside(package, main, noun) for noun in ("comment", "footnote")}
        return text, tuple(left_out(root, beside))


def _beside(package: WordPackage, main: str, noun: str) -> ET.Element | None:
    """Return what is only told of; where it is damaged, the stories are read all the same."""
    try:
        return _tree(package, main, f"{noun}s")
    except PackageError:
        return None


def _tree(package: WordPackage, main: str, wanted: str) -> ET.Element | None:
    name = _target(package, main, wanted)
    return tree_of(name, package.read(name)) if name else None


def _target(package: WordPackage, part: str, wanted: str) -> str:
    """Return the part that another refers to as this kind, empty when there is none."""
    name = relations_of(part)
    if name not in package:
        return ""
    for relation in tree_of(name, package.read(name)):
        target = resolved(value(relation, "Target"), part)
        is_wanted = value(relation, "Type").rpartition("/")[2] == wanted
        if is_wanted and value(relation, "TargetMode") != "External" and target in package:
            return target
    return ""
