"""Figures: how sure the person is of each number, what it counts, where it is written."""

from __future__ import annotations

import dataclasses
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sesbank.domain.figures import Figure, FigureState
from sesbank.domain.noting import Noted, all_figures, renoted
from sesbank.domain.story import Story
from sesbank.domain.text import clean_line
from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import plain_line
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.figures import figure_row, where_said
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.fields import Line
from sesbank.tui.widgets.rows import RowList
from sesbank.tui.widgets.said import Said


class FiguresDialog(Dialog):
    """One key says how sure. Gives back the figures as noted."""

    PLACES = ("figures",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("figures")
    ENTER = "figure.written"

    def __init__(self, session: Session, story: Story) -> None:
        super().__init__(session)
        self._story = story

    def compose(self) -> ComposeResult:
        """Lay out the list over what is known of the figure at hand."""
        with Vertical(classes="box"):
            yield RowList(figure_row, _key, empty="No numbers yet.", id="figures")
            yield Said(id="figure-said")
            for name, label in (("counts", "Counts what"), ("where", "Written where")):
                with Horizontal(classes="field"):
                    yield Static(Content(label), classes="label")
                    yield Line(id=f"figure-{name}")
            yield KeyBar(lines=2)

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(".box").border_title = Content("Numbers of this story")
        self._show()
        self.rows.focus()

    @property
    def rows(self) -> RowList[Noted]:
        """The list."""
        return self.query_one("#figures", RowList)

    def _show(self, *, at: str = "") -> None:
        figures = all_figures(self._story)
        self.rows.show(figures, at=at)
        for line in self.query(Line):
            line.disabled = not figures  # What is typed of no number would go nowhere.

    @on(RowList.Moved)
    def _show_figure(self) -> None:
        self.show_texts()
        figure = self.rows.current.figure if self.rows.current else None
        for name in ("counts", "where"):
            self.query_one(f"#figure-{name}", Line).value = getattr(figure, name) if figure else ""
        self.refresh_bars()

    @on(RowList.Chosen)
    def _say_more(self) -> None:
        """Go on to what it counts and where it is written."""
        self.query_one("#figure-counts").focus()

    def show_texts(self) -> None:
        """Put the texts anew."""
        here = self.rows.current
        said = where_said(self._story, here.figure.value) if here else ""
        self.query_one(Said).say(plain_line(said, "$muted"))

    @on(Input.Submitted)
    def do_figure_written(self) -> None:
        """Keep what is written and go back to the numbers."""
        self._written()
        self.rows.focus()

    @on(Input.Blurred)
    def _written(self) -> None:
        here = self.rows.current
        if here is None:
            return
        counts, where = (
            clean_line(self.query_one(f"#figure-{name}", Line).value)
            for name in ("counts", "where")
        )
        if (counts, where) != (here.figure.counts, here.figure.where):
            self._note(here, dataclasses.replace(here.figure, counts=counts, where=where))

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id.startswith("figure.") and self.rows.current is None:
            return "There is no number here."
        if action_id == "figure.forget" and self.rows.current and not self.rows.current.kept:
            return "Nothing is noted of this number yet."
        return super().why_not(action_id)

    def do_figure_documented(self) -> None:
        """It is written down somewhere; say where."""
        self._set(FigureState.DOCUMENTED)
        self.query_one("#figure-where", Line).focus()

    def do_figure_memory(self) -> None:
        """It comes from memory."""
        self._set(FigureState.MEMORY)

    def do_figure_estimate(self) -> None:
        """It is an estimate."""
        self._set(FigureState.ESTIMATE)

    def do_figure_unconfirmed(self) -> None:
        """Nobody can confirm it."""
        self._set(FigureState.UNCONFIRMED)

    def do_figure_withheld(self) -> None:
        """It is not to be said."""
        self._set(FigureState.WITHHELD)

    def do_figure_forget(self) -> None:
        """Take away what is noted of it."""
        here = self.rows.current
        if here is not None:
            kept = tuple(figure for figure in self._story.figures if figure != here.figure)
            self._story = self._story.edit(figures=kept)
            self._show(at=here.figure.value)

    def _set(self, state: FigureState) -> None:
        here = self.rows.current
        if here is not None:
            self._note(here, dataclasses.replace(here.figure, state=state))

    def _note(self, noted: Noted, after: Figure) -> None:
        figures = renoted(self._story.figures, noted.figure, after)
        self._story = self._story.edit(figures=figures)
        self._show(at=after.value)

    def do_dialog_leave(self) -> None:
        """Leave with the figures as noted; from a line back to the list first."""
        self._written()
        if isinstance(self.focused, Line):
            self.rows.focus()
        else:
            self.dismiss(self._story.figures)


def _key(noted: Noted) -> str:
    return noted.figure.value
