"""How lines go on: under their text and not under its sign, and with no dot left at an end."""

import pytest
from textual.content import Content
from tui_driving import press, shown

from sesbank.tui.layout import dotted, hung, lines_of, unbroken


def drawn(content: Content, width: int) -> list[str]:
    return [line.plain.rstrip() for line in lines_of(hung(content, width), width)]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 50)])
async def test_no_line_of_a_story_ends_or_begins_with_the_dot_between_its_facts(
    session, opened, size
):
    async with opened(session, size=size, keys="G k enter") as pilot:
        lines = [line.strip("│▁▂▃▄▅▆▇█ ") for line in shown(pilot).splitlines()]
        parts = [part.strip() for line in lines for part in line.split("││")]
        assert any(" · " in part for part in parts)
        assert not [part for part in parts if part.endswith("·") or part.startswith("· ")]


@pytest.mark.parametrize("width", range(8, 60))
def test_facts_lose_no_word_and_only_the_dots_at_which_a_line_ends(width):
    facts = ["Deputy Director", "Rural Services", "GS-15", "2021-03 to 2023"]
    lines = drawn(dotted(map(Content, facts)), width)
    assert " ".join(lines).replace(" · ", " ").split() == " ".join(facts).split()
    assert not [line for line in lines if line.startswith("·") or line.endswith("·")]


def test_what_belongs_together_is_not_parted_where_it_has_room():
    facts = dotted([Content("main"), unbroken(Content("OPM 2006 (legacy)"))])
    assert drawn(facts, 20) == ["main", "OPM 2006 (legacy)"]
    assert drawn(facts, 24) == ["main · OPM 2006 (legacy)"]


@pytest.mark.parametrize("sign", ["●", "✓", "✗", "›", "+", "!!", "-"])
def test_a_line_with_a_sign_goes_on_under_its_text(sign):
    first, *others = drawn(Content(f"{sign} one two three four five six seven"), 16)
    assert first.startswith(f"{sign} one")
    assert others
    assert all(line.startswith(" " * len(f"{sign} ") + line.strip()) for line in others)


def test_a_line_without_a_sign_goes_on_at_the_margin():
    assert drawn(Content("one two three four"), 10) == ["one two", "three four"]


async def test_questions_to_begin_with_go_on_under_their_text(session, opened):
    async with opened(session, size=(60, 16), keys="4") as pilot:
        assert "\n│   What did you do?" in shown(pilot)


async def test_the_line_below_coverage_explains_what_the_column_shows(session, opened):
    async with opened(session, size=(80, 24), keys="2") as pilot:
        assert "● main story" in shown(pilot).splitlines()[-2]
        for said in ("one main story and two", "when the first and the last", "side only"):
            await press(pilot, "o")
            assert said in shown(pilot).splitlines()[-2]
            assert "○" not in shown(pilot).splitlines()[-2]
        await press(pilot, "o")
        assert "● main story" in shown(pilot).splitlines()[-2]
