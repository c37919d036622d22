"""Passages on qualifications in the many ways offices lay them out; «…» is what is asked."""

from __future__ import annotations

import re
from pathlib import Path

_FILE = Path(__file__).parent / "passages.txt"


def passages() -> list[tuple[str, list[str]]]:
    """Return each passage with the statements it asks for."""
    found = []
    for marked in _FILE.read_text(encoding="utf-8").strip().split("\n===\n"):
        asked = re.findall("«(.*?)»", marked, re.DOTALL)
        found.append((re.sub("[«»]", "", marked), asked))
    return found
