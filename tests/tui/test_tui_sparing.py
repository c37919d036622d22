"""What reaches the terminal: the same picture with far fewer bytes."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from sesbank.tui.sparing import Picture

STYLES = [Style.parse(name) for name in ("red", "bold white on blue", "none")]
WORDS = st.sampled_from(["a", "abc", "   ", "──", "世界", "é", "e\u0301x", "👍", "x世"])
LINES = st.lists(st.tuples(WORDS, st.sampled_from(STYLES)), min_size=1, max_size=8)
WIDTH = 24


class Terminal:
    """Knows how to go to a place, take a style and write: what a terminal does with it."""

    def __init__(self):
        self.cells = {}

    def take(self, sent):
        row = column = 0
        style = ""
        for code, text in re.findall(r"(\x1b\[[0-9;]*[Hm])|([^\x1b])", sent):
            if code.endswith("H"):
                row, column = (int(n) for n in code[2:-1].split(";"))
            elif code:
                style = code
            elif cell_len(text) == 0:
                self.cells[row, column - 1] = (self.cells[row, column - 1][0] + text, style)
            else:
                self.cells[row, column] = (text, style)
                if cell_len(text) == 2:
                    self.cells[row, column + 1] = ("", style)
                column += cell_len(text)

    def line(self, row):
        return [self.cells.get((row, column)) for column in range(1, WIDTH + 1)]


def segments(line):
    made, width = [], 0
    for text, style in line:
        if width + cell_len(text) <= WIDTH:
            made.append(Segment(text, style))
            width += cell_len(text)
    return [*made, Segment(" " * (WIDTH - width), STYLES[0])]


@given(st.lists(LINES, min_size=1, max_size=5))
def test_a_terminal_shows_the_same_as_when_everything_is_sent(lines):
    spared, picture = Terminal(), Picture()
    for line in lines:
        spared.take(picture.sent_for(0, 0, segments(line), ColorSystem.TRUECOLOR))
    whole = Terminal()
    whole.take(Picture().sent_for(0, 0, segments(lines[-1]), ColorSystem.TRUECOLOR))
    assert spared.line(1) == whole.line(1)


def test_what_is_there_already_is_not_sent_again():
    picture = Picture()
    line = [Segment("Cleared the backlog", STYLES[0])]
    assert picture.sent_for(3, 0, line, ColorSystem.TRUECOLOR)
    assert picture.sent_for(3, 0, line, ColorSystem.TRUECOLOR) == ""
    one = picture.sent_for(3, 0, [Segment("Cleaved the backlog", STYLES[0])], ColorSystem.TRUECOLOR)
    assert len(one) < 30


def test_everything_is_sent_once_nothing_is_known():
    picture = Picture()
    line = [Segment("Cleared the backlog", STYLES[0])]
    first = picture.sent_for(3, 0, line, None)
    picture.forget()
    assert picture.sent_for(3, 0, line, None) == first
