"""Make many random sheets and count their pages: `python benchmarks/sheets.py [COUNT [SEED]]`.

Needs LibreOffice. Vacancy and bank are random: 1 to 20 requirements, scant to far too much text,
many scripts; both papers and every template of a sheet take turns. Prints how many sheets are not
one page, what was lost without being listed, where the text read back differs from what was sent,
which were not byte-identical the second time, how full the pages are, how large the cues, and
how long it took.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "sheet")]

from sheet_makers import content, texts_of  # noqa: E402
from word_files import page_text  # noqa: E402

from sesbank.domain.page_size import Paper  # noqa: E402
from sesbank.domain.sheet import SheetFile  # noqa: E402
from sesbank.sheet import make_sheet  # noqa: E402

AT_ONCE = 50
REPEATED = 10
"""Every so many sheets one is made twice."""
MODEST = 8
"""Requirements a sheet of modest content has at most; its texts have usual lengths."""


@dataclass
class Found:
    """What was measured."""

    times: list[float] = field(default_factory=list)
    fills: list[float] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    modest: list[float] = field(default_factory=list)
    uncut: int = 0
    lost: int = 0
    unlike_sent: int = 0
    unlike_again: int = 0


def main(count: int = 500, first: int = 1) -> None:
    templates = sorted((ROOT / "templates").glob("prep-sheet*.docx"))
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            usual = seed % 4 == 0
            wished = (
                content(seed, rows=seed // 4 % MODEST + 1, amount=1) if usual else content(seed)
            )
            template, paper = templates[seed % len(templates)], list(Paper)[seed // 4 % 2]
            start = time.process_time()
            sheet = make_sheet(wished, template, paper=paper)
            found.times.append(time.process_time() - start)
            found.fills.append(sheet.fill)
            found.points.append(sheet.cue_points)
            if usual and "large" not in template.stem:
                found.modest.append(sheet.cue_points)
            found.uncut += not sheet.cuts
            found.lost += len(missing(texts_of(wished), sheet))
            shown = texts_of(sheet.shown) if sheet.shown else []
            found.unlike_sent += any(text not in page_text(sheet.data) for text in shown)
            if seed % REPEATED == 0:
                again = make_sheet(wished, template, paper=paper)
                found.unlike_again += again.data != sheet.data
            (Path(folder) / f"{seed}.docx").write_bytes(sheet.data)
        pages = page_counts(Path(folder))
    not_one = sorted((name for name, n in pages.items() if n != 1), key=int)
    report(count, len(templates), found, not_one)


def report(count: int, templates: int, found: Found, not_one: list[str]) -> None:
    print(f"sheets {count} on {templates} templates   not one page {len(not_one)}")
    if not_one:
        print(f"seeds of those: {', '.join(not_one)}")
    print(f"texts lost without being listed {found.lost}   uncut sheets {found.uncut}")
    print(f"text read back unlike what was sent {found.unlike_sent}")
    print(f"not byte-identical the second time {found.unlike_again}")
    print(f"CPU seconds: median {median(found.times):.2f}, most {max(found.times):.2f}")
    print(f"fill of the page: median {median(found.fills):.3f}, least {min(found.fills):.3f}")
    print(f"points of the cues: median {median(found.points)}, least {min(found.points)}")
    if found.modest:
        print(f"of modest sheets: median {median(found.modest)}, least {min(found.modest)}")


def missing(wanted: list[str], sheet: SheetFile) -> list[str]:
    """Return the texts that are neither on the page nor listed as cut."""
    shown = page_text(sheet.data)
    cut = " ".join(f"{cut.where} {cut.text}" for cut in sheet.cuts)
    return [text for text in wanted if text not in shown and text not in cut]


def page_counts(folder: Path) -> dict[str, int]:
    files = sorted(folder.glob("*.docx"))
    for at in range(0, len(files), AT_ONCE):
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *("--convert-to", "pdf", "--outdir", str(folder)),
                *map(str, files[at : at + AT_ONCE]),
            ],
            check=True,
            capture_output=True,
        )
    found = {path.stem: path.with_suffix(".pdf").read_bytes() for path in files}
    return {name: len(re.findall(rb"/Type\s*/Page(?![s\w])", pdf)) for name, pdf in found.items()}


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
