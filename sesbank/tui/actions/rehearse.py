"""Actions of rehearsing: what is due, the drill and the mock interview."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act(
        "rehearse.drill",
        "Rehearse from here on",
        "enter",
        "rehearse",
        "Drill",
        "The question first; then you tell the story part by part, and the clock runs",
    ),
    act(
        "rehearse.mock",
        "Hold a mock interview",
        "m",
        "rehearse",
        "Mock",
        "Five questions in 45 minutes: of the vacancy's TQs and the ECQs, new ones first",
    ),
    act(
        "rehearse.listing",
        "List all, what is due, stories or questions",
        "o",
        "rehearse",
        "List",
    ),
    act("rehearse.framework", "Ask in another framework", "f", "rehearse", "Framework"),
    act(
        "drill.step",
        "Begin to tell, or go on to the next part",
        "enter space",
        "drill",
        "Go on",
        "So it is known how long each part took",
    ),
    act("drill.badly", "It went badly", "1", "drill", "Badly"),
    act("drill.fair", "It went fair", "2", "drill", "Fair"),
    act("drill.well", "It went well", "3", "drill", "Well"),
    act("drill.easily", "It went easily", "4", "drill", "Easily"),
    act("drill.note", "Write a note on the answer noted last", "t", "drill", "Note"),
    act("drill.skip", "Leave this one out", "s", "drill", "Skip"),
    act("drill.next-story", "Tell the next best story instead", "n", "drill", "Other story"),
    act("drill.story-before", "Tell the story before instead", "p", "drill"),
)
