"""check: findings with their words, a code for scripts, and what is set aside."""

from __future__ import annotations

from pathlib import Path

from cli_running import POSTING, Command


def test_check_names_what_is_to_be_mended_and_says_so_with_its_code(
    sesbank: Command, bank: Path
) -> None:
    done = sesbank("check")
    assert done.code == 1
    assert "Merged two field offices" in done.out
    assert "S01" in done.out
    assert "3 stories checked" in done.out


def test_check_gives_ids_spans_and_sources_as_json(sesbank: Command, bank: Path) -> None:
    data = sesbank("check", "merged", "--json").data
    assert data["checked"] == 1
    missing = [f for f in data["findings"] if f["check"] == "S01"]
    assert {"challenge", "context"} <= {f["part"] for f in missing}
    assert all(f["severity"] == "must" and f["source"] for f in missing)
    assert {f["title"] for f in data["findings"]} == {"Merged two field offices"}


def test_a_query_checks_its_stories_and_not_the_bank(sesbank: Command, bank: Path) -> None:
    assert "All stories together" in sesbank("check").out
    assert "All stories together" not in sesbank("check", "merged").out


def test_only_grave_findings_are_shown_where_that_is_asked(sesbank: Command, bank: Path) -> None:
    data = sesbank("check", "merged", "--least", "must", "--json").data
    assert {f["severity"] for f in data["findings"]} == {"must"}


def test_a_check_is_set_aside_for_a_story_and_taken_up_again(sesbank: Command, bank: Path) -> None:
    sesbank("check", "merged", "--waive", "s01")
    data = sesbank("check", "merged", "--json").data
    assert "S01" not in {f["check"] for f in data["findings"]}
    assert data["waived"][0]["checks"] == ["S01"]
    sesbank("check", "merged", "--unwaive", "S01")
    data = sesbank("check", "merged", "--json").data
    assert "S01" in {f["check"] for f in data["findings"]}


def test_setting_aside_what_is_not_found_says_so(sesbank: Command, bank: Path) -> None:
    assert sesbank("check", "merged", "--waive", "S01").err == ""
    assert "S01 was set aside here already" in sesbank("check", "merged", "--waive", "S01").err
    assert "V03 finds nothing here now" in sesbank("check", "merged", "--waive", "V03").err
    assert sesbank("check", "merged", "--unwaive", "V03").err == ""
    assert "V03 was not set aside" in sesbank("check", "merged", "--unwaive", "V03").err


def test_setting_aside_wants_a_story_and_a_check_that_exists(sesbank: Command, bank: Path) -> None:
    assert sesbank("check", "--waive", "S01").code == 2
    done = sesbank("check", "merged", "--waive", "Z99")
    assert done.code != 0
    assert "Z99" in done.complaint


def test_nothing_to_mend_is_code_0(sesbank: Command, home: Path) -> None:
    done = sesbank("check")
    assert done.code == 0
    assert "nothing to mend" in done.out


def test_a_field_that_is_not_understood_is_named(sesbank: Command, bank: Path) -> None:
    assert sesbank("check", "has:wings").code == 2


def test_whatever_is_counted_is_printed_also_about_a_story_not_checked(
    sesbank: Command, bank: Path
) -> None:
    kept = sesbank("keep", "-", "--json", given=POSTING).data["id"]
    sesbank("prepare", kept, "--when", "2099-11-20")
    told = ("--set", "title=Cut the lease bill", "--set", "action=I cut it.")
    noted = sesbank("new", *told, "--json").data["id"]
    for requirement in ("ecq1", "ecq2"):
        sesbank("pin", kept, requirement, noted)
    sesbank("edit", noted, "--set", "action=", "--set", "status=inbox")
    done = sesbank("check", "--least", "should")
    data = sesbank("check", "--least", "should", "--json").data
    assert "Cut the lease bill" in done.out
    heads = [line for line in done.out.splitlines() if line.startswith(("  must ", "  should "))]
    assert len(heads) == len(data["findings"])
    assert f"{sum(f['severity'] == 'should' for f in data['findings'])} should" in done.out
    assert {f["vacancy"] for f in data["findings"] if f["check"] == "B03"} == {kept}
