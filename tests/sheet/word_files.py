"""Reading and editing Word files in tests, as Word or a careless person would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document


def part(data: bytes, name: str) -> str:
    """Return a part of a .docx as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.namelist()


def page_text(data: bytes) -> str:
    """Return everything on the page as python-docx reads it, on one line."""
    document = Document(io.BytesIO(data))
    found: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return " ".join(" ".join(found).split())


def edited(
    template: Path,
    target: Path,
    change: Callable[[str], str],
    *,
    name: str = "word/document.xml",
    more: dict[str, bytes] | None = None,
) -> Path:
    """Write a template with one part changed and others added; returns the new file."""
    with zipfile.ZipFile(template) as file:
        parts = {entry: file.read(entry) for entry in file.namelist()}
    parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, data in {**parts, **(more or {})}.items():
            file.writestr(entry, data)
    return target


def swapped(old: str, new: str) -> Callable[[str], str]:
    """Return a change that puts a text in another's place, and fails when it is not there."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change
