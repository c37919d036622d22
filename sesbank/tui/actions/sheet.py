"""Actions of the sheet and the other papers."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    act("sheet.write", "Write the sheet", "ctrl+s", "sheet", "Write"),
    act(
        "sheet.open",
        "Write the sheet and open it",
        "ctrl+o",
        "sheet",
        "Open",
        "In the program your system has for Word files; over ssh it says where the file is",
    ),
    act(
        "sheet.cues",
        "Word the cues anew",
        "ctrl+r",
        "sheet",
        "Cues",
        "At most twelve words a part; remembered with the story for this vacancy",
    ),
    act(
        "sheet.interview",
        "Say when, where and before whom; opening, questions, facts",
        "ctrl+t",
        "sheet vacancies",
        "Interview",
    ),
    act("filling.save", "Save what stands here", "ctrl+s", "filling", "Save"),
    act("interview.remove", "Take this interview away", "f6", "interview", "Remove"),
    act(
        "papers.show",
        "Other papers: thank-you notes, cue cards, story book, resume bullets",
        "ctrl+n",
        "sheet bank",
        "Papers",
    ),
    act("papers.write", "Write this paper", "ctrl+s", "papers", "Write"),
    act("papers.open", "Write this paper and open it", "ctrl+o", "papers", "Open"),
)
