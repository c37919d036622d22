"""Making a sheet: template opened, content fitted, file packed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sesbank.domain.page_size import Paper
from sesbank.domain.sheet import SheetContent, SheetFile
from sesbank.domain.text import clean_line
from sesbank.sheet.finishing import finished, lines_of
from sesbank.sheet.fitting import fit
from sesbank.sheet.template import Template, open_template
from sesbank.sheet.trimming import cuts


def make(content: SheetContent, path: Path, paper: Paper) -> SheetFile:
    """Return the finished sheet of a content on a template.

    Raises SheetError for a template that cannot be used, with the place.
    """
    template = open_template(path, paper)
    fitted = fit(template, content)
    draft, scale = fitted.draft, fitted.scale
    return SheetFile(
        data=finished(template, draft.root, scale, clean_line(content.position), edges=draft.edges),
        cuts=cuts(content, draft.content),
        warnings=(*template.warnings, *_not_shown(template, content)),
        cue_points=scale.half_points(template.cue_half_points) / 2,
        fill=round(draft.page.used(scale) / draft.page.room(scale), 4),
        lines=tuple(lines_of(draft.root)),
        shown=draft.content,
    )


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
