"""Room goes to what is there: the words a check means, the story a cue is cut from."""

from tui_driving import TITLES, asked, press, resize, shown, told, write

from sesbank.session import stories
from sesbank.tui.widgets.fields import Line


async def test_a_check_shows_its_words_in_the_text_and_an_empty_list_says_what_would_stand_there(
    session, opened
):
    async with opened(session, size=(80, 24), keys="C G") as pilot:
        about = told(pilot, "#finding-about")
        assert "CONTEXT Three regions, 212 staff, and a frozen budget of $48M." in about
        assert "ACTION" not in about
        await press(pilot, "g")
        about = told(pilot, "#finding-about")
        assert about.endswith(" ".join(stories.get(session, TITLES[0]).result.split()))
        await press(pilot, "escape escape c x enter i C")
        assert "what boards stumble over" in told(pilot, "#finding-about")


async def test_cues_stand_over_the_story_they_are_cut_from_and_a_vacancy_without_one_says_how(
    with_vacancy, opened
):
    async with opened(with_vacancy, size=(80, 24), keys="3 enter S ctrl+r") as pilot:
        assert "CHALLENGE Two offices twenty miles apart" in told(pilot, "#cue-source")
        assert "Two offices twenty miles apart did the same work in different ways." in shown(pilot)
    for story in tuple(with_vacancy.bank.stories):
        stories.remove(with_vacancy, story)
    async with opened(with_vacancy, size=(80, 24), keys="3 enter S ctrl+r") as pilot:
        assert "O accepts the stories that are proposed" in told(pilot, "#cue-source")


async def test_what_was_learned_shows_its_words_in_the_posting_and_how_to_teach_before_that(
    with_vacancy, opened
):
    async with opened(with_vacancy, size=(60, 16), keys="3 L") as pilot:
        assert "d drops a line that asks for nothing." in shown(pilot)
        await press(pilot, "escape enter R j j d escape escape 3 L")
        words = told(pilot, "#words")
        assert "asks whether to leave it out there." in words
        assert "ECQ 2 - Driving Efficiency ECQ 3 - Merit and Competence ECQ 4" in words


async def test_a_field_whose_text_is_longer_than_it_shows_its_end_where_the_cursor_is(
    with_vacancy, opened
):
    async with opened(with_vacancy, size=(60, 24), keys="3 enter S") as pilot:
        field = pilot.app.screen.query_one("#file", Line)
        assert len(field.value) > field.size.width
        assert "Field Operations.docx" in shown(pilot)
        await resize(pilot, 100, 30)
        assert f" {field.value}" in shown(pilot)
        await resize(pilot, 50, 24)
        assert "Field Operations.docx" in shown(pilot)
        await press(pilot, "tab")
        assert f" {field.value[:20]}" in shown(pilot)


async def test_merging_asks_for_a_title_and_shows_the_titles_whole(session, opened):
    async with opened(session, size=(80, 24), keys="space space M") as pilot:
        assert "under which title?" in asked(pilot)
        assert f"1  “{TITLES[0]}”" in shown(pilot)
    long = "Brought fourteen States and four vendors to one agreement on data"
    stories.save(session, stories.get(session, TITLES[0]).edit(title=long))
    async with opened(session, size=(80, 24), keys="space space M") as pilot:
        assert f"“{long}”" in shown(pilot)


async def test_the_line_below_the_form_names_the_key_to_the_rest_and_back_and_can_be_clicked(
    session, opened
):
    async with opened(session, size=(80, 24), keys="e") as pilot:
        assert "1 hint · F2 more" in shown(pilot)
        await press(pilot, "f2")
        assert "1 hint · F2 text" in shown(pilot)
        await pilot.click("#strip")
        assert "F2 more" in shown(pilot)
        assert pilot.app.focused.id == "field-title"


async def test_a_vacancy_says_how_many_more_wordings_tell_its_ecqs(with_vacancy, opened):
    async with opened(with_vacancy, size=(80, 24), keys="3") as pilot:
        assert "“Merit and Competence” and 1 more" in told(pilot, "#vacancy")


async def test_what_tab_takes_and_what_enter_does_have_words_of_their_own(session, opened):
    async with opened(session, size=(80, 24), keys="t") as pilot:
        assert "Enter Tag" in shown(pilot)
        assert "Take it" not in shown(pilot)


async def test_an_interview_can_be_taken_away_once_one_is_kept(with_vacancy, opened):
    async with opened(with_vacancy, size=(80, 24), keys="3 enter S ctrl+t") as pilot:
        assert "nothing to take away" in pilot.app.screen.why_not("interview.remove")
        await write(pilot, "2026-12-03 10:00")
        await press(pilot, "ctrl+s ctrl+t")
        assert not pilot.app.screen.why_not("interview.remove")
