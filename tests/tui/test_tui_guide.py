"""The guide is true: every key of it exists, and every flow does what it says in as many keys."""

import importlib.util
import os
import re
import sys
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Paste
from tui_driving import TITLES, press, settle, shown, write

from sesbank.domain.ecq_limits import main_ecqs
from sesbank.domain.figures import FigureState
from sesbank.domain.mapping import Mapping
from sesbank.domain.rehearsal import Went
from sesbank.domain.retellings import Length
from sesbank.domain.story import Status
from sesbank.domain.vacancy import RequirementKind
from sesbank.session import bulk, searches, stories
from sesbank.settings import Settings
from sesbank.tui.actions import ACTIONS, MOVES, key_name
from sesbank.tui.screens.bank_checks import BankChecksDialog
from sesbank.tui.screens.checks import ChecksDialog
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.drill import DrillScreen
from sesbank.tui.screens.editor import EditorScreen
from sesbank.tui.screens.help import HelpScreen
from sesbank.tui.screens.vacancy import VacancyScreen
from sesbank.tui.widgets.prose import Prose
from sesbank.tui.widgets.toggles import Toggles

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = DOCS / "guide"
STORIES = DOCS.parent / "examples" / "stories.json"
PAGES = sorted(GUIDE.glob("*.md"))
UPDATE = bool(os.environ.get("SESBANK_UPDATE_SCREENS"))

ROW = re.compile(r"^\| ([^|]+) \| ([^|]*`[^|]*) \| (\d+) \|$", re.MULTILINE)
MANY = "How did you direct people, budget and data in a merged team?"
OTHER = """Job Title: Head of Leases

Mandatory Technical Qualifications (MTQs):
MTQ 1: Demonstrated experience negotiating leases.
"""
KEYS = {key_name(key): key for each in (*ACTIONS, *MOVES) for key in each.keys} | {
    "Tab": "tab",
    "Shift+Tab": "shift+tab",
    "1": "1",
}


def status(session, title):
    return stories.get(session, title).status


CHECKS = {
    "Keep a thought in the inbox": ("A thought", lambda s, _: status(s, "A thought") == "inbox"),
    "See what waits in the inbox": ("", lambda _, p: p.app.screen.line.value == "status:inbox"),
    "Find a story": ("lease", lambda _, p: p.app.screen.story.title == TITLES[1]),
    "Read a story": ("", lambda _, p: p.app.focused.id == "story"),
    "Write a new story": ("My story", lambda s, _: stories.get(s, "My story").title == "My story"),
    "Map a story to an ECQ as well": ("", lambda s, _: "RL" in mapped(s, TITLES[0])),
    "Retire a story": ("", lambda s, _: status(s, TITLES[0]) is Status.RETIRED),
    "Take back the latest act": ("", lambda s, _: len(s.bank.stories) == 4),
    "Merge two stories": ("", lambda s, _: len(s.bank.stories) == 4),
    "Map two stories to an ECQ": (
        "",
        lambda s, _: all("RL" in mapped(s, title) for title in TITLES[:2]),
    ),
    "Map two stories in the other framework": (
        "",
        lambda s, _: all("LC" in mapped(s, title) for title in TITLES[:2]),
    ),
    "Give a story a tag you have": ("", lambda s, _: stories.get(s, TITLES[0]).tags == ("data",)),
    "Take a tag away": ("-data", lambda s, _: stories.get(s, TITLES[0]).tags == ()),
    "Tag two stories": (
        "x",
        lambda s, _: [stories.get(s, t).tags for t in TITLES[:2]] == [("x",)] * 2,
    ),
    "Retire all that a search finds": ("states", lambda s, _: status(s, TITLES[2]) == "retired"),
    "Keep a search under a name": (
        ("ecq", "ecq"),
        lambda s, _: searches.saved(s) == {"ecq": "ecq"},
    ),
    "Remove a story": ("", lambda s, _: len(s.bank.stories) == 4),
    "See the gaps": ("", lambda _, p: isinstance(p.app.screen, CoverageScreen)),
    "Paste a posting": (OTHER, lambda s, _: len(s.bank.vacancies) == 2),
    "Open the first vacancy": ("", lambda _, p: isinstance(p.app.screen, VacancyScreen)),
    "Accept the proposed stories": ("", lambda s, _: vacancy(s).chosen),
    "Pin the story shown first": ("", lambda s, _: vacancy(s).pins),
    "Rehearse a story of four parts from the list and grade it": (
        "",
        lambda s, _: stories.get(s, TITLES[2]).rehearsed[0].went is Went.WELL,
    ),
    "Begin a mock interview": ("", lambda _, p: isinstance(p.app.screen, DrillScreen)),
    "See the sheet of the first vacancy": ("", lambda _, p: "Director" in shown(p)),
    "Ask what a question probes": ("How did you lead?", lambda _, p: "Leading" in shown(p)),
    "Note the story as told to this panel": (
        MANY,
        lambda s, _: any(story.told for story in s.bank.stories.values()),
    ),
    "See the next best story": (MANY, lambda _, p: "2 of 3" in shown(p)),
    "Write a story in its four parts": (
        ("Mine", "One thing.", "Two things.", "Three things.", "Four things."),
        lambda s, _: stories.get(s, "Mine").missing_parts == (),
    ),
    "Write a part in your own editor": (
        "",
        lambda _, p: p.app.screen.query_one("#field-challenge", Prose).text.endswith("outside"),
    ),
    "Accept the ECQ that the words suggest": ("", lambda s, _: len(mapped(s, TITLES[0])) == 3),
    "Take back an ECQ accepted in the editor": (
        "",
        lambda s, p: len(mapped(s, TITLES[0])) == 2 and not p.app.screen.unsaved,
    ),
    "Map a story to its main ECQ": ("", lambda s, _: main_ecqs(latest(s).mappings, "opm-2025")),
    "Accept a mapping that is suggested": ("", lambda s, _: "MC" in mapped(s, TITLES[0])),
    "Fill a gap with a story you have": (
        "",
        lambda s, _: any("RL" in mapped(s, title) for title in TITLES),
    ),
    "Say where old stories belong today": ("", lambda s, _: mapped(s, "Old") == {"BA", "DE"}),
    "Pin a story to a technical qualification": ("", lambda s, _: vacancy(s).pins),
    "Add a number to a thought": (
        ("A thought", "212 staff"),
        lambda s, _: stories.get(s, "A thought").figures[0].value == "212 staff",
    ),
    "Say how sure a number is": (
        "",
        lambda s, _: stories.get(s, TITLES[0]).figures[0].state is FigureState.MEMORY,
    ),
    "Tell a story in two minutes": (
        "I cleared all of them.",
        lambda s, _: stories.get(s, TITLES[0]).retelling(Length.TWO_MINUTES),
    ),
    "See what boards would stumble over": (
        "",
        lambda _, p: isinstance(p.app.screen, ChecksDialog),
    ),
    "Go to the words a check means": ("", lambda _, p: p.app.focused.id == "field-action"),
    "Set a check aside for a story": ("", lambda s, _: stories.get(s, TITLES[0]).waived),
    "Tag three stories": (
        "x",
        lambda s, _: [stories.get(s, t).tags[-1:] for t in TITLES[:3]] == [("x",)] * 3,
    ),
    "Write all stories to a file": ("", lambda _, p: [*Path.home().glob("5 stories*.md")]),
    "Find by a field": ("ecq:LP", lambda _, p: len(p.app.screen.rows.rows) == 1),
    "Use a search that is kept": ("", lambda _, p: p.app.screen.line.value == "ecq:LP"),
    "Give a search another name": ("s", lambda s, _: searches.saved(s) == {"LPs": "ecq:LP"}),
    "Bring back an earlier state": (
        "",
        lambda s, _: "9,400" in stories.get(s, TITLES[0]).challenge,
    ),
    "Put back what was removed": ("", lambda s, _: len(s.bank.stories) == 5),
    "Start a story for a gap": ("", lambda _, p: isinstance(p.app.screen, EditorScreen)),
    "See what is to be said of all stories together": (
        "",
        lambda _, p: isinstance(p.app.screen, BankChecksDialog),
    ),
    "See the posting as it was read": ("", lambda _, p: not p.app.screen._matching),
    "Change the kind of a requirement": (
        "",
        lambda s, _: vacancy(s).requirements[0].kind is not RequirementKind.ECQ,
    ),
    "Drop what is no requirement": ("", lambda s, _: len(vacancy(s).requirements) == 8),
    "Put title, agency and dates right": (
        " West",
        lambda s, _: vacancy(s).title == "Director, Field Operations West",
    ),
    "Rule a story out": ("", lambda s, _: vacancy(s).bans),
    "Write the sheet": ("", lambda *_: [*Path().glob("*.docx")]),
    "Leave a block away": ("", lambda _, p: p.app.screen.query_one("#blocks", Toggles).off),
    "Word a cue anew": ("Two offices, one task", lambda s, _: vacancy(s).cues),
    "Fill in the interview": (
        ("2027-01-20 10:00",),
        lambda s, _: vacancy(s).interviews,
    ),
    "Write the thank-you notes": ("", lambda *_: [*Path().glob("*hank*.docx")]),
    "Hide the text of stories": ("", lambda _, p: TITLES[0] not in shown(p)),
    "Jump to a story": ("", lambda _, p: p.app.screen.rows.cursor > 0),
    "Change the colors": ("colors", lambda s, _: s.settings.theme != Settings().theme),
    "Change a setting": ("", lambda s, _: s.settings.framework != Settings().framework),
    "Bring in files": (
        str(STORIES),
        lambda s, _: len(s.bank.stories) > 5,
    ),
    "Bring in a file without typing its name": (
        "",
        lambda s, _: any(story.title == "Flood" for story in s.bank.stories.values()),
    ),
    "See the keys that work": ("", lambda _, p: isinstance(p.app.screen, HelpScreen)),
}
"""What is typed in each flow, piece by piece, and what is so afterwards."""


def _older(session):
    held = Mapping("opm-2006", "LC", "resilience")
    stories.map_to(session, stories.get(session, TITLES[0]).id, held)


def _old(session):
    stories.add(session, title="Old", action="I led it.", mappings=(Mapping("opm-2006", "BA"),))


def _take_back(session):
    session.undo()
    _remove(session)
    stories.retire(session, stories.get(session, TITLES[0]).id)


def _remove(session):
    stories.remove(session, next(iter(session.bank.stories)))


def _said_before(session):
    stories.save(session, stories.get(session, TITLES[0]).edit(challenge="Grants waited."))


def _as_we(session):
    story = stories.get(session, TITLES[0])
    stories.save(session, story.edit(action=story.action.replace("I ", "We ")))


def _a_narrative(_session):
    folder = Path.home() / "Narratives"
    folder.mkdir()
    (folder / "flood.md").write_text("# Flood\n\n## Challenge\n\nA flood.\n", encoding="utf-8")


BEFORE = {
    "Accept a mapping that is suggested": _older,
    "Say where old stories belong today": _old,
    "Bring in a file without typing its name": _a_narrative,
    "Take back the latest act": _take_back,
    "Put back what was removed": _remove,
    "Bring back an earlier state": _said_before,
    "Go to the words a check means": _as_we,
    "Use a search that is kept": lambda s: searches.save(s, "LP", "ecq:LP"),
    "Give a search another name": lambda s: searches.save(s, "LP", "ecq:LP"),
    "Map a story to its main ECQ": lambda s: stories.add(s, title="Unmapped"),
    "Take a tag away": lambda s: bulk.tag(s, [stories.get(s, TITLES[0]).id], "data"),
}
"""What must be so for a flow to begin."""


def mapped(session, title):
    return {mapping.ecq for mapping in stories.get(session, title).mappings}


def latest(session):
    return max(session.bank.stories.values(), key=lambda story: story.id)


def vacancy(session):
    return next(iter(session.bank.vacancies.values()))


def flows():
    for page in PAGES:
        for name, keys, count in ROW.findall(page.read_text(encoding="utf-8")):
            yield pytest.param(name, keys, int(count), id=name)


@pytest.fixture
def own_world(tmp_path, monkeypatch):
    """A home, a folder and an editor of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    script = tmp_path / "editor.py"
    script.write_text("import sys\nopen(sys.argv[-1], 'a').write(' outside')\n", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    monkeypatch.delenv("VISUAL", raising=False)
    # The terminal of a test can be left for another program as a real one can.
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)


@pytest.mark.usefixtures("own_world")
@pytest.mark.parametrize(("name", "keys", "count"), list(flows()))
async def test_a_flow_does_what_the_guide_says_in_as_many_keys(
    with_vacancy, opened, name, keys, count
):
    texts, holds = CHECKS[name]
    texts = iter((texts,) if isinstance(texts, str) else texts)
    steps = re.findall(r"`([^`]+)`|\*(text)\*", keys)
    assert sum(bool(key) for key, _ in steps) == count
    BEFORE.get(name, lambda _: None)(with_vacancy)
    async with opened(with_vacancy) as pilot:
        for key, _ in steps:
            if key:
                await press(pilot, KEYS.get(key, key))
            elif "\n" in (text := next(texts)):
                pilot.app.post_message(Paste(text))
                await settle(pilot)
            else:
                await write(pilot, text)
        assert holds(with_vacancy, pilot), shown(pilot)


def test_every_flow_that_is_tested_stands_in_the_guide():
    assert set(CHECKS) == {param.values[0] for param in flows()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_key_the_guide_names_is_a_key_of_the_app(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    code = re.findall(r"`([^`\n]+)`", text)
    named = {c for c in code if re.fullmatch(r"\^?.|F\d|Esc|Enter|Tab|Space|Home|End|Del", c)}
    assert named - set(KEYS) - {"^", "^w"} == set()


def test_the_page_of_keys_is_the_table_of_actions():
    spec = importlib.util.spec_from_file_location("make_keys", DOCS / "make_keys.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    if UPDATE:
        maker.PAGE.write_text(maker.page(), encoding="utf-8")
    assert maker.PAGE.read_text(encoding="utf-8") == maker.page()
