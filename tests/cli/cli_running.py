"""What the tests of the command line share: a posting, and what a command left behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

POSTING = """Director, Grants Operations
Department of Rural Affairs
ES-00 | Open 10/01/2026 to 10/21/2026

Duties
The Director leads the national grants program.

Qualifications
Executive Core Qualifications
ECQ 1: Commitment to the Rule of Law and the Principles of the American Founding
ECQ 2: Driving Efficiency
ECQ 3: Merit and Competence
ECQ 4: Leading People
ECQ 5: Achieving Results

Mandatory Technical Qualifications
MTQ 1: Demonstrated experience directing a national grants program, including intake and review.
MTQ 2: Demonstrated experience in merging field offices and leading staff through the change.

How to apply
Submit a two-page resume.
"""


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON; fails unless it is JSON and nothing else."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on standard error; fails unless there is exactly one."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


Command = Callable[..., Done]


def editor(tmp_path: Path, body: str) -> Path:
    """Return an editor that runs a body of Python on the `text` at a `path`."""
    script = tmp_path / "editor.py"
    script.write_text(
        f"import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n{body}\n"
    )
    return script
