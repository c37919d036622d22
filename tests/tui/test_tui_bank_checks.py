"""What is to be said of all stories together: shown on coverage, and from there to the place."""

from __future__ import annotations

from tui_driving import POSTING, TITLES, notices, press, settle, shown, told

from sesbank.domain.mapping import Mapping
from sesbank.session import Session, mending, stories, vacancies
from sesbank.tui.screens.bank import BankScreen
from sesbank.tui.screens.bank_checks import BankChecksDialog
from sesbank.tui.screens.coverage import CoverageScreen
from sesbank.tui.screens.vacancies import VacanciesScreen
from sesbank.tui.screens.vacancy import VacancyScreen


def pin_twice(session: Session) -> str:
    """Pin one story to two ECQs of the vacancy there is and return the vacancy's id."""
    (vacancy,) = vacancies.listed(session)
    vacancy = mending.state(session, vacancy, {"closes": "2026-12-31"})
    story = stories.get(session, TITLES[0]).id
    ecqs = [r.id for r in vacancy.requirements if r.kind.value == "ecq"]
    for requirement in ecqs[:2]:
        vacancy = vacancies.pin(session, vacancy, requirement, story)
    return vacancy.id


async def go_to(pilot, rule: str) -> None:
    rows = pilot.app.screen.rows
    rows.cursor = next(n for n, found in enumerate(rows.rows) if found.rule.id == rule)
    await settle(pilot)


async def test_coverage_says_how_many_there_are_and_shows_them(with_vacancy, opened):
    pin_twice(with_vacancy)
    async with opened(with_vacancy, keys="2") as pilot:
        assert "to mend" in shown(pilot)
        await press(pilot, "C")
        assert isinstance(pilot.app.screen, BankChecksDialog)
        await go_to(pilot, "B03")
        assert "give each its own story" in shown(pilot)
        assert TITLES[0] in told(pilot, "#finding-about")


async def test_enter_goes_to_the_vacancy_a_finding_is_about(with_vacancy, opened):
    named = pin_twice(with_vacancy)
    async with opened(with_vacancy, keys="2 C") as pilot:
        await go_to(pilot, "B03")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, VacancyScreen)
        assert pilot.app.screen.vacancy.id == named


async def test_enter_goes_to_it_also_where_another_vacancy_is_open_on_its_tab(with_vacancy, opened):
    named = pin_twice(with_vacancy)
    other = POSTING.replace("Field Operations", "Sea Lanes").replace("SES-014", "SES-015")
    other = vacancies.keep(with_vacancy, vacancies.read(with_vacancy, other))
    async with opened(with_vacancy, keys="3") as pilot:
        pilot.app.screen.open(other.id)
        await press(pilot, "2 C")
        await go_to(pilot, "B03")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, VacancyScreen)
        assert pilot.app.screen.vacancy.id == named
        await press(pilot, "3 3")
        assert isinstance(pilot.app.screen, VacanciesScreen)


async def test_enter_goes_to_the_story_a_finding_is_about(session, opened):
    story = stories.get(session, TITLES[3])
    stories.map_to(session, story.id, Mapping("opm-2006", "LC", "flexibility"))
    async with opened(session, keys="2 C") as pilot:
        await go_to(pilot, "B08")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankScreen)
        assert pilot.app.screen.story.id == story.id


async def test_enter_goes_to_the_ecq_that_has_no_recent_story(session, opened):
    async with opened(session, keys="2 G C") as pilot:
        await go_to(pilot, "B01")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CoverageScreen)
        assert pilot.app.screen.rows.current.code == "RL/"


async def test_what_is_about_all_stories_says_why_enter_leads_nowhere(session, opened):
    async with opened(session, keys="2 C", toasts=True) as pilot:
        await go_to(pilot, "B09")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankChecksDialog)
        assert "no one place" in notices(pilot)[-1]


async def test_the_checks_are_those_of_the_framework_shown(session, opened):
    async with opened(session, keys="2 f C") as pilot:
        assert "Leading Change" in shown(pilot)


async def test_a_pin_that_makes_one_story_serve_two_ecqs_says_so(with_vacancy, opened):
    (vacancy,) = vacancies.listed(with_vacancy)
    story = stories.get(with_vacancy, TITLES[0]).id
    other = next(r.id for r in vacancy.requirements if r.label == "ECQ 2")
    vacancies.pin(with_vacancy, vacancy, other, story)
    async with opened(with_vacancy, keys="3 enter", toasts=True) as pilot:
        screen = pilot.app.screen
        screen.rows.cursor = next(
            n for n, asked in enumerate(screen.rows.rows) if asked.label == "ECQ 5"
        )
        await settle(pilot)
        screen.offers.cursor = next(
            n for n, offer in enumerate(screen.offers.rows) if offer.story == story
        )
        await press(pilot, "p")
        assert "give each its own story" in notices(pilot)[-1]


async def test_coverage_says_of_a_row_with_one_story_only_what_its_keys_do(session, opened):
    async with opened(session, keys="2") as pilot:
        rows = pilot.app.screen.rows
        said = {}
        for index, row in enumerate(rows.rows):
            rows.cursor = index
            await settle(pilot)
            said[row.name] = told(pilot, "#cover")
        assert "1 recent enough. n starts another one." in said["Leading People"]
        gap = said["Commitment to the Rule of Law and the Principles of the American Founding"]
        assert "0 recent enough. Enter helps, n starts one." in gap
