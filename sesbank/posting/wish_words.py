"""Words for what is wished for and not demanded: "desirable", "a plus", "nice to have"."""

from __future__ import annotations

import re

NEEDLESS = (
    r",? ?\(?(?:but|though|although|and)?(?: ?(?:it )?(?:is|are))? ?not"
    r" (?:required|mandatory|essential|necessary|needed)"
)
"""How a wish says that it is none of the demands: "but not required"."""
GOOD = r"(?:nice|good|great|helpful|useful|welcome)"
_LOOSE = r"(?:desirable|desired|preferred|preferable)"
LIKED = rf"(?:{_LOOSE}|optional)"
"""What a heading or a bracket calls what is wished for."""
IN_BRACKETS = rf"[(\[](?i:(?:highly )?{LIKED})[)\]]"
"""A mark on a single item: "(desirable)"."""
WISHED = (
    rf"(?:{LIKED}|plus|bonus|advantage|advantageous|asset|helpful|beneficial|welcome"
    r"|nice to have)"
)
"""What a statement ends with that is only wished for."""
_HEAD = re.compile(
    rf"\b(?:{_LOOSE}s?|optional(?=:?\s*\Z)|wish(?:es)?|a plus|pluses|bonus(?:es)?|assets?"
    r"|extras?|extra credit|advantageous|an advantage|ideally|stand out|helpful"
    r"|(?:it|that|also) helps?"
    rf"|{GOOD}[ -]to[ -]haves?|also (?:{GOOD})|not (?:required|needed|essential|mandatory)"
    r"|(?:we(?:'d| would)|you (?:may|might|could|would ideally|ideally))(?: also)?"
    r" (?:like|love|prefer|have|bring)|nice extras?)\b",
    re.IGNORECASE,
)


def heads_wishes(words: str) -> bool:
    """Whether a heading, or a line that leads to a list, leads to what is only wished for."""
    return _HEAD.search(words) is not None
