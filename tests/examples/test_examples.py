"""The examples: a whole bank, three shapes of posting, each with its finished sheet.

After a meant change write the sheets anew with `SESBANK_UPDATE_EXAMPLES=1` and look at them.
"""

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sesbank.domain.coverage import Standing
from sesbank.domain.story import Outcome, Status
from sesbank.domain.vacancy import RequirementKind
from sesbank.session import Session, coverage, examples, sheets, vacancies
from sesbank.settings import Settings

POSTINGS = examples.example_postings()
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return examples.scratch_bank(tmp_path_factory.mktemp("examples"))


@pytest.fixture
def session(bank):
    with Session.open(bank, settings=Settings(meaning=False), now=lambda: NOW) as opened:
        yield opened


def test_the_bank_has_stories_of_every_kind(session):
    stories = session.bank.stories.values()
    assert len(stories) >= 16
    assert Counter(s.status for s in stories)[Status.READY] >= 16
    assert {s.status for s in stories} == set(Status)
    assert any(s.outcome is Outcome.SETBACK and s.lesson for s in stories)
    assert all(1 <= s.seconds_to_tell() <= 240 for s in stories if s.status is Status.READY)


def test_the_bank_covers_both_frameworks_with_gaps(session):
    for framework in ("opm-2025", "opm-2006"):
        grid = coverage.grid(session, framework)
        bare = [c for row in grid.ecqs for c in row.competencies if not c.stories]
        assert any(row.standing is Standing.COVERED for row in grid.ecqs)
        assert bare
    assert any(row.standing is Standing.THIN for row in coverage.grid(session).ecqs)
    assert any(row.aged for row in coverage.grid(session).ecqs)


@pytest.mark.parametrize(
    ("name", "framework", "technical"),
    [
        ("posting-2025-mtqs", "opm-2025", 3),
        ("posting-legacy-ptqs", "opm-2006", 4),
        ("posting-unnumbered", "opm-2025", 5),
    ],
)
def test_each_posting_is_read_whole(session, name, framework, technical):
    posting = next(path for path in POSTINGS if path.stem == name)
    vacancy = vacancies.read(session, posting.read_text(encoding="utf-8"))
    assert vacancy.framework == framework
    assert len(vacancy.of_kind(RequirementKind.TQ)) == technical
    assert len(vacancy.of_kind(RequirementKind.ECQ)) == 5
    assert all((vacancy.title, vacancy.agency, vacancy.announcement, vacancy.closes))


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_each_posting_leaves_something_uncovered(session, posting):
    vacancy = vacancies.read(session, posting.read_text(encoding="utf-8"))
    report = vacancies.match(session, vacancy)
    assert report.uncovered
    assert len(report.slate) >= len(vacancy.matched) - 2


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_each_posting_has_its_finished_sheet(session, posting):
    vacancy = vacancies.read(session, posting.read_text(encoding="utf-8"))
    made = sheets.make(session, vacancy)
    shipped = posting.with_name(posting.stem.replace("posting-", "sheet-") + ".docx")
    if os.environ.get("SESBANK_UPDATE_EXAMPLES"):
        shipped.write_bytes(made.data)
    assert shipped.read_bytes() == made.data
