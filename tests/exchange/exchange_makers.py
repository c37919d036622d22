"""What the tests of import and export share: reading doors with ids, and small Word files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sesbank.domain.story import Outcome, Status, Story
from sesbank.exchange import Imported, read_stories

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    '{kind}" Target="{target}"/></Relationships>'
)
TOP = RELATIONS.format(kind="relationships/officeDocument", target="word/document.xml")

STORY = Story(
    id="s-1k3c7q9xw-4fzz",
    title="Cleared the backlog",
    challenge="Grants waited.",
    context="Three regions.\n\n212 staff; two unions.",
    action="I split intake by risk.\nI moved 31 people.",
    result="41 to 19 days.",
    lesson="Ask first.",
    outcome=Outcome.MIXED,
    role="Deputy Director",
    organisation="Rural Programs",
    grade_at_time="GS-15",
    started="2021-03",
    ended="2023",
    tags=("grants", "backlog"),
    status=Status.READY,
)


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def read_file(path: Path) -> Imported:
    return read_stories(path, new_id=ids(), framework="opm-2025")


def word_file(path: Path, body: str, *, head: str = "", more: dict[str, str] | None = None) -> Path:
    """Write a Word file of the test's own with this XML in its body."""
    document = f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    parts = {"_rels/.rels": TOP, "word/document.xml": document, **(more or {})}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return path


def p(text: str, *, properties: str = "", look: str = "") -> str:
    """Return a paragraph of one run."""
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"
