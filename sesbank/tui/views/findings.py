"""Findings on the screen: what is to be mended, with a sign for how grave it is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sesbank.domain.findings import SEVERITIES, Finding, Severity
from sesbank.domain.retellings import LENGTH_NAMES, Length
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.text import shorten
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import NOTHING, joined, lit, plain, plain_line, together
from sesbank.tui.views.story import heading, told_body
from sesbank.tui.views.story_names import PART_NAMES

_SIGNS = {Severity.MUST: "!!", Severity.SHOULD: "! ", Severity.HINT: "· "}
_STYLES = {Severity.MUST: "bold $error", Severity.SHOULD: "$warning", Severity.HINT: "$muted"}


def finding_row(finding: Finding, waived: bool, width: int) -> Content:
    """Return a finding's row: sign, id, where, what to do."""
    style = "$muted" if waived else _STYLES[finding.severity]
    hint = plain_line("set aside: " + finding.hint if waived else finding.hint)
    return row(
        width,
        Column(Content(f"{_SIGNS[finding.severity]} {finding.rule.id}").stylize(style), 8),
        Column(plain_line(place_name(finding.part), "$muted"), 10),
        Column(hint.stylize("$muted") if waived else hint),
    )


def bank_finding_row(finding: Finding, title: str, width: int) -> Content:
    """Return the row of a finding about the bank: sign, id, the story's title if any, the hint."""
    sign = Content(f"{_SIGNS[finding.severity]} {finding.rule.id}")
    said = f"“{shorten(title, width // 3)}”: {finding.hint}" if title else finding.hint
    return row(width, Column(sign.stylize(_STYLES[finding.severity]), 8), Column(plain_line(said)))


def finding_lines(findings: Sequence[Finding], most: int) -> list[Content]:
    """Return the gravest findings for the rail, a line each, and how many more there are."""
    lines = [
        together(
            Content(f"{_SIGNS[finding.severity]} ").stylize(_STYLES[finding.severity]),
            plain_line(finding.hint),
        )
        for finding in findings[:most]
    ]
    if len(findings) > most:
        lines.append(Content(f"{len(findings) - most} more").stylize("$muted"))
    return lines or [Content("✓ nothing to mend").stylize("$success")]


def rule_line(finding: Finding) -> str:
    """Return what is wrong and who says so, as a sentence."""
    title = finding.rule.title
    return f"{title[:1].upper()}{title[1:]}: {finding.rule.source}."


def finding_about(finding: Finding, story: Story) -> Content:
    """Return the whole of a finding: what to do, who says so, and the text with the words lit."""
    said = [plain(finding.hint, "bold"), plain(rule_line(finding), "$muted")]
    if finding.part in TOLD_PARTS:
        head = heading(PART_NAMES[finding.part])
        text = lit(story.part(finding.part), [(finding.start, finding.end)])
        return joined([*said, NOTHING, head, text])
    if finding.part.startswith("retelling:"):
        told = story.retelling(Length(finding.part.removeprefix("retelling:")))
        text = lit(told.text, [(finding.start, finding.end)]) if told else NOTHING
        return joined([*said, NOTHING, heading(place_name(finding.part)), text])
    return joined([*said, NOTHING, told_body(story)])


def bank_finding_about(finding: Finding, story: Story | None, its: Sequence[Story]) -> Content:
    """Return the whole of a finding about the bank: of a story its text, of an ECQ its stories."""
    said = [plain(finding.hint, "bold"), plain(rule_line(finding), "$muted")]
    if story is not None:
        return joined([*said, NOTHING, told_body(story)])
    if not finding.ecq:
        return joined(said)
    rows = [
        together(plain_line(each.title), Content(f"  {each.ended[:4]}").stylize("$muted"))
        for each in its
    ]
    none = Content("none yet: Enter shows what could fill it").stylize("$muted")
    return joined([*said, NOTHING, heading("Its stories"), *(rows or [none])])


def counts(findings: Sequence[Finding]) -> Content:
    """Return how many of each weight there are: "2 must · 1 should"."""
    numbers = {s: sum(1 for f in findings if f.severity is s) for s in SEVERITIES}
    named = [f"{number} {severity.value}" for severity, number in numbers.items() if number]
    return Content(" · ".join(named) or "nothing to mend")


def place_name(part: str) -> str:
    """Return what the part or field of a finding is called."""
    if part.startswith("retelling:"):
        return LENGTH_NAMES[Length(part.removeprefix("retelling:"))]
    if part in TOLD_PARTS:
        return PART_NAMES[part]
    return {"grade_at_time": "Grade then", "ended": "Ended"}.get(part, "Story")
