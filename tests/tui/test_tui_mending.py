"""What was read is mended on the screen with single keys."""

from tui_driving import POSTING, notices, press, settle, shown, write

from sesbank.domain.vacancy import RequirementKind
from sesbank.session import vacancies
from sesbank.tui.screens.facts import FactsDialog
from sesbank.tui.widgets.source import SourceView

FIRST = "Demonstrated experience directing a national grants program, including financial controls."


def only(session):
    (vacancy,) = vacancies.listed(session)
    return vacancy


async def at(pilot, label):
    rows = pilot.app.screen.rows
    rows.cursor = next(n for n, r in enumerate(rows.rows) if r.label == label)
    await settle(pilot)


def text_of(session, label):
    return next(r.text for r in only(session).requirements if r.label == label)


async def test_single_keys_move_the_end_of_a_requirement_and_undo_takes_each_back(
    with_vacancy, opened
):
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        await at(pilot, "MTQ 1")
        await press(pilot, "less_than_sign less_than_sign")
        assert text_of(with_vacancy, "MTQ 1").endswith("including")
        assert pilot.app.screen.query_one(SourceView).lit_text.endswith("including")
        await press(pilot, "greater_than_sign u u u")
        assert text_of(with_vacancy, "MTQ 1") == FIRST
        await press(pilot, "right_square_bracket")
        assert "shared data agreements" in text_of(with_vacancy, "MTQ 1")
        await press(pilot, "left_square_bracket")
        assert text_of(with_vacancy, "MTQ 1") == FIRST


async def test_two_rows_are_merged_and_split_again(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        await at(pilot, "MTQ 1")
        await press(pilot, "m")
        assert "MTQ 2" not in [r.label for r in only(with_vacancy).requirements]
        await press(pilot, "x")
        assert text_of(with_vacancy, "MTQ 1") == FIRST
        assert text_of(with_vacancy, "MTQ 1b").endswith("State governments.")


async def test_a_missed_requirement_is_marked_in_the_posting_and_added(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        await at(pilot, "MTQ 3")
        await press(pilot, "a")
        assert any("Go into the posting first" in notice for notice in notices(pilot))
        await press(pilot, "tab j j")
        assert "v marks" in shown(pilot)
        await press(pilot, "a")
        added = only(with_vacancy).of_kind(RequirementKind.TQ)[-1]
        assert added.text == "Send a resume of at most two pages."
        assert pilot.app.screen.rows.current.id == added.id


async def test_a_marked_stretch_becomes_the_requirements_own(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        await at(pilot, "MTQ 1")
        await press(pilot, "tab v j")
        assert "v lets go" in shown(pilot)
        await press(pilot, "w")
        text = text_of(with_vacancy, "MTQ 1")
        assert text.startswith("Demonstrated experience directing")
        assert text.endswith("State governments.")


async def test_a_dropped_row_is_brought_back_and_a_doubt_confirmed(with_vacancy, opened):
    vacancy = only(with_vacancy)
    doubted = tuple(r.edit(sure=r.label != "MTQ 2") for r in vacancy.requirements)
    vacancies.keep(with_vacancy, vacancy.edit(requirements=doubted))
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        assert "1 requirement in doubt" in shown(pilot)
        await at(pilot, "MTQ 2")
        await press(pilot, "y")
        assert "in doubt" not in shown(pilot)
        await press(pilot, "d")
        assert "MTQ 2" not in [r.label for r in only(with_vacancy).requirements]
        await press(pilot, "b")
        assert pilot.app.screen.rows.current.label == "MTQ 2"


async def test_the_facts_of_a_posting_are_put_right(with_vacancy, opened):
    vacancies.keep(with_vacancy, only(with_vacancy).edit(unsure=("agency",)))
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        assert "? agency: e puts right" in shown(pilot)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, FactsDialog)
        assert pilot.app.focused.id == "field-agency"
        pilot.app.screen.query_one("#field-closes").value = "soon"
        await press(pilot, "ctrl+s")
        assert "'soon' is no day" in notices(pilot)[-1]
        pilot.app.screen.query_one("#field-closes").value = "2026-11-05"
        await press(pilot, "ctrl+s")
        assert (only(with_vacancy).closes, only(with_vacancy).unsure) == ("2026-11-05", ())
        await press(pilot, "u")
        assert only(with_vacancy).unsure == ("agency",)


async def test_typed_facts_are_not_lost_without_a_question(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R e") as pilot:
        await write(pilot, " II")
        await press(pilot, "escape")
        assert "not saved" in shown(pilot)
        await press(pilot, "s")
        assert only(with_vacancy).title.endswith(" II")


async def test_mending_a_posting_changes_no_letter_of_it(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R m x tab v j a w") as pilot:
        await settle(pilot)
        assert only(with_vacancy).source == POSTING
