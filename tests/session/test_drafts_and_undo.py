"""What an editor began with, after undo gave a revision back or the story was removed."""

from sesbank.domain.rehearsal import Rehearsal, Went
from sesbank.session import Session, drafts, rehearsing, stories, taking_up
from sesbank.session.draft_forms import base_of, draft_fields, key_for, waiting
from sesbank.session.taking_up import Otherwise


def kept_draft(session: Session, story, **edited):
    drafts.keep_draft(session, key_for(story), draft_fields(story.edit(**edited), story))
    (draft,) = drafts.drafts(session)
    return draft


def test_a_revision_that_undo_gave_to_another_state_is_not_taken_for_the_same(session):
    first = stories.add(session, title="T", action="first")
    begun = stories.save(session, first.edit(action="second"))
    session.undo()
    other = session.bank.stories[first.id].edit(action="THEIRS", role="THEIR ROLE")
    assert stories.save(session, other).rev == begun.rev
    saved = stories.save(session, begun.edit(lesson="mine"), base=begun)
    assert (saved.action, saved.role, saved.lesson) == ("THEIRS", "THEIR ROLE", "mine")


def test_a_draft_knows_what_it_was_begun_from_after_undo(session):
    first = stories.add(session, title="T", action="first")
    begun = stories.save(session, first.edit(action="second"))
    draft = kept_draft(session, begun, role="mine")
    session.undo()
    stories.save(session, session.bank.stories[first.id].edit(action="THEIRS"))
    base = base_of(session, draft)
    assert base is not None
    assert base.action == "second"
    saved = taking_up.save_story(session, draft)
    assert (saved.action, saved.role) == ("THEIRS", "mine")


def test_taking_a_draft_up_keeps_the_versions_when_the_bank_went_back(session):
    story = stories.add(session, title="T", action="one")
    story = stories.save(session, story.edit(action="two"))
    draft = kept_draft(session, story, role="mine")
    stories.save(session, story.edit(lesson="elsewhere"))
    base = base_of(session, draft)
    session.undo()
    saved = stories.save(session, base.edit(role="mine"), base=base)
    assert (saved.role, [version.action for version in saved.versions]) == ("mine", ["one"])


def test_a_draft_of_an_earlier_sesbank_brings_a_removed_story_back(session):
    story = stories.add(session, title="T", action="first")
    fields = draft_fields(story.edit(action="draft words"), story) | {"base": ""}
    drafts.keep_draft(session, key_for(story), fields)
    stories.remove(session, story.id)
    (draft,) = drafts.drafts(session)
    saved = taking_up.save_story(session, draft, otherwise=Otherwise.OVER)
    assert (saved.id, saved.action) == (story.id, "draft words")
    assert stories.save(session, saved.edit(lesson="on")).rev == saved.rev + 1


def test_a_removed_story_comes_back_from_a_draft_with_all_it_had(session):
    story = stories.add(session, title="T", action="first")
    story = stories.save(session, story.edit(action="second"))
    draft = kept_draft(session, story, action="draft words")
    rehearsing.note(session, story.id, Rehearsal("q", "", 3, Went.WELL))
    stories.remove(session, story.id)
    saved = taking_up.save_story(session, draft, otherwise=Otherwise.BOTH)
    assert saved.action == "draft words"
    assert [version.action for version in saved.versions] == ["first", "second"]
    assert len(saved.rehearsed) == 1


def test_what_was_rehearsed_counts_once_when_both_are_kept(session):
    story = stories.add(session, title="T", action="first")
    story = rehearsing.note(session, story.id, Rehearsal("q", "", 3, Went.WELL))
    draft = kept_draft(session, story, action="mine")
    stories.save(session, story.edit(action="theirs"))
    taking_up.save_story(session, draft, otherwise=Otherwise.BOTH)
    assert len(session.bank.stories) == 2
    assert len(rehearsing.past(session)) == 1


def test_a_draft_that_is_nested_without_end_is_offered_all_the_same(session):
    story = stories.add(session, title="T", action="first")
    deep = dict.fromkeys(("mappings", "figures", "base"), "[" * 200_000)
    fields = draft_fields(story.edit(action="mine"), story) | deep | {"rev": "77"}
    drafts.keep_draft(session, key_for(story), fields)
    assert [draft.fields["action"] for draft in waiting(session)] == ["mine"]


def test_a_note_goes_to_one_of_two_equal_answers(session):
    story = stories.add(session, title="T", action="first")
    for _ in range(2):
        story = rehearsing.note(session, story.id, Rehearsal("q", "", 3, Went.WELL))
    saved = rehearsing.remark(session, story.id, story.rehearsed[0], "slower")
    assert sorted(each.note for each in saved.rehearsed) == ["", "slower"]
