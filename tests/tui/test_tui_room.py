"""Room goes to what is there: the words a check means, the story a cue is cut from."""

from tui_driving import TITLES, press, shown, told

from sesbank.session import stories


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
