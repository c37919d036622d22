"""Reads a pasted posting into a vacancy: every requirement verbatim, with exact offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.mending import ID_PREFIXES
from sesbank.domain.text import clean
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.posting.anchors import Anchor, Mark, with_marker
from sesbank.posting.bare_lists import find_bare_list
from sesbank.posting.claims import find_claims, find_prompts
from sesbank.posting.columns import find_columns
from sesbank.posting.core_questions import without_core
from sesbank.posting.denials import find_denials
from sesbank.posting.duties import find_duties
from sesbank.posting.ecqs import find_ecqs, find_own_core
from sesbank.posting.framework import find_framework
from sesbank.posting.header import with_header
from sesbank.posting.headings import find_headings
from sesbank.posting.labels import find_labels
from sesbank.posting.must_haves import find_must_haves
from sesbank.posting.names import NameFinder, NameHit
from sesbank.posting.other_matter import (
    is_of_a_person,
    is_of_general_schedule,
    is_other_matter,
)
from sesbank.posting.page import Page, lay_out
from sesbank.posting.pointed import find_pointed
from sesbank.posting.preferences import parts
from sesbank.posting.prose_demands import find_prose_demands
from sesbank.posting.repeats import find_repeats
from sesbank.posting.sections import find_answers, find_sections
from sesbank.posting.side_by_side import find_side_by_side
from sesbank.posting.technical import find_statements, label_statements
from sesbank.posting.unnamed import find_unnamed_list
from sesbank.posting.weighed_lists import find_weighed_lists
from sesbank.posting.wishes import find_wishes


def read_posting(text: str, frameworks: FrameworkSet, *, vacancy_id: str = "") -> Vacancy:
    """Return what a pasted posting asks for and states, with nothing added to it.

    Takes any text and never fails; time is linear in its length. A requirement the reader
    had to guess has `sure` False.
    """
    page = lay_out(clean(text))
    hits = list(NameFinder(frameworks).find(page))
    anchors = find_anchors(page, hits)
    framework = find_framework(page, hits, frameworks)
    vacancy = with_header(Vacancy(id=vacancy_id, source=page.stream.source), page)
    doubted = ("framework",) if framework.id and not framework.sure else ()
    return replace(
        vacancy,
        unsure=(*vacancy.unsure, *doubted),
        framework=framework.id,
        framework_evidence=framework.evidence,
        requirements=_requirements(page, anchors, hits, framework.id),
    )


def find_anchors(page: Page, hits: Sequence[NameHit]) -> list[Anchor]:
    """Return everything that begins on a page, in order."""
    labels = [with_marker(page.text, label) for label in find_labels(page)]
    names = (
        Anchor(Mark.NAME, hit.label_start if hit.label else hit.start, hit.end)
        for hit in hits
        if hit.entry
    )
    denials = list(find_denials(page))
    known = [*labels, *denials]
    headings = [with_marker(page.text, heading) for heading in find_headings(page, known)]
    sections = _apart(page, headings)
    anchors = [*known, *headings, *names, *sections]
    anchors += [*find_answers(page), *find_wishes(page), *find_pointed(page), *find_repeats(page)]
    anchors += [*find_columns(page), *find_side_by_side(page, hits)]
    return sorted(anchors, key=lambda anchor: (anchor.start, anchor.end))


def _apart(page: Page, headings: Iterable[Anchor]) -> Iterator[Anchor]:
    """Yield the section headings that are not the end of another heading's words."""
    taken = sorted((heading.start, heading.end) for heading in headings)
    for section in find_sections(page):
        place = bisect_left(taken, (section.start, 0)) - 1
        if place < 0 or taken[place][1] <= section.start:
            yield with_marker(page.text, section)


def _requirements(
    page: Page,
    anchors: Sequence[Anchor],
    hits: Sequence[NameHit],
    framework: str,
) -> tuple[Requirement, ...]:
    personal = is_of_a_person(page.text)
    found = [] if personal else _technical(page, anchors)
    denied = personal or any(anchor.mark is Mark.DENIAL for anchor in anchors)
    if not denied and not any(requirement.kind is RequirementKind.TQ for requirement in found):
        claims = _claims(page, anchors)
        found = [*claims, *_outside(found, claims)]
    tqs = [requirement for requirement in found if requirement.kind is RequirementKind.TQ]
    found += _up_to(_outside(_core(page, anchors, hits, framework), tqs), tqs)
    found += [
        _requirement(page, RequirementKind.DUTY, span, f"Duty {place}")
        for place, span in enumerate(find_duties(page, anchors), 1)
    ]
    return _named(sorted(found, key=lambda item: (item.start, -item.end)))


def _named(found: Iterable[Requirement]) -> tuple[Requirement, ...]:
    counts = dict.fromkeys(RequirementKind, 0)
    named = []
    for requirement in found:
        counts[requirement.kind] += 1
        named.append(
            requirement.edit(id=f"{ID_PREFIXES[requirement.kind]}{counts[requirement.kind]}")
        )
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


def _technical(page: Page, anchors: Sequence[Anchor]) -> list[Requirement]:
    statements = find_statements(page, anchors)
    return [
        _requirement(
            page,
            RequirementKind.DESIRABLE if statement.desirable else RequirementKind.TQ,
            (statement.start, statement.end),
            label,
        ).edit(sure=statement.sure)
        for statement, label in zip(statements, label_statements(statements), strict=True)
    ]


def _claims(page: Page, anchors: Sequence[Anchor]) -> list[Requirement]:
    if is_of_general_schedule(page.text):
        return []
    claims = without_core(page, anchors, list(find_claims(page, anchors)))
    claims = claims or without_core(page, anchors, list(find_prompts(page, anchors)))
    if not claims:
        return _bare(page, anchors)
    return [
        _requirement(
            page,
            RequirementKind.TQ,
            (claim.start, claim.end),
            f"Question {claim.number or place}",
        ).edit(sure=False)
        for place, claim in enumerate(claims, 1)
    ]


def _bare(page: Page, anchors: Sequence[Anchor]) -> list[Requirement]:
    if is_other_matter(page.text):
        return []
    items = (
        find_must_haves(page, anchors)
        or find_unnamed_list(page, anchors)
        or find_bare_list(page, anchors)
        or find_prose_demands(page, anchors)
        or find_weighed_lists(page, anchors)
    )
    return [
        _requirement(
            page,
            RequirementKind.DESIRABLE if wished else RequirementKind.TQ,
            (start, end),
            f"{'DQ' if wished else 'TQ'} {item.number or place}",
        ).edit(sure=False)
        for place, item in enumerate(items, 1)
        for start, end, wished in parts(page, item.start, item.end)
    ]


def _core(
    page: Page,
    anchors: Sequence[Anchor],
    hits: Sequence[NameHit],
    framework: str,
) -> list[Requirement]:
    """Return the ECQs of the framework found, or else an agency's own leadership requirements."""
    if framework:
        core = find_ecqs(page, anchors, hits, framework)
    else:
        core = [] if is_other_matter(page.text) else find_own_core(page, anchors)
    return [
        _requirement(
            page,
            RequirementKind.ECQ,
            (item.start, item.end),
            item.label or f"ECQ {place}",
        ).edit(code=item.code, sure=item.sure)
        for place, item in enumerate(core, 1)
    ]


def _up_to(found: Iterable[Requirement], taken: Sequence[Requirement]) -> Iterator[Requirement]:
    """Yield requirements that end where one of those taken begins, which are in order."""
    starts = [requirement.start for requirement in taken]
    for requirement in found:
        place = bisect_right(starts, requirement.start)
        end = min([requirement.end, *starts[place : place + 1]])
        text = requirement.text[: end - requirement.start].rstrip()
        yield requirement.edit(text=text, end=requirement.start + len(text))


def _outside(found: Iterable[Requirement], taken: Sequence[Requirement]) -> list[Requirement]:
    """Return the requirements that do not begin inside one of those taken, which are in order."""
    starts = [requirement.start for requirement in taken]
    return [
        requirement
        for requirement in found
        if (place := bisect_right(starts, requirement.start)) == 0
        or taken[place - 1].end <= requirement.start
    ]
