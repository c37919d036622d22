"""Paper making: a paper of any length from its template, with its pages counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from sesbank.domain.page_size import Paper
from sesbank.domain.papers import PAGE_LIMITS, PaperFile, PaperKind
from sesbank.domain.sheet import Cut
from sesbank.domain.text import clean_line
from sesbank.sheet.filling import fill
from sesbank.sheet.finishing import finished
from sesbank.sheet.looks import Looks
from sesbank.sheet.paging import count_pages
from sesbank.sheet.reading import Reader, read_page
from sesbank.sheet.scale import Scale
from sesbank.sheet.template import Template, open_template
from sesbank.sheet.values import Values
from sesbank.sheet.wordml import Element, P, runs, text_of, w

_ROOM = 100
"""Twips between two paragraphs from which they stand apart, on the page and in a preview."""

_LABEL = 10
"""Letters a label before a tab takes in a preview."""

_SIZES = (1.0, 0.95, 0.9)
"""Sizes of letters that are tried where there is a limit, against the template's own."""


@dataclass(frozen=True, slots=True)
class PaperContent:
    """What a paper is filled with."""

    title: str
    """For the file's properties."""
    values: Values
    count: int
    """Notes, cards, stories or bullets in it."""
    warnings: tuple[str, ...] = ()
    shorter: Callable[[], tuple[PaperContent, Cut] | None] = lambda: None
    """Returns the content with one thing less and what it was, None when nothing can go."""


def make(content: PaperContent, path: Path, paper: Paper, kind: PaperKind) -> PaperFile:
    """Return the finished paper; over its limit it is set smaller, then shortened from the end.

    Raises SheetError for a template that cannot be used, with the place.
    """
    template = open_template(path, paper, kind)
    limit = PAGE_LIMITS.get(kind)
    cuts: list[Cut] = []
    made = _set(template, content, limit)
    while limit is not None and made.pages > limit and (step := content.shorter()):
        content, cut = step
        cuts.append(cut)
        made = _set(template, content, limit)
    title = clean_line(content.title)
    lines = tuple(_lines(made.root, template.looks))
    return PaperFile(
        data=finished(template, made.root, made.scale, title, edges=made.edges),
        pages=made.pages,
        count=content.count,
        limit=limit,
        cuts=tuple(cuts),
        warnings=(*template.warnings, *content.warnings),
        lines=tuple(text for text, _ in lines),
        bold=frozenset(place for place, (_, is_bold) in enumerate(lines) if is_bold),
    )


@dataclass(frozen=True, slots=True)
class _Made:
    root: Element
    edges: dict[str, Element]
    scale: Scale
    pages: int


def _set(template: Template, content: PaperContent, limit: int | None) -> _Made:
    """Return a filled document, in the first size that keeps to the limit or else the last."""
    root = template.fresh()
    edges = {name: deepcopy(edge) for name, edge in template.edges.items()}
    for tree in (root, *edges.values()):
        fill(tree, content.values, template.looks)
    page = read_page(
        root.find(w("body")),
        Reader(template.looks),
        edges.get(template.edge("header")),
        edges.get(template.edge("footer")),
    )
    scale, pages = Scale(), count_pages(page, Scale())
    for size in _SIZES[1:]:
        if limit is None or pages <= limit:
            break
        scale = Scale(letters=size)
        pages = count_pages(page, scale)
    return _Made(root, edges, scale, pages)


def _lines(root: Element, looks: Looks) -> Iterator[tuple[str, bool]]:
    """Yield the text in reading order, and whether all of a line is bold.

    An empty line stands where the page has room between two.
    """
    left = 0
    begun = False
    for paragraph in root.find(w("body")).iter(P):
        setting, letters = looks.of_paragraph(paragraph)
        line = _line(paragraph)
        cell = paragraph.getparent()
        opens = cell.tag == w("tc") and cell.find(P) is paragraph
        if line and begun and (opens or left + setting.before >= _ROOM):
            yield "", False
        if line:
            said = (run for run in runs(paragraph) if text_of(run).strip())
            yield line, all(looks.of_run(run, letters).bold for run in said)
            left, begun = setting.after, True


def _line(paragraph: Element) -> str:
    label, tab, text = text_of(paragraph).partition("\t")
    said = " ".join(text.split())
    if tab and said and len(label.strip()) <= _LABEL:
        return f"{label.strip():<{_LABEL}} {said}"
    return " ".join((label + tab + text).split())
