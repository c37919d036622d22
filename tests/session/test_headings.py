"""Old narratives are mapped to the ECQ that their heading names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.framework import FrameworkSet
from sesbank.domain.mapping import MappedBy, Mapping, Strength
from sesbank.domain.story import Story
from sesbank.exchange import write_stories
from sesbank.session import Session, exchange, stories
from sesbank.session.headings import mapped_by_heading
from sesbank.settings import Settings

TOLD = "\n\nChallenge: Claims waited.\n\nAction: I split them.\n\nResult: None waits.\n\n"


@pytest.fixture
def session(tmp_path):
    with Session.open(tmp_path / "bank.json", settings=Settings()) as opened:
        yield opened


def read(session, tmp_path, text):
    file = tmp_path / "old.md"
    file.write_text(text, encoding="utf-8")
    found = exchange.read_all(session, file)
    return {s.title: [(m.framework, m.ecq) for m in s.mappings] for s in found.stories}, found.notes


def test_a_numbered_heading_maps_the_story_and_says_so(session, tmp_path):
    mapped, notes = read(session, tmp_path, f"# ECQ 3: Results Driven{TOLD}")
    assert mapped == {"ECQ 3: Results Driven": [("opm-2006", "RD")]}
    assert "mapped by their headings: 1 story" in notes


def test_a_story_that_its_person_took_a_mapping_from_comes_back_without_it(session, tmp_path):
    file = tmp_path / "old.md"
    file.write_text(f"# ECQ 2: Leading People\n\n## The lab{TOLD}", encoding="utf-8")
    (story,) = exchange.read_all(session, file).stories
    kept = tmp_path / "kept.json"
    kept.write_bytes(write_stories([story.edit(mappings=())], kept))
    (back,) = exchange.read_all(session, kept).stories
    assert back.extra == story.extra
    assert back.mappings == ()


def test_a_chapter_maps_the_stories_under_it(session, tmp_path):
    text = f"# Executive Core Qualification 1 - Leading Change\n\n## The lab{TOLD}## The dam{TOLD}"
    mapped, _ = read(session, tmp_path, text)
    assert mapped == {"The lab": [("opm-2006", "LC")], "The dam": [("opm-2006", "LC")]}


@pytest.mark.parametrize(
    ("beside", "framework"),
    [("ECQ 5: Building Coalitions", "opm-2006"), ("ECQ 3: Merit and Competence", "opm-2025")],
)
def test_a_name_of_two_frameworks_is_read_as_the_other_headings_are(
    session, tmp_path, beside, framework
):
    mapped, _ = read(session, tmp_path, f"# Leading People{TOLD}# {beside}{TOLD}")
    assert mapped["Leading People"] == [(framework, "LP")]


def test_a_number_tells_which_framework_is_meant(session, tmp_path):
    assert read(session, tmp_path, f"# ECQ 2: Leading People{TOLD}")[0] == {
        "ECQ 2: Leading People": [("opm-2006", "LP")]
    }
    assert read(session, tmp_path, f"# ECQ 4: Leading People{TOLD}")[0] == {
        "ECQ 4: Leading People": [("opm-2025", "LP")]
    }


@pytest.mark.parametrize("heading", ["ECQ 3", "How I was leading people", "AR", "Story 2: The dam"])
def test_a_heading_that_names_no_ecq_maps_nothing(session, tmp_path, heading):
    mapped, notes = read(session, tmp_path, f"# {heading}{TOLD}")
    assert all(mappings == [] for mappings in mapped.values())
    assert not any("headings" in note for note in notes)


def test_what_is_mapped_so_can_fill_a_gap_of_today(session, tmp_path):
    from sesbank.session import coverage

    file = tmp_path / "old.md"
    file.write_text(f"# ECQ 2: Leading People{TOLD}", encoding="utf-8")
    exchange.accept(session, exchange.read_all(session, file).stories)
    offered = coverage.fillers(session, coverage.grid(session))
    titles = {each.story.title for found in offered.values() for each in found}
    assert titles == {"ECQ 2: Leading People"}
    assert exchange.accept(session, exchange.read_all(session, file).stories).kept == ()


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_heading_whatever_takes_a_story_away_or_changes_its_words(headings):
    stories = tuple(Story(f"s-{n}", title) for n, title in enumerate(headings))
    known = FrameworkSet(())
    assert mapped_by_heading(stories, known, "opm-2025") == stories


@pytest.mark.parametrize("ending", ["csv", "md", "json"])
def test_a_file_written_here_comes_back_mapped_as_it_was_left(session, tmp_path, ending):
    left = {
        "Driving Efficiency": (),
        "ECQ 2: Leading People": (
            Mapping("opm-2025", "AR", "innovation"),
            Mapping("my own/set", "L P", "", Strength.SUPPORTING, MappedBy.SUGGESTION),
        ),
    }
    for title, mappings in left.items():
        stories.add(session, title=title, action="I led it.", mappings=mappings)
    file = tmp_path / f"out.{ending}"
    file.write_bytes(exchange.export_file(session, file))
    back = exchange.import_file(session, file)
    assert {story.title: story.mappings for story in back.stories} == left
    assert exchange.accept(session, back.stories).kept == ()


def test_a_column_of_mappings_that_cannot_be_read_is_kept_beside(session, tmp_path):
    file = tmp_path / "theirs.csv"
    file.write_text("title,action,mappings\nDriving Efficiency,I led.,the second one\n", "utf-8")
    (story,) = exchange.import_file(session, file).stories
    assert story.extra["given_mappings"] == "the second one"
    assert [(mapping.framework, mapping.ecq) for mapping in story.mappings] == [("opm-2025", "DE")]
