"""Reading a filled document into blocks that can be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from sesbank.sheet.blocks import Block, Cell, Page, Paragraph, Row, Table
from sesbank.sheet.breaking import Token, text_of_tokens, tokens
from sesbank.sheet.kept_rows import KeptRows
from sesbank.sheet.letter_widths import line_height
from sesbank.sheet.looks import Letters, Looks
from sesbank.sheet.wordml import (
    DRAWING,
    EMU_A_TWIP,
    SECT,
    TBL,
    TC,
    TR,
    Element,
    P,
    number,
    runs,
    text_of,
    value,
    w,
)

_SIDE = 108
"""Word's own margin left and right in a cell, in twips."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a document needs to know."""

    looks: Looks
    kept: KeptRows = field(default_factory=KeptRows)
    """Rows of this document that were measured before."""


def read_page(
    body: Element, reader: Reader, header: Element = None, footer: Element = None
) -> Page:
    """Return the page of a filled body; `header` and `footer` are their parts' roots or None."""
    section = body.find(SECT)
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    sides = [abs(number(margin.get(w(side)), 1440)) for side in ("left", "right")]
    edge = Reader(reader.looks)  # rows in an edge are numbered anew: they are none of the body's
    return Page(
        wide=number(size.get(w("w")), 12240) - sum(sides) - number(margin.get(w("gutter"))),
        high=number(size.get(w("h")), 15840),
        margins=(number(margin.get(w("top")), 1440), number(margin.get(w("bottom")), 1440)),
        blocks=read_blocks(body, reader),
        header=[] if header is None else read_blocks(header, edge),
        footer=[] if footer is None else read_blocks(footer, edge),
        edges=(number(margin.get(w("header")), 720), number(margin.get(w("footer")), 720)),
    )


def read_blocks(parent: Element, reader: Reader, table_style: str = "") -> list[Block]:
    """Return the paragraphs and tables straight under an element."""
    return [
        _paragraph(child, reader.looks, table_style) if child.tag == P else _table(child, reader)
        for child in parent.iterchildren(P, TBL)
    ]


def paragraph_tokens(paragraph: Element, looks: Looks, table_style: str = "") -> list[Token]:
    """Return the text of a paragraph as it will be set."""
    _, letters = looks.of_paragraph(paragraph, table_style)
    found: list[Token] = []
    for run in runs(paragraph):
        look = looks.of_run(run, letters)
        if not look.hidden and (text := text_of(run)):
            found += tokens(text, look)
    return found


def single_line(paragraph: Element, looks: Looks, table_style: str = "") -> int:
    """Return the height of a single-spaced line of a paragraph, in twips."""
    _, letters = looks.of_paragraph(paragraph, table_style)
    used: list[Letters] = [looks.of_run(run, letters) for run in runs(paragraph)]
    return max(
        -(-line_height(look.font) * look.half_points * 10 // 1000) for look in used or [letters]
    )


def letters_high(paragraph: Element, looks: Looks, table_style: str = "") -> int:
    """Return the size of the largest letters of a paragraph, in twips."""
    _, letters = looks.of_paragraph(paragraph, table_style)
    used = [looks.of_run(run, letters) for run in runs(paragraph)]
    return max(look.half_points * 10 for look in used or [letters])


def style_of_table(table: Element) -> str:
    """Return the id of a table's style, empty where it names none."""
    return value(table.find(w("tblPr")), "tblStyle") or ""


def picture_height(paragraph: Element) -> int:
    """Return the height of the tallest picture in the lines of a paragraph, in twips."""
    extents = paragraph.iter(f"{{{DRAWING}}}extent")
    return max((number(e.get("cy"), 0) // EMU_A_TWIP for e in _real(extents)), default=0)


def _real(extents: Iterator[Element]) -> Iterator[Element]:
    return (e for e in extents if (e.get("cy") or "").isdigit())


def _paragraph(paragraph: Element, looks: Looks, table_style: str) -> Paragraph:
    setting, _ = looks.of_paragraph(paragraph, table_style)
    if setting.rule != "exact":
        single = single_line(paragraph, looks, table_style)
        setting = replace(setting, line=-(-single * setting.line // 240), rule="exact")
    return Paragraph(
        text=text_of_tokens(paragraph_tokens(paragraph, looks, table_style)),
        setting=setting,
        picture=picture_height(paragraph),
    )


def _table(table: Element, reader: Reader) -> Table:
    style = style_of_table(table)
    properties = [step.find(w("tblPr")) for step in reader.looks.chain(style)]
    properties.append(table.find(w("tblPr")))
    return Table(
        rows=[
            reader.kept.measured(row, partial(_row, row, reader, style, properties))
            for row in table.findall(TR)
        ],
        border=max(10, *(_border(found) for found in properties)),
    )


def _row(row: Element, reader: Reader, style: str, properties: list[Element]) -> Row:
    height = row.find(f"{w('trPr')}/{w('trHeight')}")
    return Row(
        cells=[_cell(cell, reader, style, properties) for cell in row.findall(TC)],
        least=0 if height is None else number(height.get(w("val"))),
        exact=height is not None and height.get(w("hRule")) == "exact",
    )


def _cell(cell: Element, reader: Reader, style: str, properties: list[Element]) -> Cell:
    own = cell.find(w("tcPr"))
    margins = {"top": 0, "bottom": 0, "left": _SIDE, "right": _SIDE}
    for holder, name in (*((found, "tblCellMar") for found in properties), (own, "tcMar")):
        stated = holder.find(w(name)) if holder is not None else None
        for side in stated if stated is not None else ():
            key = side.tag.rpartition("}")[2].replace("start", "left").replace("end", "right")
            margins[key] = number(side.get(w("w")))
    wide = number(own.find(w("tcW")).get(w("w")))
    return Cell(
        wide=max(wide - margins["left"] - margins["right"], 60),
        blocks=read_blocks(cell, reader, style),
        margins=(margins["top"], margins["bottom"]),
    )


def _border(properties: Element | None) -> int:
    borders = properties.find(w("tblBorders")) if properties is not None else None
    if borders is None:
        return 0
    return max((round(number(side.get(w("sz"))) * 20 / 8) for side in borders), default=0)
