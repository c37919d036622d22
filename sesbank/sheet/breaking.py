"""Line breaking: how many lines a paragraph takes, never fewer than Word or LibreOffice need.

Only breaks that both programs allow are used, widths are inflated, and a word wider than its
column takes the worse of the two ways they cut it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from sesbank.sheet.letter_widths import UNIT, width
from sesbank.sheet.looks import Letters, Setting
from sesbank.sheet.scale import Scale
from sesbank.sheet.wordml import DEFAULT_TAB

INFLATION = 1.02
"""Text is taken to be this much wider: the reader's Word may set it so."""

_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3041-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
)
_SPACES = "\u0020\u2002-\u200a\u3000"
_NEVER_FIRST = "、。，．）」』】》〉！？：；ーぁぃぅぇぉっゃゅょァィゥェォッャュョ!-/:-@\\[-`{-~’”"
_TOKEN = re.compile(
    rf"(?P<space>[{_SPACES}]+)|(?P<tab>\t)|(?P<end>\n)"
    rf"|(?P<wide>[（「『【《〈“]*[{_IDEOGRAPHS}][{_NEVER_FIRST}]*)"
    rf"|(?P<word>[^{_SPACES}\t\n{_IDEOGRAPHS}]+)",
)
_HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_]{2})")
"""A break behind a hyphen that Word and LibreOffice both make: between letters."""
_SLASH = re.compile(r"[^/\-–—?&.=]*[/\-–—?&.=]*")


class Kind(Enum):
    """What a token does to the line."""

    WORD = "word"
    SPACE = "space"
    TAB = "tab"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of letters in one look that is not broken."""

    kind: Kind
    text: str
    em: int
    """Width in thousandths of the font size."""
    letters: Letters
    joins: bool = False
    """Whether the next token sticks to it, since no break is allowed between them."""
    extra: int = 0
    """The twips that wide-set letters add, whatever their size."""
    hyphened: bool = False
    """Whether the next token goes on with the same word, behind a hyphen that may break."""

    def wide(self, scale: Scale) -> float:
        """Return the width in twips, inflated."""
        return _inflated(self.em, self.extra, scale.half_points(self.letters.half_points))


def _inflated(em: int, extra: int, half_points: int) -> float:
    return (em * half_points * 10 / UNIT + extra) * INFLATION


@lru_cache(maxsize=20_000)
def tokens(text: str, letters: Letters) -> tuple[Token, ...]:
    """Return the tokens of a text set in one look."""
    shown = text.upper() if letters.capitals else text
    found = []
    for match in _TOKEN.finditer(shown):
        group = str(match.lastgroup)
        kind = Kind.WORD if group in {"wide", "word"} else Kind(group)
        pieces = _HYPHEN.split(match.group()) if kind is Kind.WORD else [match.group()]
        for number, piece in enumerate(pieces, 1):
            extra = max(letters.spacing, 0) * len(piece)
            em, more = width(piece, letters.face), number < len(pieces)
            found.append(Token(kind, piece, em, letters, extra=extra, hyphened=more))
    if found and found[-1].kind is Kind.WORD and not _ends_free(found[-1].text):
        found[-1] = replace(found[-1], joins=True)
    return tuple(found)


def _ends_free(piece: str) -> bool:
    return piece.endswith("-") or bool(re.fullmatch(f"[{_IDEOGRAPHS}]", piece[-1:]))


@dataclass(slots=True)
class _Line:
    """Where the next letter goes."""

    at: float
    count: int = 1
    pending: float = 0.0
    """Spaces that count only when a word follows on the same line."""
    empty: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """The tokens of a paragraph, grouped once so that they are set quickly many times."""

    words: tuple[list[Token], ...]
    """What moves to the next line as one."""
    tail: int
    """From which word on nothing but words and spaces follows."""
    tail_ems: tuple[tuple[int, int, int], ...]
    """Width of that tail by letter size: half-points, thousandths, twips that letters add."""


def text_of_tokens(found: list[Token]) -> Text:
    """Return the text of a paragraph from its tokens."""
    words = tuple(_words(found))
    breaks = [at for at, word in enumerate(words) if word[0].kind in (Kind.TAB, Kind.END)]
    tail = breaks[-1] + 1 if breaks else 0
    ems: dict[int, tuple[int, int]] = {}
    for token in (token for word in words[tail:] for token in word):
        em, extra = ems.get(token.letters.half_points, (0, 0))
        ems[token.letters.half_points] = (em + token.em, extra + token.extra)
    return Text(words, tail, tuple((size, *sums) for size, sums in ems.items()))


def count_lines(text: Text, setting: Setting, wide: float, scale: Scale) -> int:
    """Return how many lines a text takes in a column of `wide` twips."""
    left = float(scale.indent(setting.left))
    limit = max(wide - scale.indent(setting.right), left + 40)
    line = _Line(at=_start(setting, scale))
    words = text.words
    set_before = 0
    for index, word in enumerate(words):
        if index < set_before:
            continue
        if index == text.tail and line.at + _tail_wide(text, scale) <= limit:
            return line.count
        kind = word[0].kind
        if kind is Kind.SPACE:
            line.pending += word[0].wide(scale)
        elif kind is Kind.END:
            line.count, line.at, line.pending, line.empty = line.count + 1, left, 0.0, True
        elif kind is Kind.TAB:
            line.at = _next_stop(line, words[index + 1 :], setting, scale)
            line.pending, line.empty = 0.0, False
        else:
            whole, set_before = _hyphened(words, index)
            if set_before - index > 1 and _total(whole, scale) <= limit - left:
                whole, set_before = word, index + 1
            _place(line, whole, (left, limit), scale)
    return line.count


def count_broken(text: Text, setting: Setting, wide: float, scale: Scale) -> int:
    """Return how many words of a text are wider than its column, so that they are cut in two."""
    left = scale.indent(setting.left)
    room = max(wide - scale.indent(setting.right) - left, 40)
    return sum(word[0].kind is Kind.WORD and _total(word, scale) > room for word in text.words)


def _hyphened(words: Sequence[list[Token]], index: int) -> tuple[list[Token], int]:
    """Return the whole word that a piece begins, and the index behind its last piece.

    A word of hyphens that is wider than its column is set as one: LibreOffice then moves it to
    the next line whole and cuts it where the line ends, whatever hyphens it has.
    """
    end = index + 1
    while words[end - 1][-1].hyphened and end < len(words):
        end += 1
    return [token for word in words[index:end] for token in word], end


def _total(word: Iterable[Token], scale: Scale) -> float:
    return sum(token.wide(scale) for token in word)


def _tail_wide(text: Text, scale: Scale) -> float:
    return sum(_inflated(em, add, scale.half_points(size)) for size, em, add in text.tail_ems)


def _start(setting: Setting, scale: Scale) -> float:
    """Return where the first line starts: behind the tab that follows a number or bullet."""
    start = scale.indent(setting.left + setting.first)
    if not setting.numbered:
        return start
    return scale.indent(setting.left) if setting.first < 0 else start + DEFAULT_TAB


def _words(text: list[Token]) -> Iterator[list[Token]]:
    """Yield what moves to the next line as one: words whose look changes inside them stay whole."""
    held: list[Token] = []
    for token in text:
        if token.kind is Kind.WORD:
            held.append(token)
            if not token.joins:
                yield held
                held = []
            continue
        if held:
            yield held
            held = []
        yield [token]
    if held:
        yield held


def _place(line: _Line, word: list[Token], edges: tuple[float, float], scale: Scale) -> None:
    left, limit = edges
    wide = word[0].wide(scale) if len(word) == 1 else _total(word, scale)
    if line.at + line.pending + wide > limit and not line.empty:
        line.count, line.at, line.pending = line.count + 1, left, 0.0
    if wide > limit - left or line.at + wide > limit:
        line.count += _lines_of_long_word(word, limit - left, scale) - 1
        line.at, line.pending, line.empty = limit, 0.0, False
        return
    line.at, line.pending, line.empty = line.at + line.pending + wide, 0.0, False


def _lines_of_long_word(word: list[Token], room: float, scale: Scale) -> int:
    letters = [(letter, token) for token in word for letter in token.text]
    anywhere = _fill([_wide(letter, token, scale) for letter, token in letters], room)
    pieces = [piece for piece in _SLASH.findall("".join(token.text for token in word)) if piece]
    sizes, at = [], 0
    for piece in pieces:
        sizes.append([_wide(*pair, scale) for pair in letters[at : at + len(piece)]])
        at += len(piece)
    return max(anywhere, _fill_pieces(sizes, room)) + 1


def _wide(letter: str, token: Token, scale: Scale) -> float:
    size = scale.half_points(token.letters.half_points)
    return _inflated(width(letter, token.letters.face), max(token.letters.spacing, 0), size)


def _fill(sizes: Iterable[float], room: float) -> int:
    count, at = 1, 0.0
    for size in sizes:
        if at and at + size > room:
            count, at = count + 1, 0.0
        at += size
    return count


def _fill_pieces(pieces: list[list[float]], room: float) -> int:
    count, at = 1, 0.0
    for sizes in pieces:
        wide = sum(sizes)
        if at and at + wide > room:
            count, at = count + 1, 0.0
        if wide > room:
            count, at = count + _fill(sizes, room) - 1, room
        else:
            at += wide
    return count


def _next_stop(line: _Line, rest: Sequence[list[Token]], setting: Setting, scale: Scale) -> float:
    """Return where text goes on behind a tab."""
    at = line.at + line.pending
    stops = [(scale.indent(stop), kind) for stop, kind in setting.tabs]
    if setting.first < 0:
        stops.append((scale.indent(setting.left), "left"))
    for stop, kind in sorted(stops):
        if stop > at + 1:
            return stop if kind in {"left", "num", "start"} else max(at, stop - _until(rest, scale))
    return (at // DEFAULT_TAB + 1) * DEFAULT_TAB


def _until(rest: Sequence[list[Token]], scale: Scale) -> float:
    wide = 0.0
    for word in rest:
        if word[0].kind in {Kind.TAB, Kind.END}:
            break
        wide += _total(word, scale)
    return wide
