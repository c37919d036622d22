"""A vacancy: pasted or opened, read, mended, matched, decided on, and put on the sheet."""

from pathlib import Path

from textual.events import Paste
from textual.widgets import Static
from tui_driving import POSTING, TITLES, notices, press, settle, shown, write

from sesbank.domain.vacancy import Requirement, RequirementKind
from sesbank.session import vacancies
from sesbank.tui.screens.paste import PasteScreen
from sesbank.tui.screens.sheet import SheetDialog
from sesbank.tui.screens.vacancies import VacanciesScreen
from sesbank.tui.screens.vacancy import VacancyScreen
from sesbank.tui.views.vacancy import answer_row
from sesbank.tui.widgets.source import SourceView


def only(session):
    (vacancy,) = vacancies.listed(session)
    return vacancy


async def test_a_pasted_posting_is_read_matched_decided_and_written(
    session, opened, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with opened(session, keys="3 n") as pilot:
        pilot.app.post_message(Paste(POSTING))
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, VacancyScreen)
        assert "MTQ 1" in shown(pilot)
        assert only(session).title == "Director, Field Operations"

        await press(pilot, "M")
        assert TITLES[0] in shown(pilot) or TITLES[0][:20] in shown(pilot)
        assert "uncovered" in shown(pilot)

        rows = pilot.app.screen.rows
        rows.cursor = next(n for n, r in enumerate(rows.rows) if r.label == "MTQ 1")
        await settle(pilot)
        text = shown(pilot)
        assert "THE POSTING ASKS" in text
        assert "YOUR STORY SAYS" in text

        await press(pilot, "p")
        assert len(only(session).pins) == 1
        await press(pilot, "O")
        chosen = only(session).chosen
        assert chosen

        await press(pilot, "S")
        assert isinstance(pilot.app.screen, SheetDialog)
        assert "One page" in shown(pilot)
        await press(pilot, "ctrl+s")
        assert any("Written: " in notice for notice in notices(pilot))
    (written,) = Path(tmp_path).glob("*.docx")
    assert written.read_bytes()[:2] == b"PK"


async def test_the_source_is_lit_where_the_requirement_stands(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        vacancy = only(with_vacancy)
        screen = pilot.app.screen
        for _ in screen.rows.rows:
            requirement = screen.rows.current
            lit = screen.query_one(SourceView).lit_text
            assert lit == requirement.text == vacancy.source[requirement.start : requirement.end]
            await press(pilot, "j")


async def test_a_posting_is_read_from_a_file(session, opened, tmp_path):
    file = tmp_path / "posting.txt"
    file.write_text(POSTING, encoding="utf-8")
    async with opened(session, keys="3 o") as pilot:
        await write(pilot, str(file))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, VacancyScreen)
    assert only(session).announcement == "RS-26-SES-014"


async def test_a_file_that_is_not_there_is_said_and_the_line_stays(session, opened, tmp_path):
    async with opened(session, keys="3 o") as pilot:
        await write(pilot, str(tmp_path / "none.txt"))
        await press(pilot, "enter")
        problem = pilot.app.screen.query_one("#path-problem", Static)
        assert "not there" in str(problem.render())
        await write(pilot, "x")
        assert pilot.app.screen.line.value.endswith("none.txtx")
    assert not session.bank.vacancies


async def test_nothing_is_read_from_an_empty_paste_and_leaving_a_full_one_asks(session, opened):
    async with opened(session, keys="3 n ctrl+s") as pilot:
        assert notices(pilot) == ["Paste the text of a posting first."]
        await write(pilot, "some text")
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, PasteScreen | VacanciesScreen)
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, VacanciesScreen)


async def test_a_requirement_is_dropped_and_retyped_and_both_are_undone(with_vacancy, opened):
    before = only(with_vacancy).requirements
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        first = pilot.app.screen.rows.current
        await press(pilot, "d")
        assert first.id not in [r.id for r in only(with_vacancy).requirements]
        await press(pilot, "u k t")
        kinds = list(RequirementKind)
        turned = kinds[(kinds.index(first.kind) + 1) % len(kinds)]
        assert only(with_vacancy).requirement(first.id).kind is turned
        await press(pilot, "u")
    assert only(with_vacancy).requirements == before


async def test_the_framework_of_a_vacancy_is_changed(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter f"):
        assert only(with_vacancy).framework == "opm-2006"


async def test_a_story_is_ruled_out_and_offered_again(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter") as pilot:
        screen = pilot.app.screen
        rows = screen.rows
        rows.cursor = next(n for n, r in enumerate(rows.rows) if r.label == "MTQ 1")
        await settle(pilot)
        await press(pilot, "enter")
        out = screen.offers.current
        await press(pilot, "x")
        assert [ban.story for ban in only(with_vacancy).bans] == [out.story]
        assert "ruled out" in shown(pilot)
        screen.offers.cursor = next(n for n, o in enumerate(screen.offers.rows) if o.banned)
        await press(pilot, "x")
        assert only(with_vacancy).bans == ()


async def test_a_story_without_evidence_can_be_pinned_and_let_go(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter") as pilot:
        screen = pilot.app.screen
        screen.rows.cursor = next(n for n, r in enumerate(screen.rows.rows) if r.label == "MTQ 3")
        await settle(pilot)
        assert "MTQ 3" in shown(pilot).splitlines()[-2]
        await press(pilot, "enter G")
        assert "No words of this story" in " ".join(shown(pilot).split())
        await press(pilot, "p")
        assert "MTQ 3" not in shown(pilot).splitlines()[-2]
        await press(pilot, "p")
        assert only(with_vacancy).pins == ()


async def test_a_vacancy_is_removed_and_brought_back(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 d") as pilot:
        assert "No vacancies yet" in shown(pilot)
        await press(pilot, "u")
        assert "Director, Field Operations" in shown(pilot)


async def test_escape_goes_back_step_by_step(with_vacancy, opened):
    async with opened(with_vacancy, size=(80, 24), keys="3 enter enter enter") as pilot:
        assert pilot.app.focused.id == "sides"
        for place in ("offers", "requirements", "vacancies"):
            await press(pilot, "escape")
            assert pilot.app.focused.id == place


async def test_undoing_the_vacancy_itself_leaves_its_screen(session, opened):
    async with opened(session, keys="3 n") as pilot:
        pilot.app.post_message(Paste(POSTING))
        await settle(pilot)
        await press(pilot, "ctrl+s u")
        assert isinstance(pilot.app.screen, VacanciesScreen)


async def test_a_row_says_that_nothing_was_found_only_when_the_match_is_done():
    asked = Requirement("tq1", RequirementKind.TQ, "MTQ 1", "Grants.", 0, 7)
    assert "not matched yet" in answer_row(asked, None, 60, matched=False).plain
    assert "nothing yet" in answer_row(asked, None, 60).plain


async def test_what_waits_for_the_match_says_so(with_vacancy, opened):
    (vacancy,) = with_vacancy.bank.vacancies
    matching = VacancyScreen(with_vacancy, vacancy, matching=True)
    assert matching.why_not("match.pin") == "It is being matched: a moment."
    async with opened(with_vacancy, keys="3 enter R") as pilot:
        assert pilot.app.screen.why_not("match.pin") == "Match first: M."


async def test_the_sheet_waits_for_no_match_on_the_screen(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R S") as pilot:
        assert isinstance(pilot.app.screen, SheetDialog)
        assert "One page" in shown(pilot)


async def test_at_80_columns_the_evidence_stands_under_the_answers(with_vacancy, opened):
    async with opened(with_vacancy, size=(80, 24), keys="3 enter") as pilot:
        text = shown(pilot)
        assert "MTQ 1" in text
        assert "THE POSTING ASKS" in text
        await press(pilot, "enter")
        assert "stories with evidence" in shown(pilot)
    async with opened(with_vacancy, size=(60, 16), keys="3 enter") as pilot:
        assert "THE POSTING ASKS" not in shown(pilot)


async def test_of_a_story_ruled_out_no_picture_shows_it_at_hand(with_vacancy, opened, monkeypatch):
    async with opened(with_vacancy, keys="3 enter") as pilot:
        screen, seen = pilot.app.screen, []
        display = pilot.app._display

        def watched(front, picture):
            seen.append(screen.offers.current)
            display(front, picture)

        monkeypatch.setattr(pilot.app, "_display", watched)
        await press(pilot, "x")
        assert len(only(with_vacancy).bans) == 1
        assert seen
        assert not any(offer.banned for offer in seen)
        await press(pilot, "u")
        assert not only(with_vacancy).bans


async def test_a_story_is_allowed_twice_where_the_line_says_what_is_uncovered(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter") as pilot:
        assert "t allows a story twice" in shown(pilot)
        open_before = vacancies.match(with_vacancy, only(with_vacancy)).uncovered
        await press(pilot, "t")
        assert only(with_vacancy).uses == 2
        assert notices(pilot) == ["Each story may stand twice for this vacancy. u takes it back."]
        assert "a story may stand twice; t once" in shown(pilot)
        await press(pilot, "O")
        assert len(only(with_vacancy).chosen) >= len(only(with_vacancy).matched) - len(open_before)
        await press(pilot, "u")
        await press(pilot, "u")
        assert only(with_vacancy).uses == 1
        assert "t allows a story twice" in shown(pilot)
        await press(pilot, "t t")
        assert only(with_vacancy).uses == 1


async def test_in_the_posting_step_the_same_key_still_changes_the_kind(with_vacancy, opened):
    async with opened(with_vacancy, keys="3 enter R t") as pilot:
        assert only(with_vacancy).uses == 1
        assert " is now a " in notices(pilot)[0]
