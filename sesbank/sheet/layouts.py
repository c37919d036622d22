"""Layouts: the template's repeating row as designed, or drawn together when rows are many."""

from __future__ import annotations

from enum import Enum

from sesbank.domain.story import PARTS
from sesbank.sheet.looks import Looks
from sesbank.sheet.placeholders import STYLE, new_run, tag_runs
from sesbank.sheet.wordml import PPR, RPR, TAB, TC, Element, P, R, T, remove, value, w

_CUES = frozenset(f"row.{part}" for part in PARTS)
_BETWEEN = "   "


class Layout(Enum):
    """How close a row is set."""

    OPEN = "open"
    """As the template has it."""
    RUN_IN = "run-in"
    """Challenge, context and action run on in one paragraph; key words on a line."""
    CLOSE = "close"
    """The story's title runs on with them, a requirement's label with its name."""
    TIGHT = "tight"
    """The result, in bold, runs on with them too."""


_TITLES = frozenset({"row.title", "row.backup"})


def draw_together(root: Element, layout: Layout, looks: Looks) -> None:
    """Change the repeating rows under `root` to a closer layout, in place."""
    if layout is Layout.OPEN:
        return
    cues = _CUES if layout is Layout.TIGHT else _CUES - {"row.result"}
    for cell in root.iter(TC):
        _join_group(cell, cues, looks)
        if layout is not Layout.RUN_IN:
            _join_group(cell, cues | _TITLES, looks)
            _join_group(cell, frozenset({"row.label", "row.name"}), looks)
    for run, name in list(tag_runs(root)):
        if name == "row.keywords":
            run.find(T).text = "{{row.keyword_line}}"


def _join_group(cell: Element, wanted: frozenset[str], looks: Looks) -> None:
    """Make one paragraph of neighbours that hold nothing but wanted placeholders.

    A gap's paragraph between them does not count: where there is a gap, there is no story.
    """
    group: list[Element] = []
    for paragraph in [*cell.findall(P), None]:
        names = {name for _, name in tag_runs(paragraph)} if paragraph is not None else set()
        if names == {"row.gap"}:
            continue
        if names and names <= wanted:
            group.append(paragraph)
            continue
        if len(group) > 1:
            _join(group, looks)
        group = []


def _join(group: list[Element], looks: Looks) -> None:
    """Move everything into the first cue paragraph, or the first of all where there is none."""
    cues = [p for p in group if any(name in _CUES for _, name in tag_runs(p))]
    host = (cues or group)[0]
    before, after = group[: group.index(host)], group[group.index(host) + 1 :]
    _flatten(host)
    for run, name in tag_runs(host):
        if name == "row.result":
            _embolden(run)
    at = 0 if host.find(PPR) is None else 1
    for paragraph in before:
        for run in _moved(paragraph, host, looks):
            host.insert(at, run)
            at += 1
        host.insert(at, new_run(host.find(R), _BETWEEN))
        at += 1
    for paragraph in after:
        moved = _moved(paragraph, host, looks)
        host.append(new_run(moved[0], _BETWEEN))
        host.extend(moved)


def _flatten(host: Element) -> None:
    """Let a joined paragraph start at the edge of its cell; tabs become spaces without break."""
    indent = host.get_or_add_pPr().get_or_add_ind()
    indent.attrib.clear()
    indent.set(w("left"), "0")
    indent.set(w("firstLine"), "0")
    for run in list(host.iter(R)):
        _spaced_out(run)


def _spaced_out(run: Element) -> None:
    for tab in run.findall(TAB):
        letters = run.makeelement(T, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        letters.text = "\N{NO-BREAK SPACE}"  # a label never ends a line without what it labels
        run.replace(tab, letters)


def _moved(paragraph: Element, host: Element, looks: Looks) -> list[Element]:
    """Take a paragraph apart and return its runs, which keep their look but not their size."""
    style = value(paragraph.find(PPR), "pStyle") or ""
    if style == (value(host.find(PPR), "pStyle") or ""):
        style = ""
    found = list(paragraph.iter(R))
    names = dict(tag_runs(paragraph))
    for run in found:
        _carry(run, style, looks)
        if names.get(run) == "row.result":
            _embolden(run)
        _spaced_out(run)
    remove(paragraph)
    return found


def _carry(run: Element, style: str, looks: Looks) -> None:
    """Write what a paragraph style says about letters on a run that leaves the paragraph."""
    if not style:
        return
    own = run.find(RPR)
    if own is None:
        own = run.makeelement(RPR, {})
        run.insert(0, own)
    stated = {child.tag for child in own}
    for step in looks.chain(value(own, "rStyle") or ""):
        stated |= {child.tag for child in (step.find(RPR) if step.find(RPR) is not None else ())}
    for step in looks.chain(style):
        look = step.find(RPR)
        for child in look if look is not None else ():
            if child.tag not in stated and child.tag in _CARRIED:
                _put(own, child.tag, dict(child.attrib))
    run.set(STYLE, run.get(STYLE, style))


_ORDER = [w(name) for name in ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "color")]
_CARRIED = frozenset(_ORDER[2:])


def _embolden(run: Element) -> None:
    own = run.find(RPR)
    if own is None:
        own = run.makeelement(RPR, {})
        run.insert(0, own)
    _put(own, w("b"), {})


def _put(properties: Element, name: str, attributes: dict[str, str]) -> None:
    """Set a property of a run at the place the schema demands."""
    present = properties.find(name)
    if present is not None:
        properties.remove(present)
    earlier = set(_ORDER[: _ORDER.index(name)])
    at = sum(1 for child in properties if child.tag in earlier)
    properties.insert(at, properties.makeelement(name, attributes))
