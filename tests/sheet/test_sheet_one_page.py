"""A sheet is one page in LibreOffice, whatever is put on it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

from docx import Document
from sheet_makers import PageCounts, content
from word_files import edited, part, swapped

from sesbank.domain.page_size import Paper
from sesbank.domain.sheet import SheetContent
from sesbank.sheet import make_sheet

SEEDS = range(7000, 7010)
ROWS = (0, 1, 2, 3, 5, 7, 9, 12, 15, 20)


def test_sheets_of_any_length_and_script_are_one_page(
    templates: Path, page_counts: PageCounts
) -> None:
    files = {}
    shipped = sorted(templates.glob("prep-sheet*.docx"))
    for seed in SEEDS:
        template = shipped[seed % len(shipped)]
        sheet = make_sheet(content(seed), template, paper=list(Paper)[seed % 2])
        files[f"random-{seed}"] = sheet.data
    for rows in ROWS:
        sheet = make_sheet(
            content(rows, rows=rows, amount=1.0),
            templates / "prep-sheet.docx",
            paper=list(Paper)[rows % 2],
        )
        files[f"rows-{rows}"] = sheet.data
    # Hyphened words wider than their column, in a random sheet that once ran over by a line.
    sheet = make_sheet(content(2617), templates / "prep-sheet-large.docx", paper=Paper.LETTER)
    files["hyphens"] = sheet.data
    counts = page_counts(files)
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_edited_templates_stay_on_one_page(
    templates: Path, page_counts: PageCounts, tmp_path: Path
) -> None:
    shipped = templates / "prep-sheet.docx"
    changes = {
        "times": ("word/styles.xml", lambda text: text.replace("Calibri", "Times New Roman")),
        "unknown-font": ("word/styles.xml", lambda text: text.replace("Calibri", "Papyrus")),
        "unknown-serifs-in-capitals": (
            "word/styles.xml",
            lambda text: text.replace("Calibri", "Georgia").replace(
                '<w:sz w:val="42"/>', '<w:caps/><w:sz w:val="60"/>'
            ),
        ),
        "monospaced": ("word/styles.xml", lambda text: text.replace("Calibri", "Courier New")),
        "automatic-lines": (
            "word/styles.xml",
            lambda text: text.replace('w:lineRule="exact"', 'w:lineRule="auto"'),
        ),
        "wide-margins": ("word/document.xml", swapped('w:top="580"', 'w:top="2160"')),
        "thick-borders": ("word/styles.xml", swapped('w:sz="10"', 'w:sz="48"')),
        "large-print": ("word/styles.xml", swapped('w:sz w:val="19"', 'w:sz w:val="26"')),
        "own-lines": (
            "word/document.xml",
            swapped("<w:body>", "<w:body>" + "<w:p/>" * 6),
        ),
    }
    files = {}
    for name, (where, change) in changes.items():
        path = edited(shipped, tmp_path / f"{name}.docx", change, name=where)
        files[name] = make_sheet(content(1, rows=9), path).data
    counts = page_counts(files)
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_a_usual_sheet_keeps_its_cues_readable_and_its_page_filled(templates: Path) -> None:
    sheet = make_sheet(content(3, rows=6, amount=0.8), templates / "prep-sheet.docx")
    assert sheet.cue_points >= 9.5
    assert sheet.cuts == ()
    assert 0.8 < sheet.fill <= 0.985


def test_cues_never_go_below_eight_and_a_half_points(templates: Path) -> None:
    for seed in range(2):
        sheet = make_sheet(content(seed, rows=20, amount=4), templates / "prep-sheet.docx")
        assert sheet.cue_points >= 8.5
        assert sheet.cuts


def _with_key_word(word: str) -> SheetContent:
    few = content(3, rows=2, amount=0.5)
    first, second = few.rows
    first = replace(first, keywords=(word,))
    return replace(few, rows=(first, replace(second, keywords=("budget",))))


def test_a_long_word_is_set_smaller_rather_than_cut_in_two(templates: Path) -> None:
    short, long, endless = (
        make_sheet(_with_key_word(word), templates / "prep-sheet.docx").cue_points
        for word in ("grants", "intergovernmental", "a" * 60)
    )
    assert short == 12
    assert 9.5 <= long < short
    assert endless == short  # cut at every size, it gains nothing from a smaller one


def test_drawn_together_no_label_ends_a_line_without_its_cue(templates: Path) -> None:
    sheet = make_sheet(content(1, rows=14), templates / "prep-sheet.docx")
    table = Document(io.BytesIO(sheet.data)).tables[0]
    told = "\n".join(row.cells[1].text for row in table.rows[1:])
    labels = re.findall(r"(?:Challenge|Context|Action|Result)(\s)(?=\S)", told)
    assert len(labels) > 14
    assert "\N{NO-BREAK SPACE}" in labels
    assert " " not in labels


def test_the_dot_between_key_words_begins_no_line(templates: Path) -> None:
    wished = content(1, rows=12, amount=0.8)
    rows = tuple(replace(row, keywords=("fleet", "budget")) for row in wished.rows)
    sheet = make_sheet(replace(wished, rows=rows), templates / "prep-sheet.docx")
    text = part(sheet.data, "word/document.xml")
    assert "fleet\N{NO-BREAK SPACE}· budget" in text


def test_large_print_keeps_its_size_and_leaves_out_more(templates: Path) -> None:
    wished = content(5, rows=12, amount=1.5)
    large = make_sheet(wished, templates / "prep-sheet-large.docx")
    usual = make_sheet(wished, templates / "prep-sheet.docx")
    assert large.cue_points >= 12 > usual.cue_points
    assert len(large.cuts) > len(usual.cuts)
