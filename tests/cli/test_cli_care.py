"""backup, restore, doctor, history, undo, redo, forget."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import Command

from sesbank.session import Session, stories
from sesbank.storage.lock import WAIT, FileLock


def grades(findings: list[dict[str, str]], about: str) -> set[str]:
    return {finding["grade"] for finding in findings if finding["about"] == about}


def test_a_backup_is_made_listed_and_restored(sesbank: Command, bank: Path) -> None:
    made = sesbank("backup", "--json").data
    assert Path(made["file"]).is_file()
    assert made["reason"] == "asked-for"
    assert [row["name"] for row in sesbank("backup", "--list", "--json").data] == [made["name"]]
    assert made["name"] in sesbank("backup", "--list").out
    with Session.open(bank) as session:
        stories.remove(session, stories.get(session, "backlog").id)
    assert len(sesbank("list", "--json").data) == 2
    done = sesbank("restore", made["name"])
    assert done.code == 0
    assert "1 records changed" in done.out
    assert len(sesbank("list", "--json").data) == 3
    assert len(sesbank("backup", "--list", "--json").data) >= 2
    assert sesbank("undo").code == 0
    assert len(sesbank("list", "--json").data) == 2


def test_a_backup_asked_for_outlives_many_others_and_goes_when_removed(
    sesbank: Command, bank: Path
) -> None:
    kept = sesbank("backup", "--json").data["name"]
    for number in range(13):
        assert sesbank("edit", "backlog", "--set", f"result=It took {number} days.").code == 0
    names = [row["name"] for row in sesbank("backup", "--list", "--json").data]
    assert len(names) > 10
    assert kept in names
    done = sesbank("backup", "--remove", kept, "--json")
    assert done.data == {"removed": kept}
    assert kept not in [row["name"] for row in sesbank("backup", "--list", "--json").data]


def test_the_only_backup_is_not_removed(sesbank: Command, bank: Path) -> None:
    kept = sesbank("backup", "--json").data["name"]
    done = sesbank("backup", "--remove", kept)
    assert done.code == 2
    assert "only backup" in done.complaint
    assert sesbank("backup", "--list", "--json").data[0]["name"] == kept


def test_a_restore_of_what_is_not_there_is_one_line(sesbank: Command, bank: Path) -> None:
    assert "there is no backup yet" in sesbank("restore", "1066").complaint
    sesbank("backup")
    done = sesbank("restore", "1066")
    assert done.code == 2
    assert "sesbank backup --list" in done.complaint


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b'{"stories": {"1": {"id"'])
def test_f24_a_damaged_bank_is_refused_diagnosed_and_restored(
    sesbank: Command, bank: Path, damage: bytes
) -> None:
    sesbank("backup")
    bank.write_bytes(damage)
    done = sesbank("list")
    assert done.code == 3
    assert "`sesbank restore`" in done.complaint
    assert bank.read_bytes() == damage
    doctor = sesbank("doctor", "--json")
    assert doctor.code == 3
    assert grades(doctor.data["findings"], "bank") == {"damaged"}
    restored = sesbank("restore", "--json")
    assert restored.code == 0
    assert restored.data["damaged"] is True
    assert (Path(restored.data["damaged_copy"]) / "bank.json").read_bytes() == damage
    assert len(sesbank("list", "--json").data) == 3
    assert sesbank("doctor").code == 0


def test_a_damaged_bank_without_a_backup_can_be_salvaged(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    text = bank.read_text("utf-8")
    second = text.index('"2": {')
    damaged = text[: second + 3] + "\0\0\0" + text[second + 9 :].replace('"I met', '"I m\0et')
    bank.write_text(damaged, "utf-8")
    assert sesbank("restore").code == 2
    done = sesbank("doctor", "--salvage", tmp_path / "rescued.json", "--json")
    assert done.code in (0, 1)
    assert done.data["stories"] >= 2
    assert bank.read_text("utf-8") == damaged
    listed = sesbank("--bank", tmp_path / "rescued.json", "list", "--json").data
    assert {"Cleared the grants backlog", "A line for later"} <= {row["title"] for row in listed}
    again = sesbank("doctor", "--salvage", tmp_path / "rescued.json")
    assert again.code == 3
    assert "there already" in again.complaint


def test_a_bank_cut_anywhere_gives_every_whole_story_back(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    whole = bank.read_bytes()
    text = whole.decode("utf-8")
    for number, size in enumerate(range(40, len(whole), 311)):
        bank.write_bytes(whole[:size])
        target = tmp_path / f"rescued-{number}.json"
        done = sesbank("doctor", "--salvage", target, "--json")
        ends = [text.index('"2": {'), text.index('"3": {'), text.index('"vacancies"')]
        expected = sum(size >= end for end in ends)
        assert done.code in (0, 1, 3)
        found = done.data["stories"] if done.code != 3 else 0
        assert found >= expected


def test_the_doctor_is_content_with_a_healthy_bank(sesbank: Command, bank: Path) -> None:
    sesbank("backup")
    before = {f: f.read_bytes() for f in bank.parent.rglob("*") if f.is_file()}
    done = sesbank("doctor", "--json")
    assert done.code == 0
    assert done.data["well"] is True
    assert {f: f.read_bytes() for f in bank.parent.rglob("*") if f.is_file()} == before
    assert "Cleared" not in done.out


def test_the_doctor_names_damaged_backups_and_leftovers(sesbank: Command, bank: Path) -> None:
    file = Path(sesbank("backup", "--json").data["file"])
    file.write_bytes(file.read_bytes()[:-30])
    (bank.parent / ".bank.json.0123456789ab.tmp").write_bytes(b"half")
    with Session.open(bank):
        pass  # What a killed save left goes at opening.
    (bank.parent / "backups" / ".bank-x.json.gz.0123.tmp").write_bytes(b"half")
    findings = sesbank("doctor", "--json")
    assert findings.code == 1
    assert "look" in grades(findings.data["findings"], "backups")
    assert grades(findings.data["findings"], "leftovers") == {"look"}


@pytest.mark.skipif(os.name == "nt", reason="no modes here")
def test_f45_wider_modes_are_reported_and_left(sesbank: Command, bank: Path) -> None:
    bank.chmod(0o644)
    done = sesbank("doctor")
    assert done.code == 1
    assert "mode 644" in " ".join(done.out.split())
    assert bank.stat().st_mode & 0o777 == 0o644


NAMES = [
    "bank (Ann's conflicted copy 2026-11-22).json",
    "bank.sync-conflict-20261122-054735-ABCDEFG.json",
    "bank 2.json",
    "bank (1).json",
    "bank-ANN-LAPTOP.json",
]


@pytest.mark.parametrize("name", NAMES)
def test_f18_a_conflicted_copy_is_found_and_merged_and_never_deleted(
    sesbank: Command, bank: Path, name: str
) -> None:
    data = json.loads(bank.read_text("utf-8"))
    data["stories"]["1"]["action"] = "I did it another way."
    data["stories"]["9"] = {"id": "s-9", "title": "Only in the copy", "action": "I led."}
    copy = bank.with_name(name)
    copy.write_text(json.dumps(data), "utf-8")
    before = copy.read_bytes()
    done = sesbank("doctor", "--json")
    assert done.code == 1
    assert grades(done.data["findings"], "copies") == {"look"}
    merged = sesbank("doctor", "--merge", "--json")
    assert merged.data["merged"] == 2
    assert grades(merged.data["findings"], "copies") == {"good"}
    rows = {row["title"] for row in sesbank("list", "--json").data}
    assert {"Only in the copy", "Cleared the grants backlog (from a copy)"} <= rows
    assert len(rows) == 5
    assert copy.read_bytes() == before
    assert sesbank("doctor", "--merge", "--json").data["merged"] == 0
    assert "merge" in {row["reason"] for row in sesbank("backup", "--list", "--json").data}


def test_another_bank_beside_is_no_copy(sesbank: Command, bank: Path, tmp_path: Path) -> None:
    sesbank("--bank", bank.with_name("bank-of-ann.json"), "list")
    assert sesbank("doctor").code == 0
    bank.with_name("bank 2.json").write_bytes(b"{broken")
    done = sesbank("doctor")
    assert done.code == 1
    assert "cannot be read" in " ".join(done.out.split())


def test_undo_and_redo_work_from_one_command_to_the_next(sesbank: Command, bank: Path) -> None:
    assert "add “A line for later”" in sesbank("undo").out
    assert len(sesbank("list", "--json").data) == 2
    assert sesbank("redo", "--json").data == {"redone": "add “A line for later”", "records": 1}
    for _ in range(3):
        assert sesbank("undo").code == 0
    done = sesbank("undo", "--json")
    assert (done.code, done.data["undone"]) == (1, None)


def test_history_shows_what_changed_and_brings_it_back(sesbank: Command, bank: Path) -> None:
    with Session.open(bank) as session:
        story = stories.get(session, "backlog")
        stories.save(session, story.edit(result="Backlog to zero in 9 months."))
    done = sesbank("history", "backlog")
    assert "[-7-]{+9+}" in done.out
    (state,) = sesbank("history", "backlog", "--json").data["states"]
    assert {"fate": "gone", "text": "7"} in state["changed"]["result"]
    assert sesbank("history", "backlog", "--restore", "1").code == 0
    assert "in 7 months" in sesbank("show", "backlog").out
    assert sesbank("history", "backlog", "--restore", "9").code == 2
    assert "0 earlier states" in sesbank("history", "merged").out


def test_forget_asks_and_then_leaves_nothing(sesbank: Command, bank: Path) -> None:
    sesbank("backup")
    refused = sesbank("forget", "backlog")
    assert refused.code == 2
    assert "--yes" in refused.complaint
    done = sesbank("forget", "backlog", "--yes", "--json")
    assert done.code == 0
    assert done.data["backups_rewritten"] >= 1
    assert len(sesbank("list", "--json").data) == 2
    assert sesbank("doctor").code == 0
    assert sesbank("undo", "--json").data["undone"] == "add “A line for later”"
    for file in bank.parent.rglob("*"):
        assert not file.is_file() or b"grants waited" not in file.read_bytes()


def test_forgetting_says_which_acts_can_no_longer_be_undone(sesbank: Command, bank: Path) -> None:
    sesbank("tag", "backlog", "merged", "--add", "both")
    sesbank("tag", "merged", "--add", "alone")
    done = sesbank("forget", "backlog", "--yes")
    assert "2 earlier acts that changed it" in done.out
    assert "can no longer be undone" in done.out
    assert "alone" in sesbank("undo").out
    assert "A line for later" in sesbank("undo").out


def test_f30_a_bank_of_a_newer_sesbank_ends_with_code_4(sesbank: Command, home: Path) -> None:
    bank = home / "bank.json"
    bank.write_text('{"stories": {}, "_meta": {"1": {"schema": 99}}}')
    for argv in (["list"], ["restore"], ["backup"], ["undo"]):
        done = sesbank(*argv)
        assert done.code == 4
        assert "newer sesbank" in done.complaint


def test_f15_a_bank_that_another_program_holds_is_read_at_once_and_refuses_a_change_with_code_5(
    sesbank: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    take = FileLock._take

    def noted(lock: FileLock, longest: float, waiting: Callable[[], object]) -> int:
        waits.append(longest)
        return take(lock, min(longest, 0.1), waiting)

    with FileLock(bank.with_name("bank.json.lock"))():
        monkeypatch.setattr(FileLock, "_take", noted)
        assert len(sesbank("list", "--json").data) == 3
        assert "backlog" in sesbank("show", "backlog").out
        assert max(waits) == 0, "nobody who only looks waits"
        done = sesbank("undo")
    assert max(waits) == WAIT
    assert done.code == 5
    assert "another sesbank is saving" in done.complaint


def test_f43_what_takes_long_is_said_on_the_terminal_and_wiped(
    sesbank: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def errors(patience: float) -> str:
        monkeypatch.setattr("sesbank.cli.meanwhile.PATIENCE", patience)
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert sesbank("list", "--json").code == 0
        return sys.stderr.getvalue()  # type: ignore[attr-defined,no-any-return]

    assert errors(1000) == "", "a bank that opens at once says nothing"
    slow = errors(-1)
    assert "\ropening bank.json" in slow
    assert slow.endswith(" \r"), "what comes next begins on a clean line"


def test_who_waits_for_another_program_is_told_what_for(
    sesbank: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sesbank.storage.lock.TOLD_AFTER", 0.0)
    monkeypatch.setattr("sesbank.storage.bank_file.BankFile.__init__.__kwdefaults__", {"wait": 0.1})
    monkeypatch.setattr(sys, "stderr", Terminal())
    with FileLock(bank.with_name("bank.json.lock"))():
        assert sesbank("undo").code == 5
    said = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "\rwaiting for another sesbank that is saving" in said


LOOKING = [
    ["list"],
    ["coverage"],
    ["trash"],
    ["doctor"],
    ["where"],
    ["backup", "--list"],
    ["export", "-"],
    ["ask", "How do you lead?"],
    ["undo"],
    ["history", "x"],
    ["show", "x"],
    ["forget", "x", "--yes"],
    ["doctor", "--merge"],
    ["restore"],
    ["backup"],
]


@pytest.mark.parametrize("argv", LOOKING, ids=" ".join)
def test_a_command_that_only_looks_makes_no_bank(
    sesbank: Command, tmp_path: Path, argv: list[str]
) -> None:
    path = tmp_path / "new" / "bank.json"
    done = sesbank("--bank", path, *argv)
    assert done.code in (0, 1, 2, 3, 6)
    assert "wrong inside" not in done.err
    assert not path.parent.exists()


def test_what_was_put_right_is_said_once_on_standard_error(sesbank: Command, bank: Path) -> None:
    bank.write_text(bank.read_text("utf-8").replace("A line for", "A word for"), "utf-8")
    done = sesbank("list", "--json")
    assert {"A word for later"} < {row["title"] for row in done.data}
    assert done.complaint.startswith("note: bank.json was changed outside sesbank")


def test_the_trash_is_listed_and_gives_back(sesbank: Command, bank: Path) -> None:
    assert sesbank("trash", "--json").data == []
    with Session.open(bank) as session:
        story = stories.get(session, "backlog")
        stories.remove(session, story.id)
    (item,) = sesbank("trash", "--json").data
    assert (item["id"], item["kind"], item["title"]) == (story.id, "story", story.title)
    assert story.id in sesbank("trash").out
    for unnamed in (["--restore"], ["--restore", ""]):
        asked = sesbank("trash", *unnamed)
        assert asked.code == 2
        assert f"{story.id} “{story.title}”" in asked.complaint
    assert sesbank("trash", "--restore", story.id).code == 0
    assert "the trash is empty" in sesbank("trash", "--restore").complaint
    assert "in 7 months" in sesbank("show", story.id).out
    assert sesbank("trash", "--restore", story.id).code == 2


def test_a_bank_behind_a_link_is_cared_for_where_it_lies(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link" / "stories.json"
    link.parent.mkdir()
    link.symlink_to(bank)
    made = sesbank("--bank", link, "backup", "--json").data
    assert Path(made["file"]).parent == bank.parent / "backups"
    assert len(sesbank("--bank", link, "backup", "--list", "--json").data) == 1
    copy = json.loads(bank.read_text("utf-8"))
    copy["stories"]["9"] = {"id": "s-9", "title": "Only in the copy", "action": "I led."}
    bank.with_name("bank 2.json").write_text(json.dumps(copy), "utf-8")
    assert sesbank("--bank", link, "doctor", "--merge", "--json").data["merged"] == 1
    bank.write_bytes(b"")
    assert sesbank("--bank", link, "restore").code == 0
    assert link.is_symlink()
    assert len(sesbank("list", "--json").data) in (3, 4)
    assert sorted(file.name for file in link.parent.iterdir()) == ["stories.json"]
