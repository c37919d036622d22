"""The ECQs a posting prints: found by name or by the wording of the definition, never by number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import numbered_items
from sesbank.posting.names import NameHit, prompt_start
from sesbank.posting.page import Page
from sesbank.posting.plain import plain_items
from sesbank.posting.preferences import parts
from sesbank.posting.sentences import cut_sentences
from sesbank.posting.stock import cut_tail, is_stock, trim
from sesbank.posting.wording import CORE_LABEL, WORDINGS, worded_behind_label

_LONGEST = 1600
_NAMED = re.compile(
    r"(?:(?<=[\n•])|(?<=[.:;•] ))(?P<name>[A-Z][a-z]+(?: (?:and |the "
    r"|of )?[A-Z][a-z]+){1,5}): ?(?=\S)"
)

_ITEM = re.compile(r"\(?(\d{1,2})([.)])")


@dataclass(frozen=True, slots=True)
class CoreStatement:
    """An ECQ as printed."""

    start: int
    end: int
    label: str
    """As printed, or empty."""
    code: str = ""
    sure: bool = True


def find_ecqs(
    page: Page,
    anchors: Sequence[Anchor],
    hits: Sequence[NameHit],
    framework: str,
) -> list[CoreStatement]:
    """Return the ECQs of the framework that the posting names, each once, in posting order."""
    best: dict[str, CoreStatement] = {}
    edges = _edges(page, anchors)
    for hit in hits:
        code = next((code for ref, code in sorted(hit.refs) if ref == framework), "")
        if not code:
            continue
        found = _statement(page, hit, edges, code)
        if code not in best or _worth(found) > _worth(best[code]):
            best[code] = found
    if not best and framework:
        best = _by_definition(page, edges, framework)
    return sorted(best.values(), key=lambda found: found.start)


def find_own_core(page: Page, anchors: Sequence[Anchor]) -> list[CoreStatement]:
    """Return an agency's own leadership requirements, which belong to no framework."""
    edges = _edges(page, [anchor for anchor in anchors if anchor.mark is not Mark.NAME])
    found: list[CoreStatement] = []
    for anchor in anchors:
        if anchor.mark is Mark.LEADERSHIP and anchor.firm:
            end = edges[bisect_left(edges, anchor.end)]
            label = page.stream.verbatim(anchor.start, anchor.end).strip(" :-.*")
            found.extend(_own_items(page, anchor.end, end, label))
    return found


def _own_items(page: Page, start: int, end: int, label: str) -> list[CoreStatement]:
    named = list(_NAMED.finditer(page.text, max(start - 1, 0), end))
    if len(named) > 1:
        stops = [*(match.start() for match in named[1:]), end]
        spans = [
            _trimmed(page, m.start("name"), stop) for m, stop in zip(named, stops, strict=True)
        ]
        return [CoreStatement(*span, "") for span in spans]
    listed = numbered_items(page, start, end)
    if len(listed) > 1:
        return [CoreStatement(item.start, item.end, f"{label} {item.number}") for item in listed]
    plain = plain_items(page, start, end, near=True)
    if not plain:
        return []
    return [CoreStatement(*_trimmed(page, plain[0].start, end), label)]


def _edges(page: Page, anchors: Sequence[Anchor]) -> list[int]:
    return [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]


def _statement(page: Page, hit: NameHit, edges: Sequence[int], code: str) -> CoreStatement:
    """Return a name with its definition, or the bare name where none follows."""
    label = hit.label if hit.numbered or not hit.label else ""
    bare = CoreStatement(hit.start, hit.end, label, code)
    if not hit.entry:
        return bare
    start = prompt_start(page, hit)
    end = min(edges[bisect_left(edges, hit.end)], hit.end + _LONGEST)
    start, end = _trimmed(page, start, _next_item(page.text, hit, end))
    if len(page.text[hit.end : end].split()) < 4:
        return bare
    runs_on = page.text[hit.end : hit.end + 2].strip()[:1] not in ("-", ":", "(", "")
    behind = hit.end + len(page.text[hit.end : end]) - len(page.text[hit.end : end].lstrip(". \n"))
    if runs_on and start == hit.start and is_stock(page.text, behind, end):
        return bare
    return CoreStatement(start, max(end, hit.end), label, code)


def _next_item(text: str, hit: NameHit, end: int) -> int:
    """Return where the item behind a numbered ECQ begins, whatever it is."""
    number = _ITEM.fullmatch(hit.label)
    if number is None:
        return end
    following = re.compile(rf"[\n.;] ?{int(number[1]) + 1}{re.escape(number[2])} ?(?=[A-Z])")
    found = following.search(text, hit.end, end)
    return found.start() + 1 if found else end


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    start, end = cut_tail(page.text, page.starts, trim(page.text, start, end), defines=True)
    start, end, _ = parts(page, start, end)[0] if start < end else (start, end, False)
    sentences = cut_sentences(page.starts, start, end)
    return start, (sentences[11][1] if len(sentences) > 12 else end)


def _worth(statement: CoreStatement) -> tuple[bool, int]:
    """Rank printings of one ECQ: labelled ones first, then the longer."""
    length = statement.end - statement.start
    return length > 60, bool(statement.label) * 200 + length


def _by_definition(page: Page, edges: Sequence[int], framework: str) -> dict[str, CoreStatement]:
    best: dict[str, CoreStatement] = {}
    labels = list(CORE_LABEL.finditer(page.text))
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else label.end() + _LONGEST
        start, end = _trimmed(
            page,
            label.end(),
            min(stop, edges[bisect_left(edges, label.end())]),
        )
        words = page.text[start:end]
        printed = _worded(words, framework)
        code = printed or worded_behind_label(words, framework)
        if code and code not in best:
            name = " ".join(label.group().split()).strip(" :.-)")
            best[code] = CoreStatement(start, end, name, code, sure=bool(printed))
    return best


def _worded(text: str, framework: str) -> str:
    for (owner, code), phrases in WORDINGS.items():
        if owner == framework and any(phrase.search(text) for phrase in phrases):
            return code
    return ""
