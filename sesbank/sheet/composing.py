"""What is wished for on the page: requirements, chosen stories, cues, key words, questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sesbank.domain.evidence import MatchReport, Verdict
from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.sheet import SheetContent, SheetRow
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import AgencyNote, Choice, Requirement, RequirementKind, Vacancy
from sesbank.sheet import wording
from sesbank.sheet.cues import cues_for
from sesbank.sheet.occasion import panel_printed, thanks_printed, when_printed
from sesbank.sheet.said import without_withheld
from sesbank.sheet.short_names import label_beside, short_name

MOST_KEYWORDS = 5
"""Key words a row asks for; more cannot be woven into one answer."""


@dataclass(frozen=True, slots=True)
class _Sources:
    vacancy: Vacancy
    report: MatchReport
    stories: Mapping[str, Story]
    keywords: Mapping[str, tuple[str, ...]]


def compose(
    vacancy: Vacancy,
    report: MatchReport,
    stories: Mapping[str, Story],
    *,
    keywords: Mapping[str, tuple[str, ...]],
    interview: Interview | None = None,
) -> SheetContent:
    """Return everything wished for on the sheet of a vacancy, in posting order.

    A pin wins over the accepted slate, and that over the proposed one. `keywords` holds the words
    to weave in by requirement id.
    """
    kind = interview.kind if interview else InterviewKind.PANEL
    sources = _Sources(vacancy, report, stories, keywords)
    return SheetContent(
        position=clean_line(vacancy.title) or wording.UNTITLED,
        agency=clean_line(vacancy.agency),
        announcement=clean_line(vacancy.announcement),
        when=when_printed(interview) if interview else "",
        place=clean_line(interview.place) if interview else "",
        kind=kind,
        panel=panel_printed(interview),
        opening=clean_line(vacancy.opening),
        rows=tuple(_row(sources, requirement) for requirement in asked(vacancy, kind)),
        questions=_questions(vacancy, kind),
        facts=tuple(_facts(vacancy)),
        reminders=wording.reminders(kind),
        thanks=thanks_printed(kind),
    )


def asked(vacancy: Vacancy, kind: InterviewKind) -> tuple[Requirement, ...]:
    """Return the requirements a sheet carries: a QRB certifies the ECQs and asks of nothing else.

    A posting that names no ECQ keeps what it has.
    """
    ecqs = vacancy.of_kind(RequirementKind.ECQ)
    return ecqs if kind is InterviewKind.QRB and ecqs else vacancy.matched


def chosen_story(
    vacancy: Vacancy,
    report: MatchReport,
    stories: Mapping[str, Story],
    requirement: str,
) -> str:
    """Return the id of the story that answers a requirement, empty for a gap.

    One that is pinned, else one accepted, else the one proposed, as the match shows it.
    """
    proposed = report.proposed(requirement)
    wanted = [
        *_choices(vacancy.pins, requirement),
        *_choices(vacancy.chosen, requirement),
        *([proposed.story] if proposed else []),
    ]
    return next((story for story in wanted if story in stories), "")


def _choices(choices: Iterable[Choice], requirement: str) -> list[str]:
    return [choice.story for choice in choices if choice.requirement == requirement]


def _row(sources: _Sources, requirement: Requirement) -> SheetRow:
    name = short_name(requirement)
    row = SheetRow(
        requirement=requirement.id,
        label=label_beside(requirement, name),
        name=name,
        keywords=_keywords(sources.keywords.get(requirement.id, ())),
    )
    found = chosen_story(sources.vacancy, sources.report, sources.stories, requirement.id)
    return _answered(sources, row, found) if found else _gap(sources, row)


def _answered(sources: _Sources, row: SheetRow, story_id: str) -> SheetRow:
    story = sources.stories[story_id]
    return SheetRow(
        requirement=row.requirement,
        label=row.label,
        name=row.name,
        title=spoken_title(story),
        cues=cues_for(sources.vacancy, row.requirement, story),
        keywords=row.keywords,
        backup=_backup(sources, row.requirement, story_id),
    )


def _gap(sources: _Sources, row: SheetRow) -> SheetRow:
    banned = set(_choices(sources.vacancy.bans, row.requirement))
    offered = sources.report.stories_for(row.requirement)
    nearest = next(
        (m.story for m in offered if m.story in sources.stories and m.story not in banned), ""
    )
    almost = sources.report.nearest(row.requirement)
    return SheetRow(
        requirement=row.requirement,
        label=row.label,
        name=row.name,
        keywords=row.keywords,
        gap=wording.gap(
            spoken_title(sources.stories[nearest]) if nearest else "",
            almost.lacks if almost is not None and almost.story == nearest else (),
        ),
    )


def _backup(sources: _Sources, requirement: str, story_id: str) -> str:
    """Return the best other story that is no mere almost; one not used elsewhere goes first."""
    banned = set(_choices(sources.vacancy.bans, requirement))
    others = [
        match.story
        for match in sources.report.stories_for(requirement)
        if match.story in sources.stories
        and match.story not in banned | {story_id}
        and match.verdict is not Verdict.WEAK
    ]
    used = {
        chosen_story(sources.vacancy, sources.report, sources.stories, other.id)
        for other in sources.vacancy.matched
    }
    best = next((story for story in others if story not in used), others[0] if others else "")
    return spoken_title(sources.stories[best]) if best else ""


def spoken_title(story: Story) -> str:
    """Return a story's title without figures that are not to be said."""
    return without_withheld(clean_line(story.title), story.figures, wording.WITHHELD_MARK)


def _keywords(words: Iterable[str]) -> tuple[str, ...]:
    """Return the first few key words, each once whatever its case."""
    found: dict[str, str] = {}
    for word in map(clean_line, words):
        if word:
            found.setdefault(word.casefold(), word)
    return tuple(found.values())[:MOST_KEYWORDS]


def _questions(vacancy: Vacancy, kind: InterviewKind) -> tuple[str, ...]:
    own = tuple(filter(None, map(clean_line, vacancy.questions)))
    if own or kind is InterviewKind.QRB:
        return own
    return wording.QUESTIONS


def _facts(vacancy: Vacancy) -> Iterable[AgencyNote]:
    for note in vacancy.notes:
        if clean_line(note.text):
            yield AgencyNote(*map(clean_line, (note.text, note.source, note.day)))
