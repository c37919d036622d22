"""check: what boards would stumble over in the stories, and what to do about it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, framework_option, open_session, refuse
from sesbank.cli.inputs import search_line
from sesbank.cli.printing import note, say_all, say_json, width
from sesbank.cli.shapes import Shape, finding_shape
from sesbank.cli.tables import indented
from sesbank.domain.filters import read_query
from sesbank.domain.findings import SEVERITIES, Finding, Severity, at_least
from sesbank.domain.story import Story
from sesbank.domain.text import shorten
from sesbank.errors import Exit, UsageError

if TYPE_CHECKING:
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    checking = command(
        commands,
        "check",
        run_check,
        does="check the stories for what boards stumble over, and the bank for gaps",
        example="sesbank check ecq:AR --least should",
    )
    checking.add_argument("query", nargs="*", metavar="QUERY", help="words and field:value")
    checking.add_argument(
        "--least",
        choices=[severity.value for severity in SEVERITIES],
        default=Severity.HINT.value,
        help="the least grave findings to show; hint shows all",
    )
    aside = checking.add_mutually_exclusive_group()
    aside.add_argument("--waive", metavar="ID", help="set this check aside for the stories found")
    aside.add_argument("--unwaive", metavar="ID", help="look for it in them again")
    framework_option(checking, instead="the one in your settings")


def run_check(arguments: argparse.Namespace) -> int:
    """Check what the query finds; without one the bank as a whole too."""
    line = search_line(arguments.query)
    if (arguments.waive or arguments.unwaive) and not line:
        raise UsageError("say in which story the check is set aside: a title or words")
    if line:
        hint = "it is for the bank as a whole, which is checked without a search line"
        refuse(arguments, "--framework", where="with a search line", hint=hint)
    with open_session(arguments) as session:
        chosen = _chosen(session, line)
        if arguments.waive or arguments.unwaive:
            chosen = _waived(session, chosen, arguments)
        findings = list(_findings(session, chosen, arguments, whole=not line))
        # What vacancies were given may be about a story that is not checked itself.
        about = [session.bank.stories[f.story] for f in findings if f.story in session.bank.stories]
        titles = {story.id: story.title for story in (*chosen, *about)}
        if arguments.json:
            say_json(_shape(findings, titles, chosen))
        else:
            say_all(_lines(findings, titles, len(chosen)))
        if not chosen:
            note(f"no story to check for {line!r}" if line else "no story to check yet")
    return Exit.FOUND if findings else 0


def _chosen(session: Session, line: str) -> list[Story]:
    """Return the stories a line asks for; retired ones and notes only when it asks for them."""
    from sesbank.session import stories

    asked = any(condition.field == "status" for condition in read_query(line).conditions)
    found = [hit.story for hit in stories.find(session, line)]
    return [story for story in found if asked or story.counts]


def _waived(session: Session, found: list[Story], arguments: argparse.Namespace) -> list[Story]:
    from sesbank.session import checks

    rule = (arguments.waive or arguments.unwaive).upper()
    ids = [story.id for story in found]
    before = {story.id: checks.of_story(session, story) for story in found}
    checks.waive_all(session, ids, rule, again=bool(arguments.unwaive))
    for story in found:
        said = _without_effect(story, rule, before[story.id], again=bool(arguments.unwaive))
        if said:
            note(f"“{shorten(story.title, 60)}”: {said}")
    return [session.bank.stories[each] for each in ids]


def _without_effect(story: Story, rule: str, findings: tuple[Finding, ...], *, again: bool) -> str:
    """Return in words that setting a check aside, or taking that back, shows nowhere now."""
    if again:
        return "" if rule in story.waived else f"{rule} was not set aside here"
    if rule in story.waived:
        return f"{rule} was set aside here already"
    if any(finding.rule.id == rule for finding in findings):
        return ""
    return f"{rule} finds nothing here now; it is set aside for what you write later"


def _findings(
    session: Session, stories: list[Story], arguments: argparse.Namespace, *, whole: bool
) -> Iterator[Finding]:
    from sesbank.session import checks

    least = Severity(arguments.least)
    found = [finding for story in stories for finding in checks.of_story(session, story)]
    if whole:
        found += checks.of_bank(session, arguments.framework)
    yield from (finding for finding in found if at_least(finding.severity, least))


def _shape(findings: list[Finding], titles: dict[str, str], stories: list[Story]) -> Shape:
    return {
        "checked": len(stories),
        "findings": [finding_shape(finding, titles) for finding in findings],
        "waived": [{"story": s.id, "checks": list(s.waived)} for s in stories if s.waived],
    }


def _lines(findings: list[Finding], titles: dict[str, str], checked: int) -> Iterator[str]:
    columns = width()
    # Whatever is counted is printed; what is about all of them comes last.
    about = [story for story in dict.fromkeys((*titles, *(f.story for f in findings))) if story]
    for story in [*about, ""]:
        mine = [finding for finding in findings if finding.story == story]
        if mine:
            title = titles.get(story, story) if story else "All stories together"
            yield from indented(title, columns)
        for finding in mine:
            where = f"{finding.part}: " if finding.part else ""
            head = f"  {finding.severity.value:<6} {finding.rule.id:<4} "
            yield from indented(f"{where}{finding.hint}", columns, first=head)
        if mine:
            yield ""
    counts = ", ".join(
        f"{sum(1 for f in findings if f.severity is severity)} {severity.value}"
        for severity in SEVERITIES
    )
    stories = "1 story" if checked == 1 else f"{checked} stories"
    yield f"{stories} checked: {counts}." if findings else f"{stories} checked: nothing to mend."
