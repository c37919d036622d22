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


def worn(style, code):
    """Return the traits a terminal shows after a code, by their numbers."""
    style = dict(style)
    numbers = code.split(";")
    while numbers:
        first = numbers[0]
        length = {"2": 5, "5": 3}[numbers[1]] if first in ("38", "48") else 1
        taken, numbers = numbers[:length], numbers[length:]
        if first in ("0", ""):
            style = {}
        elif first in ("38", "48"):
            style[first] = taken
        elif 30 <= int(first) <= 37:
            style["38"] = taken
        elif 40 <= int(first) <= 47:
            style["48"] = taken
        else:
            style[first] = taken
    return style


class Terminal:
    """Knows how to go to a place, take a style and write: what a terminal does with it."""

    def __init__(self):
        self.cells = {}

    def take(self, sent):
        row = column = 0
        style = {}
        for code, text in re.findall(r"(\x1b\[[0-9;]*[HCBm]|\x08)|([^\x1b])", sent):
            if code:
                # In the last column terminals differ in where they are: no step may start there.
                assert code[-1] in "Hm" or column <= WIDTH
            if code == "\b":
                column -= 1
            elif code.endswith("H"):
                row, column = (int(n) for n in code[2:-1].split(";"))
            elif code.endswith("C"):
                column += int(code[2:-1])
            elif code.endswith("B"):
                row += 1
            elif code:
                style = worn(style, code[2:-1])
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
    spared, picture = Terminal(), Picture(WIDTH)
    for line in lines:
        spared.take(picture.sent([(0, 0, segments(line))], ColorSystem.TRUECOLOR))
    whole = Terminal()
    whole.take(Picture(WIDTH).sent([(0, 0, segments(lines[-1]))], ColorSystem.TRUECOLOR))
    assert spared.line(1) == whole.line(1)


@given(st.lists(st.lists(LINES, min_size=3, max_size=3), min_size=1, max_size=4))
def test_lines_below_each_other_are_shown_as_when_each_is_sent(pictures):
    spared, picture = Terminal(), Picture(WIDTH)
    for lines in pictures:
        pieces = [(y, 0, segments(line)) for y, line in enumerate(lines)]
        spared.take(picture.sent(pieces, ColorSystem.TRUECOLOR))
    whole = Terminal()
    for y, line in enumerate(pictures[-1]):
        whole.take(Picture(WIDTH).sent([(y, 0, segments(line))], ColorSystem.TRUECOLOR))
    assert [spared.line(y) for y in (1, 2, 3)] == [whole.line(y) for y in (1, 2, 3)]


def test_from_a_sign_in_the_last_column_no_step_goes_back():
    spared = Terminal()
    line = [Segment("x" * (WIDTH - 2), STYLES[0]), Segment("👍", STYLES[0])]
    spared.take(Picture(WIDTH).sent([(0, 0, line)], ColorSystem.TRUECOLOR))
    assert "".join(text for text, _ in spared.line(1)).startswith("x" * (WIDTH - 2) + "…")


def test_a_frame_that_changes_its_color_costs_a_few_bytes_a_line():
    picture = Picture(WIDTH)
    for style in STYLES[:2]:
        pieces = [(y, 4, [Segment("│", style)]) for y in range(30)]
        sent = picture.sent(pieces, ColorSystem.TRUECOLOR)
    assert len(sent) < 30 * 5 + 40


def test_what_is_there_already_is_not_sent_again():
    picture = Picture()
    line = [Segment("Cleared the backlog", STYLES[0])]
    assert picture.sent([(3, 0, line)], ColorSystem.TRUECOLOR)
    assert picture.sent([(3, 0, line)], ColorSystem.TRUECOLOR) == ""
    one = picture.sent([(3, 0, [Segment("Cleaved the backlog", STYLES[0])])], ColorSystem.TRUECOLOR)
    assert len(one) < 30


def test_everything_is_sent_once_nothing_is_known():
    picture = Picture()
    line = [Segment("Cleared the backlog", STYLES[0])]
    first = picture.sent([(3, 0, line)], None)
    picture.forget()
    assert picture.sent([(3, 0, line)], None) == first
