"""Pages that a grammar composes: lead-ins, labels, statements, endings, damage."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

import pytest
from marked_passages import passages
from posting_cases import folded, read, texts_of
from qualification_grammar import AFTER, BEFORE, DAMAGES, FRAMES, Variant, others, variants

from sesbank.domain.vacancy import RequirementKind

TQ = RequirementKind.TQ


@cache
def _read_all() -> tuple[tuple[Variant, frozenset[str]], ...]:
    return tuple(
        (made, frozenset(folded(text) for text in texts_of(read(made.text), TQ)))
        for made in variants(each=6)
    )


def _found(kind: str) -> dict[str, tuple[int, int, int]]:
    """What was asked, read and rightly read, by what pages have of a kind."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for made, got in _read_all():
        asked = {folded(text) for text in made.asked}
        for place, number in enumerate((len(asked), len(got), len(asked & got))):
            counts[str(getattr(made, kind))][place] += number
    return {name: (a, b, c) for name, (a, b, c) in counts.items()}


@pytest.mark.parametrize("kind", ["named", "label", "items", "damage", "follow"])
def test_what_composed_pages_ask_is_found_whatever_their_form(kind: str) -> None:
    for name, (asked, got, right) in _found(kind).items():
        assert right >= 0.85 * asked, (kind, name, right, asked)
        assert right >= 0.9 * got, (kind, name, right, got)


def test_nearly_all_that_composed_pages_ask_is_found_and_nearly_nothing_else() -> None:
    counts = _found("named").values()
    asked, got, right = (sum(column) for column in zip(*counts, strict=True))
    assert right >= 0.95 * asked
    assert right >= 0.98 * got


def test_every_lead_in_leads_to_its_list() -> None:
    missed = [lead for lead, (asked, _, right) in _found("lead").items() if 2 * right < asked]
    assert missed == []


def test_a_list_that_nothing_calls_technical_is_a_guess() -> None:
    for made, _ in _read_all()[:120]:
        if not made.named and not re.match(r"(?:M?TQ|in full)", made.label):
            found = read(made.text).of_kind(TQ)
            assert not any(requirement.sure for requirement in found), made.text


def test_duties_wishes_papers_and_eligibility_are_no_technical_qualifications() -> None:
    pages = list(others(each=6))
    invented = [made.lead for made in pages if texts_of(read(made.text), TQ)]
    assert len(invented) <= 0.03 * len(pages), invented


def _agree(one: str, other: str) -> bool:
    """Whether two statements share their words but for a topic or a note, to an F1 of .8."""
    a, b = Counter(one.split()), Counter(other.split())
    return 2 * (a & b).total() >= 0.8 * (a.total() + b.total())


@pytest.mark.parametrize(
    ("damage", "least"), [("none", 0.95), ("one line", 0.85), ("wrapped", 0.95)]
)
def test_passages_of_many_layouts_are_read_behind_the_ecqs_and_without_them(
    damage: str, least: float
) -> None:
    asked = got = right = 0
    for passage, statements in passages():
        for frame in FRAMES[:2]:
            page = DAMAGES[damage](BEFORE + frame.format(passage + "\n") + AFTER)
            read_here = {folded(text) for text in texts_of(read(page), TQ)}
            asked_here = {folded(text) for text in statements}
            asked += len(asked_here)
            got += len(read_here)
            right += sum(any(_agree(a, b) for b in read_here) for a in asked_here)
    assert right >= least * asked
    assert right >= 0.95 * got
