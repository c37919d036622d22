"""Word opens what we write: an Open XML validator finds nothing wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from sheet_makers import content

from sesbank.sheet import make_sheet

SHIPPED = sorted((Path(__file__).parents[2] / "templates").glob("*.docx"))
SHEETS = [path for path in SHIPPED if path.stem.startswith("prep-sheet")]


def problems(data: bytes, folder: Path) -> list[str]:
    file = folder / "made.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


@pytest.mark.parametrize("template", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_templates_are_valid(template: Path, tmp_path: Path) -> None:
    assert problems(template.read_bytes(), tmp_path) == []


@pytest.mark.parametrize("template", SHEETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", [3, 14, 22])
def test_sheets_are_valid_whatever_is_on_them(template: Path, seed: int, tmp_path: Path) -> None:
    assert problems(make_sheet(content(seed), template).data, tmp_path) == []


def test_the_validator_finds_what_is_wrong(templates: Path, tmp_path: Path) -> None:
    from word_files import edited, swapped

    broken = edited(
        templates / "prep-sheet.docx",
        tmp_path / "broken.docx",
        swapped("<w:body>", "<w:body><w:nonsense/>"),
    )
    assert problems(broken.read_bytes(), tmp_path)
