"""Whole text: where the undivided text of an imported story goes, so that no word is lost."""

from __future__ import annotations

from sesbank.domain.sentences import sentences
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import clean, clean_line, fold, words
from sesbank.exchange.ccar_text import cut

TITLE_LENGTH = 120
"""A single line of at most so many characters before the first heading is the title."""


def place_text(story: Story, text: str) -> tuple[Story, str]:
    """Return the story with `text` in its parts, and a note for the person or "".

    Without parts of its own the story takes the text cut at its headings, or whole in `action`.
    With parts, what the text says beyond them goes behind the context.
    """
    text = clean(text).strip()
    told = [story.part(name) for name in TOLD_PARTS if story.part(name).strip()]
    if told:
        return _beside(story, text, told)
    found = cut(text)
    if found is None:
        return story.edit(action=text, unsplit=True), "kept whole: no CCAR headings found"
    before, title = found.before, story.title
    if before and not title and "\n" not in before and len(before) <= TITLE_LENGTH:
        title, before = clean_line(before.strip("#*_ \t")), ""
    parts = found.parts
    if before:
        parts["context"] = "\n\n".join(p for p in (before, parts.get("context")) if p)
    return story.edit(title=title, **parts), ""


def _beside(story: Story, text: str, told: list[str]) -> tuple[Story, str]:
    known = _plain("\n".join(told))
    said = [text[start:end] for start, end in sentences(text)]
    beyond = [s for s in said if _plain(s) not in known]
    if not beyond:
        return story, ""
    if len(beyond) == len(said):
        kept = story.edit(extra={**story.extra, "text": text})
        return kept, "its text is kept beside its parts, as an unknown field"
    context = "\n\n".join(p for p in (story.context, " ".join(beyond)) if p.strip())
    return story.edit(context=context), "what its text says beyond its parts is in the context"


def _plain(text: str) -> str:
    return " ".join(word.text for word in words(fold(text)))
