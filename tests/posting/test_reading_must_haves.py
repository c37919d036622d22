"""Must-haves under headings that call nothing technical, and what stands there and is none."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ
TOP = (
    "Director of Dams\nBureau of Water\nThis position is in the Senior Executive Service.\n"
    "Duties\nRuns the dams.\n"
)
END = "\nHow to apply\nOnline.\n"


@pytest.mark.parametrize(
    ("section", "asked"),
    [
        (
            "Must-haves\n1 You've run dam safety programs in a region.\n2 You've dealt with courts"
            " on water rights.\n3 You know spillway hydraulics.\nNice to have\n1 Spanish at work\n",
            ("You've run", "You've dealt", "You know"),
        ),
        (
            "What we need\n* U.S. citizenship\n* deep knowledge of dams and how they fail\n"
            "* a record of settling disputes between states\n* experience in relief\n"
            "We'd also love\n* experience in a utility\n",
            ("deep knowledge", "a record", "experience in relief"),
        ),
        (
            "Essential (all needed; address M1 and M2)\nM1  Extensive experience in dam"
            " inspection.\nM2  Expert knowledge of concrete and grout.\nM3  A degree in"
            " engineering.\nUseful\nU1  French.\n",
            ("Extensive experience", "Expert knowledge"),
        ),
        (
            "Required experience\nThe Director must have built large dams in a seismic region."
            " A working knowledge of interstate compacts is needed. You need to have dealt with"
            " utilities on power contracts. Experience abroad counts as much as any.\n",
            ("The Director", "A working knowledge", "You need"),
        ),
        (
            "Specialized Experience\nYour resume must show each of these:\nDirecting dam inspection"
            " across several basins;\nNegotiating water compacts with states; and\nReviewing"
            " spillway designs.\n",
            ("Directing", "Negotiating", "Reviewing"),
        ),
        (
            "Technical qualifications you'll write about (a page on each):\n✔ Ten years or so in"
            " hydropower\n✔ Hands-on dealings with state water boards\n",
            ("Ten years", "Hands-on"),
        ),
    ],
)
def test_what_stands_under_a_heading_over_must_haves_is_guessed(
    section: str, asked: tuple[str, ...]
) -> None:
    vacancy = read(TOP + section + END)
    found = texts_of(vacancy, TQ)
    assert len(found) == len(asked)
    assert all(text.startswith(start) for text, start in zip(found, asked, strict=True))
    assert not any(requirement.sure for requirement in vacancy.of_kind(TQ))


@pytest.mark.parametrize(
    "section",
    [
        "You must have\n* U.S. citizenship\n* a Top Secret clearance\n* a valid driver's license\n",
        "Essential\n- Reading the announcement in full\n- Attaching the resume as one file\n"
        "- Sending it on time\n",
        "Mandatory\n- Leading change in an agency\n- Leading people to results\n"
        "- Achieving results across agencies\n",
        "Essential requirements\nThe Director must understand that travel is frequent. You must be"
        " able to travel. You must know that hours are long.\n",
        "Minimum qualifications\nCandidates must have experience at the GS-15 level. Applicants"
        " must have demonstrated executive skills.\n",
        "Specialized Experience\nYou must have one full year of specialized experience including"
        " all of the following:\nManaging dams;\nApplying water law; and\nSupervising people.\n",
        "Qualifications\nCandidates must have gained that experience in a large organization."
        " Applicants must have acquired this experience with people of rank.\n",
    ],
)
def test_conditions_eligibility_and_side_remarks_under_such_headings_are_not_asked(
    section: str,
) -> None:
    assert texts_of(read(TOP + section + END), TQ) == []
