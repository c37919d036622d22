"""Actions of vacancies: the list, one posting read, one vacancy matched."""

from __future__ import annotations

from sesbank.tui.actions.action import Action, act

ACTIONS: tuple[Action, ...] = (
    # Vacancies
    act("vacancy.open", "Open this vacancy", "enter", "vacancies", "Open"),
    act("vacancy.paste", "Paste a posting", "n", "vacancies", "Paste"),
    act("vacancy.file", "Read a posting from a file", "o", "vacancies", "File"),
    act("vacancy.remove", "Remove this vacancy", "d", "vacancies", "Remove"),
    act("paste.read", "Read this posting", "ctrl+s", "paste", "Read it"),
    # One vacancy: read
    act("vacancy.match", "Match stories to the requirements", "M", "read", "Match"),
    act("requirement.drop", "Drop this requirement", "d", "read", "Drop"),
    act("requirement.kind", "Change the kind: TQ, ECQ, desirable, duty", "t", "read", "Kind"),
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
    act("vacancy.sheet", "Make the one-page sheet", "S s", "match read", "Sheet"),
    act("vacancy.read", "Back to the posting", "R", "match", "Posting"),
    act("vacancy.framework", "Read it in another framework", "f", "read match", "Framework"),
)
