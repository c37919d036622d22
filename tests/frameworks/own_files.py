"""What the tests of frameworks of one's own share: one to write, and what complains of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sesbank.errors import InputError
from sesbank.frameworks.loading import load_frameworks

GUIDE = Path(__file__).parents[2] / "docs" / "add-a-framework.md"

SMALL = """
id = "harbor"
name = "Harbor officers"

[[ecq]]
code = "TID"
number = 1
name = "Reading the Tide"
meaning = "Sees change coming."
cues = ["Ebb-Tide", "High water"]
generic_cues = "sea, water"

[[ecq.competency]]
code = "soundings"
name = "Soundings"
meaning = "Measures before sailing."
"""


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def complaint(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_frameworks(folder)
    message = str(caught.value)
    assert "\n" not in message
    return message


def check_fault(folder: Path, name: str, text: str, fault: tuple[str, str, str]) -> None:
    """Check that a file with a fault put in is refused with its name and what is wrong.

    A fault is what stands in the text, what stands there instead, and what is then said.
    """
    old, new, said = fault
    assert old in text
    message = complaint(write(folder, name, text.replace(old, new, 1)))
    assert message.startswith(name)
    assert said in message


def guide_blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
