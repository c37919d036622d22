"""Question parts: the things a panel question asks, each as it stands in the question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.domain.evidence import QuestionPart
from sesbank.domain.sentences import sentences
from sesbank.matching.asked_text import READ_LIMIT

_ITEM = re.compile(
    r"(?<![\w(])(?:\((?:[a-h]|[1-9]|i{1,3}|iv|vi{0,3})\)|(?:[a-h]|[1-9])\))\s++(?=\S)"
    r"|\b(?<!\w\s)(?:first|second|third|fourth|finally|lastly)(?:ly)?,\s++",
    re.IGNORECASE,
)
_AUXILIARY = "did|do|was|were|are|would|had|have"
_TURN = re.compile(
    rf"""
    (?:\s*+;\s*+(?:and\s++)?(?=\w))
    | (?:\s*+,\s*+(?:(?:and|or|but)\s++)?(?:then\s++)?|\s++(?:and|or)\s++(?:then\s++)?
        |\s++[-–—]+\s++|[–—])
      (?=(?:
          (?:what|why|how)\b(?!\s+(?:ever|so))
        | (?:{_AUXILIARY}|could|can|will|is)\s+(?:you|your|it|they|there|the|that|this)\b
        | (?:describe|explain|discuss|indicate|specify|summarize|outline)\s+\w
        | (?:tell|walk|show)\s+(?:us|me)\b
        | (?:give|provide|include|share)\s+(?:us\s+|me\s+)?
          (?:a|an|some|specific|examples?|details?)\b
      ))
    | (?:\s*+,\s*+)
      (?=(?:who|whom|which|where|when)\s+(?:\w+\s+)?(?:{_AUXILIARY})\s+(?:you|they)\b)
    | (?:\s*+,?\s++and\s++)(?=(?:who|whom|which|where|when)\s+(?:\w+\s+)?(?:{_AUXILIARY})\b)
    | (?:\s*+,\s*+(?:and\s++)?)(?=whose\s+\w+\s+(?:you|they)\b|(?:in|at|to|for|by)\s+(?:what|how)\b)
    | (?:\s*+,\s*+and\s++)(?=(?:who|whom|where|when)\b|which\s+(?!you\b|it\b|they\b|w)\w)
    | (?:\s++and\s++)(?=(?:who|where|when)\s*+\?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*+,\s*+(?=(?:who|where|when)\b)", re.IGNORECASE)
"""A cut between questions, and else the start of a relative clause: "the Army, which you led"."""

_LISTED = re.compile(
    r"\s*+,\s*+(?:and\s++)?(?=(?:the|your|any)\s)|\s++and\s++(?=(?:the|your|any)\s)", re.IGNORECASE
)
_LISTS = re.compile(
    # "Include the cost, the people and the time": three; "your work with the Hill, the press": one.
    r"(?:please\s++)?(?:describe|explain|discuss|address|include|cover|outline|state|indicate|identify"
    r"|summari[sz]e)\s++(?:the|your|any)\s(?:(?!\b(?:with|between|among|from|to|across|against)\b)[^,?;:])*,",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:panel\s++)?(?:question|part|follow[\s-]?up|topic|q)(?:\s++no\.?)?\s*+(?:[a-h]|\d{1,2})?\s*+[:.)]\s++",
    re.IGNORECASE,
)
"""A printed label before a question: "Question 3:"."""

_ASKS = re.compile(
    r"^(?!you\b)(?:and\s+|so\s+|then\s+|also,?\s+|now,?\s+|if\s+(?:so|not|yes|no),?\s+|please\s+|briefly\s+"
    r"|(?:first|second|third|fourth|next|finally|lastly)(?:ly)?,?\s+"
    r"|(?:i|we)(?:[’']d|\s+would)\s+(?:like|love|be\s+interested)\s+[^?]{0,20}?(?=\b(?:hear|know|ask|you))"
    r"|in\s+your\s+(?:answer|response|description)[^,]*+,\s*+)*"
    r"(?:what|why|how|who|whom|which|where|when|describe|tell|explain|discuss|give|provide|share"
    r"|talk|walk|relate|recall|think\s+(?:of|about)|identify|indicate|include|summari[sz]e|outline|list|name"
    r"|select|specify|show|cite|address|demonstrate|did|do|does|have|has|had|are|is|was|were|can|could"
    r"|would|will|should|hear|hearing|know|ask|you)\b",
    re.IGNORECASE,
)
_ASKS_LATER = re.compile(
    r"(?:[:–—]|,\s+and)\s+(?:please\s+)?(?:(?:tell|walk|show|give)\s+(?:us|me|an?)\b|describe\b|explain\b)"
    r"|,\s+(?:i|we)(?:[’']d|\s+would)\s+like\b",
    re.IGNORECASE,
)
_LEAD_IN = 120
"""Characters; what is longer is more than a lead-in."""

_UNFINISHED = re.compile(
    # "how and | why", "If so, | how", "In this role, | what", "Finally, | what": no part yet.
    r"\b(?:what|why|how|who|when|where|which|and|or)$|^(?:please\s+)?\w+$"
    r"|^(?:what|why|how|who|when|where|which)\b,[^?,]{0,30}$|\bplease\s+\w+$"
    r"|^as\s+an?\b[^?]{0,80}$"
    rf"|^(?:when|where)(?!\s+(?:{_AUXILIARY}|is|has|will)\b)\b[^?,]{{0,80}}$"
    r"|^(?:in|for|at|to|by)(?!\s+(?:what|which|how|whom)\b)\b[^?,]{0,80}$"
    r"|^(?:if|as|given|before|after|during|once|while|looking)\b[^?,]{0,80}$",
    re.IGNORECASE,
)


def question_parts(question: str) -> tuple[QuestionPart, ...]:
    """Return what a question asks, in order; a text that asks nothing is one part."""
    told = [_unlabelled(question, *span) for span in _sentences(question[:READ_LIMIT])]
    asking = [span for span in told if _asks(question[slice(*span)])]
    spans = [part for span in asking or told[:1] for part in _split(question, *span)]
    return tuple(QuestionPart(question[start:end], start, end) for start, end in spans)


def _unlabelled(text: str, start: int, end: int) -> tuple[int, int]:
    label = _LABEL.match(text, start, end)
    return (label.end(), end) if label and label.end() < end else (start, end)


def _asks(sentence: str) -> bool:
    return "?" in sentence or bool(_ASKS.match(sentence) or _ASKS_LATER.search(sentence))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for span in sentences(text, wrapped=True):
        yield from _trimmed(text, *span)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of one asking sentence: at "(a)", "first,", ";", ", what", "and how"."""
    cut = start
    for behind, ahead, item in sorted(_cuts(text, start, end)):
        if behind < cut:
            continue
        head = text[cut : _without_and(text, cut, behind)].strip(_EDGE)
        if head and not _unfinished(head):
            yield from _trimmed(text, cut, behind)
        elif not item:
            continue
        cut = ahead
    yield from _trimmed(text, cut, end)


def _unfinished(head: str) -> bool:
    """Return whether what stands before a cut is no part yet; of a long text its end decides."""
    return bool(_UNFINISHED.search(head if len(head) <= _LEAD_IN else f", {head[-12:]}"))


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield where parts may be cut, and whether a printed item begins there."""
    turns = [found.span() for found in _TURN.finditer(text, start, end)]
    yield from ((*span, False) for span in turns if not _embedded(text, start, span))
    for found in _ITEM.finditer(text, start, end):
        yield *found.span(), True
    if _QUESTION.match(text, start, end) or ":" in text[start:end]:
        yield from ((*found.span(), False) for found in _RELATIVE.finditer(text, start, end))
    if _LISTS.match(text, start, end):
        listed = [found.span() for found in _LISTED.finditer(text, start, end)]
        if len(listed) + len(turns) > 1:
            yield from ((*span, False) for span in listed)


def _embedded(text: str, start: int, span: tuple[int, int]) -> bool:
    """Return whether "and why it mattered" goes on a clause inside a question."""
    joined = text[slice(*span)].split() == ["and"]
    return bool(joined and _QUESTION.match(text, start, span[0]) and _CLAUSE.match(text, span[1]))


def _without_and(text: str, start: int, end: int) -> int:
    """Return where a part ends when the "and" or "or" that leads to the next is left out."""
    kept = text[start:end].rstrip()
    for last in (" and", ",and", " or"):
        if kept.casefold().endswith(last):
            return start + len(kept) - len(last)
    return end


_QUESTION = re.compile(r"(?:what|why|how|who|whom|which|where|when)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"(?:what|why|how)\s+(?!(?:{_AUXILIARY}|could|can|will|is|should|long|much|many)\b)\w+\s+\w",
    re.IGNORECASE,
)
_EDGE = " \t\n,;:-–—•*"


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    end = _without_and(text, start, end)
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield start, end
