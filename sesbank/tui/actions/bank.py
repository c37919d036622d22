"""Actions of the bank: stories found, marked and changed."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("story.new", "Write a new story", "n", "bank", "New"),
    act("story.edit", "Edit this story", "e", "bank", "Edit"),
    act("story.map", "Map this story to ECQs", "m", "bank", "Map"),
    act(
        "story.find",
        "Find stories",
        "slash",
        "bank",
        "Find",
        "Words in any order, or ecq:AR tag: org: has:number after:2020",
    ),
    act(
        "story.retire",
        "Retire this story, or offer it again",
        "r",
        "bank",
        "Retire",
        "A retired story is kept and no longer proposed",
    ),
    act(
        "story.remove",
        "Remove this story",
        "D delete",
        "bank",
        "",
        "Into the trash, after a question; u brings it back",
    ),
    act(
        "story.history",
        "Show the history of this story",
        "H",
        "bank",
        "History",
        "Every state you saved over, what changed since, and the way back",
    ),
)
