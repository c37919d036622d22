"""Write all templates: `python -m tools.word_templates`."""

from __future__ import annotations

from pathlib import Path

from sesbank.sheet.guard import Package, Relation
from sesbank.sheet.packing import pack, settings_xml
from tools.word_templates import looks, papers, sheets
from tools.word_templates.styles import Face, font_table, numbering, theme

FOLDER = Path(__file__).parents[2] / "templates"
MAIN = "word/document.xml"
CALIBRI, ARIAL = Face("Calibri"), Face("Arial")
TEMPLATES = {
    "prep-sheet": (CALIBRI, looks.sheet_styles, sheets.panel_sheet),
    "prep-sheet-arial": (ARIAL, looks.sheet_styles, sheets.panel_sheet),
    "prep-sheet-qrb": (CALIBRI, looks.sheet_styles, sheets.qrb_sheet),
    "prep-sheet-large": (Face("Arial", 28 / 19), looks.sheet_styles, sheets.large_sheet),
    "thank-you": (CALIBRI, looks.letter_styles, papers.thank_you),
    "cue-cards": (Face("Calibri", 30 / 19), looks.card_styles, papers.cue_cards),
    "story-book": (CALIBRI, looks.book_styles, papers.story_book),
    "resume-bullets": (CALIBRI, looks.book_styles, papers.resume_bullets),
}


def main() -> None:
    for name, (face, styles, document) in TEMPLATES.items():
        path = FOLDER / f"{name}.docx"
        path.write_bytes(build(name, face, styles(face), document()))
        print(path.name, path.stat().st_size)


def build(name: str, face: Face, styles: str, document: str) -> bytes:
    parts = {
        MAIN: document,
        "word/styles.xml": styles,
        "word/numbering.xml": numbering(face.font),
        "word/fontTable.xml": font_table(face.font),
        "word/theme/theme1.xml": theme(face.font),
    }
    relations = [
        Relation("rId1", "styles", "word/styles.xml"),
        Relation("rId2", "numbering", "word/numbering.xml"),
        Relation("rId3", "fontTable", "word/fontTable.xml"),
        Relation("rId4", "theme", "word/theme/theme1.xml"),
    ]
    if "footerReference" in document:
        parts["word/footer1.xml"] = papers.footer()
        relations.append(Relation("rId5", "footer", "word/footer1.xml"))
    package = Package(
        MAIN,
        parts={part: text.encode() for part, text in parts.items()},
        relations={MAIN: tuple(relations)},
    )
    return pack(package, title=name.replace("-", " ").capitalize(), settings=settings_xml())


main()
