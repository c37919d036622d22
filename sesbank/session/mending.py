"""Mending what was read from a posting: each an act of its own, undone like any other."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sesbank.domain import mending
from sesbank.domain.days import in_order, read_day
from sesbank.domain.text import clean_line, quoted, whole_number
from sesbank.domain.vacancy import RequirementKind, Vacancy
from sesbank.errors import InputError, NotFoundError
from sesbank.session.opened import Session
from sesbank.session.vacancies import changed


@lru_cache(maxsize=4)
def sentences(source: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences and lines of a posting as stretches of it, in order."""
    from sesbank.posting.edges import sentence_spans

    return tuple(sentence_spans(source))


def respan(session: Session, vacancy: Vacancy, requirement: str, span: tuple[int, int]) -> Vacancy:
    """Give a requirement another stretch of the posting. Raises InputError without words in it."""
    return _mended(session, vacancy, lambda: mending.respan(vacancy, requirement, *span))


def grow(
    session: Session, vacancy: Vacancy, requirement: str, *, at_start: bool = False
) -> Vacancy:
    """Take one more sentence into a requirement, behind it or before it."""
    start, end, spans = _stretch(vacancy, requirement)
    if at_start:
        wider = max((a for a, b in spans if a < start and b <= end), default=start), end
    else:
        wider = start, min((b for a, b in spans if b > end and a >= start), default=end)
    if wider == (start, end):
        raise InputError("the posting has nothing more there")
    return respan(session, vacancy, requirement, wider)


def shrink(
    session: Session, vacancy: Vacancy, requirement: str, *, at_start: bool = False
) -> Vacancy:
    """Leave the last or the first sentence of a requirement out; of a single one, a word."""
    start, end, spans = _stretch(vacancy, requirement)
    source = vacancy.source
    if at_start:
        inner = min((a for a, _ in spans if start < a < end), default=0)
        narrower = inner or _next_word(source, start, end), end
    else:
        inner = max((b for _, b in spans if start < b < end), default=0)
        narrower = start, inner or _word_before(source, start, end)
    return respan(session, vacancy, requirement, narrower)


def _stretch(vacancy: Vacancy, requirement: str) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Return where a requirement starts and ends, and every sentence of the posting."""
    here = vacancy.requirement(requirement)
    return here.start, here.end, sentences(vacancy.source)


def step(session: Session, vacancy: Vacancy, requirement: str, words: int) -> Vacancy:
    """Move the end of a requirement by a word: on for 1, back for -1."""
    here = vacancy.requirement(requirement)
    source, end = vacancy.source, here.end
    if words > 0:
        while end < len(source) and source[end].isspace():
            end += 1
        while end < len(source) and not source[end].isspace():
            end += 1
    else:
        end = _word_before(source, here.start, end)
    return respan(session, vacancy, requirement, (here.start, end))


def merge(session: Session, vacancy: Vacancy, requirement: str) -> Vacancy:
    """Make one of a requirement and the next. Raises InputError when there is none."""
    return _mended(session, vacancy, lambda: mending.merge(vacancy, requirement))


def split(
    session: Session, vacancy: Vacancy, requirement: str, offset: int | None = None
) -> Vacancy:
    """Make two of a requirement, at an offset or where its second sentence begins.

    Raises InputError where there is no such place.
    """
    here = vacancy.requirement(requirement)
    inside = [a for a, _ in sentences(vacancy.source) if here.start < a < here.end]
    if offset is None and not inside:
        raise InputError("this requirement is one sentence: mark the place in the posting first")
    place = inside[0] if offset is None else offset
    before = [b for _, b in sentences(vacancy.source) if here.start < b <= place]
    stop = max(before) if before and place in inside else place
    return _mended(session, vacancy, lambda: mending.split(vacancy, requirement, place, stop=stop))


def add(
    session: Session, vacancy: Vacancy, kind: RequirementKind, span: tuple[int, int]
) -> Vacancy:
    """Add a requirement that was missed. Raises InputError for a stretch without words."""
    return _mended(session, vacancy, lambda: mending.add(vacancy, kind, *span))


def confirm(session: Session, vacancy: Vacancy, requirement: str) -> Vacancy:
    """Say that a requirement is right as read."""
    return _mended(session, vacancy, lambda: mending.confirm(vacancy, requirement))


def bring_back(session: Session, vacancy: Vacancy) -> Vacancy:
    """Bring back what was dropped last. Raises InputError when nothing was."""
    return _mended(session, vacancy, lambda: mending.bring_back(vacancy))


def state(session: Session, vacancy: Vacancy, facts: dict[str, str]) -> Vacancy:
    """Put header facts right, all texts as typed; empty is not stated.

    Raises InputError for a day or a number of pages that is none, and for a closing day before
    the opening day.
    """
    read: dict[str, str | int | None] = {k: clean_line(v) for k, v in facts.items()}
    for name in ("opens", "closes"):
        if read.get(name):
            read[name] = _day(str(read[name]))
    if "page_limit" in read:
        read["page_limit"] = _pages(str(read["page_limit"]))
    if {"opens", "closes"} & read.keys():
        _in_time(str(read.get("opens", vacancy.opens)), str(read.get("closes", vacancy.closes)))
    return _mended(session, vacancy, lambda: mending.state(vacancy, read))


def stated(vacancy: Vacancy, name: str) -> str:
    """Return a header fact as it is typed; empty where it is not stated."""
    value = getattr(vacancy, name)
    return "" if value is None else str(value)


def _day(typed: str) -> str:
    try:
        day = read_day(typed)
    except ValueError:
        day = ""
    if len(day) != len("2026-10-21"):
        raise InputError(f"{typed!r} is no day: write it as 2026-10-21")
    return day


def _in_time(opens: str, closes: str) -> None:
    if opens and closes and not in_order(opens, closes):
        raise InputError(
            f"it cannot close on {closes}, before it opens on {opens}: "
            "put right whichever is wrong, or empty it"
        )


def _pages(typed: str) -> int | None:
    if not typed:
        return None
    number = whole_number(typed, 99)
    if not number:
        raise InputError(
            f"{quoted(typed)} is no number of pages: write 2, or nothing where none is said"
        )
    return number


def _mended(session: Session, before: Vacancy, mend: Callable[[], Vacancy]) -> Vacancy:
    try:
        after = mend()
    except KeyError:
        raise NotFoundError("this requirement is not there any more") from None
    except ValueError as error:
        raise InputError(str(error)) from None
    return changed(session, before, after)


def _next_word(source: str, start: int, end: int) -> int:
    place = start
    while place < end and not source[place].isspace():
        place += 1
    return place


def _word_before(source: str, start: int, end: int) -> int:
    place = end
    while place > start and not source[place - 1].isspace():
        place -= 1
    return place
