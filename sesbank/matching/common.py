"""Common words: what carries no evidence, and what carries little.

The bank alone cannot tell them: with three stories every word looks rare. So both lists are
shipped. They are about how executives and panels talk in general, not about any posting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.matching.stems import stem

_EMPTY = """
a about above according across after again against ago all allow almost along already also although always am among
amount an and another any anyone anything are aren't around as ask asked at away back be became because
become been before began begin being below best better between big both bring brought but by came can
cannot can't come could couldn't current currently day days did didn't different difficult do does doesn't doing done
don't down due during each early either else end enough etc even ever every everyone everything
example examples experience experienced explain far few final finally find first five following for four
found from full further gave general get give given go going good got great had happen happened has
hasn't have having he her here highly him his how however i if i'd i'll i'm important in include
included including indeed instance instead into involve involved involving is isn't it it's its itself
i've job just keep kept kind knew know known large last late later least less let like likely list
little long look made main major make making many may me mean means might more most mr ms much
must my myself name necessary need needed needs never new next nine no none nor not now number of off often old on
once one only onto or other others our ours ourselves out outcome over own part particular past
per perhaps person please point position possible present previous prior provide provided
provides providing put quite rather read ready real really recent regarding related required requirement requirements right role
said same saw say says second see seem seen sentence set several shall she should shouldn't show
since situation situations six size small so some someone something sometimes soon sort specific specifically
started state statement still such sure take taken taking talk tell ten than that that's the their them
themselves then there these they they're thing things think this those though thought three through
throughout thus time times to today together told too took toward towards true try two type types under
understand unless until up upon us use used using usually various very via want wanted was wasn't way ways we
week weeks well we'll went were weren't we're what what's when where whether which while who whole
whom whose why will with within without won't word words work worked working works would wouldn't year years
yes yet you your yours yourself you've able ability abilities applicant applicants candidate candidates
demonstrate demonstrated demonstrates demonstrating describe described describing discuss evidence imagine handle handled
indicate relate share walk select answer response question level levels month months hour
hours ability skill skills skilled knowledge qualification qualifications qualified
successful successfully success effective effectively appropriate approach approached action actions
steps step result resulted resulting situation broad extensive significant substantial
proven progressively responsible responsibly minimum preferred desired mandatory technical executive executives core
senior ses equivalent ecq ecqs tq mtq mtqs ptq ptqs gs narrative resume
"""

_GENERAL = """
achieve achieved activity activities address addressed agency agencies area areas assess
based business challenge challenges challenging change changes client clients committee communicate
communication complete completed complex concern concerns conduct conducted coordinate coordinated create
created critical decide decided decision decisions deliver delivered department design designed determine
determined develop developed developing development direct directed directing director division
effort efforts employee employees ensure ensured ensuring environment establish established evaluate executed expertise
federal field focus goal goals government group groups help helped high identified identify
impact implement implemented implementation implementing improve improved improvement increase increased individual
individuals information initiative initiatives integrate integrated internal external issue issues key lead leader leaders
leadership leading learn learned led manage managed management manager managers managing meet meeting
meetings member members method methods multiple national objective objectives office offices operate operation operations
opportunity order organization organizational organizations oversee oversight perform performance plan planned planning
plans policy policies practice practices priority priorities problem problems procedure procedures process processes
produce product products program programs project projects public quality range reach reason receive
received recommend report reported reporting require resource resources responsibility responsibilities
review reviewed section service services serve served solve staff standard standards strategic strategies
strategy structure subject support supported supporting system systems task tasks team teams technology
track train training understanding unit units user users value values variety
complexity component components function functions functional nature principles professional personnel
"""


def _stems(block: str) -> frozenset[str]:
    return frozenset(stem(word) for word in block.split())


EMPTY = _stems(_EMPTY)
"""Stems that are evidence of nothing."""

GENERAL = _stems(_GENERAL) - EMPTY
"""Stems so usual in this field that they say little."""

GENERAL_WEIGHT = 0.35
"""What a general stem weighs beside a telling one."""

_FILLER = re.compile(
    r"""
    \b(?:
      (?:please\s+)?(?:describe|provide|give|tell|share|relate|recall|discuss|explain|think\s+(?:of|about)|walk)
        (?:\s+(?:us|me))?(?:\s+(?:about|of|through|with))?
        (?:\s+(?:a|an|one|the|your|any|some|specific|recent|brief|statement|describing|detailed))*
        (?:\s+(?:time|situation|example|examples|instance|occasion|circumstance|experience|project))?
        (?:\s+(?:when|where|in\s+which|that|of|in|with))?(?:\s+(?:you|your))?(?:\s+had\s+to)?
    | (?:ability|abilities|skill|skills)\s+(?:to|in)
    | (?:demonstrated|demonstrable|extensive|proven|significant|broad|progressively\s+responsible)\s+
        (?:(?:executive|senior|leadership|professional|technical|level)[\s-]+)*(?:experience|ability|knowledge|expertise|skills?|success)
    | years?\s+of\s+experience | lessons?\s+learn(?:ed|t) | what\s+(?:was|were)\s+the\s+(?:outcome|result)s?
    | (?:how|what)\s+(?:did|do|would|have|has|was|were)\s+(?:you|it|they)(?:\s+(?:do|handle|go\s+about|deal\s+with))?
    | next\s+time | do\s+differently | of\s+the\s+(?:position|organization)
    | (?:at\s+)?(?:the\s+)?(?:executive|senior)[\s-]+(?:management\s+)?level
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def filler_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of turns of phrase that every question and posting is made of."""
    for found in _FILLER.finditer(text):
        yield found.span()


def weight(stem_: str) -> float:
    """Return what a stem weighs before the bank is looked at: 0 for empty, 1 for telling."""
    if stem_ in EMPTY or len(stem_) < 2 or stem_.isdigit():
        return 0.0
    return GENERAL_WEIGHT if stem_ in GENERAL else 1.0
