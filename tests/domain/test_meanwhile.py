"""A story edited in two places at once: what joins by itself, and what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.meanwhile import joined
from sesbank.domain.retellings import Length, Retelling
from sesbank.domain.story import Outcome, Story, Telling

BASE = Story(
    "s-1",
    "Cleared the backlog",
    challenge="Grants waited.",
    result="None wait.",
    started="2020",
    ended="2022",
    tags=("grants",),
    mappings=(Mapping("opm-2025", "AR"),),
    figures=(Figure(FigureKind.MONEY, "$48M"),),
    rev=3,
)


def test_what_one_side_changed_is_no_question():
    theirs = BASE.edit(result="Nobody waits.", rev=4)
    found = joined(BASE, BASE.edit(challenge="9,400 grants waited."), theirs)
    assert found.story == theirs.edit(challenge="9,400 grants waited.")
    assert (found.both, found.theirs) == ((), ("result",))


def test_what_both_changed_alike_is_no_question():
    theirs = BASE.edit(result="Nobody waits.", rev=4)
    found = joined(BASE, BASE.edit(result=" Nobody waits.\n"), theirs)
    assert (found.story, found.both, found.theirs) == (theirs, (), ())


def test_what_both_changed_differently_is_asked_and_nothing_else():
    theirs = BASE.edit(result="Nobody waits.", lesson="Ask early.", rev=4)
    found = joined(BASE, BASE.edit(result="All are done.", role="Director"), theirs)
    assert (found.both, found.theirs) == (("result",), ("lesson",))
    assert found.story == theirs.edit(result="All are done.", role="Director")


def test_a_part_emptied_here_stays_empty_and_one_emptied_there_too():
    found = joined(BASE, BASE.edit(result=""), BASE.edit(challenge="", rev=4))
    assert (found.story.result, found.story.challenge, found.both) == ("", "", ())


def test_without_the_state_both_began_with_only_what_is_equal_is_no_question():
    theirs = BASE.edit(result="Nobody waits.", rev=4)
    assert joined(None, theirs.edit(rev=-1), theirs).both == ()
    assert joined(None, BASE, theirs).both == ("result",)
    assert joined(None, BASE.edit(tags=("x",)), theirs).both == ("result", "tags")


def test_tags_and_checks_set_aside_are_looked_at_one_by_one():
    mine = BASE.edit(tags=("grants", "mine"), waived=("V01",))
    theirs = BASE.edit(tags=("theirs",), waived=("A01",), rev=4)
    found = joined(BASE, mine, theirs)
    assert found.story.tags == ("theirs", "mine")
    assert found.story.waived == ("A01", "V01")
    assert found.both == ()


def test_a_figure_noted_otherwise_on_both_sides_is_asked():
    (figure,) = BASE.figures
    sure = Figure(figure.kind, figure.value, state=FigureState.DOCUMENTED)
    unsure = Figure(figure.kind, figure.value, state=FigureState.ESTIMATE)
    more = Figure(FigureKind.PEOPLE, "212 staff")
    assert joined(BASE, BASE.edit(figures=(sure,)), BASE.edit(figures=(unsure,))).both == (
        "figures",
    )
    found = joined(BASE, BASE.edit(figures=(sure,)), BASE.edit(figures=(figure, more)))
    assert (found.story.figures, found.both) == ((sure, more), ())


def test_another_length_written_on_each_side_is_kept():
    short = Retelling(Length.HALF_MINUTE, "Short.", "m")
    line = Retelling(Length.BULLET, "Cleared 9,400 grants.", "m")
    found = joined(BASE, BASE.edit(retellings=(short,)), BASE.edit(retellings=(line,)))
    assert (set(found.story.retellings), found.both) == ({short, line}, ())


def test_two_main_ecqs_are_asked_about_where_each_side_chose_one():
    bare = BASE.edit(mappings=())
    mine = bare.edit(mappings=(Mapping("opm-2025", "LP"),))
    theirs = bare.edit(mappings=(Mapping("opm-2025", "DE"),), rev=4)
    assert joined(bare, mine, theirs).both == ("mappings",)
    side = bare.edit(mappings=(Mapping("opm-2025", "DE", "", Strength.SUPPORTING),), rev=4)
    assert joined(bare, mine, side).both == ()


def test_a_start_here_and_an_end_there_that_do_not_fit_are_asked_about():
    found = joined(BASE, BASE.edit(started="2022"), BASE.edit(ended="2021"))
    assert found.both == ("started", "ended")
    assert joined(BASE, BASE.edit(started="2021"), BASE.edit(ended="2021")).both == ()


def test_what_nobody_writes_is_as_the_bank_has_it():
    theirs = BASE.edit(told=(Telling("Panel", "2026-11-01"),), extra={"x": 1}, rev=9)
    found = joined(BASE, BASE.edit(title="Mine"), theirs)
    assert found.story == theirs.edit(title="Mine")
    assert found.theirs == ()


words = st.sampled_from(["", "a", "b", "c"])
tags = st.lists(st.sampled_from("xyz"), unique=True).map(tuple)
stories = st.builds(
    lambda title, action, outcome, tagged: BASE.edit(
        title=title, action=action, outcome=outcome, tags=tagged
    ),
    words,
    words,
    st.sampled_from(Outcome),
    tags,
)


@given(stories, stories)
def test_one_side_that_changed_nothing_gives_way_whole(base, changed):
    assert joined(base, base, changed).story == changed
    assert joined(base, changed, base).story == changed
    assert joined(base, base, changed).both == joined(base, changed, base).both == ()
    assert joined(None, changed, changed).both == ()


@given(stories, stories, stories)
def test_both_sides_are_asked_about_the_same_whoever_saves_first(base, one, other):
    assert joined(base, one, other).both == joined(base, other, one).both


@given(stories, stories, stories)
def test_no_word_of_mine_is_lost_and_none_of_theirs_unasked(base, mine, theirs):
    found = joined(base, mine, theirs)
    for name in ("title", "action", "outcome"):
        became, was = getattr(found.story, name), getattr(base, name)
        if getattr(mine, name) != was:
            assert became == getattr(mine, name)
        if getattr(theirs, name) != was and name not in found.both:
            assert became == getattr(theirs, name)


@pytest.mark.parametrize("field", ["title", "lesson", "grade_at_time"])
def test_white_space_alone_is_no_change(field):
    mine = BASE.edit(**{field: getattr(BASE, field) + " \n"})
    assert joined(BASE, mine, BASE.edit(**{field: "Theirs"})).both == ()
