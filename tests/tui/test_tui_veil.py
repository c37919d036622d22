"""What is said in a corner while text is hidden: no word of a story, no file named after it."""

import pytest
from tui_driving import TITLES, notices, press, settle, shown

from sesbank.domain.figures import find_figures
from sesbank.session import stories
from sesbank.tui.plain import LIT, sentence
from sesbank.tui.veil import VEIL
from sesbank.tui.views.story import part_text
from sesbank.tui.widgets.fields import Line


@pytest.fixture
def hidden(monkeypatch):
    monkeypatch.setattr(VEIL, "drawn", True)


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize(
    "message",
    [
        "Saved: “Trust”",
        "Saved: “Rebuilt “trust” after Trust”",
        "Opened: “Rebuilt “trust after Tr…",
        "Written: /home/me.too/U.S. trust rebuilt.md",
        "~/stories/Trust rebuilt.docx was not written: no space",
        "Written: /home/me/Trust rebuilt.markdown",
        "Written: /home/me/Trust rebuilt.DOCX",
        "/home/me/Trust rebuilt.jsonl is not there; check the name",
        "/home/me/Trust rebuilt.doc is an old Word file",
        "/home/me/Trust rebuilt.PDF cannot be read",
        "no story 'trust after': `sesbank list` shows what there is",
        'no story "trust\'s": `sesbank list` shows what there is',
    ],
)
def test_what_a_message_quotes_and_the_files_it_names_are_hidden(message):
    shown = sentence(message).plain
    assert "trust" not in shown.casefold()
    assert "rebuilt" not in shown.casefold()
    assert len(shown) == len(message)


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize(
    ("message", "seen"),
    [
        ("Written: /home/me.too/U.S. trust.md", "Written: /home/me.too/░░░░ ░░░░░.md"),
        ("Written: ~/Word files/Trust.docx.", "Written: ~/Word files/░░░░░.docx."),
        (r"Written: C:\Users\me\Trust.docx", r"Written: C:\Users\me\░░░░░.docx"),
        (
            "/a/Trust.docx is open: this one is /a/Trust (2).docx",
            "/a/░░░░░.docx ░░ ░░░░░ ░░░░ ░░░ ░░ /a/░░░░░ ░░░.docx",
        ),
        (
            "“Trust.docx” is there already. Written instead: /a/Trust (2).docx",
            "“░░░░░░░░░░” is there already. Written instead: /a/░░░░░ ░░░.docx",
        ),
        ("/a/b.docx: no 'Trust' in /a/c.docx", "/a/░.docx░ ░░ ░░░░░░░ ░░ /a/░.docx"),
        ("/a/b.md of trust/c.md is there", "/a/░.md ░░ ░░░░░░░.md is there"),
        ("/a/The .md trust.md is there", "/a/░░░ .md ░░░░░.md is there"),
        ("no room for '/a/Trust.docx'", "no room for '/a/░░░░░.docx░"),
        ("no story 'Trust/hope.md'", "no story ░░░░░░░░░░░░░░░"),
        ("Saved: “/trust/hope.md”", "Saved: “░░░░░░░░░░░░░░”"),
    ],
)
def test_in_which_folder_a_file_is_and_of_what_kind_stays(message, seen):
    assert sentence(message).plain == seen


@pytest.mark.usefixtures("hidden")
def test_the_words_of_sesbank_itself_stay():
    message = "“A” was removed: the story's title, “B”, isn't there. u brings it back."
    assert sentence(message).plain == message.replace("A", "░").replace("B", "░")


@pytest.mark.parametrize("keys", ["X enter", "u", "e ctrl+o enter", "slash n o : x enter"])
async def test_no_notice_tells_a_word_of_a_title(session, opened, tmp_path, keys):
    async with opened(session, keys="f9") as pilot:
        for key in keys.split():
            await press(pilot, key.replace(":", "colon"))
            for line in pilot.app.screen.query(Line):
                if line.value.endswith(".md"):
                    line.value = f"{tmp_path}/{line.value.rpartition('/')[2]}"
            await settle(pilot)
            said = " ".join([*notices(pilot), shown(pilot)]).casefold()
            assert "backlog" not in said
            assert "cleared" not in said


def test_figures_and_hits_are_lit_also_where_a_sign_has_a_colored_form(session, monkeypatch):
    monkeypatch.setattr(VEIL, "drawn", False)
    text = "⚠️ Backlog fell by 40 percent."
    story = stories.get(session, TITLES[0]).edit(result=text)
    content = part_text(story, "result", [("result", 3, 10)])
    styles = {(span.start, span.end, str(span.style)) for span in content.spans}
    assert (3, 10, LIT) in styles
    assert {(each.start, each.end, "bold") for each in find_figures(text)} <= styles
