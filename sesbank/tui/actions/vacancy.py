"""Actions of vacancies: the list, one posting read, one vacancy matched."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    # Vacancies
    act("vacancy.open", "Open this vacancy", "enter", "vacancies", "Open"),
    act("vacancy.paste", "Paste a posting", "n", "vacancies", "Paste"),
    act("vacancy.file", "Read a posting from a file", "o", "vacancies", "File"),
    act("vacancy.remove", "Remove this vacancy", "d", "vacancies", "Remove"),
    act(
        "vacancy.learned",
        "Show what was learned from your corrections",
        "L",
        "vacancies",
        "",
        "Later postings with the same words are asked about it; each can be taken back",
    ),
    act("path.read", "Read this file", "enter", "path", "Read it"),
    act("paste.read", "Read this posting", "ctrl+s", "paste", "Read it"),
    # One vacancy: read
    act("vacancy.match", "Match stories to the requirements", "M", "read", "Match"),
    act("requirement.drop", "Drop this requirement", "d", "read", "Drop"),
    act("requirement.kind", "Change the kind: TQ, ECQ, desirable, duty", "t", "read", "Kind"),
    act("requirement.confirm", "It is right as read: no more doubt", "y", "read", "Confirm"),
    act(
        "requirement.add",
        "Add what is marked in the posting",
        "a",
        "read",
        "Add",
        "In the posting: j and k go from sentence to sentence, v begins to mark",
    ),
    act(
        "requirement.respan",
        "Give it the stretch marked in the posting",
        "w",
        "read",
        "",
        "The sentence at hand where nothing is marked",
    ),
    act("requirement.grow", "One sentence more at its end", "right_square_bracket", "read"),
    act("requirement.shrink", "One sentence less at its end", "left_square_bracket", "read"),
    act("requirement.grow-start", "One sentence more at its start", "left_curly_bracket", "read"),
    act("requirement.shrink-start", "One sentence less there", "right_curly_bracket", "read"),
    act("requirement.word-more", "One word more at its end", "greater_than_sign", "read"),
    act("requirement.word-less", "One word less at its end", "less_than_sign", "read"),
    act("requirement.merge", "Merge it with the next one", "m", "read", "Merge"),
    act(
        "requirement.split",
        "Split it in two",
        "x",
        "read",
        "Split",
        "At the sentence at hand in the posting, else behind its first sentence",
    ),
    act("requirement.back", "Bring back what was dropped last", "b", "read"),
    act(
        "vacancy.facts",
        "Put title, agency, dates right",
        "e",
        "read",
        "Facts",
        "What the posting says about itself",
    ),
    act("facts.save", "Save the facts", "ctrl+s", "facts", "Save"),
    # One vacancy: match
    act("match.pin", "Pin this story to the requirement, or let go", "p", "match", "Pin"),
    act("match.ban", "Rule this story out here, or offer it again", "x", "match", "Rule out"),
    act(
        "match.propose",
        "Accept the proposed stories",
        "O o",
        "match",
        "Accept all",
        "The proposal becomes your choice for this vacancy and goes on the sheet",
    ),
    act(
        "match.twice",
        "Allow a story to stand twice here, or once again",
        "t",
        "match",
        "",
        "Where the bank has too few: each story is proposed once unless you allow more",
    ),
    act("vacancy.sheet", "Make the one-page sheet", "S s", "match read vacancies", "Sheet"),
    act("vacancy.read", "Back to the posting", "R", "match", "Posting"),
    act("vacancy.framework", "Read it in another framework", "f", "read match", "Framework"),
)
