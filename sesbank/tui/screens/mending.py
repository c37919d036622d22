"""Mending a reading with single keys: what a person does on the first step of a vacancy."""

from __future__ import annotations

from textual.content import Content

from sesbank.domain.vacancy import RequirementKind, Vacancy
from sesbank.session import mending, vacancies
from sesbank.tui.screens.vacancy_acts import VacancyActs
from sesbank.tui.views.match_names import KIND_NAMES
from sesbank.tui.widgets.source import SourceView

_WITHOUT_ROW = ("requirement.add", "requirement.back")

_EDGE = 3
"""Words that tell where a requirement now begins or ends."""


class MendingActs(VacancyActs):
    """The acts that change what was read; each is undone with u."""

    @property
    def source(self) -> SourceView:
        """The posting."""
        return self.query_one(SourceView)

    @property
    def _ways(self) -> str:
        """How a stretch of the posting is marked and added, by the keys there are for it."""
        down, up, mark = (self.key_of(f"source.{way}") for way in ("down", "up", "mark"))
        return f"{down} and {up}, {mark} to mark, {self.key_of('requirement.add')} to add"

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id in _WITHOUT_ROW and not self._matching:
            if action_id == "requirement.back" and not self.vacancy.dropped:
                return "Nothing was dropped from this posting."
            if action_id == "requirement.add" and self.focused is not self.source:
                return f"Go into the posting first: Tab, then {self._ways}."
            return ""
        return super().why_not(action_id)

    def _mend(self, vacancy: Vacancy, told: str, *, at: str = "") -> None:
        self.source.let_go()
        self.tell(told)
        self.reload()
        if at and at in {r.id for r in vacancy.requirements}:
            self.rows.show(vacancy.requirements, at=at)

    def _here(self) -> str:
        requirement = self.rows.current
        return requirement.id if requirement is not None else ""

    def _label(self) -> str:
        requirement = self.rows.current
        return requirement.label if requirement is not None else ""

    def do_requirement_confirm(self) -> None:
        """Say that the requirement at hand is right."""
        done = mending.confirm(self.session, self.vacancy, self._here())
        self._mend(done, f"{self._label()} is right as read.")

    def do_requirement_grow(self) -> None:
        """Take in the sentence behind it."""
        self._respanned(mending.grow(self.session, self.vacancy, self._here()))

    def do_requirement_grow_start(self) -> None:
        """Take in the sentence before it."""
        self._respanned(mending.grow(self.session, self.vacancy, self._here(), at_start=True))

    def do_requirement_shrink(self) -> None:
        """Leave out its last sentence."""
        self._respanned(mending.shrink(self.session, self.vacancy, self._here()))

    def do_requirement_shrink_start(self) -> None:
        """Leave out its first sentence."""
        self._respanned(mending.shrink(self.session, self.vacancy, self._here(), at_start=True))

    def do_requirement_word_more(self) -> None:
        """Take in the word behind it."""
        self._respanned(mending.step(self.session, self.vacancy, self._here(), 1))

    def do_requirement_word_less(self) -> None:
        """Leave out its last word."""
        self._respanned(mending.step(self.session, self.vacancy, self._here(), -1))

    def do_requirement_respan(self) -> None:
        """Give it the stretch marked in the posting."""
        span = self.source.marked
        self._respanned(mending.respan(self.session, self.vacancy, self._here(), span))

    def _respanned(self, vacancy: Vacancy) -> None:
        before, here = self.rows.current, self._here()
        after = vacancy.requirement(here)
        words, edges = after.text.split(), []
        if before is not None and before.start != after.start:
            edges.append(f"begins “{' '.join(words[:_EDGE])} …”")
        if before is not None and before.end != after.end:
            edges.append(f"ends “… {' '.join(words[-_EDGE:])}”")
        told = f"now {' and '.join(edges)}" if edges else "stays as it is"
        self._mend(vacancy, f"{self._label()} {told}", at=here)

    def do_requirement_merge(self) -> None:
        """Make one of the requirement at hand and the next."""
        here, label = self._here(), self._label()
        done = mending.merge(self.session, self.vacancy, here)
        self._mend(done, f"{label} and the next are one.", at=here)

    def do_requirement_split(self) -> None:
        """Make two of the requirement at hand."""
        here, label = self._here(), self._label()
        offset = self.source.marked[0] if self.focused is self.source else None
        done = mending.split(self.session, self.vacancy, here, offset)
        self._mend(done, f"{label} is two now.", at=here)

    def do_requirement_back(self) -> None:
        """Bring back what was dropped last."""
        back = self.vacancy.dropped[-1]
        done = mending.bring_back(self.session, self.vacancy)
        at = next((r.id for r in done.requirements if r.start == back.start), "")
        self._mend(done, f"Brought back: {back.label}", at=at)

    def do_requirement_add(self) -> None:
        """Add what is marked as a technical qualification; t gives it another kind."""
        span = self.source.marked
        before = {requirement.id for requirement in self.vacancy.requirements}
        done = mending.add(self.session, self.vacancy, RequirementKind.TQ, span)
        new = next(r for r in done.requirements if r.id not in before)
        self._mend(done, f"Added as {KIND_NAMES[new.kind]}: {new.label}. t changes it.", at=new.id)

    def do_vacancy_facts(self) -> None:
        """Put the facts of the head right."""
        from sesbank.tui.screens.facts import FactsDialog

        self.app.push_screen(FactsDialog(self.session, self._vacancy_id))

    def tell_marking(self) -> None:
        """Say in the posting's frame what can be done with the sentence at hand."""
        note = ""
        if self.focused is self.source:
            begun = "v lets go" if self.source.marking else "v marks"
            note = f"{begun} · a adds · w this stretch · x splits here"
        self.source.border_subtitle = Content(note)

    def mark_sentences(self) -> None:
        """Show the posting with the sentences it is gone through by."""
        text = vacancies.get(self.session, self._vacancy_id).source
        self.source.show(text, mending.sentences(text))
