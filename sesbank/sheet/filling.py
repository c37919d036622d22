"""Filling: placeholders become values; rows and lists repeat, and what is empty goes."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import partial
from itertools import groupby, pairwise

from sesbank.sheet.kept_rows import KEPT, KeptRows
from sesbank.sheet.looks import Looks
from sesbank.sheet.marks import dress
from sesbank.sheet.placeholder_names import LISTED
from sesbank.sheet.placeholders import STYLE, name_of, new_run, row_of, tag_runs
from sesbank.sheet.values import Rich, Scope, Values
from sesbank.sheet.wordml import PPR, TBL, TC, TR, Element, P, R, closest, remove, runs, text_of, w

_JOINERS = frozenset(" \t\n\u00a0·|,;:–—-/•")


def fill(root: Element, values: Values, looks: Looks, kept: KeptRows | None = None) -> None:
    """Fill a template's tree in place; values are never read as placeholders or as XML.

    `kept` holds the rows of this tree that were filled before.
    """
    kept = kept or KeptRows()
    at = 0
    for group in _repeating_rows(root):
        _repeat(list(enumerate(group, at)), values, looks, kept)
        at += len(group)
    _repeat_stretch(root.find(w("body")), values, looks)
    for paragraph in list(root.iter(P)):
        _fill_paragraph(paragraph, values.page, looks)
    _drop_empty_tables(root)


def _repeating_rows(root: Element) -> list[list[Element]]:
    """Return the table rows that hold row placeholders, neighbours together."""
    rows = [row for row in root.iter(TR) if _holds_row(row)]
    keyed = groupby(
        enumerate(rows),
        key=lambda pair: (id(pair[1].getparent()), pair[1].getparent().index(pair[1]) - pair[0]),
    )
    return [[row for _, row in group] for _, group in keyed]


def _repeat_stretch(body: Element | None, values: Values, looks: Looks) -> None:
    """Repeat the stretch of a body from its first paragraph with a row's values to its last."""
    children = list(body.iterchildren(P, TBL)) if body is not None else []
    held = [at for at, child in enumerate(children) if child.tag == P and _names_row(child)]
    if body is None or not held:
        return
    stretch = children[held[0] : held[-1] + 1]
    behind = stretch[-1].getnext()  # there always is: a body ends with its section
    for child in stretch:
        body.remove(child)
    for scope in values.rows:
        copies = [deepcopy(child) for child in stretch]
        for copy in copies:
            behind.addprevious(copy)
        for paragraph in [p for copy in copies for p in copy.iter(P)]:
            _fill_paragraph(paragraph, values.page.inside(scope), looks)


def _names_row(paragraph: Element) -> bool:
    return any(name.startswith("row.") for _, name in tag_runs(paragraph))


def _holds_row(row: Element) -> bool:
    return any(name.startswith("row.") and closest(run, TR) is row for run, name in tag_runs(row))


def _repeat(group: list[tuple[int, Element]], values: Values, looks: Looks, kept: KeptRows) -> None:
    parent = group[0][1].getparent()
    place = parent.index(group[0][1])
    for _, row in group:
        parent.remove(row)
    if not values.rows:
        parent.insert(place, _emptied(group[0][1]))
    for scope in values.rows:
        for at, prototype in group:
            one = partial(_filled, prototype, values.page, scope, looks)
            parent.insert(place, kept.filled(at, prototype, scope, one))
            place += 1


def _filled(prototype: Element, page: Scope, scope: Scope, looks: Looks) -> Element:
    row = deepcopy(prototype)
    for paragraph in list(row.iter(P)):
        _fill_paragraph(paragraph, page.inside(scope), looks)
    return row


def _emptied(prototype: Element) -> Element:
    """Return a row that `_drop_empty_tables` will take for one whose values are all empty."""
    row = deepcopy(prototype)
    for paragraph in list(row.iter(P)):
        _take_out(paragraph)
    return row


def _fill_paragraph(paragraph: Element, scope: Scope, looks: Looks) -> None:
    names = [name for _, name in tag_runs(paragraph)]
    names = [name for name in names if name in scope.single or name in scope.many]
    if not names:
        return
    listed = [name for name in names if name in LISTED]
    if not listed:
        _put(paragraph, scope.single, looks)
        return
    for item in scope.many[listed[0]]:
        copy = deepcopy(paragraph)
        paragraph.addprevious(copy)
        _put(copy, {**scope.single, listed[0]: item}, looks, keep=True)
    _take_out(paragraph)


def _put(
    paragraph: Element, single: Mapping[str, Rich], looks: Looks, *, keep: bool = False
) -> None:
    """Put values into a paragraph; it goes when all of them are empty, unless it is kept."""
    found = [(run, name) for run, name in tag_runs(paragraph) if name in single]
    if not keep and not any(single[name] for _, name in found):
        _take_out(paragraph)
        return
    if not keep:
        _drop_words_of_empty(paragraph, single)
    for run, name in found:
        for piece in single[name]:
            run.addprevious(dress(new_run(run, piece.text), piece.mark, run, looks))
        remove(run)


def _drop_words_of_empty(paragraph: Element, single: Mapping[str, Rich]) -> None:
    """Take out the words that belong to an empty placeholder.

    Words between two placeholders belong to the second; mere joiners such as " · " go when
    either side is empty. Words before the first belong to it, words behind the last to it.
    """
    stretches: list[list[Element]] = [[]]
    names: list[str] = []
    for run in list(runs(paragraph)):
        name = name_of(run)
        if name in single:
            names.append(name)
            stretches.append([])
        else:
            stretches[-1].append(run)
    filled = [bool(single[name]) for name in names]
    doomed = [] if filled[0] else stretches[0]
    for (left, right), words in zip(pairwise(range(len(names))), stretches[1:-1], strict=True):
        joiner = set("".join(map(text_of, words))) <= _JOINERS
        if not filled[right] or (joiner and not any(filled[: left + 1])):
            doomed = doomed + words
    for run in doomed + ([] if filled[-1] else stretches[-1]):
        remove(run)


def _take_out(paragraph: Element) -> None:
    """Remove a paragraph; the last one of a cell, header or footer stays, emptied, for Word."""
    parent = paragraph.getparent()
    if parent is None:
        return
    if parent.tag == w("body") or len(parent.findall(P)) > 1:
        parent.remove(paragraph)
        return
    for child in list(paragraph):
        if child.tag != PPR:
            paragraph.remove(child)
    properties = paragraph.find(PPR)
    if properties is not None and properties.find(w("numPr")) is not None:
        properties.remove(properties.find(w("numPr")))
    cell_row = row_of(paragraph)
    if cell_row is not None:
        cell_row.set(_EMPTIED, "1")


_EMPTIED = "{urn:sesbank:template}emptied"


def strip_marks(root: Element) -> None:
    """Take out what the filling has noted in a tree for itself."""
    for element in root.iter(R, TR):
        for name in (STYLE, _EMPTIED, KEPT):
            element.attrib.pop(name, None)


def _drop_empty_tables(root: Element) -> None:
    """Remove rows that came out empty, tables left with only a head, and all-empty columns."""
    for row in [row for row in root.iter(TR) if row.get(_EMPTIED)]:
        if not text_of(row).strip() and not _pictured(row):
            remove(row)
        else:
            del row.attrib[_EMPTIED]
    for table in list(root.iter(TBL)):
        rows = table.findall(TR)
        if all(row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows):
            remove(table)
        else:
            _drop_empty_columns(table, rows)


def _pictured(row: Element) -> bool:
    return next(row.iter(w("drawing")), None) is not None


def _drop_empty_columns(table: Element, rows: list[Element]) -> None:
    grid = table.find(w("tblGrid"))
    columns = list(grid) if grid is not None else []
    cells = [row.findall(TC) for row in rows]
    if len(columns) < 2 or any(len(found) != len(columns) for found in cells):
        return
    body = [
        found
        for row, found in zip(rows, cells, strict=True)
        if row.find(f"{w('trPr')}/{w('tblHeader')}") is None
    ]
    if len(body) == len(rows):
        return
    empty = [
        at
        for at in range(len(columns))
        if all(not text_of(found[at]).strip() and not _pictured(found[at]) for found in body)
    ]
    if empty and len(empty) < len(columns):
        _without_columns(columns, cells, set(empty))


def _without_columns(columns: list[Element], cells: list[list[Element]], gone: set[int]) -> None:
    """Take columns out and give their width to the others in proportion."""
    kept = [at for at in range(len(columns)) if at not in gone]
    wide = [int(column.get(w("w"))) for column in columns]
    share = sum(wide) / max(sum(wide[at] for at in kept), 1)
    for at, column in enumerate(columns):
        for element in (column, *(found[at] for found in cells)):
            if at in gone:
                remove(element)
            elif element is column:
                column.set(w("w"), str(round(wide[at] * share)))
            else:
                element.find(f"{w('tcPr')}/{w('tcW')}").set(w("w"), str(round(wide[at] * share)))
