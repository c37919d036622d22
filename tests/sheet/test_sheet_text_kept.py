"""Everything sent to a sheet is on it or among its cuts; nothing else is, and nothing changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from sheet_makers import content, texts_of
from word_files import page_text

from sesbank.domain.page_size import Paper
from sesbank.domain.sheet import CueLine, SheetContent, SheetRow
from sesbank.sheet import make_sheet


@pytest.mark.parametrize("seed", range(40, 54))
def test_every_text_is_on_the_page_or_listed_as_cut(templates: Path, seed: int) -> None:
    wished = content(seed)
    sheet = make_sheet(wished, templates / "prep-sheet.docx", paper=list(Paper)[seed % 2])
    text = page_text(sheet.data)
    cut = " ".join(f"{cut.where} {cut.text}" for cut in sheet.cuts)
    lost = [want for want in texts_of(wished) if want not in text and want not in cut]
    assert lost == []


def test_a_sheet_that_cuts_nothing_shows_each_text_as_often_as_it_was_sent(
    templates: Path,
) -> None:
    wished = content(3, rows=6, amount=0.8)
    sheet = make_sheet(wished, templates / "prep-sheet.docx")
    text = page_text(sheet.data)
    for want, count in Counter(texts_of(wished)).items():
        assert text.count(want) >= count, want


def test_what_is_cut_says_what_where_and_the_whole_text(templates: Path) -> None:
    wished = content(2, rows=20, amount=2)
    sheet = make_sheet(wished, templates / "prep-sheet.docx")
    assert sheet.cuts
    sent = texts_of(wished)
    for cut in sheet.cuts:
        assert cut.what
        assert cut.where
        assert cut.what in {"requirement", "fact"} or cut.text in sent
    assert "Cut to fit one page" in page_text(sheet.data)


def test_the_same_content_gives_the_same_bytes(templates: Path) -> None:
    wished = content(11)
    first = make_sheet(wished, templates / "prep-sheet.docx", paper=Paper.A4)
    assert make_sheet(wished, templates / "prep-sheet.docx", paper=Paper.A4) == first
    other = make_sheet(wished, templates / "prep-sheet.docx", paper=Paper.LETTER)
    assert other.data != first.data


HOSTILE = (
    "{{position}} {{row.title}} {{notes}}",
    "a < b & c ]]> <w:p/> &amp; &#x0;",
    "{% for x in y %} {{ 7*7 }}",
    "' \" \\ %s {0} $HOME",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_values_are_never_read_as_placeholders_or_xml(templates: Path, text: str) -> None:
    row = SheetRow("r", text, text, title=text, cues=(CueLine("result", text),), keywords=(text,))
    wished = SheetContent(position=text, agency=text, rows=(row,), questions=(text,))
    sheet = make_sheet(wished, templates / "prep-sheet.docx")
    assert sheet.cuts == ()
    assert sheet.warnings == ()
    assert page_text(sheet.data).count(text) == 8


def test_control_codes_and_lone_surrogates_do_not_reach_the_file(templates: Path) -> None:
    wished = SheetContent(position="A\x1b[31m\x00B\ud800\ufffe\u202eC", rows=())
    text = page_text(make_sheet(wished, templates / "prep-sheet.docx").data)
    assert text.startswith("AB\N{REPLACEMENT CHARACTER}C")


def test_the_preview_lines_are_the_text_of_the_page(templates: Path) -> None:
    sheet = make_sheet(content(5, rows=4, amount=1), templates / "prep-sheet.docx")
    assert " ".join(" ".join(sheet.lines).split()) == page_text(sheet.data)
