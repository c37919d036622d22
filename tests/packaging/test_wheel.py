"""The wheel, built from this checkout and installed away from it, does the main job."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sesbank import __version__

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment with the wheel in it.

    The dependencies are those of the environment the tests run in, by a path file, so that no
    network is needed: a folder reached that way has its own path files ignored, so the editable
    install of this checkout stays out of reach. That what is imported is also declared is
    tests/test_layers.py's to say.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = ["-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([sys.executable, *map(str, pip), wheel], check=True, capture_output=True)
    places = {
        str(importlib.metadata.distribution(name).locate_file(""))
        for name in ("textual", "tinydb", "rapidfuzz", "python-docx", "lxml", "snowballstemmer")
    }
    own = call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(own) / "dependencies.pth").write_text("\n".join(sorted(places)), encoding="utf-8")
    return python


def call(python: Path, *argv: object, folder: Path | None = None) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(python), *map(str, argv)],
        cwd=folder or python.parent,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def sesbank(python: Path, *argv: object, folder: Path) -> Any:
    """Run the installed command and return its JSON."""
    script = python.parent / ("sesbank.exe" if os.name == "nt" else "sesbank")
    return json.loads(call(script, *argv, "--json", folder=folder))


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_carries_themes_templates_examples_and_frameworks(wheel: Path) -> None:
    names = names_in(wheel)
    for kind, suffix in (("themes", ".toml"), ("templates", ".docx"), ("examples", ".txt")):
        assert [
            n for n in names if n.startswith(f"sesbank/_shipped/{kind}/") and n.endswith(suffix)
        ]
    assert [n for n in names if n.startswith("sesbank/frameworks/data/") and n.endswith(".toml")]
    assert "sesbank/py.typed" in names
    assert [n for n in names if n.endswith(".tcss")]


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    names = names_in(wheel)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"sesbank"}
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", "~"))]


def test_the_wheel_declares_the_dependencies_of_the_project(wheel: Path) -> None:
    (name,) = (n for n in names_in(wheel) if n.endswith(".dist-info/METADATA"))
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read(name).decode("utf-8").splitlines()
    declared = {_name(line[15:]) for line in lines if line.startswith("Requires-Dist: ")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert declared >= {_name(text) for text in project["dependencies"]}


def _name(requirement: str) -> str:
    return requirement.replace(">", "<").replace("=", "<").split("<")[0].strip().lower()


def test_what_runs_is_the_installed_package(installed: Path, tmp_path: Path) -> None:
    place = call(installed, "-c", "import sesbank; print(sesbank.__file__)", folder=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent.parent)


def test_the_main_job_runs_from_there(installed: Path, tmp_path: Path) -> None:
    places = sesbank(installed, "where", folder=tmp_path)
    examples = Path(places["shipped_examples"])
    assert examples.is_relative_to(installed.parent.parent)
    posting = sorted(examples.glob("posting-*.txt"))[0]
    imported = sesbank(installed, "import", examples / "stories.json", "--yes", folder=tmp_path)
    assert imported["kept"] >= 16
    assert len(sesbank(installed, "list", folder=tmp_path)) == imported["kept"]
    vacancy = sesbank(installed, "read", posting, folder=tmp_path)
    assert vacancy["requirements"]
    match = sesbank(installed, "match", posting, folder=tmp_path)
    assert match["slate"]
    sheet = sesbank(installed, "sheet", posting, "-o", tmp_path / "page.docx", folder=tmp_path)
    assert Path(sheet["file"]).stat().st_size > 5_000


def test_the_demo_and_the_app_load_from_there(installed: Path, tmp_path: Path) -> None:
    demo = sesbank(installed, "demo", "--out", tmp_path / "demo", folder=tmp_path)
    assert Path(demo["sheet"]["file"]).is_file()
    call(installed, "-c", "import sesbank.tui.app", folder=tmp_path)


def test_the_module_runs_like_the_command(installed: Path, tmp_path: Path) -> None:
    version = call(installed, "-m", "sesbank", "--version", folder=tmp_path)
    assert version == f"sesbank {__version__}\n"
