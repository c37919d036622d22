"""Many stories changed at once: one act each, named, undone together, nothing lost."""

from dataclasses import fields

import pytest

from sesbank.domain.figures import Figure, FigureKind
from sesbank.domain.mapping import Mapping, Strength
from sesbank.domain.rehearsal import Rehearsal, Went
from sesbank.domain.story import Status, Story, Telling
from sesbank.domain.vacancy import Choice, Cue
from sesbank.errors import InputError, NotFoundError
from sesbank.session import bulk, searches, stories, trash, vacancies

FOUR = Figure(FigureKind.MONEY, "$4M")
FORTY = Figure(FigureKind.PEOPLE, "40")


@pytest.fixture
def three(session):
    return [
        stories.add(session, title="One", action="I cut waste.", tags=("a",), status=Status.READY),
        stories.add(session, title="Two", action="I led.\n\nI cut waste.", role="Chief"),
        stories.add(session, title="Three", result="It held.", role="Director", tags=("b",)),
    ]


def ids(made):
    return [story.id for story in made]


def test_a_bulk_act_names_what_it_touched_and_is_undone_at_once(session, three):
    said = bulk.set_status(session, ids(three), Status.RETIRED)
    assert said == "“One”, “Two” and 1 more"
    assert session.can_undo == "mark retired: “One”, “Two” and 1 more"
    assert {s.status for s in session.bank.stories.values()} == {Status.RETIRED}
    session.undo()
    assert session.bank.stories[three[0].id].status is Status.READY
    assert session.bank.stories[three[1].id].status is Status.DRAFT


def test_tags_are_put_on_and_taken_off_in_one_line(session, three):
    assert bulk.tagging(session, ids(three), "#grants, -A") == (
        "Adds #grants to 3 stories; takes #a from 1 story"
    )
    done = bulk.tag(session, ids(three), "#grants, -A")
    assert done.names == "“One”, “Two” and 1 more"
    assert done.said == "Added #grants to 3 stories; took #a from 1 story"
    assert [session.bank.stories[i].tags for i in ids(three)] == [
        ("grants",),
        ("grants",),
        ("b", "grants"),
    ]
    with pytest.raises(InputError, match="name a tag"):
        bulk.tag(session, ids(three), " , - ,#")


def test_tagging_that_changes_nothing_says_nothing_and_keeps_the_letters_there_are(session, three):
    assert bulk.tag(session, ids(three[:1]), "A, -none") == ("", "")
    assert session.bank.stories[three[0].id].tags == ("a",)
    done = bulk.tag(session, ids(three), "a, c")
    assert done.said == "Added #c to 3 stories, #a to 2 stories"


def test_many_are_mapped_at_once_and_a_wrong_code_changes_nothing(session, three):
    bulk.map_all(session, ids(three), Mapping("opm-2025", "AR"))
    assert all(s.mappings for s in session.bank.stories.values())
    with pytest.raises(NotFoundError):
        bulk.map_all(session, ids(three), Mapping("opm-2025", "XX"))


def test_what_is_merged_has_every_word_and_the_others_are_in_the_trash(session, three):
    one = bulk.merge(session, ids(three), three[0].id)
    assert one.title == "One"
    assert one.action == "I cut waste.\n\nI led."
    assert one.result == "It held."
    assert one.tags == ("a", "b")
    assert one.role == "Chief"
    assert "Three: Director" in one.context
    assert {v.title for v in one.versions} >= {"One", "Two", "Three"}
    assert set(session.bank.stories) == {one.id}
    assert {item.entry.title for item in trash.listed(session)} == {"Two", "Three"}
    session.undo()
    assert session.bank.stories == {story.id: story for story in three}


def test_merging_keeps_figures_tellings_and_one_main_ecq(session):
    first = stories.add(
        session,
        title="A",
        figures=(FOUR,),
        mappings=(Mapping("opm-2025", "AR"),),
        told=(Telling("Panel A", "2026-01-02"),),
        rehearsed=(Rehearsal("Why you?", "2026-01-01", 90, Went.WELL),),
    )
    second = stories.add(
        session,
        title="B",
        figures=(FORTY,),
        mappings=(Mapping("opm-2025", "LP"),),
        told=(Telling("Panel B", "2026-02-02"),),
        rehearsed=(Rehearsal("Why here?", "2026-02-01", 80, Went.BADLY),),
    )
    one = bulk.merge(session, [first.id, second.id], first.id)
    assert [figure.value for figure in one.figures] == ["$4M", "40"]
    assert [telling.panel for telling in one.told] == ["Panel A", "Panel B"]
    assert [rehearsal.question for rehearsal in one.rehearsed] == ["Why you?", "Why here?"]
    assert [(m.ecq, m.strength) for m in one.mappings] == [
        ("AR", Strength.PRIMARY),
        ("LP", Strength.SUPPORTING),
    ]


def test_a_vacancy_that_chose_a_merged_story_keeps_its_choice(session, three):
    posting = "Title: Head\n\nMandatory Technical Qualifications:\nMTQ 1: Experience with grants."
    vacancy = vacancies.keep(session, vacancies.read(session, posting))
    requirement = vacancy.requirements[0].id
    vacancies.pin(session, vacancy, requirement, three[1].id)
    one = bulk.merge(session, ids(three), three[0].id)
    assert [pin.story for pin in session.bank.vacancies[vacancy.id].pins] == [one.id]
    assert stories.find(session, "tq:grants")[0].story.id == one.id
    session.undo()
    assert [pin.story for pin in session.bank.vacancies[vacancy.id].pins] == [three[1].id]


def test_every_field_of_a_story_is_merged_or_decided():
    decided = {"id", "title", "outcome", "rev"}
    merged = {"role", "organisation", "grade_at_time", "started", "ended", "figures", "tags"}
    merged |= {"challenge", "context", "action", "result", "lesson", "told", "waived", "mappings"}
    merged |= {"rehearsed", "retellings", "versions", "status", "unsplit", "extra"}
    assert {field.name for field in fields(Story)} == decided | merged


def test_merging_one_story_says_what_it_takes(session, three):
    with pytest.raises(InputError, match="two stories"):
        bulk.merge(session, [three[0].id], three[0].id)


def test_marked_stories_are_written_to_a_new_file(session, three, tmp_path):
    path = bulk.export(session, ids(three[:2]), tmp_path / "two.md")
    text = path.read_text(encoding="utf-8")
    assert "One" in text
    assert "Three" not in text
    assert bulk.export(session, ids(three), tmp_path / "two.md").name == "two (2).md"


def test_a_line_is_captured_with_a_number_and_a_date(session):
    story = stories.capture(session, "Moved payroll", number="212 staff", day="2024-05")
    assert (story.status, story.ended) == (Status.INBOX, "2024-05")
    assert story.figures == (Figure(FigureKind.PEOPLE, "212 staff"),)


def test_a_story_that_shows_an_ecq_in_several_ways_counts_once_among_what_can_be_searched(session):
    both = (
        Mapping("opm-2025", "LP", "accountability"),
        Mapping("opm-2025", "LP", "developing-others"),
        Mapping("opm-2006", "LP", "accountability"),
    )
    told = (Telling("The panel", "2026-01-02"), Telling("The panel", "2026-02-03"))
    stories.add(session, title="One", mappings=both, told=told)
    known = searches.values(session)
    assert {value.text: value.stories for value in known["ecq"]}["LP"] == 1
    assert {value.text: value.stories for value in known["comp"]}["accountability"] == 1
    assert {value.text: value.stories for value in known["told"]}["The panel"] == 1


def test_searches_are_kept_by_name_replaced_and_dropped(session):
    searches.save(session, "  My  grants ", "grants ecq:AR")
    searches.save(session, "Gaps", "has:gap")
    assert searches.saved(session) == {"Gaps": "has:gap", "My grants": "grants ecq:AR"}
    searches.save(session, "Gaps", "has:gap status:ready")
    searches.drop(session, "My grants")
    assert searches.saved(session) == {"Gaps": "has:gap status:ready"}
    with pytest.raises(InputError, match="needs a name"):
        searches.save(session, " ", "x")


def test_searches_are_renamed_in_place_and_put_in_order(session):
    for name in ("One", "Two", "Three"):
        searches.save(session, name, f"tag:{name}")
    assert searches.rename(session, "Two", " 2nd  one ") == "2nd one"
    assert list(searches.saved(session)) == ["One", "2nd one", "Three"]
    assert searches.line_of(session, "2nd one") == "tag:Two"
    assert searches.place(session, "Three", 1) == 1
    assert list(searches.saved(session)) == ["Three", "One", "2nd one"]
    assert searches.place(session, "Three", 99) == 3
    searches.save(session, "One", "tag:other")
    assert list(searches.saved(session)) == ["One", "2nd one", "Three"]
    assert searches.rename(session, "One", "One") == "One"
    before = searches.saved(session)
    with pytest.raises(InputError, match="kept as “Three” already"):
        searches.rename(session, "One", "Three")
    with pytest.raises(InputError, match="needs a name"):
        searches.rename(session, "One", " ")
    with pytest.raises(NotFoundError, match="there are One, 2nd one, Three"):
        searches.place(session, "Four", 1)
    assert searches.saved(session) == before


def test_searches_that_cannot_be_read_are_named_and_not_overwritten(session):
    path = session.path.with_name(f"{session.path.stem}.searches.json")
    path.write_text("[1, 2", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        searches.save(session, "x", "y")
    assert path.read_text(encoding="utf-8") == "[1, 2"


def test_merging_keeps_what_other_programs_noted_of_every_story(session):
    first = stories.add(session, title="A", extra={"text": "One.", "note": "same"})
    second = stories.add(session, title="B", extra={"text": "Two.", "note": "same"})
    one = bulk.merge(session, [first.id, second.id], first.id)
    assert dict(one.extra) == {"text": "One.", "note": "same", "text 2": "Two."}


def test_merging_makes_no_career_of_two(session):
    first = stories.add(session, title="A", ended="2012")
    second = stories.add(session, title="B", started="2015", ended="2019")
    one = bulk.merge(session, [first.id, second.id], first.id)
    assert (one.started, one.ended) == ("", "2012")
    assert "2015 to 2019" in one.context


def test_merging_never_rules_out_what_was_chosen_and_keeps_one_cue_a_place(session, three):
    posting = "Title: Head\n\nMandatory Technical Qualifications:\nMTQ 1: Experience with grants."
    vacancy = vacancies.keep(session, vacancies.read(session, posting))
    asked = vacancy.requirements[0].id
    kept, other = three[0].id, three[1].id
    cues = (Cue(asked, other, "action", "Theirs"), Cue(asked, kept, "action", "Ours"))
    vacancies.keep(
        session,
        vacancy.edit(chosen=(Choice(asked, kept),), bans=(Choice(asked, other),), cues=cues),
    )
    bulk.merge(session, [kept, other], kept)
    merged = session.bank.vacancies[vacancy.id]
    assert merged.chosen == (Choice(asked, kept),)
    assert merged.bans == ()
    assert [cue.text for cue in merged.cues] == ["Ours"]
