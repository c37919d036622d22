"""Crash: what is said and written down when the app fails; never any text of a story."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from sesbank.files import shown


def trace_of(error: BaseException) -> str:
    """Return where an error arose, frame by frame: places only, no values, no message.

    A message may quote what a person wrote, so only the error's type is named.
    """
    lines = []
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}")
    return "\n".join([type(error).__name__, *lines])


def write_log(error: BaseException, folder: Path) -> Path | None:
    """Write the trace into a private file and return it, or None where that fails too."""
    path = folder / "crash.log"
    text = f"{datetime.now(UTC).isoformat(timespec='seconds')} {trace_of(error)}\n"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return None
    return path


def farewell(error: BaseException, log: Path | None) -> str:
    """Return what the person reads after a crash."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {_place(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    told = f" Where it happened stands in {shown(log)} (no story text)." if log else ""
    return (
        f"sesbank had to stop: {type(error).__name__}{place}. "
        "Everything that was saved is safe in the bank; what you were writing is offered "
        f"at the next start.{told}"
    )


def _place(file_name: str) -> str:
    parts = Path(file_name).parts
    for package in ("sesbank", "textual"):
        if package in parts:
            last = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[last:])
    return Path(file_name).name
