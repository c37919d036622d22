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
    under = {s.extra.get("chapter", "") or s.title: s.mappings for s in found.stories}
    return {k: [(m.framework, m.ecq) for m in held] for k, held in under.items()}, found.notes


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
    file = tmp_path / "old.md"
    file.write_text(text, encoding="utf-8")
    lab, dam = exchange.read_all(session, file).stories
    assert [lab.title, dam.title] == ["The lab", "The dam"]
    assert lab.mappings == dam.mappings == (Mapping("opm-2006", "LC"),)


def test_a_heading_that_names_an_ecq_is_the_title_of_no_story(session, tmp_path):
    told = [
        f"# ECQ 1: LEADING CHANGE\n\n**Saving the exams**{TOLD}",
        f"# ECQ 2: Leading People (Team Building)\n\nThe Denver office\n\nIn 2019.{TOLD}",
        f"# Results Driven – The appeals{TOLD}",
        f"**Business Acumen**\n\nThe lease{TOLD}",
        f"# ECQ 5{TOLD}",
    ]
    file = tmp_path / "old.md"
    file.write_text("".join(told), encoding="utf-8")
    found = exchange.read_all(session, file).stories
    assert [s.title for s in found] == [
        *("Saving the exams", "The Denver office", "The appeals", "The lease", "Claims waited.")
    ]
    assert [m.ecq for s in found for m in s.mappings] == ["LC", "LP", "RD", "BA"]
    assert [s.context for s in found] == ["", "In 2019.", "", "", ""]


def test_several_stories_under_one_ecq_have_their_titles_and_all_its_mapping(session, tmp_path):
    parts = "### Challenge\nIt waited.\n### Action\nI went.\n### Result\nDone.\n\n"
    file = tmp_path / "old.md"
    file.write_text(f"# ECQ 1: Leading Change\n\n**One**\n\n{parts}**Two**\n\n{parts}", "utf-8")
    one, two = exchange.read_all(session, file).stories
    assert [(s.title, s.result) for s in (one, two)] == [("One", "Done."), ("Two", "Done.")]
    assert one.mappings == two.mappings == (Mapping("opm-2006", "LC"),)


FRONT = "# Executive Core Qualifications\n\nJane Doe - ECQ narratives\n\n"


def test_a_title_page_is_no_story_is_told_of_and_can_be_kept(session, tmp_path):
    file = tmp_path / "old.md"
    file.write_text(f"{FRONT}# ECQ 1: Leading Change\n\nThe lab{TOLD}", encoding="utf-8")
    found = exchange.read_all(session, file)
    assert [story.title for story in found.stories] == ["The lab"]
    said = "“Executive Core Qualifications · Jane Doe - ECQ narratives”"
    assert f"no story, and left out: {said}" in found.notes
    kept = exchange.accept(session, (*found.left_out, *found.stories)).kept
    assert kept[0].action == "Jane Doe - ECQ narratives"


def test_a_short_text_that_tells_what_somebody_did_is_no_title_page(session, tmp_path):
    text = f"# The dam\n\nWe rebuilt it in a year.\n\n# ECQ 1: Leading Change\n\nThe lab{TOLD}"
    file = tmp_path / "old.md"
    file.write_text(text, encoding="utf-8")
    assert [s.title for s in exchange.read_all(session, file).stories] == ["The dam", "The lab"]


@pytest.mark.parametrize(
    ("beside", "framework"),
    [("ECQ 5: Building Coalitions", "opm-2006"), ("ECQ 3: Merit and Competence", "opm-2025")],
)
def test_a_name_of_two_frameworks_is_read_as_the_other_headings_are(
    session, tmp_path, beside, framework
):
    mapped, _ = read(session, tmp_path, f"# Leading People{TOLD}# {beside}{TOLD}")
    assert len(mapped) == 2
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
    assert titles == {"Claims waited."}
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
