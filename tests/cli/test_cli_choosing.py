"""keep, vacancies, pin, ban, release, accept: a vacancy decided on without the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import Command


@pytest.fixture
def kept(sesbank: Command, bank: Path, posting: Path) -> str:
    """Return the id of a vacancy kept in the bank."""
    done = sesbank("keep", posting, "--json")
    assert done.code == 0
    vacancy: str = done.data["id"]
    return vacancy


def story(sesbank: Command, named: str) -> str:
    found: str = sesbank("show", named, "--json").data["id"]
    return found


def test_a_posting_is_kept_and_listed(sesbank: Command, kept: str) -> None:
    (row,) = sesbank("vacancies", "--json").data
    assert row["id"] == kept
    assert row["closes"] == "2026-10-21"
    assert "Director, Grants" in " ".join(sesbank("vacancies").out.split())


def test_a_posting_kept_twice_is_told(sesbank: Command, kept: str, posting: Path) -> None:
    done = sesbank("keep", posting)
    assert done.code == 0
    assert kept in done.complaint


def test_a_kept_vacancy_is_matched_by_its_title(sesbank: Command, kept: str) -> None:
    done = sesbank("match", "director, grants", "--json")
    assert done.code == 0
    assert done.data["vacancy"]["title"] == "Director, Grants Operations"
    missing = sesbank("match", "no-such-file.txt")
    assert missing.code == 3
    assert "no-such-file.txt is not there" in missing.complaint
    words = sesbank("match", "grants management")
    assert words.code == 2
    assert "no vacancy has the title 'grants management'" in words.complaint
    assert "`sesbank vacancies`" in words.complaint


def test_without_a_vacancy_the_way_to_one_is_told(sesbank: Command, bank: Path) -> None:
    assert "`sesbank keep`" in sesbank("vacancies").complaint


def test_a_pinned_story_comes_first_and_a_banned_one_not_at_all(
    sesbank: Command, kept: str
) -> None:
    offices = story(sesbank, "field offices")
    done = sesbank("pin", kept, "MTQ 1", "field offices", "--json")
    assert done.data == {"vacancy": kept, "requirement": "tq1", "pinned": [offices], "banned": []}
    assert _offered(sesbank, kept, "tq1")[0] == offices
    assert sesbank("ban", kept, "tq1", "field offices", "--json").data["pinned"] == []
    assert offices not in _offered(sesbank, kept, "tq1")
    assert sesbank("release", kept, "tq1", "--json").data["banned"] == []


def test_a_story_that_only_the_pin_speaks_for_says_so(sesbank: Command, kept: str) -> None:
    assert sesbank("new", "--set", "title=Wholly other", "--set", "action=I did it.").code == 0
    assert sesbank("pin", kept, "MTQ 2", "Wholly other").code == 0
    told = sesbank("match", kept).out
    assert "pinned by you" in told
    assert "mapped it to pinned" not in told


def test_a_story_no_match_would_show_is_not_pinned_and_what_to_do_is_told(
    sesbank: Command, kept: str
) -> None:
    assert sesbank("capture", "Only a line so far").code == 0
    refused = sesbank("pin", kept, "MTQ 2", "Only a line so far")
    assert refused.code == 2
    assert "neither action nor result" in refused.complaint
    assert "sesbank edit" in refused.complaint
    assert sesbank("edit", "Only a line so far", "--set", "action=I did it.").code == 0
    assert sesbank("pin", kept, "MTQ 2", "Only a line so far").code == 0
    assert sesbank("retire", "field offices").code == 0
    retired = sesbank("pin", kept, "MTQ 2", "field offices")
    assert "is retired" in retired.complaint
    assert "sesbank offer" in retired.complaint


def test_the_slate_is_accepted_and_undone(sesbank: Command, kept: str) -> None:
    done = sesbank("accept", kept, "--json")
    chosen = {row["requirement"]: row["story"] for row in done.data["chosen"]}
    assert chosen["tq1"] == story(sesbank, "backlog")
    twice = sesbank("accept", kept, "--uses", "2", "--json").data["chosen"]
    matched = sesbank("match", kept, "--uses", "2", "--json").data["slate"]
    assert {(c["requirement"], c["story"]) for c in twice} == {
        (entry["requirement"], entry["story"]) for entry in matched
    }
    assert "at most 2 times" in " ".join(sesbank("accept", kept, "--uses", "2").out.split())
    assert "Accepted" in sesbank("accept", "Director, Grants Operations").out
    assert "accept slate" in sesbank("undo").out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("pin", "tq9", "backlog"), "ecq5, tq1 (MTQ 1), tq2 (MTQ 2)"),
        (("ban", "tq1", "nowhere"), "nowhere"),
        (("release", "tq9"), "'tq9'"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(
    sesbank: Command, kept: str, call: tuple[str, ...], said: str
) -> None:
    done = sesbank(call[0], kept, *call[1:])
    assert done.code == 2
    assert said in done.complaint


def _offered(sesbank: Command, kept: str, requirement: str) -> list[str]:
    matches = sesbank("match", kept, "--json").data["matches"]
    return [s["id"] for m in matches if m["requirement"] == requirement for s in m["stories"]]


def test_what_is_learnt_is_listed_and_taken_back(sesbank: Command, kept: str, bank: Path) -> None:
    from sesbank.session import Session, vacancies

    assert sesbank("learned", "--json").data == []
    assert "Nothing is learned" in sesbank("learned").out
    with Session.open(bank) as session:
        vacancy = vacancies.get(session, kept)
        dropped = vacancy.requirements[0]
        vacancies.drop_requirement(session, vacancy, dropped.id)
    (row,) = sesbank("learned", "--json").data
    assert (row["does"], row["text"], row["vacancy"]) == ("drop", dropped.text, kept)
    assert "Unlearned" in sesbank("learned", "--forget", "1").out
    assert sesbank("learned", "--json").data == []
    assert sesbank("learned", "--forget", "1").complaint == "sesbank: no lesson 1: there are 0"


def test_match_says_that_a_posting_is_kept(sesbank: Command, kept: str, posting: Path) -> None:
    done = sesbank("match", posting)
    assert kept in done.err


@pytest.mark.parametrize("named", ["tq1", "MTQ 1", "mtq1"])
def test_a_requirement_is_named_by_its_id_or_as_it_is_printed(
    sesbank: Command, kept: str, named: str
) -> None:
    assert sesbank("pin", kept, named, "backlog").code == 0
    assert sesbank("cue", kept, named, "--json").data["requirement"] == "tq1"
