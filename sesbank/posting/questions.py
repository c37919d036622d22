"""Yes/no questions for what a person can do: "Do you have experience in …? Yes No"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sesbank.posting.items import Item, finish
from sesbank.posting.narratives import narrative_behind
from sesbank.posting.numbering import marker_at
from sesbank.posting.openings import opens_prompt
from sesbank.posting.page import Page

_ASIDE = re.compile(r"\([^()\n]{5,200}\)[.:]?\s*\Z")
"""Between a question and its answers: "(Your resume must show it)"."""
_ANSWERED = re.compile(r"\b(?:Yes|No|NO|YES) (?=(?:\d{1,2}[.)]? )?(?:Do|Have) you\b)")
"""The answers of the question before, in a line without stops."""
_LONGEST = 900
"""Characters of a question; time stays linear where a page has no stops."""
_NO_ABILITY = re.compile(
    r"(?i)\b(?:years?|months?|weeks?|G[SG][- ]?\d\d|specialized|SES|Senior Executive Service|ECQs?"
    r"|core qualifications?|leadership (?:dimension|competenc\w+)|clearance|citizen\w*|resume"
    r"|(?:described|stated|listed|outlined|required|specified|as shown) (?:above|below|in|by|under"
    r"|for)|an organization through subordinate"
    r"|(?:this|the) (?:position|job|vacancy|announcement)|meets?|agree|abide"
    r"|(?:ability|able|willing\w*) to (?:obtain|get|hold|maintain|travel|relocate|lift|start|sign"
    r"|report|commute|attend|submit|provide|pass|wear|carry))\b"
)
"""What a question asks that is about the application or about being eligible."""


_DONE = re.compile(
    r"Have you (?:ever |personally |successfully )?(?:directed|managed|led|overseen|supervised"
    r"|conducted|negotiated|designed|developed|built|run|administered|presented|published|planned"
    r"|established|carried out|been (?:responsible|accountable) for)\b"
)
"""A question for a deed, which counts where a narrative is asked for behind it."""


def yes_no_questions(page: Page, start: int, end: int, answers: Sequence[int]) -> Iterator[Item]:
    """Yield the questions for ability between two offsets that one of the answers follows.

    Where a narrative behind the answers says in full what is asked, it stands for its question.
    """
    for answer in answers[bisect_left(answers, start) : bisect_left(answers, end)]:
        begin, stop = page.sentence(max(answer - 2, 0))[0], answer
        if _ASIDE.fullmatch(page.text, begin, stop):
            begin, stop = page.sentence(max(begin - 2, 0))[0], begin
        begin = max(begin, stop - _LONGEST)
        if not page.text[begin:stop].rstrip().endswith("?"):
            continue  # before all that takes longer: a page may be nothing but answers
        answered = list(_ANSWERED.finditer(page.text, begin, stop))
        begin = max(marker_at(page.text, answered[-1].end() if answered else begin), start)
        told = narrative_behind(page, answer)
        asks = opens_prompt(page.text, begin) or (told and _DONE.match(page.text, begin))
        if begin < stop and asks and not _NO_ABILITY.search(page.text, begin, stop):
            item = told or finish(page, begin, stop, "")
            if item is not None:
                yield item
