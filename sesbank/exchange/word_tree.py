"""Word tree: the XML of one part of a Word file, built only as far as the limits allow."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from sesbank.word_package import PackageError, refuse_document_type

ELEMENT_LIMIT = 500_000
PARAGRAPH_LIMIT = 50_000
DEPTH_LIMIT = 150


def tree_of(name: str, data: bytes) -> ET.Element:
    """Return the tree of a part; raises PackageError when it is damaged or beyond a limit."""
    refuse_document_type(name, data)
    # Without a document type there are no entities to be blown up or fetched.
    parser = ET.XMLParser(target=_Builder(name))  # noqa: S314
    try:
        parser.feed(data)
        root = parser.close()
    except (ET.ParseError, LookupError, ValueError) as error:
        raise PackageError(f"{name} is damaged") from error
    assert isinstance(root, ET.Element)
    return root


def kind(element: ET.Element) -> str:
    """Return the name of an element without its namespace, which differs by Word's versions."""
    return element.tag.rpartition("}")[2]


def child(element: ET.Element | None, *path: str) -> ET.Element | None:
    """Return the first child by a path of names, or None."""
    for name in path:
        if element is not None:
            element = next((found for found in element if kind(found) == name), None)
    return element


def value(element: ET.Element | None, name: str = "val") -> str:
    """Return an attribute by its name without namespace, empty when it is not there."""
    if element is None:
        return ""
    return next((v for key, v in element.items() if key.rpartition("}")[2] == name), "")


def is_on(element: ET.Element | None) -> bool | None:
    """Return whether a switch is on, or None when it is not there."""
    if element is None:
        return None
    return value(element).casefold() not in ("0", "false", "off", "none")


class _Builder(ET.TreeBuilder):
    """Builds a tree and stops where it grows beyond what a person writes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._elements = self._paragraphs = self._depth = 0

    def start(self, tag: Any, attrs: dict[Any, Any], /) -> ET.Element:
        self._elements += 1
        self._depth += 1
        self._paragraphs += tag.endswith("}p")
        if self._paragraphs > PARAGRAPH_LIMIT or self._elements > ELEMENT_LIMIT:
            raise PackageError(f"{self._name} has more than {PARAGRAPH_LIMIT:,} paragraphs or runs")
        if self._depth > DEPTH_LIMIT:
            raise PackageError(f"{self._name} is nested too deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_: object) -> None:
        raise PackageError(f"{self._name} declares a document type")
