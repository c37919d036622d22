"""Marks: figures, unsure figures and quiet words in the template's own character styles."""

from __future__ import annotations

from sesbank.sheet.looks import Looks
from sesbank.sheet.placeholders import STYLE
from sesbank.sheet.values import FIGURE, UNCONFIRMED
from sesbank.sheet.wordml import RPR, VAL, Element, w


def dress(run: Element, mark: str, tag: Element, looks: Looks) -> Element:
    """Return a run in the style of its mark: "Result Figure" where there is one, else "Figure".

    `tag` is the placeholder's run, which knows the paragraph style it was written in. A template
    without such a style shows figures in bold.
    """
    if not mark:
        return run
    written_in = looks.style_name(tag.get(STYLE, ""))
    style = looks.style_id(f"{written_in} {mark}", "character") if written_in else ""
    style = style or looks.style_id(mark, "character")
    properties = run.find(RPR)
    if properties is None:
        properties = run.makeelement(RPR, {})
        run.insert(0, properties)
    if style:
        _restyle(properties, style, looks)
    elif mark in {FIGURE, UNCONFIRMED} and properties.find(w("b")) is None:
        after = [child for child in properties if child.tag in {w("rStyle"), w("rFonts")}]
        properties.insert(len(after), properties.makeelement(w("b"), {}))
    return run


def _restyle(properties: Element, style: str, looks: Looks) -> None:
    """Give a run a character style, and take out what would overrule it."""
    named = {
        child.tag
        for step in looks.chain(style)
        for child in (step.find(RPR) if step.find(RPR) is not None else ())
    }
    for child in list(properties):
        if child.tag == w("rStyle") or child.tag in named:
            properties.remove(child)
    properties.insert(0, properties.makeelement(w("rStyle"), {VAL: style}))
