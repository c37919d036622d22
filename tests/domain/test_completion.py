"""What a search line offers to go on with."""

import pytest

from sesbank.domain.completion import Value, completions

VALUES = {
    "tag": (Value("grants", "4"), Value("union", "2")),
    "org": (Value("Department of Rural Services", "3"),),
    "ecq": (Value("AR", "Achieving Results · 2"), Value("LP", "Leading People · 1")),
}


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("", []),
        ("t", []),
        ("ta", ["tag:"]),
        ("to", ["told:"]),
        ("tag:", ["tag:grants ", "tag:union "]),
        ("tag:u", ["tag:union "]),
        ("-tag:g", ["-tag:grants "]),
        ("tag:grants", []),
        ("org:rural", ['org:"Department of Rural Services" ']),
        ("ecq:achiev", ["ecq:AR "]),
        ("has:le", ["has:lesson "]),
        ("sort:t", ["sort:title ", "sort:best ", "sort:length "]),
        ("nobody:x", []),
    ],
)
def test_the_word_at_the_cursor_is_completed(line, offered):
    assert [c.text for c in completions(line, len(line), VALUES)] == offered


def test_only_the_word_at_the_cursor_is_replaced():
    line = "grants tag:u ecq:AR"
    (only,) = completions(line, len("grants tag:u"), VALUES)
    assert line[: only.start] + only.text + line[only.end :].lstrip() == "grants tag:union ecq:AR"


def test_a_value_in_quotes_may_hold_spaces():
    line = 'org:"department of'
    assert [c.start for c in completions(line, len(line), VALUES)] == [0]
