"""Loading the shipped frameworks and the person's own into one set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from sesbank.domain.framework import Framework, FrameworkSet
from sesbank.domain.later import Later
from sesbank.domain.text import clean_line
from sesbank.errors import InputError
from sesbank.files import Place, look_at, parse_toml, reason
from sesbank.frameworks.crosswalks import (
    CrosswalkFile,
    check_crosswalk,
    lend_cues,
    read_crosswalk,
    shipped_crosswalk,
)
from sesbank.frameworks.fields import Fields
from sesbank.frameworks.naming import DATA, DEFAULT
from sesbank.frameworks.questions import FILE, SHIPPED, fitted, own_questions
from sesbank.frameworks.reading import read_framework, shipped_framework

SIZE_LIMIT = 1_000_000
"""Largest own file read, in bytes; the shipped ones are below a tenth of it."""


def load_frameworks(own_folder: Path | None = None) -> FrameworkSet:
    """Return the shipped frameworks with the person's own added, or replacing by id.

    Every `*.toml` file in `own_folder` is read, in order of name, and `questions.tsv` with the
    person's own questions, which come first; a folder that is not there means no own ones. The
    shipped ones are read once and kept.

    Raises InputError naming file and place when an own file is broken.
    """
    paths = _own_files(own_folder) if own_folder is not None else ()
    own = [(path.name, _read(_parse(_text(path), path.name))) for path in paths]
    _refuse_same_id(own)
    loaded = _add_own([item for _, item in own]) if own else _shipped_set()
    asked = own_folder / FILE if own_folder is not None else None
    if asked is None or look_at(asked) is not Place.FILE:
        return loaded
    known = {framework.id: framework for framework in loaded.frameworks}
    mine = own_questions(_text(asked), known)
    return replace(loaded, questions=(*mine, *loaded.questions))


def _refuse_same_id(own: list[tuple[str, Framework | CrosswalkFile]]) -> None:
    first: dict[str, str] = {}
    for name, item in own:
        if not isinstance(item, Framework):
            continue
        if item.id in first:
            raise InputError(f'{name}: the id "{item.id}" is also in {first[item.id]}. Change one.')
        first[item.id] = name


def _add_own(own: list[Framework | CrosswalkFile]) -> FrameworkSet:
    shipped, shipped_crosswalks = _shipped()
    replacing = {item.id: item for item in own if isinstance(item, Framework)}
    crosswalks = {_ends(file): file for file in own if isinstance(file, CrosswalkFile)}
    for file in shipped_crosswalks:
        # A shipped crosswalk says nothing about a framework the person wrote in its place.
        if not replacing.keys() & set(_ends(file)):
            crosswalks.setdefault(_ends(file), file)
    frameworks = {framework.id: framework for framework in shipped}
    loaded = _assemble(frameworks | replacing, crosswalks.values())
    if not replacing.keys() & frameworks.keys():
        return loaded
    known = {framework.id: framework for framework in loaded.frameworks}
    return replace(loaded, questions=Later(lambda: fitted(SHIPPED, known)))


@cache
def _shipped_set() -> FrameworkSet:
    frameworks, crosswalks = _shipped()
    return _assemble({framework.id: framework for framework in frameworks}, crosswalks)


@cache
def _shipped() -> tuple[tuple[Framework, ...], tuple[CrosswalkFile, ...]]:
    frameworks: list[Framework] = []
    crosswalks: list[CrosswalkFile] = []
    for path in sorted(DATA.glob("*.toml")):
        # What stands above the first table is small and says what the file is; the rest is long.
        text = path.read_text(encoding="utf-8")
        head, whole = _parse(text.partition("\n[[")[0], path.name), partial(_parse, text, path.name)
        if head.has("source"):
            crosswalks.append(shipped_crosswalk(head, whole))
        else:
            frameworks.append(shipped_framework(head, whole))
    # The one in force is offered first.
    frameworks.sort(key=lambda framework: (framework.id != DEFAULT, framework.id))
    return tuple(frameworks), tuple(crosswalks)


def _assemble(
    frameworks: dict[str, Framework], crosswalks: Iterable[CrosswalkFile]
) -> FrameworkSet:
    written = dict(frameworks)
    files = tuple(crosswalks)
    for file in files:
        source, target = (_known(file, name, written) for name in _ends(file))
        if not file.shipped:
            check_crosswalk(file, source, target)
        frameworks[target.id] = lend_cues(file, source, frameworks[target.id])
    return FrameworkSet(
        tuple(frameworks.values()),
        tuple(file.crosswalk for file in files),
        DEFAULT,
        SHIPPED,
    )


def _known(file: CrosswalkFile, name: str, frameworks: dict[str, Framework]) -> Framework:
    if name not in frameworks:
        raise file.fields.error(f'there is no framework "{name}". Known: {", ".join(frameworks)}.')
    return frameworks[name]


def _ends(file: CrosswalkFile) -> tuple[str, str]:
    return file.crosswalk.source, file.crosswalk.target


def _own_files(folder: Path) -> tuple[Path, ...]:
    try:
        there = [path for path in folder.iterdir() if path.suffix == ".toml"]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({reason(error)}).") from error
    return tuple(sorted(path for path in there if look_at(path) is Place.FILE))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read ({reason(error)}).") from error
    if len(data) > SIZE_LIMIT:
        raise InputError(f"{path.name}: is larger than 1 MB, which no framework file is.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path.name}: is not UTF-8 text. Save it as UTF-8.") from None


def _parse(text: str, name: str) -> Fields:
    try:
        return Fields(parse_toml(text), clean_line(name))
    except ValueError as error:
        raise InputError(f"{name}: {error}.") from None


def _read(fields: Fields) -> Framework | CrosswalkFile:
    if fields.has("row"):
        return read_crosswalk(fields)
    return read_framework(fields)
