"""Numbers a posting goes by: announcement, control number, pay plan and grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sesbank.posting.fields import Field
from sesbank.posting.page import Page

_ANNOUNCEMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{3,60}")
_SORT = re.compile(r" \([A-Z]{2,4}\)")
"""By what authority a vacancy is announced, as part of its number: "XYZ-26-02 (DE)"."""
_NAMED_ANNOUNCEMENT = re.compile(
    r"(?:\b(?i:vacancy|announcement|reference|requisition|job)(?i: announcement)?"
    r"(?i: (?:number|no\.?|id|#))?(?: is|:|,)? |\bUSAJOBS \()"
    r"((?=[\w./-]*\d)(?:[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8})?[./])?[A-Z0-9]{2,}(?:-[A-Z0-9]+){1,7})\b"
)
_LETTERS_AND_FIGURES = re.compile(
    r"(?:\b(?:Vacancy|Announcement|Requisition|Reference|Job)(?: (?:ID|[Nn]o\.?|[Nn]umber))?: "
    r"|\b(?i:vacancy announcement)(?: (?i:no\.?|number))? ?)([A-Z]{2,5}\d{4,10})(?![\w-])"
)
"""A number without hyphens counts behind a label with a colon: "Vacancy: VAR004417"."""
_POSITION_NUMBER = re.compile(
    r"(?:\A|(?<=\n))Position (?:[Nn]umber|[Nn]o\.): ((?=\S*\d)\S+-\S+)(?=\s)"
)
"""What numbers a vacancy where nothing else does."""
_BESIDE_CONTROL = re.compile(
    r"(?<![\w./-])((?=[A-Z0-9.-]*\d)(?=[A-Z0-9.-]*[A-Z])[A-Z0-9]{2,}(?:[.-][A-Z0-9]+){1,7})"
    r"[ \n](\d{9})(?![\w-])"
)
"""Announcement and control number one behind the other, where their labels are lost."""
_PRINTED = r"(?=[A-Z.-]*\d)[A-Z0-9][A-Z0-9.-]{5,24}"
_IN_FOOTER = re.compile(
    rf"(?m)^[ \t]*({_PRINTED})[ \t|-]{{1,120}}Page[ \t]\d"
    rf"|Page[ \t]\d{{1,2}}(?:[ \t]of[ \t]\d{{1,2}})?[ \t|-]{{1,120}}({_PRINTED})[ \t]*$"
)
"""A number that stands beside the pages' own."""
_LOOSE_ANNOUNCEMENT = re.compile(
    r"(?:(?<=\n)|(?<=[|/>] ))(?=[A-Z0-9.-]*\d)(?=[A-Z0-9.-]*[A-Z])"
    r"(?:(?:[A-Z]{2,8}\.)?[A-Z0-9]{2,}(?:-[A-Z0-9]+){1,7}|(?=(?:[A-Z]*\d){4})(?=(?:\d*[A-Z]){3})[A-Z0-9]{8,24})"
    r"(?= ?[\n|]|\Z)"
)
_IN_LINE = re.compile(
    r"(?<=[a-z.|-] )(?=[A-Z0-9-]*\d{4})(?=[\w-]*[A-Z])[A-Z0-9]{2,}(?:-[A-Z0-9]+){2,7}"
    r"(?=\.? |\.?\n|\.?\Z)"
)
"""A number in a line of facts: "ES-0340-00. XYZ-26-SES-12925571-02. Opens …"."""
_EXECUTIVE_NUMBER = re.compile(
    r"(?<![\w./-])(?=[A-Z0-9.-]*\d)(?:[A-Z]{2,8}\.)?(?:[A-Z0-9]+-)*(?<![A-Z0-9])SES(?:-[A-Z0-9]+)+"
    r"(?:(?=[A-Z][a-z])|(?![\w-]))"
)
"""A number that says by itself what it is of: "XYZ-SES-25-06", "20-SES-XYZ-24-P"."""
_ADDRESS = re.compile(
    r"usajobs\.gov/(?:job|GetJob/(?:ViewDetails|PrintPreview))/(\d{6,9})\b", re.IGNORECASE
)
_CONTROL = re.compile(r"\d{6,10}(?!\w)")
_LOOSE_CONTROL = re.compile(r"(?<=\n)\d{9}(?=\n|\Z)")
_PLANS = (
    "ES|IS|SL|ST|SO|EN|EJ|EK|NN|ND|NT|IR|OC|OR|SN|SR|VN|TS|FV|FG|LT|MC|AV|"
    "LL|FP|NF|VM|EM|SK|TM|EX|EV|IP|IE|FE|SP|SV|SW|RS|CM|XS|EE|ZZ|DR|NH|AD|GS|GM|GG|JS|CL"
)
_EXECUTIVE = "ES|SL|ST|EM|FE|IE|IP|EV"
_SERIES = re.compile(
    rf"(?<![\w-])({_EXECUTIVE})[ -]{{1,3}}\d{{4}}[ -]{{1,3}}(\d{{1,2}})(?:(?![\w-])|(?=[A-Z][a-z]))"
)
_GRADE = re.compile(r"(\d{2})(?![\w/-])")
_OTHER_SERIES = re.compile(
    rf"(?<![\w/-])(?!G[SMG]-)({_PLANS})-\d{{3,4}}(?:-(\d{{1,2}})|(?:,| position at the)"
    r" (Band [A-Z]))(?![\w-])"
)
"""A plan beside that of senior executives, with its series: "SK-905-17", "AD-0601, Band H"."""
_SERIES_ALONE = re.compile(r"(?<![\w-])(ES|SL|ST)()(?=-\d{4}(?![\w-])| \| )")
_BARE_PLAN = re.compile(rf"(?<![\w-])({_EXECUTIVE})[ -]{{1,3}}(00)(?![\w-])")
_GRADES = re.compile(
    r"(?:\A|(?<=[\n|•])|(?<=[\n|•] )|(?<=\d )|(?<=\d, )|(?<=per year ))"
    r"Grade:? (\d\d) to \1(?= ?(?:[\n|•]|\Z)| [A-Z][\w/]+ )"
)
"""A grade as a field of a page, and no words about other people's grades."""
_WORDED_PLAN = re.compile(
    rf"\b[Pp]ay plan (?P<plan>{_EXECUTIVE})(?:,? series \d{{4}})?,? grade (?P<grade>\d\d)\b"
    rf"|\bPosition Information:? (?P<named>{_EXECUTIVE}),"
    rf"|(?:\A|(?<=\n))Pay: (?P<paid>{_EXECUTIVE})(?: (?P<paid_grade>00))?,"
)
_NAMED_PLAN = re.compile(
    r"(?m)^[^\n]{3,90} (?:(?<!Service )\(SES(?:, [a-z ]{3,30})?\)|\((?P<other>DISES|DISL)\))$"
)
"""A plan behind the title, in brackets and by its name; SES is the plan ES."""
_BELOW_SALARY = re.compile(r"\d per year\n(GS|GG|GM)[ -](\d\d)(?=\n)")
"""A grade of the General Schedule on its own line, as candidate programs have it."""
_BRACKETED_PLAN = re.compile(rf"(?<=\w )\(({_EXECUTIVE})()\)")
_NO_ANNOUNCEMENT = re.compile(r"[A-Z]{2}-\d{3,4}-\d\d|\d[\d-]*|(?:SF|GS|OF|OGE|DD|S)-\w+")
_HEAD = 3000
_IN_LINE_WITHIN = 800
_BESIDE = 60
"""Characters behind a label in which a plan is its own where no line ends its value."""
_NAMED_WITHIN = 600
_LABELLED_PLAN = re.compile(
    rf"(?<![\w-])({_PLANS})(?:[ /-]{{1,3}}\d{{4}})?(?: I(?= 00))?"
    r"(?:(?:[ /-]{1,3}|, grade )(\d{1,2}))?(?![\w])"
)
_GRADE_RANGE = re.compile(r"G[SGM][ -](\d\d) ?(?:-|to) ?(?!\1)(\d\d)(?!\w)")
"""Grades of the General Schedule from one to another, as candidate programs have them."""
_ANY_PLAN = re.compile(r"(?!GS|GG|GM)([A-Z]{2})(?:[ /-]\d{4})?[ /-]{1,3}(\d{1,2})(?![\w-])")
"""The plan of an agency with one of its own, right behind the label: "CT 17"."""


def find_announcement(page: Page, fields: Sequence[Field]) -> str:
    """Return the announcement number, by its label or alone on a line."""
    for field in fields:
        found = _ANNOUNCEMENT.match(page.text, field.value_start, field.value_end)
        if field.name == "announcement" and found and re.search(r"\d", found.group()):
            sort = _SORT.fullmatch(page.text, found.end(), field.value_end)
            end = sort.end() if sort and field.closed else found.end()
            return page.stream.verbatim(found.start(), end).rstrip(".-_/")
    named = _NAMED_ANNOUNCEMENT.search(page.text) or _NAMED_ANNOUNCEMENT.search(page.stream.source)
    if named:  # the head of each page, which is no text of the posting, may alone give it
        return named[1]
    joined = _LETTERS_AND_FIGURES.search(page.text, 0, _HEAD)
    if joined:
        return joined[1]
    beside = _BESIDE_CONTROL.search(page.text, 0, _HEAD)
    if beside and not _NO_ANNOUNCEMENT.fullmatch(beside[1]):
        return beside[1]
    return (
        _only(_LOOSE_ANNOUNCEMENT.findall(page.text[:20000]))
        or _only(_IN_LINE.findall(page.text[:_IN_LINE_WITHIN]))
        or _only(_EXECUTIVE_NUMBER.findall(page.stream.source[:_HEAD]))
        or _only(_POSITION_NUMBER.findall(page.text[:_HEAD]))
        or _only([one or other for one, other in _IN_FOOTER.findall(page.stream.source)])
    )


def _only(words: Sequence[str]) -> str:
    """Return the one announcement number among words built alike, or nothing."""
    plain = {word for word in words if not _NO_ANNOUNCEMENT.fullmatch(word)}
    return plain.pop() if len(plain) == 1 else ""


def find_control(page: Page, fields: Sequence[Field]) -> str:
    """Return the control number, by its label, in an address, or alone on a line."""
    for field in fields:
        found = _CONTROL.match(page.text, field.value_start, field.value_end)
        if field.name == "control" and found:
            return found.group()
    found = _ADDRESS.search(page.text)
    if found:
        return found[1]
    beside = _BESIDE_CONTROL.search(page.text, 0, _HEAD)
    if beside:
        return beside[2]
    loose = set(_LOOSE_CONTROL.findall(page.text))
    return loose.pop() if len(loose) == 1 else ""


def find_pay_plan(page: Page, fields: Sequence[Field]) -> tuple[str, str]:
    """Return pay plan and grade; a lone grade counts only where a range of it is printed."""
    plan, grade = _find_plan(page, fields)
    if grade:
        return plan, grade
    ranged = _GRADES.search(page.text, 0, _HEAD)
    return plan, ranged[1] if ranged else _bare_grade(page, fields) if plan else ""


def _bare_grade(page: Page, fields: Sequence[Field]) -> str:
    """Return the grade that a label of its own gives: "Grade: 00"."""
    for field in fields:
        found = _GRADE.match(page.text, field.value_start, field.value_end)
        if field.name == "series" and found:
            return found[1]
    return ""


def _find_plan(page: Page, fields: Sequence[Field]) -> tuple[str, str]:
    for field in fields:
        value = page.text[field.value_start : field.value_end]
        found = _LABELLED_PLAN.search(value) or _ANY_PLAN.match(value)
        if field.name == "series" and found and (field.closed or found.start() < _BESIDE):
            ranged = _GRADE_RANGE.match(value, found.start())
            return found[1], "-".join(ranged.groups()) if ranged else found[2] or ""
    worded = _WORDED_PLAN.search(page.text, 0, _HEAD)
    if worded:
        plan = worded["plan"] or worded["named"] or worded["paid"]
        return plan, worded["grade"] or worded["paid_grade"] or ""
    found = (
        _SERIES.search(page.text)
        or _BARE_PLAN.search(page.text)
        or _BRACKETED_PLAN.search(page.text, 0, _HEAD)
        or _SERIES_ALONE.search(page.text, 0, _HEAD)
        or _BELOW_SALARY.search(page.text, 0, _HEAD)
    )
    if found:
        return found[1], found[2]
    other = _OTHER_SERIES.search(page.text)
    if other:
        return other[1], other[2] or other[3]
    named = _NAMED_PLAN.search(page.text, 0, _NAMED_WITHIN)
    return (named["other"] or "ES") if named else "", ""
