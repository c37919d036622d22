from __future__ import annotations

import csv
import io
import time

import pytest
from exchange_makers import STORY, ids
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.story import Outcome, Story
from sesbank.domain.text import clean
from sesbank.errors import InputError
from sesbank.exchange import Imported, stories_from_csv, stories_to_csv

FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "'=x", "''-x", "＝1"]


def read(text: str) -> Imported:
    return stories_from_csv(text, new_id=ids(), framework="opm-2025")


def test_what_is_written_reads_back_equal() -> None:
    stories = (STORY, STORY.edit(id="b", title="“Ñ”, [/b]; x", tags=("a; b", "c"), unsplit=True))
    said = frozenset(story.id for story in stories)
    assert read(stories_to_csv(stories)) == Imported(stories, (), said)


@pytest.mark.parametrize("text", FORMULAS)
def test_h11_a_cell_that_looks_like_a_formula_is_marked_and_reads_back_exactly(text: str) -> None:
    story = Story(id="a", title="T", action=text)
    written = stories_to_csv([story])
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(tuple("=+-@\t＝"))]
    assert read(written).stories == (story,)
    assert text in next(csv.DictReader(io.StringIO(stories_to_csv([story], raw=True)))).values()


@given(st.text(alphabet="'=+-@\t\n \";,x\\", max_size=12))
def test_h11_any_text_comes_back_as_it_was(text: str) -> None:
    story = Story(id="a", title="T", action="x", context=clean(text))
    told = "" if not story.context.strip() else story.context
    assert read(stories_to_csv([story])).stories[0].context == told


def test_columns_come_in_any_order_by_their_usual_names() -> None:
    story = read("Results;Agency;Situation;Title\nDone.;EPA;Late.;T\n").stories[0]
    assert (story.result, story.organisation, story.context) == ("Done.", "EPA", "Late.")


def test_unknown_and_unnamed_columns_are_kept_beside() -> None:
    story = read("Action,Mood,,figures\nI led.,calm,x,41 days,beyond\n").stories[0]
    extra = {"Mood": "calm", "column 3": "x", "given_figures": "41 days", "column 5": "beyond"}
    assert (story.action, story.title, story.extra) == ("I led.", "I led.", extra)


def test_a_column_of_told_outcomes_is_the_result() -> None:
    assert read("Title,Outcome\nT,All well.\n").stories[0].result == "All well."
    assert read("Title,Outcome\nT,Setback\n").stories[0].outcome is Outcome.SETBACK


def test_a_column_with_the_whole_text_is_cut_at_its_labels() -> None:
    story = read('Story\n"Action: I led.\nResult: Done."\n').stories[0]
    assert (story.action, story.result) == ("I led.", "Done.")


def test_h12_a_cell_of_200_kb_is_read() -> None:
    assert len(read("action\n" + "x" * 200_000).stories[0].action) == 200_000


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "row 1 names no field"),
        ("a,b\n1,2\n", "row 1 names no field"),
        ("title\nT\na\0b\n", "row 3: holds a NUL"),
        ('title,action\nT,"I led.\n', "row 2: a quote is not closed"),
        ('title,action\nT,x\nT,"' + "I led.\n" * 200_000, "row 3: a cell is longer than 1,000,000"),
        ("title,action\nT," + "x" * 1_000_001, "row 2: a cell is longer than 1,000,000"),
        ("title,action\nT," + "x" * 200_001, "row 2, action: is longer than 200,000"),
        ('title,action\n"T"x,y\n', "row 2: a quote is closed inside"),
        ("title\n" + "T\n" * 20_001, "row 20002: more than 20,000 rows"),
        ("title,ended\nT,Mar-21\n", "row 2, ended: should be a date"),
        ("title,status\n\n\nT,gold\n", "row 4, status: 'gold' is unknown"),
    ],
)
def test_h12_what_cannot_be_read_is_refused_with_its_row(text: str, says: str) -> None:
    limit = csv.field_size_limit()
    with pytest.raises(InputError, match=says):
        read(text)
    assert csv.field_size_limit() == limit


def test_h12_a_million_rows_are_refused_at_once() -> None:
    text = "title\n" + "T\n" * 1_000_000
    started = time.process_time()
    with pytest.raises(InputError, match="20,000 rows"):
        read(text)
    assert time.process_time() - started < 1


def test_rows_without_anything_are_no_stories() -> None:
    assert read("title,action\n,\n\n") == Imported((), ("the file holds no stories",))


def test_the_line_by_which_excel_is_told_the_sign_is_no_row_of_stories() -> None:
    found = read("sep=;\r\ntitle;action\r\nOne;I led, and won.\r\n")
    assert [(story.title, story.action) for story in found.stories] == [("One", "I led, and won.")]
