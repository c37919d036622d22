"""Cues: for each CCAR part of a story its most telling clause, in the person's own words."""

from __future__ import annotations

from sesbank.domain.figures import find_figures
from sesbank.domain.sheet import CueLine
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import clean_line, fold
from sesbank.domain.vacancy import Vacancy
from sesbank.sheet.clauses import Clause, clauses, ends_well, words_in
from sesbank.sheet.said import unconfirmed, withheld
from sesbank.sheet.wordlists import one_by_one

_STRONG = one_by_one(
    "built rebuilt cut led won set ran drove wrote rewrote brought took kept held sold put split "
    "taught sent stood shut began gave chose met found grew rose fell saved made broke spoke "
    "went lost oversaw overcame withdrew sought fought caught bought dealt",
)
_WEAK_START = one_by_one(
    "during over as under before after upon it this that these those they he she there which "
    "who whose what where when while because "
    "although since by to of in with for from as at on including resulting being having if its "
    "their until through despite than",
)
_PLAIN_VERBS = one_by_one(
    "is was were are be had has have did does do made can could must will would may might should "
    "lost faced fell came needs",
)
_NOT_VERBS = one_by_one(
    "need needed united hundred limited related detailed complicated experienced speed feed seed "
    "indeed proceed based red bed shed so-called",
)


def cues_for(vacancy: Vacancy, requirement: str, story: Story) -> tuple[CueLine, ...]:
    """Return one cue a part: the person's wording for this vacancy, else the best clause.

    A part that is empty, was emptied by the person, or holds only figures that are not to be
    said gives none.
    """
    own = {
        cue.part: clean_line(cue.text)
        for cue in vacancy.cues
        if (cue.requirement, cue.story) == (requirement, story.id)
    }
    lines = []
    for part in PARTS:
        text = own.get(part)
        if text is None or withheld(text, story.figures):
            text = pick(story, part)
        if text:
            lines.append(CueLine(part, text, unconfirmed(text, story.figures)))
    return tuple(lines)


def pick(story: Story, part: str) -> str:
    """Return the clause of a part that says most in at most twelve words, or an empty text."""
    best, most = "", float("-inf")
    for clause in clauses(clean_line_breaks(story.part(part))):
        if not clause.text or withheld(clause.text, story.figures):
            continue
        worth = _worth(clause, part)
        if worth > most:
            best, most = clause.text, worth
    return best[:1].upper() + best[1:]


def clean_line_breaks(text: str) -> str:
    """Return text with single line ends as spaces: pasted prose is wrapped anywhere."""
    paragraphs = text.replace("\r", "").split("\n\n")
    return "\n".join(_joined(paragraph) for paragraph in paragraphs)


def _joined(paragraph: str) -> str:
    lines = paragraph.split("\n")
    listed = sum(1 for line in lines if line.lstrip()[:1] in "-•*·") > 1
    return "\n".join(lines) if listed or all(len(line) < 50 for line in lines) else " ".join(lines)


def _worth(clause: Clause, part: str) -> float:
    """Return how well a clause tells its part: figures first, then strong verbs, then form."""
    return _figures_worth(clause.text) + _verbs_worth(clause.text, part) + _form_worth(clause, part)


def _figures_worth(text: str) -> float:
    digits = len(list(find_figures(text)))
    spelled = len(list(find_figures(text, spelled=True))) - digits
    return (2.0 if digits else 0.0) + 0.6 * min(max(digits - 1, 0), 2) + 0.5 * min(spelled, 2)


def _verbs_worth(text: str, part: str) -> float:
    words = _bare_words(text)
    first = 1.5 if part == "action" else 0.6
    return (first if _strong(words[0]) else 0.0) + 0.3 * min(sum(map(_strong, words[1:])), 2)


def _strong(word: str) -> bool:
    return word in _STRONG or (len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS)


def _form_worth(clause: Clause, part: str) -> float:
    count = words_in(clause.text)
    worth = -1.2 if count < 3 else -0.4 if count < 5 else -0.06 * max(count - 8, 0)
    worth -= 0.5 if ", which " in clause.text or ", who " in clause.text else 0.0
    first = _bare_words(clause.text)[0].split("'")[0]
    worth -= 1.6 if first in _WEAK_START else 0.0
    worth -= 0.0 if part == "context" or _has_verb(clause.text) else 0.6
    worth -= 0.0 if ends_well(clause.text) else 1.5
    worth -= 1.5 if clause.cut else 0.0
    worth += 0.4 * clause.opens + 0.4 * clause.closes
    worth -= 1.2 if not clause.closes and _dangles(clause.text) else 0.0
    worth -= 2.0 if _unbalanced(clause.text) else 0.0
    worth -= 0.4 if part == "action" and " we " in f" {fold(clause.text)} " else 0.0
    return worth - (0.0 if part == "result" else min(0.08 * clause.order, 0.6))


def _has_verb(text: str) -> bool:
    return any(word in _PLAIN_VERBS or _strong(word) for word in _bare_words(text))


def _dangles(text: str) -> bool:
    """Whether a "that" opens a clause which the cue does not finish."""
    _, opened, rest = fold(text).partition(" that ")
    return bool(opened) and not _has_verb(rest)


def _bare_words(text: str) -> list[str]:
    return [fold(word.strip(',;:.()“”"')) for word in text.split()]


def _unbalanced(text: str) -> bool:
    return text.count("(") != text.count(")") or text.count("“") != text.count("”")
