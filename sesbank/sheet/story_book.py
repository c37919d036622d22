"""Story book: every story whole, with its figures and how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sesbank.domain.figures import Figure
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean_line
from sesbank.sheet import wording
from sesbank.sheet.paper_making import PaperContent
from sesbank.sheet.said import UNSURE, unconfirmed
from sesbank.sheet.values import BETWEEN, Rich, Scope, Values, marked, plain


def story_book(stories: Iterable[Story], ecq_name: Callable[[str, str], str]) -> PaperContent:
    """Return the book of stories; `ecq_name` gives a name for a framework's id and a code."""
    told = list(stories)
    rows = tuple(_story(story, number, ecq_name) for number, story in enumerate(told, 1))
    unsure = any(figure.state in UNSURE for story in told for figure in story.figures)
    single = {
        "count": plain(f"{len(rows)} {'story' if len(rows) == 1 else 'stories'}"),
        "notice": plain(wording.UNCONFIRMED_NOTICE if unsure else ""),
    }
    return PaperContent("Story book", Values(Scope(single, {}), rows), len(rows))


def _story(story: Story, number: int, ecq_name: Callable[[str, str], str]) -> Scope:
    period = "–".join(dict.fromkeys(filter(None, (story.started, story.ended))))
    meta = (story.role, story.organisation, period, story.outcome.value)
    ecqs = dict.fromkeys(ecq_name(m.framework, m.ecq) for m in story.mappings)
    texts = {
        f"row.{part}_text": tuple(_paragraphs(story.part(part), story.figures))
        for part in TOLD_PARTS
    }
    heads = {
        f"row.{part}_head": plain(part.title() if story.part(part) else "") for part in TOLD_PARTS
    }
    single = {
        **heads,
        "row.figures_head": plain("Figures" if story.figures else ""),
        "row.number": plain(str(number)),
        "row.title": plain(story.title),
        "row.meta": plain(BETWEEN.join(filter(None, map(clean_line, meta)))),
        "row.ecqs": plain(BETWEEN.join(ecqs)),
    }
    return Scope(single, {**texts, "row.figures": tuple(map(_figure, story.figures))})


def _paragraphs(text: str, figures: tuple[Figure, ...]) -> Iterable[Rich]:
    for line in filter(None, map(clean_line, text.split("\n"))):
        yield marked(line, unconfirmed(line, figures))


def _figure(figure: Figure) -> Rich:
    parts = (f"{figure.value} {figure.counts}".strip(), wording.STATES[figure.state], figure.where)
    return plain(", ".join(filter(None, map(clean_line, parts))))
