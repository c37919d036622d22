"""Reading a panel question: its parts, what it probes, words to weave in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_bank import BANK, COACH, STATES, frameworks, plain_matcher

from sesbank.domain.story import Story
from sesbank.matching import Matcher
from sesbank.matching.question_parts import question_parts

TELLING = st.sampled_from(
    ["budget", "people", "change", "conflict", "partner", "hire", "law", "goal"]
)


@pytest.fixture(scope="module", name="matcher")
def _matcher() -> Matcher:
    return plain_matcher()


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "What was your role, what resistance did you meet, and what came of it?",
            ["What was your role", "what resistance did you meet", "what came of it?"],
        ),
        (
            "Tell us about a merger you led; how did you treat the staff?",
            ["Tell us about a merger you led", "how did you treat the staff?"],
        ),
        (
            "Please discuss: (a) the size of the budget, (b) your role, and (c) the results.",
            ["the size of the budget", "your role", "the results."],
        ),
        (
            "First, describe the problem. Second, tell us what you did. What did you learn?",
            ["describe the problem.", "tell us what you did.", "What did you learn?"],
        ),
        (
            "Budgets are cut every year. Tell us about one cut. How did you choose?",
            ["Tell us about one cut.", "How did you choose?"],
        ),
        (
            "Explain how and why you changed the plan.",
            ["Explain how and why you changed the plan."],
        ),
        ("Did it work? If not, why?", ["Did it work?", "If not, why?"]),
        (
            "Tell us about a program of the U.S. Army, which you led.",
            ["Tell us about a program of the U.S. Army, which you led."],
        ),
        (
            "Describe your work on audits and provide an example of an unpopular finding.",
            ["Describe your work on audits", "provide an example of an unpopular finding."],
        ),
        (
            "Describe a time you led change: what drove it, who resisted, and how you knew.",
            ["Describe a time you led change: what drove it", "who resisted", "how you knew."],
        ),
        (
            "Include the cost, the people and the time it took.",
            ["Include the cost", "the people", "the time it took."],
        ),
        (
            "Describe your work with the Hill, the White House, and the press.",
            ["Describe your work with the Hill, the White House, and the press."],
        ),
        (
            "What did you do so that staff understood what was changing and why it mattered?",
            ["What did you do so that staff understood what was changing and why it mattered?"],
        ),
        (
            "What was the hardest part, and how, if at all, did you involve the union?",
            ["What was the hardest part", "how, if at all, did you involve the union?"],
        ),
        (
            "You have a freeze. What would you do now, in what order, and what would it cost?",
            ["What would you do now", "in what order", "what would it cost?"],
        ),
        (
            "Question 3: Tell us about a failure. Follow-up: When did you know, and who else knew?",
            ["Tell us about a failure.", "When did you know", "who else knew?"],
        ),
        (
            "As an executive, not an engineer, what do you ask before you sign?",
            ["As an executive, not an engineer, what do you ask before you sign?"],
        ),
        (
            "Tell us about the Army, who were your partner then.",
            ["Tell us about the Army, who were your partner then."],
        ),
        ("Leadership", ["Leadership"]),
        ("", []),
    ],
)
def test_a_question_falls_into_the_things_it_asks(question: str, parts: list[str]) -> None:
    assert [part.text for part in question_parts(question)] == parts


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aw hthow,.;?()and1\n-", max_size=200))
def test_parts_are_verbatim_in_order_and_apart(question: str) -> None:
    reach = 0
    for part in question_parts(question):
        assert question[part.start : part.end] == part.text
        assert part.start >= reach
        reach = part.end


@pytest.mark.parametrize(
    ("framework", "question", "code"),
    [
        ("opm-2006", "How did you resolve a conflict between two of your employees?", "LP"),
        (
            "opm-2006",
            "How did you persuade a skeptical partner agency to join you?",
            "BC",
        ),
        ("opm-2006", "How did you plan and justify your budget?", "BA"),
        ("opm-2006", "How did you overcome resistance to a change in direction?", "LC"),
        ("opm-2006", "How did you improve service to your customers and meet the deadline?", "RD"),
        ("opm-2025", "How did you cut waste and stay inside your appropriation?", "DE"),
        ("opm-2025", "When did you have to uphold the Constitution under pressure?", "RL"),
        ("opm-2025", "How did you coach and develop a future leader?", "LP"),
        ("opm-2025", "How did you find the root cause of a technical problem?", "MC"),
    ],
)
def test_the_ecq_a_question_probes_is_found_with_the_words_that_tell(
    matcher: Matcher, framework: str, question: str, code: str
) -> None:
    guess = matcher.ask(question, (), framework).ecqs[0]
    assert guess.code == code
    assert guess.cues
    assert all(cue in question for cue in guess.cues)


@pytest.mark.parametrize("framework", ["opm-2006", "opm-2025"])
def test_an_ecq_or_competency_named_outright_decides(matcher: Matcher, framework: str) -> None:
    for ecq in frameworks().get(framework).core:
        question = f"Tell us about {ecq.name}, with an eye to budgets, staff and change."
        assert matcher.ask(question, (), framework).ecqs[0].code == ecq.code
        for competency in ecq.competencies:
            reading = matcher.ask(f"Give an example of {competency.name}.", (), framework)
            assert ecq.code in [guess.code for guess in reading.ecqs[:2]]
            assert competency.code in [guess.code for guess in reading.competencies]


@pytest.mark.parametrize("question", ["", "  ", "Tell us about a time when.", "?", "Zxqv blorp?"])
def test_a_question_without_a_telling_word_probes_nothing(matcher: Matcher, question: str) -> None:
    reading = matcher.ask(question, BANK, "opm-2006")
    assert reading.ecqs == ()
    assert reading.competencies == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["budget", "people", "change", "conflict", "partner", "hire", "law", "goal"]
        )
    )
)
def test_guesses_are_few_sorted_and_sum_to_at_most_one(words: list[str]) -> None:
    matcher = plain_matcher()
    question = "How did you deal with " + " and ".join(words) + "?"
    reading = matcher.ask(question, (), "opm-2006")
    shares = [guess.score for guess in reading.ecqs]
    assert len(shares) <= 3
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1
    assert all(cue in question for guess in reading.ecqs for cue in guess.cues)
    assert len(reading.competencies) <= 5
    assert sum(guess.score for guess in reading.competencies) <= 1


def test_key_words_hold_the_questions_own_words_and_those_of_the_field(matcher: Matcher) -> None:
    question = "How did you mediate a dispute between two branch chiefs?"
    words = matcher.ask(question, BANK, "opm-2006").keywords
    assert 3 <= len(words) <= 8
    assert any(word in question for word in words)
    assert any(word not in question for word in words)
    assert len(set(words)) == len(words)


def test_at_most_so_many_stories_as_wanted_are_given(matcher: Matcher) -> None:
    assert len(matcher.ask("How did you coach staff?", BANK, "opm-2025", limit=1).stories) == 1


def test_hostile_text_is_harmless(matcher: Matcher) -> None:
    hostile = (
        "\x1b[31m[red]how[/red]\x07 ${HOME} '; DROP TABLE -- <script> \u202e %s {0} "
        "((((((((((((a)(b)(c) first, second, and what and how and why ;;;;; ????"
    )
    reading = matcher.ask(hostile, BANK, "opm-2025")
    assert "\x1b" not in reading.question
    for part in reading.parts:
        assert reading.question[part.start : part.end] == part.text


@pytest.mark.parametrize(
    "unit",
    ["and how ", "(", "what, ", " ", "a, and ", "describe   ", "conflict ", "\n- ", "x" * 50],
)
def test_parts_of_a_hundred_thousand_characters_are_verbatim(matcher: Matcher, unit: str) -> None:
    question = (unit * (100_000 // len(unit) + 1))[:100_000]
    reading = matcher.ask(question, BANK, "opm-2025")
    for part in reading.parts:
        assert reading.question[part.start : part.end] == part.text


def test_a_story_is_told_which_ecqs_it_shows_in_its_own_words(matcher: Matcher) -> None:
    text = " ".join([STATES.title, STATES.challenge, STATES.context, STATES.action, STATES.result])
    guesses = matcher.suggest(STATES, "opm-2006")
    assert guesses[0].code == "BC"
    assert 1 <= len(guesses) <= 3
    assert sum(guess.score for guess in guesses) <= 1
    assert all(cue in text for guess in guesses for cue in guess.cues)
    assert matcher.suggest(COACH, "opm-2025")[0].code == "LP"


def test_an_empty_story_shows_nothing(matcher: Matcher) -> None:
    assert matcher.suggest(Story(id="empty", title=""), "opm-2025") == ()


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        (
            "Describe how you ran a regional laboratory and turned around its safety record.",
            ["regional laboratory", "safety record"],
            ["ran", "turned"],
        ),
        ("The Secretary changes the scope overnight. What now?", ["secretary"], ["changes"]),
        ("Tell us how you built alliances internally.", ["alliances"], ["internally"]),
        ("Describe your biggest failure.", ["failure"], ["biggest"]),
    ],
)
def test_words_to_weave_in_are_things_and_not_deeds(
    matcher: Matcher, question: str, wanted: list[str], unwanted: list[str]
) -> None:
    words = [word.casefold() for word in matcher.ask(question, (), "opm-2006").keywords]
    assert set(wanted) <= set(words)
    assert not [word for word in words for part in unwanted if part in word.split()]


def test_quoted_cues_end_in_no_hanging_word(matcher: Matcher) -> None:
    guess = matcher.ask("How did you find the cause of it with knowledge of law?", (), "opm-2006")
    cues = [cue for ecq in guess.ecqs for cue in ecq.cues]
    assert cues
    assert not [cue for cue in cues if cue.split()[-1] in {"of", "with", "the", "and"}]


@pytest.mark.parametrize("framework", ["opm-2006", "opm-2025"])
@pytest.mark.parametrize(
    "question",
    [
        "Tell us about a time you led change.",
        "How do you handle conflict?",
        "How did you save money?",
    ],
)
def test_two_candidates_are_shown_the_best_with_words_of_the_question(
    matcher: Matcher, framework: str, question: str
) -> None:
    guesses = matcher.ask(question, (), framework).ecqs
    assert len(guesses) >= 2
    assert guesses[0].cues
    for guess in guesses:
        assert all(cue in question for cue in guess.cues)
        assert 0 < guess.score <= 1


@pytest.mark.parametrize("framework", ["opm-2006", "opm-2025"])
@pytest.mark.parametrize(
    "question",
    [
        "How do you handle conflict?",
        "Describe a crisis you led your organization through.",
        "How do you hold your managers accountable for results?",
        "Tell us about a long-range plan you developed for your agency.",
    ],
)
def test_no_further_ecq_is_shown_for_a_usual_word_that_speaks_for_a_likelier_one(
    matcher: Matcher, framework: str, question: str
) -> None:
    best, *others = matcher.ask(question, (), framework).ecqs
    quoted = {cue.casefold() for guess in others for cue in guess.cues}
    assert best.cues
    assert not quoted & {cue.casefold() for cue in best.cues}
    assert not quoted & {"organization", "agency", "hold", "developed", "crisis", "conflict"}


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("How have you answered an inspector general?", "inspector general", "inspector"),
        ("How do you manage real estate costs?", "real estate", "estate"),
        ("How did you prepare the next generation of leaders?", "next generation", "generation"),
        ("Describe a project that went wrong.", "", "wrong"),
        ("How did you get to the bottom of a complex problem?", "complex problem", "bottom"),
        ("Tell us about a calculated risk that paid off.", "calculated risk", "paid"),
    ],
)
def test_what_is_woven_in_names_a_thing_in_whole(
    matcher: Matcher, question: str, wanted: str, unwanted: str
) -> None:
    words = matcher.ask(question, (), "opm-2006").keywords
    assert wanted in (*words, "")
    assert unwanted not in words


def test_a_question_crammed_with_cues_is_read_like_any_other(matcher: Matcher) -> None:
    crammed = "budget conflict partner vision audit hire coach law " * 120
    guesses = matcher.ask(crammed, (), "opm-2006").ecqs
    assert guesses
    assert sum(guess.score for guess in guesses) <= 1


@pytest.mark.parametrize(
    "question",
    [
        "What is your leadership style?",
        "Tell us about your management style.",
        "What kind of leader are you?",
        "Tell me about your leadership philosophy.",
    ],
)
def test_a_plain_question_about_leading_probes_leading_people(
    matcher: Matcher, question: str
) -> None:
    assert matcher.ask(question, (), "opm-2025").ecqs[0].code == "LP"
