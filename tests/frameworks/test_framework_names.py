"""The names of frameworks, read without the rest of them, are those that the rest has."""

from pathlib import Path

import pytest

from sesbank.frameworks.loading import load_frameworks
from sesbank.frameworks.naming import names_in, shipped_names

FRAMEWORKS = load_frameworks()

OWN = """
id = "my-agency"
name = "My agency"

[[ecq]]
code = "SV"
number = 1
name = "Serving"
meaning = "Serves."

[[ecq.competency]]
code = "listening"
name = "Listening"
meaning = "Listens."
"""


@pytest.mark.parametrize("framework", FRAMEWORKS.frameworks, ids=lambda each: each.id)
def test_the_names_of_a_shipped_framework_are_those_that_reading_it_all_gives(framework) -> None:
    names = shipped_names()
    assert names.knows(framework.id)
    assert names.framework(framework.id) == framework.name
    for ecq in framework.ecqs:
        assert names.ecq(framework.id, ecq.code) == ecq.name
    for competency in framework.competencies:
        assert names.competency(framework.id, competency.code) == competency.name
    assert names.default == FRAMEWORKS.default


def test_what_is_not_known_is_called_by_its_code() -> None:
    names = shipped_names()
    for unknown in ("opm-1997", "../data/opm-2025", "crosswalk-2006-2025", ""):
        assert not names.knows(unknown)
        assert names.framework(unknown) == unknown
        assert names.ecq(unknown, "AR") == "AR"
    assert names.competency("opm-2025", "no-such") == "no-such"


def test_an_own_framework_has_its_names_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    names = names_in(load_frameworks(tmp_path))
    assert names.framework("my-agency") == "My agency"
    assert names.ecq("my-agency", "SV") == "Serving"
    assert names.competency("my-agency", "listening") == "Listening"
    assert names.ecq("opm-2025", "AR") == "Achieving Results"
