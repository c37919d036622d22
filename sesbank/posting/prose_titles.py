"""A post that a sentence gives: "As the Director, you …", "… is looking for the Chief Actuary"."""

from __future__ import annotations

import re

from sesbank.posting.agencies import is_known
from sesbank.posting.head_lines import is_title

_NAME = r"[A-Z][\w&/-]+(?:,? (?:[A-Z][\w&/-]*|of|the|and|for)){1,12}"
_PLACE = re.compile(r", [A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)$")
_AT_END = re.compile(r" \([A-Z]{2,8}\)$")
_ACRONYM = r"(?: \([A-Z]{2,8}(?: (?:for|of) [A-Z]{2,8})?\))?"
_POSTS = (
    r"\b(?:ha(?:s|ve) (?:posted|advertised|announced|opened)|(?:is|are) (?:hiring|recruiting))"
    r"(?: for)? (?:its|the|an?|our)"
)
_POSTING = re.compile(
    rf"(?:\n|(?<=[.:] ))(?:The )?(?P<agency>{_NAME}){_ACRONYM} {_POSTS}"
    rf"|\n{_NAME} \((?:SES|ES|SL|ST)\)\n(?P<below>[A-Z][^\n,]{{4,80}})"
)
"""Who has posted, or stands right below the post with its plan, as in letters and newsletters."""
_SENTENCES = (
    re.compile(
        r"(?:(?<![\w,] )|(?<=\bDuties )|(?<=\bSummary ))"
        r"As (?:(?:the|our|an?) )?(?P<title>[A-Z][\w&/-]+"
        r"(?:,? (?:[A-Z(][\w&/()-]*|of|the|and|for)){0,13}),?"
        r" you (?:will|are|lead|serve|report|direct|oversee)\b"
    ),
    re.compile(
        rf"\b[Tt]he ?(?P<title>(?=[A-Z]){_NAME}){_ACRONYM},?"
        r" (?:is located (?:in|at|within)|serves as (?:the|a|an))\b"
    ),
    re.compile(rf"(?:\n|\A)(?P<title>{_NAME}(?: \([A-Z]{{2,8}}\) \w+)?){_ACRONYM} serves as\b"),
    re.compile(
        r"\b(?:[Ss]earching|[Ll]ooking|[Rr]ecruiting|[Aa]pplications|[Cc]andidates) (?:for|to"
        r" serve as) (?:the|a|an|our|its) (?:(?:position|post|role|job) of )?"
        rf"(?P<title>{_NAME})(?={_ACRONYM}(?:[,.;\n]| in\b| within\b| at\b| to\b))"
    ),
    re.compile(rf"{_POSTS} (?P<title>{_NAME}), (?:ES|SL|ST)-\d{{4}}(?:-\d\d)?\b"),
    re.compile(rf"\n(?P<title>{_NAME}) \((?:SES|ES|SL|ST)\)\n"),
    re.compile(
        r"\b(?:[Ff]ill(?:ing)?|[Aa]nnounc(?:es?|ing)|[Aa]dvertis(?:es?|ing)|[Ss]eek(?:s|ing)|[Ff]or)"
        rf" th(?:e|is) (?:position|post|job) of (?P<title>{_NAME})"
        rf"(?={_ACRONYM}(?:[,.;]| in\b| within\b| at\b))"
    ),
    re.compile(
        r"\b(?:[Yy]ou will serve|[Tt]h(?:e|is) (?:position|incumbent|selectee|executive)"
        rf"(?: (?:of|in|for) this position)? (?:will )?serves?) as (?:the|an?) (?P<title>{_NAME})"
        rf"(?={_ACRONYM}(?:[,.;]| (?:located|in|within|at|who|with|and (?:is|will|has))\b))"
    ),
    re.compile(
        rf"(?:\d, |: |\n)(?P<title>{_NAME}), (?:ES|SL|ST)-\d{{4}}(?:-\d\d)?\b",
    ),
)
"""Ways to give the reader a post, the plainest first."""
_REACH = 6000
"""So far into a page a sentence may give the post."""


def agency_in_prose(text: str) -> str:
    """Return the known agency that has posted by a sentence or a line, or nothing."""
    for found in _POSTING.finditer(text, 0, _REACH):
        name = found["agency"] or found["below"]
        if is_known(name):
            return name
    return ""


def title_in_prose(text: str) -> str:
    """Return the post of the first sentence that gives the reader one, or nothing."""
    for sentence in _SENTENCES:
        found = sentence.search(text, 0, _REACH)
        title = _PLACE.sub("", found["title"]).removeprefix("The ") if found else ""
        title = _AT_END.sub("", title)
        if title and is_title(title):
            return title
    return ""
