"""A vacancy on the screen: rows for it and its requirements, its facts, and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from sesbank.domain.evidence import MatchReport, StoryMatch
from sesbank.domain.framework_names import Names
from sesbank.domain.story import Story
from sesbank.domain.text import counted, shorten
from sesbank.domain.vacancy import Choice, Requirement, RequirementKind, Vacancy
from sesbank.tui.layout import Column, fitted, row
from sesbank.tui.plain import joined, plain_line, together
from sesbank.tui.views.interview import interview_lines
from sesbank.tui.views.match_names import KIND_NAMES, MANY_NAMES, VERDICT_STYLES
from sesbank.tui.views.story import heading

LABEL = 14
"""Cells for the names of facts."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A story as it stands for one requirement."""

    story: str
    title: str
    match: StoryMatch | None = None
    """None where no evidence was found, or where it is ruled out."""
    pinned: bool = False
    banned: bool = False
    chosen: bool = False


_SOME = 3
"""Wordings of the ECQs that the facts quote."""

_ROOM_FOR_WORDS = 80
"""Cells from which a row says what its day is; with fewer the title needs the room."""

_SIGNS = {"◇": "proposed", "◆": "chosen by you"}
"""What stands before the story that answers a requirement, and what it means."""


def vacancy_row(vacancy: Vacancy, width: int) -> Content:
    """Return a vacancy's row: title, when it closes, how much it asks."""
    closes = f"closes {vacancy.closes}" if vacancy.closes else ""
    day = closes if width >= _ROOM_FOR_WORDS else vacancy.closes or ""
    return row(
        width,
        Column(plain_line(vacancy.named)),
        Column(Content(day).stylize("$muted"), 17 if width >= _ROOM_FOR_WORDS else 10),
        Column(Content(f"{len(vacancy.matched)} asked").stylize("$muted"), 8, right=True),
    )


def vacancy_body(vacancy: Vacancy, names: Names, today: date) -> Content:
    """Return the facts of a vacancy, its interviews, what it asks, and the sheets written."""
    parts = [vacancy_facts(vacancy, names)]
    if talks := list(interview_lines(vacancy, today)):
        parts.append(joined([heading("Interview"), *talks]))
    parts.append(_asked(vacancy))
    if vacancy.sheets:
        parts.append(_sheets(vacancy))
    return joined(parts, "\n\n")


def vacancy_facts(vacancy: Vacancy, names: Names) -> Content:
    """Return the facts a posting states, a line each."""
    dates = " to ".join(filter(None, (vacancy.opens, vacancy.closes)))
    told = _some_of(vacancy.framework_evidence)
    framework = names.framework(vacancy.framework) if vacancy.framework else "not named"
    pages = counted(vacancy.page_limit, "page") if vacancy.page_limit else ""
    facts = (
        ("Agency", vacancy.agency),
        ("Announcement", " · ".join(filter(None, (vacancy.announcement, vacancy.control)))),
        ("Grade", " ".join(filter(None, (vacancy.pay_plan, vacancy.grade)))),
        ("Open", dates),
        ("Where", "; ".join(vacancy.locations)),
        ("Page limit", pages),
        ("ECQs", f"{framework}  {told}".strip()),
    )
    lines = [
        together(Content(f"{name:<{LABEL}}").stylize("$muted"), plain_line(value))
        for name, value in facts
        if value
    ]
    return joined(lines)


def _some_of(words: Sequence[str]) -> str:
    """Return the first words of several in quotes, and how many more there are."""
    told = ", ".join(f"“{each}”" for each in words[:_SOME])
    more = len(words) - _SOME
    return f"{told} and {more} more" if more > 0 else told


def _asked(vacancy: Vacancy) -> Content:
    lines = []
    for kind in RequirementKind:
        count = len(vacancy.of_kind(kind))
        if count:
            lines.append(Content(f"{count:>3}  {(KIND_NAMES if count == 1 else MANY_NAMES)[kind]}"))
    return joined([heading("What it asks"), *(lines or [Content("nothing was found")])])


def _sheets(vacancy: Vacancy) -> Content:
    lines = [
        together(plain_line(sheet.file), Content("  "), plain_line(sheet.day, "$muted"))
        for sheet in reversed(vacancy.sheets)
    ]
    return joined([heading("Sheets written"), *lines])


def title_line(name: str, facts: Iterable[str], width: int) -> Content:
    """Return a vacancy's title with as many of its facts as have room whole, in their order."""
    title = fitted(plain_line(name, "bold"), width)
    shown: list[Content] = []
    room = width - title.cell_length
    for said in facts:
        content = plain_line(said, "$muted")
        before = Content(" · " if shown else "  ").stylize("$muted")
        if said and room >= before.cell_length + content.cell_length:
            shown += [before, content]
            room -= before.cell_length + content.cell_length
    return together(title, *shown)


def requirement_row(requirement: Requirement, width: int) -> Content:
    """Return a requirement's row while reading: label, sign of a guess, text."""
    sure = Content("" if requirement.sure else "? ").stylize("bold $warning")
    dim = "$muted" if requirement.kind is RequirementKind.DUTY else ""
    return row(
        width,
        Column(plain_line(requirement.label, "bold $secondary"), _label_width(requirement)),
        Column(together(sure, plain_line(shorten(requirement.text, 200), dim))),
    )


def doubts_line(vacancy: Vacancy) -> Content:
    """Return what was read with doubt and the keys that settle it, or nothing."""
    doubted = sum(1 for r in vacancy.requirements if not r.sure)
    parts = []
    if doubted:
        parts.append(f"? {counted(doubted, 'requirement')} in doubt: y confirms, d drops")
    facts = [name for name in vacancy.unsure if name != "framework"]
    if facts:
        parts.append(f"? {' and '.join(facts)}: e puts right")
    if "framework" in vacancy.unsure:
        parts.append("? framework: f changes it")
    return Content(" " + "  ".join(parts) if parts else "").stylize("$warning")


def answer_row(
    requirement: Requirement,
    offer: Offer | None,
    width: int,
    *,
    proposed: bool = True,
    matched: bool = True,
) -> Content:
    """Return a requirement's row while matching: label, sign, the story for it.

    Only a finished match says that nothing was found.
    """
    if offer is None and not matched:
        answer = Content("· not matched yet").stylize("$muted")
    elif offer is None:
        answer = Content("! nothing yet").stylize("$error")
    else:
        title = plain_line(offer.title, "" if not proposed else "italic")
        answer = together(Content(f"{_sign(offer)} ").stylize("$primary"), title)
    return row(
        width,
        Column(plain_line(requirement.label, "bold $secondary"), _label_width(requirement)),
        Column(answer),
    )


def signs_said(answers: Iterable[Offer | None]) -> Content:
    """Return what the signs before the answers mean, of those that stand there."""
    signs = {_sign(offer) for offer in answers if offer is not None}
    said = [f"{sign} {meaning}" for sign, meaning in _SIGNS.items() if sign in signs]
    return Content(" · ".join(said))


def _sign(offer: Offer) -> str:
    return "◆" if offer.pinned or offer.chosen else "◇"


def _label_width(requirement: Requirement) -> int:
    return max(min(len(requirement.label), 12), 6)


def offer_row(place: int, offer: Offer, width: int) -> Content:
    """Return a story's row for a requirement: rank, title, verdict, sign."""
    if offer.banned:
        note = Content("ruled out").stylize("$muted")
        title = plain_line(offer.title, "$muted strike")
    elif offer.match is None:
        note = Content("no evidence").stylize("$muted")
        title = plain_line(offer.title, "$muted")
    else:
        verdict = offer.match.verdict
        note = together(
            Content(verdict.value).stylize(VERDICT_STYLES[verdict]),
            Content(f" {offer.match.score:.2f}").stylize("$muted"),
        )
        title = plain_line(offer.title)
    sign = "pinned" if offer.pinned else "chosen" if offer.chosen else ""
    rank = Content(f"{place:>2}" if offer.match else "  ").stylize("$muted")
    tail = joined([part for part in (Content(sign).stylize("bold $primary"), note) if part], "  ")
    return row(width, Column(rank, 2), Column(title), Column(tail, tail.cell_length))


def offers_for(
    vacancy: Vacancy,
    report: MatchReport,
    requirement: str,
    stories: Sequence[Story],
) -> tuple[Offer, ...]:
    """Return every story for a requirement: ranked ones, then the rest, then those ruled out."""
    pins, chosen = _stories_in(vacancy.pins, requirement), _stories_in(vacancy.chosen, requirement)
    banned = _stories_in(vacancy.bans, requirement)
    ranked = [
        Offer(m.story, m.title, m, m.story in pins, False, m.story in chosen)
        for m in report.stories_for(requirement)
        if m.story not in banned
    ]
    seen = {offer.story for offer in ranked} | banned
    rest = [
        Offer(s.id, s.title, None, s.id in pins, False, s.id in chosen)
        for s in stories
        if s.id not in seen
    ]
    out = [Offer(s.id, s.title, None, banned=True) for s in stories if s.id in banned]
    first = [offer for offer in rest if offer.pinned]
    return (*first, *ranked, *(offer for offer in rest if not offer.pinned), *out)


def answer_of(offers: Iterable[Offer], report: MatchReport, requirement: str) -> Offer | None:
    """Return the story that answers a requirement: pinned, else chosen, else proposed."""
    entry = report.proposed(requirement)
    best: Offer | None = None
    for offer in offers:
        if offer.pinned:
            return offer
        if offer.chosen or (best is None and entry and entry.story == offer.story):
            best = offer
    return best


def _stories_in(choices: Iterable[Choice], requirement: str) -> set[str]:
    return {choice.story for choice in choices if choice.requirement == requirement}
