"""Re-tagging along the crosswalk: suggested, ordered, never more than the story holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.crosswalk import suggest_mappings
from sesbank.domain.framework import CrosswalkStrength
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.frameworks.loading import load_frameworks

FRAMEWORKS = load_frameworks()
CROSSWALK = FRAMEWORKS.crosswalks[0]
LEGACY = FRAMEWORKS.get("opm-2006")


def _legacy(code: str, strength: Strength = Strength.PRIMARY) -> Mapping:
    return Mapping("opm-2006", LEGACY.competency(code).ecq, code, strength)


def _suggested(*mappings: Mapping) -> list[Mapping]:
    return [mapping for mapping, _ in suggest_mappings(mappings, CROSSWALK, FRAMEWORKS)]


def test_a_strong_row_carries_the_mapping_over_with_its_strength():
    found = _suggested(_legacy("financial-management", Strength.SUPPORTING))
    assert found == [
        Mapping(
            "opm-2025",
            "DE",
            "fiscal-responsibility",
            Strength.SUPPORTING,
            MappedBy.SUGGESTION,
        )
    ]


def test_accountability_moves_to_leading_people():
    (found,) = _suggested(_legacy("accountability"))
    assert (found.ecq, found.competency, found.strength) == (
        "LP",
        "accountability",
        Strength.PRIMARY,
    )


def test_a_weak_row_only_suggests_support():
    (found,) = _suggested(_legacy("decisiveness"))
    assert (found.competency, found.strength) == ("executive-judgment", Strength.SUPPORTING)


def test_what_has_no_home_suggests_nothing():
    assert _suggested(_legacy("partnering"), _legacy("leveraging-diversity")) == []


def test_a_strong_suggestion_comes_first_and_each_comes_once():
    codes = ("decisiveness", "vision", "resilience", "strategic-thinking", "flexibility")
    found = _suggested(*(_legacy(code) for code in codes))
    assert [(m.competency, m.strength) for m in found] == [
        ("strategic-thinking", Strength.PRIMARY),
        ("agility-and-resilience", Strength.PRIMARY),
        ("executive-judgment", Strength.SUPPORTING),
    ]


def test_what_the_story_shows_already_is_not_suggested_again():
    held = Mapping("opm-2025", "DE", "fiscal-responsibility", Strength.SUPPORTING)
    assert _suggested(_legacy("financial-management"), held) == []


def test_a_bare_ecq_still_gets_its_competency_suggested():
    held = Mapping("opm-2025", "DE")
    (found,) = _suggested(_legacy("financial-management"), held)
    assert found.competency == "fiscal-responsibility"


def test_a_bare_ecq_whose_competencies_share_one_home_is_carried_over():
    (suggestion,) = suggest_mappings([Mapping("opm-2006", "BA")], CROSSWALK, FRAMEWORKS)
    mapping, row = suggestion
    assert (mapping.framework, mapping.ecq, mapping.competency) == ("opm-2025", "DE", "")
    assert row.source == "financial-management"


@pytest.mark.parametrize(
    ("old", "homes"),
    [
        ("LC", ["AR", "MC", "LP"]),
        ("LP", ["LP"]),
        ("RD", ["AR", "MC", "LP"]),
        ("BA", ["DE"]),
        ("BC", ["AR", "LP"]),
    ],
)
def test_every_old_ecq_leads_somewhere_with_the_strength_it_had(old: str, homes: list[str]):
    found = _suggested(Mapping("opm-2006", old))
    assert [m.ecq for m in found] == homes
    assert {m.strength for m in found} == {Strength.PRIMARY}


def test_a_bare_ecq_that_found_one_of_its_homes_is_led_to_no_other():
    assert _suggested(Mapping("opm-2006", "RD"), Mapping("opm-2025", "MC", "problem-solving")) == []


def test_mappings_of_other_frameworks_suggest_nothing():
    assert _suggested(Mapping("opm-2025", "AR", "innovation"), Mapping("own", "X")) == []


@given(
    st.lists(
        st.builds(
            _legacy,
            st.sampled_from([c.code for c in LEGACY.competencies]),
            st.sampled_from(list(Strength)),
        )
    )
)
def test_suggestions_are_known_distinct_and_never_stronger_than_their_row(held: list[Mapping]):
    found = suggest_mappings(held, CROSSWALK, FRAMEWORKS)
    target = FRAMEWORKS.get("opm-2025")
    assert len({m.competency for m, _ in found}) == len(found)
    for mapping, row in found:
        assert target.competency(mapping.competency).ecq == mapping.ecq
        assert row.source in {m.competency for m in held}
        assert mapping.by is MappedBy.SUGGESTION
        if row.strength is not CrosswalkStrength.STRONG:
            assert mapping.strength is Strength.SUPPORTING
    assert suggest_mappings([*held, *(m for m, _ in found)], CROSSWALK, FRAMEWORKS) == ()
