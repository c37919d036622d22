"""What a posting asks for is found in every shape it is pasted in."""

from __future__ import annotations

import pytest
from posting_cases import Case, case, cases, lose_breaks, one_line, read, texts_of

from sesbank.domain.vacancy import RequirementKind, Vacancy


def _named(cases_: tuple[Case, ...]) -> list[object]:
    return [pytest.param(found, id=found.name) for found in cases_]


def _assert_read(vacancy: Vacancy, wanted: Case) -> None:
    assert texts_of(vacancy, RequirementKind.TQ) == list(wanted.tqs)
    assert texts_of(vacancy, RequirementKind.DESIRABLE) == list(wanted.desirables)
    assert vacancy.framework == wanted.framework
    codes = [r.code for r in vacancy.of_kind(RequirementKind.ECQ) if r.code]
    assert sorted(codes) == sorted(wanted.codes)


@pytest.mark.parametrize("wanted", _named(cases()))
def test_a_posting_gives_its_requirements_and_framework(wanted: Case) -> None:
    _assert_read(read(wanted.text), wanted)


@pytest.mark.parametrize("wanted", _named(cases()))
def test_a_posting_without_any_line_break_gives_the_same(wanted: Case) -> None:
    _assert_read(read(one_line(wanted.text)), wanted)


@pytest.mark.parametrize("seed", range(4))
def test_postings_that_lost_half_of_their_line_breaks_give_the_same(seed: int) -> None:
    for wanted in cases():
        _assert_read(read(lose_breaks(wanted.text, seed)), wanted)


def test_postings_with_hard_spaces_and_curly_quotes_give_the_same() -> None:
    for wanted in cases():
        text = wanted.text.replace(" ", "\u00a0").replace("'", "’")
        _assert_read(read(text), wanted)


def test_a_posting_pasted_twice_gives_each_requirement_once() -> None:
    wanted = case("ptqs-in-one-paragraph")
    _assert_read(read(f"{wanted.text}\n\n{wanted.text}"), wanted)


def test_labels_are_those_printed_and_numbers_take_the_headings_abbreviation() -> None:
    printed = read(case("ptqs-in-one-paragraph").text)
    assert [r.label for r in printed.of_kind(RequirementKind.TQ)] == ["PTQ 1", "PTQ 2", "PTQ 3"]
    numbered = read(case("numbered-under-a-heading").text)
    assert [r.label for r in numbered.of_kind(RequirementKind.TQ)] == ["TQ 1", "TQ 2", "TQ 3"]
    from_six = read(case("a-misspelt-heading").text)
    assert [r.label for r in from_six.of_kind(RequirementKind.TQ)] == ["MTQ 6", "MTQ 7"]


def test_ids_count_each_kind_in_posting_order() -> None:
    vacancy = read(case("numbered-under-a-heading").text)
    assert [r.id for r in vacancy.requirements] == [
        *("duty1", "duty2", "tq1", "tq2", "tq3"),
        *("ecq1", "ecq2", "ecq3", "ecq4", "ecq5"),
    ]
    assert [r.start for r in vacancy.requirements] == sorted(r.start for r in vacancy.requirements)


def test_only_tqs_and_ecqs_are_mandatory() -> None:
    vacancy = read(
        case("numbered-under-a-heading").text + case("desirable-qualifications-with").text,
    )
    needed = {r.kind for r in vacancy.requirements if r.mandatory}
    assert needed == {RequirementKind.TQ, RequirementKind.ECQ}
    assert any(r.kind is RequirementKind.DESIRABLE for r in vacancy.requirements)


def test_a_claim_of_a_questionnaire_is_offered_as_a_guess() -> None:
    vacancy = read(case("claims-of-a-questionnaire").text)
    assert [(r.label, r.sure) for r in vacancy.requirements] == [("Question 1", False)]


def test_a_numbered_prompt_of_a_questionnaire_is_offered_as_a_guess() -> None:
    vacancy = read(
        "Assessment 1\n1. Do you have a degree?\n A. Yes\n B. No\n2. Describe your experience in "
        "caring for the grounds of public monuments.\n3. Leading Change: Describe your experience "
        "in changing an organization.\n",
    )
    found = vacancy.of_kind(RequirementKind.TQ)
    assert [(r.label, r.text, r.sure) for r in found] == [
        (
            "Question 2",
            "Describe your experience in caring for the grounds of public monuments.",
            False,
        ),
    ]


def test_duties_are_read_line_by_line() -> None:
    vacancy = read(case("numbered-under-a-heading").text)
    assert texts_of(vacancy, RequirementKind.DUTY) == [
        "Directs the operation of dams and canals in six states",
        "Plans the budget of the region and answers for it",
    ]


def test_an_ecq_holds_its_name_and_definition() -> None:
    vacancy = read(case("numbers-in-brackets-collide").text)
    change, *_ = vacancy.of_kind(RequirementKind.ECQ)
    assert change.code == "LC"
    assert change.text == "Leading Change: The ability to bring about change."


def test_a_definition_in_a_sentence_of_its_own_belongs_to_its_ecq() -> None:
    text = (
        "EXECUTIVE CORE QUALIFICATIONS (ECQs): ECQ 1 - LEADING CHANGE. The ability to bring about "
        "strategic change inside the agency and outside it. ECQ 2 - LEADING PEOPLE. The ability to "
        "lead people toward the mission. Veterans' preference does not apply."
    )
    first, second = (found.text for found in read(text).of_kind(RequirementKind.ECQ))
    assert first.endswith("inside the agency and outside it.")
    assert second.endswith("toward the mission.")


def test_ecqs_named_in_a_sentence_stand_with_their_names_alone() -> None:
    vacancy = read(case("short-names-of-the-ecqs").text)
    assert [r.text for r in vacancy.of_kind(RequirementKind.ECQ)] == [
        "Driving Efficiency",
        "Merit and Competence",
        "Leading People",
        "Achieving Results",
    ]


def test_an_agencys_own_leadership_requirements_belong_to_no_framework() -> None:
    vacancy = read(case("technical-requirements-as-a-label").text)
    assert vacancy.framework == ""
    own = vacancy.of_kind(RequirementKind.ECQ)
    assert [(r.label, r.code) for r in own] == [("LEADERSHIP REQUIREMENT", "")]


def test_the_framework_is_told_by_the_words_that_stand_in_the_posting() -> None:
    vacancy = read(case("short-names-of-the-ecqs").text)
    assert vacancy.framework_evidence == (
        "Driving Efficiency",
        "Merit and Competence",
        "Achieving Results",
    )


def test_leading_people_alone_tells_no_framework() -> None:
    assert read("ECQ 4 - Leading People: lead and inspire.").framework == ""


def test_numbers_alone_tell_no_framework() -> None:
    assert read("Address ECQ 1, ECQ 2, ECQ 3, ECQ 4 and ECQ 5 in your resume.").framework == ""


def test_names_in_small_letters_are_words_of_a_duty_and_no_ecqs() -> None:
    vacancy = read("Duties: Works on leading change, building coalitions and achieving results.")
    assert vacancy.framework == ""
    assert vacancy.of_kind(RequirementKind.ECQ) == ()
