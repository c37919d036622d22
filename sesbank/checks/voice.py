"""Voice: I, not we; what was done, not what was helped with; plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.checks.check import LEAST_WORDS, Spot, Yardstick, check, first_match
from sesbank.checks.sources import CCAR_COACH, OPM_TIPS, QRB_ADVICE, RESUME_TIPS
from sesbank.domain.findings import Severity
from sesbank.domain.sentences import sentences
from sesbank.domain.story import PARTS, Story
from sesbank.domain.text import word_count

# "US" is a country; a lone "I" behind a noun that is counted is a numeral.
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves|us)\b")
_I = re.compile(r"(?<!Title )(?<!Phase )(?<!Part )(?<!Tier )(?<!Type )\bI\b|\b[Mm](?:y|e|yself)\b")
_WEAK = re.compile(
    r"\bI (?:also |then |often )?(?:helped|assisted|supported|participated|contributed|served on"
    r"|worked on|was involved|was responsible)\b"
    r"|(?:^|(?<=[.!?\n] )|(?<=[\n•*-]))(?:Helped|Assisted|Supported|Participated|Contributed)\b",
)
_ASKED = re.compile(r"\bI was (?:asked|directed|told|tasked|assigned|instructed) (?:to|with)\b")
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:\w{3,}ed|made|given|done|taken|built|held|led"
    r"|sent|put|set|cut|written|chosen|found|brought|begun|drawn)\b",
)
_BUZZ = re.compile(
    r"\b(?:synerg\w+|world[- ]class|best[- ]in[- ]class|cutting[- ]edge|game[- ]chang\w+"
    r"|paradigm\w*|thought leader\w*|value[- ]add\w*|outside the box|move the needle"
    r"|low[- ]hanging fruit|deep dive|very|extremely|truly|passionate(?:ly)?"
    r"|(?:scheduled|attended) (?:the )?meetings|took minutes)\b",
    re.IGNORECASE,
)
_PASSIVE_SHARE = 0.33


@check("V01", Severity.MUST, "“we” where “I” belongs", QRB_ADVICE)
def own_voice(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action says what the person did."""
    text = story.action
    if word_count(text) < LEAST_WORDS:
        return
    we, mine = len(_WE.findall(text)), len(_I.findall(text))
    if we > mine:
        hint = f"“we” or “our” {we}, “I” or “my” {mine} times: say what you did yourself."
        yield Spot(hint, "action", *(first_match(_WE, text) or (0, 0)))
    elif not mine and not _implied(text):
        yield Spot("No “I” in the action: say what you did yourself.", "action")


def _implied(text: str) -> bool:
    """Whether the steps are bullets that begin with a verb in the past: "Cut the queue"."""
    starts = [text[start:end].lstrip("•*-– ").split(" ", 1)[0] for start, end in sentences(text)]
    past = sum(1 for word in starts if word.casefold().endswith("ed"))
    return past * 2 > len(starts)


@check("V03", Severity.SHOULD, "passive voice", OPM_TIPS)
def active_voice(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The action is told actively."""
    text = story.action
    spans = [text[start:end] for start, end in sentences(text)]
    passive = sum(1 for sentence in spans if _PASSIVE.search(sentence))
    if passive >= 2 and passive > _PASSIVE_SHARE * len(spans):
        hint = f"{passive} of {len(spans)} sentences do not say who did it: begin them with “I”."
        yield Spot(hint, "action", *(first_match(_PASSIVE, text) or (0, 0)))


@check("V04", Severity.SHOULD, "a weak verb", RESUME_TIPS)
def strong_verbs(story: Story, _: Yardstick) -> Iterator[Spot]:
    """Nothing is helped with or participated in."""
    for name in ("action", "result"):
        for found in _WEAK.finditer(story.part(name)):
            hint = f"“{found.group()}” hides your part: directed, decided, negotiated, built?"
            yield Spot(hint, name, *found.span())


@check("V08", Severity.HINT, "an empty word", RESUME_TIPS)
def plain_words(story: Story, _: Yardstick) -> Iterator[Spot]:
    """No buzz words and no clerk's work."""
    for name in PARTS:
        found = _BUZZ.search(story.part(name))
        if found:
            yield Spot(f"“{found.group()}” says little: leave it out.", name, *found.span())


@check("L03", Severity.SHOULD, "carried out for another", CCAR_COACH)
def own_idea(story: Story, _: Yardstick) -> Iterator[Spot]:
    """The person started or steered it."""
    for name in ("challenge", "action"):
        found = _ASKED.search(story.part(name))
        if found:
            hint = f"“{found.group()}”: what did you start or decide yourself?"
            yield Spot(hint, name, *found.span())


CHECKS = (own_voice, active_voice, strong_verbs, plain_words, own_idea)
