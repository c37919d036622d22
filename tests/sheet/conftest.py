"""Shared by the sheet's tests: the shipped templates, and page counts as LibreOffice sees them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from sheet_makers import PageCounts

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def templates() -> Path:
    return TEMPLATES


@pytest.fixture(scope="session")
def page_counts(tmp_path_factory: pytest.TempPathFactory) -> PageCounts:
    """Return a counter of pages by file name: one LibreOffice run converts all files given."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: pages cannot be counted (.ci/run installs it)")
    profile = tmp_path_factory.mktemp("office-profile")

    def count(files: Mapping[str, bytes]) -> dict[str, int]:
        folder = tmp_path_factory.mktemp("sheets")
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation=file://{profile}",
                *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
                *sorted(str(path) for path in folder.glob("*.docx")),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return {name: _pages(folder / f"{name}.pdf") for name in files}

    return count


def _pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page(?![s\w])", pdf.read_bytes()))
