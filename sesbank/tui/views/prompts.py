"""Prompts: what an empty field asks, so that nobody starts on a blank page."""

from __future__ import annotations

PROMPTS = {
    "challenge": (
        "What was going wrong, or what had to be reached, and by when? "
        "Why did it matter beyond your own office?"
    ),
    "context": (
        "Who and how many were involved? How much money? "
        "What stood in the way: the law, the clock, morale, politics?"
    ),
    "action": (
        "What did you decide, start, direct, negotiate? Step by step, and say “I”: "
        "what you did, not what the team did."
    ),
    "result": (
        "What changed, from what to what, and by how much? Who noticed? "
        "Does it still hold? Did it answer the challenge?"
    ),
    "lesson": "What did you learn, and where have you used it since? Panels ask after a setback.",
}
"""By part."""

HINTS = {
    "title": "a few words you will know it by",
    "role": "position you held",
    "organisation": "agency or company",
    "grade_at_time": "GS-15, SES, O-6, vice president",
    "started": "2021, 2021-03 or 2021-03-15",
    "ended": "the same, or empty while it runs",
    "tags": "separated by commas",
}
"""By field."""

LABELS = {
    "title": "Title",
    "role": "Role",
    "organisation": "Organization",
    "grade_at_time": "Grade then",
    "started": "Started",
    "ended": "Ended",
    "tags": "Tags",
}
"""What the fields of one line are called."""
