"""Word vectors: an optional table of static vectors, read from the installed `wordllama` package.

The two files are read with numpy alone. The package itself is never imported: it configures
logging and looks for its files on the network. Without package or numpy everything else works.
"""

from __future__ import annotations

import json
import struct
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

Vector: TypeAlias = Any
"""A numpy array of 32-bit floats; numpy is optional, so its types are not at hand."""

_TABLE = Path("weights") / "l2_supercat_256.safetensors"
_TOKENS = Path("tokenizers") / "l2_supercat_tokenizer_config.json"
_WORD_START = "▁"
_LONGEST_WORD = 40


@lru_cache(maxsize=1)
def folder() -> Path | None:
    """Return where the table's files are, None where they or numpy are not installed."""
    if find_spec("numpy") is None:
        return None
    found = find_spec("wordllama")
    for place in (found.submodule_search_locations or ()) if found else ():
        if (Path(place) / _TABLE).is_file() and (Path(place) / _TOKENS).is_file():
            return Path(place)
    return None


def installed() -> bool:
    """Return whether the optional vectors can be used."""
    return folder() is not None


class WordVectors:
    """Vectors of words, each the sum of the vectors of its pieces."""

    def __init__(self, place: Path) -> None:
        self._table = _read_table(place / _TABLE)
        model = json.loads((place / _TOKENS).read_text(encoding="utf-8"))["model"]
        self._numbers: dict[str, int] = model["vocab"]
        self._ranks = {_pair(merge): rank for rank, merge in enumerate(model["merges"])}
        self._words: dict[str, Vector | None] = {}

    def word(self, word: str) -> Vector | None:
        """Return the vector of a word in lower case, None where it has no known piece."""
        if word not in self._words:
            numbers = [self._numbers[p] for p in self._pieces(word) if p in self._numbers]
            self._words[word] = self._table[numbers].sum(axis=0) if numbers else None
        return self._words[word]

    def _pieces(self, word: str) -> list[str]:
        """Cut a word by byte pair encoding: the earliest learnt pair is joined first."""
        pieces = list(_WORD_START + word[:_LONGEST_WORD])
        while len(pieces) > 1:
            ranked = [
                (self._ranks.get((left, right), 1 << 30), place)
                for place, (left, right) in enumerate(pairwise(pieces))
            ]
            rank, place = min(ranked)
            if rank == 1 << 30:
                break
            pieces[place : place + 2] = [pieces[place] + pieces[place + 1]]
        return pieces


def _pair(merge: str | list[str]) -> tuple[str, str]:
    left, right = merge.split(" ", 1) if isinstance(merge, str) else merge
    return left, right


def _read_table(path: Path) -> Vector:
    """Read the one tensor of a safetensors file: a length, a JSON header, the numbers."""
    np = import_module("numpy")
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header: dict[str, Any] = json.loads(data[8 : 8 + length])
    about = next(value for key, value in header.items() if key != "__metadata__")
    begin, end = about["data_offsets"]
    kind = {"F16": "<f2", "F32": "<f4"}[about["dtype"]]
    numbers = np.frombuffer(data[8 + length + begin : 8 + length + end], dtype=kind)
    return numbers.reshape(about["shape"]).astype(np.float32)


@lru_cache(maxsize=1)
def word_vectors() -> WordVectors | None:
    """Return the table, read once; None where it is not installed."""
    place = folder()
    return WordVectors(place) if place else None
