"""Drafts: text of open editors that is not saved yet, a small file each beside the bank."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sesbank.domain.records import JsonError, read_json
from sesbank.domain.text import clean, clean_line
from sesbank.storage.disk import Disk
from sesbank.storage.folder import SafeFolder

FOLDER = "drafts"
"""The folder beside the bank."""

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,79}", re.ASCII)


class Draft(NamedTuple):
    """The fields of an editor as they were last."""

    key: str
    """What was edited: a record's id, or the caller's name for a new one."""
    saved: str
    """When, as ISO 8601 in UTC."""
    fields: Mapping[str, str]


class DraftFolder:
    """The drafts beside a bank. Calls raise OSError unless they say otherwise."""

    def __init__(self, beside: Path, disk: Disk) -> None:
        self.folder = beside / FOLDER
        self._disk = disk

    def keep(self, draft: Draft) -> None:
        """Keep a draft, durable when this returns. Raises ValueError for a key that is no name."""
        path = self._path(draft.key)
        text = {"key": draft.key, "saved": draft.saved, "fields": dict(draft.fields)}
        if self._disk.stamp(self.folder) is None:
            self._disk.make_folder(self.folder)
            self._disk.sync_folder(self.folder.parent)
        folder = SafeFolder(self.folder, self._disk)
        folder.put(path, json.dumps(text, ensure_ascii=True).encode("ascii"))
        folder.sync_names()

    def drop(self, key: str) -> None:
        """Remove a draft; where there is none nothing happens."""
        with contextlib.suppress(FileNotFoundError):
            self._disk.remove(self._path(key))

    def listed(self) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
        """Return the drafts, the latest first, and the names of files that cannot be read."""
        try:
            names = sorted(self._disk.names(self.folder))
        except (FileNotFoundError, NotADirectoryError):
            return (), ()
        found: list[Draft] = []
        damaged: list[str] = []
        for name in names:
            if not name.endswith(".json"):
                continue
            draft = self._read(name)
            if draft is None:
                damaged.append(name)
            else:
                found.append(draft)
        found.sort(key=lambda draft: (draft.saved, draft.key), reverse=True)
        return tuple(found), tuple(damaged)

    def _read(self, name: str) -> Draft | None:
        try:
            value = read_json(self._disk.read(self.folder / name).decode("utf-8"))
        except (OSError, UnicodeDecodeError, JsonError):
            return None
        fields = value.get("fields") if isinstance(value, dict) else None
        if not isinstance(fields, dict):
            return None
        texts = {clean_line(k): clean(v) for k, v in fields.items() if isinstance(v, str)}
        return Draft(name.removesuffix(".json"), clean_line(str(value.get("saved", ""))), texts)

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("a draft's key has small letters, digits and dashes")
        return self.folder / f"{key}.json"
