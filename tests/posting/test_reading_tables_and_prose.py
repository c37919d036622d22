"""Tables of what is required and wished for, and qualifications asked for in whole sentences."""

from __future__ import annotations

import pytest
from posting_cases import read, texts_of

from sesbank.domain.vacancy import RequirementKind, Vacancy

TQ, WISH = RequirementKind.TQ, RequirementKind.DESIRABLE
TOP = (
    "Chief of Ports\nHarbor Service\nSummary\nThis Senior Executive Service position runs ports.\n"
    "Duties\nRuns ports and locks.\nQualifications\n"
)
END = "How to Apply\nSend a resume.\n"
PORT, LAW = "Experience running a port of national rank", "Knowledge of dredging law"
WISHES = ["A master's degree", "Fluency in spoken Dutch"]


def guessed(vacancy: Vacancy) -> bool:
    return not any(found.sure for found in vacancy.of_kind(TQ))


@pytest.mark.parametrize(
    "heads",
    [
        "Required\nPreferred\n",
        "Must have (all needed for referral)\nNice to have (used only to break ties)\n",
        "Essential criteria\nDesirable criteria\n",
        "Mandatory (you will not be referred without)\nOptional (a tie-breaker)\n",
        "Minimum qualifications:\nPreferred qualifications:\n",
    ],
)
@pytest.mark.parametrize("topics", [("", ""), ("Ports\n", "Law of the sea\n")])
def test_cells_below_two_heads_are_asked_and_wished_for_in_turn(
    heads: str, topics: tuple[str, str]
) -> None:
    vacancy = read(
        f"{TOP}{heads}{topics[0]}{PORT}\n{WISHES[0]}\n{topics[1]}{LAW}\n{WISHES[1]}\n{END}"
    )
    assert texts_of(vacancy, TQ) == [PORT, LAW]
    assert texts_of(vacancy, WISH) == WISHES
    assert guessed(vacancy)


def test_a_table_with_tabs_or_bars_is_read_cell_by_cell() -> None:
    tabs = f"Area\tMust have\tNice to have\nPorts\t{PORT}\t{WISHES[0]}\nLaw\t{LAW}\t{WISHES[1]}\n"
    bars = (
        "| Area | Required | Desired |\n|---|---|---|\n"
        f"| Ports | {PORT} | {WISHES[0]} |\n| Law | {LAW} | {WISHES[1]} |\n"
    )
    for table in (tabs, bars):
        vacancy = read(TOP + table + END)
        assert texts_of(vacancy, TQ) == [PORT, LAW]
        assert texts_of(vacancy, WISH) == WISHES
        assert all(vacancy.source[r.start : r.end] == r.text for r in vacancy.requirements)


def test_an_empty_cell_is_no_wish() -> None:
    vacancy = read(f"{TOP}Required\nPreferred\n{PORT}\nNone\n{LAW}\n{WISHES[1]}\n{END}")
    assert texts_of(vacancy, TQ) == [PORT, LAW]
    assert texts_of(vacancy, WISH) == [WISHES[1]]


def test_heads_apart_from_each_other_head_lists_and_no_table() -> None:
    vacancy = read(f"{TOP}Must have\n{PORT}\n{LAW}\nNice to have\n{WISHES[0]}\n{WISHES[1]}\n{END}")
    assert texts_of(vacancy, TQ) == [PORT, LAW]
    assert texts_of(vacancy, WISH) == WISHES


@pytest.mark.parametrize(
    "demands",
    [
        "Applicants must demonstrate broad experience in the building of locks and dams. They must"
        " also demonstrate that they have led works at several ports at once. Finally, they must"
        " demonstrate competence in the dredging of tidal rivers.",
        "Candidates must show expertise in the financing of harbors by bonds and fees. Candidates"
        " must also have led the overhaul of a port whose tenants were at odds. In addition,"
        " candidates must have a reputation for fair dealing with pilots.",
        "The ideal candidate will have deep experience of tidal rivers and their locks. Weekends"
        " are free. Applicants must describe their experience managing a fleet of dredgers. They"
        " must also describe how they have settled claims between tenants.",
        "You need to have senior experience in the running of large harbors. You must be able to"
        " swim. You must explain how you have raised the tonnage of a port. Moreover, you must"
        " possess thorough knowledge of the law of salvage.",
    ],
)
def test_sentences_that_each_demand_an_ability_are_guesses(demands: str) -> None:
    vacancy = read(f"{TOP}{demands}\n{END}")
    assert len(texts_of(vacancy, TQ)) == 3
    assert guessed(vacancy)


@pytest.mark.parametrize(
    "said",
    [
        "Applicants must have progressively responsible experience in executive work of any kind."
        " They must have one year of specialized experience at the level of a GS-15 manager.",
        "Candidates must have the ability to obtain a clearance and to hold it for years."
        " They must have a degree and a record of transcripts that are easy to read.",
        "Candidates must show knowledge of the ECQs in a resume of no more than two pages."
        " They must show experience for each of the executive core qualifications there.",
        "The ideal candidate will have broad experience of tidal rivers and of their locks.",
    ],
)
def test_what_makes_eligible_or_is_said_once_in_passing_is_no_qualification(said: str) -> None:
    assert texts_of(read(f"{TOP}{said}\n{END}"), TQ) == []


@pytest.mark.parametrize(
    "asked",
    [
        "You must cover two TQs: that you have run a port authority with a budget of its own,"
        " and that you can show results from talks with pilots and tenants. Then come the ECQs.",
        "It names two technical qualifications: that candidates have run a port authority with a"
        " budget of its own; that candidates know how to hold talks with pilots and tenants.",
        "MTQs: (1) that you have run a port authority with a budget of its own; and (2) that you"
        " can show results from talks with pilots and tenants.",
    ],
)
def test_qualifications_may_be_clauses_of_one_sentence(asked: str) -> None:
    vacancy = read(
        f"PORT NEWS\nJob of the week: Chief of Ports (SES)\n{asked}\nAlso open\n"
        "- Harbor Pilot, Duluth, GS-13. Closes 3/6.\n- Lock Keeper, Peoria, many spots.\n"
    )
    first, second = texts_of(vacancy, TQ)
    assert first.startswith("that ")
    assert first.endswith("a budget of its own")
    assert second.endswith("pilots and tenants")


@pytest.mark.parametrize(
    "heading", ["ALSO OPEN", "More openings", "Other vacancies", "Similar jobs", "Featured jobs"]
)
def test_other_vacancies_of_a_newsletter_are_no_qualifications(heading: str) -> None:
    vacancy = read(
        "PORT NEWS\nThe Harbor Service has an SES opening. Its two TQs: see the announcement.\n"
        f"{heading}\n- Harbor Pilot, Duluth, GS-13. Closes 3/6.\n- Lock Keeper, Peoria, soon.\n"
    )
    assert texts_of(vacancy, TQ) == []


def test_topics_before_a_dash_belong_to_their_items_and_verdicts_do_not() -> None:
    vacancy = read(
        f"{TOP}MANDATORY EXPERIENCE\nPORTS/LOCKS - Directing, for a region, the work of harbors and"
        " locks.\nLAW - Planning and overseeing claims from filing through settlement.\nThe"
        f" mandatory experience will be scored by an expert.\n{END}"
    )
    assert texts_of(vacancy, TQ) == [
        "PORTS/LOCKS - Directing, for a region, the work of harbors and locks",
        "LAW - Planning and overseeing claims from filing through settlement",
    ]


def test_small_letters_behind_dashes_are_deeds_that_a_resume_must_describe() -> None:
    vacancy = read(
        f"{TOP}SPECIALIZED EXPERIENCE\nYour resume must describe your accomplishments in each of"
        " the following areas:\n- directing the dredging of tidal rivers for a large port;\n"
        "- applying the law of salvage to cases of real weight; and\n"
        f"- leading pilots through storms and strikes.\n{END}"
    )
    assert len(texts_of(vacancy, TQ)) == 3
    assert guessed(vacancy)


@pytest.mark.parametrize("verb", ["run", "put in order", "taken over", "driven", "kept open"])
def test_deeds_with_irregular_verbs_are_read(verb: str) -> None:
    vacancy = read(
        f"{TOP}Here is what we want to see. You must prove both in your resume:\n✅ You've {verb} a"
        " large port with many tenants for years on end\n✅ You've led works on locks and dams of"
        f" several rivers\n{END}"
    )
    assert len(texts_of(vacancy, TQ)) == 2


def test_what_is_no_evidence_ends_the_item_before_it() -> None:
    vacancy = read(
        f"{TOP}Three areas of experience must be evident. First, expert knowledge of the law of"
        " salvage. Second, substantial experience settling claims. Third, a demonstrated record of"
        " running a large docket. Length of service is not, in itself, evidence of any of these.\n"
        f"{END}"
    )
    assert len(texts_of(vacancy, TQ)) == 3
    assert texts_of(vacancy, TQ)[2].endswith("large docket")


def test_a_bracketed_number_may_begin_a_list_behind_a_comma() -> None:
    vacancy = read(
        "Technical Qualifications: address each of the following in a page, (1) Mastery of the"
        " theory of tides; (2) Demonstrated success in building gauges; and (3) Standing among"
        " hydrographers.\n"
    )
    assert len(texts_of(vacancy, TQ)) == 3


@pytest.mark.parametrize(
    "told",
    [
        'For each one, choose a level and write no more than one page. An answer of "see resume" is'
        " treated as none.",
        "For each of these, pick a level. Answers such as a bare yes are scored zero.",
        "A response like this one gets no credit. For each item, give one example.",
    ],
)
def test_how_to_answer_is_no_qualification(told: str) -> None:
    vacancy = read(
        f"Mandatory Technical Qualifications (MTQs)\n{told}\nScale: A. I have none. B. I have"
        " some. C. I am an expert.\n4. Mandatory Technical Qualification 1: Demonstrated experience"
        " running a port.\n A\n B\n C\n5. Mandatory Technical Qualification 2: Knowledge of"
        " dredging law and its practice.\n A\n B\n C\n"
    )
    assert texts_of(vacancy, TQ) == [
        "Demonstrated experience running a port",
        "Knowledge of dredging law and its practice",
    ]


def test_questions_numbered_without_stops_go_on_over_their_answers() -> None:
    needed = "Answer to this question is required"
    vacancy = read(
        f"Vacancy Questions Preview 1 Are you a citizen? {needed} Yes No MANDATORY TECHNICAL"
        f" QUALIFICATIONS: Respond to each. 2 Experience in running a port with tenants. {needed}"
        f" Maximum length of 500 words 3 Ability to lead pilots in bad weather. {needed} Maximum"
        f" length of 500 words 4 Have you read this? {needed} Yes No"
    )
    assert texts_of(vacancy, TQ) == [
        "Experience in running a port with tenants",
        "Ability to lead pilots in bad weather",
    ]


def test_lines_that_a_printer_repeats_on_each_page_are_no_end_of_an_item() -> None:
    foot = (
        "\n\nThe Harbor Service is an equal opportunity employer.\n"
        "HARBOR SERVICE        Announcement HS-26-SES-0007\nVacancy Notice        Page {} of 3\n\n"
    )
    text = (
        "POSITION: Chief of Ports\n\nMANDATORY TECHNICAL QUALIFICATIONS\n\n"
        "MTQ 1. Demonstrated experience in running a port of"
        + foot.format(2)
        + "national rank with many tenants."
        + foot.format(3)
        + "MTQ 2. Knowledge of dredging law and its practice."
        + foot.format(3)
        + "HOW TO APPLY\nSend it.\n"
    )
    vacancy = read(text)
    first, second = vacancy.of_kind(TQ)
    assert first.text.startswith("Demonstrated")
    assert first.text.endswith("national rank with many tenants.")
    assert second.text == "Knowledge of dredging law and its practice."
    assert vacancy.announcement == "HS-26-SES-0007"


def test_what_a_resume_is_to_describe_of_an_item_stays_with_it() -> None:
    vacancy = read(
        "Technical Qualifications:\n1.\nDemonstrated experience running a port. Your resume should"
        " describe the size of the port and what you did for it.\n\n2.\nKnowledge of dredging law."
        " Your resume must include the ECQs in two pages.\n"
    )
    assert texts_of(vacancy, TQ) == [
        "Demonstrated experience running a port. Your resume should describe the size of the port"
        " and what you did for it",
        "Knowledge of dredging law",
    ]


def test_a_heading_on_the_same_line_does_not_make_a_demanded_list_one_of_eligibility() -> None:
    vacancy = read(
        f"{TOP}SPECIALIZED EXPERIENCE: Applicants must show all of the following areas in the"
        " resume:\n(a) running a port authority with a capital program;\n(b) negotiating with"
        f" pilots and unions over their pay;\n(c) overseeing contracts for river dredging.\n{END}"
    )
    assert len(texts_of(vacancy, TQ)) == 3
    assert guessed(vacancy)


def test_demands_that_retell_the_ecqs_are_no_qualifications() -> None:
    vacancy = read(
        f"{TOP}Applicants must demonstrate the ability to lead people and experience in driving"
        " results across an agency. They must show that they have led change in a big"
        f" organization.\n{END}"
    )
    assert texts_of(vacancy, TQ) == []


def test_letters_of_a_scale_are_no_part_of_what_is_rated() -> None:
    vacancy = read(
        "Assessment 1\nTechnical Competencies\n1. Skill in running a port with tenants.\nA B C\n"
        "2. Knowledge of the law of salvage.\nA B C\n3. Ability to settle strikes of pilots.\n"
        "A B C\n"
    )
    assert texts_of(vacancy, TQ) == [
        "Skill in running a port with tenants",
        "Knowledge of the law of salvage",
        "Ability to settle strikes of pilots",
    ]
