"""One vacancy: read what it asks beside its text, then match stories with the evidence in sight."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer

from sesbank.domain.bank import Act
from sesbank.domain.demands import StoryCover
from sesbank.domain.evidence import MatchReport
from sesbank.domain.text import counted, shorten
from sesbank.domain.vacancy import Requirement
from sesbank.session import vacancies
from sesbank.tui.actions import bindings_at
from sesbank.tui.plain import NOTHING, joined, plain_line, together
from sesbank.tui.screens.mending import MendingActs
from sesbank.tui.screens.stacking import Stacking
from sesbank.tui.views.evidence import asked_side, demands, said_side, why
from sesbank.tui.views.match_names import KIND_NAMES
from sesbank.tui.views.vacancy import (
    Offer,
    answer_of,
    answer_row,
    offer_row,
    offers_for,
    requirement_row,
    signs_said,
    title_line,
)
from sesbank.tui.widgets.banner import Banner
from sesbank.tui.widgets.bars import KeyBar
from sesbank.tui.widgets.head import Head, stages
from sesbank.tui.widgets.rows import RowList
from sesbank.tui.widgets.said import Said
from sesbank.tui.widgets.sides import SidesPane
from sesbank.tui.widgets.source import SourceView

_SOON = 0.5
"""Seconds within which the new proposals are there: the notice says at once what was done."""

_MATCHING = "Your stories are being matched to what it asks …"
_NO_REQUIREMENTS = "Nothing that a candidate must answer was found in this text."


class VacancyScreen(MendingActs, Stacking):
    """Requirements left; right the posting, or the stories with their evidence."""

    PLACES = ("read", "match")
    BINDINGS: ClassVar[list[BindingType]] = bindings_at("read", "match")
    _late: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Head(id="vacancy-head")
        yield Banner()
        with Horizontal(classes="panes"):
            yield RowList(
                self._paint,
                lambda r: r.id,
                empty=_MATCHING,
                id="requirements",
                classes="first",
            )
            with Vertical(classes="second bare"):
                yield SourceView(id="source")
                yield RowList(self._paint_offer, lambda offer: offer.story, id="offers")
                yield SidesPane(id="sides")
        yield Said(id="uncovered")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the posting, and match at once where that is wanted."""
        self.mark_sentences()
        self.source.border_title = Content("The posting")
        self.rows.focus()

    def reload(self) -> None:
        """Show the vacancy as it now is; without it there is nothing to show."""
        if self.is_gone:
            self.leave_gone()
            return
        self.set_class(self._matching, "-matching")
        self.set_class(not self._matching, "-reading")
        self._show()
        if self._matching:
            self._match()

    def rematch(self) -> None:
        """Match anew after a choice: a picture of what was proposed before it need not be drawn.

        Only where it takes longer than a person waits is the choice shown among the old proposals.
        """
        self._late = self.set_timer(_SOON, self._show)
        self._match()

    def show_after(self, done: str, act: Act) -> None:
        """Say what was taken back or done again, and match anew where stories are matched."""
        same = not self.is_gone and self.vacancy.matched == tuple(self.rows.rows)
        if not (self.vacancy_matched and same):
            super().show_after(done, act)
            return
        self.tell(f"{done}: {act.label}")
        self.rematch()

    def _match(self) -> None:
        vacancy = self.vacancy
        self.work("match", lambda: vacancies.match(self.session, vacancy), self._matched)

    def _show(self) -> None:
        vacancy = self.vacancy
        asked = vacancy.matched if self._matching else vacancy.requirements
        if not self._matching or self._report is not None:
            self._show_rows(asked)
        self._head()

    def _show_rows(self, asked: tuple[Requirement, ...]) -> None:
        name = "What it asks" if not self._matching else "Your answers"
        self.rows.border_title = Content(name)
        self._work_out_answers()
        answers = self._answers.values() if self._matching else ()
        self.rows.border_subtitle = signs_said(answers)
        self.rows.empty = _NO_REQUIREMENTS
        self.rows.show(asked)

    def _matched(self, report: MatchReport) -> None:
        if self._late is not None:
            self._late.stop()
        self._report = report
        self._covers.clear()
        if self._matching:
            self._show_rows(self.vacancy.matched)
            self._head()
            self.refresh_bars()

    def _work_out_answers(self) -> None:
        if self._report is None or not self._matching:
            return
        vacancy = self.vacancy
        for requirement in vacancy.matched:
            offers = self._offers[requirement.id] = self._offers_for(requirement)
            self._answers[requirement.id] = answer_of(offers, self._report, requirement.id)

    def _offers_for(self, requirement: Requirement) -> tuple[Offer, ...]:
        assert self._report is not None  # asked for only once there is one
        return offers_for(self.vacancy, self._report, requirement.id, self.session.bank.offered)

    def _paint(self, requirement: Requirement, width: int) -> Content:
        if not self._matching:
            return requirement_row(requirement, width)
        return answer_row(
            requirement,
            self._answers.get(requirement.id),
            width,
            proposed=not self.vacancy.chosen,
            matched=self._report is not None,
        )

    def _paint_offer(self, offer: Offer, width: int) -> Content:
        return offer_row(self._places[offer.story] if offer.match else 0, offer, width)

    def _head(self) -> None:
        if self.is_gone:
            return
        vacancy = self.vacancy
        steps = stages("vacancy.match" if self._matching else "vacancy.read")
        framework = self.session.names.framework(vacancies.framework_of(self.session, vacancy))
        facts = (vacancy.agency, vacancy.closes, framework)
        room = self.size.width - steps.cell_length - 3
        name = title_line(vacancy.named, facts, room)
        line = together(steps, Content("  "), name)
        self.query_one(Head).update(line)
        self.query_one(Said).say(self.uncovered())

    def on_resize(self) -> None:
        """Name the vacancy in the room there is."""
        self._head()

    @on(RowList.Moved, "#requirements")
    def _show_requirement(self) -> None:
        requirement = self.rows.current
        if requirement is None:
            return
        if not self._matching:
            self.query_one(SourceView).light(requirement.start, requirement.end)
            kind = Content(KIND_NAMES[requirement.kind])
            self.rows.border_subtitle = kind
        elif self._report is not None:
            self._show_offers(requirement)

    def _show_offers(self, requirement: Requirement) -> None:
        offers = self._offers[requirement.id]
        self._places = {offer.story: place for place, offer in enumerate(offers, 1)}
        answer = self._answers.get(requirement.id)
        self.offers.border_title = together(
            plain_line(requirement.label, "bold $primary"),
            Content(" · "),
            plain_line(shorten(requirement.text, 160)),
        )
        ranked = sum(1 for offer in offers if offer.match)
        note = counted(ranked, "story", "stories") + " with evidence"
        self.offers.border_subtitle = Content(note)
        self.offers.show(offers, at=answer.story if answer else "", first=answer is None)

    @on(RowList.Moved, "#offers")
    def _show_evidence(self) -> None:
        offer, requirement = self.offers.current, self.rows.current
        sides = self.query_one(SidesPane)
        if offer is None or requirement is None:
            sides.show(NOTHING, NOTHING, NOTHING, NOTHING)
            return
        story = self.session.bank.stories.get(offer.story)
        reasons = offer.match.reasons if offer.match else ()
        cover = self._cover_of(requirement, offer)
        asked = asked_side(requirement.text, reasons, "The posting asks")
        sides.border_subtitle = Content(cover.summary if len(cover.demands) > 1 else "")
        summary = (
            why(reasons)
            if reasons
            else Content(
                "No words of this story answer the requirement. You may pin it all the same."
            ).stylize("$muted")
        )
        sides.show(
            plain_line(offer.title, "bold $primary"),
            summary,
            joined([part for part in (asked, demands(cover)) if part], "\n\n"),
            said_side(story, reasons, "Your story says") if story else NOTHING,
        )
        self.refresh_bars()

    def _cover_of(self, requirement: Requirement, offer: Offer) -> StoryCover:
        """Return which demands a story meets; kept, since the cursor comes back."""
        key = (requirement.id, offer.story)
        if key not in self._covers:
            self._covers[key] = vacancies.cover(self.session, self.vacancy, *key)
        return self._covers[key]

    @on(RowList.Chosen, "#requirements")
    async def _open_requirement(self) -> None:
        if self._matching:
            self.add_class("-detail")
            self.offers.focus()
        else:
            await self.action_act("vacancy.match")

    @on(Head.Pressed)
    async def _go_to_stage(self, event: Head.Pressed) -> None:
        if self._matching is not (event.action == "vacancy.match"):
            await self.action_act(event.action)

    @on(RowList.Chosen, "#offers")
    def _open_offer(self) -> None:
        self.query_one(SidesPane).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen show the side that has the focus."""
        self.set_class(event.widget.id in ("offers", "sides", "source"), "-detail")
        self.set_class(event.widget.id == "sides", "-evidence")
        self.tell_marking()

    @on(SourceView.Marked)
    def _marked(self) -> None:
        self.tell_marking()

    @property
    def way_back(self) -> str:
        """What the bottom line calls Esc."""
        return "Back"

    def do_view_back(self) -> None:
        """Go one pane back; from the requirements leave."""
        if self.focused is self.query_one(SidesPane):
            self.offers.focus()
        elif self.focused is not self.rows:
            self.rows.focus()
        else:
            self.dismiss(None)
