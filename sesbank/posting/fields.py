"""Labelled fields of an announcement's head: "Agency: …", or the label above its value."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import zip_longest

from sesbank.posting.records import RecordField, find_record_fields

_LABELS = {
    "title": r"(?:job|position) title|title of position|vacancy title|position vacant"
    r"|title(?:, series(?:,| and|,? &)? grade)?|position|(?:role|job opening|now hiring)(?= ?:)",
    "agency": r"(?:(?:hiring |sub-?)?agency(?: name)?|organization(?: name)?|bureau|component)"
    r"(?![ -]?wide| for (?i:international))|(?:company|employer)(?: name)?(?= ?:)",
    "department": r"department(?: name)?(?! of\b|[ -]?wide)",
    "announcement": r"(?:job |vacancy )?announcement (?:number|no\.?|#|id)"
    r"|vacancy ?(?:id(?:entification)?(?: (?:number|no\.?))?|number|no\.?|#)"
    r"|requisition ?(?:number|no\.?|#|id)|job id(?= ?:)|(?:job )?announcement",
    "control": r"(?:usajobs )?control (?:number|no\.?|#)",
    "posted": r"(?:date )?posted(?: on| date)?(?= ?:)",
    "period": r"open (?:period|(?:&|and) clos(?:ing|e) dates?)|opening (?:&|and)"
    r" closing dates?|application (?:period|window)|announcement period"
    r"|dates?",
    "opens": r"open(?:ing|s)?(?: date)?|opened",
    "closes": r"clos(?:e|es|ing)(?: date)?|application (?:deadline|due date)|deadline"
    r"|apply by(?= ?:)",
    "series": r"series(?: ?(?:&|and|/) ?grade)?|pay (?:scale|plan)(?: ?(?:&|and|/|,)"
    r" ?(?:series(?: ?(?:&|and|/|,) ?grade)?|grade))?|pay plan-series-grade|grade",
    "location": r"duty (?:locations?|stations?)|(?:position )?locations?|location\(s\)",
    "other": r"salary(?: range)?|position information|who may apply|work schedule"
    r"|appointment type|series|promotion potential"
    r"|department(?! of\b)|job summary|summary|security clearance|travel required"
    r"|telework eligible|remote job|supervisory status"
    r"|job family(?: \(series\))?|vacancies|number of (?:vacancies|openings)"
    r"|this job is open to|open & closing dates|service|relocation expenses reimbursed"
    r"|position sensitivity(?: and risk)?|financial disclosure|bargaining unit status"
    r"|drug test|trust determination process|contact|overview|duties",
}
_FIELD = re.compile(
    r"(?:(?<![\w&/-])|(?<=[a-z\d)])(?-i:(?=[A-Z])))(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")(?: Help)?"
    r"(?P<mark>[ ]?:[ \n]?|[ ]?\n|[ ]?\|[ ]?|[ ](?=\S)|(?-i:(?<=[a-z])(?=[A-Z\d$])))",
    re.IGNORECASE,
)
_UNMISTAKABLE = frozenset(
    [
        "position title",
        "job title",
        "announcement number",
        "job announcement number",
        "open period",
        "control number",
        "open & closing dates",
        "opening & closing dates",
        "pay scale & grade",
        "vacancy no.",
    ],
)
_ALSO_GLUED = frozenset(
    [
        "appointment type",
        "duties",
        "job family (series)",
        "location",
        "overview",
        "salary",
        "security clearance",
        "series",
        "summary",
        "telework eligible",
        "travel required",
        "work schedule",
    ],
)
"""Labels that stand right behind a value where all ends of lines are lost: "ES 00Location"."""
_NEAR = 160
_HEAD = 6000
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value in the stream."""

    name: str
    start: int
    """Where its label begins."""
    value_start: int
    value_end: int
    closed: bool
    """Whether a line's end or a further label shows where the value ends."""


def find_fields(text: str) -> list[Field]:
    """Return the fields of a posting's head in order.

    A value ends with its line or at the next label.
    """
    matches = [match for match in _FIELD.finditer(text, 0, _HEAD * 3) if match.group()[0].isupper()]
    records = list(find_record_fields(text))
    keys = {record.end for record in records}
    matches = [match for match in matches if match.end() not in keys]
    sure = [match.start() for match in matches if _is_sure(text, match)]
    labels = [
        RecordField(_name(match), *match.span())
        for match in matches
        if _is_sure(text, match) or _between(match, sure)
    ]
    labels = sorted([*labels, *records], key=lambda label: label.start)
    labels = _without_ends_of_names(labels)
    return [
        _field(text, label, following.start if following else len(text))
        for label, following in zip_longest(labels, labels[1:])
    ]


def _without_ends_of_names(labels: list[RecordField]) -> list[RecordField]:
    """Leave out the last word of an agency's name: "Agency Space Agency Announcement Number"."""
    return [
        label
        for before, label, behind in zip_longest([None, *labels], labels, labels[1:])
        if label
        and not (
            before
            and behind
            and before.name == label.name == "agency"
            and behind.start - label.end <= 1
        )
    ]


def _field(text: str, label: RecordField, limit: int) -> Field:
    begin = label.end
    ends = [text.find(mark, begin, begin + _LONGEST) for mark in _ends_of(text, begin)]
    end = min([limit, *(place for place in ends if place >= 0)])
    closed = end <= begin + _LONGEST
    end = min(end, begin + _LONGEST)
    return Field(label.name, label.start, begin, max(end, begin), closed)


def _ends_of(text: str, begin: int) -> tuple[str, ...]:
    """Return what ends a value: its line, a salary behind it, a quote or bar where one opens it."""
    if text[begin - 1] == '"':
        return ("\n", '"')
    return ("\n", " |") if text[begin - 2 : begin] == "| " else ("\n", " Salary $")


def _name(match: re.Match[str]) -> str:
    return next(name for name in _LABELS if match[name])


def _is_sure(text: str, match: re.Match[str]) -> bool:
    """Whether a label has a colon, a line of its own, or words that only a label has."""
    in_head = match.start() < _HEAD
    starts_line = text[max(match.start() - 1, 0) : match.start()] in ("", "\n")
    starts_line = starts_line or text[max(match.start() - 3, 0) : match.start()] in ("| ", "\n| ")
    label = match.group().strip(" :\n").lower()
    if "|" in match["mark"]:
        return starts_line
    if _is_glued(match):
        return in_head and (":" in match["mark"] or label in _UNMISTAKABLE | _ALSO_GLUED)
    if not match["mark"]:
        return (starts_line or in_head) and label in _UNMISTAKABLE
    if ":" in match["mark"]:
        return starts_line or in_head or " " in label
    if in_head and label in _UNMISTAKABLE:
        return True
    return starts_line and "\n" in match["mark"]


def _is_glued(match: re.Match[str]) -> bool:
    """Whether a label stands right behind the value before it, whose line's end was lost."""
    return match.string[max(match.start() - 1, 0) : match.start()].isalnum()


def _between(match: re.Match[str], sure: list[int]) -> bool:
    """Whether a bare word stands between two sure labels of a head that lost its lines."""
    if match["mark"].strip(" ") or not (match["agency"] or match["department"] or match["title"]):
        return False
    if match.string[match.start() - 1 : match.start()] == "(":
        return False
    place = bisect_left(sure, match.start())
    if match["department"] and place and "\n" not in match.string[sure[place - 1] : match.start()]:
        return match.start() - sure[place - 1] < _NEAR
    return (
        0 < place < len(sure)
        and match.start() - sure[place - 1] < _NEAR
        and sure[place] - match.start() < _NEAR
        and match.group().strip().lower() in {"agency", "department"}
    )
