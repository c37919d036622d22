"""The checks of what was pinned and chosen for a vacancy."""

from datetime import date

from sesbank.checks import check_vacancies
from sesbank.domain.findings import Severity
from sesbank.domain.interview import Interview
from sesbank.domain.vacancy import Choice, Requirement, RequirementKind, Vacancy

SOURCE = "Leading People Driving Efficiency grants leases"


def requirement(id_: str, label: str, kind: RequirementKind, *, mandatory: bool = True):
    return Requirement(id_, kind, label, "grants", 33, 39, mandatory=mandatory)


ASKED = (
    requirement("ecq1", "ECQ 4", RequirementKind.ECQ),
    requirement("ecq2", "ECQ 2", RequirementKind.ECQ),
    requirement("tq1", "MTQ 1", RequirementKind.TQ),
    requirement("tq2", "MTQ 2", RequirementKind.TQ),
    requirement("duty1", "Duty 1", RequirementKind.DUTY),
)


OFFERED = {f"s-{number}" for number in range(5)}
TODAY = date(2026, 11, 20)


def found(*chosen: Choice, pins: tuple[Choice, ...] = (), closes: str = ""):
    vacancy = Vacancy(
        "v-1", SOURCE, title="Director", requirements=ASKED, chosen=chosen, pins=pins, closes=closes
    )
    return {f.rule.id: f for f in check_vacancies([vacancy], OFFERED, TODAY)}


TQS = (Choice("tq1", "s-1"), Choice("tq2", "s-2"))


def test_a_vacancy_for_which_nothing_was_chosen_is_left_alone():
    assert found() == {}


def test_a_choice_that_answers_everything_once_is_left_alone():
    assert found(*TQS, Choice("ecq1", "s-1"), Choice("ecq2", "s-2")) == {}


def test_a_technical_qualification_without_a_story_is_named():
    finding = found(Choice("tq1", "s-1"))["B05"]
    assert finding.hint == "“Director”: no story for MTQ 2; a panel asks for each."
    assert finding.severity is Severity.MUST


def test_what_is_not_pinned_is_still_proposed_until_a_slate_is_accepted():
    assert found(pins=(Choice("ecq1", "s-1"),)) == {}


def test_a_story_that_is_no_longer_offered_answers_nothing():
    assert "no story for MTQ 2" in found(Choice("tq1", "s-1"), Choice("tq2", "gone"))["B05"].hint


def test_a_vacancy_that_has_closed_is_left_alone():
    assert found(Choice("tq1", "s-1"), closes="2026-11-19") == {}
    assert "B05" in found(Choice("tq1", "s-1"), closes="2026-11-20")


def test_a_vacancy_that_has_closed_counts_while_its_interview_lies_ahead():
    closed = Vacancy("v-1", SOURCE, requirements=ASKED, chosen=TQS[:1], closes="2026-10-31")
    for day, rules in (("2026-11-20T10:00", ["B05"]), ("2026-11-19", []), ("", [])):
        vacancy = closed.edit(interviews=(Interview("i-1", when=day),))
        assert [f.rule.id for f in check_vacancies([vacancy], OFFERED, TODAY)] == rules


def test_one_story_for_two_ecqs_is_named_with_the_story():
    finding = found(*TQS, Choice("ecq1", "s-3"), Choice("ecq2", "s-3"))["B03"]
    assert finding.story == "s-3"
    assert "ECQ 4 and ECQ 2 of “Director”" in finding.hint


def test_a_pin_takes_the_place_of_a_choice():
    chosen = (*TQS, Choice("ecq1", "s-3"), Choice("ecq2", "s-3"))
    assert found(*chosen, pins=(Choice("ecq2", "s-4"),)) == {}


def test_a_third_story_for_an_ecq_is_too_many():
    many = tuple(Choice("ecq1", f"s-{n}") for n in range(3))
    assert "3 stories for ECQ 4" in found(*TQS, pins=many)["B02"].hint
