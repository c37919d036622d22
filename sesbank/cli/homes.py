"""map --suggested: what is suggested for many stories, shown and confirmed in one act."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sesbank.cli.command import open_session, refuse
from sesbank.cli.inputs import agreed
from sesbank.cli.printing import note, say, say_all, say_json, width
from sesbank.cli.tables import indented
from sesbank.domain.framework import Framework
from sesbank.domain.mapping import Strength
from sesbank.domain.offers import Offer
from sesbank.domain.text import counted

if TYPE_CHECKING:
    from sesbank.session.mappings import Home

_MOST_CUES = 3


def run_suggested(arguments: argparse.Namespace) -> int:
    """Show where stories may belong; with --yes, or asked at a terminal, map them so."""
    refuse(arguments, "--competency", "--side", "--remove", where="with --suggested")
    from sesbank.session import mappings, stories

    with open_session(arguments) as session:
        chosen = arguments.framework
        framework = session.framework_named(chosen) if chosen else session.framework
        named = [stories.get(session, reference) for reference in arguments.stories]
        found = mappings.homes(
            session, named or mappings.homeless(session, framework.id), framework.id
        )
        if not arguments.json:
            say_all(_lines(found, framework))
        done = ""
        if found and (arguments.yes or (not arguments.json and _agrees(found))):
            wanted = {home.story.id: home.offers[0].mapping for home in found}
            done = mappings.confirm(session, wanted)
        if arguments.json:
            say_json([_shape(home, framework, mapped=bool(done)) for home in found])
        elif done:
            say(f"Mapped: {done}. `sesbank undo` takes it back.")
    return 0


def _agrees(found: Sequence[Home]) -> bool:
    if not sys.stdin or not sys.stdin.isatty():
        note("Nothing was mapped: --yes maps them so.")
        return False
    if agreed(f"Map {counted(len(found), 'story', 'stories')} so?"):
        return True
    note("Nothing was mapped.")
    return False


def _lines(found: Sequence[Home], framework: Framework) -> Iterator[str]:
    if not found:
        yield f"Nothing is suggested: no story is mapped outside of {framework.id} alone."
        return
    yield from indented(f"Suggested in {framework.name} ({framework.id}):", width())
    for home in found:
        offer = home.offers[0]
        yield from indented(f"{home.story.title}", width(), first="- ")
        yield from indented(f"{_place(offer, framework)}: {_why(offer)}", width(), first="  ")
    yield ""


def _place(offer: Offer, framework: Framework) -> str:
    mapping = offer.mapping
    name = framework.ecq(mapping.ecq).name
    if mapping.competency:
        name = f"{name}, {framework.competency(mapping.competency).name}"
    side = "side" if mapping.strength is Strength.SUPPORTING else "main"
    return f"{mapping.ecq} {name} ({side})"


def _why(offer: Offer) -> str:
    led = [f"crosswalk ({offer.row.strength.value})"] if offer.row else []
    cues = offer.guess.cues[:_MOST_CUES] if offer.guess else ()
    return "; ".join((*led, *([", ".join(f"“{cue}”" for cue in cues)] if cues else [])))


def _shape(home: Home, framework: Framework, *, mapped: bool) -> dict[str, object]:
    return {
        "id": home.story.id,
        "title": home.story.title,
        "framework": framework.id,
        "mapped": mapped,
        "suggested": [
            {
                "ecq": offer.mapping.ecq,
                "competency": offer.mapping.competency or None,
                "strength": offer.mapping.strength.value,
                "crosswalk": offer.row.strength.value if offer.row else None,
                "cues": list(offer.guess.cues) if offer.guess else [],
            }
            for offer in home.offers
        ],
    }
