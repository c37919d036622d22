"""The coverage grid."""

from datetime import date

from small_framework import FRAMEWORK

from sesbank.domain.coverage import Standing, cover
from sesbank.domain.framework import ECQ, Framework
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Status, Story, Telling

TODAY = date(2026, 11, 22)


def story(number: int, ecq: str, ended: str = "2024", **fields: object) -> Story:
    strength = fields.pop("strength", Strength.PRIMARY)
    mapping = Mapping("f", ecq, str(fields.pop("competency", "")), strength)
    return Story(f"s-{number}", "t", ended=ended, mappings=(mapping,), **fields)


def standing(ecq: str, *stories: Story) -> Standing:
    rows = cover(FRAMEWORK, stories, TODAY).ecqs
    return next(row.standing for row in rows if row.ecq.code == ecq)


def test_two_recent_stories_cover_an_ecq_and_one_is_thin():
    assert standing("A", story(1, "A"), story(2, "A")) is Standing.COVERED
    assert standing("A", story(1, "A")) is Standing.THIN
    assert standing("B", story(1, "A")) is Standing.GAP


def test_a_story_older_than_ten_years_covers_nothing():
    assert standing("A", story(1, "A", ended="2015")) is Standing.GAP


def test_retired_and_inbox_stories_cover_nothing():
    lost = [story(1, "A", status=Status.RETIRED), story(2, "A", status=Status.INBOX)]
    assert standing("A", *lost) is Standing.GAP


def test_the_same_code_of_another_framework_counts_for_nothing():
    other = Story("s-9", "t", ended="2024", mappings=(Mapping("g", "A"),))
    coverage = cover(FRAMEWORK, [other], TODAY)
    assert coverage.unmapped == ("s-9",)
    assert [row.ecq.code for row in coverage.gaps] == ["A", "B"]


def test_competencies_list_primary_stories_first():
    side = story(1, "A", competency="a1", strength=Strength.SUPPORTING)
    main = story(2, "A", competency="a1")
    row = cover(FRAMEWORK, [side, main], TODAY).ecqs[0]
    assert row.competencies[0].stories == ("s-2", "s-1")
    assert (row.primary, row.supporting) == (("s-2",), ("s-1",))


def test_years_and_strength_stand_beside_the_stories():
    row = cover(
        FRAMEWORK,
        [
            story(1, "A", ended="2021-05", competency="a1"),
            story(2, "A", ended="2024", competency="a1", strength=Strength.SUPPORTING),
            story(3, "A", ended=""),
        ],
        TODAY,
    ).ecqs[0]
    assert row.years == ("2021", "2024")
    assert (row.competencies[0].main, row.competencies[0].years) == (1, ("2021", "2024"))


def test_a_story_that_is_soon_ten_years_old_is_named_before_it_is():
    row = cover(FRAMEWORK, [story(1, "A", ended="2017-03")], TODAY).ecqs[0]
    assert (row.aging, row.aged, row.standing) == (("s-1",), (), Standing.THIN)
    assert cover(FRAMEWORK, [story(1, "A", ended="2018")], TODAY).ecqs[0].aging == ()


def test_a_story_that_carries_too_much_or_was_told_too_often_is_overused():
    framework = Framework(
        "f", "F", "", tuple(ECQ(c, n, c, "", ()) for n, c in enumerate("ABCD", 1))
    )
    many = Story("s-1", "t", ended="2024", mappings=tuple(Mapping("f", c) for c in "ABCD"))
    often = Story("s-2", "t", ended="2024", told=(Telling("p", "2026-01-01"),) * 3)
    fine = Story("s-3", "t", ended="2024", mappings=(Mapping("f", "A"),))
    overused = cover(framework, [many, often, fine], TODAY).overused
    assert {use.story: use.reason for use in overused} == {
        "s-1": "carries 4 ECQs",
        "s-2": "told 3 times",
    }
