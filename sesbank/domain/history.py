"""History: what was done, so that it can be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass

from sesbank.domain.bank import Act


@dataclass(frozen=True, slots=True)
class History:
    """The acts that can be undone and redone, latest last. Each method returns a new history."""

    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()
    limit: int = 200
    """How many acts are kept."""

    def after(self, act: Act) -> History:
        """Return the history once a new act is done: what was undone can no longer be redone."""
        return History((*self.done, act)[-self.limit :], (), self.limit)

    def after_undo(self) -> History:
        """Return the history once its latest act is taken back.

        Raises IndexError when there is none.
        """
        return History(self.done[:-1], (*self.undone, self.done[-1]), self.limit)

    def after_redo(self) -> History:
        """Return the history once the act undone last is done again.

        Raises IndexError when there is none.
        """
        return History((*self.done, self.undone[-1]), self.undone[:-1], self.limit)

    def without(self, record_id: str) -> History:
        """Return the history without the acts that mention a record."""

        def others(acts: tuple[Act, ...]) -> tuple[Act, ...]:
            return tuple(a for a in acts if not any(c.mentions(record_id) for c in a.changes))

        return History(others(self.done), others(self.undone), self.limit)
