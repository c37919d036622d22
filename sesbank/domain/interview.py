"""Interview: when, where, before whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class InterviewKind(StrEnum):
    """Before whom the person speaks."""

    PANEL = "panel"
    """The agency's panel."""
    QRB = "qrb"
    """OPM's Qualifications Review Board, whose members stay unknown."""
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview for a vacancy."""

    id: str
    kind: InterviewKind = InterviewKind.PANEL
    when: str = ""
    """Local date and time as ISO 8601, "2026-11-20T10:00", or empty."""
    zone: str = ""
    """Time zone as said: "ET"."""
    minutes: int | None = None
    place: str = ""
    """Room or platform."""
    panel: tuple[str, ...] = ()
    """Names; ignored for a QRB."""
    notes: str = ""

    @property
    def panel_known(self) -> bool:
        """Whether there are names to address and to thank: never for a QRB."""
        return self.kind is not InterviewKind.QRB and bool(self.panel)
