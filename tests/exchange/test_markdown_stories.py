from __future__ import annotations

import time
from contextlib import suppress

import pytest
from exchange_makers import STORY, ids
from hypothesis import given
from hypothesis import strategies as st

from sesbank.domain.story import Status, Story
from sesbank.errors import InputError
from sesbank.exchange import Imported, stories_from_markdown, stories_to_markdown


def read(text: str) -> Imported:
    return stories_from_markdown(text, new_id=ids(), framework="opm-2025")


def test_a_story_book_is_readable_and_reads_back_equal() -> None:
    line = Story(id="s-2", title="A line for later", status=Status.INBOX)
    odd = Story(id="s-3", title="Result", action="# not a head\n\\# nor this\nStory 2: nor this")
    written = stories_to_markdown([STORY, line, odd])
    assert written.startswith("# Cleared the backlog\n\n- Outcome: mixed\n- Role: Deputy Director")
    assert "\n## Challenge\n\nGrants waited.\n" in written
    back = (STORY, line, odd)
    assert read(written) == Imported(back, (), frozenset(story.id for story in back))


@given(st.lists(st.sampled_from(["# x", "\\## y", "Result: z", "ECQ 1: a", "---", "- Id: q", ""])))
def test_no_text_of_a_part_is_taken_for_a_heading(lines: list[str]) -> None:
    text = "\n".join(["I led.", *lines, "Done."])
    story = Story(id="a", title="T", context=text, action=text)
    assert read(stories_to_markdown([story, STORY])).stories == (story, STORY)


@pytest.mark.parametrize(
    "text",
    [
        "# T\n## Situation\nS\n## Task\nC\n## Actions taken\nA\n## Results\nR",
        "### T ###\n#### Challenge:\nC\n#### **Context**\nS\n#### Action\nA\n#### Result ####\nR",
        "# T\n**Challenge:** C\n\n**Context:** S\n\n**Action:** A\n\n**Result:** R",
        "T\n=====\n\nChallenge: C\nContext: S\nAction: A\nResult: R",
        "Story 1: T\n\nSituation: S\nTask: C\nAction: A\nResult: R",
    ],
)
def test_a_story_is_cut_at_headings_and_labels_of_every_kind(text: str) -> None:
    (story,) = read(text).stories
    told = (story.title, story.challenge, story.context, story.action, story.result)
    assert told == ("T", "C", "S", "A", "R")
    assert not story.unsplit


def test_several_stories_stand_under_headings_with_their_chapter() -> None:
    text = (
        "# ECQ 1: Leading\n## One\n### Action\nI led.\n### Result\nR\n## Two\nAction: B\nResult: R"
    )
    one, two = read(text).stories
    assert (one.title, one.action, one.extra) == ("One", "I led.", {"chapter": "ECQ 1: Leading"})
    assert (two.title, two.action, two.extra) == ("Two", "B", {"chapter": "ECQ 1: Leading"})


def test_what_stands_under_a_chapter_before_its_stories_is_not_lost() -> None:
    found = read("# ECQ 1\nAn intro.\n## One\nAction: A\nResult: R")
    (intro,), (story,) = found.left_out, found.stories
    assert (intro.title, intro.action, intro.unsplit) == ("ECQ 1", "An intro.", True)
    assert (story.title, story.extra) == ("One", {"chapter": "ECQ 1"})


def test_several_stories_with_labels_alone_are_told_apart_where_they_start_over() -> None:
    told = "Challenge: C\nAction: A\nResult: R.\n\n"
    stories = read(f"ECQ 2: People\nThe merger\n\n{told}The audit\n\n{told}").stories
    assert [story.result for story in stories] == ["R.", "R."]
    assert stories[1].title == "The audit"


def test_a_heading_inside_a_part_stays_its_text() -> None:
    (story,) = read("# T\n## Action\nI led.\n### Phase 1\nI met.\n## Result\nR").stories
    assert story.action == "I led.\n### Phase 1\nI met."


def test_text_without_labels_is_kept_whole_and_marked() -> None:
    (story,) = read("# T\n\nI led a team.\n\nIt was hard.").stories
    assert (story.title, story.action) == ("T", "I led a team.\n\nIt was hard.")
    assert story.unsplit


def test_h22_front_matter_is_plain_keys_and_values() -> None:
    text = (
        '---\ntitle: "T"\ntags: [a, b]\nstatus: published\nrole: !!python/object:os.system x\n'
        "figures: many\nlist:\n  - one\n---\nAction: A\nResult: R"
    )
    found = read(text)
    (story,) = found.stories
    assert (story.title, story.tags, story.action) == ("T", ("a", "b"), "A")
    assert story.role == "!!python/object:os.system x"
    assert story.extra == {"given_status": "published", "given_figures": "many"}
    assert found.notes == ("line 8 of the front matter is no `key: value`: left out",)


def test_h22_links_images_and_html_stay_text() -> None:
    text = '<script>x</script> [a](file:///etc/passwd) ![b](https://x.test/p.png) <img src="y">'
    assert read(text).stories[0].action == text


@pytest.mark.parametrize(
    "piece", ["#", "# ", " ", "# a\n", "**", "Story 1:", "- ", "---\n", "\\", "a\n===\n", "Id: "]
)
def test_h22_a_hostile_megabyte_takes_no_time(piece: str) -> None:
    text = "x\n" + piece * (500_000 // len(piece))
    started = time.process_time()
    with suppress(InputError):  # Too many stories, or one that is too long.
        read(text)
    assert time.process_time() - started < 3


def test_an_empty_text_holds_no_stories() -> None:
    assert read("\n# \n").stories == ()
