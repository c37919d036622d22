"""Section headings of an announcement and answer options of a questionnaire: where a list ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.openings import opens_statement
from sesbank.posting.page import Page

_MANY = (
    r"how (?:you will be|will i be|applicants will be|we will) evaluated?|basis (?:of|for) rating|conditions of employment|required documents"
    r"|documents required|how to apply(?: for this (?:position|job))?|additional information|agency contact information|contact information|next steps|what to expect next"
    r"|fair (?:&|and) transparent|who may (?:apply|be considered)|this job is open to|clarification from the agency"
    r"|(?:general |one[ -]year )?specialized experience|(?:minimum|basic|legal|education(?:al)?|general) (?:qualifications?|requirements?)"
    r"|(?:ses|es|general) (?:eligibility|requirements?)|selective (?:placement )?factors?|application (?:procedures?|process|instructions?|package|materials|requirements?|submission)"
    r"|other information|key requirements|job (?:summary|overview|description)|position (?:summary|overview|information|description)|learn more about this agency"
    r"|travel required|supervisory status|promotion potential|job family(?: \(series\))?|security clearance|drug test(?:ing)?(?: required)?"
    r"|position sensitivity(?: and risk)?|trust determination process|financial disclosure|bargaining unit status"
    r"|(?:job |vacancy )?announcement number|control number|return to top|equal employment opportunity(?: \(eeo\))?(?: (?:policy|statement))?"
    r"|reasonable accommodation(?: policy)?|veterans'? (?:preference|information)|fundamental competenc(?:y|ies)|resume (?:requirements?|tips|format)|method of evaluation"
    r"|(?:qualification|evaluation) (?:standards?|criteria|methods?)|time[ -]in[ -]grade|probationary period|salary range|pay scale (?:&|and) grade|open (?:&|and) closing dates"
    r"|relocation(?: expenses)?(?: reimbursed)?|telework eligible|appointment type|work schedule|citizenship(?: requirement)?|background investigation"
    r"|legal and regulatory guidance|privacy act(?: notice)?|signature|substitution of education|foreign education|education(?:al)? and training|special (?:notes?|instructions?)|note to applicants"
    r"|narrative statements?|ses (?:probationary|candidate development) (?:period|program)|physical requirements|work environment|core values"
    r"|executive order|application questions?|assessment questions?|vacancy questions|supplemental (?:information|questions?)|ethics requirements?|licensure|certification requirements?"
)
_ONE = r"summary|requirements|qualifications(?: required)?|education|evaluations?|benefits|overview|preferences|eligibilities"
_LINE = (
    r"remarks|salary|locations?|help|assessment \d|applicants|licenses?|certification|relocation|travel"
    r"|notes?|legal|attention|eligibility|application|contact|resume|miscellaneous"
)
_DUTY = (
    r"(?:major |primary |principal |key |essential |typical )?duties(?: (?:and|&) responsibilities)?|(?:major|primary|principal|key) responsibilities"
    r"|responsibilities|what you will do|major duties and responsibilities|duties include"
)
_HEADING = re.compile(
    rf"(?<![\w'&/-])(?:(?P<duty>{_DUTY})|(?P<many>{_MANY})|(?P<one>{_ONE})|(?P<line>{_LINE}))(?![\w'/])(?:[ \n]Help(?=[ \n]))?",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"(?:(?<=[\n.;:!?)] )|(?<=\n)|\A)(?:[A-Z][.)] |\d[.)] |[IV]{1,3}[.)] )?[A-Z][A-Z]{2,}(?:[ ,/&'-]{1,2}[A-Z]+){1,9}(?: \([A-Za-z']{2,6}\))?:"
)
_ANSWER = re.compile(
    r"(?<![\w])A[.)] ?(?=(?:Yes|No|I\b|NO\b|YES\b))|(?<=\n)Yes ?\n ?No\b|(?<=[.?)] )Yes (?:B[.)] )?No\b"
    r"|(?<=\n)Yes, I\b|(?i:answer to this question is required)|Select [\"']?Yes[\"']? or|(?<=\n)(?:True|False)\n"
    r"|(?<=[.?):] )\d{1,2}[.)]? (?=(?:Have|Do|Are|Did|Will|Is|Does) (?:you|this)\b)",
)
_HOLDING = re.compile(
    r"(?:\b(?:in|the|of|see|under|your|to|and|our|a|an|this|any|or|for|on|with|by|all|from|as|per|no|be|is|are|these|other|that|meet|include|including)|[,&/(\"'-])[ \n]$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:\A|[\n.;:!?)\"•*#|>-])[ \n]?$")


def find_sections(page: Page) -> Iterator[Anchor]:
    """Yield the headings of sections, and other headings in capitals with a colon."""
    text = page.text
    for match in _HEADING.finditer(text):
        if _stands_alone(text, match):
            mark = Mark.DUTIES if match["duty"] else Mark.SECTION
            yield Anchor(mark, match.start(), _behind(text, match.end()))
    for match in _CAPITALS.finditer(text):
        if not opens_statement(text, _behind(text, match.end())):
            yield Anchor(Mark.SECTION, match.start(), match.end())


def find_answers(page: Page) -> Iterator[Anchor]:
    """Yield the first answer options of questions."""
    for match in _ANSWER.finditer(page.text):
        yield Anchor(Mark.ANSWER, match.start(), match.end())


def _behind(text: str, end: int) -> int:
    while end < len(text) and text[end] in " \n:.-":
        end += 1
    return end


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the words are a heading and not part of a sentence."""
    words = match.group()
    if (
        not all(w[0].isupper() for w in re.findall(r"[A-Za-z]{5,}", words))
        or not words[0].isupper()
    ):
        return False
    before = text[max(match.start() - 12, 0) : match.start()]
    if _HOLDING.search(before):
        return False
    following = text[match.end() : match.end() + 2]
    if _ENDED.search(before):
        return following[:1] in ("\n", ":") if match["line"] else _heads(following)
    if not match["many"]:
        return False
    return following[:1] in ("\n", ":") or (words.count(" ") >= 2 and _heads(following))


def _heads(following: str) -> bool:
    """Whether what follows may stand behind a heading: a break, a colon or a capital."""
    if not following or following[0] in "\n:":
        return True
    if following[0] in ".-" and following[1:2] in (" ", "\n", "-"):
        return True
    return following[0] == " " and (following[1:2].isupper() or following[1:2] in "\"'•*(-1")
