"""Actions of a panel question."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("ask.write", "Write another question", "slash i", "ask", "Question"),
    act("ask.next", "Show the next best story", "ctrl+n n", "ask", "Next"),
    act(
        "ask.told",
        "Note that you told it to this panel",
        "ctrl+t t",
        "ask",
        "Told it",
        "The story is marked when the same panel asks again; undo takes it back",
    ),
    act("ask.previous", "Show the story before", "ctrl+b p", "ask", "Before"),
    act("ask.panel", "Say before which panel you speak", "v", "ask", "Panel"),
    act("panel.take", "Speak before this panel", "enter", "panel", "Choose"),
    act(
        "ask.practice",
        "Get a question to practice with",
        "x",
        "ask",
        "Practice",
        "From the question bank, each time of the next ECQ; yours come first",
    ),
    act("ask.framework", "Read it in another framework", "f", "ask", "Framework"),
)
