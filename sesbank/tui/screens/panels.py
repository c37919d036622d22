"""Panels: before whom one speaks, to choose from where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sesbank.session import Session
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList


class PanelDialog(Dialog):
    """Gives back the name of a panel, empty for none, or None where nothing was chosen."""

    PLACES = ("panel",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("panel")

    def __init__(self, session: Session, panels: Sequence[str], present: str) -> None:
        super().__init__(session)
        self._panels = tuple(panels)
        self._present = present

    def compose(self) -> ComposeResult:
        """Lay out the names over the keys."""
        with Vertical(classes="box fitted"):
            yield RowList(self._paint, lambda panel: panel, one_click=True, id="panels")
            yield KeyBar()

    def on_mount(self) -> None:
        """Start at the one that is chosen."""
        self.query_one(".box").border_title = Content("Before which panel do you speak?")
        self.rows.show(self._panels, at=self._present)
        self.rows.focus()

    @property
    def rows(self) -> RowList[str]:
        """The panels."""
        return self.query_one("#panels", RowList)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.do_panel_take()

    def do_panel_take(self) -> None:
        """Speak before the panel at hand."""
        self.dismiss(self.rows.current)

    def _paint(self, panel: str, _width: int) -> Content:
        sign = Content("● " if panel == self._present else "  ").stylize("bold $primary")
        name = plain_line(panel) if panel else Content("no panel").stylize("$muted")
        return together(sign, name)
