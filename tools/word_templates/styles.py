"""Styles: the looks of the templates as WordprocessingML, in one font and size."""

from __future__ import annotations

from dataclasses import dataclass

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INK, NAVY, BLUE, RUST, GREY = "1F2A3A", "1B2A41", "33557F", "97391A", "55606E"
TINT, GLOW, RULE = "EDF1F6", "FBF0E7", "C9D3DF"


@dataclass(frozen=True)
class Face:
    """A font and how much larger than usual its text is set."""

    font: str
    factor: float = 1.0

    def size(self, half_points: int) -> int:
        """Return a size; headlines grow less than the rest."""
        factor = self.factor if half_points < 30 else 1 + (self.factor - 1) * 0.35
        return round(half_points * factor)

    def line(self, twips: int) -> int:
        factor = self.factor if twips < 400 else 1 + (self.factor - 1) * 0.35
        return round(twips * factor)


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
        '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        '<w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="CardTable">'
        '<w:name w:val="Card Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="dashed" w:sz="6" w:space="0" w:color="{GREY}"/>'
            for side in ("top", "left", "bottom", "right", "insideH")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="160" w:type="dxa"/>'
        '<w:left w:w="240" w:type="dxa"/><w:bottom w:w="120" w:type="dxa"/>'
        '<w:right w:w="240" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
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
