"""map: which ECQs a story shows, as the person says and as its words suggest."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, framework_option, open_session, refuse
from sesbank.cli.named import story_argument
from sesbank.cli.printing import say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.framework import Framework
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story
from sesbank.domain.text import fold
from sesbank.errors import NotFoundError

if TYPE_CHECKING:
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    mapping = command(
        commands,
        "map",
        run_map,
        does="map a story to an ECQ, or show what it is mapped to and what its words suggest",
        example="sesbank map backlog AR --competency operational-mindset --side",
    )
    story_argument(mapping)
    mapping.add_argument("ecq", nargs="?", metavar="ECQ", help="its code or name, such as AR")
    mapping.add_argument("--competency", metavar="NAME", help="its code or name")
    how = mapping.add_mutually_exclusive_group()
    how.add_argument("--side", action="store_true", help="as a side ECQ, not the main one")
    how.add_argument("--remove", action="store_true", help="take the mapping to this ECQ away")
    framework_option(mapping, instead="the one in your settings")


def run_map(arguments: argparse.Namespace) -> int:
    """Map a story, or show its mappings."""
    from sesbank.session import mappings, stories

    if not arguments.ecq:
        hint = "say which ECQ is meant, such as AR"
        refuse(arguments, "--competency", "--side", "--remove", where="without an ECQ", hint=hint)
    if arguments.remove:
        refuse(arguments, "--competency", where="with --remove")
    with open_session(arguments) as session:
        chosen = arguments.framework
        framework = session.framework_named(chosen) if chosen else session.framework
        story = stories.get(session, arguments.story)
        if arguments.ecq:
            story = _mapped(session, story, framework, arguments)
        guesses = stories.suggestions(session, story, framework.id)
        carried = mappings.carried_over(session, story, framework.id)
    if arguments.json:
        say_json(_shape(story, framework, guesses, carried))
    else:
        say_all(_lines(story, framework, guesses))
        say_all(_carried_lines(carried))
    return 0


def _mapped(
    session: Session, story: Story, framework: Framework, arguments: argparse.Namespace
) -> Story:
    from sesbank.session import stories

    code = _ecq(framework, arguments.ecq)
    if arguments.remove:
        if not any(m.ecq == code for m in story.mapped_in(framework.id)):
            raise NotFoundError(f"the story is not mapped to {code} in {framework.id}")
        return stories.unmap(session, story.id, framework.id, code)
    competency = _competency(framework, code, arguments.competency or "")
    strength = Strength.SUPPORTING if arguments.side else Strength.PRIMARY
    return stories.map_to(session, story.id, Mapping(framework.id, code, competency, strength))


def _ecq(framework: Framework, named: str) -> str:
    wanted = fold(named)
    for ecq in framework.ecqs:
        if wanted in (fold(ecq.code), fold(ecq.name)):
            return ecq.code
    known = ", ".join(f"{ecq.code} ({ecq.name})" for ecq in framework.ecqs)
    raise NotFoundError(f"{framework.id} has no ECQ {named!r}: it has {known}")


def _competency(framework: Framework, code: str, named: str) -> str:
    if not named:
        return ""
    competencies = framework.ecq(code).competencies
    wanted = fold(named)
    for competency in competencies:
        if wanted in (fold(competency.code), fold(competency.name)):
            return competency.code
    known = ", ".join(competency.code for competency in competencies)
    raise NotFoundError(f"{code} has no competency {named!r}: it has {known}")


def _lines(story: Story, framework: Framework, guesses: tuple[EcqGuess, ...]) -> Iterator[str]:
    columns = width()
    yield from indented(story.title, columns, first="")
    mapped = story.mapped_in(framework.id)
    for mapping in mapped:
        side = "side" if mapping.strength is Strength.SUPPORTING else "main"
        name = framework.ecq(mapping.ecq).name
        competency = f", {mapping.competency}" if mapping.competency else ""
        yield from indented(f"{mapping.ecq} {name}{competency} ({side})", columns, first="- ")
    if not mapped:
        yield f"Not mapped in {framework.id} yet."
    fresh = [guess for guess in guesses if guess.code not in {m.ecq for m in mapped}]
    if fresh:
        yield ""
        yield "Its words suggest:"
    for guess in fresh:
        told = ", ".join(f"“{cue}”" for cue in guess.cues[:3])
        yield from indented(f"{guess.code} {guess.name}: {told}", columns, first="- ")


def _carried_lines(carried: tuple[Suggestion, ...]) -> Iterator[str]:
    """Yield what the crosswalk suggests, to be confirmed by mapping the story to it."""
    if carried:
        yield ""
        yield "Its mappings in another framework suggest; map it to confirm:"
    for mapping, row in carried:
        yield from indented(f"{named(mapping)} ({row.strength.value})", width(), first="- ")


def named(mapping: Mapping) -> str:
    """Return a mapping as `sesbank map` takes it."""
    side = " --side" if mapping.strength is Strength.SUPPORTING else ""
    competency = f" --competency {mapping.competency}" if mapping.competency else ""
    return f"{mapping.ecq}{competency}{side}"


def _shape(
    story: Story,
    framework: Framework,
    guesses: tuple[EcqGuess, ...],
    carried: tuple[Suggestion, ...],
) -> dict[str, object]:
    return {
        "id": story.id,
        "framework": framework.id,
        "mappings": [
            {"ecq": m.ecq, "competency": m.competency or None, "strength": m.strength.value}
            for m in story.mapped_in(framework.id)
        ],
        "suggested": [
            {"ecq": g.code, "name": g.name, "score": g.score, "cues": list(g.cues)} for g in guesses
        ],
        "carried_over": [
            {"ecq": m.ecq, "competency": m.competency or None, "strength": row.strength.value}
            for m, row in carried
        ],
    }
