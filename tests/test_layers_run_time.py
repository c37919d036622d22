"""What is loaded when sesbank starts: a subprocess looks into its own modules."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, sys
{what}
print("\\nLOADED " + json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
print("ROOMS " + json.dumps(sorted(n for n in sys.modules if n.startswith("sesbank."))))
"""

ASK = 'main(["ask", "Tell us about a time you led a change."])'


def loaded(what: str, folder: Path) -> tuple[set[str], set[str]]:
    """Return the packages and the modules of sesbank that are loaded after running `what`."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(what=what)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answers = dict(
        line.split(" ", 1)
        for line in done.stdout.splitlines()
        if line.startswith(("LOADED ", "ROOMS "))
    )
    return set(json.loads(answers["LOADED"])), set(json.loads(answers["ROOMS"]))


def after_main(call: str) -> str:
    return f"from sesbank.cli.main import main\n{call}"


def test_importing_sesbank_loads_nothing_of_it(tmp_path: Path) -> None:
    _, rooms = loaded("import sesbank", tmp_path)
    assert rooms == set()


def test_the_session_loads_without_what_only_some_use_cases_need(tmp_path: Path) -> None:
    packages, _ = loaded("import sesbank.session", tmp_path)
    assert not packages & {"textual", "rich", "docx", "lxml", "rapidfuzz", "snowballstemmer"}
    assert not packages & {"numpy", "wordllama"}


@pytest.mark.parametrize("call", ['main(["list"])', 'main(["list", "ecq:AR", "sort:title"])'])
def test_listing_loads_neither_the_app_nor_word_nor_matching(tmp_path: Path, call: str) -> None:
    packages, rooms = loaded(after_main(call), tmp_path)
    assert "tinydb" in packages
    assert not packages & {"textual", "rich", "docx", "lxml", "rapidfuzz", "numpy", "asyncio"}
    assert not [name for name in rooms if name.startswith(("sesbank.tui", "sesbank.matching"))]


def test_help_and_where_do_not_open_the_bank(tmp_path: Path) -> None:
    for call in ('main(["--help"])', 'main(["where"])'):
        packages, rooms = loaded(after_main(call), tmp_path)
        assert "tinydb" not in packages
        assert "sesbank.session" not in rooms


def test_asking_loads_neither_the_app_nor_word(tmp_path: Path) -> None:
    packages, _ = loaded(after_main(ASK), tmp_path)
    assert not packages & {"textual", "rich", "docx", "lxml"}


def test_the_app_starts_without_word_and_search_libraries(tmp_path: Path) -> None:
    packages, _ = loaded("import sesbank.tui.app, sesbank.session", tmp_path)
    assert "textual" in packages
    assert not packages & {"docx", "lxml", "rapidfuzz", "numpy"}


FIRST_FRAME = """
import asyncio
import sys
from pathlib import Path
from sesbank.domain.mapping import Mapping
from sesbank.session import Session, stories
from sesbank.settings import Settings
from sesbank.tui.app import SesbankApp
bank = Path("bank.json")
if "{step}" == "make":
    with Session.open(bank, settings=Settings()) as session:
        stories.add(session, title="Cut 40 days of waiting", action="I split intake by risk.",
                    mappings=(Mapping("opm-2025", "AR"),))
else:
    async def first_frame():
        with Session.open(bank, settings=Settings()) as session:
            async with SesbankApp(session, beating=False).run_test(size=(120, 36)) as pilot:
                await pilot.pause()
                lines = pilot.app.screen._compositor.render_strips()
                shown = "\\n".join(strip.text for strip in lines)
                assert "Cut 40 days" in shown and "I split intake" in shown
                assert "Achieving Results" in shown
                # A field of several lines takes a tenth of a start, and there is none yet.
                assert "textual.widgets._text_area" not in sys.modules
    asyncio.run(first_frame())
"""

WHEN_ASKED_FOR = (
    *("sesbank.checks", "sesbank.exchange", "sesbank.matching", "sesbank.posting", "sesbank.sheet"),
    *("sesbank.domain.completion", "sesbank.domain.merging", "sesbank.domain.tagging"),
    *("sesbank.domain.interview", "sesbank.domain.ecq_limits", "sesbank.domain.vacancy"),
    *("sesbank.domain.evidence", "sesbank.domain.question_kinds", "sesbank.domain.typed_paths"),
    *("sesbank.domain.framework", "sesbank.domain.retellings", "sesbank.frameworks.loading"),
    *("sesbank.frameworks.crosswalks", "sesbank.frameworks.fields"),
    *("sesbank.frameworks.questions", "sesbank.frameworks.reading"),
    *("sesbank.finding.by_words", "sesbank.finding.index", "sesbank.finding.vocabulary"),
    *("sesbank.session.conflicts", "sesbank.session.mappings", "sesbank.session.paths"),
    *("sesbank.session.references", "sesbank.session.searches", "sesbank.session.vacancies"),
    *("sesbank.session.draft_forms", "sesbank.tui.offering", "sesbank.tui.palette"),
)
"""What the first frame shows nothing of: each of these makes every start later."""

FIRST_SCREENS = {
    *("acting", "bank", "bank_marks", "bank_search", "completing", "going", "wanting", "working"),
}
"""The files of the bank's own screen; every other screen is loaded as it comes up."""


def test_the_first_frame_loads_only_what_it_shows(tmp_path: Path) -> None:
    loaded(FIRST_FRAME.replace("{step}", "make"), tmp_path)
    packages, rooms = loaded(FIRST_FRAME, tmp_path)
    assert not packages & {"docx", "gzip", "lxml", "numpy", "rapidfuzz", "snowballstemmer"}
    early = [
        room for room in rooms if f"{room}.".startswith(tuple(f"{r}." for r in WHEN_ASKED_FOR))
    ]
    assert sorted(early) == []
    screens = {room.removeprefix("sesbank.tui.screens.") for room in rooms if ".screens." in room}
    assert "bank" in screens
    assert screens <= FIRST_SCREENS
