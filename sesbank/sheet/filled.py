"""Filled: a template with a content in it, measured, not yet set in a size."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from sesbank.domain.sheet import SheetContent
from sesbank.sheet.blocks import Page
from sesbank.sheet.filling import fill
from sesbank.sheet.kept_rows import KeptRows
from sesbank.sheet.layouts import Layout
from sesbank.sheet.notices import notice
from sesbank.sheet.reading import Reader, read_page
from sesbank.sheet.scale import Scale
from sesbank.sheet.template import Template
from sesbank.sheet.trimming import cuts
from sesbank.sheet.values import values_of
from sesbank.sheet.wordml import Element, w

RESERVE = 0.015
"""Share of the page's height kept free: about one line, for what Word sets otherwise."""


@dataclass(slots=True)
class Draft:
    """A filled document with its measures."""

    content: SheetContent
    layout: Layout
    root: Element
    edges: dict[str, Element]
    """Headers and footers by part."""
    page: Page

    def fits(self, scale: Scale) -> bool:
        """Whether it stays on one page with the reserve."""
        return self.free(scale) >= 0

    def free(self, scale: Scale) -> float:
        """Return the height left over, in twips; below zero when it does not fit."""
        return self.page.room(scale) * (1 - RESERVE) - self.page.used(scale)


@dataclass(slots=True)
class Drafter:
    """Makes drafts of one wished content on one template."""

    template: Template
    wished: SheetContent
    _kept: dict[Layout, KeptRows] = field(default_factory=dict)
    _drafts: dict[tuple[SheetContent, Layout, int], Draft] = field(default_factory=dict)

    def draft(self, shown: SheetContent, layout: Layout, notes: int = 0) -> Draft:
        """Return a draft that shows a content, with so many lines to write on."""
        key = (shown, layout, notes)
        if key not in self._drafts:
            self._drafts[key] = self._drafted(shown, layout, notes)
        return self._drafts[key]

    def _drafted(self, shown: SheetContent, layout: Layout, notes: int) -> Draft:
        line = notice(shown, cuts(self.wished, shown))
        values = values_of(shown, notice=line, note_lines=notes)
        root = self.template.copy(layout)
        edges = {name: deepcopy(edge) for name, edge in self.template.edges.items()}
        kept = self._kept.setdefault(layout, KeptRows())
        fill(root, values, self.template.looks, kept)
        for tree in edges.values():
            fill(tree, values, self.template.looks)
        page = read_page(
            root.find(w("body")),
            Reader(self.template.looks, kept),
            edges.get(self.template.edge("header")),
            edges.get(self.template.edge("footer")),
        )
        return Draft(shown, layout, root, edges, page)
