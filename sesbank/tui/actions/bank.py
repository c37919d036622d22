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
    act("story.mark", "Mark this story, or take its mark away", "space", "bank", "Mark"),
    act(
        "story.mark-range",
        "Mark up to here",
        "V",
        "bank",
        "",
        "From the story marked last; a click with Shift does the same",
    ),
    act("story.mark-all", "Mark all stories shown", "asterisk", "bank"),
    act("story.mark-invert", "Turn the marks around", "I", "bank"),
    act("story.unmark", "Let every mark go", "", "bank", "", "Esc in the list does the same"),
    act("story.tag", "Tag this story, or those marked", "t", "bank", "Tag"),
    act("story.export", "Write this story, or those marked, to a file", "X", "bank"),
    act(
        "story.merge",
        "Merge the stories marked into one",
        "M",
        "bank",
        "",
        "No word is lost; u takes it back",
    ),
    act("story.inbox", "Show the inbox", "i", "bank", "", "What was captured and is to be written"),
    act("search.save", "Keep this search under a name", "ctrl+s", "bank"),
    act("search.saved", "Show the searches kept", "F", "bank"),
    act("searches.use", "Search for this", "enter", "searches", "Use"),
    act("searches.drop", "Keep this search no longer", "x delete", "searches", "Drop"),
    act("ecqs.main", "Map as main ECQ", "p enter", "ecqs", "Main"),
    act("ecqs.side", "Map as side ECQ", "s", "ecqs", "Side"),
    act("line.accept", "Take this line", "enter", "line", "Take it"),
    act("capture.keep", "Keep it in the inbox", "enter ctrl+s", "capture", "Keep"),
)
