"""Page size: a template on Letter or A4, its tables as wide as its text."""

from __future__ import annotations

from sesbank.domain.page_size import Paper
from sesbank.sheet.wordml import SECT, TBL, TC, TR, Element, number, value, w

SIZES = {Paper.LETTER: (12240, 15840), Paper.A4: (11906, 16838)}
"""Width and height in twips."""


def set_paper(root: Element, paper: Paper) -> None:
    """Give a document a paper and fixed table columns in the template's proportions."""
    body = root.find(w("body"))
    section = _section(body)
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    sides = sum(abs(number(margin.get(w(side)), 1440)) for side in ("left", "right"))
    before = number(size.get(w("w")), 12240) - sides
    wide, high = SIZES[paper]
    size.attrib.clear()
    size.set(w("w"), str(wide))
    size.set(w("h"), str(high))
    for table in body.iterchildren(TBL):
        fix_columns(table, (wide - sides) / max(before, 1))
    for cell in body.iter(TC):
        for inner in cell.iterchildren(TBL):
            fix_columns(inner, (wide - sides) / max(before, 1))


def fix_columns(table: Element, factor: float) -> None:
    """Set a table's column widths for good: an automatic table is as wide as its reader likes."""
    grid = [round(number(c.get(w("w"))) * factor) for c in table.iter(w("gridCol"))]
    rows = table.findall(TR)
    spans = max((sum(map(_span, row.findall(TC))) for row in rows), default=0)
    if len(grid) < spans or min(grid, default=0) <= 0:
        grid = [round(9000 * factor / max(spans, 1))] * spans
    _write_grid(table, grid)
    for row in rows:
        at = 0
        for cell in row.findall(TC):
            span = _span(cell)
            wide = cell.get_or_add_tcPr().get_or_add_tcW()
            wide.set(w("type"), "dxa")
            wide.set(w("w"), str(max(sum(grid[at : at + span]), 60)))
            at += span


def _section(body: Element) -> Element:
    section = body.find(SECT)
    if section is None:
        section = body.makeelement(SECT, {})
        body.append(section)
    for name, usual in (("pgSz", {"w": "12240", "h": "15840"}), ("pgMar", {})):
        if section.find(w(name)) is None:
            element = section.makeelement(w(name), {w(k): v for k, v in usual.items()})
            at = 1 if name == "pgMar" and section.find(w("pgSz")) is not None else 0
            references = len(section.findall(w("headerReference")))
            references += len(section.findall(w("footerReference")))
            section.insert(references + at, element)
    margin = section.find(w("pgMar"))
    for side in ("top", "right", "bottom", "left"):
        if margin.get(w(side)) is None:
            margin.set(w(side), "1440")
    for side in ("header", "footer", "gutter"):
        if margin.get(w(side)) is None:
            margin.set(w(side), "0" if side == "gutter" else "720")
    return section


def _write_grid(table: Element, grid: list[int]) -> None:
    present = table.find(w("tblGrid"))
    if present is not None:
        for column in list(present):
            present.remove(column)
        for wide in grid:
            present.append(present.makeelement(w("gridCol"), {w("w"): str(wide)}))
    properties = table.tblPr
    layout = properties.find(w("tblLayout"))
    if layout is None:
        layout = properties.get_or_add_tblLayout()
    layout.set(w("type"), "fixed")
    wide_element = properties.find(w("tblW"))
    if wide_element is not None:
        wide_element.set(w("type"), "dxa")
        wide_element.set(w("w"), str(sum(grid)))


def _span(cell: Element) -> int:
    return max(number(value(cell.find(w("tcPr")), "gridSpan"), 1), 1)
