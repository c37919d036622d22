"""What the tests of the app share: a bank, a posting, keys pressed, and what the screen shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key, Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.worker import WorkerCancelled, WorkerFailed

from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Outcome, Status
from sesbank.session import Session, stories
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.widgets.pane import Pane

Opened = AbstractAsyncContextManager[Pilot[int]]
Opener = Callable[..., Opened]

POSTING = """Job Title: Director, Field Operations
Department: Department of Rural Services
Agency: Office of Field Programs
Announcement Number: RS-26-SES-014
Open & closing dates: 10/01/2026 to 10/31/2026
Pay scale & grade: ES 00

Duties
As the Director you lead twelve field offices and answer for their budget.

Qualifications
Executive Core Qualifications (ECQs):
ECQ 1 - Commitment to the Rule of Law and the Principles of the American Founding
ECQ 2 - Driving Efficiency
ECQ 3 - Merit and Competence
ECQ 4 - Leading People
ECQ 5 - Achieving Results

Mandatory Technical Qualifications (MTQs):
MTQ 1: Demonstrated experience directing a national grants program, including financial controls.
MTQ 2: Demonstrated experience negotiating shared data agreements with State governments.
MTQ 3: Demonstrated experience operating deep-sea research vessels in polar waters.

How to apply
Send a resume of at most two pages.
"""

TITLES = (
    "Cleared the grants backlog in one season",
    "Merged two field offices",
    "Shared benefit data with fourteen States",
    "Rebuilt trust after the audit",
    "Tried a shared call center and closed it again",
)


STORIES: tuple[dict[str, Any], ...] = (
    {
        "title": TITLES[4],
        "challenge": "Three regions ran three call centers and none answered within ten minutes.",
        "context": "Each region had its own contract and its own software.",
        "action": "I pooled the three centers and saw within a month that callers waited longer. "
        "I stopped the pilot, told the regions why, and gave the lines back.",
        "result": "Waits fell back to 11 minutes. We lost four months and $300,000.",
        "lesson": "I now test with real callers before I move people.",
        "outcome": Outcome.SETBACK,
        "started": "2013",
        "ended": "2014-05",
        "status": Status.RETIRED,
    },
    {"title": TITLES[3], "challenge": "The Inspector General had found us wanting."},
    {
        "title": TITLES[2],
        "challenge": "Families gave the same papers to two agencies because the data never met.",
        "context": "Fourteen States, four vendors, and privacy law that each State read "
        "its own way.",
        "action": "I negotiated one data sharing agreement with fourteen State governments and "
        "signed it with each of them. I set up a joint board and settled who pays.",
        "result": "Fourteen States exchange data every night; a decision takes 6 days "
        "instead of 31.",
        "role": "Assistant Administrator",
        "organisation": "Department of Rural Services",
        "grade_at_time": "SES",
        "started": "2022-02",
        "ended": "2024",
        "tags": ("data", "states"),
        "mappings": (Mapping("opm-2025", "MC", "problem-solving"),),
        "status": Status.READY,
    },
    {
        "title": TITLES[1],
        "challenge": "Two offices twenty miles apart did the same work in different ways.",
        "context": "54 people, two unions, and a lease that ended in nine months.",
        "action": "I met every employee, held both managers to one standard, and mentored the two "
        "supervisors who had to lead the merged team.",
        "result": "Nobody left; complaints fell by 40 percent within a year.",
        "mappings": (Mapping("opm-2025", "LP", "", Strength.PRIMARY),),
        "ended": "2021-06",
        "status": Status.READY,
    },
    {
        "title": TITLES[0],
        "challenge": "9,400 grants waited, the oldest for 14 months, and the season was short.",
        "context": "Three regions, 212 staff, and a frozen budget of $48M.",
        "action": "I split intake by risk, moved 31 people to the desk, and put financial controls "
        "on the awards. I directed the national grants program myself until it ran.",
        "result": "The backlog went from 9,400 to zero in 7 months, and cost fell by 12 percent.",
        "role": "Deputy Director, Rural Programs",
        "organisation": "Department of Rural Services",
        "grade_at_time": "GS-15",
        "started": "2021-03",
        "ended": "2023",
        "mappings": (
            Mapping("opm-2025", "AR", "operational-mindset"),
            Mapping("opm-2025", "DE", "", Strength.SUPPORTING),
        ),
        "status": Status.READY,
    },
)
"""The stories of the bank, oldest first."""


def clock() -> Callable[[], datetime]:
    ticks = count()
    start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    return lambda: start + timedelta(seconds=next(ticks))


def fill(session: Session) -> None:
    """Put the stories into a bank."""
    for story in STORIES:
        stories.add(session, **story)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until the app has nothing left to do, and what it did is drawn.

    `Pilot.pause` goes by how busy the machine is: it waits for what is done long ago, and on a
    busy machine it comes back before the app had its turn. Here the loop itself is asked.
    """
    app = pilot.app
    while app.is_running:
        await _turns_end()
        if any(not worker.is_finished for worker in app.workers):
            # Work that something newer made needless is cancelled; of what failed the screen tells.
            with suppress(WorkerCancelled, WorkerFailed):
                await app.workers.wait_for_complete()
        elif due := _due_soon(app):
            await asyncio.wait(due)
        else:
            await app.animator.wait_until_complete()
            for screen in app.screen_stack:  # A dialog shows what lies behind it, too.
                screen._on_timer_update()  # Drawn now rather than with the next frame.
            if not await _others_turn():
                return


async def _turns_end() -> None:
    """Go on when no task of the loop could: all wait for keys, for time or for a thread."""
    while await _others_turn():
        pass


async def _others_turn() -> bool:
    """Let all others go on once; return whether any of them still could."""
    await asyncio.sleep(0)
    # There is no public door to what a loop is about to run, nor to the timers below.
    return bool(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]


def _due_soon(app: App[Any]) -> list[asyncio.Task[None]]:
    """Return what is put off for less than a person would see: a new size, keys held back."""
    pumps = (app, *app.screen.walk_children(with_self=True))
    timers = (timer for pump in pumps for timer in pump._timers)
    once = (timer._task for timer in timers if timer._repeat == 0 and timer._interval <= _SOON)
    return [task for task in once if task is not None and not task.done()]


_SOON = 0.05
"""Seconds."""


async def resize(pilot: Pilot[int], width: int, height: int) -> None:
    """Give the window another size, in columns and lines."""
    driver, size = pilot.app._driver, Size(width, height)
    assert isinstance(driver, HeadlessDriver)
    driver._size = size
    pilot.app.post_message(Resize(size, size))
    await settle(pilot)


async def press(pilot: Pilot[int], keys: str) -> None:
    """Press keys named with spaces between them, each after the work of the one before."""
    for key in keys.split():
        send(pilot, key)
        await settle(pilot)


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text as fast as a terminal hands it over, into the field that has the focus."""
    names = {character: name for name, character in _CHARACTERS.items()} | {"\n": "enter"}
    for character in text:
        send(pilot, names.get(character, character))
    await settle(pilot)


_CHARACTERS = {"space": " ", "enter": "\r", "slash": "/", "question_mark": "?", "comma": ","}
_CHARACTERS["colon"] = ":"


def send(pilot: Pilot[int], key: str) -> None:
    """Hand a key to the app as its terminal does; `Pilot.press` waits long between any two."""
    driver = pilot.app._driver
    assert driver is not None
    driver.send_message(Key(key, _CHARACTERS.get(key) or (key if len(key) == 1 else None)))


def shown(pilot: Pilot[int]) -> str:
    """Return what the screen in front shows, line by line, without colours."""
    # Textual has no public door to the text of a screen; this is what its screenshots use.
    strips = pilot.app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in strips)
    return "\n".join(lines)


def told(pilot: Pilot[int], pane: str) -> str:
    """Return the whole text of a pane on one line, seen or scrolled out of sight."""
    return " ".join(pilot.app.screen.query_one(pane, Pane).body.plain.split())


def asked(pilot: Pilot[int]) -> str:
    """Return the question of the dialog in front."""
    assert isinstance(pilot.app.screen, Confirm)
    return pilot.app.screen.question


def notices(pilot: Pilot[int]) -> list[str]:
    """Return what was said in the corner, oldest first."""
    return [notice.message for notice in pilot.app._notifications]
