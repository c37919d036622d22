"""The numbers and letters of a list: which of them follow each other from where on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sesbank.posting.openings import opens_small, opens_statement

_NUMBER = re.compile(
    r"(?:(?<![\w(#.$,-])|(?<=[a-z)]\.)(?=(?:\d{1,2}|[IVX]{1,4}|[A-J])[.)] [A-Z]))"
    r"(?:\((?P<round>\d{1,2}|[a-jA-J]|[ivx]{1,4}|[IVX]{1,4})\)[.:]?|(?P<point>\d{1,2})"
    r"(?P<mark>\)\.|[.):]|[.)]-| ?-(?= ))"
    r"|(?P<letter>[A-Ja-j]|[IVX]{1,4}|[ivx]{2,4})(?P<letter_mark>[.)])"
    r"|(?P<word>Factor|Criterion|Element|Competency|Requirement|Area|Standard|KSA|Dimension|Skill"
    r"|Qualification|Question) ?(?:\#|No\. ?)?(?P<worded>\d{1,2}|[A-H]|[IVX]{1,4})"
    r"(?: ?[.):|]|\ ?[-–](?=\ ))"
    r"|(?P<ordinal>First|Second|Third|Fourth|Fifth|Sixth):(?=[ \n])"
    r"|(?P<bare>\d{1,2})(?=\n)|(?<=\n)(?P<lone>\d{1,2})(?= [A-Z])"
    r"|(?<=[A-Za-z.?:)] )(?P<loose>\d{1,2})(?= (?:Ability to|Knowledge of|Skills? in|Expertise in"
    r"|Experience (?:in|with|leading|managing)|Demonstrated|Understanding of|Mastery of"
    r"|Proficiency in"
    r"|Describe)\b))[ \n]{0,2}"
    r"(?:[(\[](?i:required|mandatory|essential)[)\]][:.]? )?(?=[^\s])",
)
_BEFORE_ITEM = re.compile(r"(?:\A|[\n.:;?!)*•]|[:.;,] (?:and|or|AND|OR))[ \n]?$")

_SECOND = re.compile(r"\nII\. ?\n?[A-Z]")
"""The second item of a list with Roman numbers, which tells "I." from a letter."""
_FAR = 1_000
"""Characters from the first item in which it stands."""
_FIRSTS = frozenset("1AaIi")
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(("First", "Second", "Third", "Fourth", "Fifth", "Sixth"), 1)
}
ROMAN = {
    word: number
    for number, word in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)
}
"""The Roman numbers that a list or a label may carry, with their values."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or letter that opens an item."""

    start: int
    end: int
    number: str
    style: str

    @property
    def value(self) -> int:
        """Its place in the alphabet or among the numbers, 0 for what is none."""
        if self.style.endswith("R"):
            return ROMAN.get(self.number.upper(), 0)
        return int(self.number) if self.number.isdecimal() else ord(self.number.lower()) - 96


def find_sequence(text: str, start: int, end: int) -> list[Marker]:
    """Return the markers of a list that may begin at `start`, rising and of one style."""
    return _sequence(text, _markers(text, start, end), start)


def marker_at(text: str, place: int) -> int:
    """Return where an item begins behind the number or letter at an offset, if there is one."""
    found = _NUMBER.match(text, place)
    return found.end() if found else place


def list_starts(text: str) -> Iterator[int]:
    """Yield where the first number or letter of a list may stand."""
    for found in _NUMBER.finditer(text):
        if not _FIRSTS.isdisjoint(found.groups()):
            yield found.start()


def find_sequence_before(text: str, start: int, end: int, wanted: Collection[str]) -> list[Marker]:
    """Return the markers of the last list before `end` that has all the numbers wanted."""
    markers = list(_markers(text, start, end))
    firsts = [place for place, marker in enumerate(markers) if marker.value == 1]
    for place in reversed(firsts):
        found = _sequence(text, iter(markers[place:]), start)
        if found and set(wanted) <= {marker.number for marker in found}:
            return found
    return []


def _markers(text: str, start: int, end: int) -> Iterator[Marker]:
    for found in _NUMBER.finditer(text, start, end):
        number = next(
            filter(
                None,
                found.group(
                    "round", "point", "letter", "worded", "bare", "lone", "loose", "ordinal"
                ),
            )
        )
        number = _ORDINALS.get(number, number)
        style = "(" if found["round"] else found["mark"] or found["letter_mark"] or "bare"
        style = f"{found['word']}:" if found["word"] else "lone" if found["lone"] else style
        style = "ordinal" if found["ordinal"] else style
        place = (found.start(), found.end(), number)
        if number.upper() in ROMAN:
            yield Marker(*place, f"{style}R")
        if not number.isdecimal() and len(number) == 1:
            style += "a" if number.islower() else "A"
        if number.isdecimal() or len(number) == 1:
            yield Marker(*place, style)


def _sequence(text: str, markers: Iterator[Marker], start: int) -> list[Marker]:
    """Return the markers of a list that may begin at `start`, rising and of one style."""
    taken: list[Marker] = []
    passed: list[Marker] = []
    for marker in markers:
        apart = marker.start == start or (
            _BEFORE_ITEM.search(text[max(marker.start - 8, 0) : marker.start]) is not None
        )
        if not taken:
            accepted = _opens_list(text, marker, start, apart=apart)
        else:
            in_turn = marker.style == taken[0].style and marker.value == taken[-1].value + 1
            accepted = in_turn and _goes_on(text, marker, apart=apart)
            accepted = accepted or _again(text, marker, taken)
        if accepted:
            taken += [*_led_by(marker, passed), marker] if not taken else [marker]
        elif not taken and apart and text[marker.end].isupper():
            passed.append(marker)
    alone = len(taken) == 1 and text[taken[0].end].islower()
    return [] if alone and not opens_small(text, taken[0].end) else taken


def _led_by(marker: Marker, passed: Sequence[Marker]) -> list[Marker]:
    """Return the markers right before the first that was accepted: items in unusual words."""
    led = [marker]
    for before in reversed(passed):
        if before.style == marker.style and before.value == led[-1].value - 1 > 0:
            led.append(before)
    return led[:0:-1]


def _opens_list(text: str, marker: Marker, start: int, *, apart: bool) -> bool:
    """Whether a list begins with this marker; letters need a statement of ability behind them."""
    if marker.value == 1 and marker.style[0] in "()" and _is_led_to(text, marker):
        return True
    if marker.value == 1 and marker.style[0] == "(" and opens_statement(text, marker.end):
        return True
    if not apart or marker.style == "lone":
        return apart and opens_statement(text, marker.end)
    following = text[marker.end]
    if opens_statement(text, marker.end):
        return True
    if marker.start == start or ":" in marker.style[1:]:
        return marker.value == 1 and following.isupper()
    if marker.style[-1] in "aAR":
        own_line = text[max(marker.start - 1, 0)] == "\n"
        if (
            marker.style == ".R"
            and own_line
            and _SECOND.search(text, marker.end, marker.end + _FAR)
        ):
            return marker.value == 1 and following.isupper()
        marked = marker.style[0] == "(" or marker.style[-1] == "a"
        return marker.value == 1 and marked and own_line and following.isupper()
    on_its_own = following.isalpha() and text[max(marker.start - 1, 0)] in "\n:"
    return following.isupper() or following in "\"'•" or on_its_own


def _is_led_to(text: str, marker: Marker) -> bool:
    """Whether a list that goes on in small letters begins inside a sentence: "…: (1) contracts"."""
    if opens_small(text, marker.end):
        return True
    return text[max(marker.start - 2, 0) : marker.start] in (": ", ":\n")


def _again(text: str, marker: Marker, taken: Sequence[Marker]) -> bool:
    """Whether an item is numbered 1 once more, as lists are that lost their counting."""
    alike = marker.value == taken[-1].value == 1 and marker.style == taken[-1].style
    own_line = marker.start > 0 and text[marker.start - 1] == "\n"
    return alike and own_line and opens_statement(text, marker.end)


def _goes_on(text: str, marker: Marker, *, apart: bool) -> bool:
    """Whether a list goes on with a marker that is next in turn."""
    if opens_statement(text, marker.end):
        return True
    if marker.style == "lone":
        return False
    if marker.style[0] in "()" and opens_small(text, marker.end):
        return True
    shouted = text[max(marker.start - 2, 0) : marker.start].isupper()
    return (apart or text[marker.end].isupper()) and not shouted
