"""Sheets: the documents of the one-page templates."""

from __future__ import annotations

from tools.word_templates.parts import cell, document, para, row, table
from tools.word_templates.styles import NAVY, TINT

_CUES = ("challenge", "context", "action")


def panel_sheet() -> str:
    """Return the sheet for an agency's panel: requirement, story, key words side by side."""
    return document(
        [
            *_head(),
            _story_table([2000, 6592, 1920], _left()),
            para("GapLine"),
            _foot_table(),
            *_end(),
        ]
    )


def qrb_sheet() -> str:
    """Return the sheet for a Qualifications Review Board: five questions, room for each."""
    asked = para("Asked", "Question ", "{{row.number}}", " as asked")
    return document(
        [
            para("Kicker", "Five questions · 45 minutes · 9 minutes each"),
            *_head(),
            _story_table([2000, 6592, 1920], _left("Question {{row.number}} · "), asked),
            para("GapLine"),
            _foot_table(),
            *_end(),
        ]
    )


def large_sheet() -> str:
    """Return the sheet in large print: one column, so that lines stay whole."""
    inside = (
        para("RequirementLabel", "{{row.label}}", "  ", "{{row.name}}")
        + _story()
        + para("KeyWord", ("CueLabel", "Weave in  "), "{{row.keyword_line}}")
        + para("Backup", "backup: {{row.backup}}")
    )
    stories = table(
        [10512],
        row([cell(10512, NAVY, para("Heading2", "Requirements and stories"))], head=True)
        + row([cell(10512, "", inside)]),
        *_STORIES,
    )
    return document([*_head(), stories, para("GapLine"), _foot_table(), *_end()])


def _head() -> list[str]:
    return [
        para("Heading1", "{{position}}"),
        para("SheetLine", "{{agency}}", " · ", "{{announcement}}"),
        para("SheetLine", ("Strong", "{{when}}"), " · ", "{{place}}", " · ", "{{kind}}"),
        para("Panel", ("CueLabel", "Panel  "), ("Strong", "{{panel}}")),
        para("Opening", ("CueLabel", "Open with  "), "{{opening}}"),
        para("GapLine"),
    ]


def _end() -> list[str]:
    return [
        para("Notes", "{{notes}}"),
        para("Thanks", ("CueLabel", "Thank-you  "), "{{thanks}}"),
        para("Notice", "{{notice}}"),
    ]


def _left(before: str = "") -> str:
    label = [before.replace("{{row.number}} · ", ""), "{{row.number}}", " · "] if before else []
    return (
        para("RequirementLabel", *label, "{{row.label}}")
        + para("RequirementName", "{{row.name}}")
        + para("Backup", "backup: {{row.backup}}")
    )


def _story() -> str:
    cues = [para("Cue", ("CueLabel", p.title()), "\t", f"{{{{row.{p}}}}}") for p in _CUES]
    return "".join(
        [
            para("StoryTitle", "{{row.title}}"),
            para("Gap", "{{row.gap}}"),
            *cues,
            para("Result", ("CueLabel", "Result"), "\t", "{{row.result}}"),
        ]
    )


_STORIES = (
    "Requirements and stories",
    "For each requirement the story to tell, its cues and the key words to weave in.",
)


def _story_table(widths: list[int], left: str, more: str = "") -> str:
    names = ("Requirement", "Story cue", "Weave in")
    heads = [cell(w, NAVY, para("Heading2", n)) for w, n in zip(widths, names, strict=True)]
    body = [
        cell(widths[0], TINT, left),
        cell(widths[1], "", _story() + more),
        cell(widths[2], "", para("KeyWord", "{{row.keywords}}")),
    ]
    return table(widths, row(heads, head=True) + row(body), *_STORIES)


def _foot_table() -> str:
    widths = [4300, 3312, 2900]
    names = ("Questions to ask the panel", "About the agency", "Remember")
    lists = (("Question", "{{questions}}"), ("Fact", "{{facts}}"), ("Reminder", "{{reminders}}"))
    heads = [cell(w, NAVY, para("Heading2", n)) for w, n in zip(widths, names, strict=True)]
    body = [cell(w, "", para(*pair)) for w, pair in zip(widths, lists, strict=True)]
    return table(
        widths,
        row(heads, head=True) + row(body),
        "Questions, facts and reminders",
        "Questions to put to the panel, facts about the agency, things to remember.",
    )
