"""Mapping: main, side, competency, suggestions, another framework; coverage shows it."""

from tui_driving import TITLES, notices, press, shown

from sesbank.domain.bank import Change
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.story import Status, Story, Telling
from sesbank.session import stories
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.editor import EditorScreen


def mapped(session, title=TITLES[1]):
    found = stories.get(session, title).mappings
    return [(m.framework, m.ecq, m.competency, m.strength) for m in found]


async def test_a_story_is_mapped_to_an_ecq_and_a_competency_and_undone(session, opened):
    async with opened(session, keys="j m") as pilot:
        await press(pilot, "g s j s")
        assert ("opm-2025", "RL", "", Strength.SUPPORTING) in mapped(session)
        assert any(m[1] == "RL" and m[2] and m[3] is Strength.SUPPORTING for m in mapped(session))
        await press(pilot, "u u")
        assert mapped(session) == [("opm-2025", "LP", "", Strength.PRIMARY)]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BankScreen)


async def test_x_takes_the_mapping_of_the_row_away(session, opened):
    async with opened(session, keys="j m") as pilot:
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, row in enumerate(rows.rows) if row.mapping)
        await press(pilot, "x")
    assert mapped(session) == []


async def test_a_suggestion_stands_with_its_words_and_is_accepted(session, opened):
    async with opened(session, keys="j m") as pilot:
        assert "“" in shown(pilot)
        await press(pilot, "a")
    accepted = [m for m in stories.get(session, TITLES[1]).mappings if m.by is MappedBy.SUGGESTION]
    assert len(accepted) == 1


async def test_f_shows_the_other_framework(session, opened):
    async with opened(session, keys="j m f") as pilot:
        assert "Leading Change" in shown(pilot)
        await press(pilot, "g p")
    assert any(m[0] == "opm-2006" for m in mapped(session))


async def test_coverage_names_gaps_in_words_and_starts_a_story_for_one(session, opened):
    async with opened(session, keys="2") as pilot:
        assert "gap !!" in shown(pilot)
        assert "thin !" in shown(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert [m.ecq for m in pilot.app.screen.draft.mappings] == ["RL"]


async def test_enter_on_a_covered_row_shows_its_stories_in_the_bank(session, opened):
    async with opened(session, keys="2 j j j j enter") as pilot:
        assert isinstance(pilot.app.screen, BankScreen)
        assert pilot.app.screen.line.value == "ecq:opm-2025/DE -status:retired -status:inbox"
        assert "ECQ Driving Efficiency (OPM 2025) · not" in shown(pilot)
        assert [found.story.title for found in pilot.app.screen.rows.rows] == [TITLES[0]]


async def test_what_a_row_of_coverage_counts_is_what_enter_lists(session, opened):
    for status in (Status.RETIRED, Status.INBOX):
        stories.add(session, title="Not told", status=status, mappings=(Mapping("opm-2025", "DE"),))
    stories.add(session, title="Older", mappings=(Mapping("opm-2006", "LP", "team-building"),))
    async with opened(session, keys="2") as pilot:
        for code in ("DE/", "LP/"):
            await pilot.app.switch_mode("coverage")
            rows = pilot.app.screen.rows
            rows.show(rows.rows, at=code)
            counted = set(rows.current.stories)
            await press(pilot, "enter")
            assert {found.story.id for found in pilot.app.screen.rows.rows} == counted


async def test_a_row_with_very_many_stories_names_some_and_says_how_many_more(session, opened):
    stories_made = [
        Story(f"s-many-{n}", f"Story {n}", mappings=(Mapping("opm-2025", "AR"),))
        for n in range(130)
    ]
    session.act("many", [Change(None, story) for story in stories_made])
    async with opened(session, keys="2") as pilot:
        rows = pilot.app.screen.rows
        rows.show(rows.rows, at="AR/")
        more = len(rows.current.stories) - 100
        await press(pilot, "l G")
        assert f"and {more} more: Enter lists them" in shown(pilot)


async def test_coverage_turns_to_the_other_framework(session, opened):
    async with opened(session, keys="2 f") as pilot:
        assert "Building Coalitions" in shown(pilot)


async def test_both_frameworks_stand_side_by_side_where_there_is_room(session, opened):
    async with opened(session, keys="j m") as pilot:
        text = shown(pilot)
        assert "Driving Efficiency" in text
        assert "Building Coalitions" in text
    async with opened(session, size=(80, 24), keys="j m") as pilot:
        assert "Building Coalitions" not in shown(pilot)
        await press(pilot, "f")
        assert "Leading Change" in shown(pilot)
        assert "Driving Efficiency" not in shown(pilot)


async def test_a_second_main_and_a_third_side_ecq_are_refused_with_the_reason(session, opened):
    async with opened(session, keys="j m g p") as pilot:
        assert "has its main ECQ already: LP" in notices(pilot)[-1]
        await press(pilot, "g s")
        rows = pilot.app.screen.rows
        for code in ("DE", "MC"):
            rows.cursor = next(n for n, row in enumerate(rows.rows) if row.ecq.code == code)
            await press(pilot, "s")
        assert "two side ECQs already: RL, DE" in notices(pilot)[-1]
    assert {m[1] for m in mapped(session)} == {"LP", "RL", "DE"}


async def test_an_older_mapping_suggests_its_home_in_the_newer_framework(session, opened):
    # 1 key accepts what the crosswalk suggests.
    story = stories.get(session, TITLES[3])
    stories.map_to(session, story.id, Mapping("opm-2006", "BA", "financial-management"))
    async with opened(session, keys="j j j m") as pilot:
        assert "crosswalk: strong" in shown(pilot)
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, row in enumerate(rows.rows) if row.carried)
        await press(pilot, "a")
    assert ("opm-2025", "DE", "fiscal-responsibility", Strength.PRIMARY) in mapped(
        session, TITLES[3]
    )


async def test_a_story_is_pinned_to_a_tq_of_a_vacancy_with_three_keys(with_vacancy, opened):
    session = with_vacancy
    async with opened(session, keys="m v enter") as pilot:
        assert "pinned" in shown(pilot)
        (vacancy,) = session.bank.vacancies.values()
        (pin,) = vacancy.pins
        assert pin.story == stories.get(session, TITLES[0]).id
        await press(pilot, "enter")
    (vacancy,) = session.bank.vacancies.values()
    assert vacancy.pins == ()


async def test_o_shows_counts_years_and_strength_in_the_grid(session, opened):
    async with opened(session, keys="2") as pilot:
        assert "● " in shown(pilot)
        await press(pilot, "o")
        assert "1 + 0" in shown(pilot)
        await press(pilot, "o")
        assert "2023" in shown(pilot)
        await press(pilot, "o")
        assert "side only" in shown(pilot)


async def test_enter_on_a_gap_offers_what_the_crosswalk_suggests_and_maps_it(session, opened):
    # 2 keys from the gap: Enter, Enter.
    story = stories.get(session, TITLES[3])
    stories.map_to(session, story.id, Mapping("opm-2006", "LC", "flexibility"))
    async with opened(session, keys="2") as pilot:
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, row in enumerate(rows.rows) if "Agility" in row.name)
        await press(pilot, "enter")
        assert TITLES[3] in shown(pilot)
        await press(pilot, "enter")
        assert rows.current.stories == (story.id,)
        await press(pilot, "u")
        assert rows.current.stories == ()


async def test_a_gap_can_still_start_a_new_story(session, opened):
    story = stories.get(session, TITLES[3])
    stories.map_to(session, story.id, Mapping("opm-2006", "LC", "flexibility"))
    async with opened(session, keys="2") as pilot:
        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, row in enumerate(rows.rows) if "Agility" in row.name)
        await press(pilot, "enter G enter")
        assert isinstance(pilot.app.screen, EditorScreen)


async def test_an_overused_story_is_named_as_such(session, opened):
    story = stories.get(session, TITLES[0])
    told = tuple(Telling("Panel", f"2026-0{n}-01") for n in range(1, 4))
    stories.save(session, story.edit(told=told))
    async with opened(session, keys="2 j j j j") as pilot:
        assert "1 overused" in shown(pilot)
        assert "told 3 times" in shown(pilot)


async def test_a_name_that_is_cut_in_its_row_stands_whole_below_the_lists(session, opened):
    name = "Commitment to the Rule of Law and the Principles of the American Founding"
    async with opened(session, size=(120, 36), keys="j m") as pilot:
        assert shown(pilot).count(name) == 1
        await press(pilot, "j")
        assert name not in shown(pilot)
    async with opened(session, size=(120, 36), keys="space space m") as pilot:
        assert shown(pilot).count(name) == 1
