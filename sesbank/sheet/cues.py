"""Cues: for each CCAR part of a story its most telling clause, in the person's own words."""

from __future__ import annotations

from functools import lru_cache

from sesbank.domain.figures import Figure, find_figures
from sesbank.domain.sheet import CueLine
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import clean_line, fold
from sesbank.domain.vacancy import Vacancy
from sesbank.sheet.clauses import Clause, clauses, ends_well, sentences_in_reach, words_in
from sesbank.sheet.grammar import PAST, bare_words, counted, has_verb, past_form, tells_deed
from sesbank.sheet.headlines import headline_worth
from sesbank.sheet.said import unconfirmed, withheld
from sesbank.sheet.wordlists import one_by_one

_REFERRING = one_by_one(
    "it this that these those they he she theirs ours its their his her one others neither none",
)
"""Words that, as the subject, point to a sentence the cue does not show."""
_SCENES = one_by_one(
    "during over as given by while when after before although because since throughout following "
    "in on at with through for under from upon"
)
"""Words that open what comes before the main clause."""
_PLACES = one_by_one("in by at on with for under from")
"""Of these, the ones behind which a deed may follow without a comma: "By May we had put …"."""
_OPENS_INSIDE = one_by_one("that where when who which because if unless until what")
"""Words that open a clause inside a clause: a cut behind one leaves it unfinished."""
_WEAK_START = one_by_one(
    "there during over as under before after upon which who what where when while because although "
    "since by to of in with for from at on including resulting being having if until through "
    "despite than",
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
    """Return the clause of a part that says most in at most twelve words, or an empty text.

    Word for word as told, but for the case of its first letter; one that was cut ends with "…".
    """
    best, most = "", float("-inf")
    for clause in clauses(clean_line_breaks(story.part(part))):
        if not clause.text or withheld(clause.text, story.figures):
            continue
        if not any(map(str.isalnum, clause.text)):
            continue
        worth = _worth(clause, part)
        if worth > most:
            best, most = clause.text, worth
    return best[:1].upper() + best[1:]


def carrying(story: Story, part: str, most: int) -> tuple[str, ...]:
    """Return the sentences that carry a part, whole and in the order told, at most so many.

    The sentence that the cue is from is the first to be chosen. One with a figure that is not to
    be said is left out.
    """
    return _carrying(story.part(part), part, story.figures, most)


@lru_cache(64)  # A card is drawn anew at each letter of a question, mostly with the same story.
def _carrying(told: str, part: str, figures: tuple[Figure, ...], most: int) -> tuple[str, ...]:
    text = clean_line_breaks(told)
    said = list(sentences_in_reach(text))
    worths: dict[int, float] = {}
    for clause in clauses(text):
        if any(map(str.isalnum, clause.text)) and not withheld(clause.text, figures):
            worth = max(_worth(clause, part), worths.get(clause.order, float("-inf")))
            worths[clause.order] = worth
    open_to_say = [n for n in worths if not withheld(said[n], figures)]
    best = sorted(open_to_say, key=lambda n: (-worths[n], n))[:most]
    return tuple(said[n] for n in sorted(best))


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
    worth = _figures_worth(clause.text) + _verbs_worth(clause.text, part)
    worth += _form_worth(clause, part)
    headline = headline_worth(clause) if part == "result" else 0.0
    if headline:  # Its matter is named, and a cut behind it takes nothing from it.
        worth += headline + min(_pointing(clause), _LEANS) + _SPARED[clause.cut]
    return worth


def _figures_worth(text: str) -> float:
    digits = len(list(find_figures(text)))
    spelled = len(list(find_figures(text, spelled=True))) - digits
    return (2.0 if digits else 0.0) + 0.6 * min(max(digits - 1, 0), 2) + 0.5 * min(spelled, 2)


def _verbs_worth(text: str, part: str) -> float:
    words = bare_words(text)
    first = 1.5 if part == "action" else 0.6
    deed = (
        first if _strong(words[0]) else _OTHER_DEEDS[words[0] == "i"] if part == "action" else 0.0
    )
    return deed + 0.3 * min(sum(map(_strong, words[1:])), 2)


def _strong(word: str) -> bool:
    return past_form(word) or tells_deed(word)


def _form_worth(clause: Clause, part: str) -> float:
    count = words_in(clause.text)
    worth = -1.4 if count < 3 else -1.0 if count < 5 else 0.0
    worth -= _CUT_COSTS[clause.cut] + (0.5 if clause.loses else 0.0)
    broken = clause.cut == 2 and not _OPENS_INSIDE.isdisjoint(bare_words(clause.text)[-8:])
    worth -= 1.6 if broken else 0.0
    worth -= 0.0 if part == "context" or has_verb(clause.text) else 0.6
    worth -= 0.0 if clause.cut or ends_well(clause.text) or clause.text[-1:].isdigit() else 0.3
    worth += 0.4 if clause.opens else -0.3
    worth -= _NO_DEED if _only_a_scene(clause) else 0.0
    worth -= _pointing(clause) + (2.0 if _unbalanced(clause.text) else 0.0)
    worth -= 0.4 if part == "action" and " we " in f" {fold(clause.text)} " else 0.0
    return worth - (0.0 if part == "result" else min(0.08 * clause.order, 0.6))


_LEANS = 1.2
"""How much a clause that tells a change may lean: "the backlog fell from" says what fell."""
_SPARED = (0.0, 1.0, 1.4)
"""How much of a cut's cost is spared a clause that has told its change."""
_NO_DEED = 2.4
"""What it costs to stop before the sentence has said what it is about."""


def _only_a_scene(clause: Clause) -> bool:
    """Whether a cut came before the main clause: "During the last five years at …"."""
    if not clause.cut or "," in clause.text:
        return False
    first, *others = bare_words(clause.text)
    acts = first in _PLACES and not {"i", "we", "they", "nobody"}.isdisjoint(others)
    return first in _SCENES and not acts


def _pointing(clause: Clause) -> float:
    """Return how much a clause leans on the sentence before it: "It fell", "The answer was"."""
    words = [*bare_words(clause.text), "", "", ""]
    first, second, third = words[0].split("'")[0], words[1], words[2]
    if first in _REFERRING:
        return 1.8
    if first in _WEAK_START:
        return 0.6
    if counted(words[0]) and (second in PAST or (second == "of" and third in _REFERRING)):
        return 1.4
    if first == "the" and words[1][:1] in "$0123456789" and words[1]:
        return 1.4
    if first == "the" and (third in PAST or past_form(third)):
        return 1.2 if clause.order else 0.4
    if words[-4] in ("it", "them", "so"):
        return 3.0
    if second == "so" or "of each" in clause.text:
        return 1.2
    if first == "the" and clause.order and (words[3] in PAST or past_form(words[3])):
        return 0.6
    return 0.9 if not {"them", "it", "they", "those"}.isdisjoint(words) else 0.0


_OTHER_DEEDS = (-1.8, -0.3)
"""Worth of an action that opens with no deed: of someone else, of the person."""
_CUT_COSTS = (0.0, 1.4, 2.4)
"""What a cut costs: a whole stretch is nearly always better than a shown cut."""


def _unbalanced(text: str) -> bool:
    return text.count("(") != text.count(")") or text.count("“") != text.count("”")
