"""Every test has a home of its own, and no network.

Nothing of the person's is read or written, and whatever reaches for the network fails.
"""

from __future__ import annotations

import gc
import os
import socket
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

# A screen makes many objects that live as long as it does: looking for dead ones among them took
# a quarter of the time of all tests.
gc.set_threshold(50_000, 20, 50)

# How long an example takes says more of the machine than of the code: speed is for benchmarks.
# A build server tries the same examples for the same code, so that what fails there fails again
# for whoever looks; everywhere else each run looks for new ones.
settings.register_profile(
    "any-machine",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any-machine")

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


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every look-up of a name; sockets between own parts work."""

    def refuse(*arguments: object, **named: object) -> NoReturn:
        raise AssertionError("sesbank reached for the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
