"""Direction: paragraphs and stretches of text that are written from right to left.

Word sets a run by its own mark, not by its letters: without it Arabic and Hebrew come out with
their figures and marks in the wrong places, and a paragraph starts at the wrong edge.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from sesbank.sheet.placeholders import new_run
from sesbank.sheet.wordml import RPR, XML_SPACE, Element, P, R, T, remove, text_of, w

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
        *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
_AFTER_RTL = tuple(
    f"w:{name}" for name in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
)


def set_directions(root: Element) -> None:
    """Mark what is written from right to left under `root`, in place."""
    for paragraph in root.iter(P):
        text = text_of(paragraph)
        if not any(map(_leftward, text)):
            continue
        if _begins_leftward(text):
            properties = paragraph.get_or_add_pPr()
            if properties.find(w("bidi")) is None:
                mark = properties.makeelement(w("bidi"), {})
                properties.insert_element_before(mark, *_AFTER_BIDI)
        for run in list(paragraph.iter(R)):
            _mark(run)


def _begins_leftward(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left; labels are skipped."""
    told = text.rpartition("\t")[2]
    strong = (unicodedata.bidirectional(letter) for letter in told)
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    return first != "L"


def _leftward(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT


def _mark(run: Element) -> None:
    letters = run.find(T)
    if letters is None or not any(map(_leftward, letters.text or "")):
        return
    for leftward, text in _stretches(letters.text):
        part = new_run(run, text)
        part.find(T).set(XML_SPACE, "preserve")
        if leftward:
            look = part.find(RPR)
            if look is None:
                look = part.makeelement(RPR, {})
                part.insert(0, look)
            look.insert_element_before(look.makeelement(w("rtl"), {}), *_AFTER_RTL)
        run.addprevious(part)
    remove(run)


def _stretches(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the text in stretches of one direction; what has none goes with what precedes it.

    Spaces and figures between two right-to-left words belong to them; at an end they do not.
    """
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    leftward, flags = False, []
    for at, kind in enumerate(kinds):
        if kind in {"R", "AL", "AN"}:
            leftward = True
        elif kind == "L" or (leftward and not _more_leftward(kinds[at:])):
            leftward = False
        flags.append(leftward)
    for flag, group in groupby(zip(flags, text, strict=True), key=lambda pair: pair[0]):
        yield flag, "".join(letter for _, letter in group)


def _more_leftward(kinds: list[str]) -> bool:
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
