"""How the definitions of ECQs are worded, for postings that print them without names."""

from __future__ import annotations

import re

WORDINGS: dict[tuple[str, str], tuple[re.Pattern[str], ...]] = {
    (framework, code): tuple(
        re.compile(phrase.replace(" ", r"\s"), re.IGNORECASE) for phrase in phrases
    )
    for framework, code, phrases in (
        (
            "opm-2025",
            "RL",
            (
                r"knowledge of the American system of government",
                r"uphold(?:s|ing)? the (?:U\.?S\.? )?Constitution and the rule of law",
                r"commitment to uphold(?:ing)? the Constitution",
            ),
        ),
        (
            "opm-2025",
            "DE",
            (
                r"cut(?:ting)? wasteful spending",
                r"process and technolog(?:y|ical) upgrades",
                r"strategically and efficiently manag(?:e|ing) resources",
            ),
        ),
        (
            "opm-2025",
            "MC",
            (
                r"produc(?:e|ing) work that is of exceptional quality",
                r"technical competence to effectively and reliably",
                r"work of exceptional quality",
            ),
        ),
        (
            "opm-2025",
            "LP",
            (
                r"lead and inspire a group",
                r"high[ -]performance, high[ -]accountability culture",
            ),
        ),
        (
            "opm-2025",
            "AR",
            (
                r"achieve both individual and organizational results",
                r"align results to stated goals",
                r"individual and organizational results",
            ),
        ),
        (
            "opm-2006",
            "LC",
            (
                r"bring about strategic change",
                r"establish an organizational vision and to implement it",
            ),
        ),
        (
            "opm-2006",
            "LP",
            (
                r"lead people toward meeting the organization'?s vision",
                r"fosters the development of others, facilitates cooperation",
            ),
        ),
        (
            "opm-2006",
            "RD",
            (
                r"meet organizational goals and customer expectations",
                r"applying technical knowledge, analyzing problems,? and calculating risks",
            ),
        ),
        (
            "opm-2006",
            "BA",
            (r"manage human, financial,? and information resources strategically",),
        ),
        (
            "opm-2006",
            "BC",
            (
                r"build coalitions internally and with other federal agencies",
                r"build coalitions within the organization and with other",
            ),
        ),
    )
}
"""Phrases of OPM's definitions by (framework id, ECQ code)."""
