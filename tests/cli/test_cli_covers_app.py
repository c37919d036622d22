"""Line mode has what the app has: every action is a command, or is about the screen alone."""

from __future__ import annotations

from sesbank.cli.parser import HOMES
from sesbank.tui.actions import ACTIONS

COMMANDS = {
    "ask.next": "ask",
    "ask.panel": "ask",
    "ask.framework": "ask",
    "ask.practice": "rehearse",
    "ask.told": "ask",
    "ask.write": "ask",
    "app.capture": "capture",
    "capture.keep": "capture",
    "app.bring": "import",
    "bring.keep": "import",
    "app.example": "demo",
    "app.trash": "trash",
    "trash.restore": "trash",
    "vacancy.learned": "learned",
    "learned.forget": "learned",
    "story.new": "new",
    "story.edit": "edit",
    "editor.save": "edit",
    "editor.outside": "edit",
    "editor.elsewhere": "export",
    "editor.accept": "map",
    "editor.unaccept": "map",
    "editor.checks": "check",
    "check.waive": "check",
    "story.checks": "check",
    "editor.figures": "number",
    "figure.documented": "number",
    "figure.memory": "number",
    "figure.estimate": "number",
    "figure.unconfirmed": "number",
    "figure.withheld": "number",
    "figure.forget": "number",
    "editor.lengths": "lengths",
    "story.lengths": "lengths",
    "retelling.in-step": "lengths",
    "story.map": "map",
    "ecqs.main": "map",
    "ecqs.side": "map",
    "ecqs.remove": "map",
    "ecqs.framework": "map",
    "map.primary": "map",
    "map.supporting": "map",
    "map.remove": "map",
    "map.accept": "map",
    "map.framework": "map",
    "map.tqs": "pin",
    "tq.pin": "pin",
    "story.find": "list",
    "story.inbox": "list",
    "story.retire": "retire",
    "story.remove": "remove",
    "story.history": "history",
    "history.restore": "history",
    "story.tag": "tag",
    "story.export": "export",
    "story.merge": "merge",
    "figure.written": "number",
    "bring.read": "import",
    "search.save": "searches",
    "search.saved": "searches",
    "searches.use": "searches",
    "searches.drop": "searches",
    "searches.rename": "searches",
    "searches.up": "searches",
    "searches.down": "searches",
    "searches.back": "searches",
    "coverage.open": "coverage",
    "coverage.checks": "check",
    "coverage.new": "new",
    "coverage.framework": "coverage",
    "gap.take": "map",
    "vacancy.open": "mend",
    "vacancy.paste": "keep",
    "vacancy.file": "keep",
    "path.read": "keep",
    "paste.read": "read",
    "vacancy.remove": "discard",
    "vacancy.match": "match",
    "vacancy.read": "read",
    "vacancy.facts": "mend",
    "facts.save": "mend",
    "vacancy.framework": "mend",
    "vacancy.sheet": "sheet",
    "requirement.drop": "mend",
    "requirement.kind": "mend",
    "requirement.confirm": "mend",
    "requirement.add": "mend",
    "requirement.respan": "mend",
    "requirement.merge": "mend",
    "requirement.split": "mend",
    "requirement.back": "mend",
    "match.pin": "pin",
    "match.ban": "ban",
    "match.propose": "accept",
    "sheet.write": "sheet",
    "sheet.open": "sheet",
    "sheet.cues": "cue",
    "sheet.interview": "prepare",
    "filling.save": "prepare",
    "interview.remove": "interviews",
    "papers.show": "paper",
    "papers.write": "paper",
    "papers.open": "paper",
    "edit.undo": "undo",
    "edit.redo": "redo",
    "app.settings": "settings",
    "app.drafts": "drafts",
}
"""The command that does what an action does."""

ON_SCREEN = {
    *("view.left", "view.right", "view.back", "dialog.leave", "go.bank", "go.coverage"),
    *("go.vacancies", "go.ask", "app.jump", "app.privacy", "app.redraw", "app.quit", "app.help"),
    *("app.palette", "app.theme", "theme.keep", "app.tour", "tour.next", "tour.previous"),
    *(
        "app.welcome",
        "editor.rail",
        "check.go",
        "standing.go",
        "line.accept",
        "elsewhere.copy",
        "ask.previous",
    ),
    *("coverage.columns", "story.mark", "story.mark-range", "story.mark-all"),
    *("story.mark-invert", "story.unmark", "retelling.begin", "retelling.write", "story.found"),
}
"""What is about the screen alone: going about, marking, looks."""

ELSEWHERE = {
    "elsewhere.write": "export",
}
"""What a file, another command or the next start of the app has."""

STRETCHES = {action.id for action in ACTIONS if action.id.startswith("requirement.")}
"""Ways to move the ends of a requirement, for which `mend --words` says the whole."""


def test_every_action_of_the_app_is_a_command_or_about_the_screen_alone() -> None:
    known = {*COMMANDS, *ON_SCREEN, *ELSEWHERE, *STRETCHES}
    assert {action.id for action in ACTIONS} == known


def test_every_command_named_for_an_action_is_there() -> None:
    assert set(COMMANDS.values()) <= set(HOMES)
