"""Papers: the documents of the templates that may have more than one page."""

from __future__ import annotations

from tools.word_templates.parts import card_table, cell, document, para, row
from tools.word_templates.styles import HEAD, TINT, W

_CUES = ("challenge", "context", "action")
_WIDE = 10512


def thank_you() -> str:
    """Return a note a page; what only the person can say stands in square brackets."""
    return document(
        [
            para("Heading1", "Note ", "{{row.number}}", " · ", "{{row.member}}", " · ",
                 "{{row.role}}"),
            para("Letter", "{{row.greeting}}"),
            para("Letter", "{{row.thanks}}"),
            para("ToFillIn", "[What stayed with me: one point this person made, in a sentence.]"),
            para("ToFillIn", "[The one thing I bring to it, with its figure.]"),
            para("Letter", "I want this work, and I would be glad to send anything that helps "
                 "you decide."),
            para("Letter", "Sincerely,"),
            para("Letter", "{{signed}}"),
            para("ToFillIn", "[Your telephone]"),
            para("Letter", "{{row.end}}"),
        ],
        margins=(1440, 1440, 1440, 1440),
    )  # fmt: skip


def cue_cards() -> str:
    """Return a card a story: three to a page, cut along the dashes."""
    cues = [para("Cue", ("CueLabel", p.title()), "\t", f"{{{{row.{p}}}}}") for p in _CUES]
    card = "".join(
        [
            para("RequirementLabel", "{{row.label}}", "  ", "{{row.name}}"),
            para("StoryTitle", "{{row.title}}"),
            *cues,
            para("Result", ("CueLabel", "Result"), "\t", "{{row.result}}"),
            para("Backup", "Weave in: ", "{{row.keyword_line}}"),
        ]
    )
    inside = row([cell(_WIDE, "", card)], least=4400)
    return document(
        [
            card_table(
                [_WIDE],
                inside,
                "Cue cards",
                "A card for each story: what it answers, its title, its cues, key words.",
            )
        ]
    )


def story_book() -> str:
    """Return every story whole, under its title."""
    told = []
    for part in ("challenge", "context", "action", "result", "lesson"):
        style = "Result" if part == "result" else "Told"
        told += [
            para("Heading2", f"{{{{row.{part}_head}}}}"),
            para(style, f"{{{{row.{part}_text}}}}"),
        ]
    return document(
        [
            para("Title", "Story book"),
            para("SheetLine", "{{count}}"),
            para("Heading1", "{{row.title}}"),
            para("Meta", "{{row.meta}}"),
            para("Meta", "{{row.ecqs}}"),
            *told,
            para("Heading2", "{{row.figures_head}}"),
            para("FigureLine", "{{row.figures}}"),
            para("Notice", "{{notice}}"),
        ],
        margins=(1080, 1200, 1000, 1200),
        footer=True,
    )


def resume_bullets() -> str:
    """Return bullets by qualification, to be taken over into a resume."""
    return document(
        [
            para("Title", "Resume bullets"),
            para("SheetLine", "{{position}}", " · ", "{{agency}}", " · ", "{{announcement}}"),
            para("Heading1", "{{row.label}}", "  ", "{{row.name}}"),
            para("Bullet", "{{row.bullets}}"),
            para("Notice", "{{notice}}"),
        ],
        margins=(900, 1080, 860, 1080),
        footer=True,
    )


def footer() -> str:
    """Return a footer with the number of the page."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (
        f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>'
        f"{field}</w:p></w:ftr>"
    )


__all__ = ["TINT", "cue_cards", "footer", "resume_bullets", "story_book", "thank_you"]
