"""Template: a Word file opened, cleaned and made ready to be filled many times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from sesbank.domain.page_size import Paper
from sesbank.domain.papers import PaperKind
from sesbank.errors import SheetError
from sesbank.sheet.guard import PARAGRAPH_LIMIT, Package, parse, read_package
from sesbank.sheet.layouts import Layout, draw_together
from sesbank.sheet.letter_widths import known
from sesbank.sheet.looks import Letters, Looks
from sesbank.sheet.page_size import set_paper
from sesbank.sheet.placeholder_names import names_for
from sesbank.sheet.placeholders import isolate, misspelt, paragraphs_of, row_of, tag_runs
from sesbank.sheet.reading import letters_high, picture_height, single_line, style_of_table
from sesbank.sheet.scrub import drop_session_marks, scrub
from sesbank.sheet.values import LISTS
from sesbank.sheet.wordml import (
    RELATIONS,
    TBL,
    Element,
    P,
    closest,
    remove,
    runs,
    text_of,
    unwrap,
    w,
)

_CUES = ("row.result", "row.action", "row.challenge", "row.context", "row.title")


@dataclass(slots=True)
class Template:
    """A template ready to be filled: copy its trees, never change them."""

    path: Path
    package: Package
    root: Element
    edges: dict[str, Element]
    """Roots of headers and footers by part."""
    styles: Element
    numbering: Element | None
    looks: Looks
    kind: PaperKind | None = None
    """The paper it is for, None for a sheet."""
    names: frozenset[str] = frozenset()
    """The placeholders the template has a place for."""
    cue_half_points: int = 19
    """The size of the cues as designed, in half-points."""
    warnings: list[str] = field(default_factory=list)
    _layouts: dict[Layout, Element] = field(default_factory=dict)

    def copy(self, layout: Layout) -> Element:
        """Return a tree of the document to fill, in a layout."""
        if layout not in self._layouts:
            tree = deepcopy(self.root)
            draw_together(tree, layout, self.looks)
            self._layouts[layout] = tree
        return deepcopy(self._layouts[layout])

    def fresh(self) -> Element:
        """Return a tree of the document to fill, as designed."""
        return deepcopy(self.root)

    def edge(self, kind: str) -> str:
        """Return the part of the header or footer that the first page shows, or an empty text."""
        section = self.root.find(f"{w('body')}/{w('sectPr')}")
        wanted = "first" if section.find(w("titlePg")) is not None else "default"
        for reference in section.findall(w(f"{kind}Reference")):
            if reference.get(w("type"), "default") == wanted:
                return self._target(reference.get(f"{{{RELATIONS}}}id", ""))
        return ""

    def _target(self, relation_id: str) -> str:
        relations = self.package.relations.get(self.package.main, ())
        return next((r.target for r in relations if r.id == relation_id), "")


def _names(template: Template) -> frozenset[str]:
    roots = (template.root, *template.edges.values())
    return frozenset(name for root in roots for _, name in tag_runs(root))


def _cue_half_points(template: Template) -> int:
    found = {name: run for run, name in tag_runs(template.root)}
    run = next(found[name] for name in (*_CUES, *found) if name in found)
    table = closest(run, TBL)
    style = style_of_table(table) if table is not None else ""
    _, letters = template.looks.of_paragraph(closest(run, P), style)
    return template.looks.of_run(run, letters).half_points


def open_template(path: Path, paper: Paper, kind: PaperKind | None = None) -> Template:
    """Open a template of a sheet, or of another paper, for a paper size.

    Raises SheetError, with the place, when it is no Word file, is damaged or too large, has no
    styles, or has no table row (of a paper: no place at all) with `{{row.…}}` placeholders.
    """
    package = read_package(path)
    root = parse(path, package.main, package.parts[package.main])
    if root.tag != w("document") or root.find(w("body")) is None:
        raise SheetError(f"the template {path.name} cannot be used: {package.main} is no document")
    if sum(1 for _ in root.iter(P)) > PARAGRAPH_LIMIT:
        raise SheetError(
            f"the template {path.name} cannot be used: it has more than {PARAGRAPH_LIMIT} "
            "paragraphs, and a sheet is one page"
        )
    return _ready(path, package, (root, kind), paper)


def _ready(
    path: Path, package: Package, document: tuple[Element, PaperKind | None], paper: Paper
) -> Template:
    root, kind = document
    trees = {kind: _part(path, package, kind) for kind in ("styles", "numbering")}
    styles = trees["styles"]
    if styles is None:
        raise SheetError(f"the template {path.name} cannot be used: it has no styles")
    edges = {
        relation.target: parse(path, relation.target, package.parts[relation.target])
        for relation in package.relations[package.main]
        if relation.kind in {"header", "footer"}
    }
    warnings = list(_cleaned([root, *edges.values()], package))
    if kind is None:
        warnings += _without_page_breaks(styles)
    for tree in trees.values():
        if tree is not None:
            drop_session_marks(tree)
    _set_language(styles)
    template = Template(path, package, root, edges, styles, trees["numbering"], _looks(trees), kind)
    set_paper(root, paper)
    _close_body(root.find(w("body")))
    _isolated(template, path)
    template.names = _names(template)
    template.cue_half_points = _cue_half_points(template)
    template.warnings = list(dict.fromkeys([*warnings, *_lint(template)]))
    for tree in (root, *edges.values()):
        _freeze(tree, template.looks)
    return template


def _looks(trees: dict[str, Element | None]) -> Looks:
    return Looks(trees["styles"], trees["numbering"])


def _part(path: Path, package: Package, kind: str) -> Element | None:
    relations = package.relations[package.main]
    name = next((r.target for r in relations if r.kind == kind), "")
    return parse(path, name, package.parts[name]) if name else None


def _cleaned(roots: Iterable[Element], package: Package) -> Iterator[str]:
    known_ids = {r.id for found in package.relations.values() for r in found}
    for root in roots:
        yield from scrub(root)
        _drop_dangling(root, known_ids)


def _drop_dangling(root: Element, known_ids: set[str]) -> None:
    """Take out what refers to a part that was not let in; Word would call the file damaged."""
    for element in list(root.iter()):
        for name in ("id", "embed", "link"):
            if element.get(f"{{{RELATIONS}}}{name}", "") in known_ids | {""}:
                continue
            if element.tag == w("hyperlink"):
                unwrap(element)
            elif element.tag.startswith("{http://schemas.openxmlformats.org/drawingml"):
                remove(closest(element, w("drawing")) or element)
            else:
                remove(element)
            break


def _isolated(template: Template, path: Path) -> None:
    for root in (template.root, *template.edges.values()):
        for paragraph in paragraphs_of(root):
            isolate(paragraph)
    held = [run for run, name in tag_runs(template.root) if name.startswith("row.")]
    if not held and template.kind is not None:
        raise SheetError(
            f"the template {path.name} cannot be used: it has no placeholder of a {template.kind} "
            "such as {{row.title}}; templates/README.md lists them"
        )
    if template.kind is None and not any(row_of(run) is not None for run in held):
        raise SheetError(
            f"the template {path.name} cannot be used: no table row has a placeholder such as "
            "{{row.title}}; put the row's placeholders into one table row"
        )


def _without_page_breaks(styles: Element) -> Iterator[str]:
    found = list(styles.iter(w("pageBreakBefore")))
    for broken in found:
        remove(broken)
    if found:
        yield "page breaks were left out: a sheet is one page"


def _lint(template: Template) -> Iterator[str]:
    for root in (template.root, *template.edges.values()):
        for paragraph in paragraphs_of(root):
            yield from misspelt(paragraph, names_for(template.kind))
        for run, name in tag_runs(root) if template.kind is None else ():
            if name.startswith("row.") and row_of(run) is None:
                yield f"{{{{{name}}}}} works in a table row only"
        for run, name in tag_runs(root):
            if name in LISTS and row_of(run) is not None and "row." in text_of(row_of(run)):
                yield f"{{{{{name}}}}} stands in the row that repeats"
    fonts = {look.font for look in _used_letters(template)}
    for font in sorted(font for font in fonts if not known(font)):
        yield f"the width of the font {font} is not known; it was taken to be a wide one"


def _used_letters(template: Template) -> Iterator[Letters]:
    for paragraph in template.root.iter(P):
        _, letters = template.looks.of_paragraph(paragraph)
        found = [template.looks.of_run(run, letters) for run in runs(paragraph)]
        yield from found or [letters]


def _freeze(root: Element, looks: Looks) -> None:
    """Make automatic line heights exact, so that they hold whatever font the reader has."""
    for paragraph in root.iter(P):
        table = closest(paragraph, TBL)
        style = style_of_table(table) if table is not None else ""
        setting, _ = looks.of_paragraph(paragraph, style)
        direct = paragraph.find(f"{w('pPr')}/{w('spacing')}")
        if direct is not None:
            for side in ("beforeAutospacing", "afterAutospacing", "beforeLines", "afterLines"):
                direct.attrib.pop(w(side), None)
        if setting.rule == "exact" and not picture_height(paragraph):
            _set_apart(paragraph, setting.line, letters_high(paragraph, looks, style))
            continue
        spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
        if picture_height(paragraph):
            spacing.set(w("line"), "240")
            spacing.set(w("lineRule"), "auto")
            continue
        single = single_line(paragraph, looks, style)
        wanted = -(-single * setting.line // 240) if setting.rule == "auto" else setting.line
        spacing.set(w("line"), str(max(wanted, single)))
        spacing.set(w("lineRule"), "exact")


def _set_apart(paragraph: Element, line: int, letters: int) -> None:
    """Let lines of an exact height not overlap; what has no letters may be as thin as it is."""
    if line < letters and text_of(paragraph).strip():
        spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
        spacing.set(w("line"), str(letters))
        spacing.set(w("lineRule"), "exact")


def _close_body(body: Element) -> None:
    """Put a paragraph between tables and behind the last one: Word would join or add there."""
    for table in list(body.iterchildren(TBL)):
        following = table.getnext()
        if following is None or following.tag != P:
            table.addnext(_thin_paragraph(body))


def _thin_paragraph(body: Element) -> Element:
    paragraph = body.makeelement(P, {})
    spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
    for name, wide in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(w(name), wide)
    return paragraph


def _set_language(styles: Element) -> None:
    for properties in styles.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"):
        if properties.find(w("lang")) is None:
            properties.append(properties.makeelement(w("lang"), {w("val"): "en-US"}))
