"""Kinds of questions: whether a part asks for a story or for something else, by telling words.

The rules stand in `data/question_kinds.txt`. A part that asks for something that happened is a
story whatever other words it has, so a behavioral question is not taken for another kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from sesbank.domain.evidence import QuestionPart
from sesbank.domain.question_kinds import ECQ_ASKED, WITHOUT_STORY, QuestionKind

PART_READ = 400
"""How many characters of a part its kind is told from."""

BLANK = "\n"
"""What stands for words taken out: it parts what stands before from what stands behind."""

LEAST_STATEMENT = 15
"""Characters before a part that make a statement; fewer are "Now," or a number."""

_SCENE, _OF_SCENE, _OF_STATEMENT = "scene", "asked of a scene", "after a statement"
_TRIED = (
    QuestionKind.INTRODUCTION,
    QuestionKind.MOTIVATION,
    QuestionKind.STRENGTHS,
    QuestionKind.CLOSING,
    QuestionKind.PRIORITIES,
    QuestionKind.SITUATION,
)
"""The order in which kinds are tried: those told by a whole phrase before those told by "would"."""

_NEW_CASE = re.compile(
    r"\b(?:if|here|our|us|imagine|suppose|selected|this (?:agency|office|role|position|job))\b",
    re.IGNORECASE,
)
"""What puts a new case after a story; "how would you solve it now?" still asks about the story."""


_PUT = frozenset({QuestionKind.PRIORITIES})
"""Kinds that a scene before the question turns into what one would do in it."""


@dataclass(frozen=True, slots=True)
class _Section:
    """The patterns of one kind, and those that rule it out."""

    telling: re.Pattern[str]
    ruled_out: re.Pattern[str] | None

    def find(self, text: str) -> re.Match[str] | None:
        """Return the first words that tell, or None where none does or another rules it out."""
        if self.ruled_out is not None and self.ruled_out.search(text):
            return None
        return self.telling.search(text)


def with_kinds(question: str, parts: Iterable[QuestionPart]) -> tuple[QuestionPart, ...]:
    """Return the parts of a question, each with its kind and the words that tell it."""
    told: list[QuestionPart] = []
    behind, scene = 0, False
    for part in parts:
        lead = question[behind : part.start]
        scene = scene or _sets_scene(lead)
        told.append(_told(part, scene, stated=len(lead) > LEAST_STATEMENT, before=told))
        behind = part.end
    return tuple(told)


def probing_text(
    question: str, parts: Sequence[QuestionPart], names_any: Callable[[str], bool]
) -> str:
    """Return a question with what probes no ECQ blanked out; offsets stay as they are.

    Of a part of another kind only what goes beyond the words that tell it may probe, and only
    where `names_any` finds that it names something: "how would staff describe your integrity?"
    """
    plain = _plain(question)
    for part in parts:
        if part.kind in ECQ_ASKED:
            continue
        beyond = _blanked(question, _unnamed(plain, part))
        named = _section("named").find(_plain(part.text)) or names_any(
            beyond[part.start : part.end]
        )
        if part.kind in WITHOUT_STORY or not named:
            question = _blanked(question, [(part.start, part.end)])
        else:
            question = beyond
    return question if any(p.kind in ECQ_ASKED for p in parts) else _parts_only(question, parts)


def _unnamed(plain: str, part: QuestionPart) -> Iterator[tuple[int, int]]:
    """Yield where the words that tell a part's kind stand, without those that name something."""
    if part.told_by is not None:
        start, end = part.told_by
        for named in _section("named").telling.finditer(plain, start, end):
            yield start, named.start()
            start = named.end()
        yield start, end


def _parts_only(text: str, parts: Sequence[QuestionPart]) -> str:
    """Return a text with all but the parts blanked out: a preamble to no story probes nothing."""
    edges = [0, *(edge for p in parts for edge in (p.start, p.end)), len(text)]
    return _blanked(text, zip(edges[::2], edges[1::2], strict=True))


def for_stories(question: str, parts: Sequence[QuestionPart]) -> str:
    """Return a question with only what a story can answer; offsets stay as they are.

    Words that tell another kind ("the best candidate") are no words a story should have. A
    weakness is kept: what happened when it showed can be told.
    """
    if all(p.kind in ECQ_ASKED for p in parts):
        return question
    if all(p.kind in WITHOUT_STORY for p in parts):
        return BLANK * len(question)
    kept = set(weaknesses(question, parts))
    gone = [
        (p.start, p.end) if p.kind in WITHOUT_STORY else p.told_by
        for p in parts
        if p.kind not in ECQ_ASKED
    ]
    return _blanked(question, [span for span in gone if span is not None and span not in kept])


def with_probing(answered: str, probing: str) -> tuple[str, list[tuple[int, int]]]:
    """Return what stories can answer together with all that probes, and where only that stands.

    "Why public service?" asks for no word of a story, yet a story may show what it probes: the
    words that probe are there to be quoted.
    """
    pairs = enumerate(zip(answered, probing, strict=True))
    only = [n for n, (one, other) in pairs if one == BLANK != other]
    spans: list[tuple[int, int]] = []
    for number in only:
        start = spans.pop()[0] if spans and spans[-1][1] == number else number
        spans.append((start, number + 1))
    for start, end in spans:
        answered = answered[:start] + probing[start:end] + answered[end:]
    return answered, spans


def weaknesses(question: str, parts: Iterable[QuestionPart]) -> Iterator[tuple[int, int]]:
    """Yield the words that ask for a weakness, as offsets."""
    plain = _plain(question)
    for part in parts:
        if part.kind is QuestionKind.STRENGTHS and part.told_by is not None:
            start, end = part.told_by
            if _section("weakness").find(plain[start:end]):
                yield part.told_by


def _told(
    part: QuestionPart, scene: bool, *, stated: bool, before: Sequence[QuestionPart]
) -> QuestionPart:
    text = _plain(part.text[:PART_READ])
    for kind in _TRIED:
        found = _section(kind.value).find(text)
        if found and not (kind is QuestionKind.SITUATION and _goes_back(text, before)):
            return _as(part, QuestionKind.SITUATION if scene and kind in _PUT else kind, found)
    put = _OF_SCENE if scene else _OF_STATEMENT if stated else ""
    found = _section(put).find(text) if put else None
    return _as(part, QuestionKind.SITUATION, found) if found else part


def _as(part: QuestionPart, kind: QuestionKind, found: re.Match[str]) -> QuestionPart:
    start, end = found.span()
    said = part.text[start:end]
    start, end = start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip(" ,.?!"))
    return replace(part, kind=kind, told_by=(part.start + start, part.start + end))


def _goes_back(text: str, before: Sequence[QuestionPart]) -> bool:
    """Return whether a part asks on about the story that an earlier part asks for."""
    return any(p.kind is QuestionKind.STORY for p in before) and not _NEW_CASE.search(text)


def _plain(text: str) -> str:
    """Return a text of the same length with one kind of apostrophe and of white space."""
    return re.sub(r"\s", " ", text).replace("’", "'")


def _sets_scene(lead: str) -> bool:
    sentences = (s.strip() for s in re.split(r"(?<=[.!:])\s", _plain(lead[-2 * PART_READ :])))
    return any(_section(_SCENE).find(s.rstrip(".!: ")) for s in sentences if s)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


@lru_cache(maxsize=32)
def _section(name: str) -> _Section:
    """Return the rules of a section, compiled when first asked for: that takes its time."""
    telling, ruled_out = _patterns()
    out = ruled_out.get(name)
    return _Section(_compiled(telling[name]), _compiled(out) if out else None)


@lru_cache(maxsize=1)
def _patterns() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return by section the patterns that tell it and those that rule it out."""
    text = files("sesbank.matching").joinpath("data/question_kinds.txt").read_text("utf-8")
    telling: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for name, line in _rules(text):
        if line.startswith("!"):
            named = line.removeprefix("![")
            ruled_out = telling[named.strip("]")] if named != line else [line[1:]]
            out.setdefault(name, []).extend(ruled_out)
        else:
            telling.setdefault(name, []).append(line)
    return telling, out


def _rules(text: str) -> Iterator[tuple[str, str]]:
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            yield name, line


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined, re.IGNORECASE)
