"""Evidence on the screen: both texts side by side with their words lit, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual.content import Content

from sesbank.domain.demands import DemandCover, Standing, StoryCover
from sesbank.domain.evidence import Reason, ReasonKind
from sesbank.domain.sentences import sentences
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import shorten
from sesbank.tui.plain import NOTHING, joined, lit, plain, plain_line, together
from sesbank.tui.views.match_names import DEMAND_SIGNS, REASON_NAMES
from sesbank.tui.views.story import heading
from sesbank.tui.views.story_names import PART_NAMES

_KIND_WIDTH = 16
_WORDS_WIDTH = 44

Span = tuple[int, int]


def why(reasons: Sequence[Reason]) -> Content:
    """Return the reasons, strongest first: points, kind, the words of both sides."""
    lines = [
        together(
            Content(f"+{reason.points:.2f}  ").stylize("bold $primary"),
            Content(f"{REASON_NAMES[reason.kind]:<{_KIND_WIDTH}}").stylize("$muted"),
            *_words(reason),
        )
        for reason in reasons
    ]
    total = sum(reason.points for reason in reasons)
    return joined([heading("Why", f"{total:.2f} in all"), *lines])


def demands(cover: StoryCover) -> Content:
    """Return the demands of a requirement, each with a sign and where an open one is met."""
    lines = [_demand(demand) for demand in cover.demands]
    return joined([heading("Demands", cover.summary), *lines]) if len(lines) > 1 else NOTHING


def _demand(demand: DemandCover) -> Content:
    sign, style = DEMAND_SIGNS[demand.standing]
    line = [Content(f"{sign} ").stylize(style), plain_line(demand.part.text)]
    if demand.standing is Standing.SAID and demand.reasons:
        said = shorten(demand.reasons[0].said, _WORDS_WIDTH)
        line += [Content(" ↔ ").stylize("$muted"), plain_line(f"“{said}”")]
    elif demand.standing is Standing.ELSEWHERE:
        line += [
            Content("  not said here; true of you: ").stylize("$muted"),
            plain_line(f"“{shorten(demand.where, _WORDS_WIDTH)}”", "$warning"),
        ]
    elif demand.standing is Standing.MISSING:
        line.append(Content("  missing").stylize("$error"))
    return together(*line)


def _words(reason: Reason) -> Iterator[Content]:
    if reason.kind is not ReasonKind.MAPPING and reason.asked:
        yield plain_line(f"“{shorten(reason.asked, _WORDS_WIDTH)}”")
        yield Content(" ↔ ").stylize("$muted")
    yield plain_line(f"“{shorten(reason.said, _WORDS_WIDTH)}”")
    if reason.kind is ReasonKind.SYNONYM and reason.note and len(reason.note) < _WORDS_WIDTH:
        yield Content("  ")
        yield plain_line(reason.note, "italic $muted")


def asked_side(text: str, reasons: Sequence[Reason], name: str) -> Content:
    """Return the text asked with the words lit that were answered."""
    spans = [(r.asked_start, r.asked_end) for r in reasons if r.asked_end > r.asked_start]
    return joined([heading(name), lit(text, spans)])


def said_side(story: Story, reasons: Sequence[Reason], name: str) -> Content:
    """Return the sentences of the story that hold evidence, with its words lit."""
    blocks = [heading(name)]
    for part in ("title", *TOLD_PARTS):
        spans = [(p.start, p.end) for r in reasons for p in r.places if p.part == part]
        text = story.title if part == "title" else story.part(part)
        if spans and text:
            blocks.append(_block(part, excerpt(text, spans)))
    mapped = list(dict.fromkeys(r.said for r in reasons if r.part == "mapping"))
    blocks += [_block("mapping", lit(said, [(0, len(said))])) for said in mapped]
    if len(blocks) == 1:
        blocks.append(plain(story.title))
    return joined(blocks)


def excerpt(text: str, spans: Sequence[Span]) -> Content:
    """Return the sentences of a text that hold any of the spans, lit, with … for the others."""
    pieces: list[Content] = []
    skipped = False
    later = [start for start, _ in sentences(text)][1:]
    for start, end in pairwise([0, *later, len(text)]):
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end]
        inside = [(a, b) for a, b in inside if a < b]
        if not inside:
            skipped = True
            continue
        if skipped:
            pieces.append(Content("… ").stylize("$muted"))
            skipped = False
        pieces.append(lit(text[start:end], inside))
    if skipped and pieces:
        pieces.append(Content(" …").stylize("$muted"))
    return together(*pieces).rstrip()


def _block(part: str, content: Content) -> Content:
    return together(Content(f"{PART_NAMES[part]}  ").stylize("italic $muted"), content)
