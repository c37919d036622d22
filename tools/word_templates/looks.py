"""Looks: the named styles the templates use."""

from __future__ import annotations

from tools.word_templates.styles import (
    BLUE,
    GLOW,
    GREY,
    HEAD,
    INK,
    NAVY,
    RULE,
    RUST,
    Face,
    W,
    character_style,
    letters,
    listed,
    paragraph_style,
    table_styles,
)

BAR = f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="{RUST}"/></w:pBdr>'
RULES = (
    f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    f'<w:between w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:pBdr>'
)
UNDER = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/></w:pBdr>'
FILLED = f'<w:shd w:val="clear" w:color="auto" w:fill="{GLOW}"/>'


def sheet_styles(face: Face) -> str:
    """Return the styles part of a sheet."""
    return _styles(face, [_top(face), _row(face), _foot(face)])


def card_styles(face: Face) -> str:
    return _styles(face, [_top(face), _row(face)])


def letter_styles(face: Face) -> str:
    """Return the styles part of a letter: a heading that begins a page, and paragraphs."""
    size, line = face.size, face.line
    own = [
        paragraph_style(
            "heading 1",
            letters(size(18), color=GREY),
            line=line(240),
            after=400,
            level=0,
            extra="<w:pageBreakBefore/>",
        ),
        paragraph_style("Letter", letters(size(23)), line=line(310), after=170),
        paragraph_style(
            "To Fill In", letters(size(23), color=BLUE), line=line(310), after=170, based="Letter"
        ),
    ]
    return _styles(face, own)


def book_styles(face: Face) -> str:
    """Return the styles part of a story book or a list of bullets."""
    size, line = face.size, face.line
    own = [
        paragraph_style(
            "Title", letters(size(48), bold=True, color=NAVY), line=line(580), after=40
        ),
        paragraph_style("Sheet Line", letters(size(22), color=GREY), line=line(280), after=40),
        paragraph_style(
            "heading 1",
            letters(size(28), bold=True, color=NAVY),
            line=line(350),
            before=360,
            after=40,
            level=0,
        ),
        paragraph_style(
            "heading 2",
            letters(size(19), bold=True, color=BLUE, spread=10),
            line=line(250),
            before=120,
            after=20,
            level=1,
        ),
        paragraph_style("Meta", letters(size(19), color=GREY), line=line(240)),
        paragraph_style("Told", letters(size(22)), line=line(290), after=80),
        paragraph_style("Result", "", based="Told", extra=FILLED),
        paragraph_style("Figure Line", letters(size(19)), line=line(246), extra=listed(3)),
        paragraph_style("Bullet", letters(size(22)), line=line(280), after=50, extra=listed(3)),
        paragraph_style("Notice", letters(size(16), color=GREY), line=line(200), before=120),
        paragraph_style("footer", letters(size(17), color=GREY), line=line(220)),
    ]
    return _styles(face, own)


def _styles(face: Face, own: list[str]) -> str:
    fonts = " ".join(f'w:{kind}="{face.font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = paragraph_style(
        "Normal", letters(face.size(19), color=INK), line=face.line(229), default=True
    )
    marks = [
        character_style("Figure", letters(bold=True)),
        character_style("Result Figure", letters(bold=True, color=RUST)),
        character_style("Opening Figure", letters(bold=True, color=RUST)),
        character_style("Unconfirmed", letters(bold=True, color=RUST) + '<w:u w:val="dotted"/>'),
        character_style("Quiet", letters(color=GREY, bold=False)),
        character_style("Cue Label", letters(face.size(16), color=GREY)),
        character_style("Strong", letters(bold=True)),
    ]
    everything = "".join([normal, *own, *marks, table_styles()])
    return f"{HEAD}<w:styles {W}>{defaults}{everything}</w:styles>"


def _top(face: Face) -> str:
    size, line = face.size, face.line
    return "".join(
        [
            paragraph_style(
                "heading 1",
                letters(size(42), bold=True, color=NAVY),
                line=line(480),
                after=20,
                level=0,
            ),
            paragraph_style(
                "heading 2",
                letters(size(19), bold=True, color="FFFFFF", spread=14),
                line=line(260),
                level=1,
            ),
            paragraph_style(
                "Kicker", letters(size(19), bold=True, color=RUST, spread=12), line=line(250)
            ),
            paragraph_style("Sheet Line", letters(size(22)), line=line(278), after=20),
            paragraph_style("Panel", letters(size(20)), line=line(270), after=20),
            paragraph_style(
                "Opening",
                letters(size(22), italic=True),
                line=line(290),
                before=40,
                extra=BAR,
                indent='<w:ind w:left="150"/>',
            ),
        ]
    )


def _row(face: Face) -> str:
    size, line = face.size, face.line
    tab = line(940)
    return "".join(
        [
            paragraph_style(
                "Requirement Label", letters(size(20), bold=True, color=BLUE), line=line(242)
            ),
            paragraph_style(
                "Requirement Name", letters(size(20), bold=True, color=NAVY), line=line(242)
            ),
            paragraph_style("Backup", letters(size(16), color=GREY), line=line(200), before=10),
            paragraph_style(
                "Story Title", letters(size(21), bold=True, color=NAVY), line=line(256)
            ),
            paragraph_style(
                "Cue",
                "",
                extra=f'<w:tabs><w:tab w:val="left" w:pos="{tab}"/></w:tabs>',
                indent=f'<w:ind w:left="{tab}" w:hanging="{tab}"/>',
            ),
            paragraph_style("Result", "", based="Cue", extra=FILLED),
            paragraph_style("Gap", letters(size(20), italic=True, color=RUST), line=line(246)),
            paragraph_style("Key Word", ""),
            paragraph_style(
                "Asked", letters(size(16), color=GREY), line=line(380), after=40, extra=UNDER
            ),
        ]
    )


def _foot(face: Face) -> str:
    size, line = face.size, face.line
    return "".join(
        [
            paragraph_style("Question", "", after=30, extra=listed(1)),
            paragraph_style("Fact", "", after=30, extra=listed(3)),
            paragraph_style("Reminder", "", after=30, extra=listed(2)),
            paragraph_style("Gap Line", "", line=line(90)),
            paragraph_style("Notes", letters(size(16), color=GREY), line=line(400), extra=RULES),
            paragraph_style("Thanks", "", before=60),
            paragraph_style("Notice", letters(size(15), color=GREY), line=line(190), before=30),
        ]
    )
