"""The checks of all stories together."""

from datetime import date

from small_framework import FRAMEWORK

from sesbank.checks import check_bank
from sesbank.domain.findings import Severity
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Outcome, Status, Story

TODAY = date(2026, 11, 22)


def story(number: int, ecq: str = "A", **fields: object) -> Story:
    mapping = Mapping(str(fields.pop("framework", "f")), ecq, str(fields.pop("competency", "")))
    return Story(f"s-{number}", "t", ended="2024", mappings=(mapping,), **fields)


def found(*stories: Story) -> dict[str, list[str]]:
    by_rule: dict[str, list[str]] = {}
    for finding in check_bank(FRAMEWORK, stories, TODAY):
        by_rule.setdefault(finding.rule.id, []).append(finding.hint)
    return by_rule


def test_an_ecq_without_a_story_is_graver_than_one_with_a_single_story():
    findings = [f for f in check_bank(FRAMEWORK, [story(1)], TODAY) if f.rule.id == "B01"]
    assert [(f.severity, f.hint.split()[0]) for f in findings] == [
        (Severity.MUST, "Beta"),
        (Severity.SHOULD, "Alpha"),
    ]


def test_competencies_that_no_story_names_are_listed():
    assert "A one" in found(story(1))["B04"][0]
    assert "B04" not in found(story(1, competency="a1"))


def test_a_story_mapped_in_an_older_framework_only_is_named():
    (finding,) = [
        f for f in check_bank(FRAMEWORK, [story(1, framework="old")], TODAY) if f.rule.id == "B08"
    ]
    assert finding.story == "s-1"


def test_variety_is_asked_for():
    same = [story(n, organisation="Agency") for n in range(3)]
    assert {"B06", "B07", "B09"} <= set(found(*same))
    varied = [story(n, organisation=f"Agency {n}") for n in range(9)]
    varied.append(story(9, outcome=Outcome.SETBACK))
    assert not {"B06", "B07", "B09"} & set(found(*varied))


def test_retired_stories_and_notes_carry_nobody_through():
    assert found(story(1, status=Status.RETIRED), story(2, status=Status.INBOX)) == {}
