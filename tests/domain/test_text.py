"""Cleaning, folding and cutting text."""

from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.text import clean, clean_line, fold, shorten, word_count, words

HOSTILE = st.text(
    alphabet=st.sampled_from(
        list(
            "ab c[]()/\\;:0123\x1b\x07\x00\x08\x0b\x0c\x7f\x80\x9b\x9d\x9c\r\n\t\u202e\u2066\u2028é"
        ),
    ),
)


@given(HOSTILE)
def test_nothing_that_acts_on_a_terminal_survives_cleaning(text):
    kept = clean(text)
    assert all(c in "\n\t" or (c >= " " and not "\x7f" <= c <= "\x9f") for c in kept)
    assert not set(kept) & set("\u202e\u2066\u2028\r")


@given(HOSTILE)
def test_cleaning_twice_changes_nothing_more_on_visible_text(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])))
def test_text_without_control_characters_comes_back_unchanged(text):
    assert clean(text) == text


@given(st.text(alphabet=st.characters() | st.sampled_from("\x1b\x9b\u202e\u2028\u00a0\r\n\t ")))
def test_a_text_taken_for_clean_at_once_is_cleaned_no_less(text):
    # With a character in front that has to go, nothing is taken for clean at once.
    assert clean(text) == clean("\x00" + text)
    assert clean_line(text) == clean_line("\x00" + text)


def test_a_page_break_beside_what_is_dropped_begins_no_line():
    assert clean("\x00\x0c0") == clean("\x0c0") == "0"
    assert clean("one\x0ctwo") == "one\ntwo"


def test_characters_that_only_change_how_others_are_drawn_go():
    assert clean("a\u206ab\ufff9c\ufffbd\U000e0001e") == "abcde"


def test_a_whole_escape_sequence_goes_and_the_words_around_it_stay():
    assert clean("one \x1b]52;c;aGk=\x07two \x1b[2Jthree \x9b31mfour") == "one two three four"


def test_an_unterminated_sequence_does_not_swallow_the_story():
    assert "my whole career" in clean("\x1b]0;my whole career")


def test_lone_surrogates_become_the_replacement_character():
    assert clean("a\ud800b") == "a�b"


def test_windows_line_ends_become_newlines():
    assert clean("one\r\ntwo\rthree") == "one\ntwo\nthree"


def test_a_break_inside_a_paragraph_of_word_parts_its_words():
    assert clean("one\x0btwo\x85three\x0cfour\n\x0cfive") == "one\ntwo\nthree\nfour\nfive"


def test_a_title_is_one_line():
    assert clean_line("  Cleared\n the\tbacklog ") == "Cleared the backlog"


@given(st.text())
def test_words_stand_where_they_say(text):
    found = list(words(text))
    assert all(text[word.start : word.end] == word.text for word in found)
    assert word_count(text) == len(found)


def test_folding_ignores_case_accents_and_curly_quotes():
    assert fold("Café’S") == fold("cafe's")


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_shortened_line_is_never_wider_than_asked(text, width):
    assert len(shorten(text, width)) <= width


def test_cleaning_a_long_hostile_text_takes_linear_time():
    text = "\x1b]" * 300_000 + "\x9d" * 300_000 + "\x9b" * 300_000 + "\nthe end"
    assert clean(text).endswith("the end")
