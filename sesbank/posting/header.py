"""Header facts of a posting: what is not stated stays empty, nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sesbank.domain.vacancy import Vacancy
from sesbank.posting.agencies import is_known, named_agency
from sesbank.posting.bare_lines import without_plan
from sesbank.posting.fields import Field, find_fields
from sesbank.posting.head_lines import names_agency
from sesbank.posting.identity import find_announcement, find_control, find_pay_plan
from sesbank.posting.page import Page
from sesbank.posting.page_limit import find_page_limit
from sesbank.posting.period import find_period
from sesbank.posting.places import find_locations, names_scope
from sesbank.posting.positions import (
    first_line_agency,
    of_parts,
    titles_in_head,
    unlabelled_agency,
    unlabelled_title,
)
from sesbank.posting.title_rows import without_place

_OF_ALL = re.compile(r"(?i)(?:immediate )?office of the secretary")
"""A part that many departments have, and that says nothing without its department."""
_CODE = re.compile(r"[A-Z]{2,8}(?:[/-][A-Z0-9]{1,8})+")
"""An office by its letters, "ABC/XY", which gives way to an agency's name."""
_STOP = re.compile(r"[a-z]{2}[.!?] [A-Z]")
"""Between two sentences."""
_REMARK = re.compile(r" \([a-z][^()]{3,40}\)$")
"""What a label's value says of an agency: "(legislative branch)"."""
_VERB = re.compile(r" (?:will|is|are|must|may|can|has|have) ")


def with_header(vacancy: Vacancy, page: Page) -> Vacancy:
    """Return a vacancy with the facts that the head of its posting states.

    Those that no label and no unmistakable line gives are named in `unsure`.
    """
    fields = find_fields(page.text)
    opens, closes = find_period(page, fields)
    plan, grade = find_pay_plan(page, fields)
    title, title_sure = _title(page, fields)
    agency, agency_sure = _agency(page, fields)
    told = (("title", title, title_sure), ("agency", agency, agency_sure))
    return replace(
        vacancy,
        title=title,
        agency=agency,
        announcement=find_announcement(page, fields),
        control=find_control(page, fields),
        pay_plan=plan,
        grade=grade,
        opens=opens,
        closes=closes,
        locations=find_locations(page, fields),
        page_limit=find_page_limit(page.text),
        unsure=tuple(name for name, value, sure in told if value and not sure),
    )


def _title(page: Page, fields: Sequence[Field]) -> tuple[str, bool]:
    """Return the title and whether it is sure: labelled, or the only line that names a post."""
    labelled = _value(page, fields, "title")
    if labelled:
        return without_plan(labelled), True
    return without_plan(unlabelled_title(page)), titles_in_head(page) == 1


def _agency(page: Page, fields: Sequence[Field]) -> tuple[str, bool]:
    """Return the agency and whether it is sure: labelled, or a line that can be nothing else."""
    labelled = _value(page, fields, "agency")
    department = _value(page, fields, "department")
    coded = _CODE.fullmatch(labelled) is not None
    if labelled and not (coded or (department and _OF_ALL.fullmatch(labelled))):
        return _without_part(without_place(_REMARK.sub("", labelled))), True
    by_line = department or unlabelled_agency(page)
    if by_line:
        return by_line, names_agency(by_line)
    named = named_agency(page.text) or (labelled if coded else "")
    return named or (first_line_agency(page) if _value(page, fields, "title") else ""), False


def _without_part(agency: str) -> str:
    """Return a known agency without the division behind it: "Peace Corps, Office of Safety".

    A department keeps its part, and an inspector general hires for their own office.
    """
    first = agency.split(", ")[0]
    whole = "Department" in first or "Inspector General" in agency
    return of_parts(agency) if is_known(first) and not whole else agency


def _value(page: Page, fields: Sequence[Field], name: str) -> str:
    for field in fields:
        value = page.stream.verbatim(field.value_start, field.value_end)
        if (
            field.name == name
            and field.closed
            and 2 < len(value) <= 160
            and value[0].isalnum()
            and not _is_sentence(value)
            and not (name != "title" and names_scope(value))
        ):
            return value
    return ""


def _is_sentence(value: str) -> bool:
    if _STOP.search(value) or (value.endswith(".") and _VERB.search(value)):
        return True
    return (value.endswith((".", "?", ":", ",")) and value.count(" ") > 7) or value.count(" ") > 22
