"""Finishing: a filled document set in its size and packed as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from sesbank.sheet.direction import set_directions
from sesbank.sheet.filling import strip_marks
from sesbank.sheet.packing import pack, settings_xml
from sesbank.sheet.scale import Scale, apply_scale
from sesbank.sheet.template import Template
from sesbank.sheet.wordml import Element, P, text_of, w


def finished(
    template: Template,
    root: Element,
    scale: Scale,
    title: str,
    *,
    edges: Mapping[str, Element] | None = None,
) -> bytes:
    """Return the .docx of a filled document; `edges` are its headers and footers by part."""
    from docx.opc.oxml import serialize_part_xml

    package = deepcopy(template.package)
    trees = {package.main: root, **(edges or {})}
    named = {r.kind: r.target for r in package.relations[package.main]}
    for tree in trees.values():
        set_directions(tree)
    for kind, tree in (("styles", template.styles), ("numbering", template.numbering)):
        if tree is not None:
            trees[named[kind]] = deepcopy(tree)
    for name, tree in trees.items():
        strip_marks(tree)
        apply_scale(tree, scale)
        package.parts[name] = serialize_part_xml(tree)
    return pack(package, title=title, settings=settings_xml())


def lines_of(root: Element) -> Iterator[str]:
    """Yield the text of a page in reading order."""
    for paragraph in root.find(w("body")).iter(P):
        line = " ".join(text_of(paragraph).split())
        if line:
            yield line
