"""Own frameworks: those of the person, left out and told of where they cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sesbank import locations
from sesbank.errors import InputError

if TYPE_CHECKING:
    from sesbank.domain.framework import Framework, FrameworkSet


def usable(tell: Callable[[str], None]) -> FrameworkSet:
    """Return the frameworks at hand, without one's own while a file of theirs is broken."""
    from sesbank.frameworks.loading import load_frameworks

    try:
        return load_frameworks(locations.own_folder("frameworks"))
    except InputError as error:
        tell(f"left out of your frameworks: {str(error).rstrip('.')}")
        return load_frameworks()


def preferred(frameworks: FrameworkSet, wanted: str, tell: Callable[[str], None]) -> Framework:
    """Return the framework the settings name.

    Settings outlive the files they name, so that one that is gone is told and stood in for.
    """
    if wanted in frameworks.ids:
        return frameworks.get(wanted)
    tell(f"there is no framework “{wanted}” that the settings name: {frameworks.default} is used")
    return frameworks.get(frameworks.default)
