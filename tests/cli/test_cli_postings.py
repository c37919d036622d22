"""read, match: a posting from its text to the stories that serve it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import POSTING, Command

from sesbank.session import Session, vacancies

HEADER = {"title", "agency", "announcement", "pay_plan", "opens", "closes", "page_limit"}


def test_read_quotes_each_requirement_exactly(sesbank: Command, posting: Path) -> None:
    done = sesbank("read", posting, "--json")
    assert done.code == 0
    vacancy = done.data
    assert vacancy["source"] == POSTING
    assert vacancy["framework"] == "opm-2025"
    for requirement in vacancy["requirements"]:
        start, end = requirement["start"], requirement["end"]
        assert POSTING[start:end] == requirement["text"]
        assert requirement["kind"] in {"tq", "ecq", "desirable", "duty"}
    tqs = [r for r in vacancy["requirements"] if r["kind"] == "tq"]
    assert [r["label"] for r in tqs] == ["MTQ 1", "MTQ 2"]
    assert all(r["code"] is None and r["mandatory"] for r in tqs)


def test_a_posting_is_read_even_where_the_bank_cannot_be(
    sesbank: Command, posting: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "bank.json"
    broken.write_text("{ broken", encoding="utf-8")
    assert sesbank("--bank", broken, "read", posting, "--json").code == 0
    assert sesbank("--bank", broken, "match", posting, "--json").code == 3
    assert broken.read_text(encoding="utf-8") == "{ broken"


def test_what_a_posting_does_not_state_is_null(sesbank: Command) -> None:
    text = "Mandatory Technical Qualifications\nMTQ 1: Experience directing a grants program.\n"
    vacancy = sesbank("read", "-", "--json", given=text).data
    assert set(vacancy) >= HEADER
    for name in ("agency", "announcement", "opens", "closes", "page_limit", "framework"):
        assert vacancy[name] is None
    assert vacancy["framework_evidence"] == []


def test_read_prints_the_requirements_in_words(sesbank: Command, posting: Path) -> None:
    done = sesbank("read", posting)
    assert done.code == 0
    assert "MTQ 2" in done.out
    assert "Technical qualifications" in done.out
    assert done.err == ""


def test_a_posting_may_come_from_standard_input_with_any_line_ends(sesbank: Command) -> None:
    windows = b"\xef\xbb\xbf" + POSTING.replace("\n", "\r\n").encode()
    vacancy = sesbank("read", "-", "--json", given=windows).data
    assert vacancy["source"] == POSTING
    for given in (POSTING.encode(), POSTING.encode("utf-16")):
        assert sesbank("read", "-", "--json", given=given).data == vacancy


def test_the_framework_a_posting_is_read_in_may_be_chosen(sesbank: Command, posting: Path) -> None:
    vacancy = sesbank("read", posting, "--framework", "opm-2006", "--json").data
    assert vacancy["framework"] == "opm-2006"
    done = sesbank("read", posting, "--framework", "opm-1066")
    assert done.code == 2
    assert "opm-2006" in done.complaint


def test_match_gives_each_requirement_its_stories_with_reasons(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    done = sesbank("match", posting, "--json")
    assert done.code == 0
    result = done.data
    asked = {r["id"]: r for r in result["vacancy"]["requirements"]}
    matched = [r["id"] for r in result["vacancy"]["requirements"] if r["kind"] != "duty"]
    assert [m["requirement"] for m in result["matches"]] == matched
    for match in result["matches"]:
        text = asked[match["requirement"]]["text"]
        for story in match["stories"]:
            assert story["reasons"], "an item without reasons is no match"
            assert story["score"] == pytest.approx(sum(r["points"] for r in story["reasons"]))
            for reason in story["reasons"]:
                if reason["kind"] != "mapping":
                    assert text[reason["asked_start"] : reason["asked_end"]] == reason["asked"]
    slate = {entry["requirement"] for entry in result["slate"]}
    assert slate.isdisjoint(result["uncovered"])
    assert slate | set(result["uncovered"]) == set(matched)
    assert result["rules"]


def test_match_tells_which_demands_of_a_requirement_a_story_meets(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    done = sesbank("match", posting, "--json")
    asked = {r["id"]: r for r in done.data["vacancy"]["requirements"]}
    seen = set()
    for match in done.data["matches"]:
        text, kind = asked[match["requirement"]]["text"], asked[match["requirement"]]["kind"]
        for story in match["stories"]:
            assert bool(story["demands"]) is (kind != "ecq")
            for demand in story["demands"]:
                assert text[demand["start"] : demand["end"]] == demand["text"]
                assert (demand["standing"] == "elsewhere") is (demand["where"] is not None)
                seen.add(demand["standing"])
    assert seen == {"said", "elsewhere", "missing"}


def test_match_prints_the_words_on_both_sides(sesbank: Command, bank: Path, posting: Path) -> None:
    done = sesbank("match", posting)
    assert done.code == 0
    assert "Cleared the grants backlog" in done.out
    assert "<->" in done.out
    assert "Proposed:" in done.out
    assert "uncovered" in done.out


def test_with_an_empty_bank_everything_is_uncovered(sesbank: Command, posting: Path) -> None:
    done = sesbank("match", posting, "--json")
    assert done.code == 1
    assert "no stories yet" in done.complaint
    assert done.data["slate"] == []
    matched = [r["id"] for r in done.data["vacancy"]["requirements"] if r["kind"] != "duty"]
    assert done.data["uncovered"] == matched


def test_a_bank_whose_stories_cannot_be_offered_says_so(
    sesbank: Command, posting: Path, tmp_path: Path
) -> None:
    captured = tmp_path / "captured.json"
    captured.write_text('[{"title": "A line for later", "challenge": "x"}]')
    sesbank("import", captured, "--yes")
    done = sesbank("match", posting)
    assert done.code == 1
    assert "neither action nor result" in done.complaint


@pytest.mark.parametrize("command", ["read", "match"])
def test_a_text_that_asks_for_nothing_is_one_line_and_valid_json(
    sesbank: Command, bank: Path, command: str
) -> None:
    text = "The cafeteria serves soup on Monday. Bring your own spoon."
    done = sesbank(command, "-", "--json", given=text)
    assert done.code == 1
    assert "requirement" in done.complaint
    vacancy = done.data if command == "read" else done.data["vacancy"]
    assert vacancy["requirements"] == []
    assert vacancy["source"] == text
    assert len(sesbank(command, "-", given=text).err.splitlines()) == 1


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n",
    "binary.bin": bytes(range(256)) * 8,
    "word.docx": b"PK\x03\x04" + bytes(100),
    "paper.pdf": b"%PDF-1.7 rest",
}


@pytest.mark.parametrize("name", sorted(BAD))
@pytest.mark.parametrize("command", [["read"], ["match"], ["sheet", "-o", "out.docx"]])
def test_a_file_that_is_no_text_is_one_line_and_writes_nothing(
    sesbank: Command, tmp_path: Path, home: Path, name: str, command: list[str]
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    before = sorted(tmp_path.rglob("*"))
    done = sesbank(*command, tmp_path / name, "--json")
    assert done.code == 3
    assert name in done.complaint
    assert done.out == ""
    assert sorted(tmp_path.rglob("*")) == before
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("given", [b"", b"\n \n", b"\x00\x01\x02"])
def test_standard_input_without_text_is_one_line(sesbank: Command, given: bytes) -> None:
    done = sesbank("read", "-", given=given)
    assert done.code == 3
    assert "standard input" in done.complaint


def test_a_missing_file_and_a_folder_are_one_line(sesbank: Command, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        done = sesbank("match", path)
        assert done.code == 3
        assert path.name in done.complaint
        assert done.out == ""


def test_control_codes_of_a_posting_never_reach_the_terminal(sesbank: Command, bank: Path) -> None:
    hostile = POSTING.replace("Director,", "Director\x1b]0;x\x07\u009b2J\u202e,").replace(
        "grants program", "grants \x1b[31mprogram\x1b[0m"
    )
    for argv in (["read", "-"], ["match", "-"], ["read", "-", "--json"]):
        done = sesbank(*argv, given=hostile)
        assert not set(done.out + done.err) & set("\x1b\x07\x9b\u202e\x00")
    vacancy = sesbank("read", "-", "--json", given=hostile).data
    for requirement in vacancy["requirements"]:
        found = vacancy["source"][requirement["start"] : requirement["end"]]
        assert found == requirement["text"]


def test_a_vacancy_kept_in_the_bank_is_meant_by_its_id(
    sesbank: Command, bank: Path, tmp_path: Path
) -> None:
    with Session.open(bank) as session:
        kept = vacancies.keep(session, vacancies.read(session, POSTING))
    assert sesbank("read", kept.id, "--json").data["source"] == POSTING
    chosen = sesbank("read", kept.id, "--framework", "opm-2006", "--json").data
    assert chosen["framework"] == "opm-2006"
    assert sesbank("read", kept.id, "--json").data["framework"] == "opm-2025"
    assert sesbank("read", "v-nothing").code == 2


def test_a_story_may_be_proposed_twice_and_the_note_says_so(
    sesbank: Command, bank: Path, posting: Path
) -> None:
    done = sesbank("match", posting, "--uses", "2")
    assert "proposed at most 2 times" in " ".join(done.out.split())
    assert "proposed once" in " ".join(sesbank("match", posting).out.split())


@pytest.mark.parametrize("number", ["0", "-1", "two", "²"])
def test_a_number_below_one_is_wrong_usage(
    sesbank: Command, bank: Path, posting: Path, number: str
) -> None:
    done = sesbank("match", posting, "--uses", number)
    assert done.code == 2
    assert "from 1 on" in done.complaint
