"""A session on an empty bank, with a clock that moves by a second at each look."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from sesbank.session import Session
from sesbank.settings import Settings


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    ticks = count()
    start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    with Session.open(
        tmp_path / "bank.json",
        settings=Settings(),
        now=lambda: start + timedelta(seconds=next(ticks)),
    ) as opened:
        yield opened
