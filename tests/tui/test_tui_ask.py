"""Ask: what a question probes and the story to tell, while it is typed."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from tui_driving import TITLES, notices, press, settle, shown, told, write

from sesbank.domain.evidence import EcqGuess
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.preparation import Preparation
from sesbank.domain.question_kinds import ADVICE, QuestionKind
from sesbank.session import asking, preparing, stories
from sesbank.tui.layout import lines_of
from sesbank.tui.screens.ask import AskScreen
from sesbank.tui.views.ask import card_title, reading_body, reading_brief

QUESTION = (
    "Tell us how you negotiated with State governments to share data, and what was the result?"
)


async def ask(pilot, question=QUESTION):
    await press(pilot, "4")
    await write(pilot, question)


async def test_the_answer_comes_while_one_types(session, opened):
    async with opened(session) as pilot:
        await ask(pilot)
        text = shown(pilot)
        assert TITLES[2] in text
        assert "ECQs" in text
        assert "WEAVE IN" in text
        assert "WHY" in text
        assert "☐" in text


async def test_the_answer_is_the_same_where_stories_are_read_between_the_keys(
    session, opened, monkeypatch
):
    async with opened(session) as pilot:
        await ask(pilot)
        at_leisure = shown(pilot)
    session.forget_matcher()
    monkeypatch.setattr(asking, "AS_TYPED", 0.0)
    async with opened(session) as pilot:
        await ask(pilot)
        assert shown(pilot) == at_leisure


async def test_while_stories_are_still_read_the_card_says_so(session):
    reading = session.matcher.ask(QUESTION, session.bank.offered, "opm-2025")
    match = reading.stories[0]
    unsettled = replace(reading, settled=False)
    assert "still reading" in card_title(1, unsettled, match, None).plain
    assert "still reading" not in card_title(1, reading, match, None).plain


async def test_the_sign_before_a_word_to_weave_in_stays_with_it_at_any_width(session):
    asked = "How did you settle a labor dispute and a budget shortfall before a deadline?"
    reading = session.matcher.ask(asked, session.bank.offered, "opm-2025")
    woven = [(word, number % 2 == 0) for number, word in enumerate(reading.keywords)]
    assert len(woven) > 3
    brief = reading_brief(reading, woven)
    for width in range(20, 120):
        lines = [line.plain.rstrip() for line in lines_of(brief, width)]
        assert not [line for line in lines if line.endswith(("✓", "+"))]
        assert all(f"{'✓' if said else '+'} {word.split()[0]}" in " ".join(lines)
                   for word, said in woven)  # fmt: skip


async def test_the_second_best_story_is_one_key_away_and_back(session, opened):
    async with opened(session) as pilot:
        await ask(pilot, "How did you clear a grants backlog and share data with States?")
        first = shown(pilot)
        await press(pilot, "ctrl+n")
        assert "2 of " in shown(pilot)
        await press(pilot, "ctrl+b")
        assert shown(pilot) == first
        await press(pilot, "ctrl+b")
        assert notices(pilot) == ["This is the best story for the question."]


async def test_parts_are_ticked_off(session, opened):
    async with opened(session) as pilot:
        await ask(pilot)
        pilot.app.screen.parts.focus()
        await press(pilot, "enter")
        assert "☑" in shown(pilot)


async def test_letters_in_the_question_are_letters_and_escape_leaves_it(session, opened):
    async with opened(session) as pilot:
        await ask(pilot, "1 2 / ? n q")
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.screen.question.text == "1 2 / ? n q"
        await press(pilot, "escape 1")
        assert not isinstance(pilot.app.screen, AskScreen)
        await press(pilot, "ctrl+k")
        assert pilot.app.screen.question.text == "1 2 / ? n q"


async def test_a_question_no_story_answers_says_so(empty, opened):
    async with opened(empty) as pilot:
        await ask(pilot)
        assert "No story of the bank answers" in " ".join(shown(pilot).split())


async def test_signs_that_ask_nothing_are_not_taken_for_what_no_story_answers(session, opened):
    async with opened(session) as pilot:
        await ask(pilot, "???")
        text = shown(pilot)
        assert "How to answer" not in text
        assert "no word of it tells an ECQ" in text


async def test_a_far_too_long_question_is_refused_in_words(session, opened):
    from textual.events import Paste

    async with opened(session, keys="4") as pilot:
        pilot.app.post_message(Paste("why " * 6_000))
        await settle(pilot)
        assert any("characters" in notice for notice in notices(pilot))


async def test_the_framework_turns(session, opened):
    async with opened(session) as pilot:
        await ask(pilot)
        await press(pilot, "escape f")
        assert "OPM 2006" in shown(pilot).splitlines()[1]


async def test_one_key_notes_the_telling_and_the_panel_is_not_offered_it_first_again(
    session, opened
):
    async with opened(session) as pilot:
        await ask(pilot, "How did you clear a grants backlog and share data with States?")
        await press(pilot, "ctrl+t")
        assert "heard on" in shown(pilot)
        assert any("Noted as told to “Panel of" in notice for notice in notices(pilot))
        await write(pilot, "How did you clear a grants backlog and share data with the States?")
        assert "2 of " in shown(pilot)
        assert "heard on" not in shown(pilot)
        await press(pilot, "escape u p")
        assert "1 of " in shown(pilot)
        assert "heard on" not in shown(pilot)


async def test_the_panel_may_be_that_of_a_vacancy(session, opened):
    from sesbank.session import vacancies

    posting = "Director, Office of Examples\nAgency: Department of Examples\nDuties\nLead staff."
    kept = vacancies.keep(session, vacancies.read(session, posting))
    async with opened(session, size=(120, 36)) as pilot:
        await ask(pilot)
        # The only one kept is meant without a word.
        assert f"{kept.title}, {kept.agency} (v another)" in shown(pilot).splitlines()[1]
        await press(pilot, "ctrl+t")
        assert f"Noted as told to “{kept.title}, {kept.agency}”." in notices(pilot)[0]
        assert "v names another panel" in notices(pilot)[0]
        await press(pilot, "escape u v")
        assert "Panel of " in shown(pilot).splitlines()[1]
        await press(pilot, "v v")
        assert kept.title in shown(pilot).splitlines()[1]


async def test_of_two_vacancies_that_with_the_interview_to_come_is_meant(session, opened):
    from sesbank.domain.preparation import Preparation
    from sesbank.session import preparing, telling, vacancies

    posting = "Director, {}\nAgency: Department of Examples\nDuties\nLead staff."
    first, second = (
        vacancies.keep(session, vacancies.read(session, posting.format(f"Office of {name}")))
        for name in ("Examples", "Samples")
    )
    assert telling.panel_ahead(session) == ""
    preparing.prepare(session, first, Preparation(when="2099-01-02"))
    async with opened(session, size=(120, 36)) as pilot:
        await ask(pilot)
        assert first.title in shown(pilot).splitlines()[1]
    preparing.prepare(session, second, Preparation(when="2099-01-09"))
    assert telling.panel_ahead(session) == ""


async def test_of_more_than_two_panels_one_is_chosen_from_a_list(session, opened):
    from sesbank.session import telling

    story = next(iter(session.bank.stories))
    for name in ("Field panel", "Board [b]of[/b] grants", "QRB"):
        telling.log(session, story, name)
    async with opened(session) as pilot:
        await ask(pilot)
        await press(pilot, "escape v")
        listed = shown(pilot)
        for name in ("no panel", "Field panel", "Board [b]of[/b] grants", "QRB", "Panel of "):
            assert name in listed
        await press(pilot, "escape")
        assert "QRB" not in shown(pilot).splitlines()[1]
        await press(pilot, "v j j enter")
        chosen = telling.panels(session)[1]
        assert chosen in shown(pilot).splitlines()[1]
        await press(pilot, "v")
        assert f"● {chosen}" in shown(pilot)
        await press(pilot, "g enter")
        assert chosen not in shown(pilot).splitlines()[1]


async def test_a_question_to_practise_with_is_one_key_away(session, opened):
    async with opened(session, keys="4 escape x") as pilot:
        await settle(pilot)
        first = pilot.app.screen.question.text
        assert first
        await press(pilot, "x")
        assert pilot.app.screen.question.text != first
        assert "ECQs" in shown(pilot)


async def test_what_no_story_answers_shows_what_is_kept_for_it(with_vacancy, opened):
    vacancy = next(iter(with_vacancy.bank.vacancies.values()))
    preparing.prepare(with_vacancy, vacancy, Preparation(opening="I turn programs round."))
    async with opened(with_vacancy) as pilot:
        await ask(pilot, "Tell us about yourself.")
        text = shown(pilot)
        assert "How to answer" in text
        assert "I turn programs round." in text
        assert "no ECQ" in text


async def test_what_one_would_do_is_told_beside_the_story_that_proves_it(session, opened):
    async with opened(session) as pilot:
        await ask(pilot, "How would you negotiate with State governments to share data?")
        text = shown(pilot)
        assert "ASKS FOR" in text
        assert "What you would do" in text
        assert TITLES[2] in text


async def test_how_to_answer_is_told_on_a_small_screen_too(empty, opened):
    async with opened(empty, size=(80, 24)) as pilot:
        await ask(pilot, "Why do you want this job?")
        told = " ".join(shown(pilot).replace("│", " ").split())
        assert ADVICE[QuestionKind.MOTIVATION] in told


async def test_a_question_for_practice_takes_nothing_away_that_undo_cannot_bring_back(
    session, opened
):
    async with opened(session, keys="4") as pilot:
        await write(pilot, "My own question")
        await press(pilot, "escape x")
        assert pilot.app.screen.question.text != "My own question"
        await press(pilot, "4 ctrl+z")
        assert pilot.app.screen.question.text == "My own question"


@pytest.mark.parametrize("between", ["empty", "practice", "panel"])
async def test_a_part_is_ticked_only_until_another_is_asked(session, opened, between):
    asked = "Tell us about a change you led. What was the result?"
    async with opened(session, keys="4") as pilot:
        screen = pilot.app.screen
        screen.question.text = asked
        await settle(pilot)
        screen.parts.focus()
        await press(pilot, "enter")
        assert "☑" in shown(pilot)
        if between == "empty":
            screen.question.text = ""
        else:
            await press(pilot, "x" if between == "practice" else "v")
        await settle(pilot)
        screen.question.text = asked
        await settle(pilot)
        assert screen.parts.rows
        assert "☑" not in shown(pilot)


@pytest.mark.parametrize("name", ["Upholding law " * 6, "公務員の規律と憲法" * 4, "Law"])
@pytest.mark.parametrize("width", [76, 56, 30])
@pytest.mark.parametrize("view", [reading_body, reading_brief])
def test_how_sure_an_ecq_is_never_stands_apart_from_a_long_name(session, name, width, view):
    guess = EcqGuess("AR", name.strip(), 0.47, ("pressure",))
    reading = replace(asking.ask(session, QUESTION), ecqs=(guess, guess))
    lines = [line.plain for line in lines_of(view(reading, ()), width)]
    assert "".join(lines).count("47%") == 2
    assert all(f"47% {name[:3]}" in line for line in lines if "47%" in line)
    assert all(cell_len(line) <= width for line in lines)


def test_an_ecq_whose_name_is_long_leaves_room_for_its_words_on_a_small_screen(session):
    guess = EcqGuess("AR", "公務員の規律と憲法" * 4, 0.47, ("pressure",))
    reading = replace(asking.ask(session, QUESTION), ecqs=(guess,))
    first, *_ = lines_of(reading_brief(reading, ()), 76)
    assert "… “pressure”" in first.plain


async def test_the_card_leaves_out_a_sentence_with_a_number_not_to_be_said(session, opened):
    def card(pilot):
        return told(pilot, "#card").split("WHY")[0]

    story = stories.get(session, TITLES[2])
    said = stories.save(session, story.edit(context="I led 212 staff. The lease cost $48M."))
    async with opened(session) as pilot:
        await ask(pilot)
        assert "I led 212 staff." in card(pilot)
    kept_back = Figure(FigureKind.PEOPLE, "212 staff", state=FigureState.WITHHELD)
    stories.save(session, said.edit(figures=(kept_back,)))
    async with opened(session) as pilot:
        await ask(pilot)
        assert "212 staff" not in card(pilot)
        assert "The lease cost $48M." in card(pilot)
