"""The example in docs/matching.md is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

from sesbank.cli.reasons import offered_lines
from sesbank.matching.verdicts import FAIR, GOOD, STRONG
from sesbank.session import Session, exchange, vacancies

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "examples"
ROW = re.compile(r"^\| (\.\d\d) \| ([^|]+) \| ([^|]+) \((\w+)\) \|", re.MULTILINE)


def test_the_example_shows_what_the_program_says(tmp_path: Path) -> None:
    with Session.open(tmp_path / "bank.json") as session:
        told = (EXAMPLES / "stories.json").read_text(encoding="utf-8")
        exchange.accept(session, exchange.import_json(session, told).stories)
        posting = (EXAMPLES / "posting-unnumbered.txt").read_text(encoding="utf-8")
        vacancy = vacancies.read(session, posting)
        row = next(r for r in vacancy.matched if "labor relations" in r.text)
        report = vacancies.match(session, vacancy)
    best, second, *_ = report.stories_for(row.id)
    said = [(f"{r.points:.2f}"[1:], r.asked, r.said, r.part) for r in best.reasons]
    assert sorted(ROW.findall(DOCUMENT)) == sorted(said)
    assert f"| **{best.score:.2f}** |".replace("0.", ".") in DOCUMENT
    assert f"gets {second.score:.2f} ({second.verdict})".replace("0.", ".") in DOCUMENT
    assert best.title in DOCUMENT
    assert list(offered_lines(best, 1, 80))


def test_the_thresholds_told_are_those_in_force() -> None:
    for name, value in {"strong": STRONG, "good": GOOD, "fair": FAIR}.items():
        assert f"| {name} | {value:.2f} |".replace("0.", ".") in DOCUMENT
