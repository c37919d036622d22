from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.errors import BankError
from sesbank.storage.journal import Entry, decode, encode, named_in
from sesbank.storage.snapshot import Changes

DOCUMENTS = st.none() | st.dictionaries(st.text(max_size=5), st.text() | st.integers(), max_size=3)
CHANGES: st.SearchStrategy[Changes] = st.dictionaries(
    st.text(max_size=8),
    st.dictionaries(st.integers(1, 99).map(str), DOCUMENTS, min_size=1, max_size=3),
    min_size=1,
    max_size=3,
)


def _entries(count: int) -> list[Entry]:
    return [
        Entry(n, "bank", {"stories": {str(n): {"id": f"s-{n}", "title": "é\n" * n}}})
        for n in range(1, count + 1)
    ]


THREE = _entries(3)
LINES = [encode(entry) for entry in THREE]
DATA = b"".join(LINES)


@given(st.lists(CHANGES, max_size=4))
def test_entries_read_back_as_written(changes: list[Changes]) -> None:
    entries = tuple(Entry(n, "b", each) for n, each in enumerate(changes, 1))
    data = b"".join(map(encode, entries))
    found = decode(data, "j")
    assert found.entries == entries
    assert found.size == len(data)
    assert found.clean


def test_a_journal_cut_anywhere_gives_exactly_the_whole_entries() -> None:
    ends = [sum(map(len, LINES[:n])) for n in range(4)]
    for size in range(len(DATA) + 1):
        found = decode(DATA[:size], "j")
        # An entry whose line end alone is missing is whole: its sum says so.
        whole = max(n for n, end in enumerate(ends) if size >= end - (n > 0))
        assert list(found.entries) == THREE[:whole]
        assert found.clean is (size in ends)


def test_a_flipped_byte_is_refused_or_drops_only_the_last_entry_and_tells() -> None:
    last = len(DATA) - len(LINES[-1])
    chance = random.Random(1)
    for place in range(len(DATA)):
        for _ in range(4):
            data = bytearray(DATA)
            data[place] ^= chance.randint(1, 255)
            try:
                found = decode(bytes(data), "j")
            except BankError:
                continue
            assert place >= last
            assert not found.clean
            assert list(found.entries) == (THREE if place == len(DATA) - 1 else THREE[:2])
            assert place == len(DATA) - 1 or found.suspect


def test_r7_a_line_end_that_is_hurt_never_merges_two_entries() -> None:
    end = len(LINES[0]) + len(LINES[1]) - 1
    with pytest.raises(BankError, match="save 2 in it is damaged and others follow"):
        decode(DATA[:end] + b"X" + DATA[end + 1 :], "j")


def test_zero_bytes_at_the_end_are_left_out() -> None:
    found = decode(DATA + bytes(700), "j")
    assert list(found.entries) == THREE
    assert not found.clean
    assert not found.suspect


def test_an_entry_in_the_middle_that_is_missing_its_beginning_is_refused() -> None:
    with pytest.raises(BankError, match="save 2"):
        decode(LINES[0] + LINES[1][7:] + LINES[2], "j")


def test_an_entry_that_is_no_save_is_refused() -> None:
    body = b'{"rev": "x"}'
    line = b"%08x %d %s\n" % (zlib.crc32(body), len(body), body)
    with pytest.raises(BankError, match="not one of ours"):
        decode(line, "j")


def test_a_hurt_entry_still_names_its_story() -> None:
    assert named_in(LINES[2][:-30]) == "s-3"
    assert named_in(b"\0\0") == ""


@given(st.binary(max_size=200))
def test_any_bytes_give_a_journal_or_a_bank_error(data: bytes) -> None:
    try:
        found = decode(data, "j")
    except BankError:
        return
    assert data.startswith(b"".join(map(encode, found.entries)).rstrip(b"\n"))
