"""Word styles: which paragraphs and letters are headings or hidden by their style."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

from sesbank.exchange.word_tree import child, is_on, kind, value

_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_DEEPEST = 6
_LONGEST_CHAIN = 20


class Style(NamedTuple):
    """What a style means for reading."""

    level: int = 0
    """1 to 6 for a heading, 0 for text."""
    hidden: bool = False


def read_styles(root: ET.Element | None) -> dict[str, Style]:
    """Return the styles of a document by their ids, each with what it is based on."""
    if root is None:
        return {}
    found = {value(style, "styleId"): style for style in root if kind(style) == "style"}
    return {name: _style(name, found) for name in found}


def _style(name: str, found: dict[str, ET.Element]) -> Style:
    level, hidden = 0, None
    for _ in range(_LONGEST_CHAIN):
        style = found.get(name)
        if style is None:
            break
        level = level or _level(style)
        hidden = is_on(child(style, "rPr", "vanish")) if hidden is None else hidden
        name = value(child(style, "basedOn"))
    return Style(level, bool(hidden))


def _level(style: ET.Element) -> int:
    name = value(child(style, "name")).strip()
    if found := _HEADING.fullmatch(name):
        return min(int(found[1]), _DEEPEST)
    return 1 if name.casefold() == "title" else outline_level(child(style, "pPr"))


def outline_level(properties: ET.Element | None) -> int:
    """Return the heading level that paragraph properties give, 0 for text."""
    level = value(child(properties, "outlineLvl"))
    return min(int(level) + 1, _DEEPEST) if level in set("012345678") else 0
