"""Notices: what the page itself says about what is not on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sesbank.domain.sheet import Cut, SheetContent
from sesbank.sheet.wording import UNCONFIRMED_NOTICE

_PLURALS = {"backup story": "backup stories", "gap": "gaps"}
_MOST = 5
"""Kinds of cuts named one by one."""


def notice(content: SheetContent, cuts: Sequence[Cut]) -> str:
    """Return the small line at the foot: what was cut in figures, and what "(?)" means."""
    lines = []
    if cuts:
        lines.append(f"Cut to fit one page: {_counted(cuts)}.")
    if any(cue.unconfirmed for row in content.rows for cue in row.cues):
        lines.append(UNCONFIRMED_NOTICE)
    return " ".join(lines)


def _counted(cuts: Sequence[Cut]) -> str:
    short = sum(1 for cut in cuts if cut.what.endswith(", shortened"))
    gone = Counter(cut.what for cut in cuts if not cut.what.endswith(", shortened"))
    named = [_number(count, what) for what, count in gone.most_common(_MOST)]
    others = sum(gone.values()) - sum(count for _, count in gone.most_common(_MOST))
    named += [f"{others} more"] if others else []
    named += [f"{_number(short, 'line')} shortened"] if short else []
    return ", ".join(named)


def _number(count: int, what: str) -> str:
    return f"{count} {what if count == 1 else _PLURALS.get(what, what + 's')}"
