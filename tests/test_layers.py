"""The arrows of docs/architecture.md, read from the imports of every file."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sesbank"

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

COMMON = {"errors", "files", "locations", "settings"}
"""Modules beside the packages: errors a person can act on, files, places, choices."""

WORD_READERS = {"sheet", "exchange"}
"""The packages that open Word files, by way of the one module that limits what is read."""

MIDDLE = {"checks", "posting", "matching", "finding", "sheet", "exchange", "storage"}
"""The packages that never import each other: they meet in the domain."""

MAY_IMPORT: dict[str, set[str]] = {
    "domain": {"domain"},
    "frameworks": {"domain", "errors", "files", "locations", "frameworks"},
    **{name: {"domain", "frameworks", "errors", "files", name} for name in MIDDLE - WORD_READERS},
    **{
        name: {"domain", "frameworks", "errors", "files", "word_package", name}
        for name in WORD_READERS
    },
    "session": {"domain", "frameworks", "session"} | COMMON | MIDDLE,
    "cli": {"domain", "session", "cli", "__init__", "collecting"} | COMMON,
    "tui": {"domain", "session", "tui", "__init__", "collecting"} | COMMON,
    "errors": set(),
    "files": {"domain", "errors"},
    "locations": {"errors", "files"},
    "settings": {"domain", "errors", "files"},
    "word_package": set(),
    "collecting": set(),
    "__init__": set(),
    "__main__": {"cli"},
}

OPENS_THE_APP = "sesbank/cli/app.py"
"""The one file of the command line that may import the app, inside a function."""

HOMES = {
    "tinydb": {"storage"},
    "docx": {"sheet"},
    "lxml": {"sheet"},
    "rapidfuzz": {"finding"},
    "snowballstemmer": {"matching"},
    "numpy": {"matching"},
    "wordllama": {"matching"},
    "textual": {"tui"},
    "rich": {"tui"},
    "platformdirs": {"locations"},
    "tomlkit": {"settings"},
}
"""Packages of others, each with its one home."""

LAZY = {"docx", "lxml", "rapidfuzz", "numpy", "wordllama", "tomlkit"}
"""Packages that load only when they are used: never at the top of a module."""

COME_WITH = {"docx": "python-docx", "lxml": "python-docx", "rich": "textual"}
"""Distributions that bring a package whose name differs from theirs."""


class Import(NamedTuple):
    """One import statement's target in one file."""

    file: str
    line: int
    target: str
    at_top: bool


class Graph(NamedTuple):
    """All imports that happen at run time, and the modules there are."""

    imports: tuple[Import, ...]
    modules: frozenset[str]


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(file_or_module: str) -> str:
    """Return the package or module right below sesbank: "sesbank.cli.app" gives "cli"."""
    parts = re.split(r"[./]", file_or_module.removesuffix(".py"))
    return parts[1] if len(parts) > 1 else "__init__"


@cache
def graph() -> Graph:
    modules = frozenset(module_name(file) for file in files())
    found: list[Import] = []
    for file in files():
        name = file.relative_to(ROOT).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for target, line, at_top in _imports(tree, inside=False):
            found += [Import(name, line, t, at_top) for t in _resolved(target, modules)]
    return Graph(tuple(found), modules)


def _imports(node: ast.AST, *, inside: bool) -> Iterator[tuple[ast.stmt, int, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for branch in child.orelse:
                yield from _imports(branch, inside=inside)
        elif isinstance(child, ast.Import | ast.ImportFrom):
            yield child, child.lineno, not inside
        else:
            deeper = inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from _imports(child, inside=deeper)


def _resolved(node: ast.stmt, modules: frozenset[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert isinstance(node, ast.ImportFrom)
    assert node.level == 0, "imports are absolute"
    base = node.module or ""
    below = [f"{base}.{alias.name}" for alias in node.names]
    inner = [name for name in below if name in modules]
    return inner + ([base] if len(inner) < len(below) else [])


OWN = tuple(i for i in graph().imports if i.target.split(".")[0] == "sesbank")
FOREIGN = tuple(i for i in graph().imports if i.target.split(".")[0] != "sesbank")


def show(imports: list[Import]) -> str:
    return "\n".join(f"{i.file}:{i.line} imports {i.target}" for i in imports)


def test_there_is_something_to_look_at() -> None:
    assert len(files()) > 40
    assert {room(i.file) for i in OWN} >= {"session", "cli", "storage", "matching"}


def test_every_room_has_its_rule() -> None:
    rooms = {room(file.relative_to(ROOT).as_posix()) for file in files()}
    assert rooms <= set(MAY_IMPORT), "give the new room a rule here and in docs/architecture.md"


def test_each_room_imports_only_what_it_may() -> None:
    wrong = [
        i
        for i in OWN
        if room(i.target) not in MAY_IMPORT[room(i.file)]
        and not (i.file == OPENS_THE_APP and room(i.target) == "tui" and not i.at_top)
    ]
    assert not wrong, show(wrong)


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    wrong = [
        i
        for i in FOREIGN
        if room(i.file) == "domain" and i.target.split(".")[0] not in sys.stdlib_module_names
    ]
    assert not wrong, show(wrong)


def test_each_package_of_others_has_one_home() -> None:
    wrong = [
        i
        for i in FOREIGN
        if i.target.split(".")[0] not in sys.stdlib_module_names
        and room(i.file) not in HOMES.get(i.target.split(".")[0], set())
    ]
    assert not wrong, show(wrong)


def test_heavy_packages_load_only_when_used() -> None:
    wrong = [i for i in FOREIGN if i.target.split(".")[0] in LAZY and i.at_top]
    assert not wrong, show(wrong)


def test_every_package_of_others_is_a_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (e for group in project["optional-dependencies"].values() for e in group)
    declared = {_bare(text) for text in (*project["dependencies"], *extras)}
    used = {i.target.split(".")[0] for i in FOREIGN} - set(sys.stdlib_module_names)
    assert {COME_WITH.get(name, name) for name in used} <= declared


def _bare(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9_-]", requirement)[0].lower()


def test_no_module_imports_itself_in_a_circle() -> None:
    arrows: dict[str, set[str]] = {name: set() for name in graph().modules}
    for i in OWN:
        source = module_name(ROOT / i.file)
        if i.target in arrows and i.target != source:
            arrows[source].add(i.target)
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_stay_small(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"
