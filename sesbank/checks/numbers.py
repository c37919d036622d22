"""Numbers: how many, how much, from what to what; and none that may not be said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import WRITTEN, Spot, Yardstick, check
from sesbank.checks.sources import CCAR_COACH, OPM_TIPS, OURS, PANEL_ADVICE, RESUME_TIPS
from sesbank.domain.figures import Figure, FigureKind, FigureState, find_figures
from sesbank.domain.findings import Severity
from sesbank.domain.sentences import sentences
from sesbank.domain.story import PARTS, TOLD_PARTS, Story

_FEWEST = 3

_PEOPLE = re.compile(
    r"\b(?:staff|employees|workforce|supervised|my team|direct reports)\b", re.IGNORECASE
)
_HEADCOUNT = re.compile(
    r"\b(?:team|staff|workforce|group|crew|unit) of (?:about |some |over |nearly )?\d"
    r"|(?<![\d,])\d[\d,]*\+?(?: [\w-]+){0,2} (?:staff|employees|people|workers|members"
    r"|specialists|positions|supervisors|managers|analysts|attorneys"
    r"|engineers|investigators|scientists|inspectors)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:budgets?|appropriations?|funding|spending)\b", re.IGNORECASE)
_SUM = r"\$\d[\d,.]*(?:\s?(?:[KMB]|thousand|million|billion|trillion)\b)?"
_BUDGET = re.compile(
    rf"\b(?:budget|appropriation) of (?:about |some |over |nearly |roughly |almost )?{_SUM}"
    rf"|{_SUM} (?:[a-z]+ )?(?:budget|appropriation)\b"
    r"(?! (?:cut|gap|shortfall|deficit|overrun|surplus|reduction|increase|request|hole)\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:%|\bpercent|\bshare|\bhalf|\b(?:third|quarter|fifth|sixth|eighth|tenth|twentieth)s?) of\b"
    r"|\bhalf (?:the|its|our)\b|\bout of\b|\b(?:\w+-)?(?:largest|biggest|smallest)\b"
    r"|\b(?:whole|entire)\b|\b(?:agency|department|bureau|administration|government|service|state"
    r"|county|command|institute|commission|corporation|company)(?:-wide\b|[’']s\b)",
    re.IGNORECASE,
)
"""What says how large a budget is beside another one, or that it is the larger one."""

_SCALE = {FigureKind.SCOPE, FigureKind.PEOPLE, FigureKind.MONEY}
_PLACES = re.compile(
    r"\b(?:all|both|every|each|national|nationwide|statewide|agency-?wide|government-?wide|\w+teen"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?|thousands?|\d[\d,]*)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:reduced|increased|improved|fell|rose|grew|dropped|decreased|shortened|raised|saved"
    r"|declined)\b",
    re.IGNORECASE,
)
_LARGE = re.compile(
    r"\b(?:significant(?:ly)?|dramatic(?:ally)?|substantial(?:ly)?|greatly|vastly|countless"
    r"|tremendous(?:ly)?|exponential(?:ly)?)\b",
    re.IGNORECASE,
)


@check("N01", Severity.SHOULD, "people without a number", PANEL_ADVICE)
def how_many_people(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Who names staff says how many."""
    if FigureKind.PEOPLE in _kinds(story) or _HEADCOUNT.search(_all(story)):
        return
    yield from _first(story, _PEOPLE, "“{}”: how many people?")


@check("N02", Severity.SHOULD, "money without an amount", PANEL_ADVICE)
def how_much_money(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Who names a budget says how much."""
    if FigureKind.MONEY not in _kinds(story):
        yield from _first(story, _MONEY, "“{}”: how much money?")


@check("N03", Severity.HINT, "a budget without its share", RESUME_TIPS)
def budget_has_a_share(story: Story, _: Yardstick) -> Iterator[Spot]:
    """A budget led is told in dollars and as a share of the larger whole."""
    found = [
        (name, start, end, budget)
        for name in PARTS
        for start, end in sentences(story.part(name))
        if (budget := _BUDGET.search(story.part(name), start, end))
    ]
    if found and not any(_SHARE.search(story.part(n), start, end) for n, start, end, _ in found):
        name, _start, _end, budget = found[0]
        hint = f"“{budget.group()}”: what share of the agency's or the program's money is that?"
        yield Spot(hint, name, *budget.span())


@check("N04", Severity.SHOULD, "a change without its size", OPM_TIPS)
def how_much_change(story: Story, _: Yardstick) -> Iterator[Spot]:
    """What rose or fell in the result did so by a number."""
    yield from _without_number(story, ("result",), _CHANGE, "“{}”: from what to what?")


@check("N05", Severity.HINT, "no scale", CCAR_COACH)
def how_large_a_place(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The story counts something: offices, states, systems, people, customers, money."""
    if story.words >= WRITTEN and not _kinds(story) & _SCALE and not _PLACES.search(_all(story)):
        yield Spot("How large was it: how many offices, states, systems, customers?", "context")


@check("N06", Severity.SHOULD, "few numbers", OPM_TIPS)
def enough_numbers(story: Story, _: Yardstick) -> Iterator[Spot]:
    """A story has at least three numbers."""
    if story.words < WRITTEN:
        return
    found = sum(1 for name in PARTS for _ in find_figures(story.part(name), spelled=True))
    if found < _FEWEST:
        said = {0: "No number", 1: "One number"}.get(found, f"{found} numbers")
        yield Spot(f"{said} in the whole story: how many, how much, how often?")


@check("N07", Severity.SHOULD, "a large claim without a basis", RESUME_TIPS)
def claims_have_a_basis(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Large words stand beside a number."""
    yield from _without_number(story, PARTS, _LARGE, "“{}”: give the number instead.")


@check("N08", Severity.MUST, "a figure you marked “do not say”", OURS)
def withheld_figures(story: Story, _: Yardstick) -> Iterator[Spot]:
    """What is not to be said stands in no part."""
    yield from _said(story, FigureState.WITHHELD, "{} is marked “do not say” and stands here.")


@check("N09", Severity.SHOULD, "a figure nobody can confirm", OURS)
def unconfirmed_figures(story: Story, _: Yardstick) -> Iterator[Spot]:
    """What cannot be confirmed is said as what it is."""
    hint = "{} cannot be confirmed: say “about”, or find where it is written."
    yield from _said(story, FigureState.UNCONFIRMED, hint)


_ALONE = r"(?![\w%]|[.,]\d|\s?(?:thousand|million|billion|trillion|percent)\b)"
"""Behind a figure: nothing that makes it another one, as in 12 and 12 million."""


def _kinds(story: Story) -> set[FigureKind]:
    found = {f.kind for name in PARTS for f in find_figures(story.part(name), spelled=True)}
    return found | {figure.kind for figure in story.figures}


def _all(story: Story) -> str:
    return "\n".join(story.part(name) for name in PARTS)


def _first(story: Story, pattern: re.Pattern[str], hint: str) -> Iterator[Spot]:
    for name in PARTS:
        found = pattern.search(story.part(name))
        if found:
            yield Spot(hint.format(found.group()), name, *found.span())
            return


def _without_number(
    story: Story, parts: tuple[str, ...], pattern: re.Pattern[str], hint: str
) -> Iterator[Spot]:
    for name in parts:
        text = story.part(name)
        for start, end in sentences(text):
            found = pattern.search(text, start, end)
            if found and not any(find_figures(text[start:end], spelled=True)):
                yield Spot(hint.format(found.group()), name, *found.span())


def _said(story: Story, state: FigureState, hint: str) -> Iterator[Spot]:
    for figure in story.figures:
        if figure.state is state:
            yield from _places(story, figure, hint)


def _places(story: Story, figure: Figure, hint: str) -> Iterator[Spot]:
    pattern = re.compile(rf"(?<![\w.,$€£]){re.escape(figure.value)}{_ALONE}")
    for name in TOLD_PARTS:
        found = pattern.search(story.part(name))
        if found:
            yield Spot(hint.format(figure.value), name, *found.span())


CHECKS = (
    how_many_people,
    how_much_money,
    budget_has_a_share,
    how_much_change,
    how_large_a_place,
    enough_numbers,
    claims_have_a_basis,
    withheld_figures,
    unconfirmed_figures,
)
