"""Questions to practise with."""

import pytest

from sesbank.errors import NotFoundError
from sesbank.session import practice


def test_questions_are_found_by_ecq_and_words(session):
    found = practice.questions(session, framework="opm-2006", ecq="bc", words="Union")
    assert found
    assert all(q.probe_in("opm-2006").ecq == "BC" for q in found)
    assert all("union" in q.text.casefold() for q in found)
    with pytest.raises(NotFoundError):
        practice.questions(session, framework="opm-2006", ecq="DE")


def test_practice_goes_round_the_ecqs_and_repeats_none_for_long(session):
    texts = [practice.nth(session, number, "opm-2025") for number in range(60)]
    assert len(set(texts)) == 60
    ecq = {q.text: q.probe_in("opm-2025").ecq for q in practice.questions(session)}
    assert len({ecq[text] for text in texts[:5]}) == 5
