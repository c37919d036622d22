"""Signs of which terminals differ in how wide they draw them: all stands in its column anyway."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd_text import ODD
from rich.cells import cell_len, get_character_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.events import Paste
from tui_driving import press, settle

from sesbank.domain.text import clean, clean_line
from sesbank.tui.plain import plain, plain_line
from sesbank.tui.sparing import Picture
from sesbank.tui.widgets.fields import Line

WIDTH = 30
STYLES = [Style.parse(name) for name in ("red", "bold white on blue")]


def modern(character):
    return get_character_cell_size(character)


def old(character):
    """Knows no pictures: each takes one cell, and so does each mark of an Indian script."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return modern(character) if ord(character) < 0xFFFF and modern(character) else 1


def colored(character):
    """Draws all that can be a picture in two cells, and what joins none as a cell."""
    pictures = 0x2190 <= ord(character) < 0x2300 or 0x2600 <= ord(character) < 0x2E80
    if character != "✓" and (pictures or ord(character) > 0xFFFF):
        return 2
    return old(character)


TERMINALS = [modern, old, colored]


class Drawn:
    """A terminal with its own idea of how wide each character is."""

    def __init__(self, wide):
        self.wide = wide
        self.cells = {}

    def take(self, sent):
        row = column = 1
        place = 0
        while place < len(sent):
            character = sent[place]
            if character == "\x1b":
                end = place + 2
                while not sent[end].isalpha():
                    end += 1
                numbers = sent[place + 2 : end]
                if sent[end] == "H":
                    row, column = map(int, numbers.split(";"))
                elif sent[end] == "C":
                    column += int(numbers)
                elif sent[end] == "B":
                    row += 1
                place = end
            elif character == "\b":
                column -= 1
            else:
                column += self._put(row, column, character)
                assert column <= WIDTH + 1 or character == " ", "it would go on in the next line"
            place += 1

    def _put(self, row, column, character):
        width = self.wide(character)
        if width == 0:
            return 0
        for at in range(column, column + width):
            self._break(row, at)
        self.cells[row, column] = character
        if width == 2:
            self.cells[row, column + 1] = ""
        return width

    def _break(self, row, column):
        """Empty both halves of a wide character of which one is drawn over."""
        if self.cells.get((row, column)) == "":
            self.cells[row, column - 1] = " "
        elif self.cells.get((row, column + 1)) == "":
            self.cells[row, column + 1] = " "

    def line(self, row):
        return [self.cells.get((row, column), " ") for column in range(1, WIDTH + 1)]


def framed(text, style):
    """Return a line of a frame with a text in it, as wide as the terminal."""
    inside = plain_line(text).truncate(WIDTH - 3)
    room = " " * (WIDTH - 3 - inside.cell_length)
    return [Segment("│", STYLES[0]), Segment(inside.plain + room, style), Segment("│x", STYLES[0])]


def sent(picture, texts):
    pieces = [(y, 0, framed(text, style)) for y, (text, style) in enumerate(texts)]
    return picture.sent(pieces, ColorSystem.TRUECOLOR)


def draws(lines):
    return lines[0] == "│" and lines[-2:] == ["│", "x"]


@pytest.mark.parametrize("terminal", TERMINALS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", ODD)
def test_frames_stand_in_their_column_in_every_terminal(name, terminal):
    drawn, picture = Drawn(terminal), Picture(WIDTH)
    for texts in ([ODD[name], f"I led {ODD[name]}"], ["plain", ODD[name]], [ODD[name], "plain"]):
        drawn.take(sent(picture, [(text, STYLES[1]) for text in texts]))
        assert all(draws(drawn.line(y)) for y in (1, 2))
    assert "".join(drawn.line(2)[1:6]) == "plain"
    assert set(drawn.line(2)[6:-2]) == {" "}, "nothing of the text before may stay"


CHARACTERS = st.text(st.sampled_from(sorted(set("".join(ODD.values())))), max_size=40)


@given(
    st.lists(st.tuples(CHARACTERS, st.sampled_from(STYLES)), min_size=2, max_size=4),
    st.sampled_from(TERMINALS),
)
def test_frames_stand_whatever_is_drawn_one_after_the_other(texts, terminal):
    drawn, picture = Drawn(terminal), Picture(WIDTH)
    for text in texts:
        drawn.take(sent(picture, [text]))
        assert draws(drawn.line(1))
    drawn.take(sent(picture, [("plain", STYLES[0])]))
    assert "".join(drawn.line(1)[1:-2]) == "plain".ljust(WIDTH - 3)


@pytest.mark.parametrize("name", ODD)
def test_what_is_drawn_is_as_wide_as_its_characters_one_by_one(name):
    text = plain(ODD[name]).plain
    assert cell_len(text) == sum(cell_len(character) for character in text)
    assert len(text) == len(clean(ODD[name]))


def test_nothing_that_is_not_seen_reaches_the_terminal():
    for text in ODD.values():
        out = sent(Picture(WIDTH), [(text, STYLES[0])])
        unseen = [c for c in out if unicodedata.category(c) == "Cf" or c in "\ufe0e\ufe0f\u200d"]
        assert unseen == []
        assert not any(0x7F <= ord(c) < 0xA0 or (ord(c) < 32 and c not in "\x1b\b") for c in out)


def test_a_flag_is_its_letters_and_joined_people_stand_side_by_side():
    drawn = Drawn(modern)
    drawn.take(
        sent(Picture(WIDTH), [("🇺🇸 👩🏽\u200d💻 ❤\ufe0f 1\ufe0f\u20e3 in\u00advisible", STYLES[0])])
    )
    assert "".join(drawn.line(1)) == "│US 👩💻 ❤ 1 invisible".ljust(26) + "│x"


def test_a_mark_at_the_beginning_of_a_line_does_not_shift_it():
    drawn, picture = Drawn(modern), Picture(WIDTH)
    line = [Segment("\u0301", STYLES[0]), Segment("\u0308first", STYLES[1]), Segment("│")]
    drawn.take(picture.sent([(0, 0, line)], ColorSystem.TRUECOLOR))
    assert "".join(drawn.line(1)).rstrip() == "first│"


PASTED = " ".join(clean_line(text)[:40] for text in ODD.values())
FIELDS = {"title": "e", "challenge": "e tab", "search": "slash", "question": "4"}


@pytest.mark.parametrize("way", FIELDS)
async def test_odd_texts_can_be_pasted_and_gone_over_and_come_back_whole(session, opened, way):
    async with opened(session, size=(80, 24), keys=FIELDS[way]) as pilot:
        field = pilot.app.focused
        field.clear()
        pilot.app.post_message(Paste(PASTED))
        await settle(pilot)
        assert (field.value if isinstance(field, Line) else field.text) == PASTED
        for key in ("home", *["right"] * 8, *["shift+right"] * 6, "ctrl+left", "right"):
            await press(pilot, key)
            strips = pilot.app.screen._compositor.render_strips()
            assert {sum(cell_len(s.text) for s in strip) for strip in strips} == {80}
        await press(pilot, "space backspace")
        assert (field.value if isinstance(field, Line) else field.text) == PASTED


@pytest.mark.parametrize("key", ["right", "left"])
@pytest.mark.parametrize("way", ["slash", "e tab"])
async def test_the_cursor_never_stands_where_it_is_not_seen(session, opened, way, key):
    async with opened(session, size=(80, 24), keys=way) as pilot:
        field = pilot.app.focused
        field.clear()
        pilot.app.post_message(Paste("e\u0301👨\u200d👩\u200d👧❤\ufe0fx"))
        await settle(pilot)
        await press(pilot, "home" if key == "right" else "end")
        steps = []
        for _ in range(6):
            await press(pilot, key)
            at = field.cursor_position if isinstance(field, Line) else field.cursor_location[1]
            steps.append(at)
        assert steps == ([2, 4, 6, 7, 9, 10] if key == "right" else [9, 7, 6, 4, 2, 0])
