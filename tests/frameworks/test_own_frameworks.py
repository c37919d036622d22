"""Frameworks of one's own: added, replacing, and refused with one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_files import SMALL, check_fault, complaint, write

from sesbank.errors import InputError
from sesbank.frameworks.loading import SIZE_LIMIT, load_frameworks
from sesbank.matching import Matcher


def test_a_folder_that_is_not_there_means_the_shipped_ones(tmp_path: Path):
    assert load_frameworks(tmp_path / "none") is load_frameworks()


def test_files_that_are_not_toml_are_left_alone(tmp_path: Path):
    write(tmp_path, "harbor.toml.off", "not a framework")
    (tmp_path / "folder.toml").mkdir()
    assert load_frameworks(tmp_path) is load_frameworks()


def test_an_own_framework_is_added_behind_the_shipped_ones(tmp_path: Path):
    frameworks = load_frameworks(write(tmp_path, "harbor.toml", SMALL))
    assert frameworks.ids == ("opm-2025", "opm-2006", "harbor")
    assert frameworks.default == "opm-2025"
    assert frameworks.get("opm-2025") == load_frameworks().get("opm-2025")
    assert len(load_frameworks().ids) == 2


def test_cues_become_plain_lower_case_words_and_generic_ones_weigh_less(tmp_path: Path):
    harbor = load_frameworks(write(tmp_path, "harbor.toml", SMALL)).get("harbor")
    cues = {cue.phrase: cue.weight for cue in harbor.ecq("TID").cues}
    assert cues == {"ebb tide": 1.0, "high water": 1.0, "sea": 0.4, "water": 0.4}


def test_an_own_framework_replaces_the_shipped_one_of_its_id(tmp_path: Path):
    text = SMALL.replace('id = "harbor"', 'id = "opm-2006"')
    frameworks = load_frameworks(write(tmp_path, "legacy.toml", text))
    assert frameworks.ids == ("opm-2025", "opm-2006")
    assert frameworks.get("opm-2006").name == "Harbor officers"
    assert frameworks.crosswalks == ()


def test_questions_keep_what_they_probe_as_far_as_an_own_version_has_it(tmp_path: Path):
    text = SMALL.replace('id = "harbor"', 'id = "opm-2006"').replace('"TID"', '"LP"')
    text = text.replace('"soundings"', '"team-building"')
    frameworks = load_frameworks(write(tmp_path, "legacy.toml", text))
    shipped = load_frameworks().questions
    probes = [question.probe_in("opm-2006") for question in frameworks.questions]
    assert {p.ecq for p in probes if p} == {"LP"}
    assert {p.competency for p in probes if p} == {"", "team-building"}
    assert [q.text for q in frameworks.questions] == [q.text for q in shipped]
    assert [q.probe_in("opm-2025") for q in frameworks.questions] == [
        q.probe_in("opm-2025") for q in shipped
    ]


def test_a_question_is_recognised_by_an_own_version_of_a_shipped_framework(tmp_path: Path):
    text = SMALL.replace('id = "harbor"', 'id = "opm-2025"')
    matcher = Matcher(load_frameworks(write(tmp_path, "mine.toml", text)), meaning=False)
    asked = "How did you lead people through high water?"
    assert [guess.code for guess in matcher.ask(asked, (), "opm-2025").ecqs] == ["TID"]


@pytest.mark.parametrize("line", ["a{}=1", '  [ "a"{}]', "[[ecq{}]]"])
def test_a_key_of_endless_parts_is_refused_before_it_is_read(tmp_path: Path, line: str):
    text = SMALL + line.format(" . b" * 100_000)
    with pytest.raises(
        InputError, match=r"deep\.toml: not valid TOML: a key has more than 50 parts"
    ):
        load_frameworks(write(tmp_path, "deep.toml", text))


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path):
    (tmp_path / "harbor.toml").write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert "harbor" in load_frameworks(tmp_path).ids


def test_escape_codes_in_an_own_file_do_not_survive(tmp_path: Path):
    text = SMALL.replace("Sees change coming.", "Sees \\u001b[31mchange\\nsoon.")
    harbor = load_frameworks(write(tmp_path, "harbor.toml", text)).get("harbor")
    assert harbor.ecq("TID").meaning == "Sees change soon."


@pytest.mark.parametrize(
    "fault",
    [
        ('name = "Soundings"\n', "", 'ecq 1, competency 1: "name" is missing'),
        ('meaning = "Sees change coming."', 'meaning = " "', 'ecq 1: "meaning" is empty'),
        ("number = 1", 'number = "1"', 'ecq 1: "number" must be a whole number'),
        ("number = 1", "number = true", 'ecq 1: "number" must be a whole number'),
        ("number = 1", "number = -1", 'ecq 1: "number" must be 0 or more'),
        ("number = 1", "number = 1\ntelling = 1", 'ecq 1: "telling" must be true or false'),
        ("cues = [", "cue = [", 'ecq 1: "cue" is not a field here'),
        ('["Ebb-Tide", "High water"]', "[1]", 'ecq 1: entry 1 of "cues" must be text'),
        ('["Ebb-Tide", "High water"]', "3", 'ecq 1: "cues" must be a list'),
        ('"High water"]', '"ebb tide"]', 'ecq 1: the cue "ebb tide" is there twice'),
        ('"High water"]', '"--"]', "ecq 1: a cue has no letters or digits"),
        ('id = "harbor"', 'id = "Our Harbor"', '"id" must be small letters'),
        ('code = "TID"', 'code = "T I D"', 'ecq 1: "code" must be letters'),
        ("[[ecq]]", "[ecq]", "ecq"),
        ("[[ecq]]", "[[ecq]", "not valid TOML"),
        ("number = 1", "number = 1 1", "line 7"),
    ],
)
def test_a_broken_own_file_names_itself_the_place_and_the_fault(
    tmp_path: Path, fault: tuple[str, str, str]
):
    check_fault(tmp_path, "harbor.toml", SMALL, fault)


def test_two_competencies_of_one_code_are_refused(tmp_path: Path):
    again = SMALL[SMALL.index("[[ecq.competency]]") :]
    message = complaint(write(tmp_path, "harbor.toml", SMALL + again))
    assert message.startswith('harbor.toml: the competency code "soundings" is there twice')


def test_two_own_files_of_one_id_are_refused(tmp_path: Path):
    write(tmp_path, "a.toml", SMALL)
    message = complaint(write(tmp_path, "b.toml", SMALL))
    assert message.startswith('b.toml: the id "harbor" is also in a.toml')


def test_a_file_without_ecqs_is_refused(tmp_path: Path):
    message = complaint(write(tmp_path, "x.toml", 'id = "x"\nname = "X"\n'))
    assert message.startswith("x.toml: it has no [[ecq]]")


def test_a_file_that_is_not_text_is_refused(tmp_path: Path):
    (tmp_path / "x.toml").write_bytes(b'name = "\xff\xfe"')
    assert complaint(tmp_path) == "x.toml: is not UTF-8 text. Save it as UTF-8."


def test_a_huge_file_is_refused(tmp_path: Path):
    (tmp_path / "x.toml").write_bytes(b"#" * (SIZE_LIMIT + 1))
    assert complaint(tmp_path).startswith("x.toml: is larger than")


def test_a_file_nested_beyond_reason_is_refused(tmp_path: Path):
    message = complaint(write(tmp_path, "x.toml", "a = " + "[" * 50_000))
    assert message.startswith("x.toml: not valid TOML")


def test_a_frameworks_folder_that_is_a_file_is_refused(tmp_path: Path):
    path = tmp_path / "frameworks"
    path.write_text("", encoding="utf-8")
    assert "cannot be read" in complaint(path)


@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
):
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    (folder / "any.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert complaint(folder).startswith("any.toml")
