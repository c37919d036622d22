"""The papers name only what exists, and every command explains itself with an example."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from sesbank.cli.parser import build, parse

ROOT = Path(__file__).parent.parent
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")])
SOURCES = sorted((ROOT / "sesbank").rglob("*.py"))

EXPECTED = {"demo", "import", "list", "show", "export", "read", "match", "ask", "sheet"} | {
    "coverage",
    "where",
    "backup",
    "restore",
    "doctor",
    "history",
    "undo",
    "redo",
    "forget",
}


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of every command by its name."""
    for action in build()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("there are no commands")


COMMANDS = commands()


def code_in(paper: Path) -> list[str]:
    """Return what a paper sets as code: inline code, and the lines of code blocks."""
    text = paper.read_text(encoding="utf-8")
    blocks = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    rest = re.sub(r"^```[^\n]*\n.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return [*lines, *re.findall(r"`([^`\n]+)`", rest)]


def calls_in(paper: Path) -> list[list[str]]:
    """Return the words behind `sesbank` of each call a paper shows, without its comment."""
    calls = [c for c in code_in(paper) if re.match(r"sesbank(\s|$)", c)]
    return [re.sub(r"(\s#\s|\s{2,}).*", "", call).split()[1:] for call in calls]


def named(words: list[str]) -> str:
    """Return the command among the words of a call, empty when it opens the app."""
    if words[:1] == ["--bank"]:
        words = words[2:]
    return words[0] if words and not words[0].startswith(("-", "[")) else ""


def problems_of(words: list[str]) -> list[str]:
    command = named(words)
    if command and command not in COMMANDS:
        return [f"there is no command {command!r}"]
    parser = COMMANDS[command] if command else build()
    known = set(parser._option_string_actions) | {"-", "--", "--bank"}
    options = [w.strip("[]").split("=")[0] for w in words if w.strip("[").startswith("-")]
    return [f"{command} has no option {o}" for o in options if o not in known and ":" not in o]


def test_the_commands_promised_are_there() -> None:
    assert set(COMMANDS) >= EXPECTED


def test_the_readme_names_every_command() -> None:
    paper = ROOT / "README.md"
    said = re.findall(r"sesbank ([a-z]+)", paper.read_text(encoding="utf-8"))
    assert set(COMMANDS) - {*said, *code_in(paper)} == {"demo"}  # which `make demo` calls


def test_the_guide_shows_every_command_at_work() -> None:
    shown = {named(words) for words in calls_in(ROOT / "docs/guide/line-mode.md")}
    assert set(COMMANDS) - shown <= {"demo", "offer", "restore", "export", "redo"}


def places_in(paper: Path) -> set[str]:
    """Return the files and folders of this project that a paper names, and where it links to."""
    text = paper.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    inside = r"(?:sesbank|docs|tests|benchmarks|tools|templates|themes|examples|domain|tui|storage)"
    named_ones = re.findall(rf"`({inside}/[\w./-]*\w)`", text)
    return {*links, *named_ones}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_file_and_folder_a_paper_names_is_there(paper: Path) -> None:
    homes = (ROOT, ROOT / "sesbank", paper.parent)
    missing = [p for p in places_in(paper) if not any((home / p).exists() for home in homes)]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_command_and_option_a_paper_names_exists(paper: Path) -> None:
    assert [problem for words in calls_in(paper) for problem in problems_of(words)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_make_target_a_paper_names_exists(paper: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    shown = {m[1] for c in code_in(paper) if (m := re.match(r"make\s+([a-z]+)", c))}
    assert shown <= targets


def test_the_readme_shows_the_two_commands_that_set_everything_up() -> None:
    code = code_in(ROOT / "README.md")
    assert {"make demo", "make test"} <= {re.sub(r"\s+#.*", "", line) for line in code}


def test_messages_advise_only_commands_that_exist() -> None:
    advised = {
        (source.name, word)
        for source in SOURCES
        for word in re.findall(r"`sesbank ([a-z]+)", source.read_text(encoding="utf-8"))
    }
    assert advised
    assert {word for _, word in advised} <= set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example_that_can_be_typed(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        parse([name, "--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    for example in map(str.strip, text.split("example:\n")[1].strip().splitlines()):
        assert example.startswith(f"sesbank {name}")
        assert parse(shlex.split(example)[1:]).run is COMMANDS[name].get_default("run")


def test_the_help_of_sesbank_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    text = capsys.readouterr().out
    assert all(re.search(rf"^ +{name}\s", text, re.MULTILINE) for name in COMMANDS)
