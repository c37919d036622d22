"""Tagging: the tags a line gives to stories or takes away, what comes of it, how it may go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sesbank.domain.completion import Completion, Value, begun_first
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line, counted, fold


class TagLine(NamedTuple):
    """What a line asks for: tags with commas between them, one with a minus is taken away."""

    on: tuple[str, ...]
    off: tuple[str, ...]


class Effect(NamedTuple):
    """What a line does: each tag with the number of stories that get it or lose it."""

    added: tuple[tuple[str, int], ...]
    taken: tuple[tuple[str, int], ...]


def read_tag_line(line: str) -> TagLine:
    """Read a line of tags. Never raises; a # before a tag is how it is shown, and no part of it."""
    words = [clean_line(word) for word in line.split(",")]
    on = (word.lstrip("#").strip() for word in words if not word.startswith("-"))
    off = (word[1:].strip().lstrip("#").strip() for word in words if word.startswith("-"))
    return TagLine(tuple(dict.fromkeys(filter(None, on))), tuple(dict.fromkeys(filter(None, off))))


def tag_names(given: Iterable[str]) -> tuple[str, ...]:
    """Return tags that are named one by one, whatever signs they begin with or hold."""
    names = (clean_line(name).lstrip("#").strip() for name in given)
    return tuple(dict.fromkeys(filter(None, names)))


def tagged(story: Story, asked: TagLine) -> Story:
    """Return a story with the tags asked for; one it has in other letters stays as it is."""
    off = {fold(tag) for tag in asked.off}
    kept = [tag for tag in story.tags if fold(tag) not in off]
    there = {fold(tag) for tag in kept}
    new = (tag for tag in asked.on if fold(tag) not in there)
    return story.edit(tags=(*kept, *new))


def effect(stories: Iterable[Story], asked: TagLine) -> Effect:
    """Return what a line of tags does to stories."""
    added: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for story in stories:
        after = tagged(story, asked).tags
        added.update(tag for tag in after if tag not in story.tags)
        taken.update(tag for tag in story.tags if tag not in after)
    return Effect(tuple(added.items()), tuple(taken.items()))


def effect_said(done: Effect, *, adds: str = "added", takes: str = "took") -> str:
    """Return an effect in words: "Added #grants to 3 stories; took #draft from 1 story"."""
    said = [f"{adds} {_to(done.added, 'to')}"] if done.added else []
    said += [f"{takes} {_to(done.taken, 'from')}"] if done.taken else []
    line = "; ".join(said)
    return line[:1].upper() + line[1:]


def _to(tags: Iterable[tuple[str, int]], word: str) -> str:
    by_number: dict[int, list[str]] = {}
    for tag, number in tags:
        by_number.setdefault(number, []).append(f"#{tag}")
    return ", ".join(
        f"{' '.join(named)} {word} {counted(number, 'story', 'stories')}"
        for number, named in by_number.items()
    )


def tag_completions(
    line: str, cursor: int, on: Sequence[Value], off: Sequence[Value], *, most: int = 8
) -> list[Completion]:
    """Return the ways to go on with the tag before the cursor: of `off` behind a minus, else `on`.

    A tag that stands in the line already is not offered again.
    """
    begun = line.rfind(",", 0, cursor) + 1
    start = begun + len(line[begun:cursor]) - len(line[begun:cursor].lstrip())
    word = line[start:cursor]
    sign = "-" if word.startswith("-") else ""
    wanted = fold(word.removeprefix("-").strip().lstrip("#"))
    asked = read_tag_line(line[:start] + line[cursor:])
    there = {fold(tag) for tag in (*asked.on, *asked.off)}
    known = [v for v in (off if sign else on) if fold(v.text) not in {*there, wanted}]
    return [
        Completion(f"{sign}{value.text}, ", value.told, start, cursor)
        for value in begun_first(known, wanted, lambda value: value.text)
    ][:most]
