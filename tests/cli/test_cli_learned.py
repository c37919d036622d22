"""What corrections of postings taught is offered in line mode too, and never used in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import POSTING, Command

OTHER = """Chief of Bridge Repair
Bureau of Spans
Announcement number: BS-26-4

Technical Qualifications
TQ 1: Demonstrated experience in repairing movable bridges under traffic.
TQ 2: Demonstrated experience in merging field offices and leading staff through the change.
"""
LINE = "Demonstrated experience in merging field offices and leading staff through the change."


@pytest.fixture
def taught(sesbank: Command, bank: Path, posting: Path) -> str:
    """Return the id of a kept vacancy in which a line was dropped."""
    kept: str = sesbank("keep", posting, "--json").data["id"]
    assert sesbank("mend", kept, "tq2", "--drop").code == 0
    return kept


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return the file of another posting that has the line as well."""
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def texts(vacancy: dict[str, list[dict[str, str]]]) -> list[str]:
    return [requirement["text"] for requirement in vacancy["requirements"]]


def test_a_line_corrected_before_is_told_and_left_as_read(
    sesbank: Command, taught: str, other: Path
) -> None:
    done = sesbank("keep", other)
    assert done.code == 0
    assert f"dropped: “{LINE[:40]}" in done.err
    assert "--learned" in done.err
    assert LINE in texts(sesbank("mend", "Bridge Repair", "--json").data)
    told = sesbank("keep", other, "--json").data
    assert told["earlier"] is not None


def test_a_line_corrected_before_is_corrected_alike_when_asked(
    sesbank: Command, taught: str, other: Path
) -> None:
    done = sesbank("keep", other, "--learned", "--json").data
    assert LINE not in texts(done)
    (proposal,) = done["proposals"]
    assert proposal == {
        "requirement": "tq2", "does": "drop", "text": LINE, "learned_in": taught, "done": True
    }  # fmt: skip


def test_a_kept_vacancy_is_corrected_alike_later_and_undone(
    sesbank: Command, taught: str, other: Path
) -> None:
    kept = sesbank("keep", other, "--json").data
    assert [each["done"] for each in kept["proposals"]] == [False]
    assert LINE not in texts(sesbank("mend", kept["id"], "--learned", "--json").data)
    again = sesbank("mend", kept["id"], "--learned")
    assert "nothing is changed" in again.err
    sesbank("undo")
    assert LINE in texts(sesbank("mend", kept["id"], "--json").data)


def test_what_was_decided_for_an_earlier_form_is_carried_over(
    sesbank: Command, taught: str, tmp_path: Path
) -> None:
    sesbank("pin", taught, "tq1", "backlog")
    reposted = tmp_path / "reposted.txt"
    reposted.write_text(POSTING.replace("10/21/2026", "12/21/2026"), encoding="utf-8")
    plain = sesbank("keep", reposted)
    assert f"earlier form of it, {taught}" in plain.err
    sesbank("undo")
    done = sesbank("keep", reposted, "--carry", "--json").data
    assert (done["earlier"], done["closes"]) == (taught, "2026-12-21")
    assert LINE not in texts(done)
    pinned = sesbank("match", done["id"], "--json").data["matches"]
    assert [m["stories"][0]["pinned"] for m in pinned if m["requirement"] == "tq1"] == [True]


def test_a_posting_kept_already_is_corrected_where_it_is_when_asked(
    sesbank: Command, taught: str, posting: Path, other: Path
) -> None:
    kept = sesbank("keep", other, "--json").data["id"]
    done = sesbank("keep", other, "--learned")
    assert done.code == 0
    assert f"({kept}); no second one was kept" in done.out
    assert f"- dropped: “{LINE[:40]}" in done.out
    assert LINE not in texts(sesbank("mend", kept, "--json").data)
    assert "nothing is changed" in sesbank("keep", posting, "--learned").out
    assert sesbank("keep", posting, "--learned", "--json").data["id"] == taught
    assert {row["id"] for row in sesbank("vacancies", "--json").data} == {taught, kept}


def test_a_posting_kept_already_is_the_one_corrected_where_a_later_form_is_kept_too(
    sesbank: Command, taught: str, other: Path, tmp_path: Path
) -> None:
    kept = sesbank("keep", other, "--json").data["id"]
    reposted = tmp_path / "reposted.txt"
    reposted.write_text(f"{OTHER}Posted anew.\n", encoding="utf-8")
    later = sesbank("keep", reposted, "--json").data
    assert later["earlier"] == kept
    done = sesbank("keep", other, "--learned")
    assert f"({kept}); no second one was kept" in done.out
    assert {row["id"] for row in sesbank("vacancies", "--json").data} == {taught, kept, later["id"]}


def test_carrying_over_and_learning_where_there_is_nothing_to_are_refused(
    sesbank: Command, taught: str, tmp_path: Path, other: Path
) -> None:
    assert sesbank("keep", other, "--carry").code == 2
    reposted = tmp_path / "reposted.txt"
    reposted.write_text(POSTING.replace("10/21/2026", "12/21/2026"), encoding="utf-8")
    refused = sesbank("keep", reposted, "--learned")
    assert refused.code == 2
    assert f"an earlier form of this posting, {taught}: --carry" in refused.complaint
    assert [row["id"] for row in sesbank("vacancies", "--json").data] == [taught]
