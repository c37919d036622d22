"""Qualifications that a sentence points to, below it or above it."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ
LISTED = (
    "1. You must be a citizen.\n2. Experience with dredging fleets and their crews.\n"
    "3. Knowledge of tolls and of the law of navigation.\n4. Submit an SF-50.\n"
)
WANTED = [
    "Experience with dredging fleets and their crews",
    "Knowledge of tolls and of the law of navigation",
]


@pytest.mark.parametrize(
    "text",
    [
        f"Items 2 and 3 below are the mandatory technical qualifications.\n{LISTED}",
        f"{LISTED}Items 2 and 3 above are the mandatory technical qualifications.\n",
        f"{LISTED}Numbers 2-3 above are the technical qualifications.\nHow to Apply\n1. Go there.\n"
        "2. Press send.\n3. Wait.\n",
        f"Duties\n1. Runs ports.\n2. Keeps crews.\n3. Writes.\n\nQuestions\n{LISTED}"
        "Questions 2 and 3 above are the technical qualifications.\n",
    ],
)
@pytest.mark.parametrize("joint", ["\n", " "])
def test_numbers_below_or_above_a_sentence_are_the_qualifications(text: str, joint: str) -> None:
    vacancy = read(text.replace("\n", joint))
    assert texts_of(vacancy, TQ) == WANTED
    assert [r.label[-1] for r in vacancy.of_kind(TQ)] == ["2", "3"]


@pytest.mark.parametrize("marks", [("- ", "- "), ("a. ", "b. "), ("1) ", "2) "), ("", "")])
@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("The statements above are the mandatory technical qualifications.", True),
        ("All of the above are technical qualifications.", True),
        ("The qualifications listed above are required for this position.", False),
    ],
)
def test_a_sentence_may_stand_behind_its_list(
    marks: tuple[str, str], sentence: str, *, sure: bool
) -> None:
    listed = "\n".join(f"{m}{w}." for m, w in zip(marks, WANTED, strict=True))
    vacancy = read(f"Requirements\n{listed}\n{sentence}\n")
    assert texts_of(vacancy, TQ) == WANTED
    assert all(requirement.sure is sure for requirement in vacancy.of_kind(TQ))


def test_a_sentence_with_no_list_above_it_leads_to_none() -> None:
    vacancy = read("Ports are deep.\nThe requirements above are the technical qualifications.\n")
    assert texts_of(vacancy, TQ) == []
