"""Parts: paragraphs, runs and tables of a template as WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tools.word_templates.styles import HEAD, W

TEXT = 10512
"""Width of the text of a sheet on Letter, in twips: 7.3 inches."""


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def document(
    blocks: list[str],
    *,
    margins: tuple[int, int, int, int] = (580, 864, 500, 864),
    footer: bool = False,
) -> str:
    """Return a document of blocks on Letter; margins above, right, below, left in twips."""
    sides = zip(("top", "right", "bottom", "left"), margins, strict=True)
    margin = " ".join(f'w:{side}="{wide}"' for side, wide in sides)
    foot = '<w:footerReference w:type="default" r:id="rId5"/>' if footer else ""
    section = (
        f'<w:sectPr>{foot}<w:pgSz w:w="12240" w:h="15840"/>'
        f'<w:pgMar {margin} w:header="360" w:footer="360" w:gutter="0"/></w:sectPr>'
    )
    body = "".join(blocks)
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>"


def card_table(widths: list[int], rows: str, title: str, description: str) -> str:
    """Return a table with dashes around every row."""
    return table(widths, rows, title, description).replace(
        'w:val="SheetTable"', 'w:val="CardTable"', 1
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


def row(cells: list[str], *, head: bool = False, least: int = 0) -> str:
    high = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{high}{'<w:tblHeader/>' if head else ''}</w:trPr>"
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
