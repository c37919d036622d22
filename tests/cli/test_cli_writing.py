"""capture, new, edit, map, tag, retire, offer, remove: a bank curated without the app."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import Command, editor

HOSTILE = "[/] [@click=app.quit]x[/] \x1b]0;owned\x07 =1+1"


def test_a_line_is_captured_into_the_inbox(sesbank: Command, bank: Path) -> None:
    done = sesbank("capture", "Saved", "$1.2M", "on the lab contract", "--json")
    assert done.code == 0
    assert done.data["status"] == "inbox"
    assert [row["title"] for row in sesbank("list", "status:inbox", "--json").data] == [
        "Saved $1.2M on the lab contract"
    ]
    assert "$1.2M" in sesbank("show", "lab contract").out


def test_a_story_is_written_from_fields(sesbank: Command, bank: Path) -> None:
    done = sesbank(
        *("new", "--set", "title=Merged two labs", "--set", "result=One lab, $2M less"),
        *("--set", "Organization=Food Agency", "--set", "tags=labs; money", "--json"),
    )
    assert done.code == 0
    shown = sesbank("show", "Merged two labs", "--json").data
    assert shown["result"] == "One lab, $2M less"
    assert shown["organisation"] == "Food Agency"
    assert shown["tags"] == ["labs", "money"]


def test_a_story_is_written_from_standard_input(sesbank: Command, bank: Path) -> None:
    facts = "# Merged two labs\n\n- Ended: 2024-03\n"
    text = f"{facts}\n## Challenge\n\nTwo labs.\n\n## Action\n\nI chose.\n"
    done = sesbank("new", "-", given=text)
    assert done.code == 0
    assert done.out.startswith("Saved: Merged two labs (s-")
    shown = sesbank("show", "Merged two labs", "--json").data
    assert (shown["challenge"], shown["action"]) == ("Two labs.", "I chose.")
    assert shown["ended"] == "2024-03"


def test_fields_of_a_story_are_set_and_cleared_and_undone(sesbank: Command, bank: Path) -> None:
    before = sesbank("show", "backlog", "--json").data
    done = sesbank("edit", "backlog", "--set", "status=ready", "--set", "ended=", "--json")
    assert done.data["status"] == "ready"
    assert done.data["ended"] is None
    assert done.data["mappings"] == before["mappings"]
    assert sesbank("undo").code == 0
    again = sesbank("show", "backlog", "--json").data
    assert {**again, "rev": 0} == {**before, "rev": 0}


def test_an_edited_text_changes_what_it_says_and_nothing_else(sesbank: Command, bank: Path) -> None:
    before = sesbank("show", "backlog", "--json").data
    text = "# Cleared it\n\n## Result\n\nBacklog to zero.\n"
    after = sesbank("edit", "backlog", "-", "--json", given=text).data
    assert after["title"] == "Cleared it"
    assert after["result"] == "Backlog to zero."
    assert after["mappings"] == before["mappings"]
    assert len(after["versions"]) == len(before["versions"]) + 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("colour=red", "no field 'colour'"),
        ("mappings=AR", "no field 'mappings'"),
        ("status=finished", "status"),
        ("ended=last spring", "ended"),
        ("title=", "title"),
        ("title", "FIELD=VALUE"),
    ],
)
def test_a_field_that_cannot_be_set_is_one_line_and_changes_nothing(
    sesbank: Command, bank: Path, given: str, said: str
) -> None:
    before = sesbank("show", "backlog", "--json").out
    done = sesbank("edit", "backlog", "--set", given)
    assert done.code in (2, 3)
    assert said in done.complaint
    assert sesbank("show", "backlog", "--json").out == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# One\n\n## Action\n\nI did.\n\n# Two\n\n## Action\n\nI did.\n", "holds 2 stories"),
        ("# One\n\n- Ended: last spring\n\n## Action\n\nI did.\n", "'last spring'"),
        ("# One\n\n- Status: finished\n\n## Action\n\nI did.\n", "'finished'"),
    ],
)
def test_a_text_that_is_no_single_story_is_refused(
    sesbank: Command, bank: Path, text: str, said: str
) -> None:
    before = sesbank("list", "--json").out
    done = sesbank("edit", "backlog", "-", given=text)
    assert done.code == 3
    assert said in done.complaint
    assert sesbank("list", "--json").out == before


def test_without_an_editor_the_way_without_one_is_told(
    sesbank: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    for call in (("new",), ("edit", "backlog")):
        done = sesbank(*call)
        assert done.code == 2
        assert "--set" in done.complaint


def test_a_story_is_edited_in_the_persons_own_editor(
    sesbank: Command, bank: Path, in_a_terminal: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    script = editor(tmp_path, "path.write_text(text.replace('zero in 7', 'zero in 6'))")
    code, shown = in_a_terminal(script, "--bank", str(bank), "edit", "backlog")
    assert (code, shown.strip().split(":")[0]) == (0, "Saved")
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 6 months."
    assert list(bank.parent.glob("story-*")) == []


@pytest.mark.parametrize(
    "body",
    ["path.write_text('# A\\n\\n## Action\\n\\nx\\n\\n# B\\n\\n## Action\\n\\ny\\n')",
     "path.write_text(text + 'more'); sys.exit(3)"],
)  # fmt: skip
def test_a_text_that_could_not_be_saved_stays_in_its_file(
    sesbank: Command,
    bank: Path,
    in_a_terminal: Callable[..., tuple[int, str]],
    tmp_path: Path,
    body: str,
) -> None:
    before = sesbank("show", "backlog", "--json").out
    code, shown = in_a_terminal(editor(tmp_path, body), "--bank", str(bank), "edit", "backlog")
    assert code == 3
    (left,) = bank.parent.glob("story-*")
    assert left.name in shown
    assert left.stat().st_mode & 0o077 == 0
    assert sesbank("show", "backlog", "--json").out == before


def test_a_story_is_mapped_and_unmapped_by_code_and_by_name(sesbank: Command, bank: Path) -> None:
    done = sesbank("map", "field offices", "driving efficiency", "--side", "--json")
    assert {"ecq": "DE", "competency": None, "strength": "supporting"} in done.data["mappings"]
    done = sesbank(
        "map", "field offices", "AR", "--competency", "Operational Mindset", "--side", "--json"
    )
    assert {
        "ecq": "AR",
        "competency": "operational-mindset",
        "strength": "supporting",
    } in done.data["mappings"]
    refused = sesbank("map", "field offices", "RL")
    assert refused.code != 0
    assert "has its main ECQ already: LP" in refused.complaint
    left = sesbank("map", "field offices", "AR", "--remove", "--json").data["mappings"]
    assert "AR" not in {mapping["ecq"] for mapping in left}


def test_several_stories_are_mapped_in_one_act_or_none_of_them(
    sesbank: Command, bank: Path
) -> None:
    two = ("backlog", "field offices")
    done = sesbank("map", *two, "MC", "--competency", "Technical Skill", "--side")
    assert done.out.startswith("Mapped to MC, technical-skill (side): “")
    shapes = sesbank("map", *two, "DE", "--side", "--json").data
    assert [{"MC", "DE"} <= {m["ecq"] for m in s["mappings"]} for s in shapes] == [True, True]
    sesbank("undo")
    before = bank.read_bytes()
    refused = sesbank("map", *two, "RL")
    assert refused.code != 0
    assert "none of the 2 stories is mapped to RL, as “" in refused.complaint
    assert "nor can 1 other" in refused.complaint
    assert "'nowhere'" in sesbank("map", "backlog", "nowhere", "MC").complaint
    assert "is not mapped to LP" in sesbank("map", *two, "LP", "--remove").complaint
    assert bank.read_bytes() == before
    assert sesbank("map", *two, "MC", "--remove").out.startswith("No longer mapped to MC: “")
    sesbank("undo")
    shapes = sesbank("map", *two, "MC", "--competency", "technical-skill", "--side", "--json").data
    assert all("MC" in {m["ecq"] for m in shape["mappings"]} for shape in shapes)


def test_what_the_words_of_a_story_suggest_is_told_and_not_mapped(
    sesbank: Command, bank: Path
) -> None:
    before = sesbank("show", "field offices", "--json").out
    done = sesbank("map", "field offices")
    assert "LP Leading People (main)" in done.out
    assert sesbank("show", "field offices", "--json").out == before


def test_an_ecq_that_does_not_exist_is_told_with_those_that_do(
    sesbank: Command, bank: Path
) -> None:
    done = sesbank("map", "backlog", "XX")
    assert done.code == 2
    assert "AR (Achieving Results)" in done.complaint
    assert "'nonsense'" in sesbank("map", "backlog", "AR", "--competency", "nonsense").complaint
    assert "not mapped to LP" in sesbank("map", "backlog", "LP", "--remove").complaint


def test_many_stories_are_tagged_retired_and_offered_again(sesbank: Command, bank: Path) -> None:
    named = ("backlog", "field offices")
    done = sesbank("tag", *named, "--add", HOSTILE, "--drop", "grants", "--json")
    assert [row["tags"] for row in done.data] == [["[/] [@click=app.quit]x[/] =1+1"]] * 2
    assert "\x1b" not in sesbank("tag", *named, "--add", "x").out
    assert [row["status"] for row in sesbank("retire", *named, "--json").data] == ["retired"] * 2
    assert [row["status"] for row in sesbank("offer", *named, "--json").data] == ["ready", "draft"]


def test_nothing_is_done_when_one_of_the_stories_is_not_there(sesbank: Command, bank: Path) -> None:
    done = sesbank("remove", "backlog", "nowhere")
    assert done.code == 2
    assert "nowhere" in done.complaint
    assert len(sesbank("list", "--json").data) == 3
    assert sesbank("remove", "backlog").code == 0
    assert len(sesbank("list", "--json").data) == 2
    assert "backlog" in sesbank("trash").out
    assert json.loads(sesbank("trash", "--json").out)[0]["kind"] == "story"


def test_ctrl_c_in_the_editor_is_the_editors_own(
    sesbank: Command, bank: Path, in_a_terminal: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    body = (
        "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\n"
        "path.write_text(text.replace('zero in 7', 'zero in 6'))"
    )
    code, _ = in_a_terminal(editor(tmp_path, body), "--bank", str(bank), "edit", "backlog")
    assert code == 0
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 6 months."
    assert list(bank.parent.glob("story-*")) == []


def meanwhile(bank: Path, field: str, value: str) -> str:
    """Return what an editor does that changes a story while another program changes a field."""
    return (
        "from sesbank.session import Session, stories, writing\n"
        f"with Session.open(pathlib.Path({str(bank)!r})) as session:\n"
        "    story = stories.get(session, 'backlog')\n"
        f"    writing.set_fields(session, story, {{{field!r}: {value!r}}})\n"
        "path.write_text(text.replace('zero in 7', 'zero in 6'))"
    )


def test_a_story_changed_meanwhile_in_another_field_keeps_both_changes(
    sesbank: Command, bank: Path, in_a_terminal: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    script = editor(tmp_path, meanwhile(bank, "role", "Chief"))
    assert in_a_terminal(script, "--bank", str(bank), "edit", "backlog")[0] == 0
    shown = sesbank("show", "backlog", "--json").data
    assert (shown["role"], shown["result"]) == ("Chief", "Backlog to zero in 6 months.")


def test_a_story_changed_meanwhile_names_the_commands_that_keep_both_or_one(
    sesbank: Command, bank: Path, in_a_terminal: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    script = editor(tmp_path, meanwhile(bank, "result", "Backlog to zero in 5 months."))
    code, shown = in_a_terminal(script, "--bank", str(bank), "edit", "backlog")
    (left,) = bank.parent.glob("story-*")
    told = "".join(shown.split())
    assert code == 6
    assert f"{left.absolute()}" in told
    assert "`sesbankedits-" in told
    assert "`sesbanknew" in told
    assert sesbank("edit", "backlog", left).code == 0
    assert sesbank("show", "backlog", "--json").data["result"] == "Backlog to zero in 6 months."
