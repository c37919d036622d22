from __future__ import annotations

import json
from pathlib import Path

import pytest

from sesbank.domain.bank import Act, Change
from sesbank.domain.story import Story
from sesbank.errors import BankError, NotSavedError
from sesbank.storage import BankStore

GOOD = json.dumps({"stories": {"1": {"id": "s-1", "title": "T"}}, "_meta": {"1": {"schema": 1}}})

DAMAGED = {
    "empty": (b"", "is empty"),
    "only spaces": (b" \n\n", "is empty"),
    "zero bytes": (b"\0" * 4096, "zero bytes"),
    "zero bytes at the end": (GOOD.encode() + b"\0" * 8, "line 1: zero bytes"),
    "truncated": (b'{\n"stories": {"1": {"id": "s-1"', "line 2, column 30.*ends too early"),
    "tail of an older save": (GOOD.encode() + b'"}}}', "after the end"),
    "null": (b"null", "no story bank"),
    "a list": (b"[]", "no story bank"),
    "another program's file": (b'{"_default": {"1": {"a": 1}}}', "no story bank"),
    "an empty object": (b"{}", "no story bank"),
    "a table that is a list": (b'{"stories": []}', "'stories' should hold numbered records"),
    "a record that is text": (b'{"stories": {"1": "x"}}', "stories 1: should be a record"),
    "a key that is no number": (b'{"stories": {"abc": {}}}', "'abc': the key should be a number"),
    "a key of zero": (b'{"stories": {"0": {}}}', "the key should be a number"),
    "utf-16": (GOOD.encode("utf-16"), "UTF-16"),
    "cp1252": ('{"stories":\n{"1": {"title": "café"}}}'.encode("cp1252"), "line 2.*Windows-1252"),
    "merge markers": (
        b'{"stories": {\n<<<<<<< HEAD\n"1": {}\n=======\n"2": {}\n>>>>>>> x\n}}',
        "line 2: a merge left its markers",
    ),
    "a duplicate key": (
        b'{"stories": {"1": {},\n "1": {}}}',
        "line 2, column 2.*'1' is there twice",
    ),
    "nan": (b'{"stories": {"1": {"id": "s",\n"x": NaN}}}', "line 2, column 6.*NaN"),
    "a wrong field": (b'{"stories": {"4": {"id": "s", "tags": 7}}}', "stories 4.tags: should be"),
    "an id that is no text": (b'{"stories": {"1": {"id": 7}}}', "stories 1.id: should be text"),
    "a wrong vacancy": (b'{"stories": {}, "vacancies": {"1": {"id": "v", "source": 1}}}', "source"),
    "a schema that is text": (b'{"_meta": {"1": {"schema": "x"}}}', "_meta: schema"),
    "an older schema": (b'{"_meta": {"1": {"schema": 0}}}', "_meta: schema"),
    "deep nesting": (
        b'{"stories": {"1": {"id": "s", "x": ' + b"[" * 5000 + b"]" * 5000 + b"}}}",
        "n",
    ),
}


@pytest.mark.parametrize(("data", "says"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_or_foreign_file_is_refused_in_one_line_and_left_as_it_is(
    tmp_path: Path, data: bytes, says: str
) -> None:
    path = tmp_path / "bank.json"
    path.write_bytes(data)
    with pytest.raises(BankError, match=says) as error:
        BankStore.open(path)
    assert path.read_bytes() == data
    assert "bank.json" in str(error.value)
    assert str(error.value).isprintable()
    assert error.value.exit_code == 3


def test_a_file_of_a_newer_sesbank_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "bank.json"
    path.write_text('{"stories": {}, "_meta": {"1": {"schema": 2}}}')
    before = path.read_bytes()
    with pytest.raises(BankError, match=r"newer sesbank.*update"):
        BankStore.open(path)
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_bank_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BankError):
        BankStore.open(tmp_path)


def test_a_file_that_becomes_damaged_while_open_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "bank.json"
    store = BankStore.open(path)
    path.write_bytes(b"{broken")
    with pytest.raises(BankError):
        store.refresh()
    with pytest.raises(NotSavedError, match="cannot be read"):
        store.save(Act("add", (Change(None, Story(id="s-1", title="T")),)))
    assert path.read_bytes() == b"{broken"
    assert not store.bank.stories


def _deep(levels: int) -> object:
    return [_deep(levels - 1)] if levels else "their words"


@pytest.mark.parametrize("value", [_deep(25), 2**70, {"x": [-(2**64)]}])
def test_a_field_of_another_program_that_cannot_be_held_stays_in_the_file_and_stops_nothing(
    tmp_path: Path, value: object
) -> None:
    path = tmp_path / "bank.json"
    odd = {"id": "s-1", "title": "One", "theirs": value, "short": "kept"}
    path.write_text(json.dumps({"stories": {"1": odd, "2": {"id": "s-2", "title": "Two"}}}))
    store = BankStore.open(path)
    before = store.bank.stories["s-1"]
    assert (before.title, dict(before.extra)) == ("One", {"short": "kept"})
    assert any("stories 1.theirs" in note and "stays in the file" in note for note in store.notes)
    store.save(Act("edit", (Change(before, before.edit(action="I led.")),)))
    store.close()
    row = json.loads(path.read_text("utf-8"))["stories"]["1"]
    assert (row["theirs"], row["action"], row["short"]) == (value, "I led.", "kept")
    assert BankStore.open(path).bank.stories["s-1"].action == "I led."


def test_a_vacancy_whose_posting_a_hand_changed_stays_in_the_file_and_stops_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bank.json"
    row = {"id": "v-1", "source": "x", "requirements": [{"id": "tq-1", "text": "lead"}]}
    path.write_text(json.dumps({"stories": {"2": {"id": "s-2"}}, "vacancies": {"1": row}}))
    store = BankStore.open(path)
    assert set(store.bank.stories) == {"s-2"}
    assert store.bank.vacancies == {}
    assert any("vacancies 1.requirements[0].text" in note for note in store.notes)
    store.save(Act("add", (Change(None, Story(id="s-1", title="T")),)))
    store.close()
    assert json.loads(path.read_text("utf-8"))["vacancies"] == {"1": row}
