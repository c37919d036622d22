"""Lines that give title, agency and place together: "Chief Actuary - Peace Corps, Reston, VA"."""

from __future__ import annotations

import re
from itertools import pairwise

from sesbank.posting.agencies import is_known, without_country
from sesbank.posting.bare_lines import without_plan
from sesbank.posting.head_lines import could_be_title, is_part, is_title, names_agency

_BETWEEN = re.compile(r" (?:-{1,2}|[|•]) ")
_STATE = (
    r"(?:[A-Z]{2}|D\.C\.|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware"
    r"|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky"
    r"|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
    r"|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio"
    r"|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah"
    r"|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)"
)
_PLACE = rf"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,2}}, ?{_STATE}"
_PLACE_ALONE = re.compile(rf"(?:{_PLACE}|Washington,? D\.?C\.?)(?: \([^()]{{3,30}}\))?")
_AT_END = re.compile(rf"(?:,| \(|,?(?: Jobs?)? in) ?(?:{_PLACE}|Washington,? D\.?C\.?)\)?$")
_AT = re.compile(r" (?:at|with|for) (?:the )?(?=[A-Z])|, (?:the )?(?=[A-Z])")
_INSPECTOR = re.compile(r"(?:[A-Z]{2,6},? )?Office of (?:the )?Inspector General")
_FACT = re.compile(r"\b[A-Z]{2}-(?:\d{4}-)?\d\d\b|\$\d|\d/\d{1,2}/\d|\b20\d\d\b")
"""What else such a line tells: plan, salary, day."""
_LETTERS = re.compile(r"[A-Z]{2,6}")
"""An agency by its letters, before its name."""
_PLAN_INSIDE = re.compile(r",? \(?[A-Z]{2}-\d{4}(?:-\d\d)?\)?(?=,)")
_LONGEST = 300


def title_and_agency_of_line(line: str) -> tuple[str, str] | None:
    """Return title and agency of a line that gives both, or a title that a place stands behind.

    Behind a dash or bar only an agency that is known by name counts, since titles have dashes too.
    """
    if len(line) > _LONGEST:
        return None
    pieces = _BETWEEN.split(line)
    named = [_agency(piece) for piece in pieces]
    place = next((place for place, name in enumerate(named) if name), 1)
    words = [piece for piece in pieces[:place] if not _LETTERS.fullmatch(piece)]
    title = without_plan(" - ".join(words))
    if place and len(pieces) > 1 and (is_title(title) or could_be_title(title)):
        if any(named):
            return title, _lowest(named[place:])
        return (title, pieces[1]) if _is_row(pieces[1:]) else None
    return _behind_words(line)


def agency_beside_place(line: str) -> str:
    """Return the agency of a line such as "NASA | Harbor Research Center | Reston, VA"."""
    pieces = _BETWEEN.split(line)
    for agency, place in pairwise(pieces):
        if _PLACE_ALONE.fullmatch(place) and (names_agency(agency) or is_part(agency)):
            return agency
    return ""


def without_place(line: str) -> str:
    """Return a name without the place behind it: "Coast Guard, Washington, DC"."""
    return _AT_END.sub("", line)


def _agency(piece: str) -> str:
    """Return the agency that a piece of a line names, known or an inspector general's office."""
    bare = without_country(without_place(piece))
    known = is_known(bare) or _INSPECTOR.fullmatch(bare)
    return bare if known else ""


def _lowest(named: list[str]) -> str:
    """Return the last of the agencies that follow each other."""
    last = named[0]
    for name in named[1:]:
        if not name:
            break
        last = name
    return last


def _is_row(pieces: list[str]) -> bool:
    """Whether an agency and then facts stand behind a title: "Fire Agency - ES-0301-00"."""
    agency, *facts = pieces
    return (
        names_agency(agency)
        and not is_title(agency)
        and len(facts) > 1
        and any(map(_FACT.search, facts))
    )


def _behind_words(line: str) -> tuple[str, str] | None:
    """Return title and agency of a line such as "Chief Actuary at the Peace Corps (Reston, VA)".

    Behind a comma a place must follow: "Director, Peace Corps" is a title.
    """
    plan = _PLAN_INSIDE.search(line)
    titled = plan is not None and is_title(line[: plan.start()])
    line = _PLAN_INSIDE.sub("", line)
    short = without_plan(without_place(line))
    placed = short != without_plan(line)
    for between in _AT.finditer(short):
        title, agency = short[: between.start()], _agency(short[between.end() :])
        if agency and is_title(title) and (placed or "," not in between.group()):
            return title, agency
    if plan and titled:
        return line[: plan.start()], ""
    return (short, "") if placed and is_title(short) else None
