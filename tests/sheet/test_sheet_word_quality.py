"""The Word file itself: real headings and header rows, today's Word, no traces."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Length, Pt, Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from sheet_makers import content
from word_files import names, part

from sesbank.domain.interview import InterviewKind
from sesbank.domain.page_size import Paper
from sesbank.domain.sheet import CueLine, SheetContent, SheetFile, SheetRow
from sesbank.sheet import make_sheet
from sesbank.sheet.wording import QRB_REMINDERS, QUESTIONS


@pytest.fixture(scope="module")
def sheet(templates: Path) -> SheetFile:
    return make_sheet(content(3, rows=6, amount=0.8), templates / "prep-sheet.docx")


def test_the_position_is_the_heading_and_the_tables_have_header_rows(sheet: SheetFile) -> None:
    document = Document(io.BytesIO(sheet.data))
    assert document.paragraphs[0].style.name == "Heading 1"
    assert len(document.tables) == 2
    for table in document.tables:
        first = table.rows[0]
        assert first._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert {cell.paragraphs[0].style.name for cell in first.cells} == {"Heading 2"}


def test_tables_never_touch_and_the_page_ends_in_a_paragraph(sheet: SheetFile) -> None:
    body = Document(io.BytesIO(sheet.data)).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert ("tbl", "tbl") not in list(pairwise(kinds))
    assert kinds[-2:] == ["p", "sectPr"]


def test_the_file_says_its_title_and_language_and_nobodys_name(sheet: SheetFile) -> None:
    document = Document(io.BytesIO(sheet.data))
    assert document.core_properties.title == sheet.lines[0]
    assert document.core_properties.author == ""
    assert document.core_properties.language == "en-US"
    assert 'w:lang w:val="en-US"' in part(sheet.data, "word/styles.xml")


def test_it_opens_in_todays_word_without_compatibility_mode(sheet: SheetFile) -> None:
    settings = part(sheet.data, "word/settings.xml")
    assert re.search(r'compatibilityMode"[^>]* w:val="15"', settings)


def test_fonts_are_named_for_every_script_and_no_text_boxes_are_used(sheet: SheetFile) -> None:
    styles = part(sheet.data, "word/styles.xml")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert f'w:{script}="Calibri"' in styles
    assert "txbx" not in part(sheet.data, "word/document.xml")


def test_every_line_height_is_exact(sheet: SheetFile) -> None:
    rules = re.findall(r'w:lineRule="(\w+)"', part(sheet.data, "word/styles.xml"))
    assert set(rules) == {"exact"}


def test_parts_are_sorted_and_carry_one_fixed_time(sheet: SheetFile) -> None:
    assert names(sheet.data)[2:] == sorted(names(sheet.data)[2:])
    with zipfile.ZipFile(io.BytesIO(sheet.data)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_paper_is_the_one_asked_for_and_tables_are_as_wide_as_its_text(
    templates: Path,
) -> None:
    for paper, size in ((Paper.LETTER, (12240, 15840)), (Paper.A4, (11906, 16838))):
        made = make_sheet(content(3, rows=2), templates / "prep-sheet.docx", paper=paper)
        section = Document(io.BytesIO(made.data)).sections[0]
        assert (section.page_width.twips, section.page_height.twips) == size
        text = section.page_width - section.left_margin - section.right_margin
        for table in Document(io.BytesIO(made.data)).tables:
            assert abs(sum(column.width for column in table.columns) - text) < Twips(10)


def test_figures_stand_out_and_unsure_ones_are_marked_in_words(templates: Path) -> None:
    cues = (CueLine("action", "Moved 31 people"), CueLine("result", "Saved $2M", ("$2M",)))
    row = SheetRow("r", "TQ 1", "Grants", title="Backlog", cues=cues)
    made = make_sheet(SheetContent("Director", rows=(row,)), templates / "prep-sheet.docx")
    document = Document(io.BytesIO(made.data))
    cell = document.tables[0].rows[1].cells[1]
    styles = {r.text: r.style and r.style.name for p in cell.paragraphs for r in p.runs}
    assert styles["31"] == "Figure"
    assert styles["$2M"] == "Unconfirmed"
    assert "Saved $2M\u00a0(?)" in cell.text
    assert made.lines[-1].startswith("(?) = not confirmed")


def test_a_review_board_sheet_shows_no_names_and_no_thanks(templates: Path) -> None:
    wished = SheetContent("Director", kind=InterviewKind.QRB, rows=(SheetRow("r", "ECQ 1", "LP"),))
    made = make_sheet(wished, templates / "prep-sheet.docx")
    text = " ".join(made.lines)
    assert "Qualifications Review Board" in text
    assert "Panel" not in text
    assert "Thank" not in text


def test_the_sheet_for_a_review_board_says_its_time_once(templates: Path) -> None:
    wished = SheetContent("Director", kind=InterviewKind.QRB, rows=(SheetRow("r", "ECQ 1", "LP"),))
    wished = replace(wished, reminders=QRB_REMINDERS)
    made = make_sheet(wished, templates / "prep-sheet-qrb.docx")
    text = " ".join(made.lines)
    assert QRB_REMINDERS[0] in text
    assert text.count("45 minutes") == 1
    assert text.casefold().count("five questions") == 1


@pytest.mark.parametrize("own", [True, False])
def test_in_large_print_ones_own_questions_outlast_key_words(templates: Path, own: bool) -> None:
    mine = ("What comes first here?", "Which region worries you?", "Who decides on offices?")
    full = content(2, rows=10, amount=1)
    keywords = ("grants", "audit", "States")
    rows = tuple(replace(row, keywords=keywords) for row in full.rows)
    wished = replace(full, rows=rows, questions=mine if own else QUESTIONS[:3])
    made = make_sheet(wished, templates / "prep-sheet-large.docx")
    cut = {each.what for each in made.cuts}
    assert "key word" in cut
    assert ("question" in cut) is not own


@pytest.mark.parametrize("points", [7.0, 9.0, 30.0])
def test_lines_of_an_exact_height_never_overlap(
    templates: Path, tmp_path: Path, points: float
) -> None:
    """Set closer than their letters are high they are set apart; wider ones stay as they are."""
    own = Document(str(templates / "prep-sheet.docx"))
    for style in own.styles:
        if style.type is WD_STYLE_TYPE.PARAGRAPH:
            style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            style.paragraph_format.line_spacing = Pt(points)
    path = tmp_path / "own.docx"
    own.save(str(path))
    made = Document(io.BytesIO(make_sheet(content(3, rows=2, amount=0.5), path).data))
    cells = [cell for table in made.tables for row in table.rows for cell in row.cells]
    shown = [*made.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    written = [p for p in shown if p.text.strip()]
    assert written
    for paragraph in written:
        letters = max(_size(run, paragraph) for run in paragraph.runs)
        assert _line(paragraph) >= letters * 0.97, paragraph.text


def _line(paragraph: Paragraph) -> int:
    own = paragraph.paragraph_format.line_spacing
    line = paragraph.style.paragraph_format.line_spacing if own is None else own
    assert isinstance(line, Length)
    return line


def _size(run: Run, paragraph: Paragraph) -> int:
    sizes = [run.font.size, run.style.font.size if run.style else None]
    style = paragraph.style
    while style is not None:
        sizes.append(style.font.size)
        style = style.base_style
    return next(size for size in sizes if size is not None)


def test_words_library_is_loaded_only_when_a_sheet_is_made() -> None:
    code = (
        "import sys, sesbank.sheet; from sesbank.sheet import compose; "
        "sys.exit(any(m.split('.')[0] in {'docx', 'lxml'} for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
