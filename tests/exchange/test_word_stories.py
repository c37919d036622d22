from __future__ import annotations

import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from exchange_makers import RELATIONS, STORY, W, ids, p, read_file, word_file

from sesbank.domain.story import Story
from sesbank.errors import InputError
from sesbank.exchange import read_stories

TOLD = {"challenge": "Grants waited.", "action": "I split intake.", "result": "41 to 19 days."}
LABELLED = "".join(p(f"{part.title()}: {text}") for part, text in TOLD.items())


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def box(inner: str) -> str:
    """Return a text box as Word writes it: twice."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<w:p><w:r><m:AlternateContent xmlns:m="{mc}"><m:Choice><w:drawing>{content}</w:drawing>'
        f"</m:Choice><m:Fallback><w:pict>{content}</w:pict></m:Fallback></m:AlternateContent>"
        "</w:r></w:p>"
    )


def told(story: Story) -> dict[str, str]:
    return {part: story.part(part) for part in TOLD}


@pytest.mark.parametrize(
    "body",
    [
        LABELLED,
        "".join(p(part.upper()) + p(text) for part, text in TOLD.items()),
        table(*((part.title(), text) for part, text in TOLD.items())),
        table(tuple(part.title() for part in TOLD), tuple(TOLD.values())),
        table(*((f"{part.title()}: {text}",) for part, text in TOLD.items())),
        box(LABELLED),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{LABELLED}</w:sdtContent></w:sdt>",
        "".join(
            p(part.title(), properties='<w:outlineLvl w:val="1"/>') + p(text)
            for part, text in TOLD.items()
        ),
        "".join(
            f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{part.title()}</w:t></w:r><w:r><w:t> "
            f"{text}</w:t></w:r></w:p>"
            for part, text in TOLD.items()
        ),
        LABELLED.replace("I split", "I spl</w:t></w:r><w:proofErr/><w:r><w:t>it"),
        LABELLED.replace("<w:r>", '<w:ins w:author="A"><w:r>').replace("</w:r>", "</w:r></w:ins>"),
    ],
    ids=["labels", "own lines", "side table", "head table", "cells", "text box", "control",
         "outline", "bold", "split runs", "inserted"],
)  # fmt: skip
def test_a_story_is_read_from_where_plain_paragraphs_do_not_show_it(
    tmp_path: Path, body: str
) -> None:
    (story,) = read_file(word_file(tmp_path / "a.docx", body)).stories
    assert told(story) == TOLD


def test_several_stories_stand_under_styled_headings(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:styleId="b{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2)
    )
    more = {
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": RELATIONS.format(kind="styles", target="styles.xml"),
    }
    heads = [p(t, properties=f'<w:pStyle w:val="b{n}"/>')
             for t, n in (("ECQ 1: Change", 1), ("# One", 2), ("Two", 2))]  # fmt: skip
    body = heads[0] + heads[1] + LABELLED + heads[2] + LABELLED
    one, two = read_file(word_file(tmp_path / "a.docx", body, more=more)).stories
    assert [one.title, two.title] == ["# One", "Two"]
    assert told(one) == told(two) == TOLD
    assert one.extra == {"chapter": "ECQ 1: Change"}


def test_text_without_labels_is_kept_whole(tmp_path: Path) -> None:
    (story,) = read_file(word_file(tmp_path / "a.docx", p("I led.") + p("# 1 of 3"))).stories
    assert (story.action, story.unsplit) == ("I led.\n\n# 1 of 3", True)


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY e SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;&a;">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_h07_a_word_file_with_entities_is_refused(
    tmp_path: Path, entities: str, encoding: str
) -> None:
    head = (
        f'<?xml version="1.0" encoding="{encoding}"?><!-- {"x" * 5000} --><!DOCTYPE d [{entities}]>'
    )
    path = word_file(tmp_path / "a.docx", p("A&e;B"), head=head)
    document = zipfile.ZipFile(path).read("word/document.xml").decode().encode(encoding)
    word_file(path, "", more={"word/document.xml": document})  # type: ignore[dict-item]
    with pytest.raises(InputError, match=r"a\.docx cannot be read.*declares a document type"):
        read_file(path)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (p("x" * 30_000_000), "blown up"),
        (p("x" * 33_000_000), "too large"),
        ("<w:p/>" * 60_000, "blown up|paragraphs"),
        ("".join(f"<w:p>{n}</w:p>" for n in range(60_000)), "more than 50,000 paragraphs"),
        ("<w:sdt>" * 300 + "</w:sdt>" * 300, "nested too deep"),
    ],
    ids=["ratio", "size", "empty paragraphs", "paragraphs", "depth"],
)
def test_h08_a_word_bomb_is_refused_soon(tmp_path: Path, body: str, says: str) -> None:
    path = word_file(tmp_path / "a.docx", body)
    del body
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(InputError, match=says):
        read_file(path)
    took, most = time.process_time() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 4  # Measured with the tracing of memory, which is slow.
    assert most < 100_000_000


def test_h08_too_many_parts_and_too_large_a_file_are_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", LABELLED, more={f"x{n}": "" for n in range(2_001)})
    with pytest.raises(InputError, match="more than 2000 parts"):
        read_file(path)
    path.write_bytes(b"PK\x03\x04" + bytes(20_000_000))
    with pytest.raises(InputError, match="larger than 20 MB"):
        read_file(path)


def test_h08_a_picture_of_any_size_is_never_inflated(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", LABELLED, more={"word/media/a.png": "x" * 30_000_000})
    assert told(read_file(path).stories[0]) == TOLD


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no Word file"),
        (b"plain text", "no Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file or locked"),
        (b"PK\x03\x04" + bytes(50), "no Word file"),
    ],
    ids=["empty", "text", "doc", "zip head"],
)
def test_h09_what_is_no_word_file_is_refused_in_one_line(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=rf"a\.docx.*{says}"):
        read_file(path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_h09_a_truncated_word_file_is_refused(tmp_path: Path, share: float) -> None:
    path = word_file(tmp_path / "a.docx", LABELLED)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(InputError, match="no Word file"):
        read_file(path)


def test_h09_damaged_locked_and_empty_packages_are_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "<w:p>")
    with pytest.raises(InputError, match=r"document\.xml is damaged"):
        read_file(path)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("hello.txt", "hello")
    with pytest.raises(InputError, match="holds no document"):
        read_file(path)
    data = bytearray(word_file(path, LABELLED).read_bytes())
    at = data.index(b"PK\x01\x02")
    while at >= 0:  # Set the flag of encryption in every entry of the directory.
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    path.write_bytes(data)
    with pytest.raises(InputError, match="damaged or locked with a password"):
        read_file(path)


def test_h23_only_the_text_that_is_shown_is_read(tmp_path: Path) -> None:
    hidden = (
        p("vanished", look="<w:vanish/>")
        + p("by style", look='<w:rStyle w:val="h"/>')
        + '<w:p><w:del w:author="Spy"><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>'
        + "<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
        + '<w:p><w:r><w:instrText>INCLUDETEXT "file:///etc/passwd"</w:instrText></w:r></w:p>'
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + p("Click here")
        + "</w:sdtContent></w:sdt><w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
        + p("gone row")
        + "</w:tc></w:tr></w:tbl>"
    )
    more = {
        "word/vbaProject.bin": "macro",
        "word/comments.xml": "<!DOCTYPE x><c>comment</c>",
        "word/_rels/settings.xml.rels": RELATIONS.format(
            kind="attachedTemplate", target="https://x.test/a.dotm"
        ),
        "word/styles.xml": f'<w:styles {W}><w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr>'
        "</w:style></w:styles>",
        "word/_rels/document.xml.rels": RELATIONS.format(kind="styles", target="styles.xml"),
    }
    shown = p("Lesson: Shown.", look='<w:vanish w:val="0"/>')
    found = read_file(word_file(tmp_path / "a.docx", LABELLED + hidden + shown, more=more))
    (story,) = found.stories
    assert told(story) == TOLD
    assert (story.lesson, story.context, story.extra) == ("Shown.", "", {})


def test_the_title_is_kept_of_a_story_told_after_a_fact(tmp_path: Path) -> None:
    body = p("Story 1: The backlog") + p("Role: Deputy Director") + LABELLED
    (story,) = read_file(word_file(tmp_path / "a.docx", body)).stories
    assert (story.title, story.role) == ("The backlog", STORY.role)


def bold(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def light(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


@pytest.mark.parametrize("sign", [":", " –", ".", ""])
def test_bold_labels_inside_one_paragraph_cut_it(tmp_path: Path, sign: str) -> None:
    runs = "".join(bold(part.title() + sign) + light(f" {text} ") for part, text in TOLD.items())
    (story,) = read_file(word_file(tmp_path / "a.docx", f"<w:p>{runs}</w:p>")).stories
    assert told(story) == TOLD


def test_a_bold_word_inside_a_sentence_is_no_label(tmp_path: Path) -> None:
    body = "<w:p>" + light("Challenge: We needed ") + bold("results") + light(" soon. ")
    body += bold("Context") + light(" was hard.") + "</w:p>" + p("Action: I went. Result: Done.")
    (story,) = read_file(word_file(tmp_path / "a.docx", body)).stories
    assert story.challenge == "We needed results soon. Context was hard."


def test_lines_that_stand_out_before_a_story_are_its_title_and_chapter(tmp_path: Path) -> None:
    def line(text: str) -> str:
        return f"<w:p>{bold(text)}</w:p>"

    body = line("Leading People") + line("The backlog") + LABELLED + line("Complaints gone")
    body += p("They never came back.") + p("BUSINESS ACUMEN") + line("The lease") + LABELLED
    one, two = read_file(word_file(tmp_path / "a.docx", body)).stories
    assert [one.title, two.title] == ["The backlog", "The lease"]
    assert [s.extra["chapter"] for s in (one, two)] == ["Leading People", "BUSINESS ACUMEN"]
    assert one.result == "41 to 19 days.\n\nComplaints gone\n\nThey never came back."
    assert told(two) == TOLD


@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("labels", [LABELLED, "".join(
    f"<w:p>{bold(part.title())}</w:p>" + p(text) for part, text in TOLD.items()
)])  # fmt: skip
def test_the_bold_line_under_an_ecq_is_the_title_in_every_way_to_write_it(
    tmp_path: Path, *, heading: bool, labels: str
) -> None:
    def headed(name: str) -> str:
        level = '<w:outlineLvl w:val="0"/>'
        return p(name, properties=level) if heading else f"<w:p>{bold(name)}</w:p>"

    body = headed("Executive Core Qualifications") + p("A. Person - narratives")
    body += headed("LEADING CHANGE") + f"<w:p>{bold('The exams')}</w:p>" + labels
    body += headed("ECQ 2: LEADING PEOPLE") + p("The office") + labels
    body += headed("BUSINESS ACUMEN") + labels
    ecqs = {"LEADING CHANGE", "ECQ 2: LEADING PEOPLE", "BUSINESS ACUMEN"}
    found = read_stories(
        word_file(tmp_path / "a.docx", body),
        new_id=ids(),
        framework="opm-2025",
        title_in=lambda text: "" if text in ecqs else None,
    )
    assert [s.title for s in found.stories] == ["The exams", "The office", "Grants waited."]
    assert [s.extra["chapter"].rpartition(" / ")[2] for s in found.stories] == [
        *("LEADING CHANGE", "ECQ 2: LEADING PEOPLE", "BUSINESS ACUMEN")
    ]
    assert [told(s) for s in found.stories] == [TOLD] * 3
    assert [s.context for s in found.stories] == [""] * 3
    assert len(found.left_out) == 1


def test_a_table_with_the_parts_at_its_side_gives_title_and_facts(tmp_path: Path) -> None:
    rows = [("Title", "The backlog"), ("Position", "Deputy Director")]
    rows += [(part.title(), text) for part, text in TOLD.items()]
    body = p("ECQ 2: Leading People") + table(*rows) + table(("Title", "Count"), ("Clerk", "31"))
    (story,) = read_file(word_file(tmp_path / "a.docx", body)).stories
    assert (story.title, story.role) == ("The backlog", "Deputy Director")
    assert story.extra == {"chapter": "ECQ 2: Leading People"}
    assert story.result == "41 to 19 days.\n\nTitle\n\nCount\n\nClerk\n\n31"
    assert story.context == ""


def test_what_stands_beside_the_text_is_told(tmp_path: Path) -> None:
    comments = "".join(f"<w:comment>{p(text)}</w:comment>" for text in ("Is 40 right?", "Good."))
    more = {
        "word/comments.xml": f"<w:comments {W}>{comments}</w:comments>",
        "word/_rels/document.xml.rels": RELATIONS.format(kind="comments", target="comments.xml"),
    }
    body = LABELLED + f'<w:p><w:ins w:author="A">{light("And more.")}</w:ins></w:p>'
    assert read_file(word_file(tmp_path / "a.docx", body, more=more)).notes == (
        "its tracked changes count as accepted: what is struck out is left out",
        "2 comments were left out, the first: “Is 40 right?”",
    )
    damaged = {**more, "word/comments.xml": "<!DOCTYPE x><c/>"}
    found = read_file(word_file(tmp_path / "b.docx", LABELLED, more=damaged))
    assert (told(found.stories[0]), found.notes) == (TOLD, ())
