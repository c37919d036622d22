"""What a panel asks about technical qualifications, and which questions are plain."""

import pytest

from sesbank.domain.plain_questions import plainness
from sesbank.domain.tq_questions import LONGEST, question_of
from sesbank.domain.vacancy import Requirement, RequirementKind


def asked(text: str) -> str:
    return question_of(Requirement("tq1", RequirementKind.TQ, "MTQ 1", text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Demonstrated experience directing a national grants program.",
            "Tell us about your experience directing a national grants program.",
        ),
        ("Ability to lead a yard.", "Tell us about your ability to lead a yard."),
        ("IT expertise at scale", "Tell us about your IT expertise at scale."),
        (
            "Directing a fleet of vessels.",
            "Tell us about your experience directing a fleet of vessels.",
        ),
        ("Working knowledge of tax law.", "Tell us about your working knowledge of tax law."),
        (
            "Applicants must have a proven record of raising money.",
            "Tell us about your record of raising money.",
        ),
        ("I possess knowledge of clearing.", "Tell us about your knowledge of clearing."),
        ("Public Trust: Describe how you explained a cost.", "Describe how you explained a cost."),
        (
            "Siting and permits.** Experience in bringing a project through permits.",
            "Tell us about your experience in bringing a project through permits.",
        ),
        (
            "Please provide a statement describing your knowledge of courts.",
            "Describe your knowledge of courts.",
        ),
        (
            "Experience leading a program, including:\n• one thing\n• another",
            "Tell us about your experience leading a program.",
        ),
        (
            "Experience with budgets. This includes audits.",
            "Tell us about your experience with budgets.",
        ),
        (
            "Fellowship in a society",
            "Tell us about your experience with this: Fellowship in a society.",
        ),
    ],
)
def test_a_qualification_is_asked_as_a_panel_says_it(text: str, question: str) -> None:
    assert asked(text) == question


@pytest.mark.parametrize("text", ["", ".", "x" * 5000, "experience " * 900, "Experience: " * 50])
def test_whatever_stands_there_is_asked_in_one_breath(text: str) -> None:
    assert len(asked(text)) <= LONGEST + 60
    assert asked(text).endswith(".")


def test_what_could_be_asked_of_anybody_comes_before_what_is_about_one_field() -> None:
    field = "Tell us about a time you changed an airlift."
    plain = "Tell us about a time you changed a plan."
    advice = "How do you plan?"
    known = [field, plain, "Describe a plan you changed.", advice]
    assert sorted(known, key=plainness(known))[-2:] == [field, advice]
