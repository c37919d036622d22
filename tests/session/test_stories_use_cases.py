"""Stories through the session: every change is saved, and can be taken back."""

import pytest

from sesbank.domain.figures import Figure, FigureKind
from sesbank.domain.mapping import Mapping
from sesbank.domain.story import Status
from sesbank.errors import InputError, NotFoundError, NotSavedError
from sesbank.session import Session, bulk, stories


def reopened(session: Session) -> dict[str, str]:
    session.close()
    with Session.open(session.path, settings=session.settings) as again:
        return {story.id: story.title for story in again.bank.stories.values()}


def test_an_added_story_is_there_after_reopening(session):
    story = stories.add(session, title="Cleared the backlog", action="I split intake by risk.")
    assert reopened(session) == {story.id: "Cleared the backlog"}


def test_a_story_needs_a_title_and_real_dates(session):
    with pytest.raises(InputError, match="title"):
        stories.add(session, title="  ")
    with pytest.raises(InputError, match="ended"):
        stories.add(session, title="x", ended="last spring")
    assert not session.bank.stories


def test_hostile_characters_are_gone_once_saved(session):
    story = stories.add(session, title="a\x1b]0;x\x07b\nc", action="one\r\ntwo\x00")
    assert (story.title, story.action) == ("ab c", "one\ntwo")


def test_half_a_character_costs_no_save_and_can_be_undone(session):
    stories.add(session, title="half \ud83d", figures=(Figure(FigureKind.MONEY, "\ud83d 3"),))
    (story,) = session.bank.stories.values()
    assert (story.title, story.figures[0].value) == ("half �", "� 3")
    session.undo()
    assert not session.bank.stories


def test_markup_in_a_title_is_kept_letter_for_letter(session):
    assert stories.add(session, title="[@click=app.quit]x[/]").title == "[@click=app.quit]x[/]"


def test_an_edit_keeps_what_was_said_before_as_a_version(session):
    first = stories.add(session, title="t", action="I tried.")
    saved = stories.save(session, first.edit(action="I did it."))
    assert saved.rev == 1
    assert [version.action for version in saved.versions] == ["I tried."]


def test_saving_without_a_change_saves_nothing(session):
    story = stories.add(session, title="t")
    assert stories.save(session, story) == story
    assert session.can_undo.startswith("add")


def test_a_save_that_did_not_see_the_latest_edit_is_refused(session):
    old = stories.add(session, title="t", action="one")
    stories.save(session, old.edit(action="two"))
    with pytest.raises(NotSavedError, match="meanwhile"):
        stories.save(session, old.edit(action="three"))
    assert session.bank.stories[old.id].action == "two"


def test_undo_and_redo_go_through_the_bank_on_disk(session):
    story = stories.add(session, title="kept")
    stories.retire(session, story.id)
    session.undo()
    assert session.bank.stories[story.id].status is Status.DRAFT
    session.redo()
    assert session.bank.stories[story.id].status is Status.RETIRED
    session.undo()
    session.undo()
    assert session.undo() is None
    assert reopened(session) == {}


def test_a_reinstated_story_is_ready_only_with_all_four_parts(session):
    parts = dict.fromkeys(("challenge", "context", "action", "result"), "words")
    whole = stories.add(session, title="whole", **parts)
    part = stories.add(session, title="part", action="words")
    for story in (whole, part):
        stories.retire(session, story.id)
    assert stories.reinstate(session, whole.id).status is Status.READY
    assert stories.reinstate(session, part.id).status is Status.DRAFT


def test_mapping_takes_only_what_the_framework_knows(session):
    story = stories.add(session, title="t")
    with pytest.raises(NotFoundError):
        stories.map_to(session, story.id, Mapping("opm-2025", "LC"))
    with pytest.raises(NotFoundError):
        stories.map_to(session, story.id, Mapping("opm-2025", "AR", "fiscal-responsibility"))
    with pytest.raises(NotFoundError):
        stories.map_to(session, story.id, Mapping("opm-1900", "AR"))
    mapped = stories.map_to(session, story.id, Mapping("opm-2025", "AR", "innovation"))
    assert [m.ecq for m in mapped.mappings] == ["AR"]
    bulk.unmap_all(session, [story.id], mapped.mappings)
    assert session.bank.stories[story.id].mappings == ()


def test_mapping_to_the_same_competency_again_replaces(session):
    story = stories.add(session, title="t")
    for _ in range(2):
        story = stories.map_to(session, story.id, Mapping("opm-2025", "AR", "innovation"))
    assert len(story.mappings) == 1


def test_a_captured_line_becomes_a_draft_once_its_four_parts_are_told(session):
    note = stories.capture(session, "Told the Secretary no")
    begun = stories.save(session, note.edit(context="Two audits.", action="I said no."))
    assert begun.status is Status.INBOX
    told = stories.save(session, begun.edit(result="No trip was booked."))
    assert told.status is Status.DRAFT
    back = stories.save(session, told.edit(status=Status.INBOX))
    assert stories.save(session, back.edit(result="Nobody traveled.")).status is Status.INBOX
    session.undo()
    session.undo()
    session.undo()
    assert session.bank.stories[note.id] == begun


def test_a_captured_line_waits_in_the_inbox(session):
    line = "Talked the union into the new shift plan, 340 people, March"
    story = stories.capture(session, line)
    assert story.status is Status.INBOX
    assert story.challenge == line
    with pytest.raises(InputError):
        stories.capture(session, " \n")


def test_a_story_is_named_by_id_by_its_start_or_by_title(session):
    story = stories.add(session, title="Cleared the grants backlog")
    for reference in (story.id, story.id[:9], "cleared the GRANTS backlog", "grants"):
        assert stories.get(session, reference) == story


def test_a_name_that_fits_several_or_none_says_so(session):
    stories.add(session, title="Grants one")
    stories.add(session, title="Grants two")
    with pytest.raises(NotFoundError, match="2 of them"):
        stories.get(session, "grants")
    with pytest.raises(NotFoundError, match="no story"):
        stories.get(session, "leases")


def test_suggestions_quote_the_story(session):
    story = stories.add(
        session, title="t", action="I cut wasteful spending and streamlined the budget process."
    )
    guesses = stories.suggestions(session, story)
    assert guesses
    assert all(cue in story.action for guess in guesses for cue in guess.cues)


def test_a_day_that_is_none_is_named_as_capture_asks_for_it(session):
    with pytest.raises(InputError, match=r"^when: write a date"):
        stories.capture(session, "Calmed a board", day="last spring")


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("", ["Here", "Gone"]),
        ("ecq:AR", ["Here", "Gone"]),
        ("ecq:AR status:retired", ["Gone"]),
        ("ecq:AR sort:new", ["Gone", "Here"]),
    ],
)
def test_retired_stories_stand_last_unless_an_order_is_asked_for(session, line, order):
    for title, status in (("Here", Status.READY), ("Gone", Status.RETIRED)):
        stories.add(session, title=title, status=status, mappings=(Mapping("opm-2025", "AR"),))
    assert [found.story.title for found in stories.find(session, line)] == order
