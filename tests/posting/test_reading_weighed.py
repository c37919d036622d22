"""Lists and sentences that ask under headings of their own, and what only looks like them."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ
TOP = (
    "Director, Office of Canals\nWater Works Agency\nES-0340-00\n\n"
    "Summary\nThis position is in the Senior Executive Service.\n\n"
    "Duties\n- Leads a staff of 120.\n- Advises the Administrator on locks.\n\n"
)
END = "\n\nHow to apply\nSend a resume through USAJOBS.\n"
ASKED = (
    "Extensive experience in the repair of locks and weirs.",
    "Thorough knowledge of the law of navigable waters.",
    "A record of leading engineers through droughts and floods.",
)
SENTENCES = (
    "Whoever takes this on must have run locks in more than one basin.",
    "Also required is expertise in the law of navigable waters.",
    "No one will be referred who has not negotiated with water users.",
)


@pytest.mark.parametrize(
    "heading",
    [
        "What the job takes",
        "Minimum technical bar",
        "Candidate profile",
        "Technical depth",
        "What will be rated",
        "Our ideal leader:",
        "Is this you?",
        "Tell us about each of these:",
        "You should apply if you have",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "• ", "", "{}. "])
def test_a_list_of_abilities_is_asked_whatever_its_heading(heading: str, mark: str) -> None:
    lines = "\n".join(mark.format(n) + line for n, line in enumerate(ASKED, 1))
    vacancy = read(f"{TOP}{heading}\n{lines}{END}")
    assert texts_of(vacancy, TQ) == [line.rstrip(".") for line in ASKED]
    assert not any(requirement.sure for requirement in vacancy.of_kind(TQ))


@pytest.mark.parametrize(
    "heading",
    [
        "Also welcome",
        "What would make you stand out",
        "We'd love it if you also have",
        "It helps if you have",
        "Nice extras",
        "Preferred, not needed:",
        "A typical week includes:",
        "Required documents:",
        "Specialized experience at the GS-15 level, for one year",
    ],
)
def test_the_same_list_under_wishes_papers_or_eligibility_is_not_asked(heading: str) -> None:
    lines = "\n".join(f"- {line}" for line in ASKED)
    assert texts_of(read(f"{TOP}{heading}\n{lines}{END}"), TQ) == []


@pytest.mark.parametrize("heading", ["What you'll do", "As Director, you will:", "In this job"])
def test_what_the_job_is_about_is_not_asked(heading: str) -> None:
    lines = (
        "- Leading a staff of 240 in four divisions and two field offices.\n"
        "- Representing the agency before Congress and the press.\n"
        "- Directing the review of grants worth $40 million a year.\n"
    )
    assert texts_of(read(f"{TOP}{heading}\n{lines}{END}"), TQ) == []


@pytest.mark.parametrize("heading", ["About you\n", "Requirements\n", ""])
def test_sentences_that_each_demand_something_are_asked_however_they_put_it(heading: str) -> None:
    text = f"{TOP}{heading}{' '.join(SENTENCES)}{END}"
    assert texts_of(read(text), TQ) == [s.rstrip(".") for s in SENTENCES]


def test_one_demand_among_other_sentences_says_what_sort_of_person_is_sought() -> None:
    text = f"{TOP}About the office\nWe keep 90 locks open. {SENTENCES[0]} Barges wait.{END}"
    assert texts_of(read(text), TQ) == []


def test_an_item_cut_off_with_the_page_is_left_out() -> None:
    lines = "\n".join(f"- {line}" for line in ASKED)
    found = texts_of(read(f"{TOP}Candidate profile\n{lines}\n- An understanding"), TQ)
    assert len(found) == len(ASKED)


def test_an_ecq_ends_where_a_qualification_begins() -> None:
    text = (
        f"{TOP}ECQ 5: Building Coalitions: This core qualification involves the ability to build"
        f" coalitions internally.\n\nWhat the job takes\n- {ASKED[0]}\n- {ASKED[1]}{END}"
    )
    vacancy = read(text)
    first = min(requirement.start for requirement in vacancy.of_kind(TQ))
    assert all(ecq.end <= first for ecq in vacancy.of_kind(RequirementKind.ECQ))


def test_a_bonus_in_a_line_is_one_wish_and_takes_in_no_sentence_behind_it() -> None:
    text = f"{TOP}Bonus points: Dutch or time at sea. Leave is 26 days after 15 years.{END}"
    assert texts_of(read(text), RequirementKind.DESIRABLE) == ["Dutch or time at sea"]


def test_a_list_under_wishes_in_other_words_is_wished_for() -> None:
    text = f"{TOP}Also welcome\n- {ASKED[0]}\n- {ASKED[1]}{END}"
    assert len(texts_of(read(text), RequirementKind.DESIRABLE)) == 2


def test_the_functions_that_make_a_post_an_executive_one_are_not_asked() -> None:
    lines = (
        "- Directing the work of an organizational unit.\n"
        "- Being held accountable for the success of specific programs or projects.\n"
        "- Monitoring progress toward organizational goals and making adjustments.\n"
        "- Supervising the work of employees other than personal assistants.\n"
    )
    text = f"{TOP}Qualifications\nYou must have experience in the following:\n{lines}{END}"
    assert texts_of(read(text), TQ) == []
