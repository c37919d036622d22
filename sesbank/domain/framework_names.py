"""Framework names: what frameworks, their ECQs and competencies are called, and no more of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrameworkNames:
    """What a framework and what is in it are called."""

    name: str
    ecqs: Mapping[str, str]
    """By code."""
    competencies: Mapping[str, str]
    """By code."""


_UNKNOWN = FrameworkNames("", {}, {})


class Names:
    """The names of all frameworks at hand, each framework's read when one of it is asked for.

    What is not known is called by its code or id: a story may come from elsewhere.
    """

    def __init__(self, default: str, read: Callable[[str], FrameworkNames | None]) -> None:
        """`default` is the id of the framework in force; `read` gets an id, None where unknown."""
        self.default = default
        self._read = read
        self._known: dict[str, FrameworkNames] = {}

    def knows(self, framework: str) -> bool:
        """Return whether there is a framework of that id."""
        return self._of(framework) is not _UNKNOWN

    def framework(self, framework: str) -> str:
        """Return the name of a framework."""
        return self._of(framework).name or framework

    def ecq(self, framework: str, code: str) -> str:
        """Return the name of an ECQ."""
        return self._of(framework).ecqs.get(code, code)

    def competency(self, framework: str, code: str) -> str:
        """Return the name of a competency."""
        return self._of(framework).competencies.get(code, code)

    def _of(self, framework: str) -> FrameworkNames:
        if framework not in self._known:
            self._known[framework] = self._read(framework) or _UNKNOWN
        return self._known[framework]
