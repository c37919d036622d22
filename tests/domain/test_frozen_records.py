"""What every record of the domain can do and refuses."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import pickle
import pkgutil
from typing import Any

import pytest

import sesbank.domain
from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.story import Telling, Version
from sesbank.domain.vacancy import Requirement, RequirementKind


def _kinds() -> list[type[Any]]:
    names = [m.name for m in pkgutil.walk_packages(sesbank.domain.__path__, "sesbank.domain.")]
    return [
        kind
        for name in names
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == name
    ]


REQUIREMENT = Requirement("tq1", RequirementKind.TQ, "MTQ 1", "Lead grants.", 0, 12)
RECORDS = (
    Mapping("opm-2025", "AR"),
    Figure(FigureKind.MONEY, "$4M", "saved"),
    Telling("Panel A", "2026-01-02"),
    Version("2026-01-02T10:00:00", "edited", *"TCCARL"),
    REQUIREMENT,
)


@pytest.mark.parametrize("kind", _kinds(), ids=lambda kind: kind.__name__)
def test_every_kind_of_record_in_the_domain_is_frozen_and_takes_no_other_names(
    kind: type[Any],
) -> None:
    record = kind.__new__(kind)
    name = dataclasses.fields(kind)[0].name
    for change in (
        lambda: setattr(record, name, "another"),
        lambda: delattr(record, name),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError, AttributeError)):
        record.no_such_field = 1
    assert not hasattr(record, "__dict__")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_records_are_equal_by_kind_and_values_and_hash_alike(record: Any) -> None:
    alike = dataclasses.replace(record)
    assert alike is not record
    assert (alike, hash(alike), repr(alike)) == (record, hash(record), repr(record))
    first = dataclasses.fields(record)[0].name
    assert dataclasses.replace(record, **{first: "another"}) != record
    assert record != tuple(getattr(record, f.name) for f in dataclasses.fields(record))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_records_are_copied_and_pickled_whole(record: Any) -> None:
    assert pickle.loads(pickle.dumps(record)) == record
    assert copy.deepcopy(record) == record


def test_records_of_two_kinds_are_never_equal_and_show_what_they_hold() -> None:
    assert Mapping("opm-2025", "AR") != Telling("opm-2025", "AR")
    assert repr(Figure(FigureKind.MONEY, "$4M")) == (
        f"Figure(kind={FigureKind.MONEY!r}, value='$4M', counts='', "
        f"state={FigureState.MEMORY!r}, where='')"
    )
    side = dataclasses.replace(Mapping("opm-2025", "AR"), strength=Strength.SUPPORTING)
    assert (side.ecq, side.strength) == ("AR", Strength.SUPPORTING)
