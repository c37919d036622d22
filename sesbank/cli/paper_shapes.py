"""Paper shapes: the JSON of sheets, other papers, and what is kept for an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sesbank.cli.shapes import Shape
    from sesbank.domain.interview import Interview
    from sesbank.domain.papers import PaperFile
    from sesbank.domain.sheet import SheetFile
    from sesbank.domain.vacancy import Vacancy


def sheet_shape(sheet: SheetFile | None, file: Path | None) -> Shape:
    """Return what became of a sheet; `file` is null where none was written."""
    cuts = sheet.cuts if sheet else ()
    return {
        "file": str(file) if file else None,
        "cuts": [{"what": c.what, "where": c.where, "text": c.text} for c in cuts],
        "gaps": list(sheet.gaps) if sheet else [],
        "warnings": list(sheet.warnings) if sheet else [],
        "cue_points": sheet.cue_points if sheet else None,
        "fill": sheet.fill if sheet else None,
        "lines": list(sheet.lines) if sheet else [],
    }


def paper_shape(paper: PaperFile, file: Path | None) -> Shape:
    """Return what became of another paper."""
    return {
        "file": str(file) if file else None,
        "pages": paper.pages,
        "limit": paper.limit,
        "count": paper.count,
        "cuts": [{"what": c.what, "where": c.where, "text": c.text} for c in paper.cuts],
        "warnings": list(paper.warnings),
    }


def interview_shape(vacancy: Vacancy, number: int, interview: Interview, *, today: str) -> Shape:
    """Return an interview with the vacancy it is for and its number there; `today` tells a past."""
    return {
        "vacancy": vacancy.id,
        "title": vacancy.title or None,
        "number": number,
        "past": bool(interview.when) and interview.when[:10] < today,
        **_interview(interview),
    }


def _interview(interview: Interview) -> Shape:
    return {
        "kind": interview.kind.value,
        "when": interview.when or None,
        "zone": interview.zone or None,
        "minutes": interview.minutes,
        "place": interview.place or None,
        "panel": list(interview.panel),
    }


def preparation_shape(vacancy: Vacancy, interview: Interview | None) -> Shape:
    """Return what is kept for a vacancy's interview; null where none is known."""
    return {
        "vacancy": vacancy.id,
        "interview": _interview(interview) if interview else None,
        "opening": vacancy.opening or None,
        "questions": list(vacancy.questions),
        "facts": [
            {"text": n.text, "source": n.source or None, "day": n.day or None}
            for n in vacancy.notes
        ],
    }
