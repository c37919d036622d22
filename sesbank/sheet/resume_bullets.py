"""Resume bullets: what came of each story, with its figures, by qualification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sesbank.domain.figures import find_figures
from sesbank.domain.interview import Interview
from sesbank.domain.sentences import sentences
from sesbank.domain.sheet import Cut
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import Vacancy
from sesbank.sheet import wording
from sesbank.sheet.composing import spoken_title
from sesbank.sheet.cues import clean_line_breaks
from sesbank.sheet.paper_making import PaperContent
from sesbank.sheet.said import unconfirmed, withheld
from sesbank.sheet.thank_you import vacancy_values
from sesbank.sheet.values import Piece, Rich, Scope, Values, marked, plain

_NAMES = ("position", "agency", "announcement", "when", "place", "day")


@dataclass(frozen=True, slots=True)
class Group:
    """A qualification with the stories that show it, the strongest first."""

    label: str
    name: str
    stories: tuple[Story, ...]


def resume_bullets(
    groups: Sequence[Group], vacancy: Vacancy | None, interview: Interview | None
) -> PaperContent:
    """Return the bullets; a story whose result holds no figure is named in the warnings.

    A story makes one bullet, under the first qualification that has it.
    """
    known = {**dict.fromkeys(_NAMES, ()), **(vacancy_values(vacancy, interview) if vacancy else {})}
    bullets, seen = [], set[str]()
    for group in groups:
        fresh = [story for story in group.stories if story.id not in seen]
        seen |= {story.id for story in fresh}
        made = [(story, bullet) for story in fresh if (bullet := _bullet(story))]
        bullets.append(_Bullets(group.label, group.name, tuple(b for _, b in made)))
    bare = [s.title for s in _all(groups) if not _bullet(s)]
    warnings = tuple(f"no figure in the result, so no bullet: {clean_line(t)}" for t in bare)
    title = f"Resume bullets {clean_line(vacancy.title)}" if vacancy else "Resume bullets"
    return _content(title, known, tuple(b for b in bullets if b.bullets), warnings)


@dataclass(frozen=True, slots=True)
class _Bullets:
    label: str
    name: str
    bullets: tuple[Rich, ...]


def _all(groups: Sequence[Group]) -> list[Story]:
    return list({story.id: story for group in groups for story in group.stories}.values())


def _content(
    title: str, single: Mapping[str, Rich], groups: tuple[_Bullets, ...], warnings: tuple[str, ...]
) -> PaperContent:
    count = sum(len(group.bullets) for group in groups)
    unsure = any(p.text.endswith(wording.UNCONFIRMED_MARK) for p in _pieces(groups))
    notice = wording.UNCONFIRMED_NOTICE if unsure else ""
    known = {**single, "count": plain(str(count)), "notice": plain(notice)}

    def shorter() -> tuple[PaperContent, Cut] | None:
        return _shorter(title, single, groups, warnings)

    rows = tuple(_row(group, number) for number, group in enumerate(groups, 1))
    return PaperContent(title, Values(Scope(known, {}), rows), count, warnings, shorter)


def _pieces(groups: tuple[_Bullets, ...]) -> Iterator[Piece]:
    return (piece for group in groups for bullet in group.bullets for piece in bullet)


def _shorter(
    title: str, single: Mapping[str, Rich], groups: tuple[_Bullets, ...], warnings: tuple[str, ...]
) -> tuple[PaperContent, Cut] | None:
    """Take the last bullet of the longest group, of several the last one."""
    most = max((len(group.bullets) for group in groups), default=0)
    if most < 1 or sum(len(group.bullets) for group in groups) < 2:
        return None
    at = max(at for at, group in enumerate(groups) if len(group.bullets) == most)
    *kept, last = groups[at].bullets
    left = replace(groups[at], bullets=tuple(kept))
    fewer = (*groups[:at], *([left] if kept else []), *groups[at + 1 :])
    where = clean_line(groups[at].label) or clean_line(groups[at].name)
    cut = Cut("bullet", where, "".join(piece.text for piece in last))
    return _content(title, single, fewer, warnings), cut


def _row(group: _Bullets, number: int) -> Scope:
    single = {
        "row.number": plain(str(number)),
        "row.label": plain(group.label),
        "row.name": plain(group.name),
    }
    return Scope(single, {"row.bullets": group.bullets})


def _bullet(story: Story) -> Rich:
    """Return title and the sentences of the result that hold figures, as the person told them."""
    result = clean_line_breaks(story.result)
    told = [
        line
        for line in (clean_line(result[start:end]) for start, end in sentences(result))
        if next(iter(find_figures(line, spelled=True)), None) and not withheld(line, story.figures)
    ]
    if not told:
        return ()
    text = " ".join(told)
    head = spoken_title(story).rstrip(".")
    return (Piece(f"{head}: ", "Strong"), *marked(text, unconfirmed(text, story.figures)))
