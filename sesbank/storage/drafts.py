"""Drafts: text of open editors that is not saved yet, a small file each beside the bank.

A part that stands in the person's own editor is a file of its own beside its draft, `KEY.PART.md`;
until the draft is kept anew it holds the later words, whatever became of the program.
"""

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
from sesbank.storage.presence import Presence, present

FOLDER = "drafts"
"""The folder beside the bank."""

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,79}", re.ASCII)
_PART = re.compile(r"(?P<key>[a-z0-9][a-z0-9-]{0,79})\.(?P<part>[a-z_]{1,30})\.md", re.ASCII)


class Draft(NamedTuple):
    """The fields of an editor as they were last."""

    key: str
    """What was edited: a record's id, or the caller's name for a new one."""
    saved: str
    """When its text was last written, as ISO 8601 in UTC."""
    fields: Mapping[str, str]
    is_open: bool = False
    """Whether another program that runs has it open."""


class DraftFolder:
    """The drafts beside a bank. Calls raise OSError unless they say otherwise."""

    def __init__(self, beside: Path, disk: Disk) -> None:
        self.folder = beside / FOLDER
        self._disk = disk
        self._presence = Presence(self.folder, disk)

    def keep(self, draft: Draft) -> None:
        """Keep a draft, durable when this returns. Raises ValueError for a key that is no name."""
        path = self._path(draft.key)
        text = {
            "key": draft.key,
            "saved": draft.saved,
            "by": self._presence.name,
            "fields": dict(draft.fields),
        }
        if self._disk.stamp(self.folder) is None:
            self._disk.make_folder(self.folder)
            self._disk.sync_folder(self.folder.parent)
        self._presence.show()
        folder = SafeFolder(self.folder, self._disk)
        folder.put(path, json.dumps(text, ensure_ascii=True).encode("ascii"))
        folder.sync_names()
        self._drop_parts(draft.key)

    def drop(self, key: str) -> None:
        """Remove a draft; where there is none nothing happens."""
        with contextlib.suppress(FileNotFoundError):
            self._disk.remove(self._path(key))
        self._drop_parts(key)

    def part_path(self, key: str, part: str) -> Path:
        """Return the file for a part of a draft that is written in another program."""
        return self._path(key).with_suffix(f".{part}.md")

    def close(self) -> None:
        """End: whatever is still here may be offered by another program."""
        self._presence.end()

    def listed(self, *, tidy: bool = True) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
        """Return the drafts, the latest first, and the names of files that cannot be read.

        Without `tidy` nothing is changed, else the signs of programs that ended are cleared away.
        """
        names = self._names()
        others = present(self.folder, names, self._disk, tidy=tidy) - {self._presence.name}
        found: list[Draft] = []
        damaged: list[str] = []
        for name in names:
            if not name.endswith(".json"):
                continue
            draft = self._read(name, others)
            if draft is None:
                damaged.append(name)
            else:
                found.append(
                    draft._replace(fields={**draft.fields, **self._parts(draft.key, names)})
                )
        found.sort(key=lambda draft: (draft.saved, draft.key), reverse=True)
        return tuple(found), tuple(damaged)

    def _names(self) -> list[str]:
        try:
            return sorted(self._disk.names(self.folder))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _read(self, name: str, others: set[str]) -> Draft | None:
        try:
            value = read_json(self._disk.read(self.folder / name).decode("utf-8"))
        except (OSError, UnicodeDecodeError, JsonError):
            return None
        fields = value.get("fields") if isinstance(value, dict) else None
        if not isinstance(fields, dict):
            return None
        texts = {clean_line(k): clean(v) for k, v in fields.items() if isinstance(v, str)}
        saved = clean_line(str(value.get("saved", "")))
        return Draft(name.removesuffix(".json"), saved, texts, str(value.get("by", "")) in others)

    def _parts(self, key: str, names: list[str]) -> dict[str, str]:
        """Return the parts of a draft that another program wrote on, as it left them."""
        written = {}
        for name in names:
            found = _PART.fullmatch(name)
            if found and found["key"] == key:
                with contextlib.suppress(OSError):
                    text = self._disk.read(self.folder / name).decode("utf-8", "replace")
                    written[found["part"]] = clean(text).removesuffix("\n")
        return {part: text for part, text in written.items() if text.strip()}

    def _drop_parts(self, key: str) -> None:
        for name in self._names():
            found = _PART.fullmatch(name)
            if found and found["key"] == key:
                with contextlib.suppress(OSError):
                    self._disk.remove(self.folder / name)

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("a draft's key has small letters, digits and dashes")
        return self.folder / f"{key}.json"
