"""Examples: an invented bank and postings to try everything on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sesbank import locations
from sesbank.files import Place, look_at, read_text
from sesbank.session import exchange, vacancies
from sesbank.session.opened import Session
from sesbank.settings import Settings


def example_postings() -> tuple[Path, ...]:
    """Return the invented postings that come with sesbank."""
    return tuple(sorted(locations.shipped("examples").glob("posting-*.txt")))


def scratch_bank(folder: Path) -> Path:
    """Make a bank with the example stories in a folder and return its file.

    A bank that is there already is left as it is.
    """
    path = folder / "bank.json"
    if look_at(path) is not Place.NOTHING:
        return path
    with Session.open(path) as session:
        text = read_text(locations.shipped("examples") / "stories.json")
        exchange.accept(session, exchange.import_json(session, text).stories)
    return path


@contextmanager
def opened(settings: Settings) -> Iterator[Session]:
    """Open an example bank with a vacancy; it is gone afterwards and touches nothing else."""
    with (
        tempfile.TemporaryDirectory(prefix="sesbank-example-") as folder,
        Session.open(scratch_bank(Path(folder)), settings=settings) as session,
    ):
        text = read_text(example_postings()[0])
        vacancies.keep(session, vacancies.read(session, text))
        yield session
