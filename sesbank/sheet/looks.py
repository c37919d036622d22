"""Looks: what font, spacing and indent a paragraph or run has after all styles are added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sesbank.sheet.letter_widths import Face
from sesbank.sheet.wordml import PPR, RPR, VAL, Element, number, switched_on, value, w

_DEPTH = 12
"""Word's own limit of styles based on styles; a longer chain is a loop."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters are set. Sizes in half-points, spacing in twips."""

    font: str = "Times New Roman"
    half_points: int = 20
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    spacing: int = 0
    hidden: bool = False

    @property
    def face(self) -> Face:
        """The font with its cut."""
        return Face(self.font, self.bold, self.italic)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set. All measures in twips."""

    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    """"exact", "atLeast", or "auto" with `line` in 240ths of a line."""
    left: int = 0
    right: int = 0
    first: int = 0
    """Indent of the first line against `left`; negative for a hanging one."""
    tabs: tuple[tuple[int, str], ...] = ()
    borders: int = 0
    """Height of a border above and below with its distance."""
    numbered: bool = False
    """Whether a number or bullet and a tab stand before the first line."""
    new_page: bool = False
    """Whether it stands on top of a page."""


class Looks:
    """Looks up what styles and direct formatting come to."""

    def __init__(self, styles: Element, numbering: Element | None = None) -> None:
        self._styles = {style.get(w("styleId")): style for style in styles.findall(w("style"))}
        self._default = {
            style.get(w("type")): style.get(w("styleId"))
            for style in styles.findall(w("style"))
            if style.get(w("default")) in {"1", "true"}
        }
        self._numbered = _list_indents(numbering)
        defaults = styles.find(w("docDefaults"))
        self._base = _letters(
            Letters(), _inner(defaults, "rPrDefault", RPR) if defaults is not None else None
        )
        self._setting = self._set(
            Setting(), _inner(defaults, "pPrDefault", PPR) if defaults is not None else None
        )
        self._cache: dict[tuple[str, str], tuple[Setting, Letters]] = {}
        self._styled: dict[tuple[str, Letters], Letters] = {}
        self._by_name = {
            (style.get(w("type")), (value(style, "name") or "").casefold()): key or ""
            for key, style in self._styles.items()
        }

    def of_paragraph(self, paragraph: Element, table_style: str = "") -> tuple[Setting, Letters]:
        """Return a paragraph's setting and the letters its runs start from."""
        direct = paragraph.find(PPR)
        style = value(direct, "pStyle") or self._default.get("paragraph") or ""
        if (style, table_style) not in self._cache:
            self._cache[style, table_style] = self._of_style(style, table_style)
        setting, letters = self._cache[style, table_style]
        return (setting if direct is None else self._set(setting, direct)), letters

    def of_run(self, run: Element, letters: Letters) -> Letters:
        """Return the letters of a run inside a paragraph that starts from `letters`."""
        direct = run.find(RPR)
        if direct is None:
            return letters
        style = value(direct, "rStyle") or ""
        if style:
            letters = self._in_style(style, letters)
        return letters if style and len(direct) == 1 else _letters(letters, direct)

    def style_id(self, name: str, kind: str) -> str:
        """Return the id of a style by the name Word shows, empty where there is none."""
        return self._by_name.get((kind, name.casefold()), "")

    def style_name(self, style_id: str) -> str:
        """Return the name Word shows for a style's id."""
        return value(self._styles.get(style_id), "name") or ""

    def _in_style(self, style: str, letters: Letters) -> Letters:
        if (style, letters) not in self._styled:
            found = letters
            for step in self.chain(style):
                found = _letters(found, step.find(RPR))
            self._styled[style, letters] = found
        return self._styled[style, letters]

    def _of_style(self, style: str, table_style: str) -> tuple[Setting, Letters]:
        setting, letters = self._setting, self._base
        for step in (*self.chain(table_style), *self.chain(style)):
            setting = self._set(setting, step.find(PPR))
            letters = _letters(letters, step.find(RPR))
        return setting, letters

    def chain(self, style: str) -> Iterator[Element]:
        """Yield a style and what it is based on, base first."""
        found: list[Element] = []
        while style in self._styles and len(found) < _DEPTH:
            found.append(self._styles[style])
            style = value(found[-1], "basedOn") or ""
        return reversed(found)

    def _set(self, setting: Setting, properties: Element | None) -> Setting:
        if properties is None:
            return setting
        numbered = self._numbered.get(
            (
                value(properties.find(w("numPr")), "numId") or "",
                value(properties.find(w("numPr")), "ilvl") or "0",
            ),
        )
        if numbered is not None:
            setting = replace(_indented(setting, numbered), numbered=True)
        return _with_tabs(_indented(_spaced(setting, properties), properties), properties)


def _inner(parent: Element, name: str, inner: str) -> Element | None:
    child = parent.find(w(name))
    return None if child is None else child.find(inner)


def _letters(letters: Letters, properties: Element | None) -> Letters:
    if properties is None:
        return letters
    changes: dict[str, object] = {}
    fonts = properties.find(w("rFonts"))
    if fonts is not None and (fonts.get(w("ascii")) or fonts.get(w("hAnsi"))):
        changes["font"] = fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
    if (size := value(properties, "sz")) is not None:
        changes["half_points"] = max(number(size, letters.half_points), 1)
    if (spacing := value(properties, "spacing")) is not None:
        changes["spacing"] = number(spacing)
    for field, names in _TOGGLES.items():
        stated = [on for name in names if (on := switched_on(properties, name)) is not None]
        if stated:
            changes[field] = any(stated)
    return replace(letters, **changes) if changes else letters  # type: ignore[arg-type]


_TOGGLES: Mapping[str, tuple[str, ...]] = {
    "bold": ("b",),
    "italic": ("i",),
    "capitals": ("caps", "smallCaps"),
    "hidden": ("vanish",),
}


def _spaced(setting: Setting, properties: Element) -> Setting:
    if (broken := switched_on(properties, "pageBreakBefore")) is not None:
        setting = replace(setting, new_page=broken)
    spacing = properties.find(w("spacing"))
    if spacing is not None:
        setting = replace(
            setting,
            before=number(spacing.get(w("before")), setting.before),
            after=number(spacing.get(w("after")), setting.after),
            line=number(spacing.get(w("line")), setting.line),
            rule=spacing.get(w("lineRule"), "auto" if spacing.get(w("line")) else setting.rule),
        )
    borders = properties.find(w("pBdr"))
    if borders is None:
        return setting
    return replace(setting, borders=sum(_border(borders.find(w(e))) for e in ("top", "bottom")))


def _border(border: Element | None) -> int:
    """Return the height of a border in twips: width in eighths of a point, distance in points."""
    if border is None or border.get(VAL) in {"nil", "none"}:
        return 0
    return round(number(border.get(w("sz")), 4) * 20 / 8) + number(border.get(w("space"))) * 20


def _indented(setting: Setting, properties: Element) -> Setting:
    indent = properties.find(w("ind"))
    if indent is None:
        return setting
    hanging, first = indent.get(w("hanging")), indent.get(w("firstLine"))
    return replace(
        setting,
        left=number(indent.get(w("left")) or indent.get(w("start")), setting.left),
        right=number(indent.get(w("right")) or indent.get(w("end")), setting.right),
        first=-number(hanging) if hanging else number(first, setting.first),
    )


def _with_tabs(setting: Setting, properties: Element) -> Setting:
    tabs = properties.find(w("tabs"))
    if tabs is None:
        return setting
    stops = dict(setting.tabs)
    for tab in tabs.findall(w("tab")):
        at, kind = number(tab.get(w("pos"))), tab.get(VAL, "left")
        if kind == "clear":
            stops.pop(at, None)
        else:
            stops[at] = kind
    return replace(setting, tabs=tuple(sorted(stops.items())))


def _list_indents(numbering: Element | None) -> dict[tuple[str, str], Element]:
    """Return the paragraph properties of list levels by (list, level)."""
    if numbering is None:
        return {}
    kinds = {kind.get(w("abstractNumId")): kind for kind in numbering.findall(w("abstractNum"))}
    found: dict[tuple[str, str], Element] = {}
    for listed in numbering.findall(w("num")):
        kind = kinds.get(value(listed, "abstractNumId"))
        for level in kind.findall(w("lvl")) if kind is not None else ():
            properties = level.find(PPR)
            if properties is not None:
                found[listed.get(w("numId")), level.get(w("ilvl"))] = properties
    return found
