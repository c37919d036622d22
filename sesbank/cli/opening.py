"""Opening: the bank of a command, with a word while it takes long and its notes at the end."""

from __future__ import annotations

from pathlib import Path

from sesbank import locations
from sesbank.cli.meanwhile import Meanwhile
from sesbank.cli.printing import note
from sesbank.session import Session
from sesbank.settings import settings_or_defaults


class TellingSession(Session):
    """A session that says on standard error what the person should know, once."""

    meanwhile: Meanwhile | None = None
    in_app = False
    """Whether the app has told the notes by then: only those of the end are left."""
    _closed = False

    def close(self) -> None:
        """Let go of the bank and pass on what was put right or could not be done."""
        if self._closed:
            return
        self._closed = True
        told = self.notes if self.in_app else ()
        super().close()
        if self.meanwhile is not None:
            self.meanwhile.end()
        for line in self.notes:
            # A command that only looked has nothing to do with other machines.
            if line not in told and (line != self.store.remote or self.has_saved):
                note(f"note: {line}")


def open_telling(bank: Path | None, *, take_terminal: bool = False) -> TellingSession:
    """Open a bank for a command. Raises as `Session.open` does.

    With `take_terminal` nothing is said on the terminal once it is open: the app has it then.
    """
    meanwhile = Meanwhile()
    settings, problem = None, ""
    if take_terminal:
        # A command says what is wrong and ends; the app can say it and go on.
        settings, problem = settings_or_defaults(locations.settings_path())
    try:
        session = TellingSession.open(bank, settings=settings, meanwhile=meanwhile)
    finally:
        meanwhile.end() if take_terminal else meanwhile.wipe()
    session.meanwhile = meanwhile  # A save may have to wait for another program, too.
    session.in_app = take_terminal
    if problem:
        session.tell(problem)
    return session
