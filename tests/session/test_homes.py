"""Where old narratives belong today: by the crosswalk and by their own words, confirmed at once."""

import pytest

from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.errors import NotFoundError
from sesbank.session import Session, coverage, mappings, stories
from sesbank.settings import Settings

TOLD = {
    "LC": "I redesigned intake with a pilot, a vision and a new idea; staff gave their buy-in.",
    "LP": "I coached every supervisor, gave feedback and mediated grievances; morale rose.",
    "RD": "I set milestones and deadlines and delivered on time; the backlog and cycle time fell.",
    "BA": "I cut a budget of 480 million dollars, consolidated leases and saved 14 million.",
    "BC": "I built a partnership of five states and negotiated an agreement with both parties.",
}
HOME = {"LC": "AR", "LP": "LP", "RD": "AR", "BA": "DE", "BC": "AR"}


@pytest.fixture
def session(tmp_path):
    with Session.open(tmp_path / "bank.json", settings=Settings()) as opened:
        for code, action in TOLD.items():
            held = (Mapping("opm-2006", code),)
            stories.add(opened, title=f"Story {code}", action=action, mappings=held)
        yield opened


def homes(session):
    found = mappings.homes(session, mappings.homeless(session, "opm-2025"), "opm-2025")
    return {home.story.title.removeprefix("Story "): home.offers for home in found}


def test_each_old_narrative_is_offered_a_place_of_today(session):
    assert {code: offers[0].mapping.ecq for code, offers in homes(session).items()} == HOME
    assert all(offers[0].mapping.strength is Strength.PRIMARY for offers in homes(session).values())


def test_words_choose_among_the_places_the_crosswalk_leads_to(session):
    told = "I analyzed the data, found the root cause, tested options and fixed the problem."
    held = (Mapping("opm-2006", "RD"),)
    story = stories.add(session, title="Why it broke", action=told, mappings=held)
    assert mappings.offered(session, story, "opm-2025")[0].mapping.ecq == "MC"


def test_all_are_confirmed_in_one_act_that_one_undo_takes_back(session):
    before = dict(session.bank.stories)
    by_title = {story.title: story.id for story in before.values()}
    wanted = {by_title[f"Story {code}"]: o[0].mapping for code, o in homes(session).items()}
    assert "and 3 more" in mappings.confirm(session, wanted)
    assert homes(session) == {}
    done = {m for s in session.bank.stories.values() for m in s.mapped_in("opm-2025")}
    assert {m.by for m in done} == {MappedBy.SUGGESTION}
    session.undo()
    assert dict(session.bank.stories) == before


def test_a_place_that_is_not_there_maps_none(session):
    wanted = dict.fromkeys(session.bank.stories, Mapping("opm-2025", "XX"))
    with pytest.raises(NotFoundError):
        mappings.confirm(session, wanted)
    assert len(homes(session)) == 5


def test_a_gap_offers_what_the_crosswalk_and_what_the_words_suggest_the_likeliest_first(session):
    told = "I upheld the Constitution and the statute with legal counsel before Congress."
    stories.add(session, title="The statute", action=told)
    (first, *_) = coverage.candidates(session, "opm-2025", "RL")
    assert (first.story.title, first.offer.row) == ("The statute", None)
    found = coverage.candidates(session, "opm-2025", "AR")
    assert {c.story.title for c in found} >= {"Story LC", "Story RD", "Story BC"}
    scores = [candidate.offer.score for candidate in found]
    assert scores == sorted(scores, reverse=True)


def test_a_competency_that_nobody_shows_is_offered_a_story_that_speaks_of_it(session):
    found = coverage.candidates(session, "opm-2025", "DE", "fiscal-responsibility")
    assert "Story BA" in [candidate.story.title for candidate in found]
    assert {c.offer.mapping.competency for c in found} == {"fiscal-responsibility"}


def test_a_story_with_no_room_for_one_more_ecq_fills_no_gap(session):
    full = [Mapping("opm-2025", code) for code in ("AR",)]
    full += [Mapping("opm-2025", code, strength=Strength.SUPPORTING) for code in ("LP", "MC")]
    told = "I upheld the Constitution and the statute with legal counsel before Congress."
    stories.add(session, title="Full", action=told, mappings=tuple(full))
    offered = coverage.candidates(session, "opm-2025", "RL")
    assert "Full" not in [candidate.story.title for candidate in offered]
