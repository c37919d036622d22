"""Word beside: what stands beside the text of a Word file, and is told because it is not read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from sesbank.domain.text import clean_line, counted, shorten
from sesbank.exchange.word_tree import kind, value

_SHOWN = 60
"""Characters that are told of the first comment or footnote."""


def left_out(root: ET.Element, beside: Mapping[str, ET.Element | None]) -> Iterator[str]:
    """Yield a line for tracked changes, comments and footnotes of a document that has any.

    `beside` holds the parts by what each of their notes is called.
    """
    if any(kind(element) in ("ins", "del", "moveFrom", "moveTo") for element in root.iter()):
        yield "its tracked changes count as accepted: what is struck out is left out"
    for noun, part in beside.items():
        if notes := _told(part):
            were, first = ("was", ": ") if len(notes) == 1 else ("were", ", the first: ")
            said = f"{counted(len(notes), noun)} {were} left out{first}"
            yield f"{said}“{shorten(notes[0], _SHOWN)}”"


def _told(notes: ET.Element | None) -> list[str]:
    """Return the texts of comments or footnotes; what only parts footnotes from text has a type."""
    if notes is None:
        return []
    texts = (
        clean_line(" ".join(e.text or "" for e in note.iter() if kind(e) == "t"))
        for note in notes
        if kind(note) in ("comment", "footnote") and not value(note, "type")
    )
    return [text for text in texts if text]
