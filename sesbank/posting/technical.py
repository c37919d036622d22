"""Technical qualifications and what is wished for: lists under headings, labelled ones anywhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.items import Item, bulleted_items, numbered_items
from sesbank.posting.named import asks_for_names, is_named, named_lines
from sesbank.posting.narratives import told_in_full
from sesbank.posting.openings import asks_on, opens_prompt, opens_small, opens_statement
from sesbank.posting.page import Page
from sesbank.posting.plain import other_items, plain_items
from sesbank.posting.preferences import find_preferences, parts
from sesbank.posting.questions import yes_no_questions
from sesbank.posting.stock import cut_extra, cut_tail, instructs, trim

_HEADINGS = frozenset({Mark.TECHNICAL, Mark.DESIRABLE})
_FIRST = frozenset({"1", "A"})
_SUB_ITEM = re.compile(r"[•*-]|\(?[a-z0-9]{1,2}[.)]|o ")
_SPELLS_OUT = re.compile(r"(?:This|These|Such|Examples?)\b[^.:\n]{0,80}:[ \n](?=[•*-])")
"""A line below a statement that leads to its parts: "This includes:"."""
_SHORT_LINE = 80
"""A first line of up to so many characters is a topic, with the statement below it."""
_TELLS_HOW = re.compile(
    r"(?:narrative|statement|answer|response|submission)s?(?: \w+)? (?:must|should|shall|will)"
    r"(?: each)?: ?\(?[1aAiI][.)]"
)
"""Where a list begins of how to write: "Each narrative must: (1) …"."""
_NEAR = 400
_BESIDE = 8
"""Characters between a heading and a first label that belongs to it."""
_MOST_SENTENCES = 60
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A qualification found in the stream."""

    start: int
    end: int
    abbreviation: str
    number: str
    """As printed, or empty."""
    desirable: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands under a heading."""

    heading: Anchor
    end: int
    listed_end: int
    """Where a numbered list ends that goes on over answer options."""
    answers: Sequence[int]
    """Where answer options begin on the page."""
    leads: bool
    """Whether the label of a first statement ends it, so that what stands in it leads there."""


def find_statements(page: Page, anchors: Sequence[Anchor]) -> list[Statement]:
    """Return the technical and desirable qualifications in posting order, each once.

    `anchors` are all anchors of the page in order.
    """
    found = [*_labelled(page, anchors), *_wishes(page, anchors)]
    for firm in (True, False):
        taken = sorted((statement.start, statement.end) for statement in found)
        for block in _blocks(anchors, len(page.text), firm=firm):
            if not _overlaps(taken, block.heading.end, block.end):
                found.extend(_listed(page, block))
    found = [part for statement in found for part in _wished_apart(page, statement)]
    found.extend(_preferred(page, found))
    return _once(page, sorted(found, key=lambda statement: statement.start))


def _blocks(anchors: Sequence[Anchor], end: int, *, firm: bool) -> Iterator[_Block]:
    """Yield the headings of one firmness, each with its block.

    A block ends at the next anchor; a firm heading's goes on over mere mentions, and for a
    numbered list over answer options.
    """
    nearest = hard = listed = end
    leads = False
    answers: list[int] = []
    blocks: list[_Block] = []
    for anchor in reversed(anchors):
        if anchor.mark in _HEADINGS and anchor.firm is firm:
            stop = hard if firm else nearest
            blocks.append(_Block(anchor, stop, listed if firm else stop, answers, leads))
        if anchor.mark is not Mark.ANSWER and (anchor.firm or anchor.mark not in _HEADINGS):
            first = anchor.mark is Mark.LABEL and anchor.number in _FIRST and not anchor.desirable
            leads = first or (leads and anchor.mark is Mark.TECHNICAL)
        nearest = anchor.start
        if anchor.mark is Mark.ANSWER:
            answers.append(anchor.start)
            hard = anchor.start
        elif anchor.firm or anchor.mark not in _HEADINGS:
            hard = listed = anchor.start
    answers.reverse()
    yield from reversed(blocks)


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a part of the page between two offsets is taken; `taken` is in order."""
    place = bisect_left(taken, (end, 0)) - 1
    return place >= 0 and taken[place][1] > start


def _labelled(page: Page, anchors: Sequence[Anchor]) -> list[Statement]:
    best: dict[tuple[str, str], Statement] = {}
    edges = [*(anchor.start for anchor in anchors if anchor.firm), len(page.text)]
    wished = _under_wishes(anchors)
    for anchor in anchors:
        if anchor.mark is not Mark.LABEL:
            continue
        start, end = trim(page.text, anchor.end, edges[bisect_left(edges, anchor.end)])
        start, end = cut_tail(page.text, page.starts, (start, _one_paragraph(page, start, end)))
        if len(page.text[start:end].split()) < 3 or instructs(page.text, start, end):
            continue
        key = (anchor.abbreviation, anchor.number)
        if key not in best or end - start > 1.5 * (best[key].end - best[key].start):
            desirable = anchor.desirable or anchor.start in wished
            best[key] = Statement(start, end, *key, desirable=desirable, sure=anchor.sure)
    found = sorted(best.values(), key=lambda statement: statement.start)
    if found:
        spans = [(statement.start, statement.end) for statement in found]
        found[-1] = replace(found[-1], end=cut_extra(page.text, page.starts, spans)[1])
    return found


def _under_wishes(anchors: Sequence[Anchor]) -> set[int]:
    """Return where the labels begin that stand right under a heading over what is wished for."""
    found: set[int] = set()
    heading: Anchor | None = None
    for anchor in anchors:
        if anchor.mark is not Mark.LABEL:
            heading = anchor if anchor.firm else heading
        elif heading and heading.mark is Mark.DESIRABLE:
            beside = range(heading.end, heading.end + _BESIDE)
            if anchor.start in beside or found.intersection(beside):
                found.add(anchor.start)
    return found


def _wishes(page: Page, anchors: Sequence[Anchor]) -> Iterator[Statement]:
    """Yield what the sentences wish for that say so themselves, each to its end."""
    for anchor in anchors:
        if anchor.mark is Mark.WISH:
            start, end = trim(page.text, anchor.end, page.sentence(anchor.end)[1])
            if len(page.text[start:end].split()) > 1:
                yield Statement(start, end, anchor.abbreviation, "", desirable=True)


def _wished_apart(page: Page, statement: Statement) -> Iterator[Statement]:
    """Yield a statement with what it only wishes for apart."""
    for start, end, wished in parts(page, statement.start, statement.end):
        if not wished or statement.desirable:
            yield replace(statement, start=start, end=end)
        else:
            number = statement.number if start == statement.start else ""
            yield Statement(start, end, "DQ", number, desirable=True, sure=statement.sure)


def _preferred(page: Page, found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the wishes that stand in no list."""
    taken = sorted((statement.start, statement.end) for statement in found)
    for start, end in find_preferences(page):
        if not _overlaps(taken, start, end):
            yield Statement(start, end, "DQ", "", desirable=True)


def _one_paragraph(page: Page, start: int, end: int) -> int:
    """Return where a labelled statement ends: at a line that opens nothing of its own."""
    first = bisect_right(page.starts, start)
    prompt = opens_prompt(page.text, start)
    for place in page.starts[first : first + _MOST_SENTENCES]:
        if place >= end:
            break
        new_line = page.text[place - 1] == "\n" and not _SUB_ITEM.match(page.text, place)
        topic = place - start < _SHORT_LINE and page.text[place - 2] not in ".;?!"
        goes_on = page.text[place].islower() and page.text[place - 2] in ":;,d"
        goes_on = goes_on or _SPELLS_OUT.match(page.text, place) is not None
        goes_on = goes_on or (prompt and asks_on(page.text, place))
        if new_line and not topic and not goes_on and not opens_statement(page.text, place):
            return place
    return end


def _listed(page: Page, block: _Block) -> list[Statement]:
    heading = block.heading
    return [
        Statement(
            item.start,
            item.end,
            heading.abbreviation,
            item.number,
            desirable=heading.mark is Mark.DESIRABLE,
            sure=heading.sure and item.sure,
        )
        for item in _items(page, block)
    ]


def _items(page: Page, block: _Block) -> list[Item]:
    heading, start, end = block.heading, block.heading.end, block.end
    numbered = numbered_items(page, start, block.listed_end, answers=block.answers)
    if numbered and _stands_between(page, start, numbered[0]):
        numbered = []
    if numbered and _belongs(page, heading, numbered, start):
        return list(told_in_full(page, numbered, block.answers))
    bulleted = bulleted_items(page, start, end)
    if bulleted and _belongs(page, heading, bulleted, start):
        return bulleted
    if block.leads:
        return []
    plain = plain_items(page, start, end, near=not heading.firm)
    named = named_lines(page, start, end)
    if len(named) > len(plain):
        return named
    asked = list(yes_no_questions(page, start, block.listed_end, block.answers))
    if heading.firm and len(asked) > len(plain):
        return asked
    if plain or not heading.firm or not heading.sure:
        return plain
    return other_items(page, start, end)


def _stands_between(page: Page, start: int, item: Item) -> bool:
    """Whether statements stand right under a heading, so that numbers further down are others.

    Small letters behind "experience in:" are its parts.
    """
    first = item.start
    if first - start < 8 or not opens_statement(page.text, start):
        return False
    parts = item.number.islower() and "following" not in page.text[start:first]
    return parts or ":" not in page.text[max(first - 12, start) : first]


def _belongs(page: Page, heading: Anchor, items: Sequence[Item], start: int) -> bool:
    """Whether a list is the heading's own; a mention needs statements of ability close by."""
    if _TELLS_HOW.search(page.text, max(items[0].start - _NEAR, start), items[0].start):
        return False
    asked = asks_for_names(page.text, start)
    opening = sum(
        opens_statement(page.text, item.start)
        or opens_small(page.text, item.start)
        or (asked and is_named(page.text, item.start))
        for item in items
    )
    if heading.firm and heading.sure:
        return items[0].start - start < 2500
    return opening * 2 >= len(items) and items[0].start - start < 1200


def _once(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements without repeats; prompts share openings, so 160 characters count."""
    kept: list[Statement] = []
    seen: set[str] = set()
    for statement in statements:
        words = _TOKEN.findall(page.text[statement.start : statement.end].lower())
        key = " ".join(words)[:160]
        if key in seen or (kept and statement.start < kept[-1].end):
            continue
        seen.add(key)
        kept.append(statement)
    return kept


def label_statements(statements: Sequence[Statement]) -> list[str]:
    """Return the label of each statement; what has no printed number is counted on."""
    used = {f"{s.abbreviation} {s.number}" for s in statements if s.number}
    counts: Counter[str] = Counter()
    labels: list[str] = []
    for statement in statements:
        label = f"{statement.abbreviation} {statement.number}"
        while not statement.number and label.endswith(" "):
            counts[statement.abbreviation] += 1
            counted = f"{statement.abbreviation} {counts[statement.abbreviation]}"
            label = label if counted in used else counted
        labels.append(label)
    return labels
