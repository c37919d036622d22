"""The shipped frameworks: exact names, codes, cues and the crosswalk between them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sesbank.domain.framework import CrosswalkStrength, Cue, Framework, named_among
from sesbank.frameworks.loading import load_frameworks

FRAMEWORKS = load_frameworks()
IDS = FRAMEWORKS.ids

NAMES_2025 = {
    (1, "RL", "Commitment to the Rule of Law and the Principles of the American Founding"): [
        "Knowledge of the American System of Government",
        "Commitment to the Rule of Law",
        "Civic-Mindedness",
    ],
    (2, "DE", "Driving Efficiency"): [
        "Fiscal Responsibility",
        "Managing Resources",
        "Leveraging Technology",
    ],
    (3, "MC", "Merit and Competence"): [
        "Technical Skill",
        "Problem Solving",
        "Agility and Resilience",
    ],
    (4, "LP", "Leading People"): [
        "Accountability",
        "Developing Others",
        "Executive Judgment",
    ],
    (5, "AR", "Achieving Results"): [
        "Operational Mindset",
        "Innovation",
        "Strategic Thinking",
    ],
}
NAMES_2006 = {
    (1, "LC", "Leading Change"): [
        "Creativity and Innovation",
        "External Awareness",
        "Flexibility",
        "Resilience",
        "Strategic Thinking",
        "Vision",
    ],
    (2, "LP", "Leading People"): [
        "Conflict Management",
        "Leveraging Diversity",
        "Developing Others",
        "Team Building",
    ],
    (3, "RD", "Results Driven"): [
        "Accountability",
        "Customer Service",
        "Decisiveness",
        "Entrepreneurship",
        "Problem Solving",
        "Technical Credibility",
    ],
    (4, "BA", "Business Acumen"): [
        "Financial Management",
        "Human Capital Management",
        "Technology Management",
    ],
    (5, "BC", "Building Coalitions"): [
        "Partnering",
        "Political Savvy",
        "Influencing/Negotiating",
    ],
    (0, "FUND", "Fundamental Competencies"): [
        "Interpersonal Skills",
        "Oral Communication",
        "Integrity/Honesty",
        "Written Communication",
        "Continual Learning",
        "Public Service Motivation",
    ],
}


def _names(framework: Framework) -> dict[tuple[int, str, str], list[str]]:
    return {
        (ecq.number, ecq.code, ecq.name): [c.name for c in ecq.competencies]
        for ecq in framework.ecqs
    }


def _cue_lists(framework: Framework) -> list[tuple[str, tuple[Cue, ...]]]:
    lists = [(ecq.code, ecq.cues) for ecq in framework.ecqs]
    return lists + [(c.code, c.cues) for c in framework.competencies]


def test_the_framework_in_force_has_its_official_names_in_order():
    framework = FRAMEWORKS.get("opm-2025")
    assert _names(framework) == NAMES_2025
    assert list(_names(framework)) == list(NAMES_2025)


def test_the_legacy_framework_has_its_official_names_in_order():
    framework = FRAMEWORKS.get("opm-2006")
    assert _names(framework) == NAMES_2006
    assert list(_names(framework)) == list(NAMES_2006)


def test_five_times_three_and_twenty_two_and_six_competencies():
    assert [len(ecq.competencies) for ecq in FRAMEWORKS.get("opm-2025").core] == [3, 3, 3, 3, 3]
    legacy = FRAMEWORKS.get("opm-2006")
    assert [len(ecq.competencies) for ecq in legacy.core] == [6, 4, 6, 3, 3]
    assert len(legacy.competencies) - sum(len(ecq.competencies) for ecq in legacy.core) == 6


def test_the_framework_in_force_is_the_default_and_offered_first():
    assert FRAMEWORKS.default == "opm-2025"
    assert FRAMEWORKS.ids == ("opm-2025", "opm-2006")
    assert [framework.current for framework in FRAMEWORKS.frameworks] == [True, False]


@pytest.mark.parametrize("framework_id", IDS)
def test_only_the_name_two_frameworks_share_does_not_tell(framework_id: str):
    framework = FRAMEWORKS.get(framework_id)
    assert [ecq.name for ecq in framework.ecqs if not ecq.telling] == ["Leading People"]


@pytest.mark.parametrize("framework_id", IDS)
def test_codes_are_unique_and_competency_codes_are_slugs_of_names(framework_id: str):
    framework = FRAMEWORKS.get(framework_id)
    codes = [c.code for c in framework.competencies]
    assert len(set(codes)) == len(codes)
    assert codes == [
        re.sub(r"[^a-z0-9]+", "-", c.name.lower()).strip("-") for c in framework.competencies
    ]
    assert all(c in framework.ecq(c.ecq).competencies for c in framework.competencies)


@pytest.mark.parametrize("framework_id", IDS)
def test_every_cue_is_plain_lower_case_words_and_stands_once(framework_id: str):
    for owner, cues in _cue_lists(FRAMEWORKS.get(framework_id)):
        phrases = [cue.phrase for cue in cues]
        odd = [p for p in phrases if not re.fullmatch(r"[a-z0-9]+(?:[ '][a-z0-9]+)*", p)]
        assert (owner, odd) == (owner, [])
        assert (owner, [p for p, n in Counter(phrases).items() if n > 1]) == (owner, [])


@pytest.mark.parametrize("framework_id", IDS)
def test_every_weight_is_above_nothing_and_at_most_one(framework_id: str):
    for _, cues in _cue_lists(FRAMEWORKS.get(framework_id)):
        assert all(0 < cue.weight <= 1 for cue in cues)


@pytest.mark.parametrize("framework_id", IDS)
def test_every_competency_has_a_meaning_and_fifteen_telling_cues(framework_id: str):
    for competency in FRAMEWORKS.get(framework_id).competencies:
        telling = [cue for cue in competency.cues if cue.weight >= 0.5]
        assert len(telling) >= 15, competency.code
        assert competency.meaning.endswith(".")


@pytest.mark.parametrize("framework_id", IDS)
def test_words_everybody_uses_never_weigh_as_much_as_a_telling_phrase(framework_id: str):
    common = {"team", "decision", "problem", "result", "goal", "change", "people", "project"}
    heavy = {
        cue.phrase
        for _, cues in _cue_lists(FRAMEWORKS.get(framework_id))
        for cue in cues
        if cue.weight > 0.5
    }
    assert heavy & common == set()


@pytest.mark.parametrize("framework_id", IDS)
def test_every_name_and_alias_leads_to_its_own_ecq_or_competency(framework_id: str):
    framework = FRAMEWORKS.get(framework_id)
    for ecq in framework.ecqs:
        for name in (ecq.code, ecq.name, *ecq.aliases):
            assert framework.ecq_named(name) == ecq
    for competency in framework.competencies:
        for name in (competency.code, competency.name, *competency.aliases):
            assert named_among(framework.competencies, name) == competency


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DRIVING RESULTS", "RD"),
        ("Achieving Organizational Success", "BA"),
        ("Building Coalitions/Communication", "BC"),
        ("Building  Coalitions & Communication", "BC"),
        ("results-driven", "RD"),
    ],
)
def test_names_of_other_years_lead_to_the_nearest_legacy_ecq(name: str, code: str):
    found = FRAMEWORKS.get("opm-2006").ecq_named(name)
    assert found is not None
    assert found.code == code


def test_a_name_nobody_uses_leads_nowhere():
    framework = FRAMEWORKS.get("opm-2025")
    assert framework.ecq_named("Building Coalitions") is None
    assert named_among(framework.competencies, "Political Savvy") is None
    assert framework.ecq_named("") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Civic Mindedness", "civic-mindedness"),
        ("Executive Judgement", "executive-judgment"),
        ("American System of Government", "knowledge-of-the-american-system-of-government"),
        ("Agility & Resilience", "agility-and-resilience"),
    ],
)
def test_spellings_met_in_the_field_lead_to_the_competency(name: str, code: str):
    found = named_among(FRAMEWORKS.get("opm-2025").competencies, name)
    assert found is not None
    assert found.code == code


def test_the_crosswalk_has_one_row_for_each_of_the_twenty_eight():
    (crosswalk,) = FRAMEWORKS.crosswalks
    legacy = FRAMEWORKS.get(crosswalk.source)
    assert [row.source for row in crosswalk.rows] == [c.code for c in legacy.competencies]
    assert len(crosswalk.rows) == 28


def test_the_crosswalk_leads_to_competencies_that_are_there():
    (crosswalk,) = FRAMEWORKS.crosswalks
    there = {c.code for c in FRAMEWORKS.get(crosswalk.target).competencies}
    assert {row.target for row in crosswalk.rows if row.target} <= there


def test_crosswalk_strengths_are_as_published():
    (crosswalk,) = FRAMEWORKS.crosswalks
    homes = {row.source: row.target for row in crosswalk.rows if row.strength == "strong"}
    assert homes == {
        "creativity-and-innovation": "innovation",
        "flexibility": "agility-and-resilience",
        "resilience": "agility-and-resilience",
        "strategic-thinking": "strategic-thinking",
        "developing-others": "developing-others",
        "accountability": "accountability",
        "problem-solving": "problem-solving",
        "technical-credibility": "technical-skill",
        "financial-management": "fiscal-responsibility",
        "human-capital-management": "managing-resources",
        "technology-management": "leveraging-technology",
    }
    homeless = {row.source for row in crosswalk.rows if not row.target}
    assert len(homeless) == 10
    for row in crosswalk.rows:
        assert (row.source in homeless) == (row.strength is CrosswalkStrength.NONE)
        assert row.strength is CrosswalkStrength.STRONG or row.note


def test_legacy_cues_are_lent_along_the_crosswalk_by_strength():
    target = FRAMEWORKS.get("opm-2025")
    fiscal = {cue.phrase: cue.weight for cue in target.competency("fiscal-responsibility").cues}
    civic = {cue.phrase: cue.weight for cue in target.competency("civic-mindedness").cues}
    people = {cue.phrase: cue.weight for cue in target.ecq("LP").cues}
    assert fiscal["budget shortfall"] == 1.0
    assert civic["customer satisfaction"] == pytest.approx(0.6)
    assert people["mediate"] == pytest.approx(0.4)


def test_loading_again_costs_nothing():
    assert load_frameworks() is load_frameworks()
