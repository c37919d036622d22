"""A small bank of our own, and the app opened on it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_driving import POSTING, Opener, clock, fill, press, settle

from sesbank.session import Session, vacancies
from sesbank.settings import Settings
from sesbank.tui.app import SesbankApp


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moments are shown on the reader's clock: here that is one for everybody."""
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over ssh dialogs look different: here one sits at the machine."""
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "empty.json"
    with Session.open(path, settings=Settings(), now=clock()) as session:
        yield session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "bank.json"
    with Session.open(path, settings=Settings(), now=clock()) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def with_vacancy(session: Session) -> Session:
    vacancies.keep(session, vacancies.read(session, POSTING))
    return session


@pytest.fixture
def opened() -> Opener:
    """Open the app on a session: `async with opened(session) as pilot`."""

    @asynccontextmanager
    async def opener(
        session: Session,
        size: tuple[int, int] = (120, 36),
        keys: str = "",
        *,
        toasts: bool = False,
    ) -> AsyncIterator[Pilot[int]]:
        app = SesbankApp(session, beating=False)
        async with app.run_test(size=size, notifications=toasts) as pilot:
            await settle(pilot)
            await press(pilot, keys)
            yield pilot

    return opener
