"""Headings over qualifications, found as patterns of lexeme classes anywhere in the stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.mentions import behind_heading, introduces
from sesbank.posting.openings import opens_small, opens_statement
from sesbank.posting.page import Page

_J = r"[\n&,-]{0,3}"
_BEFORE = rf"(?:[mRpejcsd]{_J}){{0,5}}"
_PLURAL = r"(?:\([wL]\))?"
_TAGS = rf"(?:\n?[(-]?a{_PLURAL}\)?(?:{_J}a{_PLURAL}\)?)?)?"
_NEEDED = r"(?:[(*-]{0,2}[mRd][)*]?(?![;,]))?"
_TECHNICAL = re.compile(
    rf"""
    (?P<phrase>
      {_BEFORE} t {_J} (?:[mRpcejs]{_J}){{0,2}} q {_PLURAL} u?
    | {_BEFORE} B u?
    | {_BEFORE} t \n? r (?!z)
    | (?:p{_J}t|t{_J}p) [-:(\n]{{0,2}} [mRd] \)?
    | yu{{1,2}} (?=\n?\(?a)
    | (?P<unsure> s{_J}p{_J}q | [mp]{_J}q | {_BEFORE} t {_J} o )
    )
    (?P<tags>{_TAGS}) {_NEEDED}
    | (?P<alone> (?:R{_J})? a {_PLURAL} )
    """,
    re.VERBOSE,
)
_DESIRED = re.compile(
    rf"(?:j{_J})?d{_J}(?:[jpts]{_J}){{0,2}}(?:[qru]|(?<!\n)(?<!\n[-•*])W){_PLURAL}(?:\n?\(b\))?"
    rf"|(?:j{_J})?gu|b|j?d(?=[:\n])|d,?w{{1,3}}R(?=[:\n])|(?P<plain>dw)(?=[:\n])"
)
_WISHED_FOR = re.compile(
    r"(?:experiences?|skills?|knowledge|abilities|attributes|background|credentials|education)$"
)
"""What may be called desirable in small letters: "Desirable experience:"."""
_CORE = re.compile(
    rf"(?:[sjmR]{_J}){{0,3}}e{_J}c?{_J}q{_PLURAL}(?:\n?[(-]?k{_PLURAL}\)?)?{_NEEDED}|k{_PLURAL}"
)
_LEADERSHIP = re.compile(
    rf"(?:[mRejs]{_J}){{0,3}}(?:l{_J}[qr]|c{_J}q){_PLURAL}|s{_J}W{_J}c{_J}q{_PLURAL}"
)
_ITEM = re.compile(
    r"\s?(?:[•*]|[-o] |\(?\d{1,2}[.):]|\([a-zA-Z]\)|[aAiI1][.)] ?|\#?\d{1,2} ?[-:] "
    r"|\d{1,2} (?=(?:Ability|Knowledge|Skill|Experience|Demonstrated|Expertise|Describe|Please)\b))"
)
_CORE_OPENS = re.compile(
    r"[ \n](?:ECQ ?#?\d|(?:Leading (?:Change|People)|Commitment to the Rule|Driving Efficiency)\b)",
    re.IGNORECASE,
)
_INSTRUCTED = re.compile(
    r"[ \n](?:Applicants?|Candidates?|Please|Each|You|Your|To) (?:must|should|are|will|may|address"
    r"|provide|of|resume|narrative|be|submit|attach)\b"
)
"""What stands behind a heading whose line break was lost."""
_DEMANDED = re.compile(
    r"\. (?:All )?(?:Applicants?|applicants|Candidates?|candidates|You) must"
    r" (?:have|show|possess|demonstrate|answer|address|respond)\b"
)
_EXPLANATION = 300
"""Characters a line between a heading and its list may have."""
_EXPLAINED = re.compile(r"(?:\A|[\n.:;] ?)(?:[A-Z][\w'-]+ ){1,4}\($")
_NUMBERED = re.compile(r"\n\d{1,2}[.)]? {1,3}$")
_HELD = re.compile(r"\b(?:the|these|those|each|all|of|any|your|our|following|both|and|or) $")
_ABBREVIATION = re.compile(r"[A-Z]{2,4}")
_CONTINUES = frozenset("wfzi&,);")


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase in the stream with the lexeme classes around it."""

    start: int
    end: int
    before: str
    """Of the two lexemes before it, a newline where it opens the page."""
    behind: str
    """Of the two lexemes behind it."""


def find_headings(page: Page, labels: Iterable[Anchor] = ()) -> Iterator[Anchor]:
    """Yield the headings over technical, desirable, core and leadership qualifications.

    What stands in a label of one requirement is no heading.
    """
    taken = bytearray(len(page.lexemes.codes) + 1)
    for label in labels:
        first, last = page.lexemes.at(label.start), page.lexemes.at(label.end)
        taken[first:last] = b"\1" * (last - first)
    for pattern, mark in (
        (_DESIRED, Mark.DESIRABLE),
        (_TECHNICAL, Mark.TECHNICAL),
        (_CORE, Mark.CORE),
        (_LEADERSHIP, Mark.LEADERSHIP),
    ):
        for match in pattern.finditer(page.lexemes.codes):
            if any(taken[match.start() : match.end()]):
                continue
            anchor = _judge(page, match, mark)
            if anchor is not None:
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                yield anchor


def _judge(page: Page, match: re.Match[str], mark: Mark) -> Anchor | None:
    """Return the anchor of a phrase, firm or not, or None for a mere mention."""
    found = _found(page, match)
    wished = mark is Mark.DESIRABLE and match["plain"]
    if wished and not _WISHED_FOR.search(page.text, found.start, found.end):
        return None
    sure = mark is not Mark.TECHNICAL or not match["unsure"]
    mark = Mark.DESIRABLE if "d" in match.group() else mark
    firm = _is_firm(page, found, core=mark is Mark.CORE)
    behind = behind_heading(page.text, found.end) if firm else None
    if not firm and _may_introduce(match.group(), found, mark, sure=sure):
        behind = introduces(page, found.start, found.end)
    if behind is None:
        return None
    return Anchor(
        mark,
        found.start,
        behind,
        firm=firm,
        abbreviation=_abbreviate(page.text[found.start : found.end], match.group()),
        sure=sure,
    )


def _found(page: Page, match: re.Match[str]) -> _Found:
    lexemes = page.lexemes
    first, last = match.span()
    while (
        first + 2 < last
        and lexemes.codes[first + 1] == "\n"
        and page.text[lexemes.starts[first]].islower()
    ):
        first += 2  # "…is required" ends the line above the heading
    return _Found(
        lexemes.starts[first],
        lexemes.ends[last - 1],
        lexemes.codes[max(first - 2, 0) : first] or "\n",
        lexemes.codes[last : last + 2],
    )


def _may_introduce(codes: str, found: _Found, mark: Mark, *, sure: bool) -> bool:
    """Whether a running mention of these words can lead to a list at all."""
    if found.behind.startswith("z") or mark is Mark.LEADERSHIP:
        return False
    if not sure:
        return codes.startswith("m")
    return len(codes) > 1 or mark is Mark.TECHNICAL


def _is_firm(page: Page, found: _Found, *, core: bool) -> bool:
    """Whether the words stand as a heading: apart, and followed by what a heading heads."""
    words, following = page.text[found.start : found.end], found.behind[:1]
    if found.before[-1] == following == "\n" and opens_small(page.text, found.end + 1):
        return True
    if _is_line(words, found) and _heads_list_below(page.text, found):
        return True
    if _in_brackets(page.text, found):
        return True
    if _is_sentence(words, found) or _demanded_behind(page.text, words, found):
        return True
    if core and words.endswith(")") and _opens_sentence(words, found):
        return True
    if not _is_capital(words) and not (following == ":" and words[0].isupper()):
        return False
    apart = found.before[-1] in "\n.:;?!)•*-#x" or found.before in ("\nL", ".L")
    if following in (":", ""):
        return apart or found.before[-1] not in "w&,f" or _heads_item(page.text, words, found)
    if apart and following in "\n.":
        return _ends_line(page.text, found) or _heads_list(page.text, found)
    if apart and (following in "-*(•" or (following in "WL" and (core or _shouts(words)))):
        return True
    if (
        " " in words
        and _INSTRUCTED.match(page.text, found.end)
        and not _HELD.search(page.text, max(found.start - 12, 0), found.start)
    ):
        return True
    if core and _CORE_OPENS.match(page.text, found.end):
        return True
    return (apart or " " in words) and _heads_list(page.text, found)


def _is_phrase(words: str) -> bool:
    """Whether there are several words, the first with a capital."""
    return words[0].isupper() and " " in words


def _is_line(words: str, found: _Found) -> bool:
    """Whether the words are a line of their own, with a capital at least at its start."""
    return found.before[-1] == found.behind[:1] == "\n" and _is_phrase(words)


def _in_brackets(text: str, found: _Found) -> bool:
    """Whether the words explain a heading: "Specialized Experience (Technical Qualifications)."."""
    if found.before[-1] != "(" or found.behind[:1] != ")" or found.behind[1:2] not in (*":.\n", ""):
        return False
    return _EXPLAINED.search(text, max(found.start - 60, 0), found.start) is not None


def _is_sentence(words: str, found: _Found) -> bool:
    """Whether the words are a sentence, with nothing else between its stops or line and stop."""
    opens_line = found.before[-1] in "\n." and _is_phrase(words)
    return opens_line and found.behind[:1] == "." and found.behind[1:2] not in ("", "\n")


def _demanded_behind(text: str, words: str, found: _Found) -> bool:
    """Whether such a sentence that lost its line has what candidates must have right behind it."""
    opens = found.before[-1] in ".\n" or _NUMBERED.search(
        text, max(found.start - 6, 0), found.start
    )
    heads = found.behind[:1] == "." and _is_phrase(words)
    return bool(opens) and heads and _DEMANDED.match(text, found.end) is not None


def _opens_sentence(words: str, found: _Found) -> bool:
    """Whether words begin a sentence and another one begins behind them: "… (ECQs) The ECQs"."""
    return found.before[-1] in "\n." and _is_phrase(words) and found.behind[:1] == "W"


def _shouts(words: str) -> bool:
    """Whether a heading has an abbreviation in brackets or is in capitals, and so stands out."""
    return words.endswith(")") or (" " in words and words.isupper())


def _ends_line(text: str, found: _Found) -> bool:
    """Whether a break or full stop behind the words ends a heading and no sentence."""
    if found.behind[:1] == "\n":
        return found.behind[1:2] not in _CONTINUES
    return found.before[-1] != "\n" and text[found.start : found.end].isupper()


def _heads_list(text: str, found: _Found) -> bool:
    """Whether an item or a statement of ability stands right behind the words."""
    if opens_statement(text, behind_heading(text, found.end)):
        return True
    single = _ABBREVIATION.fullmatch(text, found.start, found.end)
    if single or _ITEM.match(text, found.end) is None:
        return False
    return not _is_bullet_itself(text, found)


def _heads_item(text: str, words: str, found: _Found) -> bool:
    """Whether a heading that lost the stop before it stands out by the item behind its colon."""
    behind = behind_heading(text, found.end)
    return " " in words and (_ITEM.match(text, behind) is not None or _heads_list(text, found))


def _heads_list_below(text: str, found: _Found) -> bool:
    """Whether a list stands behind the words, or behind one line that explains it."""
    if _heads_list(text, found):
        return True
    next_line = text.find("\n", found.end + 1, found.end + _EXPLANATION)
    return next_line >= 0 and opens_statement(text, next_line + 1)


def _is_bullet_itself(text: str, found: _Found) -> bool:
    """Whether the words stand in an item of the list they seem to head, as among documents."""
    line = text.rfind("\n", 0, found.start) + 1
    mark = text[line : line + 1 + (text[line] == "o")]
    return mark in ("-", "*", "•", "o ") and text.startswith(mark, found.end + 1)


def _is_capital(words: str) -> bool:
    """Whether all words of some length begin with a capital, as in a heading."""
    return (
        all(word[0].isupper() for word in re.findall(r"[A-Za-z]{4,}", words))
        and words[:1].isupper()
    )


def _abbreviate(words: str, codes: str) -> str:
    """Return the heading's own abbreviation, or the one its words imply."""
    printed = re.search(r"\b(?:MP|PM|M|P|E)?T[QC]\b|\bASQ\b|\bDQ\b", words) or re.search(
        r"\b(?:MP|PM|M|P|E)?T[QC](?=s\b)|\bASQ(?=s\b)|\bDQ(?=s\b)",
        words,
    )
    if printed:
        return printed.group()
    if "d" in codes or "g" in codes:
        return "DQ"
    if "s" in codes and "t" not in codes:
        return "SPQ"
    last = "C" if re.search(r"(?i)competenc", words) else "Q"
    first = "M" if re.search("[mR]", codes) else "P" if "p" in codes else ""
    return f"{first}T{last}" if "t" in codes or "B" in codes else "TQ"
