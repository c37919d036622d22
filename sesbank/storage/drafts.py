"""Drafts: text of open editors that is not saved yet, a small file each beside the bank.

The folder may be that of several banks: `KEY_BANK.json` has a sum of its bank's name, so that none
shows or overwrites another's. One without it was kept by an earlier sesbank, and is shown to all.

A part that stands in the person's own editor is a file of its own beside its draft,
`KEY_BANK.PART.md`; until the draft is kept anew it holds the later words, whatever became of the
program.
"""

from __future__ import annotations

import contextlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sesbank.domain.records import JsonError, read_json
from sesbank.domain.text import clean, clean_line
from sesbank.storage.disk import Disk
from sesbank.storage.folder import SafeFolder
from sesbank.storage.presence import Presence, present

FOLDER = "drafts"
"""The folder beside the bank."""

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,79}", re.ASCII)
_NAME = re.compile(rf"(?P<key>{_KEY.pattern})(?:_(?P<bank>[0-9a-f]{{8}}))?\.json", re.ASCII)
_PART = re.compile(
    rf"(?P<key>{_KEY.pattern})(?:_(?P<bank>[0-9a-f]{{8}}))?\.(?P<part>[a-z_]{{1,30}})\.md", re.ASCII
)


class Draft(NamedTuple):
    """The fields of an editor as they were last."""

    key: str
    """What was edited: a record's id, or the caller's name for a new one."""
    saved: str
    """When its text was last written, as ISO 8601 in UTC."""
    fields: Mapping[str, str]
    is_open: bool = False
    """Whether another program that runs has it open."""


class Stranger(NamedTuple):
    """A draft of another bank in the same folder."""

    file: str
    bank: str
    """The name of that bank's file."""


class DraftFolder:
    """The drafts of a bank, beside it. Calls raise OSError unless they say otherwise."""

    def __init__(self, bank: Path, disk: Disk) -> None:
        self.folder = bank.parent / FOLDER
        self._bank = bank.name
        self._mark = f"{zlib.crc32(bank.name.encode('utf-8', 'surrogateescape')):08x}"
        self._disk = disk
        self._presence = Presence(self.folder, disk)

    def keep(self, draft: Draft) -> None:
        """Keep a draft, durable when this returns. Raises ValueError for a key that is no name."""
        path = self._path(draft.key)
        text = {
            "key": draft.key,
            "bank": self._bank,
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
        """Remove a draft, also one whose file was renamed; where there is none nothing happens."""
        path = self._path(key)
        for file in (path, path.with_name(f"{key}.json")):
            with contextlib.suppress(FileNotFoundError):
                self._disk.remove(file)
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
        for name in self._own(names):
            draft = self._read(name, others)
            if draft is None:
                damaged.append(name)
            else:
                found.append(self._with_parts(draft, names))
        found.sort(key=lambda draft: (draft.saved, draft.key), reverse=True)
        return tuple(found), tuple(damaged)

    def strangers(self) -> tuple[Stranger, ...]:
        """Return the drafts of other banks in the folder."""
        found = []
        for name in self._names():
            match = _NAME.fullmatch(name)
            if match and match["bank"] not in (None, self._mark):
                value = self._value(name)
                bank = clean_line(str(value.get("bank", ""))) if value else ""
                found.append(Stranger(name, bank))
        return tuple(found)

    def _own(self, names: list[str]) -> list[str]:
        """Return the files that hold this bank's drafts, or may; one a key, the later of two."""
        found: dict[str, str] = {}
        for name in names:
            match = _NAME.fullmatch(name)
            if match is None:
                if name.endswith(".json"):
                    found[name] = name
            elif match["bank"] == self._mark or (not match["bank"] and match["key"] not in found):
                found[match["key"]] = name
        return list(found.values())

    def _names(self) -> list[str]:
        try:
            return sorted(self._disk.names(self.folder))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _read(self, name: str, others: set[str]) -> Draft | None:
        value = self._value(name)
        fields = value.get("fields") if value else None
        if value is None or not isinstance(fields, dict):
            return None
        texts = {clean_line(k): clean(v) for k, v in fields.items() if isinstance(v, str)}
        saved = clean_line(str(value.get("saved", "")))
        match = _NAME.fullmatch(name)
        key = match["key"] if match else name.removesuffix(".json")
        return Draft(key, saved, texts, str(value.get("by", "")) in others)

    def _value(self, name: str) -> dict[str, Any] | None:
        try:
            value = read_json(self._disk.read(self.folder / name).decode("utf-8"))
        except (OSError, UnicodeDecodeError, JsonError):
            return None
        return value if isinstance(value, dict) else None

    def _with_parts(self, draft: Draft, names: list[str]) -> Draft:
        """Return a draft with the parts that another program wrote on, as it left them and when."""
        fields, saved = dict(draft.fields), draft.saved
        for part, name in self._parts_of(draft.key, names):
            with contextlib.suppress(OSError):
                text = self._disk.read(self.folder / name).decode("utf-8", "replace")
                text = clean(text).removesuffix("\n")
                if text.strip() and text != fields.get(part):
                    fields[part] = text
                    saved = max(saved, self._written(name))
        return draft._replace(fields=fields, saved=saved)

    def _written(self, name: str) -> str:
        stamp = self._disk.stamp(self.folder / name)
        if stamp is None:
            return ""
        return datetime.fromtimestamp(stamp.changed // 10**9, UTC).isoformat(timespec="seconds")

    def _drop_parts(self, key: str) -> None:
        for _, name in self._parts_of(key, self._names()):
            with contextlib.suppress(OSError):
                self._disk.remove(self.folder / name)

    def _parts_of(self, key: str, names: list[str]) -> Iterator[tuple[str, str]]:
        for name in names:
            found = _PART.fullmatch(name)
            if found and found["key"] == key and found["bank"] in (None, self._mark):
                yield found["part"], name

    def _path(self, key: str) -> Path:
        if _KEY.fullmatch(key):
            return self.folder / f"{key}_{self._mark}.json"
        # A file that the person renamed keeps that name, and is no other file than one here.
        if f"{key}.json" in self._names():
            return self.folder / f"{key}.json"
        raise ValueError("a draft's key has small letters, digits and dashes")
