"""Sentences that say that no technical qualifications are asked for: "TQs: none"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sesbank.posting.anchors import Anchor, Mark
from sesbank.posting.page import Page

_KIND = r"(?:specific|mandatory|professional|required|additional|formal|separate|minimum|any)"
_TECHNICAL = (
    rf"(?:{_KIND}(?: ?/ ?| and/or | or |, | )){{0,3}}"
    r"(?:technical (?:qualification|competenc|requirement)(?:s|y|ies)?(?: \([MPE]{0,2}T[QC]s?\))?"
    r"|[MPE]{0,2}T[QC]s?)(?! narrative| statement| response)"
)
_POST = r"(?:this|the) (?:[\w-]+ ){0,2}?(?:position|job|vacancy|announcement|posting|post|role)"
_REST = (
    r"(?: (?:associated|required|needed|listed|identified|applicable|established|specified|asked))?"
    rf"(?: (?:for|with|in|to|by|of|on) {_POST})?(?: at this time)?"
)
"""What may follow up to the end of the clause; anything else limits what is denied."""
_STATE = r"(?:have|require|include|contain|carry|list|name|set|use|state|specify|ask for|call for)"
_STATES = (
    r"(?:has|have|requires|includes|contains|carries|lists|names|sets|uses|states|specifies"
    r"|asks for|calls for)"
)
_NOTHING = r"(?:none|n/?a|not (?:applicable|required|needed)|nil|there are none)"
_DENIAL = re.compile(
    r"(?:(?<=[.:;!?)•*-] )|(?<=[\n•])|\A)(?=[A-Z])(?i:(?:(?:please )?note(?: that)?[: ]{1,2})?"
    rf"(?:(?:there (?:are|is)|{_POST} {_STATES}) no {_TECHNICAL}"
    rf"|no {_TECHNICAL}(?: (?:is|are|were|will be|have been|has been|apply|applies))?"
    rf"|{_POST} (?:does|do) not {_STATE} {_TECHNICAL}"
    rf"|{_TECHNICAL} (?:(?:are|is) not (?:required|applicable|needed|used)|(?:do|does) not apply)"
    rf"|{_TECHNICAL}[ ]?(?:[:-][ \n]?|\n|\([ ]?){_NOTHING}(?: required)?)"
    rf"{_REST})(?=[ ]?(?:[.;,\n)!]|\Z)| [A-Z•*-])[ )]{{0,2}}[.;]?",
)


def find_denials(page: Page) -> Iterator[Anchor]:
    """Yield the sentences that ask for no technical qualification; each ends what stands before."""
    for found in _DENIAL.finditer(page.text):
        yield Anchor(Mark.DENIAL, found.start(), found.end())
