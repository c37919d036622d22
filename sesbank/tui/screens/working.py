"""Working: things worked out in the background while the screen stays at hand."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from textual.screen import Screen
from textual.worker import Worker, WorkerState

from sesbank.errors import SesbankError

Result = TypeVar("Result")

_ONE_AT_A_TIME = Lock()
"""Background work reads the same indexes; one piece at a time does."""


class Working(Screen[Any]):
    """A screen that has things worked out for it."""

    def __init__(self) -> None:
        super().__init__()
        self._turns: dict[str, int] = {}
        self._then: dict[str, Callable[[Any], None]] = {}

    def work(self, group: str, call: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Work something out in the background and show it; only the newest of a group counts.

        The call must not touch a widget; `then` runs on the screen's own thread.
        """
        turn = self._turns[group] = self._turns.get(group, 0) + 1
        self._then[group] = then

        def run() -> Any:
            with _ONE_AT_A_TIME:
                return call() if self._turns[group] == turn else None

        self.run_worker(
            run,
            name=f"{group} {turn}",
            group=group,
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )

    def forget(self, group: str) -> None:
        """Let go of what is being worked out: nothing comes of it."""
        self._turns[group] = self._turns.get(group, 0) + 1

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what was worked out, unless something newer is on its way."""
        worker = event.worker
        if worker.name != f"{worker.group} {self._turns.get(worker.group, 0)}":
            return
        if event.state is WorkerState.SUCCESS:
            self._then[worker.group](worker.result)
        elif event.state is WorkerState.ERROR and worker.error is not None:
            if not isinstance(worker.error, SesbankError):
                raise worker.error
            self.work_failed(worker.group, worker.error)

    def work_failed(self, group: str, error: SesbankError) -> None:
        """Say why something could not be worked out."""
        raise NotImplementedError
