"""Tables: TinyDB's tables over the bank, where a change touches only its own documents."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table
from tinydb.utils import LRUCache

from sesbank.storage.bank_file import BankFile
from sesbank.storage.snapshot import Rows


class OwnDocument(Document):
    """A document that its reader may change without changing the bank."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(copy.deepcopy(dict(value)), doc_id)


class TouchedRows(MutableMapping[int, Any]):
    """A table as an updater sees it: documents are copied when touched, the bank stays as it is."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._touched: dict[int, Any] = {}
        self._gone: set[int] = set()

    def __getitem__(self, key: int) -> Any:
        if key in self._gone:
            raise KeyError(key)
        if key not in self._touched:
            self._touched[key] = copy.deepcopy(self._rows[str(key)])
        return self._touched[key]

    def __setitem__(self, key: int, document: Any) -> None:
        self._gone.discard(key)
        self._touched[key] = document

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self._touched.pop(key, None)
        self._gone.add(key)

    def __contains__(self, key: object) -> bool:
        return key not in self._gone and (key in self._touched or str(key) in self._rows)

    def __iter__(self) -> Iterator[int]:
        yield from (key for key in map(int, self._rows) if key not in self._gone)
        yield from [key for key in self._touched if str(key) not in self._rows]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> dict[str, Any]:
        """Return the documents that differ now, by id; None for a removed one."""
        gone: dict[str, Any] = {str(key): None for key in self._gone if str(key) in self._rows}
        kept = {str(key): document for key, document in self._touched.items()}
        return gone | {k: v for k, v in kept.items() if self._rows.get(k) != v}


class NoCache(LRUCache[Any, Any]):
    """Remembers no query: another program may change what it finds."""

    def __init__(self, capacity: int | None = None) -> None:
        super().__init__(capacity=0 if capacity is None else min(capacity, 0))


class BankTable(Table):
    """A table whose changes go to the disk as what changed, under the bank's lock."""

    document_class = OwnDocument
    query_cache_class = NoCache

    @property
    def _file(self) -> BankFile:
        assert isinstance(self._storage, BankFile)
        return self._storage

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document; its id is chosen under the lock, so two programs never choose one."""
        with self._file.exclusive():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents in one save."""
        with self._file.exclusive():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change the documents that meet a condition, or add one."""
        with self._file.exclusive():
            return super().upsert(document, cond)

    def put_all(self, documents: Mapping[str, Mapping[str, Any] | None]) -> None:
        """Set or, with None, remove documents by key, in one save."""

        def change(rows: MutableMapping[int, Any]) -> None:
            for key, document in documents.items():
                if document is None:
                    rows.pop(int(key), None)
                else:
                    rows[int(key)] = dict(document)

        self._update_table(change)

    def _get_next_id(self) -> int:
        return self._file.take_key(self.name)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self._file.rows(self.name))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._file.exclusive():
            rows = TouchedRows(self._file.rows(self.name))
            updater(rows)
            self._file.stage(self.name, rows.changes())
        self.clear_cache()


class BankTables(TinyDB):
    """TinyDB over a bank file."""

    table_class = BankTable
