"""Narratives behind questions, titles behind Roman numbers, columns run together, hints."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ
OPENING = "For preview purposes only.\nAssessment 1\n"
BRIDGES = "Mastery of the design of long bridges and of how they are inspected."
STOCKS = "Experience in running an inventory of many thousand structures."
HINT = "Give the parties, what was at stake and what you yourself did."


@pytest.mark.parametrize(
    ("lead", "narrative"),
    [
        (
            "1a.\nIf yes: ",
            "In the space below, describe an audit of grants to cities that you led, ",
        ),
        ('1a. If "Yes," ', "use the space below to explain an audit of grants that you led, "),
        ("If you answered yes, ", "tell us about an audit of grants to cities that you led, "),
        ("", "Please describe an audit of grants to cities for which you answered, "),
    ],
)
def test_a_narrative_behind_a_question_stands_for_it(lead: str, narrative: str) -> None:
    told = f"{narrative}who was audited, and what changed."
    vacancy = read(
        f"{OPENING}1.\nDo you have experience in audits?\n Yes\n No\n"
        f"{lead}{told} (MTQ)\n2.\nAre you a citizen?\n Yes\n No\n"
    )
    assert texts_of(vacancy, TQ) == [told.rstrip(".")]


def test_a_narrative_that_adds_nothing_leaves_the_question() -> None:
    asked = "Do you have experience in leading audits of grants to states and cities?"
    vacancy = read(
        f"{OPENING}1.\n{asked}\n Yes\n No\n1a.\n"
        "If yes, describe your experience. Give the period, the employer and the size of staff.\n"
    )
    assert texts_of(vacancy, TQ) == [asked]


def test_a_narrative_about_the_person_is_none() -> None:
    vacancy = read(
        f"{OPENING}1.\nHave you ever been convicted of an offense?\n"
        " Yes\n No\n1a.\nIf yes, describe the circumstances, the court, and the way in which the "
        "matter was settled in the end.\n"
    )
    assert texts_of(vacancy, TQ) == []


@pytest.mark.parametrize("dash", [" -- ", " - ", ": ", " \u2014 "])
@pytest.mark.parametrize("gap", [" ", "\u00a0"])
def test_titles_behind_roman_numbers_belong_to_their_items(dash: str, gap: str) -> None:
    items = [f"Bridge Design{dash}{BRIDGES}", f"Asset Management{dash}{STOCKS}"]
    vacancy = read(
        "MANDATORY TECHNICAL QUALIFICATIONS (MTQs): Address each of the following:\n\n"
        f"I.{gap}{items[0]}\nII. {items[1]}\n\nEducation\nNone.\n"
    )
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == [
        " ".join(item.rstrip(".").split()) for item in items
    ]


def test_roman_numbers_of_steps_are_no_qualifications() -> None:
    vacancy = read(
        "Only the ECQs are rated.\nHow to Apply\nI. Resume -- five pages at most with your name\n"
        "II. Narrative -- ten pages at most\nIII. Save -- choose it and wait\n"
    )
    assert texts_of(vacancy, TQ) == []


def test_rows_of_two_columns_run_together_are_read_to_their_ends() -> None:
    standing = "Standing as an economist of farm markets, seen in papers and advice"
    vacancy = read(
        'Name the statement (e.g. "ECQ 2", "TQ 2") at the top of each page\n'
        "Executive Core Qualifications Technical Qualifications\n"
        f"ECQ 1 Leading Change TQ 1 {standing}\n"
        f"ECQ 2 Leading People TQ 2 {STOCKS}\nECQ 3 Results Driven\n"
    )
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == [standing, STOCKS.rstrip(".")]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        (HINT, f" {HINT}"),
        ("Tell us who the parties were.", " Tell us who the parties were."),
        ("Describe the claim and what came of it.", " Describe the claim and what came of it."),
        ("Name the announcement on each sheet.", ""),
    ],
)
def test_a_hint_on_what_to_tell_stays_with_the_last_item(behind: str, kept: str) -> None:
    vacancy = read(
        f"TECHNICAL QUALIFICATIONS: TQ1. {BRIDGES} TQ2. {STOCKS} TQ3. Ability to settle claims "
        f"with tribes and states. {behind} EXECUTIVE CORE QUALIFICATIONS: five."
    )
    settled = f"Ability to settle claims with tribes and states.{kept}"
    assert texts_of(vacancy, TQ)[-1] == settled.rstrip(".")


@pytest.mark.parametrize("beside", [" 1. ", " | ", " "])
def test_what_stands_beside_an_ecq_under_two_heads_needs_no_label(beside: str) -> None:
    standing = "Standing as an economist of farm markets, seen in papers and advice to officials"
    vacancy = read(
        f"Area Director\nThe Director leads {'people on farms and on ranges, ' * 6}and more.\n"
        "Executive Core Qualifications (2 pages) Technical Qualifications (2 pages)\n"
        f"1. Leading Change{beside}{standing}\n"
        f"2. Leading People{beside.replace('1', '2')}{STOCKS}\n3. Results Driven\n"
    )
    assert [text.rstrip(".") for text in texts_of(vacancy, TQ)] == [standing, STOCKS.rstrip(".")]


def test_ecqs_that_are_defined_beside_their_names_are_no_technical_qualifications() -> None:
    vacancy = read(
        "Area Director\nExecutive Core Qualifications Technical Qualifications\n"
        "Leading Change This core qualification involves the ability to bring about change.\n"
        "Leading People This core qualification involves the ability to lead people toward goals.\n"
    )
    assert texts_of(vacancy, TQ) == []


def test_under_a_heading_too_the_narrative_behind_a_numbered_question_stands_for_it() -> None:
    text = (
        "Chief of Dams\nBureau of Water\nES-0801-00\n\nTechnical Qualifications\n\n"
        "1. Do you have experience in leading dam safety programs?\nA. Yes\nB. No\n\n"
        "2. If yes, describe a dam safety program that you led, the faults you found in it, and"
        " what became of the dams that you had judged unsafe.\n\n"
        "3. Do you have experience in negotiating water compacts?\nA. Yes\nB. No\n\n"
        "4. If yes, describe that experience.\n\nHow to apply\nOnline.\n"
    )
    found = texts_of(read(text), RequirementKind.TQ)
    assert [words.split()[0] for words in found] == ["describe", "Do"]
