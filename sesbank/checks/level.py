"""Level and time: executive enough, recent enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import LEAST_WORDS, WRITTEN, Spot, Yardstick, check
from sesbank.checks.sources import CCAR_COACH, OURS, QRB_ADVICE, REJECTIONS
from sesbank.domain.coverage import AGING_DAYS, RECENT_YEARS
from sesbank.domain.days import ages_out, years_before
from sesbank.domain.findings import Severity
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import word_count

FRESH = 5.0
"""Years since it ended within which an example is best."""

_LOWEST_GRADE = 14

_SCOPE = re.compile(
    r"\b(?:agency|agencies|department\w*|bureau|nation\w*|federal|government\w*|congress\w*"
    r"|states?|statewide|regions?|regional|counties|country|countries|interagency|enterprise"
    r"|public|international|industry|world|citizens|americans?|communities|headquarters"
    r"|secretary|commission|administration)\b",
    re.IGNORECASE,
)
# Any word for people will do; a word too many hides the hint and harms nobody.
_OTHERS = re.compile(
    r"\b(?:staff|team|people|employees?|union|counsel|board|committee|panel|council|office"
    r"|agenc\w+|states?|congress|partners|public|everyone|each|them|their|they"
    r"|\w+(?:ers?|ors?|ists?|ians?|ants?|ees))\b",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\bGS[- ]?(\d{1,2})\b", re.IGNORECASE)


@check("L02", Severity.HINT, "no reach beyond the office", CCAR_COACH)
def executive_reach(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The story has an effect on an agency, a region, the public."""
    if story.words >= WRITTEN and not any(_SCOPE.search(story.part(name)) for name in PARTS):
        yield Spot("Who was affected beyond your own office: an agency, a state, the public?")


@check("L04", Severity.SHOULD, "a solo effort", CCAR_COACH)
def moves_others(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action moves other people."""
    if word_count(story.action) >= 2 * LEAST_WORDS and not _OTHERS.search(story.action):
        yield Spot(
            "Nobody but you in the action: whom did you direct, persuade, bring in?", "action"
        )


@check("L05", Severity.SHOULD, "below executive level", QRB_ADVICE)
def high_enough_grade(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The grade at the time was GS-14 or above."""
    found = _GRADE.search(story.grade_at_time)
    if found and int(found[1]) < _LOWEST_GRADE:
        hint = f"{found.group()} at the time: boards look for GS-14 and above, or its equal."
        yield Spot(hint, "grade_at_time")


@check("T01", Severity.MUST, "older than ten years", REJECTIONS)
def recent_enough(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """The story ended within ten years."""
    age = years_before(story.ended or story.started, yardstick.today)
    if age is not None and age > RECENT_YEARS:
        yield Spot(f"It ended {age:.0f} years ago: boards set such examples aside.", "ended")


@check("T02", Severity.HINT, "older than five years", QRB_ADVICE)
def fresh(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """The story ended within five years."""
    age = years_before(story.ended or story.started, yardstick.today)
    if age is not None and FRESH < age <= RECENT_YEARS:
        yield Spot(f"It ended {age:.0f} years ago: a newer one counts for more.", "ended")


@check("T03", Severity.SHOULD, "no date", OURS)
def has_a_date(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The story says when it was."""
    if not story.started and not story.ended:
        yield Spot("When was it? Boards set aside what is older than ten years.", "ended")


@check("T04", Severity.HINT, "ages out soon", OURS)
def ages_out_later(story: Story, yardstick: Yardstick) -> Iterator[Spot]:
    """The story stays recent enough for a year."""
    last = ages_out(story.ended or story.started, int(RECENT_YEARS))
    if last is not None and 0 <= (last - yardstick.today).days <= AGING_DAYS:
        yield Spot(f"It is ten years old on {last.isoformat()}: have another one by then.", "ended")


CHECKS = (
    executive_reach,
    moves_others,
    high_enough_grade,
    recent_enough,
    fresh,
    has_a_date,
    ages_out_later,
)
