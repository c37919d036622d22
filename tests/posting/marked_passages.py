"""Passages on qualifications in the many ways offices lay them out; «…» is what is asked."""

from __future__ import annotations

import re
from pathlib import Path

_HERE = Path(__file__).parent


def passages() -> list[tuple[str, list[str]]]:
    """Return each passage with the statements it asks for."""
    return [_marked(text) for text in _cut("passages.txt")]


def pages() -> dict[str, tuple[str, list[str]]]:
    """Return whole texts by what they show: vacancies and what is none, most asking nothing."""
    named = (text.partition("\n") for text in _cut("pages.txt"))
    return {name.removeprefix("# "): _marked(text) for name, _, text in named}


def _cut(name: str) -> list[str]:
    return (_HERE / name).read_text(encoding="utf-8").strip().split("\n===\n")


def _marked(text: str) -> tuple[str, list[str]]:
    return re.sub("[«»]", "", text), re.findall("«(.*?)»", text, re.DOTALL)
