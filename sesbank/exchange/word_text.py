"""Word text: what a person sees in a Word document, as lines with signs for headings.

Tables, text boxes and content controls are read, text boxes once; tracked insertions are kept,
deletions and hidden text dropped. Links, fields and pictures leave only the text they show.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from sesbank.domain.text import clean, clean_line
from sesbank.exchange.ccar_text import part_of
from sesbank.exchange.markdown_lines import heading_of, without_signs
from sesbank.exchange.plain_fields import field_of
from sesbank.exchange.word_labels import Piece, StandingOut, labelled, stands_out, with_titles
from sesbank.exchange.word_styles import Style, outline_level
from sesbank.exchange.word_tree import child, is_on, kind, value

_GONE = frozenset({"del", "moveFrom", "rPr", "pPr", "tblPr", "sdtPr", "rt", "instrText", "delText"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SIDE_FACTS = frozenset({"role", "organisation", "grade_at_time", "started", "ended"})
_PLAIN = Style()


class WordText:
    """Reads one document with its styles."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles

    def read(self, root: ET.Element) -> str:
        """Return the text of a document, paragraphs apart by an empty line."""
        return "\n\n".join(with_titles(list(self._blocks(root))))

    def _blocks(self, parent: ET.Element) -> Iterator[str]:
        for element in parent:
            name = kind(element)
            if name in _GONE or _is_prompt(element):
                continue
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            else:
                yield from self._blocks(_chosen(element))

    def _paragraph(self, paragraph: ET.Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        style = self._styles.get(value(child(properties, "pStyle")), _PLAIN)
        pieces = list(self._pieces(paragraph, hidden=style.hidden))
        text = clean(labelled([piece for piece in pieces if piece.box is None])).strip()
        level = outline_level(properties) or style.level
        if text:
            told = f"{'#' * level} {clean_line(text)}" if level else without_signs(text)
            yield told if level or not stands_out(pieces, text) else StandingOut(told)
        for piece in pieces:
            if piece.box is not None:
                yield from self._blocks(piece.box)

    def _pieces(self, parent: ET.Element, *, hidden: bool) -> Iterator[Piece]:
        for element in parent:
            name = kind(element)
            if name in _GONE or _is_prompt(element):
                continue
            if name == "r":
                yield from self._run(element, hidden=hidden)
            elif name == "txbxContent":
                yield Piece("", box=element)
            else:
                yield from self._pieces(_chosen(element), hidden=hidden)

    def _run(self, run: ET.Element, *, hidden: bool) -> Iterator[Piece]:
        look = child(run, "rPr")
        style = self._styles.get(value(child(look, "rStyle")), _PLAIN)
        own = is_on(child(look, "vanish"))
        if style.hidden or hidden if own is None else own:
            return
        strong = bool(is_on(child(look, "b")) or is_on(child(look, "u")))
        for element in run:
            name = kind(element)
            if name == "t":
                yield Piece(element.text or "", strong)
            elif name in _SIGNS:
                yield Piece(_SIGNS[name], strong)
            elif name not in _GONE:
                yield from self._pieces(_chosen(element), hidden=hidden)

    def _table(self, table: ET.Element) -> Iterator[str]:
        rows = [self._cells(row) for row in _inside(table, "tr") if not _is_deleted(row)]
        heads = [part_of(clean_line(cell)) for cell in rows[0]] if rows else []
        if len(rows) > 1 and sum(map(bool, heads)) > 1:
            for row in rows[1:]:
                yield from _under(heads, row)
            return
        sides = [clean_line(row[0]) for row in rows if row]
        is_story = len({part_of(side) for side in sides} - {""}) > 1
        for row in rows:
            yield from _fact_row(row) if is_story else filter(None, row)

    def _cells(self, row: ET.Element) -> list[str]:
        return ["\n\n".join(self._blocks(cell)) for cell in _inside(row, "tc")]


def _fact_row(cells: list[str]) -> Iterator[str]:
    """Yield a row of a table with the parts at its side: "Title" and facts as what they are."""
    told = [cell for cell in cells if cell]
    side = clean_line(told[0]).rstrip(": ") if told else ""
    is_fact = len(told) == 2 and "\n" not in told[1] and not part_of(side)
    name = field_of(side) if is_fact else ""
    if name == "title":
        yield f"{'#' * 6} {heading_of(told[1])}"
    elif name in _SIDE_FACTS:
        yield f"{side}: {told[1]}"
    else:
        yield from told


def _under(heads: list[str], cells: list[str]) -> Iterator[str]:
    """Yield the cells of a row, each behind the part that heads its column."""
    told = [(head, cell) for head, cell in zip(heads, cells, strict=False) if cell]
    yield from (cell for head, cell in told if not head)
    yield from (f"{head.title()}: {cell}" for head, cell in told if head)
    yield from cells[len(heads) :]


def _inside(parent: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield rows or cells, also those in content controls and tracked insertions."""
    for element in parent:
        if kind(element) == name:
            yield element
        elif kind(element) not in _GONE | {"tbl", "tc", "p"}:
            yield from _inside(element, name)


def _chosen(element: ET.Element) -> ET.Element:
    """Return the one of several renderings that is read: text boxes are written twice."""
    if kind(element) != "AlternateContent":
        return element
    choice = child(element, "Choice")
    fallback = child(element, "Fallback")
    if choice is not None and (fallback is None or any(kind(e) == "t" for e in choice.iter())):
        return choice
    return element if fallback is None else fallback


def _is_deleted(row: ET.Element) -> bool:
    return child(row, "trPr", "del") is not None


def _is_prompt(element: ET.Element) -> bool:
    """Whether this is a content control that nobody has filled in."""
    return kind(element) == "sdt" and bool(is_on(child(element, "sdtPr", "showingPlcHdr")))
