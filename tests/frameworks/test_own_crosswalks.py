"""Crosswalks and questions of one's own, and what the guide shows of all three."""

from __future__ import annotations

from pathlib import Path

import pytest
from own_files import SMALL, check_fault, complaint, guide_blocks, write

from sesbank.frameworks.loading import load_frameworks

CROSSWALK = """
source = "opm-2006"
target = "harbor"

[[row]]
source = "vision"
target = "soundings"
strength = "weak"

[[row]]
source = "partnering"
strength = "none"
lends_to = "TID"
"""


def test_an_own_crosswalk_lends_cues_to_an_own_framework(tmp_path: Path):
    write(tmp_path, "a-crosswalk.toml", CROSSWALK)
    frameworks = load_frameworks(write(tmp_path, "harbor.toml", SMALL))
    harbor = frameworks.get("harbor")
    weights = {cue.phrase: cue.weight for cue in harbor.competency("soundings").cues}
    assert weights["shared vision"] == pytest.approx(0.6)
    assert "interagency" in {cue.phrase for cue in harbor.ecq("TID").cues}
    assert {c.target for c in frameworks.crosswalks} == {"opm-2025", "harbor"}


@pytest.mark.parametrize(
    "fault",
    [
        ('"vision"', '"visions"', '"opm-2006" has no competency "visions"'),
        ('"soundings"', '"sounding"', '"harbor" has no competency "sounding"'),
        ('"TID"', '"TIDE"', '"harbor" has no ECQ "TIDE"'),
        ('target = "harbor"', 'target = "port"', 'there is no framework "port"'),
        ('"weak"', '"so-so"', 'row 1: "strength" must be'),
        ('"weak"', '"none"', 'row 1: "target" must be empty'),
        ('"none"', '"strong"', 'row 2: "target" must be empty'),
        ('"weak"', '"weak"\nlends_to = "TID"', 'row 1: "lends_to" is only for'),
        ('"partnering"', '"vision"', 'row 2: "vision" has a row already'),
        ("strength", "strenght", 'row 1: "strenght" is not a field here'),
    ],
)
def test_a_broken_own_crosswalk_names_itself_and_the_fault(
    tmp_path: Path, fault: tuple[str, str, str]
):
    write(tmp_path, "harbor.toml", SMALL)
    check_fault(tmp_path, "walk.toml", CROSSWALK, fault)


def test_the_examples_of_the_guide_load(tmp_path: Path):
    framework, crosswalk = guide_blocks("toml")
    write(tmp_path, "senior-officer.toml", framework)
    alone = load_frameworks(tmp_path).get("senior-officer")
    assert [ecq.code for ecq in alone.core] == ["ORG", "COA"]
    assert not alone.ecq("COA").telling
    frameworks = load_frameworks(write(tmp_path, "walk.toml", crosswalk))
    assert len(frameworks.get("senior-officer").ecq("COA").cues) > len(alone.ecq("COA").cues)


def test_the_errors_the_guide_shows_are_the_errors_given(tmp_path: Path):
    (block,) = guide_blocks("text")
    missing, unknown, _, crosswalk = block.strip().splitlines()
    framework, walk = guide_blocks("toml")
    file = "my-agency.toml"
    meaning = 'meaning = "Gets other offices and regulators to pull the same way."\n'
    assert complaint(write(tmp_path, file, framework.replace(meaning, ""))) == missing
    assert complaint(write(tmp_path, file, framework.replace("cues =", "cue =", 1))) == unknown
    write(tmp_path, file, framework)
    wrong = walk.replace('"strategic-thinking"', '"strategy"')
    assert complaint(write(tmp_path, "my-crosswalk.toml", wrong)) == crosswalk


def test_own_questions_come_first_and_are_learnt_from(tmp_path: Path):
    write(
        tmp_path,
        "questions.tsv",
        "# mine\nopm-2025:AR/innovation\tWhat did you gleep?\n\n\tUnmapped \x1b[2Jone?\n",
    )
    loaded = load_frameworks(tmp_path)
    assert [q.text for q in loaded.questions[:2]] == ["What did you gleep?", "Unmapped one?"]
    assert loaded.questions[2:] == load_frameworks().questions


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("opm-1066:AR\tWhy?", "no framework"),
        ("opm-2025:ZZ\tWhy?", "no ECQ"),
        ("opm-2025:AR/vision\tWhy?", "no competency"),
        ("opm-2025:AR\t", "no question"),
    ],
)
def test_a_question_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, line: str, said: str
):
    message = complaint(write(tmp_path, "questions.tsv", f"# mine\n{line}\n"))
    assert "questions.tsv, line 2" in message
    assert said in message


def test_questions_of_ones_own_framework_are_known(tmp_path: Path):
    write(tmp_path, "harbor.toml", SMALL)
    write(tmp_path, "questions.tsv", "harbor:TID/soundings\tHow deep was it?\n")
    probe = load_frameworks(tmp_path).questions[0].probe_in("harbor")
    assert probe is not None
    assert probe.competency == "soundings"
