"""Text from right to left is marked as Word wants it, and nothing of it is lost."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from word_files import page_text

from sesbank.domain.sheet import CueLine, SheetContent, SheetRow
from sesbank.sheet import make_sheet

ARABIC, HEBREW = "خفضت المتأخرات من 41 إلى 19 يومًا", "מנהל התקציב"


def paragraphs(templates: Path, cue: str) -> list[object]:
    row = SheetRow("r1", "MTQ 1", HEBREW, title="Cut the wait", cues=(CueLine("result", cue),))
    sheet = make_sheet(SheetContent("Director", rows=(row,)), templates / "prep-sheet.docx")
    assert cue in page_text(sheet.data)
    document = Document(io.BytesIO(sheet.data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph for cell in cells for paragraph in cell.paragraphs]


def marked(paragraph) -> dict[str, bool]:
    found = {}
    for run in paragraph.runs:
        look = run._r.find(qn("w:rPr"))
        found[run.text] = look is not None and look.find(qn("w:rtl")) is not None
    return found


def is_from_the_right(paragraph) -> bool:
    properties = paragraph._p.find(qn("w:pPr"))
    return properties is not None and properties.find(qn("w:bidi")) is not None


def test_a_paragraph_that_begins_in_arabic_runs_from_the_right(templates: Path) -> None:
    told = next(p for p in paragraphs(templates, ARABIC) if "41" in p.text)
    assert is_from_the_right(told)
    assert all(on for text, on in marked(told).items() if any(c >= "\u0600" for c in text))


def test_a_word_of_hebrew_in_english_is_marked_alone(templates: Path) -> None:
    told = next(p for p in paragraphs(templates, f"Led {HEBREW} in May") if "May" in p.text)
    assert not is_from_the_right(told)
    runs = marked(told)
    assert runs[HEBREW]
    assert not runs[" in May"]


def test_english_is_left_as_it_is(templates: Path) -> None:
    told = next(p for p in paragraphs(templates, "Led 12 people") if "people" in p.text)
    assert not is_from_the_right(told)
    assert not any(marked(told).values())
