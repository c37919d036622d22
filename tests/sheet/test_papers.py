"""Notes, cards, the story book and resume bullets: what is on them, and how long they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from sheet_makers import PageCounts, content
from word_files import page_text

from sesbank.domain.figures import Figure, FigureKind, FigureState
from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.mapping import Mapping
from sesbank.domain.papers import PaperFile, PaperKind
from sesbank.domain.story import Story
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError, SheetError
from sesbank.sheet import make_paper
from sesbank.sheet.cue_cards import cards_of_sheet, cards_of_stories
from sesbank.sheet.resume_bullets import Group, resume_bullets
from sesbank.sheet.story_book import story_book
from sesbank.sheet.thank_you import thank_you

VACANCY = Vacancy("v1", "", title="Director, Grants", agency="Office of Grants")
PANEL = Interview("i1", when="2026-11-20T10:00", panel=("Dana Whitfield (chair)", "M. Oyelaran"))
STORY = Story(
    id="s1",
    title="Cleared the backlog",
    challenge="9,400 applications waited.\n\nThe oldest for 14 months.",
    action="I split the intake by risk.",
    result="It went well. The backlog fell to zero in 7 months. Costs fell by $3 million.",
    figures=(Figure(FigureKind.MONEY, "$3 million", "a year", state=FigureState.ESTIMATE),),
)


def made(templates: Path, kind: PaperKind, paper_content) -> PaperFile:
    return make_paper(paper_content, templates / f"{kind}.docx", kind=kind)


def stories(count: int, words: int = 40) -> list[Story]:
    told = "The wait fell from 41 to 19 days in 7 offices. " * (words // 10)
    return [STORY.edit(id=f"s{n}", title=f"Story {n}", result=told) for n in range(count)]


def test_each_panel_member_gets_a_note_on_a_page(templates: Path, page_counts: PageCounts) -> None:
    paper = made(templates, PaperKind.THANKS, thank_you(VACANCY, PANEL))
    text = page_text(paper.data)
    assert "Dear Dana Whitfield," in text
    assert "Dear M. Oyelaran," in text
    assert "Director, Grants at the Office of Grants on November 20, 2026." in text
    assert text.count("Sincerely,") == 2
    assert page_counts({"notes": paper.data}) == {"notes": paper.pages} == {"notes": 2}


def test_notes_are_signed_with_the_name_of_the_settings_or_ask_for_one(templates: Path) -> None:
    signed = made(templates, PaperKind.THANKS, thank_you(VACANCY, PANEL, "Ana  B. [/] Lee"))
    assert page_text(signed.data).count("Ana B. [/] Lee") == 2
    assert "[Your name]" not in page_text(signed.data)
    assert "[Your name]" in page_text(
        made(templates, PaperKind.THANKS, thank_you(VACANCY, PANEL)).data
    )


def test_a_review_board_is_not_thanked() -> None:
    with pytest.raises(InputError, match="unnamed"):
        thank_you(VACANCY, Interview("i1", kind=InterviewKind.QRB, panel=("Somebody",)))


def test_without_names_there_is_one_note_and_a_warning(templates: Path) -> None:
    paper = made(templates, PaperKind.THANKS, thank_you(VACANCY, None))
    assert "Dear members of the panel," in page_text(paper.data)
    assert paper.count == 1
    assert "no panel names" in paper.warnings[0]


def test_a_story_makes_one_card_that_names_all_it_answers(templates: Path) -> None:
    wished = content(3, rows=4, amount=0.7)
    twice = next(row for row in wished.rows if row.title)
    sheet = type(wished)(position="Director", rows=(twice, twice))
    paper = made(templates, PaperKind.CARDS, cards_of_sheet(sheet, VACANCY, PANEL))
    assert paper.count == 1
    assert page_text(paper.data).count(twice.label) == 2


def test_a_card_names_its_ecqs_and_cards_stand_apart_in_the_preview(templates: Path) -> None:
    mapped = STORY.edit(mappings=(Mapping("opm-2025", "AR"), Mapping("opm-2025", "DE")))
    names = {"AR": "Achieving Results", "DE": "Driving Efficiency"}
    cards = cards_of_stories([mapped, mapped], lambda _, code: names[code])
    lines = made(templates, PaperKind.CARDS, cards).lines
    assert lines.count("Achieving Results · Driving Efficiency") == 2
    assert lines.count("") == 1
    assert lines[lines.index("") + 1] == "Achieving Results · Driving Efficiency"


def test_what_is_bold_on_a_card_is_so_in_its_preview(templates: Path) -> None:
    mapped = STORY.edit(mappings=(Mapping("opm-2025", "AR"),))
    paper = made(templates, PaperKind.CARDS, cards_of_stories([mapped], lambda _, code: code))
    assert [paper.lines[place] for place in sorted(paper.bold)] == ["AR", STORY.title]
    assert len(paper.lines) > 4


def test_three_cards_stand_on_a_page(templates: Path, page_counts: PageCounts) -> None:
    paper = made(templates, PaperKind.CARDS, cards_of_stories(stories(7, 10), lambda _, code: code))
    assert (paper.count, paper.pages) == (7, 3)
    assert page_counts({"cards": paper.data}) == {"cards": 3}


def test_the_book_holds_every_word_of_every_story(templates: Path) -> None:
    paper = made(templates, PaperKind.BOOK, story_book([STORY], lambda _, code: code))
    text = page_text(paper.data)
    for part in ("9,400 applications waited.", "The oldest for 14 months.", STORY.action):
        assert part in text
    assert "It went well." in text
    assert "$3 million\u00a0(?)" in text or "$3 million (?)" in text
    assert "$3 million a year, an estimate" in text
    assert "Lesson" not in text


def test_the_pages_of_a_book_are_counted_as_libreoffice_sets_them(
    templates: Path, page_counts: PageCounts
) -> None:
    paper = made(templates, PaperKind.BOOK, story_book(stories(24), lambda _, code: code))
    counted = page_counts({"book": paper.data})["book"]
    assert abs(counted - paper.pages) <= 1 + counted // 10


def test_bullets_are_results_with_figures_and_each_story_makes_one(templates: Path) -> None:
    bare = STORY.edit(id="s2", title="No figure", result="It went well.")
    groups = [Group("ECQ 1", "Leading", (STORY, bare)), Group("ECQ 2", "Driving", (STORY,))]
    paper = made(templates, PaperKind.BULLETS, resume_bullets(groups, VACANCY, None))
    text = page_text(paper.data)
    assert text.count("Cleared the backlog:") == 1
    assert "The backlog fell to zero in 7 months." in text
    assert "It went well" not in text
    assert "(?)" in text
    assert paper.warnings == ("no figure in the result, so no bullet: No figure",)


def test_bullets_keep_to_two_pages_and_what_goes_is_listed(
    templates: Path, page_counts: PageCounts
) -> None:
    told = stories(60, 80)
    groups = [Group(f"ECQ {n}", "Leading", tuple(told[n * 12 : n * 12 + 12])) for n in range(5)]
    paper = made(templates, PaperKind.BULLETS, resume_bullets(groups, VACANCY, None))
    assert paper.pages <= 2
    assert page_counts({"bullets": paper.data})["bullets"] <= 2
    assert paper.count + len(paper.cuts) == 60
    assert {cut.what for cut in paper.cuts} == {"bullet"}


@pytest.mark.parametrize("kind", PaperKind)
def test_papers_are_valid_and_the_same_again(
    templates: Path, tmp_path: Path, kind: PaperKind
) -> None:
    contents = {
        PaperKind.THANKS: thank_you(VACANCY, PANEL),
        PaperKind.CARDS: cards_of_stories([STORY], lambda _, code: code),
        PaperKind.BOOK: story_book([STORY], lambda _, code: code),
        PaperKind.BULLETS: resume_bullets([Group("E", "L", (STORY,))], None, None),
    }
    paper = made(templates, kind, contents[kind])
    assert made(templates, kind, contents[kind]).data == paper.data
    file = tmp_path / "made.docx"
    file.write_bytes(paper.data)
    assert list(OpenXmlValidator().validate(str(file)).errors) == []
    assert "{{" not in page_text(paper.data)
    assert paper.warnings == ()


def test_a_template_of_another_paper_is_refused_by_name(templates: Path) -> None:
    wrong = templates / "thank-you.docx"
    wrong_cards = cards_of_stories([STORY], lambda _, code: code)
    paper = make_paper(wrong_cards, wrong, kind=PaperKind.CARDS)
    assert any("{{row.member}} is no placeholder" in warning for warning in paper.warnings)
    with pytest.raises(SheetError, match="story-book"):
        make_paper(wrong_cards, templates / "story-book-gone.docx", kind=PaperKind.CARDS)
