"""Write the shipped Word templates: `python benchmarks/build_templates.py`.

They are ordinary Word files afterwards and may as well be edited in Word; this script only
spares a developer the clicking when all of them are to change alike.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from sesbank.sheet.guard import Package, Relation
from sesbank.sheet.packing import pack, settings_xml

FOLDER = Path(__file__).parent.parent / "templates"
TEMPLATES = {"prep-sheet": "Calibri", "prep-sheet-arial": "Arial"}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

INK, NAVY, BLUE, RUST, GREY = "1F2A3A", "1B2A41", "33557F", "97391A", "55606E"
TINT, GLOW, RULE = "EDF1F6", "FBF0E7", "C9D3DF"
TEXT = 10512
"""Width of the text on Letter, in twips: 7.3 inches."""


def main() -> None:
    for name, font in TEMPLATES.items():
        path = FOLDER / f"{name}.docx"
        path.write_bytes(build(font))
        print(path, path.stat().st_size)


def build(font: str) -> bytes:
    main_part = "word/document.xml"
    package = Package(
        main_part,
        parts={
            main_part: document().encode(),
            "word/styles.xml": styles(font).encode(),
            "word/numbering.xml": numbering(font).encode(),
            "word/fontTable.xml": font_table(font).encode(),
            "word/theme/theme1.xml": theme(font).encode(),
        },
        relations={
            main_part: (
                Relation("rId1", "styles", "word/styles.xml"),
                Relation("rId2", "numbering", "word/numbering.xml"),
                Relation("rId3", "fontTable", "word/fontTable.xml"),
                Relation("rId4", "theme", "word/theme/theme1.xml"),
            ),
        },
    )
    return pack(package, title="Prep sheet", settings=settings_xml())


# Styles


def styles(font: str) -> str:
    fonts = f'w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    everything = [
        paragraph_style("Normal", letters(19, color=INK), line=229, default=True),
        paragraph_style(
            "heading 1", letters(42, bold=True, color=NAVY), line=500, after=30, level=0
        ),
        paragraph_style(
            "heading 2", letters(19, bold=True, color="FFFFFF", spread=14), line=260, level=1
        ),
        paragraph_style("Sheet Line", letters(22), line=278, after=20),
        paragraph_style("Panel", letters(20), line=270, after=20),
        paragraph_style(
            "Opening",
            letters(22, italic=True),
            line=290,
            before=40,
            extra='<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" '
            f'w:color="{RUST}"/></w:pBdr>',
            indent='<w:ind w:left="150"/>',
        ),
        paragraph_style("Requirement Label", letters(20, bold=True, color=BLUE), line=242),
        paragraph_style("Requirement Name", letters(20, bold=True, color=NAVY), line=242),
        paragraph_style("Backup", letters(16, color=GREY), line=200, before=10),
        paragraph_style("Story Title", letters(21, bold=True, color=NAVY), line=256),
        paragraph_style(
            "Cue",
            "",
            extra='<w:tabs><w:tab w:val="left" w:pos="940"/></w:tabs>',
            indent='<w:ind w:left="940" w:hanging="940"/>',
        ),
        paragraph_style(
            "Result",
            "",
            based="Cue",
            extra=f'<w:shd w:val="clear" w:color="auto" w:fill="{GLOW}"/>',
        ),
        paragraph_style("Gap", letters(20, italic=True, color=RUST), line=246),
        paragraph_style("Key Word", ""),
        paragraph_style("Question", "", after=30, extra=listed(1)),
        paragraph_style("Fact", "", after=30, extra=listed(3)),
        paragraph_style("Reminder", "", after=30, extra=listed(2)),
        paragraph_style("Gap Line", "", line=110),
        paragraph_style(
            "Notes",
            letters(16, color=GREY),
            line=400,
            extra=f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
            '<w:between w:val="single" w:sz="4" w:space="0" '
            f'w:color="{RULE}"/></w:pBdr>',
        ),
        paragraph_style("Thanks", "", before=60),
        paragraph_style("Notice", letters(15, color=GREY), line=190, before=30),
        character_style("Figure", letters(bold=True)),
        character_style("Result Figure", letters(bold=True, color=RUST)),
        character_style("Opening Figure", letters(bold=True, color=RUST)),
        character_style("Unconfirmed", letters(bold=True, color=RUST) + '<w:u w:val="dotted"/>'),
        character_style("Quiet", letters(color=GREY, bold=False)),
        character_style("Cue Label", letters(16, color=GREY)),
        character_style("Strong", letters(bold=True)),
        table_styles(),
    ]
    return f"{HEAD}<w:styles {W}>{defaults}{''.join(everything)}</w:styles>"


def letters(
    half_points: int = 0,
    *,
    bold: bool | None = None,
    italic: bool = False,
    color: str = "",
    spread: int = 0,
) -> str:
    return "".join(
        [
            {None: "", True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/><w:bCs w:val="0"/>'}[bold],
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:color w:val="{color}"/>' if color else "",
            f'<w:spacing w:val="{spread}"/>' if spread else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
        ],
    )


def identity(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def paragraph_style(
    name: str,
    look: str,
    *,
    line: int = 0,
    before: int = 0,
    after: int = 0,
    level: int | None = None,
    extra: str = "",
    indent: str = "",
    based: str = "Normal",
    default: bool = False,
) -> str:
    stated = f'w:before="{before}" ' if before else ""
    stated += f'w:after="{after}" ' if after else ""
    stated += f'w:line="{line}" w:lineRule="exact"' if line else ""
    properties = "".join(
        [
            "<w:keepNext/>" if level is not None else "",
            extra,
            f"<w:spacing {stated}/>" if stated else "",
            indent,
            f'<w:outlineLvl w:val="{level}"/>' if level is not None else "",
        ],
    )
    flags = ' w:default="1"' if default else ""
    flags += "" if default or level is not None else ' w:customStyle="1"'
    following = "" if level is None else '<w:next w:val="Normal"/>'
    base = "" if default else f'<w:basedOn w:val="{identity(based)}"/>'
    return (
        f'<w:style w:type="paragraph"{flags} w:styleId="{identity(name)}">'
        f'<w:name w:val="{name}"/>{base}{following}'
        f"<w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def character_style(name: str, look: str) -> str:
    own = "" if name == "Strong" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{own} w:styleId="{identity(name)}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def table_styles() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="SheetTable">'
        '<w:name w:val="Sheet Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f'<w:bottom w:val="single" w:sz="10" w:space="0" w:color="{NAVY}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        '</w:tblBorders><w:tblCellMar><w:top w:w="46" w:type="dxa"/>'
        '<w:left w:w="80" w:type="dxa"/><w:bottom w:w="46" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def listed(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def numbering(font: str) -> str:
    kinds = {
        1: ("decimal", "%1", letters(bold=True, color=RUST), font),
        2: ("bullet", "☐", letters(color=GREY), "Segoe UI Symbol"),
        3: ("bullet", "•", letters(color=RUST), font),
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="280" w:hanging="280"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" '
        f'w:cs="{face}" w:hint="eastAsia"/>{look}</w:rPr></w:lvl></w:abstractNum>'
        for n, (kind, text, look, face) in kinds.items()
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in kinds)
    return f"{HEAD}<w:numbering {W}>{abstract}{nums}</w:numbering>"


def font_table(font: str) -> str:
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="{font}"><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme(font: str) -> str:
    """Return Word's colours menu for the template: its own inks instead of Office's."""
    inks = [
        *(("dk1", INK), ("lt1", "FFFFFF"), ("dk2", NAVY), ("lt2", TINT), ("accent1", RUST)),
        *(("accent2", BLUE), ("accent3", GREY), ("accent4", "7A6A2F"), ("accent5", "2F6F62")),
        *(("accent6", "6B4A7A"), ("hlink", BLUE), ("folHlink", GREY)),
    ]
    colours = "".join(f'<a:{n}><a:srgbClr val="{ink}"/></a:{n}>' for n, ink in inks)
    face = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{solid}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'name="Sheet"><a:themeElements>'
        f'<a:clrScheme name="Sheet">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Sheet"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Sheet"><a:fillStyleLst>{solid * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


# Document


def document() -> str:
    blocks = [
        para("Heading1", "{{position}}"),
        para("SheetLine", "{{agency}}", " · ", "{{announcement}}"),
        para("SheetLine", ("Strong", "{{when}}"), " · ", "{{place}}", " · ", "{{kind}}"),
        para("Panel", ("CueLabel", "Panel  "), ("Strong", "{{panel}}")),
        para("Opening", ("CueLabel", "Open with  "), "{{opening}}"),
        para("GapLine"),
        story_table(),
        para("GapLine"),
        foot_table(),
        para("Notes", "{{notes}}"),
        para("Thanks", ("CueLabel", "Thank-you  "), "{{thanks}}"),
        para("Notice", "{{notice}}"),
    ]
    section = (
        '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="640" w:right="864" '
        'w:bottom="560" w:left="864" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>'
    )
    return f"{HEAD}<w:document {W}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def story_table() -> str:
    widths = [2000, 6592, 1920]
    heads = row(
        [
            cell(w, NAVY, para("Heading2", text))
            for w, text in zip(widths, ("Requirement", "Story cue", "Weave in"), strict=True)
        ],
        head=True,
    )
    cues = [
        para("Cue", ("CueLabel", part.title()), "\t", f"{{{{row.{part}}}}}")
        for part in ("challenge", "context", "action")
    ]
    story = [
        para("StoryTitle", "{{row.title}}"),
        para("Gap", "{{row.gap}}"),
        *cues,
        para("Result", ("CueLabel", "Result"), "\t", "{{row.result}}"),
    ]
    body = row(
        [
            cell(
                widths[0],
                TINT,
                para("RequirementLabel", "{{row.label}}")
                + para("RequirementName", "{{row.name}}")
                + para("Backup", "backup: {{row.backup}}"),
            ),
            cell(widths[1], "", "".join(story)),
            cell(widths[2], "", para("KeyWord", "{{row.keywords}}")),
        ],
    )
    return table(
        widths,
        heads + body,
        "Requirements and stories",
        "For each requirement the story to tell, its cues and the key words to weave in.",
    )


def foot_table() -> str:
    widths = [4300, 3312, 2900]
    names = ("Questions to ask the panel", "About the agency", "Remember")
    heads = row(
        [cell(w, NAVY, para("Heading2", text)) for w, text in zip(widths, names, strict=True)],
        head=True,
    )
    lists = [("Question", "{{questions}}"), ("Fact", "{{facts}}"), ("Reminder", "{{reminders}}")]
    body = row(
        [cell(w, "", para(style, tag)) for w, (style, tag) in zip(widths, lists, strict=True)]
    )
    return table(
        widths,
        heads + body,
        "Questions, facts and reminders",
        "Questions to put to the panel, facts about the agency, things to remember.",
    )


def table(widths: list[int], rows: str, title: str, description: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="SheetTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{description}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: list[str], *, head: bool = False) -> str:
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
        f"{''.join(cells)}</w:tr>"
    )


def cell(wide: int, fill: str, inside: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr>{inside}</w:tc>'


def para(style: str, *pieces: str | tuple[str, str]) -> str:
    made = "".join(run(*(("", piece) if isinstance(piece, str) else piece)) for piece in pieces)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{made}</w:p>'


def run(style: str, text: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    inside = "<w:tab/>" if text == "\t" else f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r>{look}{inside}</w:r>"


if __name__ == "__main__":
    main()
