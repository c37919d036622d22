"""A framework file that broke, or one the settings name in vain, takes nothing else away."""

from __future__ import annotations

from pathlib import Path

from sesbank import locations
from sesbank.session import Session
from sesbank.settings import Settings


def test_a_broken_own_framework_is_told_once_and_left_out(session: Session) -> None:
    folder = locations.own_folder("frameworks")
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("id = ", encoding="utf-8")
    assert "opm-2025" in session.frameworks.ids
    assert session.framework.id == "opm-2025"
    (told,) = [note for note in session.notes if "mine.toml" in note]
    assert "left out" in told


def test_a_framework_the_settings_name_in_vain_is_told_once_and_stood_in_for(
    tmp_path: Path,
) -> None:
    with Session.open(tmp_path / "b.json", settings=Settings(framework="mine-2019")) as session:
        assert session.framework.id == session.framework.id == "opm-2025"
        (told,) = [note for note in session.notes if "mine-2019" in note]
        assert "opm-2025 is used" in told
