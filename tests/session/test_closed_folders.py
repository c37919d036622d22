"""Folders beside the bank that are closed to us: said in a line, and all else goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sesbank.errors import BankError
from sesbank.session import Session, backups, drafts, stories
from sesbank.settings import Settings
from sesbank.storage.disk import RealDisk


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    session = Session.open(tmp_path / "bank.json", settings=Settings())
    stories.add(session, title="One")
    backups.make(session)
    drafts.keep_draft(session, "one", {"title": "x"})
    names = RealDisk.names

    def closing(self: RealDisk, folder: Path) -> list[str]:
        if folder.name in ("backups", "drafts"):
            raise PermissionError(13, "Permission denied", str(folder))
        return names(self, folder)

    monkeypatch.setattr(RealDisk, "names", closing)
    return session


def test_closed_backups_are_named_and_stop_no_save(session: Session) -> None:
    for ask in (
        lambda: backups.listed(session),
        lambda: backups.listed_at(session.path),
        lambda: backups.restore(session),
        lambda: backups.restore_damaged(session.path),
    ):
        with pytest.raises(BankError, match=r"could not be looked at: permission denied"):
            ask()
    stories.add(session, title="Two")
    session.close()


def test_a_bank_copied_alone_opens_beside_closed_backups(session: Session) -> None:
    session.close()
    session.path.with_name("bank.json.journal").unlink()
    again = Session.open(session.path, settings=Settings())
    assert len(again.bank.stories) == 1


def test_closed_drafts_are_told_once_and_stop_nothing(session: Session) -> None:
    assert drafts.drafts(session) == ()
    assert not drafts.any_kept(session)
    assert drafts.damaged(session) == ()
    told = [note for note in session.notes if "drafts" in note]
    assert told == ["the folder drafts cannot be looked into: permission denied"]
