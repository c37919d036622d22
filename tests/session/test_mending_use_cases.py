"""A reading is mended: whatever is done, each requirement stands word for word at its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sesbank.domain import mending as rules
from sesbank.domain.vacancy import DROPPED, RequirementKind, Vacancy
from sesbank.errors import InputError, NotFoundError
from sesbank.frameworks.loading import load_frameworks
from sesbank.posting import read_posting
from sesbank.session import Session, mending, vacancies

POSTING = """Director, Ferry Operations
Office of Island Transport

Mandatory Technical Qualifications
MTQ 1: Demonstrated experience in running ferries. This includes crews and docks.
MTQ 2: Knowledge of marine safety law.
MTQ 3: Ability to plan for storms.

Applicants should also know the islands. They should like the sea.
Executive Core Qualifications
ECQ 1: Driving Efficiency
ECQ 2: Achieving Results
"""


@pytest.fixture
def kept(session: Session) -> Vacancy:
    return vacancies.keep(session, vacancies.read(session, POSTING))


def tq(vacancy: Vacancy, place: int) -> str:
    return vacancy.of_kind(RequirementKind.TQ)[place].text


def test_a_requirement_takes_a_sentence_more_and_less(session: Session, kept: Vacancy) -> None:
    less = mending.shrink(session, kept, "tq1")
    assert tq(less, 0) == "Demonstrated experience in running ferries."
    more = mending.grow(session, less, "tq1")
    assert tq(more, 0).endswith("crews and docks.")
    later = mending.shrink(session, more, "tq1", at_start=True)
    assert tq(later, 0) == "This includes crews and docks."
    assert tq(mending.grow(session, later, "tq1", at_start=True), 0).startswith("Demonstrated")


def test_the_end_of_a_requirement_moves_by_words(session: Session, kept: Vacancy) -> None:
    less = mending.step(session, kept, "tq2", -1)
    assert tq(less, 1) == "Knowledge of marine safety"
    assert tq(mending.step(session, less, "tq2", 1), 1) == "Knowledge of marine safety law."


def test_two_requirements_become_one_and_one_two(session: Session, kept: Vacancy) -> None:
    merged = mending.merge(session, kept, "tq2")
    assert [r.id for r in merged.of_kind(RequirementKind.TQ)] == ["tq1", "tq2"]
    assert tq(merged, 1).startswith("Knowledge of")
    assert tq(merged, 1).endswith("storms.")
    split = mending.split(session, merged, "tq1")
    assert tq(split, 0) == "Demonstrated experience in running ferries."
    assert tq(split, 1) == "This includes crews and docks."
    assert [r.label for r in split.of_kind(RequirementKind.TQ)] == ["MTQ 1", "MTQ 1b", "MTQ 2"]


def test_a_requirement_of_one_sentence_is_split_only_where_a_place_is_named(
    session: Session, kept: Vacancy
) -> None:
    with pytest.raises(InputError, match="one sentence"):
        mending.split(session, kept, "tq2")
    place = kept.source.index("marine safety")
    assert tq(mending.split(session, kept, "tq2", place), 2) == "marine safety law."


def test_what_was_missed_is_added_where_it_stands(session: Session, kept: Vacancy) -> None:
    start = kept.source.index("Applicants should also")
    end = kept.source.index("They should")
    added = mending.add(session, kept, RequirementKind.TQ, (start, end))
    assert tq(added, 3) == "Applicants should also know the islands."
    assert added.of_kind(RequirementKind.TQ)[3].sure


def test_a_dropped_requirement_comes_back_with_its_id(session: Session, kept: Vacancy) -> None:
    dropped = vacancies.drop_requirement(session, kept, "tq2")
    assert [r.id for r in dropped.dropped] == ["tq2"]
    assert [lesson.kind for lesson in dropped.lessons] == [DROPPED]
    back = mending.bring_back(session, dropped)
    assert back.requirements == kept.requirements
    assert back.lessons == ()
    with pytest.raises(InputError, match="nothing was dropped"):
        mending.bring_back(session, back)


def test_a_doubted_requirement_is_confirmed(session: Session, kept: Vacancy) -> None:
    doubted = kept.edit(requirements=tuple(r.edit(sure=False) for r in kept.requirements))
    done = mending.confirm(session, vacancies.keep(session, doubted), "tq1")
    assert [r.id for r in done.requirements if r.sure] == ["tq1"]


def test_facts_are_put_right_and_count_as_sure(session: Session, kept: Vacancy) -> None:
    doubted = vacancies.keep(session, kept.edit(unsure=("title", "agency")))
    facts = {"title": "Ferry Director", "closes": "2026-5-1", "page_limit": "2"}
    done = mending.state(session, doubted, facts)
    assert (done.title, done.closes, done.page_limit) == ("Ferry Director", "2026-05-01", 2)
    assert done.unsure == ("agency",)


def test_a_closing_day_before_the_opening_day_is_refused(session: Session, kept: Vacancy) -> None:
    opened = mending.state(session, kept, {"opens": "2026-11-02", "closes": ""})
    for facts in ({"closes": "2026-11-01"}, {"opens": "2026-12-02", "closes": "2026-12-01"}):
        with pytest.raises(InputError, match="it cannot close on 2026"):
            mending.state(session, opened, facts)
    assert mending.state(session, opened, {"closes": "2026-11-02"}).closes == "2026-11-02"


@pytest.mark.parametrize(
    "facts", [{"closes": "soon"}, {"opens": "2026"}, {"page_limit": "two"}, {"rank": "high"}]
)
def test_facts_that_are_none_are_refused_and_nothing_changes(
    session: Session, kept: Vacancy, facts: dict[str, str]
) -> None:
    with pytest.raises(InputError):
        mending.state(session, kept, facts)
    assert vacancies.get(session, kept.id) == kept


def test_every_mending_is_one_act_and_undone_as_one(session: Session, kept: Vacancy) -> None:
    for mend in (
        lambda: mending.shrink(session, kept, "tq1"),
        lambda: mending.merge(session, kept, "tq1"),
        lambda: mending.split(session, kept, "tq1"),
        lambda: mending.add(session, kept, RequirementKind.DESIRABLE, (0, 8)),
        lambda: mending.state(session, kept, {"title": "Other"}),
    ):
        mend()
        assert vacancies.get(session, kept.id).requirements != kept.requirements or (
            vacancies.get(session, kept.id).title == "Other"
        )
        session.undo()
        assert vacancies.get(session, kept.id) == kept


def test_what_is_not_there_is_said(session: Session, kept: Vacancy) -> None:
    with pytest.raises(NotFoundError):
        mending.confirm(session, kept, "tq9")
    last = kept.requirements[-1].id
    with pytest.raises(InputError, match="no requirement behind"):
        mending.merge(session, kept, last)


def test_merging_forgets_what_was_decided_for_the_second_only() -> None:
    vacancy = read_posting(POSTING, load_frameworks(), vacancy_id="v")
    from sesbank.domain.vacancy import Choice

    pinned = vacancy.edit(pins=(Choice("tq1", "a"), Choice("tq2", "b"), Choice("tq3", "c")))
    assert rules.merge(pinned, "tq1").pins == (Choice("tq1", "a"), Choice("tq3", "c"))


MENDINGS = st.lists(
    st.tuples(
        st.sampled_from(["respan", "merge", "split", "add", "drop", "back", "retype", "confirm"]),
        st.integers(0, 30),
        st.integers(0, len(POSTING)),
        st.integers(0, len(POSTING)),
    ),
    max_size=12,
)


def mended(vacancy: Vacancy, kind: str, place: int, a: int, b: int) -> Vacancy:
    here = (
        vacancy.requirements[place % len(vacancy.requirements)].id if vacancy.requirements else ""
    )
    kinds = list(RequirementKind)
    calls = {
        "respan": lambda: rules.respan(vacancy, here, min(a, b), max(a, b)),
        "merge": lambda: rules.merge(vacancy, here),
        "split": lambda: rules.split(vacancy, here, a),
        "add": lambda: rules.add(vacancy, kinds[place % 4], min(a, b), max(a, b)),
        "drop": lambda: rules.drop(vacancy, here),
        "back": lambda: rules.bring_back(vacancy),
        "retype": lambda: rules.retype(vacancy, here, kinds[place % 4]),
        "confirm": lambda: rules.confirm(vacancy, here),
    }
    try:
        return calls[kind]()
    except (ValueError, KeyError):
        return vacancy


@settings(max_examples=150, deadline=None)
@given(MENDINGS)
def test_whatever_is_mended_offsets_stay_exact_and_ids_single(
    steps: list[tuple[str, int, int, int]],
) -> None:
    vacancy = read_posting(POSTING, load_frameworks(), vacancy_id="v")
    for step in steps:
        vacancy = mended(vacancy, *step)
        for requirement in (*vacancy.requirements, *vacancy.dropped):
            assert vacancy.source[requirement.start : requirement.end] == requirement.text
            assert requirement.text == requirement.text.strip() != ""
        ids = [r.id for r in vacancy.requirements]
        assert len(set(ids)) == len(ids)
