"""Markdown stories: stories told under headings or labels, several to a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from sesbank.domain.days import read_day
from sesbank.domain.story import Outcome, Status
from sesbank.domain.text import clean
from sesbank.errors import InputError
from sesbank.exchange.ccar_text import cut_apart, part_of
from sesbank.exchange.chapters import (
    TitleIn,
    chapters_marked,
    joined_chapters,
    no_ecqs,
    split_front,
    title_and_rest,
    title_at_end,
)
from sesbank.exchange.markdown_lines import opening, title_of, unescaped, with_signs
from sesbank.exchange.plain_fields import field_of, plain_record
from sesbank.exchange.record_stories import Imported, RecordReader

MOST_STORIES = 20_000
"""How many stories one file may hold."""

_FACT = re.compile(
    r" {0,3}(?:[-*+] +)?[*_]{0,3}(?P<name>[A-Za-z][\w -]{0,40}?)[*_]{0,3}:[*_]{0,3}"
    r"(?:[ \t]+(?P<value>.*))?"
)
_FACTS = frozenset(
    {"id", "outcome", "role", "organisation", "grade_at_time", "started", "ended", "tags"}
    | {"status", "unsplit", "mappings"}
)
_CHOICES: dict[str, set[str]] = {"outcome": set(Outcome), "status": set(Status)}


@dataclass
class _Block:
    """What stands under one heading that names no part."""

    heading: str
    level: int
    chapter: str
    before: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)
    part: str = ""
    part_level: int = 0
    ecq: bool = False
    """Whether it stood under a heading that names an ECQ, which is its chapter then."""

    def lines(self) -> list[str]:
        """Return where the next line of text goes."""
        return self.parts[self.part] if self.part else self.before

    def open_part(self, name: str, level: int) -> None:
        """Open a part; one that was open before goes on behind an empty line."""
        self.parts.setdefault(name, []).append("")
        self.part, self.part_level = name, level

    def starts_over(self, part: str) -> bool:
        """Whether a heading of this part begins another story."""
        return "result" in self.parts and part in ("challenge", "context")


def stories_from_markdown(
    text: str, *, new_id: Callable[[], str], framework: str, title_in: TitleIn = no_ecqs
) -> Imported:
    """Read the stories of a text with headings of any level, or CCAR or STAR labels.

    Front matter is read as plain `key: value` lines. A text without labels is kept whole in
    `action` and marked unsplit; links and HTML stay the text they are. Raises InputError.
    """
    front, body, notes = _front_matter(clean(text.removeprefix("\ufeff")))
    reader = RecordReader(new_id, framework, "story")
    found = told_stories(with_signs(body), reader, front, title_in=title_in)
    return found._replace(notes=(*notes, *found.notes))


def told_stories(
    text: str,
    reader: RecordReader,
    shared: Mapping[str, Any] = MappingProxyType({}),
    *,
    title_in: TitleIn = no_ecqs,
) -> Imported:
    """Read the stories of a clean text by its headings and labels; `shared` are facts of all."""
    blocks = _blocks(chapters_marked(text, title_in), title_in)
    front, records = split_front([r for block in blocks for r in _records(block, title_in)])
    if len(records) > MOST_STORIES:
        raise InputError(f"the file holds more than {MOST_STORIES:,} stories; split it")
    alone = len(records) == 1
    facts = {n: v for n, v in shared.items() if alone or n not in ("id", "title", "text")}
    stories = tuple(reader.read(n, {**facts, **r}) for n, r in enumerate(records, 1))
    told = tuple(reader.notes) if stories else ("the file holds no stories",)
    left_out = tuple(reader.read(n, r) for n, r in enumerate(front, 1))
    return Imported(stories, told, frozenset(reader.mapped), left_out)


def _front_matter(text: str) -> tuple[dict[str, Any], str, list[str]]:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text, []
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end:
        return {}, text, []
    pairs, notes = [], []
    for number, line in enumerate(lines[1:end], 2):
        name, colon, value = line.partition(":")
        if colon and re.fullmatch(r"[A-Za-z][\w -]{0,40}", name):
            pairs.append((name, value.strip().strip("\"'")))
        elif line.strip() and not line.startswith("#"):
            notes.append(f"line {number} of the front matter is no `key: value`: left out")
    return _checked(plain_record(pairs)), "\n".join(lines[end + 1 :]), notes


def _checked(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record whose dates and choices can be read; others are kept as unknown fields."""
    kept = {}
    for name, value in record.items():
        choices = _CHOICES.get(name)
        dated = name in ("started", "ended")
        wrong = (choices and value not in choices) or (dated and not _is_day(value))
        kept[f"given_{name}" if wrong else name] = value
    return kept


def _is_day(text: str) -> bool:
    try:
        read_day(text)
    except ValueError:
        return False
    return True


def _blocks(text: str, title_in: TitleIn) -> Iterator[_Block]:
    chapters: list[tuple[int, str]] = []
    block = _Block("", 0, "")
    for line in text.split("\n"):
        found = opening(line)
        part = part_of(found.text) if found else ""
        if found is None:
            block.lines().append(unescaped(line))
        elif part and block.starts_over(part):
            is_ecq = title_in(block.heading) is not None
            chapter = joined_chapters(block.chapter, block.heading if is_ecq else "")
            title = title_at_end(block.lines())
            yield block
            block = _Block(title, block.level, chapter)
            block.open_part(part, found.level)
        elif part:
            block.open_part(part, found.level)
        elif block.part and found.level > block.part_level:
            block.lines().append(line)  # A heading inside a part is text of it.
        else:
            yield block
            if block.heading and not block.parts:
                chapters.append((block.level, block.heading))
            chapters = [(level, name) for level, name in chapters if level < found.level]
            block = _Block(found.text, found.level, joined_chapters(*(n for _, n in chapters)))
    yield block


def _told(lines: list[str]) -> str:
    return "\n".join(lines).strip()


def _records(block: _Block, title_in: TitleIn) -> Iterator[dict[str, Any]]:
    block = _titled(block, title_in)
    pairs, rest = _facts(block.before)
    text = _told(rest)
    if not text and not block.parts and not (pairs and block.heading):
        return
    facts = _checked(plain_record(pairs))
    first = {"title": title_of(block.heading), "chapter": block.chapter, **facts}
    # No mappings is something that is said; any other field that is empty says nothing.
    common = {name: value for name, value in first.items() if value or name == "mappings"}
    if not block.parts:
        pieces = cut_apart(text) if text else ("",)
        yield {**common, "text": pieces[0]}
        chapter = block.chapter if block.ecq else block.heading
        yield from ({"chapter": chapter, "text": piece} for piece in pieces[1:])
        return
    parts = {name: _told(lines) for name, lines in block.parts.items()}
    if text:
        parts["context"] = "\n\n".join(p for p in (text, parts.get("context")) if p)
    yield {**common, **parts}


def _titled(block: _Block, title_in: TitleIn) -> _Block:
    """Return a block whose heading names an ECQ with that as its chapter, and its own title.

    What is written here says the id of its stories, and their titles are as they were.
    """
    beside = title_in(block.heading)
    if beside is None or any(field_of(name) == "id" for name, _ in _facts(block.before)[0]):
        return block
    title, before = beside, block.before
    if not title:
        line, rest = title_and_rest(before)
        if line and (block.parts or _told(rest)):
            title, before = line, rest
    chapter = joined_chapters(block.chapter, block.heading)
    return replace(block, heading=title, chapter=chapter, before=before, ecq=True)


def _facts(lines: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the facts listed at the beginning, and the lines behind them."""
    pairs: list[tuple[str, str]] = []
    for place, line in enumerate(lines):
        found = _FACT.fullmatch(line)
        if found and field_of(found["name"]) in _FACTS:
            pairs.append((found["name"], (found["value"] or "").strip()))
        elif line.strip():
            return pairs, lines[place:]
    return pairs, []
