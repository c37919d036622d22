"""Ask, coverage, exchange, sheet and settings through the session."""

import json

import pytest

from sesbank.domain.mapping import Mapping
from sesbank.errors import InputError, NotFoundError
from sesbank.session import (
    Session,
    asking,
    coverage,
    examples,
    exchange,
    new_files,
    sheets,
    stories,
    vacancies,
)
from sesbank.settings import Settings, load_settings


def test_a_question_is_read_and_answered_from_the_bank(session):
    story = stories.add(
        session,
        title="Talked the union round",
        challenge="The union opposed the new shift plan.",
        action="I met the resistance head on and negotiated change with the union.",
        result="The plan was adopted by 340 employees.",
    )
    reading = asking.ask(session, "Tell us how you negotiated with a union that resisted change.")
    assert reading.stories[0].story == story.id
    woven = dict(asking.woven(session, reading, story))
    assert any(woven.values())


@pytest.mark.parametrize("question", ["", "  \n", "why? " * 10_000])
def test_what_is_no_question_is_refused(session, question):
    with pytest.raises(InputError):
        asking.ask(session, question)


def test_coverage_shows_a_mapped_story_and_the_gaps(session):
    story = stories.add(session, title="t", action="I did.", ended="2025")
    stories.map_to(session, story.id, Mapping("opm-2025", "AR", "innovation"))
    grid = coverage.grid(session)
    assert [row.ecq.code for row in grid.gaps] == ["RL", "DE", "MC", "LP"]


def test_what_is_exported_comes_back_equal(session, tmp_path):
    first = stories.add(session, title="one", action="I did one.", tags=("a", "b"))
    second = stories.add(session, title="two", action="I did two.")
    text = exchange.export_json(session)
    with Session.open(tmp_path / "other.json", settings=Settings()) as other:
        imported = exchange.import_json(other, text)
        accepted = exchange.accept(other, imported.stories)
        assert sorted(accepted.kept, key=lambda s: s.title) == [first, second]
        assert dict(other.bank.stories) == {first.id: first, second.id: second}
        assert exchange.accept(other, imported.stories) == ((), 0)


def test_an_imported_story_with_a_taken_id_is_kept_beside(session):
    story = stories.add(session, title="mine", action="I did.")
    record = json.loads(exchange.export_json(session))
    rows = record if isinstance(record, list) else record["stories"]
    rows[0]["title"] = "theirs"
    imported = exchange.import_json(session, json.dumps(rows))
    accepted = exchange.accept(session, imported.stories)
    assert ([kept.title for kept in accepted.kept], accepted.copies) == (["theirs"], 1)
    assert accepted.kept[0].id in session.bank.stories
    assert sorted(s.title for s in session.bank.stories.values()) == ["mine", "theirs"]
    assert session.bank.stories[story.id] == story


def test_a_file_without_ids_brings_nothing_new_the_second_time(session):
    rows = json.dumps([{"title": "One", "action": "I did."}, {"title": "Two", "action": "I did."}])
    for _ in range(2):
        exchange.accept(session, exchange.import_json(session, rows).stories)
    assert len(session.bank.stories) == 2


def test_an_import_is_undone_whole(session):
    rows = json.dumps([{"title": f"story {n}", "action": "I did."} for n in range(5)])
    exchange.accept(session, exchange.import_json(session, rows).stories)
    assert len(session.bank.stories) == 5
    session.undo()
    assert len(session.bank.stories) == 0


def test_the_scratch_bank_holds_the_examples_and_is_left_alone_later(tmp_path):
    path = examples.scratch_bank(tmp_path)
    with Session.open(path, settings=Settings()) as session:
        assert len(session.bank.stories) >= 16
        stories.add(session, title="mine")
        count = len(session.bank.stories)
    with Session.open(examples.scratch_bank(tmp_path), settings=Settings()) as session:
        assert len(session.bank.stories) == count


def test_a_sheet_is_written_beside_an_existing_one(session, tmp_path):
    vacancy = vacancies.read(session, "Director\nMTQ 1: Experience directing a grants program.\n")
    sheet = sheets.make(session, vacancy)
    path = tmp_path / sheets.file_name(vacancy)
    assert new_files.write(sheet.data, path) == path
    second = new_files.write(sheet.data, path)
    assert second.name.endswith("(2).docx")
    assert path.read_bytes() == second.read_bytes()


def test_an_unknown_template_is_named_with_those_there_are(session):
    vacancy = vacancies.read(session, "Director\n")
    with pytest.raises(NotFoundError, match="prep-sheet"):
        sheets.make(session, vacancy, template="fancy")


def test_missing_settings_are_the_defaults(tmp_path):
    assert load_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("paper = 'a3'", "a3"),
        ("words_a_minute = 5", "words_a_minute"),
        ("words_a_minute = 'fast'", "words_a_minute"),
        ("theme = \npaper = 'a4'\n", "line 1"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, text, named):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=named):
        load_settings(path)


def test_a_name_that_is_no_setting_is_told_and_left_alone(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("colour = 'red'\nname = 'A. B.'\n", encoding="utf-8")
    settings = load_settings(path)
    assert (settings.unknown, settings.name) == (("colour",), "A. B.")
    with Session.open(tmp_path / "bank.json", settings=settings) as session:
        assert any("“colour”" in note for note in session.notes)


def test_settings_are_read(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("paper = 'a4'\nwords_a_minute = 120\nmeaning = false\n", encoding="utf-8")
    settings = load_settings(path)
    assert (settings.paper, settings.words_a_minute, settings.meaning) == ("a4", 120, False)
