"""Opening: the bank of a command, with a word while it takes long and its notes at the end."""

from __future__ import annotations

from pathlib import Path

from sesbank.cli.meanwhile import Meanwhile
from sesbank.cli.printing import note
from sesbank.session import Session


class TellingSession(Session):
    """A session that says on standard error what the person should know, once."""

    meanwhile: Meanwhile | None = None
    _closed = False

    def close(self) -> None:
        """Let go of the bank and pass on what was put right or could not be done."""
        if self._closed:
            return
        self._closed = True
        super().close()
        if self.meanwhile is not None:
            self.meanwhile.end()
        for line in self.notes:
            # A command that only looked has nothing to do with other machines.
            if line != self.store.remote or self.has_saved:
                note(f"note: {line}")


def open_telling(bank: Path | None) -> TellingSession:
    """Open a bank for a command. Raises as `Session.open` does."""
    meanwhile = Meanwhile()
    try:
        session = TellingSession.open(bank, meanwhile=meanwhile)
    finally:
        meanwhile.wipe()
    session.meanwhile = meanwhile  # A save may have to wait for another program, too.
    return session
