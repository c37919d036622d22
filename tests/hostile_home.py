"""A home of which every file of the person's own has hostile texts and a hostile name."""

from __future__ import annotations

import shutil
from pathlib import Path

from hostile_text import HOSTILE

from sesbank import locations
from sesbank.domain.text import clean_line

NAME = "n\x1b]0;stolen\x07a\x1b[999;999Hm \u202e[@click=app.quit]x[bold]\x7f \u2028👨\u200d👩"
"""A file's name without its ending, of what a file system takes."""

_NAMES = ("markup", "title", "clipboard", "screen", "c1", "bidi")
TEXT = " ".join(HOSTILE[name] for name in _NAMES)

FRAMEWORK = "hostile"
"""The id of the framework."""


def make(config: Path) -> None:
    """Write settings, key map, theme, framework, questions and template into a config folder."""
    for kind in ("themes", "frameworks", "templates"):
        (config / kind).mkdir(parents=True)
    (config / "themes" / f"{NAME}.toml").write_text(_theme(), encoding="utf-8")
    (config / "themes" / f"broken {NAME}.toml").write_text(f"{_quoted(TEXT)} = 1", encoding="utf-8")
    (config / "frameworks" / f"{NAME}.toml").write_text(_framework(), encoding="utf-8")
    question = TEXT.replace("\t", " ").replace("\n", " ")
    asked = f"{FRAMEWORK}:ONE\t{' '.join(question.splitlines())} How do you lead?\n"
    (config / "frameworks" / "questions.tsv").write_bytes(asked.encode("utf-8"))
    shipped = locations.shipped("templates") / "prep-sheet.docx"
    shutil.copy(shipped, config / "templates" / f"{NAME}.docx")
    (config / "settings.toml").write_text(_settings(), encoding="utf-8")


def _settings() -> str:
    return f"""
name = {_quoted(TEXT)}
theme = {_quoted(clean_line(TEXT)[:60])}
framework = "{FRAMEWORK}"
template = {_quoted(NAME)}
{_quoted(NAME)} = 1
[keys]
"story.new" = {_quoted(TEXT)}
{_quoted(TEXT)} = "n"
"""


def _theme() -> str:
    shipped = (locations.shipped("themes") / "sesbank-dark.toml").read_text(encoding="utf-8")
    lines = [line for line in shipped.splitlines() if not line.startswith(("name", "title"))]
    head = [f"name = {_quoted(clean_line(TEXT)[:60])}", f"title = {_quoted(TEXT)}"]
    return "\n".join([*head, *lines])


def _framework() -> str:
    text = _quoted(TEXT)
    ecqs = [
        f"""[[ecq]]
code = {_quoted(code)}
number = {number}
name = {_quoted(f"{code} {TEXT}")}
meaning = {text}
aliases = [{_quoted(f"{code} alias {TEXT}")}]
[[ecq.competency]]
code = "{code.lower()}-c"
name = {_quoted(f"{code} competency {TEXT}")}
meaning = {text}
aliases = [{_quoted(f"{code} other {TEXT}")}]
cues = [{_quoted(f"{code} directed {TEXT}")}, "grants program"]
"""
        for number, code in enumerate(("ONE", "TWO"), start=1)
    ]
    return f'id = "{FRAMEWORK}"\nname = {text}\nnote = {text}\n' + "\n".join(ecqs)


def _quoted(text: str) -> str:
    """Return a text as TOML writes it, every character by its number."""
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'
