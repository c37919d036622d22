"""Where things are: the bank, the settings, and the data files shipped or the person's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from platformdirs import PlatformDirs

from sesbank.errors import NotFoundError
from sesbank.files import Place, look_at

Kind = Literal["themes", "templates", "examples", "frameworks"]
"""The folders of data files; a person may own one of each but examples."""

BANK_VARIABLE = "SESBANK_BANK"
"""Environment variable that names another bank file."""

_DIRS = PlatformDirs("sesbank", appauthor=False, roaming=False)


def bank_path() -> Path:
    """Return the bank file used when none is named: `SESBANK_BANK`, else the data folder's."""
    named = os.environ.get(BANK_VARIABLE)
    return expanded(named) if named else Path(_DIRS.user_data_dir) / "bank.json"


def expanded(path: Path | str) -> Path:
    """Return a path with `~` as the home folder; `~nobody` stays, and so is not found later."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - pathlib raises where there is no home


def settings_path() -> Path:
    """Return the settings file; it need not exist."""
    return Path(_DIRS.user_config_dir) / "settings.toml"


def own_folder(kind: Kind) -> Path:
    """Return the person's own folder for data files of a kind; it need not exist."""
    return Path(_DIRS.user_config_dir) / kind


def shipped(kind: Kind) -> Path:
    """Return the folder of the data files that come with sesbank.

    A wheel carries them inside the package, a checkout keeps them at its top: editable installs
    do not see the wheel's mapping, so both places are looked in.

    Raises NotFoundError when neither is there, which means a damaged installation.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_shipped" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise NotFoundError(f"the {kind} that come with sesbank are missing: install it again")


def data_files(kind: Kind, suffix: str) -> dict[str, Path]:
    """Return the data files of a kind by name without suffix; one's own wins over a shipped one."""
    files: dict[str, Path] = {}
    for folder in (shipped(kind), own_folder(kind)):
        if look_at(folder) is Place.FOLDER:
            files |= {path.stem: path for path in sorted(folder.glob(f"*{suffix}"))}
    return files
