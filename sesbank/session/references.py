"""References: how a person names a story or vacancy, and which record is meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

from sesbank.domain.text import clean_line, fold, shorten
from sesbank.errors import NotFoundError


class Titled(Protocol):
    """Anything with an id and a title."""

    @property
    def id(self) -> str:
        """The record's id."""
        ...

    @property
    def title(self) -> str:
        """The record's title."""
        ...


T = TypeVar("T", bound=Titled)


def resolve(records: Mapping[str, T], reference: str, what: str, *, listing: str = "") -> T:
    """Return the one record meant by an id, an unambiguous start of one, or a title.

    `what` names the kind for the message, `listing` the command that lists them. Raises
    NotFoundError when none or several are meant.
    """
    wanted = clean_line(reference)
    if wanted in records:
        return records[wanted]
    folded = fold(wanted)
    for test in (
        lambda record: fold(record.title) == folded,
        lambda record: record.id.casefold().startswith(wanted.casefold()),
        lambda record: folded in fold(record.title),
    ):
        found = [record for record in records.values() if wanted and test(record)]
        if len(found) == 1:
            return found[0]
        if found:
            first = sorted(found, key=lambda record: record.id)[:5]
            named = ", ".join(f"{r.id} “{shorten(r.title, 40)}”" for r in first)
            raise NotFoundError(
                f"{shorten(wanted, 60)!r} means {len(found)} of them: give one by its id ({named})",
            )
    listing = listing or ("vacancies" if what == "vacancy" else "list")
    raise NotFoundError(
        f"no {what} {shorten(wanted, 60)!r}: `sesbank {listing}` shows what there is"
    )
