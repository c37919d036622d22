"""Word stories: narratives in a Word file, read as text alone and cut at headings and labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sesbank.errors import InputError
from sesbank.exchange.markdown_stories import told_stories
from sesbank.exchange.record_stories import Imported, RecordReader
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


def stories_from_word(path: Path, *, new_id: Callable[[], str], framework: str) -> Imported:
    """Read the stories of a .docx file. Nothing but its text is looked at.

    Raises InputError, naming the file, when it is no Word file or goes beyond a limit.
    """
    if read_bytes(path, limit=FILE_LIMIT).startswith(_OLD_WORD):
        raise InputError(
            f"{shown(path)} is an old Word file or locked with a password; "
            "open it in Word and save it as .docx without a password"
        )
    try:
        text = _text(path)
    except PackageError as error:
        raise InputError(
            f"{shown(path)} cannot be read: {error}; open it in Word and save it anew as .docx"
        ) from None
    return told_stories(text, RecordReader(new_id, framework, "story"))


def _text(path: Path) -> str:
    with opened(path) as package:
        main = _target(package, "", "officeDocument") or _USUAL_PLACE
        if main not in package:
            raise PackageError("it holds no document")
        sheet = _target(package, main, "styles")
        styles = tree_of(sheet, package.read(sheet)) if sheet else None
        return WordText(read_styles(styles)).read(tree_of(main, package.read(main)))


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
