"""drafts: what the app left unsaved is shown, taken up, gone on with, and dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import POSTING, Command, editor

from sesbank.domain.story import Story
from sesbank.session import Session, drafts, stories, taking_up
from sesbank.session.draft_forms import draft_fields

InATerminal = Callable[..., tuple[int, str]]


def test_drafts_are_listed_shown_and_dropped(sesbank: Command, bank: Path) -> None:
    with Session.open(bank) as session:
        drafts.keep_draft(session, "new-1", {"title": "Half a story", "action": "I began"})
    assert [draft["key"] for draft in sesbank("drafts", "--json").data] == ["new-1"]
    assert "I began" in sesbank("drafts", "new-1").out
    assert sesbank("drafts", "nope").code == 2
    assert sesbank("drafts", "--drop").code == 2
    assert sesbank("drafts", "new-1", "--drop").code == 0
    assert sesbank("drafts", "--json").data == []


@pytest.mark.parametrize("name", ["My Draft (2)", "UPPER", "new-1 copy", "new-1"])
def test_a_draft_whose_file_was_renamed_is_saved_once_and_can_be_dropped(
    sesbank: Command, bank: Path, name: str
) -> None:
    with Session.open(bank) as session:
        drafts.keep_draft(session, "new-1", {"title": "Half a story", "action": "I began"})
    (file,) = (bank.parent / "drafts").glob("new-1*.json")
    kept = file.read_bytes()
    renamed = file.rename(file.with_name(f"{name}.json"))
    assert keys(sesbank) == [name]
    assert sesbank("drafts", name, "--take").code == 0
    assert not renamed.exists()
    assert keys(sesbank) == []
    assert len(sesbank("list", "Half", "--json").data) == 1
    renamed.write_bytes(kept)
    assert sesbank("drafts", name, "--drop").code == 0
    assert keys(sesbank) == []


def test_a_draft_that_was_saved_and_could_not_be_removed_adds_no_second_story(
    sesbank: Command, bank: Path
) -> None:
    with Session.open(bank) as session:
        drafts.keep_draft(session, "new-1", {"title": "Half a story", "action": "I began"})
    (file,) = (bank.parent / "drafts").glob("new-1*.json")
    kept = file.read_bytes()
    assert sesbank("drafts", "new-1", "--take").code == 0
    file.write_bytes(kept)
    assert sesbank("drafts", "new-1", "--take").code == 0
    assert keys(sesbank) == []
    assert len(sesbank("list", "Half", "--json").data) == 1


@pytest.fixture
def left(bank: Path) -> str:
    """Return the key of a draft of the backlog's story, with another result."""
    with Session.open(bank) as session:
        story = stories.get(session, "backlog")
        typed = story.edit(result="Backlog to zero in 6 months.", tags=("grants", "speed"))
        drafts.keep_draft(session, "left-1", draft_fields(typed, story))
    return "left-1"


def keys(sesbank: Command) -> list[str]:
    return [draft["key"] for draft in sesbank("drafts", "--json").data]


def test_a_draft_of_a_story_is_saved_in_its_place_and_gone(
    sesbank: Command, bank: Path, left: str
) -> None:
    done = sesbank("drafts", left, "--take", "--json")
    assert done.code == 0
    shown = sesbank("show", "backlog", "--json").data
    assert (shown["result"], shown["tags"]) == ("Backlog to zero in 6 months.", ["grants", "speed"])
    assert shown["mappings"]
    assert done.data == shown
    assert keys(sesbank) == []
    sesbank("undo")
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 7 months."


def test_a_draft_is_shown_without_the_saved_story_it_was_begun_from(
    sesbank: Command, left: str
) -> None:
    shown = sesbank("drafts", left).out
    assert "Backlog to zero in 6 months." in shown
    assert "Backlog to zero in 7 months." not in shown


def test_a_draft_of_a_new_story_is_added_with_the_title_it_lacks(
    sesbank: Command, bank: Path
) -> None:
    with Session.open(bank) as session:
        typed = Story("", "", action="I moved 40 boats.")
        drafts.keep_draft(session, "new-1", draft_fields(typed, None))
    assert sesbank("drafts", "new-1", "--take").code == 3
    assert keys(sesbank) == ["new-1"]
    assert sesbank("drafts", "new-1", "--take", "--set", "title=Cleared the harbor").code == 0
    assert sesbank("show", "harbor", "--json").data["action"] == "I moved 40 boats."
    assert keys(sesbank) == []


def test_a_draft_overtaken_by_another_save_asks_and_loses_nothing(
    sesbank: Command, bank: Path, left: str
) -> None:
    sesbank("edit", "backlog", "--set", "result=Backlog to zero in 5 months.")
    done = sesbank("drafts", left, "--take")
    assert done.code == 6
    assert "--over" in done.complaint
    assert "--both" in done.complaint
    assert keys(sesbank) == [left]
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 5 months."
    assert sesbank("drafts", left, "--over").code == 0
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 6 months."
    earlier = [state["result"] for state in sesbank("show", "backlog", "--json").data["versions"]]
    assert earlier[-1] == "Backlog to zero in 5 months."
    assert keys(sesbank) == []


@pytest.mark.parametrize("how", ["take", "edit"])
def test_a_draft_is_joined_with_what_was_saved_in_other_parts(
    sesbank: Command, bank: Path, left: str, how: str
) -> None:
    sesbank("edit", "backlog", "--set", "challenge=Grants waited.")
    with Session.open(bank) as session:
        draft = taking_up.draft_named(session, left)
        if how == "take":
            taking_up.save_story(session, draft)
        else:
            form = taking_up.form_of(session, draft)
            taking_up.save_form(session, draft, form.replace("6 months", "six months"))
    shown = sesbank("show", "backlog", "--json").data
    assert shown["challenge"] == "Grants waited."
    assert shown["result"] in ("Backlog to zero in 6 months.", "Backlog to zero in six months.")
    assert shown["tags"] == ["grants", "speed"]
    assert keys(sesbank) == []


def test_a_draft_overtaken_becomes_a_story_of_its_own(
    sesbank: Command, bank: Path, left: str
) -> None:
    sesbank("edit", "backlog", "--set", "result=Backlog to zero in 5 months.")
    made = sesbank("drafts", left, "--both", "--json").data
    assert made["result"] == "Backlog to zero in 6 months."
    results = {row["id"] for row in sesbank("list", "backlog", "--json").data}
    assert len(results) == 2
    assert made["id"] in results


def test_a_draft_of_a_removed_story_is_put_back(sesbank: Command, bank: Path, left: str) -> None:
    sesbank("remove", "backlog")
    done = sesbank("drafts", left, "--take")
    assert (done.code, "--both" in done.complaint) == (6, True)
    assert sesbank("drafts", left, "--both").code == 0
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 6 months."


def test_a_pasted_posting_is_kept_and_told_when_it_is_known(sesbank: Command, bank: Path) -> None:
    with Session.open(bank) as session:
        drafts.keep_draft(session, "new-posting-1", {"posting": POSTING})
        drafts.keep_draft(session, "new-posting-2", {"posting": POSTING})
    assert sesbank("drafts", "new-posting-1", "--edit").code == 2
    assert sesbank("drafts", "new-posting-1", "--both").code == 2
    first = sesbank("drafts", "new-posting-1", "--take", "--json").data
    assert first["title"] == "Director, Grants Operations"
    second = sesbank("drafts", "new-posting-2", "--take", "--json").data
    assert (first["earlier"], second["earlier"]) == (None, first["id"])
    assert keys(sesbank) == []


def test_what_another_program_has_open_is_neither_taken_nor_dropped(
    sesbank: Command, bank: Path
) -> None:
    with Session.open(bank) as other:
        drafts.keep_draft(other, "new-1", {"title": "Half a story", "action": "I began"})
        for act in ("--take", "--drop", "--edit"):
            done = sesbank("drafts", "new-1", act)
            assert (done.code, "open in another" in done.complaint) == (2, True)
    assert sesbank("drafts", "new-1", "--take").code == 0


def test_a_draft_is_gone_on_with_in_the_persons_own_editor(
    sesbank: Command, bank: Path, left: str, in_a_terminal: InATerminal, tmp_path: Path
) -> None:
    script = editor(tmp_path, "path.write_text(text.replace('zero in 6', 'zero in 4'))")
    code, _ = in_a_terminal(script, "--bank", str(bank), "drafts", left, "--edit")
    assert code == 0
    shown = sesbank("show", "backlog", "--json").data
    assert (shown["result"], shown["tags"]) == ("Backlog to zero in 4 months.", ["grants", "speed"])
    assert keys(sesbank) == []


def test_a_draft_left_as_it_was_in_the_editor_stays_a_draft(
    sesbank: Command, bank: Path, left: str, in_a_terminal: InATerminal, tmp_path: Path
) -> None:
    script = editor(tmp_path, "pass")
    code, _ = in_a_terminal(script, "--bank", str(bank), "drafts", left, "--edit")
    assert code == 0
    assert keys(sesbank) == [left]
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 7 months."
