"""A posting that is known again, and corrections proposed: the person is asked each time."""

from textual.events import Paste
from tui_driving import POSTING, notices, press, settle, shown, told

from sesbank.domain.vacancy import RequirementKind
from sesbank.session import Session, learning, vacancies
from sesbank.tui.screens.confirm import Confirm
from sesbank.tui.screens.vacancy import VacancyScreen

OTHER = """Chief of Bridge Repair
Bureau of Spans

Technical Qualifications
TQ 1: Demonstrated experience in repairing movable bridges under traffic.
TQ 2: Demonstrated experience operating deep-sea research vessels in polar waters.
"""


async def paste(pilot, text):
    pilot.app.post_message(Paste(text))
    await settle(pilot)
    await press(pilot, "ctrl+s")


async def test_a_posting_pasted_again_opens_the_one_that_is_kept(with_vacancy, opened):
    (kept,) = vacancies.listed(with_vacancy)
    async with opened(with_vacancy, keys="3 n") as pilot:
        await paste(pilot, POSTING)
        assert isinstance(pilot.app.screen, Confirm)
        assert "You have this posting already" in shown(pilot)
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, VacancyScreen)
        assert pilot.app.screen.vacancy.id == kept.id
    assert len(vacancies.listed(with_vacancy)) == 1


async def test_a_posting_pasted_again_may_take_the_corrections_over(with_vacancy, opened):
    (kept,) = vacancies.listed(with_vacancy)
    tq3 = next(r.id for r in kept.requirements if r.label == "MTQ 3")
    vacancies.drop_requirement(with_vacancy, kept, tq3)
    async with opened(with_vacancy, keys="3 n") as pilot:
        await paste(pilot, POSTING)
        await press(pilot, "c")
        new, _ = vacancies.listed(with_vacancy)
        assert "MTQ 3" not in [r.label for r in new.requirements]


async def test_a_correction_is_proposed_for_a_later_posting_and_may_be_refused(
    with_vacancy, opened
):
    (kept,) = vacancies.listed(with_vacancy)
    tq3 = next(r.id for r in kept.requirements if r.label == "MTQ 3")
    vacancies.drop_requirement(with_vacancy, kept, tq3)
    async with opened(with_vacancy, keys="3 n") as pilot:
        await paste(pilot, OTHER)
        assert "You corrected 1 line" in shown(pilot)
        await press(pilot, "n")
        assert len(vacancies.listed(with_vacancy)[0].of_kind(RequirementKind.TQ)) == 2
        await press(pilot, "u")
    async with opened(with_vacancy, keys="3 n") as pilot:
        await paste(pilot, OTHER)
        await press(pilot, "y")
        assert len(vacancies.listed(with_vacancy)[0].of_kind(RequirementKind.TQ)) == 1


async def test_what_was_learned_is_listed_and_taken_back_and_undo_brings_it_again(
    with_vacancy, opened
):
    (kept,) = vacancies.listed(with_vacancy)
    dropped = next(r for r in kept.requirements if r.label == "MTQ 3")
    async with opened(with_vacancy, size=(120, 36), keys="3 L") as pilot:
        assert "Nothing is learned yet" in shown(pilot)
        await press(pilot, "d")
        assert any("Nothing is learned yet" in notice for notice in notices(pilot))
        await press(pilot, "escape")
        vacancies.drop_requirement(with_vacancy, kept, dropped.id)
        await press(pilot, "L")
        assert "dropped" in shown(pilot)
        assert dropped.text[:40] in shown(pilot)
        await press(pilot, "d")
        assert learning.learnt(with_vacancy) == ()
        assert "Nothing is learned yet" in shown(pilot)
        await press(pilot, "u")
        assert len(learning.learnt(with_vacancy)) == 1
        assert "dropped" in shown(pilot)


async def test_leaving_while_a_posting_is_read_keeps_nothing_until_it_is_answered(session, opened):
    async with opened(session, keys="3 n") as pilot:
        pilot.app.post_message(Paste(POSTING))
        await settle(pilot)
        screen = pilot.app.screen
        screen.do_paste_read()
        screen.do_dialog_leave()
        await settle(pilot)
        assert isinstance(pilot.app.screen, Confirm)
        assert vacancies.listed(session) == ()
        await press(pilot, "r")
        assert len(vacancies.listed(session)) == 1


async def test_a_lesson_unlearned_elsewhere_meanwhile_is_said(with_vacancy, opened):
    (kept,) = vacancies.listed(with_vacancy)
    tq3 = next(r.id for r in kept.requirements if r.label == "MTQ 3")
    vacancies.drop_requirement(with_vacancy, kept, tq3)
    async with opened(with_vacancy, keys="3 L") as pilot:
        with Session.open(with_vacancy.path, settings=with_vacancy.settings) as other:
            learning.unlearn(other, 1)
        pilot.app.screen.take_in()
        await press(pilot, "d")
        assert any("unlearned in another program" in notice for notice in notices(pilot))
        assert "Nothing is learned yet" in shown(pilot)


async def test_the_posting_around_a_lesson_begins_and_ends_with_whole_words(with_vacancy, opened):
    async with opened(with_vacancy, size=(250, 60), keys="3 enter R j j d escape escape 3 L") as p:
        source = next(iter(with_vacancy.bank.vacancies.values())).source.split()
        words = told(p, "#words").partition("out there. ")[2].split()
        assert {word for word in words if word != "…"} <= {*source}
        assert len(words) > 30
