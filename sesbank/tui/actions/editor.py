"""Actions of writing a story."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("editor.save", "Save the story", "ctrl+s", "editor", "Save"),
    act(
        "editor.elsewhere",
        "Write the text into a file",
        "ctrl+o",
        "editor",
        "To a file",
        "For when the bank cannot be saved: the text here stays as it is",
    ),
    act("elsewhere.write", "Write the file", "enter", "elsewhere", "Write"),
    act("elsewhere.copy", "Copy the text instead", "ctrl+y", "elsewhere", "Copy"),
    act(
        "editor.accept",
        "Accept the first suggested ECQ",
        "ctrl+t",
        "editor",
        "Accept ECQ",
        "Maps the story to it when you save",
    ),
    act(
        "editor.unaccept",
        "Take back the ECQ accepted last",
        "f6",
        "editor",
        "",
        "Of those that were suggested; what you mapped yourself stays",
    ),
    act(
        "editor.checks",
        "Show what is to be mended",
        "ctrl+r f8",
        "editor",
        "Checks",
        "What boards stumble over; Enter goes to the words, w sets a check aside for this story",
    ),
    act(
        "editor.figures",
        "Say how sure each number is",
        "ctrl+n f3",
        "editor",
        "Numbers",
        "Documented, from memory, estimate, cannot confirm, do not say",
    ),
    act(
        "editor.lengths",
        "Tell it in other lengths",
        "ctrl+b f4",
        "editor",
        "Lengths",
        "30 seconds, 2 minutes, 4 minutes, a resume bullet",
    ),
    act(
        "editor.outside",
        "Write this part in your own editor",
        "f5",
        "editor",
        "Own editor",
        "The one that EDITOR names",
    ),
    act("editor.rail", "Show how the story stands", "f2", "editor", "", "Or the form again"),
    # Numbers, lengths and checks of a story
    act("figure.documented", "It is documented", "d", "figures", "Documented"),
    act("figure.memory", "It is from memory", "m", "figures", "Memory"),
    act("figure.estimate", "It is an estimate", "e", "figures", "Estimate"),
    act("figure.unconfirmed", "Nobody can confirm it", "c", "figures", "Cannot confirm"),
    act("figure.withheld", "It is not to be said", "n", "figures", "Do not say"),
    act("figure.forget", "Take the note away", "x", "figures", "Forget"),
    act(
        "figure.written",
        "Keep what is written of it",
        "",
        "figures",
        "Keep",
        "Enter in a field does it, and goes back to the numbers",
    ),
    act("retelling.write", "Write it", "enter", "retellings", "Write"),
    act("retelling.in-step", "It says what the story says", "ctrl+t", "retellings", "In step"),
    act("retelling.begin", "Begin with the story's words", "ctrl+b", "retellings", "Begin with it"),
    act("check.go", "Go to the words", "enter", "checks", "Go there"),
    act("check.waive", "Set aside for this story, or not", "w", "checks", "Set aside"),
)
