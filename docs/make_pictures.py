"""Make the pictures of the README from the app and a sheet: `make pictures`.

Needs `rsvg-convert` (librsvg), LibreOffice and `pdftoppm`.
"""

from __future__ import annotations

import asyncio
import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from sesbank.domain.preparation import Preparation
from sesbank.domain.vacancy import Vacancy
from sesbank.session import Session, examples, new_files, preparing, sheets, vacancies
from sesbank.settings import Settings
from sesbank.tui.app import SesbankApp

PICTURES = Path(__file__).resolve().parent / "pictures"
SIZE = (120, 36)
_NEEDED = ("rsvg-convert", "soffice", "pdftoppm")
_CELL, _ADVANCE = 12.2, 0.602
"""The width of a cell, and of a letter in parts of its size."""

KEYS = {
    "bank": "end up up up up",
    "vacancy": "3 enter M down",
    "ask": "4 QUESTION",
}
QUESTION = "Tell us about a conflict with a union. What was your part, and what came of it?"
INTERVIEW = Preparation(
    when="2026-12-03T10:00",
    zone="ET",
    minutes=60,
    place="Room W56-302 (bring photo ID)",
    panel=("Dana Whitfield (chair, CIO)", "Marcus Oyelaran (CFO)", "Priya Raman (Chief of Staff)"),
    opening="I turn stalled programs into services: 18 offices, $212 million, 14 states.",
)
"""An invented interview for the picture of the sheet."""


def main() -> None:
    """Make every picture anew; say what is missing where it cannot."""
    missing = [program for program in _NEEDED if shutil.which(program) is None]
    if missing:
        raise SystemExit(
            f"make pictures needs {', '.join(missing)}: on Debian and Ubuntu "
            "apt-get install librsvg2-bin libreoffice-writer-nogui poppler-utils fonts-dejavu-core"
        )
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        bank = examples.scratch_bank(Path(folder))
        with Session.open(bank, settings=Settings()) as session:
            vacancy = vacancies.keep(session, _example(session))
            for name, keys in KEYS.items():
                picture(asyncio.run(_screen(session, keys)), PICTURES / f"{name}.png")
            _sheet(session, vacancy, Path(folder))
    sys.stdout.write(f"{PICTURES}\n")


def _example(session: Session) -> Vacancy:
    return vacancies.read(session, examples.example_postings()[0].read_text(encoding="utf-8"))


async def _screen(session: Session, keys: str) -> str:
    app = SesbankApp(session)
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, keys)
        return drawn(app)


async def press(app: SesbankApp, pilot: Pilot[int], keys: str) -> None:
    """Press keys named with spaces between them; QUESTION is typed. What follows is waited for."""
    await _settle(app, pilot)
    for key in keys.split():
        for each in QUESTION if key == "QUESTION" else [key]:
            await pilot.press("space" if each == " " else each)
        await _settle(app, pilot)


def drawn(app: SesbankApp) -> str:
    """Return the screen as SVG that `rsvg-convert` draws as a terminal would."""
    svg = app.export_screenshot(title="sesbank")
    # It stretches no text to its length: letters have to be as wide as the cells, which they are
    # at this size in DejaVu Sans Mono.
    svg = svg.replace("font-size: 20px", f"font-size: {_CELL / _ADVANCE:.2f}px", 1)
    return re.sub(r"<text [^>]*>[^<]*", _without_leading_spaces, svg)


def picture(svg: str, path: Path) -> None:
    """Write an SVG as PNG."""
    _run("rsvg-convert", "-o", path, given=svg)


def _without_leading_spaces(found: re.Match[str]) -> str:
    """Return a run of text moved to its first letter: rsvg-convert drops the spaces before it."""
    tag, _, content = found.group().partition(">")
    text = content.replace("&#160;", " ")
    length = re.search(r'textLength="([\d.]+)"', tag)
    spaces = len(text) - len(text.lstrip(" "))
    if not length or not spaces or spaces == len(text):
        return found.group()
    step = float(length[1]) / len(html.unescape(text))
    moved = re.sub(r' x="([\d.]+)"', lambda x: f' x="{float(x[1]) + spaces * step:.1f}"', tag)
    return f"{moved}>{text.lstrip(' ').replace(' ', '&#160;')}"


async def _settle(app: SesbankApp, pilot: Pilot[int]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def _sheet(session: Session, vacancy: Vacancy, folder: Path) -> None:
    made = sheets.make(session, preparing.prepared(session, vacancy, INTERVIEW))
    document = new_files.write(made.data, folder / "sheet.docx")
    _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, document)
    _run("pdftoppm", "-r", "96", "-png", "-singlefile", folder / "sheet.pdf", PICTURES / "sheet")


def _run(*command: object, given: str | None = None) -> None:
    subprocess.run(
        [str(part) for part in command],
        input=None if given is None else given.encode(),
        check=True,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main()
