"""What is no part of a posting's own words: page furniture, quoting, Markdown, split words.

Everything here keeps the length of the text, so that offsets stay those of the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from sesbank.posting.table_heads import split_cells

_LOST = "\u200b"
"""A character without width: the stream leaves it out."""

_PAGE_NUMBER = re.compile(
    r"(?im)^(?=[^\n]{0,120}$)[^\n]{0,90}?(?:\bpage\s{1,4}\d{1,3}(?:\s{1,4}(?:of|/)\s{1,4}\d{1,3})?"
    r"|(?<![\w-])-\s?\d{1,3}\s?-|\b\d{1,3}\s{1,3}of\s{1,3}\d{1,3})[ \t]*$"
)
_PAGE_INSIDE = re.compile(r"(?:(?<=\s)|(?<=\A))[Pp]age \d{1,3} of \d{1,3}(?!\w)")
"""A page's number amid a text that lost its breaks."""
_LONGEST_FURNITURE = 120
_FEWEST_PAGES = 2
_MOST_LINES = 3
"""Lines above and below a page's number that may be a printer's too."""
_SPACE = re.compile(r"\s")
_BLANK = re.compile(r"[^\n]")
_QUOTED = re.compile(r"(?m)^(?:[ \t]{0,8}>){1,6} ?")
_ROW = re.compile(r"(?m)^([^\t\n]{2,40})\t([^\t\n]+)$")
"""A row of a table of two columns: what something is, and what it says."""
_LABEL_CELL = re.compile(
    r"(?im)^((?:(?:job |position )?title|position|(?:hiring )?agency|department|organization|grade"
    r"|(?:job |vacancy )?announcement (?:number|no\.)|(?:opening|closing) date|opens|closes"
    r"|open (?:&|and) closing dates|pay (?:plan|scale & grade)|salary|(?:duty )?location"
    r"|duty station|control number))\t(?=[^\t\n]+$)"
)
"""The label of a fact with its value in the next cell."""
_LINE = re.compile(r"(?m)^[^\n]*\S")
_FEWEST_ROWS = 4
_MARK = r"(?:#?\d{1,2}[.)]?|[A-Z]{2,4} ?#?\d{1,2})"
_CELLS = r"(?:\t(?![ \t]*[a-z])[^\t\n]*){2,6}"
_WIDE_ROW = re.compile(rf"(?m)^(?P<mark>{_MARK})(?P<cells>{_CELLS})$")
"""A row of a wider table: its number, what is asked, and cells about it."""
_NEXT_ROW = re.compile(r"(?:\b[A-Z]{2,4} ?#?|[.;] {1,3})\d{1,2}[.)]?$")
"""The mark of a further row at the end of a cell: the break between two rows was lost."""
_HEAD_ROW = re.compile(rf"(?m)^(?!{_MARK}\t)[^\t\n]{{0,20}}{_CELLS}$(?=\n{_MARK}\t)")
"""The row above the first such row."""
_FOLDED = re.compile(r"(?im)^[ \t•]{0,4}(?:read|show|see|view) (?:more|less)[ \t.…»>]{0,4}$")
"""The link with which a page folds a section."""
_PICTURE = re.compile(
    r"(?m)^([ \t]{0,8})[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF](?=[\ufe0f\s])"
)
"""A picture that opens a line, as bullets do in posts and chats."""
_SPACED = re.compile(r"\b(?:[A-Z] ){4,}[A-Z]\b")
"""A word of a heading with its letters set apart."""
_KEYCAP = "\u20e3"
_SPLIT = re.compile(r"(?<=[a-z]{2})(-[ \t]{0,8}\n[ \t]{0,40})([a-z]{2,30}[.,;:]?)( ?)")
_MARKDOWN = re.compile(r"(?m)^[ \t]*#{1,6} +\S|\s#{2,6} +[A-Z]")
_HASHES = re.compile(r"(?m)^[ \t]*#{1,6} +|\s#{2,6} +|[ \t]+#{1,6}[ \t]*$")
_STARS = re.compile(r"\*{1,3}(?=\S)[^*\n]{1,400}(?<=\S)\*{1,3}|__(?=\S)[^_\n]{1,400}(?<=\S)__")
_BOLD = re.compile(r"(?:(?<=\s)|(?<=\()|\A)\*\*(?=[^\s*])[^*\n]{1,400}(?<=[^\s*])\*\*(?![\w*])")
_BOLD_LINE = re.compile(
    r"(?m)^[ \t]*(?:[-*•][ \t]+)?\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])"
)
_FEWEST_BOLD = 2
"""Lines that begin in bold; a single one may be a notice between stars."""
_DIGITS = re.compile(r"\d+")
_MOST_WORDS = 12
_SHORTEST = 8
_SHORTEST_CELL = 4


def mask(source: str) -> str:
    """Return the text, as long as it is, with what is not the posting's own blanked out."""
    text = split_cells(_QUOTED.sub(_spaces, source))
    if len(_ROW.findall(text)) >= max(_FEWEST_ROWS, 0.5 * len(_LINE.findall(text))):
        text = _ROW.sub(_cells, text)
    text = _LABEL_CELL.sub(r"\1:", text)
    if len({found["cells"].count("\t") for found in _WIDE_ROW.finditer(text)}) == 1:
        text = _HEAD_ROW.sub(lambda found: found.group().replace("\t", "\n"), text)
        text = _WIDE_ROW.sub(_row, text)
    text = _FOLDED.sub(_spaces, text)
    text = _SPACED.sub(lambda found: found.group().replace(" ", _LOST), text)
    text = _PICTURE.sub(r"\1•", text).replace(_KEYCAP, ")")
    text = _without_furniture_inside(_without_furniture(text), text)
    text = _SPLIT.sub(_joined, text)
    if _MARKDOWN.search(text):
        text = _HASHES.sub(_without_hashes, text)
        text = _STARS.sub(_without_stars, text)
    elif len(_BOLD_LINE.findall(text)) >= _FEWEST_BOLD:
        text = _BOLD.sub(_without_stars, text)
    return text


def _cells(found: re.Match[str]) -> str:
    return f"{found[1]}\n{found[2]}"


def _row(found: re.Match[str]) -> str:
    """Return a row with its longest cell alone behind its number, each on a line."""
    cells = found["cells"].split("\t")[1:]
    longest = max(cells, key=len)
    if len(longest.split()) < _SHORTEST_CELL or any(map(_NEXT_ROW.search, cells)):
        return found.group()
    kept = "\n".join(cell if cell is longest else " " * len(cell) for cell in cells)
    return f"{found['mark']}\n{kept}"


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _without_hashes(found: re.Match[str]) -> str:
    """Return the space of a heading, which in a text without lines still begins one."""
    blank = " " * len(found.group())
    return "\n" + blank[1:] if blank and not found.group().isspace() else blank


def _joined(found: re.Match[str]) -> str:
    """Return a word split at a line's end as one, with the line's end behind it."""
    return _LOST * len(found[1]) + found[2] + ("\n" if found[3] else "")


def _without_stars(found: re.Match[str]) -> str:
    words = found.group()
    core = words.strip("*_")
    place = words.index(core)
    return _LOST * place + core + _LOST * (len(words) - place - len(core))


def _without_furniture(text: str) -> str:
    """Blank the lines that a printer puts on every page, known by the page's number in them.

    A line that stands above or below such lines again and again goes with them, and so does the
    next.
    """
    numbered = [found.span() for found in _PAGE_NUMBER.finditer(text) if _is_short(found.group())]
    spans, edge = set(numbered), set(numbered)
    for _ in range(_MOST_LINES):
        edge = _again(text, {line for span in edge for line in _neighbours(text, *span)} - spans)
        spans |= edge
    pieces, place = [], 0
    for start, end in sorted(spans):
        pieces += [text[place:start], " " * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])


def _again(text: str, lines: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the lines that stand there more than once, but for the numbers in them."""
    counts = Counter(_key(text, *line) for line in lines)
    return {
        line for line in lines if counts[key := _key(text, *line)] > 1 and len(key) >= _SHORTEST
    }


def _without_furniture_inside(text: str, source: str) -> str:
    """Blank the page numbers amid lines, with the words that stand before each of the `source`.

    What stands behind them stays, for qualifications begin with the same words, unless the
    whole page begins so: a running head.
    """
    spans = [found.span() for found in _PAGE_INSIDE.finditer(source)]
    if len(spans) < _FEWEST_PAGES:
        return text
    before = [source[max(start - _LONGEST_FURNITURE, 0) : start] for start, _ in spans]
    left = _common([_SPACE.split(words)[::-1] for words in before])
    head = _SPACE.split(source.lstrip()[:_LONGEST_FURNITURE].casefold())
    pieces, place = [], 0
    for start, end in spans:
        first, begin = max(start - left, place), end + 1
        behind = source[begin : begin + _LONGEST_FURNITURE].casefold()
        right = _common([head, _SPACE.split(behind)])
        last = begin + right if " " in behind[: max(right - 1, 0)] else end
        pieces += [text[place:first], _BLANK.sub(" ", text[first:last])]
        place = last
    return "".join([*pieces, text[place:]])


def _common(rows: Sequence[Sequence[str]]) -> int:
    """Return the length of the words with which all rows begin, each with its space."""
    alike = takewhile(lambda words: len(set(words)) == 1, zip(*rows, strict=False))
    return sum(len(words[0]) + 1 for words in alike)


def _key(text: str, start: int, end: int) -> str:
    return _DIGITS.sub("0", text[start:end].strip())


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS


def _neighbours(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines right above and right below a line."""
    found = []
    if start > 0:
        first = text.rfind("\n", max(start - 200, 0), start - 1) + 1
        found.append((first, start - 1))
    if end < len(text):
        last = text.find("\n", end + 1, end + 200)
        found.append((end + 1, last if last >= 0 else min(end + 200, len(text))))
    return [(a, b) for a, b in found if a < b and _is_short(text[a:b])]
