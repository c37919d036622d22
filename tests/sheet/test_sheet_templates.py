"""Templates: edited by people, broken by accident, prepared by strangers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from sheet_makers import content
from word_files import edited, names, page_text, part, swapped

from sesbank.domain.sheet import CueLine, SheetContent, SheetRow
from sesbank.errors import SheetError
from sesbank.sheet import make_sheet

ROW = SheetRow(
    "r1",
    "MTQ 1",
    "Grants",
    title="The backlog",
    cues=(CueLine("action", "Split the intake by risk"), CueLine("result", "41 to 19 days")),
    keywords=("audit", "triage"),
)
USUAL = SheetContent(position="Director", agency="Rural Grants", rows=(ROW,))
TAG = '<w:t xml:space="preserve">{{position}}</w:t>'


def made(path: Path, wished: SheetContent = USUAL):
    return make_sheet(wished, path)


@pytest.mark.parametrize(
    "cut_up",
    [
        "<w:t>{{posi</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>tion}}</w:t>",
        "<w:t>{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{Position</w:t></w:r><w:r><w:t>}}</w:t>",
        "<w:t>{{ POSITION\u00a0}}</w:t>",
        "<w:t>{{pos</w:t><w:t>ition}}</w:t>",
        "<w:t>{{posi</w:t></w:r><w:bookmarkStart w:id='1' w:name='x'/><w:r><w:t>tion}}</w:t>",
    ],
)
def test_a_placeholder_is_found_however_word_has_cut_it_up(
    templates: Path, tmp_path: Path, cut_up: str
) -> None:
    path = edited(templates / "prep-sheet.docx", tmp_path / "t.docx", swapped(TAG, cut_up))
    sheet = made(path)
    assert sheet.lines[0] == "Director"
    assert sheet.warnings == ()


def test_a_mistyped_placeholder_stays_visible_and_is_named(templates: Path, tmp_path: Path) -> None:
    path = edited(
        templates / "prep-sheet.docx",
        tmp_path / "t.docx",
        swapped("{{position}}", "{{postion}} and {{nonsense}} and {{open"),
    )
    sheet = made(path)
    assert sheet.lines[0] == "{{postion}} and {{nonsense}} and {{open"
    assert "{{postion}} is no placeholder: did you mean {{position}}?" in sheet.warnings
    assert "{{nonsense}} is no placeholder" in sheet.warnings
    assert any(line.startswith("a placeholder is not closed") for line in sheet.warnings)
    assert "the template has no place for {{position}}: it is not on the sheet" in sheet.warnings


def test_what_a_template_has_no_place_for_is_named(templates: Path, tmp_path: Path) -> None:
    path = edited(
        templates / "prep-sheet.docx", tmp_path / "t.docx", swapped("{{row.keywords}}", "-")
    )
    assert any("{{row.keywords}}" in line for line in made(path).warnings)


def test_words_beside_an_empty_placeholder_go_with_it(templates: Path) -> None:
    lines = made(templates / "prep-sheet.docx").lines
    assert "Rural Grants" in lines
    assert not any("backup" in line or "Panel" in line or "Thank-you" in line for line in lines)


def test_a_column_and_a_table_without_content_are_left_out(templates: Path) -> None:
    lines = made(templates / "prep-sheet.docx").lines
    assert "Weave in" in lines
    assert "Remember" not in lines
    bare = SheetContent(position="Director", rows=(SheetRow("r", "TQ 1", "Grants", gap="None"),))
    assert "Weave in" not in made(templates / "prep-sheet.docx", bare).lines


def test_headers_and_own_texts_of_a_template_stay(templates: Path, tmp_path: Path) -> None:
    document = Document(str(templates / "prep-sheet.docx"))
    document.sections[0].header.paragraphs[0].text = "For {{agency}} only"
    document.add_paragraph("Made with care")
    document.save(str(tmp_path / "own.docx"))
    sheet = made(tmp_path / "own.docx")
    assert "Made with care" in sheet.lines
    read = Document(io.BytesIO(sheet.data))
    assert read.sections[0].header.paragraphs[0].text == "For Rural Grants only"


def test_nothing_of_a_templates_past_gets_onto_a_sheet(templates: Path, tmp_path: Path) -> None:
    secrets = (
        '<w:p><w:ins w:id="1" w:author="Spy"><w:r><w:t>kept</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Spy"><w:r><w:delText>gone</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )
    path = edited(
        templates / "prep-sheet.docx",
        tmp_path / "t.docx",
        swapped("<w:body>", "<w:body>" + secrets),
        more={
            "word/comments.xml": b"<comments>secret</comments>",
            "docProps/custom.xml": b"<custom>secret</custom>",
            "word/vbaProject.bin": b"macro",
        },
    )
    sheet = made(path)
    everything = b"".join(
        zipfile.ZipFile(io.BytesIO(sheet.data)).read(name) for name in names(sheet.data)
    )
    assert sheet.lines[0] == "kept"
    for secret in (b"Spy", b"gone", b"hidden", b"secret", b"macro"):
        assert secret not in everything


def test_what_cannot_be_measured_is_left_out_and_named(templates: Path, tmp_path: Path) -> None:
    breaks = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    path = edited(
        templates / "prep-sheet.docx",
        tmp_path / "t.docx",
        swapped("<w:body>", "<w:body>" + breaks),
    )
    assert "page breaks were left out: a sheet is one page" in made(path).warnings


def test_a_font_of_unknown_width_is_named(templates: Path, tmp_path: Path) -> None:
    path = edited(
        templates / "prep-sheet.docx",
        tmp_path / "t.docx",
        lambda text: text.replace('"Calibri"', '"Papyrus"'),
        name="word/styles.xml",
    )
    assert any("Papyrus" in line for line in made(path).warnings)


def no_zip(path: Path, shipped: Path) -> None:
    path.write_bytes(b"{\\rtf1 not a zip}")


def empty(path: Path, shipped: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path, shipped: Path) -> None:
    path.write_bytes(shipped.read_bytes()[:2000])


def no_document(path: Path, shipped: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("hello.txt", "hello")


def damaged_xml(path: Path, shipped: Path) -> None:
    edited(shipped, path, lambda text: text[: len(text) // 2])


def document_type(path: Path, shipped: Path) -> None:
    edited(shipped, path, swapped("<w:document", "<!DOCTYPE x [<!ENTITY e 'x'>]><w:document"))


def no_row(path: Path, shipped: Path) -> None:
    edited(shipped, path, lambda text: text.replace("{{row.", "{{raw."))


def no_styles(path: Path, shipped: Path) -> None:
    edited(shipped, path, swapped("relationships/styles", "relationships/other"),
           name="word/_rels/document.xml.rels")  # fmt: skip


def strict(path: Path, shipped: Path) -> None:
    edited(
        shipped,
        path,
        swapped(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )


def too_many_paragraphs(path: Path, shipped: Path) -> None:
    edited(shipped, path, swapped("<w:body>", "<w:body>" + "<w:p/>" * 2500))


def blown_up(path: Path, shipped: Path) -> None:
    edited(shipped, path, swapped("<w:body>", "<w:body>" + " " * 30_000_000))


def no_room(path: Path, shipped: Path) -> None:
    edited(shipped, path, swapped("<w:body>", "<w:body>" + "<w:p/>" * 120))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (no_zip, "no Word file"),
        (empty, "no Word file"),
        (cut_short, "no Word file"),
        (no_document, "no Word file"),
        (damaged_xml, "word/document.xml is damaged"),
        (document_type, "declares a document type"),
        (no_row, "no table row has a placeholder"),
        (no_styles, "no styles"),
        (strict, "Strict Open XML"),
        (too_many_paragraphs, "2000"),
        (blown_up, "blown up"),
        (no_room, "leaves no room"),
    ],
)
def test_a_broken_template_is_refused_with_its_name_and_the_reason(
    templates: Path, tmp_path: Path, spoil, reason: str
) -> None:
    path = tmp_path / "broken.docx"
    spoil(path, templates / "prep-sheet.docx")
    with pytest.raises(SheetError, match=r"broken\.docx") as raised:
        made(path)
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_template_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=r"nowhere\.docx"):
        made(tmp_path / "nowhere.docx")


def test_a_template_saved_as_dotx_opens(templates: Path, tmp_path: Path) -> None:
    path = edited(
        templates / "prep-sheet.docx",
        tmp_path / "own.dotx",
        swapped("document.main+xml", "template.main+xml"),
        name="[Content_Types].xml",
    )
    assert "document.main+xml" in part(made(path).data, "[Content_Types].xml")


def test_every_placeholder_is_explained_beside_the_templates(templates: Path) -> None:
    from sesbank.sheet.placeholder_names import ALL

    guide = (templates / "README.md").read_text(encoding="utf-8")
    assert [name for name in ALL if f"{{{{{name}}}}}" not in guide] == []


def test_the_shipped_templates_show_everything(templates: Path) -> None:
    for path in sorted(templates.glob("prep-sheet*.docx")):
        sheet = made(path, content(3, rows=5, amount=0.7))
        assert sheet.warnings == ()
        assert page_text(sheet.data)
