"""Match names: what kinds, verdicts and signs of a match are called on the screen."""

from __future__ import annotations

from sesbank.domain.demands import Standing
from sesbank.domain.evidence import ReasonKind, Verdict
from sesbank.domain.vacancy import RequirementKind

KIND_NAMES = {
    RequirementKind.TQ: "technical qualification",
    RequirementKind.ECQ: "core qualification",
    RequirementKind.DESIRABLE: "desirable",
    RequirementKind.DUTY: "duty",
}

MANY_NAMES = {
    RequirementKind.TQ: "technical qualifications",
    RequirementKind.ECQ: "core qualifications",
    RequirementKind.DESIRABLE: "desirable",
    RequirementKind.DUTY: "duties",
}
"""The same for more than one."""

REASON_NAMES = {
    ReasonKind.WORDS: "same words",
    ReasonKind.STEM: "same word",
    ReasonKind.SYNONYM: "same thing",
    ReasonKind.MEANING: "same meaning",
    ReasonKind.MAPPING: "your mapping",
}

DEMAND_SIGNS = {
    Standing.SAID: ("✓", "$success"),
    Standing.ELSEWHERE: ("◦", "$warning"),
    Standing.MISSING: ("✗", "$error"),
}
"""Before a demand: how the story stands to it."""

VERDICT_STYLES = {
    Verdict.STRONG: "bold $success",
    Verdict.GOOD: "$success",
    Verdict.FAIR: "$warning",
    Verdict.WEAK: "$muted",
}
