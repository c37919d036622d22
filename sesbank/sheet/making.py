"""Making a sheet: template opened, content fitted, file packed."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from sesbank.domain.sheet import Paper, SheetContent, SheetFile
from sesbank.domain.text import clean_line
from sesbank.sheet.filling import strip_marks
from sesbank.sheet.fitting import Fitted, fit
from sesbank.sheet.packing import pack, settings_xml
from sesbank.sheet.scale import apply_scale
from sesbank.sheet.template import Template, open_template
from sesbank.sheet.trimming import cuts
from sesbank.sheet.wordml import Element, P, text_of, w


def make(content: SheetContent, path: Path, paper: Paper) -> SheetFile:
    """Return the finished sheet of a content on a template.

    Raises SheetError for a template that cannot be used, with the place.
    """
    template = open_template(path, paper)
    fitted = fit(template, content)
    draft, scale = fitted.draft, fitted.scale
    return SheetFile(
        data=_packed(template, fitted, clean_line(content.position)),
        cuts=cuts(content, draft.content),
        warnings=(*template.warnings, *_not_shown(template, content)),
        cue_points=scale.half_points(template.cue_half_points) / 2,
        fill=round(draft.page.used(scale) / draft.page.room(scale), 4),
        lines=tuple(_lines(draft.root.find(w("body")))),
    )


def _packed(template: Template, fitted: Fitted, title: str) -> bytes:
    from docx.opc.oxml import serialize_part_xml

    package = deepcopy(template.package)
    trees = {package.main: fitted.draft.root, **fitted.draft.edges}
    named = {r.kind: r.target for r in package.relations[package.main]}
    for kind, tree in (("styles", template.styles), ("numbering", template.numbering)):
        if tree is not None:
            trees[named[kind]] = deepcopy(tree)
    for name, tree in trees.items():
        strip_marks(tree)
        apply_scale(tree, fitted.scale)
        package.parts[name] = serialize_part_xml(tree)
    return pack(package, title=title, settings=settings_xml())


def _lines(body: Element) -> Iterator[str]:
    """Yield the text of the page in reading order."""
    for paragraph in body.iter(P):
        line = " ".join(text_of(paragraph).split())
        if line:
            yield line


def _not_shown(template: Template, content: SheetContent) -> Iterator[str]:
    """Yield one line for everything the content has and the template has no place for."""
    wanted = {
        "questions": content.questions,
        "facts": content.facts,
        "reminders": content.reminders,
        "opening": content.opening,
        "panel": content.panel,
        "when": content.when,
        "place": content.place,
        "thanks": content.thanks,
        "position": content.position,
        "row.title": any(row.title for row in content.rows),
        "row.gap": any(row.gap for row in content.rows),
        "row.backup": any(row.backup for row in content.rows),
        **{f"row.{cue.part}": True for row in content.rows for cue in row.cues},
    }
    for name, present in wanted.items():
        if present and name not in template.names:
            yield f"the template has no place for {{{{{name}}}}}: it is not on the sheet"
    if any(row.keywords for row in content.rows) and not (
        {"row.keywords", "row.keyword_line"} & template.names
    ):
        yield "the template has no place for {{row.keywords}}: they are not on the sheet"
