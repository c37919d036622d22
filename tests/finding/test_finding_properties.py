"""What holds for every bank and every line."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from sesbank.domain.filters import holds, read_query
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import TOLD_PARTS, Status, Story
from sesbank.finding import Finder

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORD = st.text(LETTERS, min_size=1, max_size=9)
LONG_WORD = st.text(LETTERS, min_size=5, max_size=12)
PROSE = st.lists(WORD | LONG_WORD, max_size=12).map(" ".join)
ANYTHING = st.text(max_size=40)


@st.composite
def stories(draw: st.DrawFn, prose: st.SearchStrategy[str] = PROSE) -> tuple[Story, ...]:
    return tuple(
        Story(
            id=f"s-{number}",
            title=draw(prose),
            action=draw(prose),
            lesson=draw(prose),
            organisation=draw(prose),
            tags=tuple(draw(prose).split()),
            ended=draw(st.sampled_from(["", "2015", "2022-04"])),
            status=draw(st.sampled_from(Status)),
            mappings=tuple(
                Mapping("opm-2025", code) for code in draw(st.sets(st.sampled_from(["AR", "DE"])))
            ),
        )
        for number in range(draw(st.integers(1, 6)))
    )


CONDITIONS = st.lists(
    st.sampled_from(
        [
            "ecq:AR",
            "-ecq:DE",
            "status:ready",
            "-status:retired",
            "after:2018",
            "has:date",
            "sort:old",
        ],
    ),
    max_size=3,
).map(" ".join)


@given(stories(), st.data())
def test_words_of_a_story_always_find_it(bank: tuple[Story, ...], data: st.DataObject) -> None:
    story = data.draw(st.sampled_from(bank))
    words = [*story.title.split(), *story.action.split(), *story.tags]
    assume(words)
    line = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=4)))
    assert story in [found.story for found in Finder().find(line, bank)]


@given(stories(), LONG_WORD, st.data())
def test_a_word_of_five_letters_with_one_slip_is_found(
    bank: tuple[Story, ...], word: str, data: st.DataObject
) -> None:
    bank = (*bank, Story(id="s-x", title="x", result=f"so {word} it"))
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    rest = word[place + 1 :]
    typed = data.draw(
        st.sampled_from(
            [
                word[:place] + letter + rest,
                word[:place] + letter + word[place:],
                word[:place] + rest[:1] + word[place] + rest[1:],
            ],
        ),
    )
    assert "s-x" in [found.story.id for found in Finder().find(typed, bank)]


@given(stories(), PROSE, CONDITIONS)
def test_every_condition_holds_for_every_story_found(
    bank: tuple[Story, ...], words: str, conditions: str
) -> None:
    line = f"{words} {conditions}"
    query = read_query(line)
    found = [f.story for f in Finder().find(line, bank)]
    assert all(holds(condition, story) for story in found for condition in query.conditions)
    assert len({id(story) for story in found}) == len(found)


@given(stories(ANYTHING), ANYTHING)
def test_no_line_fails_and_every_span_lies_inside_its_part(
    bank: tuple[Story, ...], line: str
) -> None:
    for found in Finder().find(line, bank):
        for part, start, end in found.spans:
            assert part == "title" or part in TOLD_PARTS
            text = found.story.title if part == "title" else found.story.part(part)
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


@given(stories(), st.lists(PROSE, min_size=1, max_size=5))
def test_a_finder_that_has_seen_much_answers_like_a_fresh_one(
    bank: tuple[Story, ...], lines: list[str]
) -> None:
    seasoned = Finder()
    for number, line in enumerate(lines):
        edited = (bank[0].edit(title=line), *bank[1:]) if number % 2 else bank
        seen = {f.story.id for f in seasoned.find(line, edited)}
        assert seen == {f.story.id for f in Finder().find(line, edited)} or _only_slips(line)


def _only_slips(line: str) -> bool:
    """Whether a word is so short that slips are a last resort, which depends on what was seen."""
    return any(len(word) == 4 for word in line.split())
