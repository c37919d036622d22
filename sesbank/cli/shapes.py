"""Shapes: the JSON that commands print. Fields may be added, none may change meaning.

What is not stated is null, never an empty text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from sesbank.domain.coverage import Coverage, EcqCover
    from sesbank.domain.demands import StoryCover
    from sesbank.domain.evidence import MatchReport, QuestionReading, Reason, StoryMatch
    from sesbank.domain.findings import Finding
    from sesbank.domain.story import Story, Telling
    from sesbank.domain.vacancy import Requirement, Vacancy
    from sesbank.session.counsel import Counsel

Shape: TypeAlias = dict[str, Any]


def vacancy_shape(vacancy: Vacancy) -> Shape:
    """Return a posting as read. Offsets count in `source`, the text after cleaning."""
    return {
        "title": vacancy.title or None,
        "agency": vacancy.agency or None,
        "announcement": vacancy.announcement or None,
        "control": vacancy.control or None,
        "pay_plan": vacancy.pay_plan or None,
        "grade": vacancy.grade or None,
        "opens": vacancy.opens or None,
        "closes": vacancy.closes or None,
        "locations": list(vacancy.locations),
        "framework": vacancy.framework or None,
        "framework_evidence": list(vacancy.framework_evidence),
        "page_limit": vacancy.page_limit,
        "unsure": list(vacancy.unsure),
        "source": vacancy.source,
        "requirements": [_requirement(requirement) for requirement in vacancy.requirements],
    }


def story_shape(story: Story) -> Shape:
    """Return a story whole, under the names it is kept and exported by."""
    from sesbank.domain.records import story_to_record

    shape: Shape = _stated(story_to_record(story))
    return shape


def _stated(value: Any) -> Any:
    """Return a record with null for each empty text in it."""
    if isinstance(value, dict):
        return {name: _stated(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_stated(each) for each in value]
    return None if value == "" else value


def _requirement(requirement: Requirement) -> Shape:
    return {
        "id": requirement.id,
        "kind": requirement.kind.value,
        "label": requirement.label or None,
        "code": requirement.code or None,
        "text": requirement.text,
        "start": requirement.start,
        "end": requirement.end,
        "mandatory": requirement.mandatory,
        "sure": requirement.sure,
    }


def match_shape(
    vacancy: Vacancy,
    report: MatchReport,
    covers: Mapping[str, Mapping[str, StoryCover]],
    *,
    top: int | None = None,
) -> Shape:
    """Return a posting matched against the bank; `covers` by requirement and story.

    `top` is how many stories a requirement may have; None for all.
    """
    return {
        "vacancy": vacancy_shape(vacancy),
        "matches": [
            {
                "requirement": m.requirement,
                "stories": [
                    {**_offered(s), "demands": _demands(covers.get(m.requirement, {}).get(s.story))}
                    for s in m.stories[:top]
                ],
            }
            for m in report.matches
        ],
        "slate": [
            {"requirement": e.requirement, "story": e.story, "score": e.score} for e in report.slate
        ],
        "uncovered": list(report.uncovered),
        "almost": [
            {
                "requirement": a.requirement,
                "story": a.story,
                "score": a.score,
                "lacks": list(a.lacks),
            }
            for a in report.almost
        ],
        "rules": report.rules,
    }


def _demands(cover: StoryCover | None) -> list[Shape]:
    return [
        {
            "text": each.part.text,
            "start": each.part.start,
            "end": each.part.end,
            "standing": each.standing.value,
            "score": each.score,
            "story": each.other or None,
            "where": each.where or None,
            "reasons": [shape for reason in each.reasons for shape in _reasons(reason)],
        }
        for each in (cover.demands if cover else ())
    ]


def question_shape(
    reading: QuestionReading,
    panel: str = "",
    told: Mapping[str, Telling] | None = None,
    answers: Iterable[Counsel] = (),
) -> Shape:
    """Return a panel question as read, with the stories to tell and when the panel heard them."""
    heard = told or {}
    return {
        "question": reading.question,
        "panel": panel or None,
        "framework": reading.framework,
        "parts": [
            {"text": p.text, "start": p.start, "end": p.end, "kind": p.kind.value}
            for p in reading.parts
        ],
        "kinds": [
            {
                "kind": answer.kind.value,
                "words": list(answer.told_by),
                "advice": answer.advice,
                "kept": list(answer.kept),
                "vacancy": answer.vacancy or None,
                "setback": answer.setback or None,
            }
            for answer in answers
        ],
        "ecqs": [
            {"code": e.code, "name": e.name, "score": e.score, "cues": list(e.cues)}
            for e in reading.ecqs
        ],
        "competencies": [
            {"code": c.code, "name": c.name, "ecq": c.ecq, "score": c.score}
            for c in reading.competencies
        ],
        "keywords": list(reading.keywords),
        "stories": [{**_offered(m), "told": _told(heard.get(m.story))} for m in reading.stories],
    }


def _told(telling: Telling | None) -> Shape | None:
    return {"day": telling.day, "question": telling.question or None} if telling else None


def _offered(match: StoryMatch) -> Shape:
    return {
        "id": match.story,
        "title": match.title,
        "score": match.score,
        "verdict": match.verdict.value,
        "pinned": match.pinned,
        "reasons": [shape for reason in match.reasons for shape in _reasons(reason)],
    }


def _reasons(reason: Reason) -> Iterator[Shape]:
    """Yield a reason once for each place where the story says it, its points divided."""
    share = round(reason.points / len(reason.places), 6)
    for number, place in enumerate(reason.places):
        rest = round(reason.points - share * len(reason.also), 6)
        yield {
            "kind": reason.kind.value,
            "asked": reason.asked,
            "asked_start": reason.asked_start,
            "asked_end": reason.asked_end,
            "said": place.said,
            "part": place.part,
            "start": place.start,
            "end": place.end,
            "points": share if number else rest,
            "note": reason.note or None,
        }


def listed_shape(story: Story, words_a_minute: int) -> Shape:
    """Return a story as a line of the list."""
    return {
        "id": story.id,
        "title": story.title,
        "status": story.status.value,
        "outcome": story.outcome.value,
        "role": story.role or None,
        "organisation": story.organisation or None,
        "started": story.started or None,
        "ended": story.ended or None,
        "words": story.words,
        "seconds": story.seconds_to_tell(words_a_minute),
        "missing": list(story.missing_parts),
        "tags": list(story.tags),
        "mappings": [
            {
                "framework": m.framework,
                "ecq": m.ecq,
                "competency": m.competency or None,
                "strength": m.strength.value,
            }
            for m in story.mappings
        ],
    }


def coverage_shape(grid: Coverage) -> Shape:
    """Return the grid of a framework, stories by id."""
    return {
        "framework": grid.framework.id,
        "ecqs": [_ecq(row) for row in grid.ecqs],
        "gaps": [row.ecq.code for row in grid.gaps],
        "unmapped": list(grid.unmapped),
        "overused": [{"story": use.story, "reason": use.reason} for use in grid.overused],
    }


def _ecq(row: EcqCover) -> Shape:
    return {
        "code": row.ecq.code,
        "name": row.ecq.name,
        "standing": row.standing.value,
        "primary": list(row.primary),
        "supporting": list(row.supporting),
        "aged": list(row.aged),
        "aging": list(row.aging),
        "years": list(row.years),
        "competencies": [
            {
                "code": c.competency.code,
                "name": c.competency.name,
                "stories": list(c.stories),
                "main": c.main,
                "years": list(c.years),
            }
            for c in row.competencies
        ],
    }


def finding_shape(finding: Finding, titles: Mapping[str, str]) -> Shape:
    """Return what a check found. Offsets count in the story's part."""
    return {
        "story": finding.story or None,
        "title": titles.get(finding.story),
        "check": finding.rule.id,
        "severity": finding.severity.value,
        "what": finding.rule.title,
        "part": finding.part or None,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote or None,
        "hint": finding.hint,
        "source": finding.rule.source,
        "vacancy": finding.vacancy or None,
        "ecq": finding.ecq or None,
    }


def places_shape(places: Mapping[str, Path]) -> Shape:
    """Return where things are."""
    return {name: str(path) for name, path in places.items()}
