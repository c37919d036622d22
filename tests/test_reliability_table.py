"""The table of docs/reliability.md names every row once, and only tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([FH]\d\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)


def known() -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    return {name for text in texts for name in re.findall(r"def (test_\w+)\(", text)}


def test_every_fault_and_every_hostile_input_has_one_row() -> None:
    wanted = [f"F{number:02}" for number in range(1, 47)]
    wanted += [f"H{number:02}" for number in range(1, 24)]
    assert [row[0] for row in ROWS] == wanted


def test_every_test_the_page_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 40
    assert named <= known()


def test_a_row_without_a_test_says_that_it_is_not_held() -> None:
    for name, _, test, outcome in ROWS:
        if test.strip() == "-":
            assert outcome.startswith(("not yet", "measured")), name


def test_the_promise_stands_in_the_readme_word_for_word() -> None:
    promise = " ".join(re.sub(r"[>*]", "", PAGE.split("\n\n")[1]).split())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert promise in " ".join(re.sub(r"[>*]", "", readme).split())
