"""Every test has a home of its own: nothing of the person's is read or written."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDERS = ("DATA", "CONFIG", "CACHE", "STATE")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point home, the XDG folders and sesbank's own variables into a folder beside tmp_path."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in FOLDERS:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("SESBANK_BANK", str(folder / "bank.json"))
    monkeypatch.delenv("SESBANK_DEBUG", raising=False)
    # Programs started by a test run this checkout, installed or not.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    return folder
