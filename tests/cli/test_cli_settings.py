"""Settings from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import Command


def test_settings_are_shown_and_changed(sesbank: Command, bank: Path) -> None:
    assert sesbank("settings", "--json").data["words_a_minute"] == 140
    assert sesbank("settings", "words_a_minute", "120").code == 0
    assert sesbank("settings", "meaning", "off").code == 0
    assert sesbank("settings", "paper", "a4").code == 0
    now = sesbank("settings", "--json").data
    assert (now["words_a_minute"], now["meaning"], now["paper"]) == (120, False, "a4")
    assert "words_a_minute = 120" in sesbank("settings", "words_a_minute").out


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("words_a_minute", "9" * 5_000),
        ("words_a_minute", "fast"),
        ("paper", "a3"),
        ("meaning", "maybe"),
        ("framework", "nope"),
        ("template", "nope"),
        ("theme", "nope"),
        ("nope", "1"),
    ],
)
def test_a_value_that_no_setting_takes_changes_nothing(
    sesbank: Command, bank: Path, name: str, value: str
) -> None:
    before = sesbank("settings", "--json").data
    done = sesbank("settings", name, value)
    assert done.code == 2
    assert len(done.complaint) < 400
    assert sesbank("settings", "--json").data == before


def test_export_names_the_way_to_a_word_file(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    done = sesbank("export", tmp_path / "all.docx")
    assert done.code == 2
    assert "sesbank paper story-book" in done.complaint
