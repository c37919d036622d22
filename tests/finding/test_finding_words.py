"""Words typed: found in any place and order, unfinished, or with a slip."""

from __future__ import annotations

import pytest

from sesbank.domain.story import Story
from sesbank.finding import Finder

GRANTS = Story(
    id="s-1",
    title="Cleared the grants backlog",
    challenge="9,400 applications waited, the oldest for fourteen months.",
    action="I split the intake by risk and moved 31 people to the oldest files.",
    result="Backlog to zero in seven months.",
    tags=("speed",),
    organisation="Rural Programs Service",
)
OFFICES = Story(
    id="s-2",
    title="Merged two field offices",
    challenge="Two offices served one region.",
    context="212 staff; the backlog had doubled; the lease ran out in March.",
    action="I met every supervisor before the announcement.",
    result="One office, no grievance, rent down 22 percent.",
    role="Deputy Director",
    lesson="Announce on a Tuesday, never on a Friday.",
)
AUDIT = Story(
    id="s-3",
    title="Rebuilt trust after an audit",
    action="I opened the ledger to the résumé reviewers and the inspector.",
    result="The finding was closed.",
)
BANK = (GRANTS, OFFICES, AUDIT)


def ids(line: str, stories: tuple[Story, ...] = BANK) -> list[str]:
    return [found.story.id for found in Finder().find(line, stories)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("grants", ["s-1"]),
        ("GRANTS Backlog", ["s-1"]),
        ("backlog grants", ["s-1"]),
        ("resume", ["s-3"]),
        ("résumé", ["s-3"]),
        ("rural", ["s-1"]),
        ("speed", ["s-1"]),
        ("deputy", ["s-2"]),
        ("tuesday", ["s-2"]),
        ("9,400", ["s-1"]),
    ],
)
def test_words_are_found_in_every_field_without_regard_to_order_case_and_accents(
    line: str, expected: list[str]
) -> None:
    assert ids(line) == expected


def test_the_last_word_may_be_unfinished_at_every_key() -> None:
    line = "merged two offi"
    for end in range(1, len(line) + 1):
        assert "s-2" in ids(line[:end]), line[:end]


@pytest.mark.parametrize("slip", ["garnts", "grans", "gramts", "grannts", "rgants", "gratn"])
def test_a_slip_is_forgiven(slip: str) -> None:
    assert ids(slip) == ["s-1"]


def test_a_long_word_may_have_two_slips() -> None:
    assert ids("anouncemant") == ["s-2"]


def test_a_number_one_digit_off_is_another_number() -> None:
    assert ids("213") == []


def test_every_word_must_be_found() -> None:
    assert ids("grants audit") == []


def test_a_title_hit_comes_before_a_text_hit() -> None:
    assert ids("backlog") == ["s-1", "s-2"]


def test_an_exact_word_comes_before_a_begun_one_and_that_before_a_slip() -> None:
    exact = Story(id="s-1", title="A", action="The state agreed.")
    begun = Story(id="s-2", title="B", action="The statement held.")
    slip = Story(id="s-3", title="C", action="The slate was clean.")
    assert ids("state", (slip, begun, exact)) == ["s-1", "s-2", "s-3"]


def test_a_true_word_in_the_text_comes_before_a_slip_in_the_title() -> None:
    true = Story(id="s-1", title="A", action="The state agreed.")
    slip = Story(id="s-2", title="Slate of candidates")
    assert ids("state", (slip, true)) == ["s-1", "s-2"]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    common = [Story(id=f"s-{n}", title="x", action="budget") for n in range(10, 30)]
    rare = Story(id="s-01", title="budgets", action="harbors")
    both = Story(id="s-02", title="harbors", action="budgets")
    assert ids("budget harbor", (*common, rare, both))[:2] == ["s-02", "s-01"]


def test_a_line_without_a_word_shows_everything_newest_first() -> None:
    assert ids("") == ["s-3", "s-2", "s-1"]
    assert ids(" $ -- ") == ["s-3", "s-2", "s-1"]


def test_the_words_hit_are_lit_where_they_stand() -> None:
    (found,) = Finder().find("grant zero", BANK)
    lit = [(part, _text(found.story, part)[start:end]) for part, start, end in found.spans]
    assert lit == [("title", "grants"), ("result", "zero")]


def test_without_words_nothing_is_lit() -> None:
    assert all(found.spans == () for found in Finder().find("status:draft", BANK))


def test_accents_written_as_marks_and_characters_without_width_do_not_hide_a_word() -> None:
    marked = Story(id="s-1", title="A re\u0301sume\u0301 with a hid\u200bden word")
    (found,) = Finder().find("résumé hidden", (marked,))
    assert [marked.title[start:end] for _, start, end in found.spans] == [
        "re\u0301sume\u0301",
        "hid\u200bden",
    ]


def _text(story: Story, part: str) -> str:
    return story.title if part == "title" else story.part(part)
