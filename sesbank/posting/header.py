"""Header facts of a posting: what is not stated stays empty, nothing is made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sesbank.posting.agencies import named_agency
from sesbank.posting.fields import Field, find_fields
from sesbank.posting.identity import find_announcement, find_control, find_pay_plan
from sesbank.posting.page import Page
from sesbank.posting.page_limit import find_page_limit
from sesbank.posting.period import find_period
from sesbank.posting.places import find_locations
from sesbank.posting.positions import unlabelled_agency, unlabelled_title, without_plan


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a posting states."""

    title: str = ""
    agency: str = ""
    announcement: str = ""
    control: str = ""
    pay_plan: str = ""
    grade: str = ""
    opens: str = ""
    closes: str = ""
    locations: tuple[str, ...] = ()
    page_limit: int | None = None


def read_header(page: Page) -> Header:
    """Return the header facts of a posting."""
    fields = find_fields(page.text)
    opens, closes = find_period(page, fields)
    plan, grade = find_pay_plan(page, fields)
    return Header(
        title=without_plan(_value(page, fields, "title") or unlabelled_title(page)),
        agency=_value(page, fields, "agency")
        or _value(page, fields, "department")
        or unlabelled_agency(page)
        or named_agency(page.text),
        announcement=find_announcement(page, fields),
        control=find_control(page, fields),
        pay_plan=plan,
        grade=grade,
        opens=opens,
        closes=closes,
        locations=find_locations(page, fields),
        page_limit=find_page_limit(page.text),
    )


def _value(page: Page, fields: Sequence[Field], name: str) -> str:
    for field in fields:
        value = page.stream.verbatim(field.value_start, field.value_end)
        if (
            field.name == name
            and field.closed
            and 2 < len(value) <= 160
            and value[0].isalnum()
            and not _is_sentence(value)
        ):
            return value
    return ""


def _is_sentence(value: str) -> bool:
    return (value.endswith((".", "?", ":", ",")) and value.count(" ") > 7) or value.count(" ") > 22
