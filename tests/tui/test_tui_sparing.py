"""What reaches the terminal: the same picture with far fewer bytes."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from sesbank.tui.sparing import Picture

STYLES = [
    Style.parse(name)
    for name in (
        "red",
        "bold white on blue",
        "dim italic red on blue",
        "bold strike white on blue",
        "none",
    )
]
WORDS = st.sampled_from(["a", "abc", "   ", "──", "世界", "é", "e\u0301x", "👍", "x世"])
LINES = st.lists(st.tuples(WORDS, st.sampled_from(STYLES)), min_size=1, max_size=8)
WIDTH = 24
ENDED = {"22": "12", "23": "3", "24": "4", "27": "7", "29": "9", "39": ["38"], "49": ["48"]}
"""Which traits each code ends."""


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
        elif first in ENDED:
            for each in ENDED[first]:
                style.pop(each, None)
        elif first in ("38", "48"):
            style[first] = taken
        elif 30 <= int(first) <= 37:
            style["38"] = taken
        elif 40 <= int(first) <= 47:
            style["48"] = taken
        else:
            style[first] = taken
    return style


def seen(text, style):
    """Return the traits that are seen: where nothing is written, neither its color nor its cut."""
    unseen = () if text != " " or style.keys() & {"4", "7", "9"} else ("1", "2", "3", "38")
    return {name: value for name, value in style.items() if name not in unseen}


class Terminal:
    """Knows how to go to a place, take a style and write: what a terminal does with it."""

    def __init__(self):
        self.cells = {}
        self.within = ()

    def move(self, down):
        """Move the lines of the scroll region down, or up; what comes free is empty."""
        first, last = self.within
        moved = {(row + down, column): cell for (row, column), cell in self.cells.items()
                 if first <= row <= last and first <= row + down <= last}  # fmt: skip
        outside = {place: cell for place, cell in self.cells.items()
                   if not first <= place[0] <= last}  # fmt: skip
        self.cells = outside | moved

    def take(self, sent):
        row = column = 0
        style = {}
        for code, text in re.findall(r"(\x1b\[[0-9;]*[HCBmrLM]|\x08)|([^\x1b])", sent):
            if code:
                # In the last column terminals differ in where they are: no step may start there.
                assert code[-1] in "HmrLM" or column <= WIDTH
            if code.endswith("r"):
                self.within = tuple(int(n) for n in code[2:-1].split(";") if n)
                row, column = 1, 1
            elif code.endswith(("L", "M")):
                # Only ever from the first of the lines within which it happens.
                assert row == self.within[0] < self.within[1]
                self.move(int(code[2:-1]) * (1 if code[-1] == "L" else -1))
            elif code == "\b":
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
                self.cells[row, column] = (text, seen(text, style))
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


ROOM = st.lists(LINES, min_size=12, max_size=12)
STEPS = st.lists(st.tuples(st.integers(-3, 3), LINES), min_size=1, max_size=4)


def pieces_of(lines, split):
    """Return lines as the pieces of two widgets side by side."""
    for y, line in enumerate(lines):
        cells = segments(line)
        left, right = Segment.divide(cells, [split, WIDTH])
        yield y, 0, left
        yield y, split, right


@given(ROOM, STEPS, st.sampled_from([8, WIDTH]))
def test_lines_that_were_moved_are_shown_as_when_all_is_sent(lines, steps, split):
    spared, picture = Terminal(), Picture(WIDTH)
    spared.take(picture.sent(pieces_of(lines, split), ColorSystem.TRUECOLOR))
    for up, other in steps:
        moved = lines[1:-1]
        moved = moved[up:] + [other] * up if up >= 0 else [other] * -up + moved[:up]
        lines = [lines[0], *moved, lines[-1]]
        spared.take(picture.sent(pieces_of(lines, split), ColorSystem.TRUECOLOR))
        whole = Terminal()
        whole.take(Picture(WIDTH).sent(pieces_of(lines, split), ColorSystem.TRUECOLOR))
        for row in range(1, 13):
            assert spared.line(row) == whole.line(row)


def column(first, *, beside=""):
    """Return the pieces of a list from a row on, and of what stands beside it, in a frame."""
    rows = [f"story {number} {'xyz'[number % 3] * 6}" for number in range(first, first + 20)]
    lines = ["top of the list", *rows, "its end"]
    return [
        (y, 0, [Segment(f"{line:<16}"), Segment(f"{beside:<8}", STYLES[0])])
        for y, line in enumerate(lines)
    ]


def test_a_list_that_scrolls_by_a_line_costs_about_that_line():
    picture = Picture(WIDTH)
    picture.sent(column(0), ColorSystem.TRUECOLOR)
    assert len(picture.sent(column(1), ColorSystem.TRUECOLOR)) < 80
    assert len(picture.sent(column(0), ColorSystem.TRUECOLOR)) < 80


def test_only_the_list_need_be_drawn_for_its_lines_to_move():
    spared, picture = Terminal(), Picture(WIDTH)
    spared.take(picture.sent(column(0, beside="a pane"), ColorSystem.TRUECOLOR))
    part = [(y, x, line[:1]) for y, x, line in column(1)]
    sent = picture.sent(part, ColorSystem.TRUECOLOR)
    spared.take(sent)
    assert len(sent) < 200
    assert "".join(text for text, _ in spared.line(2)).split() == [
        "story",
        "1",
        "yyyyyy",
        "a",
        "pane",
    ]
    assert "".join(text for text, _ in spared.line(21)).split()[-2:] == ["a", "pane"]


def test_lines_stay_where_to_move_them_saves_nothing():
    picture = Picture(WIDTH)
    picture.sent(column(0), ColorSystem.TRUECOLOR)
    short = [(y, x, line) for y, x, line in column(1) if y < 4]
    assert "r" not in re.sub("[a-z ]{3,}", "", picture.sent(short, ColorSystem.TRUECOLOR))
