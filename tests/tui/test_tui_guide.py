"""The guide is true: every key of it exists, and every flow does what it says in as many keys."""

import importlib.util
import os
import re
from pathlib import Path

import pytest
from textual.events import Paste
from tui_driving import TITLES, press, settle, shown, write

from sesbank.domain.story import Status
from sesbank.session import searches, stories
from sesbank.tui.actions import ACTIONS, MOVES, key_name
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.vacancy import VacancyScreen

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = DOCS / "guide"
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
    "Tag two stories": (
        "x",
        lambda s, _: [stories.get(s, t).tags for t in TITLES[:2]] == [("x",)] * 2,
    ),
    "Retire all that a search finds": ("states", lambda s, _: status(s, TITLES[2]) == "retired"),
    "Keep a search under a name": ("ecq", lambda s, _: searches.saved(s) == {"ecq": "ecq"}),
    "Remove a story": ("", lambda s, _: len(s.bank.stories) == 4),
    "See the gaps": ("", lambda _, p: isinstance(p.app.screen, CoverageScreen)),
    "Paste a posting": (OTHER, lambda s, _: len(s.bank.vacancies) == 2),
    "Open the first vacancy": ("", lambda _, p: isinstance(p.app.screen, VacancyScreen)),
    "Accept the proposed stories": ("", lambda s, _: vacancy(s).chosen),
    "Pin the story shown first": ("", lambda s, _: vacancy(s).pins),
    "See the sheet of the first vacancy": ("", lambda _, p: "Director" in shown(p)),
    "Ask what a question probes": ("How did you lead?", lambda _, p: "Leading" in shown(p)),
    "Note the story as told to this panel": (
        MANY,
        lambda s, _: any(story.told for story in s.bank.stories.values()),
    ),
    "See the next best story": (MANY, lambda _, p: "2 of 3" in shown(p)),
}
"""What is typed in each flow, and what is so afterwards."""


def mapped(session, title):
    return {mapping.ecq for mapping in stories.get(session, title).mappings}


def vacancy(session):
    return next(iter(session.bank.vacancies.values()))


def flows():
    for page in PAGES:
        for name, keys, count in ROW.findall(page.read_text(encoding="utf-8")):
            yield pytest.param(name, keys, int(count), id=name)


@pytest.mark.parametrize(("name", "keys", "count"), list(flows()))
async def test_a_flow_does_what_the_guide_says_in_as_many_keys(
    with_vacancy, opened, name, keys, count
):
    text, holds = CHECKS[name]
    steps = re.findall(r"`([^`]+)`|\*(text)\*", keys)
    assert sum(bool(key) for key, _ in steps) == count
    if name == "Take back the latest act":
        with_vacancy.undo()
        stories.remove(with_vacancy, next(iter(with_vacancy.bank.stories)))
        stories.retire(with_vacancy, stories.get(with_vacancy, TITLES[0]).id)
    async with opened(with_vacancy) as pilot:
        for key, _ in steps:
            if key:
                await press(pilot, KEYS[key])
            elif "\n" in text:
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
