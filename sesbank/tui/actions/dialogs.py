"""Actions of history, trash and the map dialog."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    # History and trash
    act("history.restore", "Bring this state back", "r enter", "history", "Bring back"),
    act("trash.restore", "Put this back into the bank", "r enter", "trash", "Put back"),
    act("learned.forget", "Take this lesson back", "d delete", "learned", "Unlearn"),
    # Map dialog
    act("map.primary", "Map as main ECQ", "p enter", "map", "Main"),
    act("map.supporting", "Map as side ECQ", "s", "map", "Side"),
    act("map.remove", "Take the mapping away", "x delete", "map", "Remove"),
    act("map.accept", "Accept the suggestion", "a", "map", "Accept"),
    act(
        "map.framework",
        "Go to the other framework",
        "f",
        "map",
        "Framework",
        "Both stand side by side where there is room",
    ),
    act("map.tqs", "Pin it to a vacancy's technical qualification", "v", "map", "TQs"),
    act("tq.pin", "Pin the story here, or let go", "enter p", "tqs", "Pin"),
)
