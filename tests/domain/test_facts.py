"""Facts: what a record that never changes can do and refuses."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle

import pytest

from sesbank.domain.facts import fact


@fact
class Place:
    """Where something stands."""

    name: str
    line: int = 1
    notes: list[str] = dataclasses.field(default_factory=list)


@fact
class Other:
    """The same fields, another kind of thing."""

    name: str
    line: int = 1
    notes: list[str] = dataclasses.field(default_factory=list)


@fact
class Even:
    """A number that is refused where it is odd."""

    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("odd")

    @property
    def half(self) -> int:
        """Half of it."""
        return self.number // 2


def test_a_fact_takes_its_fields_in_order_or_by_name() -> None:
    assert Place("shelf", 3) == Place(line=3, name="shelf")
    assert [*inspect.signature(Place).parameters] == ["name", "line", "notes"]
    assert inspect.signature(Place).parameters["line"].default == 1
    with pytest.raises(TypeError, match="name"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="size"):
        Place("shelf", size=2)  # type: ignore[call-arg]


def test_what_a_factory_makes_is_made_for_each_fact() -> None:
    one, other = Place("one"), Place("other")
    one.notes.append("mine")
    assert other.notes == []


def test_facts_are_equal_by_kind_and_values_and_hash_alike() -> None:
    assert Even(2) == Even(2)
    assert Even(2) != Even(4)
    assert Place("shelf") != Other("shelf")
    assert Even(2) != 2
    assert len({Even(2), Even(2), Even(4)}) == 2


def test_a_fact_refuses_every_change() -> None:
    place = Place("shelf")
    for change in (
        lambda: setattr(place, "name", "floor"),
        lambda: setattr(place, "size", 2),
        lambda: delattr(place, "name"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert place.name == "shelf"
    assert not hasattr(place, "__dict__")


def test_a_fact_is_changed_by_making_another_one() -> None:
    assert dataclasses.replace(Even(2), number=8).half == 4
    assert [field.name for field in dataclasses.fields(Place)] == ["name", "line", "notes"]
    with pytest.raises(ValueError, match="odd"):
        dataclasses.replace(Even(2), number=3)


def test_a_fact_can_be_copied_and_shows_what_it_holds() -> None:
    place = Place("shelf", 2, ["full"])
    assert copy.deepcopy(place) == place
    assert copy.deepcopy(place).notes is not place.notes
    assert pickle.loads(pickle.dumps(place)) == place
    assert repr(place) == "Place(name='shelf', line=2, notes=['full'])"
