"""In turn: in a field, a key that edits takes its place among the letters typed around it.

Textual gives letters to the field at once, and keys such as backspace only when they have come
up through all that stands around it. Where the machine is slow, letters typed after a backspace
would be there before it, and it would take away the wrong one.
"""

from __future__ import annotations

from textual import events
from textual.widget import Widget

from sesbank.tui.textual_inside import keys_of


async def edit_in_turn(field: Widget, event: events.Key) -> None:
    """Do what a field's own key does now, before any letter that was typed after it."""
    for binding in keys_of(field).get(event.key, ()):
        if not binding.priority and await field.app.run_action(binding.action, field):
            event.prevent_default()
            event.stop()
            return
