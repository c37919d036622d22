"""Where sentences and lines of a posting begin and end, for a person who marks some of them."""

from __future__ import annotations

import re
from itertools import pairwise

from sesbank.posting.labels import find_labels
from sesbank.posting.page import lay_out

_MARKER = re.compile(r"(?m)^(?:\(?(?:\d{1,2}|[A-Za-z])[.):]{1,2}|[•*-])[ ]+")


def sentence_spans(source: str) -> list[tuple[int, int]]:
    """Return the sentences of a cleaned text as stretches of it, in order, without outer space.

    A line that is none by its words counts as a sentence too; labels and list numbers belong
    to none.
    """
    page = lay_out(source)
    passed = {label.start: label.end for label in find_labels(page)}
    passed.update(found.span() for found in _MARKER.finditer(page.text))
    ends = set(passed.values())
    cuts = sorted({*page.starts, *passed, *ends, len(page.text)})
    spans = [page.stream.span(a, b) for a, b in pairwise(cuts) if a not in passed or a in ends]
    return [(start, end) for start, end in spans if end > start]
