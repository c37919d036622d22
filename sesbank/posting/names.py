"""Names of ECQs in a posting, of any framework, a typing error or other joints allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sesbank.domain.framework import FrameworkSet
from sesbank.posting.page import Page

_LITTLE = frozenset({"and", "the", "of", "to", "a", "in"})
_WORD = re.compile(r"[a-z]+")
_LABEL_BEFORE = re.compile(
    r"(?:(?P<core>(?:\b|(?<=[a-z]))(?:ECQ|ecq|(?:Executive |EXECUTIVE )?(?:Core|CORE)"
    r" (?:Qualification|QUALIFICATION))s?'?s?"
    r"[ \n]?(?:#|No\.?)?[ \n]?\(?(?:\d|[IV]{1,3}|One|Two|Three|Four|Five)\)?)"
    r"[ \n]?[:.)-]{0,2}[ \n]?(?:\(?\d[.):]+)?"
    r"|(?:(?<=[\s.;:*])|^)(?P<item>\(?(?:\d{1,2}|[A-Ea-e])[.):]+-?)|(?P<bare>(?<=\n)\d)"
    r"|(?P<bullet>[•*]|\n[-o])|(?P<line>\n))[ \n]?$",
)
_LABEL_AFTER = re.compile(r"[ \n]?\((?P<core>ECQ[ -]?\d)\)")
_ENTRY_AFTER = re.compile(
    r"[ \n]?(?:\([A-Z]{2,3}\)|/[A-Za-z]+)?[ \n]?(?:[:.-]|\n|This core|Involves"
    r"|This (?:ECQ|qualification))"
)
_PROMPTED = re.compile(
    r"(?i)(?:describ|demonstrat|experience|ability|skills?|address|provide)[^.:;\n]{0,80}$",
)
_KINDLY = re.compile(r"(?i)(?:please\ )?(?:provide|describe|give|submit|discuss|explain)\b")


@dataclass(frozen=True, slots=True)
class NameHit:
    """An ECQ's name as it stands in the stream."""

    start: int
    end: int
    refs: frozenset[tuple[str, str]]
    """(framework id, ECQ code) of everything that goes by this name."""
    label: str = ""
    """The label before or behind it: "ECQ 2", "(1)"."""
    label_start: int = -1
    numbered: bool = False
    """Whether the label says ECQ."""
    entry: bool = False
    """Whether a statement of the ECQ seems to open here."""


class NameFinder:
    """Finds the names and aliases of the ECQs of all frameworks at hand."""

    def __init__(self, frameworks: FrameworkSet) -> None:
        refs: dict[tuple[str, ...], set[tuple[str, str]]] = {}
        for framework in frameworks.frameworks:
            for ecq in framework.core:
                for name in (ecq.name, *ecq.aliases):
                    words = _name_words(name)
                    if len(words) > 1:
                        refs.setdefault(words, set()).add((framework.id, ecq.code))
        self._names: dict[str, list[tuple[tuple[str, ...], frozenset[tuple[str, str]]]]] = {}
        for words in sorted(refs, key=lambda words: (-len(words), words)):
            self._names.setdefault(words[0], []).append((words, frozenset(refs[words])))
        self._spellings = _spellings({word for words in refs for word in words})

    def find(self, page: Page) -> Iterator[NameHit]:
        """Yield the names in the order they stand in, the longest at each place."""
        words = self._words(page)
        place = 0
        while place < len(words):
            hit = self._match(page, words, place)
            if hit is None:
                place += 1
                continue
            found, place = hit
            yield found

    def _words(self, page: Page) -> list[tuple[str, int, int]]:
        known: dict[str, str] = {}
        words: list[tuple[str, int, int]] = []
        lexemes = page.lexemes
        for start, end in zip(lexemes.starts, lexemes.ends, strict=True):
            printed = page.text[start:end]
            word = known.get(printed)
            if word is None:
                word = known[printed] = self._spell(printed.lower())
            words.append((word, start, end))
        return words

    def _spell(self, word: str) -> str:
        if len(word) < 6 or len(word) > 16 or word in self._spellings:
            return self._spellings.get(word, word)
        keys = (word[:place] + word[place + 1 :] for place in range(1, len(word)))
        return next((self._spellings[key] for key in keys if key in self._spellings), word)

    def _match(
        self,
        page: Page,
        words: list[tuple[str, int, int]],
        place: int,
    ) -> tuple[NameHit, int] | None:
        for name, refs in self._names.get(words[place][0], ()):
            last = _follow(words, place, name)
            if last is not None:
                hit = _describe(page, words[place][1], words[last][2], refs)
                if hit is not None:
                    return hit, last + 1
        return None


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name.lower()) if word not in _LITTLE)


def _spellings(words: set[str]) -> dict[str, str]:
    """Return the words of names, and each long one without one of its letters."""
    spellings = {
        word[:place] + word[place + 1 :]: word
        for word in sorted(words)
        if len(word) >= 7
        for place in range(1, len(word))
    }
    return spellings | {word: word for word in words}


def _follow(words: list[tuple[str, int, int]], place: int, name: tuple[str, ...]) -> int | None:
    """Return the index of a name's last word when its words follow from `place`."""
    last = place
    for wanted in name[1:]:
        place += 1
        limit = place + 4
        while place < min(limit, len(words)) and (
            words[place][0] in _LITTLE or words[place][0] in "\n&-/"
        ):
            place += 1
        if place >= len(words) or words[place][0] != wanted:
            return None
        last = place
    return last


def _describe(page: Page, start: int, end: int, refs: frozenset[tuple[str, str]]) -> NameHit | None:
    """Return the name at a place with its label, or None where it is a phrase in small letters."""
    text = page.text
    before, behind = text[max(start - 60, 0) : start], text[end : end + 24]
    label = _LABEL_BEFORE.search(before if start else "\n")
    after = _LABEL_AFTER.match(behind)
    entry = _ENTRY_AFTER.match(behind, after.end() if after else 0) is not None
    core = label["core"] if label else None
    counted = (core or (label and (label["item"] or label["bare"]))) or ""
    numbered = bool(core or after)
    if not numbered and not _is_name(text[start:end], loose=entry and behind[:1] == ":"):
        return None
    return NameHit(
        start,
        end,
        refs,
        label=" ".join((core or (after["core"] if after else counted)).split()),
        label_start=start - len(before) + label.start() if label and counted else start,
        numbered=numbered,
        entry=entry or bool(counted or after) or _is_prompted(text, start, end),
    )


def _is_name(printed: str, *, loose: bool) -> bool:
    """Whether words are written as a name: capitals throughout, or the first where it is loose."""
    words = [word for word in re.findall(r"[A-Za-z]+", printed) if word.lower() not in _LITTLE]
    return all(word[0].isupper() for word in (words[:1] if loose else words))


def _is_prompted(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals stands in a prompt: "your experience LEADING CHANGE"."""
    before = text[max(start - 140, 0) : start]
    return text[start:end].isupper() and _PROMPTED.search(before) is not None


def prompt_start(page: Page, hit: NameHit) -> int:
    """Return where a statement opens: at its prompt where the name stands inside one."""
    first, _ = page.sentence(hit.start)
    if first < hit.start and hit.start - first < 160 and _KINDLY.match(page.text, first):
        return first
    return hit.start
