"""Make many random sheets and count their pages: `python benchmarks/sheets.py [COUNT [SEED]]`.

Needs LibreOffice. Prints how many sheets are not one page, what was lost without being listed,
which were not byte-identical the second time, how full the pages are and how long it took.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "sheet")]

from sheet_makers import content, texts_of  # noqa: E402
from word_files import page_text  # noqa: E402

from sesbank.domain.sheet import Paper, SheetFile  # noqa: E402
from sesbank.sheet import make_sheet  # noqa: E402

AT_ONCE = 50
REPEATED = 10
"""Every so many sheets one is made twice."""


def main(count: int = 500, first: int = 1) -> None:
    templates = sorted((ROOT / "templates").glob("*.docx"))
    times, fills, points, lost, unlike = [], [], [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            wished = content(seed)
            template, paper = templates[seed % len(templates)], list(Paper)[seed // 2 % 2]
            start = time.process_time()
            sheet = make_sheet(wished, template, paper=paper)
            times.append(time.process_time() - start)
            fills.append(sheet.fill)
            points.append(sheet.cue_points)
            lost += len(missing(texts_of(wished), sheet))
            if seed % REPEATED == 0:
                unlike += make_sheet(wished, template, paper=paper).data != sheet.data
            (Path(folder) / f"{seed}.docx").write_bytes(sheet.data)
        pages = page_counts(Path(folder))
    print(f"sheets {count}   not one page {sum(1 for n in pages.values() if n != 1)}")
    print(f"texts lost without being listed {lost}   not byte-identical {unlike}")
    print(f"CPU seconds: median {median(times):.2f}, most {max(times):.2f}")
    print(f"fill of the page: median {median(fills):.3f}, least {min(fills):.3f}")
    print(f"points of the cues: median {median(points)}, least {min(points)}")


def missing(wanted: list[str], sheet: SheetFile) -> list[str]:
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
