"""The stream cut into lexemes of one-letter classes, so that headings are patterns of letters.

Words of headings are recognised with one typing error, as postings have them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass

from sesbank.posting.normal import Stream

_CLASSES = {
    "m": "mandatory mandantory essential mandatorytechnical",
    "R": "required",
    "p": "professional scientific",
    "t": "technical tecnical",
    "B": "technicalqualification technicalqualifications technicalcompetencies",
    "q": "qualification qualifications competency competencies dimension dimensions",
    "r": "requirement requirements",
    "o": "areas domains disciplines expertise capabilities",
    "u": "factor factors statement statements question questions element elements criteria",
    "e": "executive",
    "c": "core",
    "l": "leadership managerial",
    "s": "senior",
    "j": "specialized specific job position highly unique key additional agency level quality",
    "d": "desirable desired desireable preferred",
    "g": "ranking",
    "y": "accomplishment accomplishments",
    "F": "fundamental",
    "f": "following below",
    "&": "and or",
    "i": "one two three four five six seven eight nine ten ii iii iv vi vii viii ix",
}
_VOCABULARY = {word: code for code, words in _CLASSES.items() for word in words.split()}
_TECHNICAL_ABBREVIATION = re.compile(r"(?:m|p|mp|pm|e)?t[qc]s?|asqs?", re.IGNORECASE)
_REQUIREMENTS = {"TR", "TRs", "TRS", "MTR", "MTRs", "MTRS"}
"""Technical requirements, as the FAA calls them."""
_MARKS = {"\n": "\n", "/": "&", "&": "&", "-": "-", "*": "*", "•": "•", "#": "#"}
_LEXEME = re.compile(r"\n|[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\s]")
_GLUED = re.compile(r"(?<=[a-z]{3})[A-Z](?:[a-z]+|[A-Z]{1,3}s?)$")
"""A word behind one whose line it lost: "What you needTechnical …", "Achieving ResultsECQ 2"."""
_TYPO_LENGTHS = range(8, 19)


def _deletions(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


_MISSPELT = {
    key: code
    for word, code in _VOCABULARY.items()
    if len(word) >= 9
    for key in (word, *_deletions(word))
}
_LOOKALIKES = {"competence", "competences", "competent", "qualified", "qualify", "technically"}


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a stream."""

    codes: str
    """One letter each."""
    starts: array[int]
    """Offsets in the stream."""
    ends: array[int]

    def at(self, offset: int) -> int:
        """Return the index of the first lexeme that starts at or after an offset."""
        return bisect_left(self.starts, offset)


def cut_lexemes(stream: Stream) -> Lexemes:
    """Return the lexemes of a stream, in linear time."""
    starts: array[int] = array("l")
    ends: array[int] = array("l")
    codes: list[str] = []
    known: dict[str, str] = {}
    for found in _LEXEME.finditer(stream.text):
        word = found.group()
        code = known.get(word)
        if code is None:
            code = known[word] = _classify(word)
        cut = _cut(word) if len(code) > 1 else 0
        if cut:
            codes += code[:-1]
            starts.extend((found.start(), found.start() + cut))
            ends.extend((found.start() + cut, found.start() + cut))
        codes.append(code[-1])
        starts.append(found.start() + cut)
        ends.append(found.end())
    return Lexemes("".join(codes), starts, ends)


def _cut(word: str) -> int:
    """Return where a second word begins that lost the line before it, 0 without one."""
    glued = _GLUED.search(word)
    return glued.start() if glued and word.lower() not in _VOCABULARY else 0


def _classify(word: str) -> str:
    """Return the class of a word, or those of two with a line's end between them."""
    cut = _cut(word)
    return f"{_class_of(word[:cut])}\n{_class_of(word[cut:])}" if cut else _class_of(word)


def _class_of(word: str) -> str:
    first = word[0]
    if first.isdecimal():
        return "n"
    if not first.isalpha():
        return _MARKS.get(word, word if word in ".:;,()?!" else "x")
    if len(word) == 1:
        return "L" if word.isupper() else "w"
    lowered = word.lower().removesuffix("'s")
    code = _VOCABULARY.get(lowered) or _abbreviation(word, lowered) or _misspelt(lowered)
    return code or ("W" if first.isupper() else "w")


def _abbreviation(word: str, lowered: str) -> str:
    if lowered in {"ecq", "ecqs"}:
        return "k"
    if word in {"DQ", "DQs", "DQS"}:
        return "b"
    if word in _REQUIREMENTS:
        return "a"
    if not _TECHNICAL_ABBREVIATION.fullmatch(lowered):
        return ""
    return "" if lowered in {"tc", "tcs", "etc"} or word in {"etc", "Etc", "ETC"} else "a"


def _misspelt(lowered: str) -> str:
    if len(lowered) not in _TYPO_LENGTHS or lowered in _LOOKALIKES:
        return ""
    if lowered in _MISSPELT:
        return _MISSPELT[lowered]
    return next((_MISSPELT[key] for key in sorted(_deletions(lowered)) if key in _MISSPELT), "")
