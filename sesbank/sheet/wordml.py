"""WordprocessingML: the names of its parts, and small moves in its trees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An lxml element; lxml carries no types of its own."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

EMU_A_TWIP = 635
"""English Metric Units in a twip (twentieth of a point)."""

DEFAULT_TAB = 720
"""Distance of tab stops nobody set, in twips: written into the settings and counted with."""


@cache
def w(name: str) -> str:
    """Return a WordprocessingML name as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


P, R, T, TAB, BR = w("p"), w("r"), w("t"), w("tab"), w("br")
PPR, RPR, TBL, TR, TC = w("pPr"), w("rPr"), w("tbl"), w("tr"), w("tc")
SECT, VAL = w("sectPr"), w("val")


_SHOWN = (T, TAB, BR, w("noBreakHyphen"), w("cr"))


def value(parent: Element, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of a child, None where either is missing."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(w(attribute))


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a measure in twips as a whole number; Word writes fractions and nonsense too."""
    try:
        return max(min(round(float(text)), 200_000), -200_000) if text else otherwise
    except (ValueError, OverflowError):
        return otherwise


def switched_on(parent: Element, name: str) -> bool | None:
    """Return whether a toggle such as bold is on; None where it is not stated."""
    child = parent.find(w(name)) if parent is not None else None
    if child is None:
        return None
    return child.get(VAL, "true") not in {"0", "false", "off", "none"}


def runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph in reading order, those in links too."""
    yield from paragraph.iter(R)


def text_of(element: Element) -> str:
    """Return what a reader sees of a paragraph or run: text, tabs as a tab, breaks as a newline."""
    found = []
    for child in element.iter(*_SHOWN):
        if child.tag == T:
            found.append(child.text or "")
        elif child.tag == TAB:
            found.append("\t" if child.getparent().tag == R else "")
        else:
            found.append("-" if child.tag == w("noBreakHyphen") else "\n")
    return "".join(found)


def remove(element: Element) -> None:
    """Take an element out of its parent; text behind it has no meaning in WordprocessingML."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def closest(element: Element, name: str) -> Element | None:
    """Return the nearest ancestor of a name, or None."""
    return next(element.iterancestors(name), None)
