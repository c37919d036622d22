"""Facts: records that never change, for less than the standard library's frozen dataclasses take.

`dataclass(frozen=True, slots=True)` compiles seven functions for each class; for the forty classes
that the app needs to show its first list that was a tenth of the time until then. A fact is such a
dataclass (`dataclasses.replace` and `fields` take it) of which only the constructor is made for
its class: to compare, hash, show, copy and refuse a change is the same function for all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Kind = TypeVar("Kind")

_VALUES = "_values_of_fact"
"""The name in a class of what returns the values of an instance."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fact(kind: type[Kind]) -> type[Kind]:
    """Make a class of annotated fields one of facts: frozen, with slots, equal by their values.

    Fields take defaults and `field(default_factory=...)`. A class may have `__post_init__`.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    fields: dict[str, Field[Any]] = made.__dataclass_fields__
    made.__init__ = _constructor(made, fields)
    setattr(made, _VALUES, attrgetter(*fields))
    for name, method in _SHARED.items():
        setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _constructor(made: Any, fields: dict[str, Field[Any]]) -> Any:
    """Return the constructor of a class, compiled: it runs for every record of a bank."""
    known: dict[str, Any] = {"_missing": MISSING}
    for name, each in fields.items():
        # The slot itself puts the value: what refuses changes stands in front of it.
        known[f"_put_{name}"] = made.__dict__[name].__set__
        known[f"_default_{name}"] = each.default
        known[f"_make_{name}"] = each.default_factory
    lines = [f"def __init__(self, {', '.join(map(_parameter, fields.values()))}):"]
    lines += [f" {line}" for each in fields.values() for line in _putting(each)]
    lines.append(" self.__post_init__()" if hasattr(made, "__post_init__") else " return None")
    namespace: dict[str, Any] = {}
    body = "\n ".join(lines)
    exec(f"def outer({', '.join(known)}):\n {body}\n return __init__", _home(made), namespace)  # noqa: S102
    constructor = namespace["outer"](**known)
    constructor.__qualname__ = f"{made.__qualname__}.__init__"
    constructor.__annotations__ = {each.name: each.type for each in fields.values()}
    return constructor


def _home(made: Any) -> dict[str, Any]:
    """Return the names of the module that a class stands in, where its annotations hold."""
    return sys.modules[made.__module__].__dict__


def _parameter(each: Field[Any]) -> str:
    if each.default is not MISSING:
        return f"{each.name}=_default_{each.name}"
    return f"{each.name}=_missing" if each.default_factory is not MISSING else each.name


def _putting(each: Field[Any]) -> Iterator[str]:
    if each.default_factory is not MISSING:
        yield f"if {each.name} is _missing: {each.name} = _make_{each.name}()"
    yield f"_put_{each.name}(self, {each.name})"


class _Shared:
    """What every fact can do, besides being made."""

    def __eq__(self, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = getattr(self.__class__, _VALUES)
        return values(self) == values(other)

    def __hash__(self) -> int:
        return hash(getattr(self.__class__, _VALUES)(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in _names(self))
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def __reduce__(self) -> Any:
        return self.__class__, tuple(getattr(self, name) for name in _names(self))

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


def _names(of: Any) -> Iterable[str]:
    return of.__dataclass_fields__  # type: ignore[no-any-return]


_SHARED = {name: each for name, each in vars(_Shared).items() if callable(each)}
