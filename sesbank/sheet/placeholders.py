"""Placeholders of a template, found however Word has cut them up."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache

from sesbank.domain.text import shorten
from sesbank.sheet.placeholder_names import ALL
from sesbank.sheet.wordml import RPR, XML_SPACE, Element, P, R, T, closest, remove, text_of, w

TAG = re.compile(r"\{\{\s*([^{}]{1,60}?)\s*\}\}")
STYLE = "{urn:sesbank:template}style"
"""Attribute that remembers which paragraph style a tag stood in, while a sheet is made."""


def name_of(run: Element) -> str:
    """Return the name of the placeholder a run is, empty for any other run."""
    letters = run.find(T)
    text = letters.text if letters is not None else None
    if not text or not text.startswith("{{"):
        return ""
    return _known(text)


def tag_runs(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield the runs under an element that are known placeholders, with their names."""
    for run in element.iter(R):
        name = name_of(run)
        if name:
            yield run, name


@cache
def _known(text: str) -> str:
    found = TAG.fullmatch(text)
    name = _normal(found[1]) if found else ""
    return name if name in ALL else ""


def isolate(paragraph: Element) -> None:
    """Give every tag of a paragraph a run of its own, in the look of its first letter."""
    if "{" not in text_of(paragraph):
        return
    _one_child_a_run(paragraph)
    pieces = [(run, text_of(run)) for run in paragraph.iter(R)]
    whole = "".join(text for _, text in pieces)
    tags = [found.span() for found in TAG.finditer(whole)]
    if not tags:
        return
    _split_at(pieces, sorted({edge for tag in tags for edge in tag}))
    _join(paragraph, whole, tags)


def misspelt(paragraph: Element, known: Sequence[str]) -> Iterator[str]:
    """Yield one line for every tag of a paragraph that is not known, and stray braces."""
    text = text_of(paragraph)
    for found in TAG.finditer(text):
        if _normal(found[1]) not in known:
            close = difflib.get_close_matches(_normal(found[1]), known, 1, 0.7)
            advice = f": did you mean {{{{{close[0]}}}}}?" if close else ""
            yield f"{shorten(found.group(), 60)} is no placeholder{advice}"
    rest = TAG.sub("", text)
    if "{{" in rest or "}}" in rest:
        yield f"a placeholder is not closed: {shorten(rest, 60)}"


def new_run(model: Element, text: str) -> Element:
    """Return a run with a text in the look of another."""
    run = model.makeelement(R, {})
    look = model.find(RPR)
    if look is not None:
        run.append(deepcopy(look))
    letters = run.makeelement(T, {XML_SPACE: "preserve"})
    letters.text = text
    run.append(letters)
    return run


def _normal(name: str) -> str:
    return "".join(name.split()).casefold()


def _one_child_a_run(paragraph: Element) -> None:
    for run in list(paragraph.iter(R)):
        children = [child for child in run if child.tag != RPR]
        if not children:
            remove(run)
            continue
        for child in children[1:]:
            other = run.makeelement(R, {})
            if run.find(RPR) is not None:
                other.append(deepcopy(run.find(RPR)))
            other.append(child)
            run.getparent().insert(run.getparent().index(run) + children.index(child), other)


def _split_at(pieces: list[tuple[Element, str]], edges: list[int]) -> None:
    start = 0
    for run, text in pieces:
        inner = [edge - start for edge in edges if start < edge < start + len(text)]
        start += len(text)
        if not inner or run.find(T) is None:
            continue
        at = run
        for first, last in zip(inner, [*inner[1:], len(text)], strict=True):
            other = new_run(run, text[first:last])
            at.addnext(other)
            at = other
        run.find(T).text = text[: inner[0]]
        run.find(T).set(XML_SPACE, "preserve")


def _join(paragraph: Element, whole: str, tags: list[tuple[int, int]]) -> None:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    at, spans = 0, []
    for run in paragraph.iter(R):
        spans.append((run, at, at + len(text_of(run))))
        at = spans[-1][2]
    for first, last in tags:
        inside = [
            run for run, start, end in spans if first <= start and end <= last and end > start
        ]
        for run in inside[1:]:
            remove(run)
        letters = inside[0].find(T)
        if letters is not None:
            letters.text = whole[first:last]
        if style is not None:
            inside[0].set(STYLE, style.get(w("val"), ""))


def paragraphs_of(root: Element) -> list[Element]:
    """Return the paragraphs under an element in reading order."""
    return list(root.iter(P))


def row_of(paragraph: Element) -> Element | None:
    """Return the innermost table row a paragraph stands in."""
    return closest(paragraph, w("tr"))
