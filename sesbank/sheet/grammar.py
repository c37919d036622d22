"""Grammar: where an English sentence can be parted without changing what it says."""

from __future__ import annotations

import re

from sesbank.domain.text import fold
from sesbank.sheet.wordlists import one_by_one

PAST = one_by_one(
    "was were had did could would is are has have will can must should may might fell rose grew "
    "went took came became gave wrote broke spoke chose drove withdrew overcame oversaw knew saw "
    "began ran stood",
)
"""Words that are always the verb of a clause, never a participle behind its noun."""
_DEEDS = one_by_one(
    "rose grew went took came became gave wrote rewrote broke spoke chose drove withdrew overcame "
    "oversaw saw began ran stood froze drew threw shook undertook foresaw forbade flew rode tore",
)
"""Irregular pasts that are never a participle."""
_STATES = one_by_one("wanted hoped feared needed expected wished believed liked")
"""Pasts that are no deed: behind them "I" stays."""
_PAST_OR_PARTICIPLE = one_by_one(
    "built rebuilt cut led won set brought kept held sold put split taught sent shut met found "
    "saved made lost sought fought caught bought dealt paid left told said got cost sat heard "
    "felt slept swept stuck struck hung dug bent lent spent let cast hit quit beat read upheld "
    "withheld understood led fed",
)
_NOT_VERBS = one_by_one(
    "need needed united hundred limited related detailed complicated experienced speed feed seed "
    "indeed proceed based red bed shed so-called",
)
_PERSON = one_by_one("i we they he she it nobody everyone everybody")
DETERMINERS = one_by_one(
    "the a an my our their his her its your each every both all some many most few several "
    "another no one two three four five six seven eight nine ten eleven twelve half",
)
_OBJECT = DETERMINERS | one_by_one("them us me him it about from more less up")
_RELATIVE = one_by_one("that which who whom whose where when while because if as than")
_DEPENDENT = one_by_one(
    "if unless until when whenever where while without except whether although though because "
    "since after before once had should provided assuming only not neither either both",
)
_REPORTING = one_by_one(
    "said say says told believed believe thought think feared hoped estimated expected claimed "
    "alleged argued assumed predicted warned promised planned proposed whether if unless that",
)
_LIMITS = one_by_one(
    "not never no none nobody nothing neither nor cannot without unless except only hardly",
)
_EDGE = ' \t\n,;:.!?–—-*()"“”'


def bare_words(text: str) -> list[str]:
    """Return the words of a text folded, without the marks around them."""
    return [fold(word.strip(_EDGE)).replace("’", "'") for word in text.split()]


def past_form(word: str) -> bool:
    """Whether a folded word looks like a deed told in the past: it may be a participle too."""
    ed = len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS
    return ed or word in _PAST_OR_PARTICIPLE


def tells_deed(word: str) -> bool:
    """Whether a folded word behind "I" is a deed that stands without the "I"."""
    return (past_form(word) or word in _DEEDS) and word not in _STATES


def starts_clause(text: str) -> bool:
    """Whether a text begins with a subject and its verb; in doubt it does not."""
    words = bare_words(text)
    if words[:1] == ["then"]:
        words = words[1:]
    if len(words) < 2:
        return False
    if words[0] in _PERSON or words[:2] == ["no", "one"] or words[0] == "there":
        return True
    named = words[0] in DETERMINERS or words[0][:1].isdigit() or words[0][:1] == "$"
    return (named or text.lstrip()[:1].isupper() or _plural(words[0])) and _verb_follows(words)


def has_verb(text: str) -> bool:
    """Whether a text holds a word that can be its verb."""
    words = bare_words(text)
    return any(word in PAST or past_form(word) for word in words) or words[:1] == ["there"]


def depends(sentence: str) -> bool:
    """Whether a sentence opens with what all of it hangs on: "If …", "When …", "Without …"."""
    words = [word for word in bare_words(sentence)[:2] if word not in ("and", "but", "so")]
    return bool(words) and words[0] in _DEPENDENT


def reports(head: str) -> bool:
    """Whether what follows may be only what someone said, expected or proposed."""
    return not _REPORTING.isdisjoint(bare_words(head))


def limits(text: str) -> bool:
    """Whether a text denies or narrows something."""
    return any(word in _LIMITS or word.endswith("n't") for word in bare_words(text))


def counted(word: str) -> bool:
    """Whether a word is a number or holds one."""
    return bool(re.search(r"\d", word)) or fold(word.strip(_EDGE)) in _COUNTS


_COUNTS = one_by_one(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion trillion half third",
)


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


def _verb_follows(words: list[str]) -> bool:
    """Whether a sure verb stands before the first relative word."""
    for at, word in enumerate(words[1:], 1):
        if word in _RELATIVE:
            return False
        if word in PAST:
            return True
        after = words[at + 1] if at + 1 < len(words) else ""
        if past_form(word) and (after in _OBJECT or after[:1].isdigit() or after[:1] == "$"):
            return True
    return False
