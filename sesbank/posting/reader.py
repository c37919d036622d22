"""Reads a pasted posting into a vacancy: every requirement verbatim, with exact offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.text import clean
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.posting.anchors import Anchor, Mark, with_marker
from sesbank.posting.claims import find_claims, find_prompts
from sesbank.posting.duties import find_duties
from sesbank.posting.ecqs import CoreStatement, find_ecqs, find_own_core
from sesbank.posting.framework import find_framework
from sesbank.posting.header import read_header
from sesbank.posting.headings import find_headings
from sesbank.posting.labels import find_labels
from sesbank.posting.names import NameFinder, NameHit
from sesbank.posting.page import Page, lay_out
from sesbank.posting.sections import find_answers, find_sections
from sesbank.posting.technical import Statement, find_statements

_PREFIX = {
    RequirementKind.TQ: "tq",
    RequirementKind.ECQ: "ecq",
    RequirementKind.DESIRABLE: "des",
    RequirementKind.DUTY: "duty",
}


def read_posting(text: str, frameworks: FrameworkSet, *, vacancy_id: str = "") -> Vacancy:
    """Return what a pasted posting asks for and states, with nothing added to it.

    Takes any text and never fails; time is linear in its length. A requirement the reader
    had to guess has `sure` False.
    """
    page = lay_out(clean(text))
    hits = list(NameFinder(frameworks).find(page))
    anchors = find_anchors(page, hits)
    framework = find_framework(page, hits, frameworks)
    header = read_header(page)
    return Vacancy(
        id=vacancy_id,
        source=page.stream.source,
        title=header.title,
        agency=header.agency,
        announcement=header.announcement,
        control=header.control,
        pay_plan=header.pay_plan,
        grade=header.grade,
        opens=header.opens,
        closes=header.closes,
        locations=header.locations,
        page_limit=header.page_limit,
        framework=framework.id,
        framework_evidence=framework.evidence,
        requirements=_requirements(page, anchors, hits, framework.id),
    )


def find_anchors(page: Page, hits: Iterable[NameHit]) -> list[Anchor]:
    """Return everything that begins on a page, in order."""
    labels = [with_marker(page.text, label) for label in find_labels(page)]
    names = (
        Anchor(Mark.NAME, hit.label_start if hit.label else hit.start, hit.end)
        for hit in hits
        if hit.entry
    )
    headings = (with_marker(page.text, heading) for heading in find_headings(page, labels))
    sections = (with_marker(page.text, section) for section in find_sections(page))
    anchors = [*labels, *headings, *names, *sections, *find_answers(page)]
    return sorted(anchors, key=lambda anchor: (anchor.start, anchor.end))


def _requirements(
    page: Page,
    anchors: Sequence[Anchor],
    hits: Sequence[NameHit],
    framework: str,
) -> tuple[Requirement, ...]:
    statements = find_statements(page, anchors)
    tqs = [_technical(page, found) for found in statements if not found.desirable]
    if not tqs:
        tqs = _claims(page, anchors)
    core = find_ecqs(page, anchors, hits, framework) if framework else find_own_core(page, anchors)
    taken = [(r.start, r.end) for r in tqs]
    found = [
        *tqs,
        *(
            _core(page, item, place)
            for place, item in enumerate(core, 1)
            if not _within(page, item, taken)
        ),
        *(_technical(page, item) for item in statements if item.desirable),
        *(
            _requirement(page, RequirementKind.DUTY, span, f"Duty {place}")
            for place, span in enumerate(find_duties(page, anchors), 1)
        ),
    ]
    return _named(
        sorted((item for item in found if item.text), key=lambda item: (item.start, -item.end))
    )


def _named(found: Iterable[Requirement]) -> tuple[Requirement, ...]:
    counts = dict.fromkeys(RequirementKind, 0)
    named = []
    for requirement in found:
        counts[requirement.kind] += 1
        named.append(requirement.edit(id=f"{_PREFIX[requirement.kind]}{counts[requirement.kind]}"))
    return tuple(named)


def _requirement(
    page: Page,
    kind: RequirementKind,
    span: tuple[int, int],
    label: str,
) -> Requirement:
    start, end = page.stream.span(*span)
    text = page.stream.source[start:end]
    mandatory = kind in (RequirementKind.TQ, RequirementKind.ECQ)
    return Requirement("", kind, label, text, start, end, mandatory)


def _technical(page: Page, found: Statement) -> Requirement:
    kind = RequirementKind.DESIRABLE if found.desirable else RequirementKind.TQ
    return _requirement(page, kind, (found.start, found.end), found.label).edit(sure=found.sure)


def _claims(page: Page, anchors: Sequence[Anchor]) -> list[Requirement]:
    claims = list(find_claims(page, anchors)) or list(find_prompts(page, anchors))
    return [
        _requirement(
            page,
            RequirementKind.TQ,
            (claim.start, claim.end),
            f"Question {claim.number or place}",
        ).edit(sure=False)
        for place, claim in enumerate(claims, 1)
    ]


def _core(page: Page, found: CoreStatement, place: int) -> Requirement:
    label = found.label or f"ECQ {place}"
    return _requirement(page, RequirementKind.ECQ, (found.start, found.end), label).edit(
        code=found.code,
        sure=found.sure,
    )


def _within(page: Page, item: CoreStatement, taken: Sequence[tuple[int, int]]) -> bool:
    start, _ = page.stream.span(item.start, item.end)
    return any(first <= start < last for first, last in taken)
