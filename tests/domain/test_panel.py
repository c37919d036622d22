"""Lines of a panel: the name to address, and what else the line says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.panel import member


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Dana Whitfield (chair)", "Dana Whitfield", "chair"),
        ("Lt. Gen. (ret.) Mary Ann Smith", "Lt. Gen. (ret.) Mary Ann Smith", ""),
        ("José Núñez, Chief Financial Officer", "José Núñez", "Chief Financial Officer"),
        ("Pat Lee, Jr., Ph.D., Deputy, Field", "Pat Lee, Jr., Ph.D.", "Deputy, Field"),
        ("Pat Lee, Ph.D.", "Pat Lee, Ph.D.", ""),
        ("Kim Oyelaran – HR", "Kim Oyelaran", "HR"),
        ("Ann Smith-Jones", "Ann Smith-Jones", ""),
        ("Whitfield, Dana", "Whitfield, Dana", ""),
        ("Dana Whitfield,", "Dana Whitfield,", ""),
        ("王小明", "王小明", ""),
    ],
)
def test_a_role_is_told_from_the_name(line, name, role):
    found = member(line)
    assert (found.name, found.role) == (name, role)


@given(st.text())
def test_nothing_of_a_line_is_lost(line):
    assert "".join(member(line)) == line
