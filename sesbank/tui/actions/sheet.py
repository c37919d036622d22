"""Actions of the sheet."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (act("sheet.write", "Write the sheet", "ctrl+s", "sheet", "Write"),)
