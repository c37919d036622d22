"""map: which ECQs a story shows, as the person says and as its words suggest."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sesbank.cli.command import Commands, command, framework_option, open_session, refuse
from sesbank.cli.named import stories_argument
from sesbank.cli.printing import say, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.crosswalk import Suggestion
from sesbank.domain.evidence import EcqGuess
from sesbank.domain.framework import Framework, named_among
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Story
from sesbank.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from sesbank.session import Session


def add_to(commands: Commands) -> None:
    """Add the command of this group."""
    mapping = command(
        commands,
        "map",
        run_map,
        does="map stories to an ECQ, or show what one is mapped to and what its words suggest",
        example="sesbank map backlog AR --competency operational-mindset --side\n"
        '  sesbank map backlog "lobby waits" LP\n  sesbank map --suggested',
    )
    stories_argument(mapping, may_be_left_out=True)
    mapping.add_argument("ecq", nargs="?", metavar="ECQ", help="its code or name, such as AR")
    mapping.add_argument("--competency", metavar="NAME", help="its code or name")
    how = mapping.add_mutually_exclusive_group()
    how.add_argument("--side", action="store_true", help="as a side ECQ, not the main one")
    how.add_argument("--remove", action="store_true", help="take the mapping to this ECQ away")
    mapping.add_argument(
        "--suggested",
        action="store_true",
        help="map each to what is suggested; without STORY all that are mapped elsewhere alone",
    )
    mapping.add_argument("--yes", action="store_true", help="with --suggested: without asking")
    framework_option(mapping, instead="the one in your settings")


def run_map(arguments: argparse.Namespace) -> int:
    """Map stories, or show the mappings of one."""
    if arguments.suggested:
        from sesbank.cli.homes import run_suggested

        return run_suggested(arguments)
    refuse(arguments, "--yes", where="without --suggested")
    if not arguments.stories:
        raise UsageError("name a story, or add --suggested")
    # Of several words the last is the ECQ; where no option parts them the stories have taken it.
    if not arguments.ecq and len(arguments.stories) > 1:
        arguments.ecq = arguments.stories.pop()
    if not arguments.ecq:
        hint = "say which ECQ is meant, such as AR"
        refuse(arguments, "--competency", "--side", "--remove", where="without an ECQ", hint=hint)
    if arguments.remove:
        refuse(arguments, "--competency", where="with --remove")
    with open_session(arguments) as session:
        chosen = arguments.framework
        framework = session.framework_named(chosen) if chosen else session.framework
        done = _mapped(session, framework, arguments) if arguments.ecq else ""
        found = _named(session, arguments)
        if arguments.json:
            shapes = [_shape(s, framework, *_speaking(session, s, framework)) for s in found]
            say_json(shapes if len(shapes) > 1 else shapes[0])
        elif len(found) > 1:
            say(done or "Nothing changed.")
        else:
            guesses, carried = _speaking(session, found[0], framework)
            say_all(_lines(found[0], framework, guesses))
            say_all(_carried_lines(carried))
    return 0


def _named(session: Session, arguments: argparse.Namespace) -> list[Story]:
    from sesbank.session import stories

    found = [stories.get(session, reference) for reference in arguments.stories]
    return list({story.id: story for story in found}.values())


def _speaking(
    session: Session, story: Story, framework: Framework
) -> tuple[tuple[EcqGuess, ...], tuple[Suggestion, ...]]:
    """Return what the words of a story and its mappings elsewhere suggest."""
    from sesbank.session import mappings, stories

    guesses = stories.suggestions(session, story, framework.id)
    return guesses, mappings.carried_over(session, story, framework.id)


def _mapped(session: Session, framework: Framework, arguments: argparse.Namespace) -> str:
    """Map all the stories in one act, or take their mappings away; return what was done."""
    from sesbank.session import bulk

    code = _ecq(framework, arguments.ecq)
    meant = _named(session, arguments)
    ids = [story.id for story in meant]
    if arguments.remove:
        return _unmapped(session, framework, code, meant)
    competency = _competency(framework, code, arguments.competency or "")
    strength = Strength.SUPPORTING if arguments.side else Strength.PRIMARY
    names = bulk.map_all(session, ids, Mapping(framework.id, code, competency, strength))
    which = ", ".join(filter(None, (code, competency)))
    return names and f"Mapped to {which} ({'side' if arguments.side else 'main'}): {names}"


def _unmapped(session: Session, framework: Framework, code: str, meant: Sequence[Story]) -> str:
    from sesbank.session import bulk

    for story in meant:
        if not any(m.ecq == code for m in story.mapped_in(framework.id)):
            which = bulk.named([story]) if len(meant) > 1 else "the story"
            raise NotFoundError(f"{which} is not mapped to {code} in {framework.id}")
    away = {m for story in meant for m in story.mapped_in(framework.id) if m.ecq == code}
    names = bulk.unmap_all(session, [story.id for story in meant], away)
    return f"No longer mapped to {code}: {names}"


def _ecq(framework: Framework, named: str) -> str:
    meant = framework.ecq_named(named)
    if meant is not None:
        return meant.code
    known = ", ".join(f"{ecq.code} ({ecq.name})" for ecq in framework.ecqs)
    raise NotFoundError(f"{framework.id} has no ECQ {named!r}: it has {known}")


def _competency(framework: Framework, code: str, named: str) -> str:
    if not named:
        return ""
    competencies = framework.ecq(code).competencies
    meant = named_among(competencies, named)
    if meant is not None:
        return meant.code
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
