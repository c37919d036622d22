"""Homes: where stories of an older framework may belong in today's, confirmed all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sesbank.domain.framework import Framework
from sesbank.domain.offers import Offer
from sesbank.domain.story import Story
from sesbank.domain.text import counted
from sesbank.errors import SesbankError
from sesbank.session import Session, mappings
from sesbank.session.mappings import Home
from sesbank.tui.actions import bindings_at
from sesbank.tui.layout import Column, row
from sesbank.tui.plain import NOTHING, joined, named, plain_line, together
from sesbank.tui.screens.acting import Dialog
from sesbank.tui.views.offers import why
from sesbank.tui.views.story_names import STRENGTH_NAMES, STRENGTH_SIGNS
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.rows import RowList

_LOOKING = "looking where they belong …"
_NONE = "Nothing suggests where these stories belong: m on a story maps it."


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A story, and the place for it that is shown now."""

    home: Home
    place: int = 0
    out: bool = False
    """Whether the story is left as it is."""

    @property
    def offer(self) -> Offer:
        """The place shown."""
        return self.home.offers[self.place]


class HomesDialog(Dialog):
    """Gives back how many stories were mapped, or None."""

    PLACES = ("homes",)
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("homes")

    def __init__(self, session: Session, meant: Iterable[Story], framework: str) -> None:
        super().__init__(session)
        self._meant = tuple(meant)
        self._framework: Framework = session.framework_named(framework)
        self._rows: tuple[HomeRow, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the stories over what speaks for the place of the one at hand."""
        with Vertical(classes="box"):
            yield RowList(self._paint, lambda each: each.home.story.id, empty=_LOOKING, id="homes")
            yield Static(NOTHING, id="home-why")
            yield KeyBar(lines=2)

    def on_mount(self) -> None:
        """Look where the stories belong."""
        box = self.query_one(".box")
        box.border_title = named(f"Where they belong in {self._framework.name}")
        self.rows.focus()
        found, framework = self._meant, self._framework.id
        self.work("homes", lambda: mappings.homes(self.session, found, framework), self._show)

    def work_failed(self, group: str, error: SesbankError) -> None:  # noqa: ARG002 - one group
        """Say why nothing could be worked out."""
        self.tell_error(error)

    @property
    def rows(self) -> RowList[HomeRow]:
        """The stories."""
        return self.query_one("#homes", RowList)

    def _show(self, homes: tuple[Home, ...]) -> None:
        self._rows = tuple(HomeRow(home) for home in homes)
        self.rows.empty = _NONE
        self._list()

    def _list(self) -> None:
        self.rows.show(self._rows)
        number = len([each for each in self._rows if not each.out])
        said = f"Enter maps {counted(number, 'story', 'stories')}; nothing is mapped before"
        self.query_one(".box").border_subtitle = Content(said if self._rows else "")
        self.refresh_bars()

    def _paint(self, each: HomeRow, width: int) -> Content:
        mapping = each.offer.mapping
        sign = Content("·" if each.out else STRENGTH_SIGNS[mapping.strength])
        sign = sign.stylize("$muted" if each.out else "bold $primary")
        title = together(sign, Content(" "), plain_line(each.home.story.title))
        place = plain_line("left as it is" if each.out else self._place(each.offer), "$muted")
        return row(width, Column(title), Column(place, min(place.cell_length, width // 2)))

    def _place(self, offer: Offer) -> str:
        mapping = offer.mapping
        if mapping.competency:
            return self._framework.competency(mapping.competency).name
        return self._framework.ecq(mapping.ecq).name

    @on(RowList.Moved)
    def _show_why(self) -> None:
        here = self.rows.current
        if here is None:
            return
        offer, of = here.offer, len(here.home.offers)
        which = f"{self._place(offer)} ({STRENGTH_NAMES[offer.mapping.strength]})"
        which += f", place {here.place + 1} of {of}" if of > 1 else ""
        note = [plain_line(offer.row.note, "$muted")] if offer.row and offer.row.note else []
        told = [plain_line(which, "bold"), why(offer), *note]
        self.query_one("#home-why", Static).update(joined(told))

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        here = self.rows.current
        if action_id.startswith("homes.") and here is None:
            return _NONE if self.rows.empty == _NONE else "It is not worked out yet."
        if action_id == "homes.confirm" and all(each.out for each in self._rows):
            return f"Every story is left as it is: {self.key_of('homes.leave')} takes one in."
        if action_id == "homes.other" and here is not None and len(here.home.offers) == 1:
            return "Nothing suggests another place for this story."
        return super().why_not(action_id)

    def _changed(self, changed: HomeRow) -> None:
        self._rows = tuple(changed if e.home is changed.home else e for e in self._rows)
        self._list()
        self._show_why()

    def do_homes_leave(self) -> None:
        """Leave the story at hand as it is, or take it in again."""
        here = self.rows.current
        if here is not None:
            self._changed(replace(here, out=not here.out))

    def do_homes_other(self) -> None:
        """Show the next place for the story at hand."""
        here = self.rows.current
        if here is not None:
            self._changed(replace(here, place=(here.place + 1) % len(here.home.offers)))

    @on(RowList.Chosen)
    async def _chosen(self) -> None:
        await self.action_act("homes.confirm")

    def do_homes_confirm(self) -> None:
        """Map all that are taken in, in one act that one undo takes back."""
        wanted = {e.home.story.id: e.offer.mapping for e in self._rows if not e.out}
        names = mappings.confirm(self.session, wanted)
        self.tell(f"Mapped: {names}. {self.undo_key} takes it back.")
        self.dismiss(len(wanted))
