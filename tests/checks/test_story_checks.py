"""The checks of a story: each finds what it is for, and leaves a good story alone."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.checks import RULES, Yardstick, check_story
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.findings import SEVERITIES, Severity
from sesbank.domain.framework import ECQ, Competency, Cue, Framework
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.retellings import Length, Retelling
from sesbank.domain.story import TOLD_PARTS, Status, Story
from sesbank.exchange.json_stories import stories_from_json
from sesbank.frameworks.loading import load_frameworks

FRAMEWORKS = load_frameworks().frameworks
TODAY = Yardstick(date(2026, 11, 22), frameworks=FRAMEWORKS)

GOOD = Story(
    "s-1",
    "Opened the flood desk",
    challenge="The river rose in nine counties and 4,200 families had no way to ask for help. "
    "The governor wanted the first payment out within ten days, and the law allowed no advance.",
    context="I led an office of 85 people in three regions with a budget of $12 million, a tenth "
    "of the agency's. Two "
    "phone systems were down, the union feared night shifts, and the press counted the days.",
    action="I split the intake by need on the first morning and put the families with children "
    "first. I negotiated night shifts with the union and promised each volunteer a free day. I "
    "asked the general counsel for a reading of the law that let us pay on a signed statement. "
    "I moved 30 clerks from the quiet regions to the desk and trained them myself. I met the "
    "county managers every evening and published the count, good or bad, on the same page. I "
    "had two auditors check one payment in twenty, so that speed would not cost us the trust "
    "of Congress. When a fraud ring appeared, I stopped one county for a day and told the press "
    "why. I wrote down each step, so that the next office could repeat it without me, and I "
    "handed the desk to my deputy in the sixth week with a plan for the winter.",
    result="The first payment left on day 8. In six weeks 4,050 families were paid, 96 percent of "
    "all that asked, and the error rate stayed at 1.8 percent. The agency made the desk its "
    "standard for every flood since, and three other states copied it within two years.",
    grade_at_time="GS-15",
    started="2024-03",
    ended="2024-06",
    status=Status.READY,
)


def found(story: Story, **changes: object) -> dict[str, str]:
    """Return the hint of each check that found something, by its id."""
    return {f.rule.id: f.hint for f in check_story(story.edit(**changes), TODAY)}


def test_a_good_story_is_left_alone():
    assert found(GOOD) == {}


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("S01", {"context": ""}),
        ("S01", {"context": "Busy times."}),
        ("S01", {"unsplit": True}),
        ("S02", {"challenge": "Responsible for nine counties. " + GOOD.challenge}),
        ("S03", {"context": "I led an office in a hard season, and the press watched every step."}),
        ("S04", {"action": "I split the intake by need and met the county managers each evening."}),
        ("S05", {"result": "The desk worked well and everybody was content with what they got."}),
        ("S07", {"context": GOOD.context * 4}),
        ("S10", {"result": GOOD.result * 8}),
        ("S11", {"action": GOOD.action + " " + GOOD.action}),
        (
            "S06",
            {
                "result": "The new parking garage has 400 places, and everybody likes the bright "
                "colors of its walls and the wide ramps that lead down."
            },
        ),
        (
            "S08",
            {
                "action": "I met them. I wrote memos. I sent mails. I took calls. I read reports. "
                "I held talks. I made slides. I saw vendors. I kept lists.",
                "result": "The office was content with all that and went on with its work.",
            },
        ),
        ("V02", {"action": GOOD.action + " The team redesigned every form."}),
        (
            "V05",
            {
                "action": "I was there in the room on most days, and I listened to what the "
                "clerks had to say, and I thought about it, and in the evening I knew more."
            },
        ),
        ("V06", {"action": GOOD.action + " The candidate then left for the coast."}),
        (
            "V06",
            {
                "role": "Deputy Director, Floods",
                "action": GOOD.action + " The deputy director decided to go on.",
            },
        ),
        (
            "N05",
            {
                "challenge": "The river rose and families had no way to ask for help in the flood, "
                "while the governor wanted the first payment soon and the law did not allow it.",
                "context": "I led an office near the river, and the press counted the days.",
                "action": "I split the intake by need and put families first. I negotiated night "
                "shifts. I asked the counsel for a reading of the law. I moved clerks to the desk.",
                "result": "The first payment left on time and families were paid in the season.",
            },
        ),
        (
            "L01",
            {
                "action": "I wrote the script and the schema, tuned the database queries, fixed "
                "the server firmware, and cut the latency of the API until it ran."
            },
        ),
        ("A04", {"challenge": GOOD.challenge + " My predecessor had mismanaged the whole office."}),
        ("A07", {"action": GOOD.action + " I used strategic thinking and problem solving."}),
        ("A07", {"result": GOOD.result + " I demonstrated accountability."}),
        ("A08", {"mappings": (Mapping("opm-2006", "LC", "vision"),)}),
        ("A11", {"result": GOOD.result + " " + FRAMEWORKS[0].ecqs[1].meaning}),
        ("V01", {"action": GOOD.action.replace("I ", "we ").replace("my ", "our ")}),
        ("V01", {"action": "The intake was split by need and the clerks came from elsewhere."}),
        ("V03", {"action": "I led. The plan was made. The desk was opened. It was closed again."}),
        ("V04", {"action": GOOD.action + " I helped the managers."}),
        ("V08", {"result": GOOD.result + " It was a game-changing deep dive."}),
        ("L03", {"action": GOOD.action + " I was tasked with the rest."}),
        (
            "N01",
            {
                "context": "I led the staff in three regions on $12 million.",
                "action": GOOD.action.replace("30 clerks", "clerks"),
                "challenge": "The river rose and there was no way to ask for help or for money.",
                "result": "The first payment left on day 8, and the rest within six weeks of it.",
            },
        ),
        ("N02", {"context": GOOD.context.replace("$12 million", "some size")}),
        ("N04", {"result": GOOD.result + " Complaints fell after that."}),
        ("N07", {"result": GOOD.result + " Trust grew significantly."}),
        (
            "L04",
            {"action": "I wrote the plan. I tested the plan. I wrote it anew. I filed it. " * 2},
        ),
        ("L05", {"grade_at_time": "GS-12"}),
        ("T01", {"started": "2015", "ended": "2016-10"}),
        ("T02", {"ended": "2019"}),
        ("T03", {"started": "", "ended": ""}),
        ("T04", {"ended": "2017-02"}),
        ("A01", {"action": GOOD.action + " I asked FNS for the data."}),
        ("A02", {"action": GOOD.action + " I called Ms. Rivera."}),
        ("A03", {"action": GOOD.action + " I have always believed in service."}),
        ("A05", {"context": GOOD.context + " My number is 123-45-6789."}),
        ("A06", {"context": GOOD.context + " The Republicans were against it."}),
        ("A09", {"result": GOOD.result + " For more see my resume."}),
        ("A10", {"context": GOOD.context + " (NOFORN)"}),
        ("A12", {"result": GOOD.result + " TBD"}),
        ("A12", {"result": GOOD.result + " It is is so."}),
        ("LEN1", {"action": GOOD.action * 3}),
        ("LEN1", {"action": "I split the intake. I moved 30 clerks. I met the county managers."}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_check_finds_what_it_is_for(rule, changes):
    assert rule in found(GOOD, **changes)


def test_few_numbers_are_noticed_in_a_story_of_some_length():
    words = "The office was slow and the people waited for a long time at the counter. " * 3
    assert "N06" in found(Story("s-2", "t", challenge=words, context=words, action=words))


def test_reach_beyond_the_office_is_asked_for():
    words = "The office was slow and visitors waited for a long time at the counter. " * 5
    assert "L02" in found(Story("s-2", "t", challenge=words))


def test_a_span_is_exactly_the_words_that_are_meant():
    changed = GOOD.edit(action=GOOD.action + " I helped the managers.")
    (finding,) = [f for f in check_story(changed, TODAY) if f.rule.id == "V04"]
    assert changed.action[finding.start : finding.end] == finding.quote == "I helped"


def test_a_figure_that_may_not_be_said_is_found_where_it_stands():
    held = Figure(FigureKind.MONEY, "$12 million", state=FigureState.WITHHELD)
    unsure = Figure(FigureKind.CHANGE, "96 percent", state=FigureState.UNCONFIRMED)
    hints = found(GOOD, figures=(held, unsure))
    assert "$12 million" in hints["N08"]
    assert "96 percent" in hints["N09"]
    assert found(GOOD, figures=(Figure(FigureKind.SCOPE, "12", state=FigureState.WITHHELD),)) == {}


def test_an_acronym_that_is_spelled_out_once_is_fine():
    action = GOOD.action + " I asked the Food and Nutrition Service (FNS), and FNS agreed."
    assert found(GOOD, action=action) == {}


def test_a_lone_country_is_not_us_and_a_numeral_is_not_i():
    action = "We signed with the US. We met. Title I stood in the way of our team, and Phase I too."
    assert "“we” or “our” 3, “I” or “my” 0" in found(GOOD, action=action)["V01"]


def test_bullets_that_begin_with_a_verb_need_no_i():
    bullets = "- Negotiated with the union\n- Moved 30 clerks to the desk\n- Trained each of them"
    assert "V01" not in found(GOOD, action=bullets)


def test_over_six_minutes_is_graver_than_over_four():
    long = GOOD.edit(action=GOOD.action * 6)
    (finding,) = [f for f in check_story(long, TODAY) if f.rule.id == "LEN1"]
    assert finding.severity is Severity.MUST


def test_tellings_keep_their_time_their_shape_and_their_step():
    told = (
        Retelling(Length.HALF_MINUTE, "word " * 90, GOOD.mark),
        Retelling(Length.BULLET, "I led a desk.", "of an older text"),
    )
    hints = found(GOOD, retellings=told)
    assert "39 seconds" in hints["LEN2"]
    assert "bullet" in hints["LEN3"]
    assert "resume bullet telling" in hints["LEN4"]
    whole = Retelling(
        Length.BULLET,
        "Opened a flood desk for nine counties in eight days with 30 clerks; paid 4,050 families, "
        "96 percent of all applicants, within six weeks at an error rate of 1.8 percent.",
        GOOD.mark,
    )
    assert found(GOOD, retellings=(whole,)) == {}


def test_what_is_set_aside_is_left_out_unless_asked_for():
    story = GOOD.edit(grade_at_time="GS-12", waived=("L05",))
    assert found(story) == {}
    assert [f.rule.id for f in check_story(story, TODAY, waived=True)] == ["L05"]


NEWER = {"S06", "S08", "V02", "V05", "V06", "N05", "L01", "A04", "A07", "A08", "A11", "N03"}


def test_the_stories_of_the_example_bank_are_left_alone_by_what_judges_style():
    text = (Path(__file__).resolve().parents[2] / "examples/stories.json").read_text("utf-8")
    told = {
        (finding.rule.id, story.title)
        for story in stories_from_json(text, new_id=lambda: "s-5", framework="opm-2025").stories
        for finding in check_story(story.edit(status=Status.READY), TODAY)
        if finding.rule.id in NEWER
    }
    assert told == {
        ("N05", "Improved the correspondence process"),
        # Each tells its own budget and not whose part that is.
        ("N03", "Consolidated eleven leases into four"),
        ("N03", "Carried eighteen field offices through a year-long continuing resolution"),
        # Mapped to a side competency, Vision and Agility, that no word of them names.
        ("A08", "Merged two field offices and kept the people"),
        ("A08", "Contained a stolen-password attack before payment day"),
    }


def test_a_budget_is_told_as_a_share_of_the_larger_whole_too():
    alone = GOOD.context.replace(", a tenth of the agency's", "")
    assert "“budget of $12 million”" in found(GOOD, context=alone)["N03"]


@pytest.mark.parametrize(
    "said",
    [
        "I led a desk with a budget of $12 million, 8 percent of what the department spends.",
        "I led the second-largest office, on a $12 million budget.",
        "I answered for the agency's $900 million budget.",
        "I led the agency’s budget of $900 million through the year.",
        "I led a $12 million operating budget out of $90 million for the region.",
        "We closed a $3 million budget gap and a $1.2 million budget shortfall.",
        "The budget cut of $3 million came in May.",
        "The award of $12 million was paid at once.",
        "The budget was frozen.",
    ],
)
def test_a_sum_that_is_no_budget_led_or_has_its_share_is_left_alone(said):
    context = GOOD.context.replace(" with a budget of $12 million, a tenth of the agency's", "")
    assert "N03" not in found(GOOD, context=f"{context} {said}")


VISION = (Mapping("opm-2006", "LC", "vision", Strength.SUPPORTING),)


@pytest.mark.parametrize(
    ("said", "fires"),
    [
        ("", True),
        ("The two offices had a common purpose.", False),  # one that tells it
        ("Its purpose was common to both offices.", True),  # its words apart are another thing
        ("We transformed the desk.", False),  # whatever its ending
    ],
)
def test_a_key_word_of_the_competency_is_said_where_its_words_stand_together(said, fires):
    told = found(GOOD, mappings=VISION, context=f"{GOOD.context} {said}")
    assert ("A08" in told) is fires
    if fires:
        assert "Mapped to Vision and says no key word of it" in told["A08"]


def test_a_key_word_that_many_competencies_share_counts_half_and_two_of_them_whole():
    shared = Competency("c", "Stewardship", "AR", "", (Cue("deadline", 0.4), Cue("goal", 0.4)))
    ecq = ECQ("AR", 1, "Achieving Results", "", (shared,))
    yardstick = Yardstick(date(2026, 11, 20), frameworks=(Framework("mine", "Mine", "", (ecq,)),))
    story = GOOD.edit(mappings=(Mapping("mine", "AR", "c"),))
    for said, fires in (("We met the deadline.", True), ("We met deadline and goal.", False)):
        findings = check_story(story.edit(context=f"{GOOD.context} {said}"), yardstick)
        assert any(f.rule.id == "A08" for f in findings) is fires


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (
            "V02",
            {"action": GOOD.action + " The team redesigned each form after I had set the goal."},
        ),
        ("V02", {"action": GOOD.action + " The team feared the winter."}),
        ("V06", {"role": "Director, Floods", "action": GOOD.action + " The director agreed."}),
        ("V06", {"action": GOOD.action + " The manager of the county agreed."}),
        ("V06", {"challenge": GOOD.challenge + " Each delay cost the applicant a year."}),
        ("V06", {"action": GOOD.action + " The candidate who won had closed 3 audits."}),
        ("V06", {"action": GOOD.action + " The incumbent contractor protested twice."}),
        ("V02", {"challenge": GOOD.challenge + " The staff resisted for two months."}),
        ("A04", {"action": GOOD.action + " I briefed senior leadership on toxic chemicals found."}),
        (
            "A04",
            {"context": GOOD.context + " It was negligent, and my supervisor asked me to lead."},
        ),
        (
            "A07",
            {"action": GOOD.action + " I merged the Problem Solving and Strategic Thinking staff."},
        ),
        ("A04", {"context": GOOD.context + " The supervisor of the desk did not like night work."}),
        ("A07", {"action": GOOD.action + " I wrote the strategic plan with them."}),
        ("A08", {"mappings": (Mapping("opm-2025", "DE", "managing-resources"),)}),
        ("A08", {"mappings": (Mapping("opm-2025", "RL"),)}),
        ("L01", {"action": GOOD.action + " I had the database and its schema moved to a server."}),
    ],
)
def test_what_only_looks_like_a_fault_is_left_alone(rule, changes):
    assert rule not in found(GOOD, **changes)


def test_a_line_in_the_inbox_is_not_checked():
    assert found(Story("s-3", "A line", status=Status.INBOX)) == {}


def test_every_rule_says_who_asks_for_it():
    assert len(RULES) >= 30
    assert all(rule.title and rule.source and rule.severity for rule in RULES.values())


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(st.fixed_dictionaries(dict.fromkeys(TOLD_PARTS, TEXT)))
def test_any_text_is_checked_with_spans_that_hold_gravest_first(parts):
    story = Story("s-4", "t", **parts)
    findings = check_story(story, TODAY)
    for finding in findings:
        assert 0 <= finding.start <= finding.end
        if finding.part in TOLD_PARTS:
            assert story.part(finding.part)[finding.start : finding.end] == finding.quote
    places = [SEVERITIES.index(f.severity) for f in findings]
    assert places == sorted(places)


@pytest.mark.parametrize("unit", ["1,", "1", "[insert "])
def test_a_column_of_numbers_is_looked_through_once(unit: str) -> None:
    """Where each sign began a scan of the rest this took minutes."""
    many = GOOD.edit(context="The staff. " + unit * (20_000 // len(unit)))
    assert check_story(many, TODAY)
