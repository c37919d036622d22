"""A pane never draws past its edge, however quickly texts and scrollbars come and go."""

import random
import re

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from tui_driving import settle, shown

from sesbank.tui.widgets.pane import Pane


class PaneApp(App[None]):
    CSS = "Pane { height: 10; width: 40; border: round white; }"

    def compose(self) -> ComposeResult:
        yield Pane(id="pane")


@pytest.mark.parametrize("seed", [2, 5, 7, 11, 13, 17, 18, 27, 28])
async def test_no_word_is_cut_at_the_edge_when_texts_follow_each_other_quickly(seed):
    chance = random.Random(seed)
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        pane = pilot.app.query_one(Pane)
        for _ in range(60):
            lines, _ = chance.randint(1, 12), chance.randint(1, 3)
            stay = chance.random() < 0.6
            body = "\n".join("abcdef" + " abcde" * chance.randint(1, 8) for _ in range(lines))
            pane.show(Content("t"), Content(body), stay=stay)
            if chance.random() < 0.7:
                await settle(pilot)
            if chance.random() < 0.2:
                pane.scroll_to(y=3, animate=False)
        await settle(pilot)
        words = set(re.findall(r"[a-f]+", shown(pilot)))
    assert words <= {"abcdef", "abcde"}


class LabelledApp(App[None]):
    CSS = "Pane { height: 10; width: 40; border: round white; }"

    def compose(self) -> ComposeResult:
        yield Pane(id="pane", label=10)


async def test_what_goes_on_below_a_label_begins_under_its_text():
    async with LabelledApp().run_test(size=(60, 20)) as pilot:
        body = Content.from_markup(
            "[b]Harbor[/]    Ships wait for the tide in the mouth of the bay."
        )
        prose = Content("Words with no label go on at the margin, as they always did.")
        pilot.app.query_one(Pane).show(Content("t"), Content("\n").join([body, prose]))
        await settle(pilot)
        lines = [line[2:38].rstrip() for line in shown(pilot).splitlines()[1:5]]
    assert lines == [
        "Harbor    Ships wait for the tide in",
        "          the mouth of the bay.",
        "Words with no label go on at the",
        "margin, as they always did.",
    ]


LONG_TITLE = "Said no to the price of the vendor: ask finance for the memo of May"


async def test_a_title_its_frame_cuts_stands_whole_above_the_text_and_one_that_fits_does_not():
    class TitledApp(App[None]):
        CSS = "Pane { height: 10; width: 40; border: round white; }"

        def compose(self) -> ComposeResult:
            yield Pane(id="pane", whole_title=True)

    async with TitledApp().run_test(size=(60, 20)) as pilot:
        pane = pilot.app.query_one(Pane)
        pane.show(Content(LONG_TITLE), Content("Nothing is written yet."))
        await settle(pilot)
        inside = [line[2:38].strip() for line in shown(pilot).splitlines()[1:4]]
        assert inside == [
            "Said no to the price of the vendor:",
            "ask finance for the memo of May",
            "Nothing is written yet.",
        ]
        pane.show(Content(LONG_TITLE[:34]), Content("Nothing is written yet."))
        await settle(pilot)
        top, first, *_ = shown(pilot).splitlines()
        assert f"─ {LONG_TITLE[:34]} ─" in top
        assert first[2:38].strip() == "Nothing is written yet."
