"""What a person can do with one vacancy: mend what was read, decide on the stories."""

from __future__ import annotations

from textual.content import Content

from sesbank.domain.demands import StoryCover
from sesbank.domain.evidence import MatchReport
from sesbank.domain.text import counted, shorten
from sesbank.domain.vacancy import Choice, Requirement, RequirementKind
from sesbank.session import Session, checks, serving, vacancies
from sesbank.session.serving import ONCE, TWICE
from sesbank.tui.actions import BY_ID
from sesbank.tui.plain import plain_line, together
from sesbank.tui.screens.of_vacancy import OfVacancy
from sesbank.tui.views.match_names import KIND_NAMES
from sesbank.tui.views.vacancy import Offer, doubts_line
from sesbank.tui.widgets.rows import RowList

_ABOUT_CHOICES = ("B02", "B03")
"""Checks of what was pinned and chosen that the screen itself does not show."""

_TITLE = 40
"""Characters of a story's title in a notice."""

_ONLY_WHEN_MATCHED = ("match.pin", "match.ban", "match.propose", "match.twice")


class VacancyActs(OfVacancy):
    """The actions of the two steps; where things stand is the screen's own matter."""

    def __init__(self, session: Session, vacancy_id: str, *, matching: bool = False) -> None:
        super().__init__(session)
        self._vacancy_id = vacancy_id
        self._matching = matching
        self._report: MatchReport | None = None
        self._answers: dict[str, Offer | None] = {}
        self._offers: dict[str, tuple[Offer, ...]] = {}
        """The stories for each requirement, by its id."""
        self._places: dict[str, int] = {}
        """Where each story stands in the list shown, from 1."""
        self._covers: dict[tuple[str, str], StoryCover] = {}

    @property
    def rows(self) -> RowList[Requirement]:
        """The requirements."""
        return self.query_one("#requirements", RowList)

    @property
    def offers(self) -> RowList[Offer]:
        """The stories for the requirement at hand."""
        return self.query_one("#offers", RowList)

    def rematch(self) -> None:
        """Match anew after a choice, and show what came of it."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the keys of the other step out of the way."""
        if action == "act" and parameters:
            where = BY_ID[str(parameters[0])].where
            other = "read" if self._matching else "match"
            here = "match" if self._matching else "read"
            if other in where and here not in where:
                return False
        return super().check_action(action, parameters)

    def why_not(self, action_id: str) -> str:
        """Return why an action cannot be done now."""
        if action_id.startswith("requirement.") and self._matching:
            read = self.key_of("vacancy.read")
            return f"Requirements are changed in the first step: {read} goes there."
        if action_id.startswith("requirement.") and self.rows.current is None:
            add = self.key_of("requirement.add")
            return f"Nothing is asked yet: Tab goes into the posting, where {add} adds a sentence."
        if action_id in _ONLY_WHEN_MATCHED and not self.vacancy_matched:
            if self._matching:
                return "It is being matched: a moment."
            return f"Match first: {self.key_of('vacancy.match')}."
        if action_id == "match.propose" and self._report and not self._report.slate:
            return "No story answers what is asked: there is nothing to accept."
        if action_id in ("match.pin", "match.ban") and self.offers.current is None:
            return "There is no story here."
        return super().why_not(action_id)

    @property
    def vacancy_matched(self) -> bool:
        """Whether stories stand beside the requirements."""
        return self._matching and self._report is not None

    def do_go_vacancies(self) -> None:
        """Leave this vacancy for the list of all."""
        self.dismiss(None)

    def do_vacancy_match(self) -> None:
        """Go to the second step."""
        self._matching = True
        self.rows.focus()
        self.reload()
        self.refresh_bindings()

    def do_vacancy_read(self) -> None:
        """Go back to the first step."""
        self._matching = False
        self.rows.focus()
        self.reload()
        self.refresh_bindings()

    def do_requirement_drop(self) -> None:
        """Drop the requirement at hand."""
        requirement = self.rows.current
        if requirement is not None:
            vacancies.drop_requirement(self.session, self.vacancy, requirement.id)
            self.tell(f"Dropped: {requirement.label}. {self.undo_key} brings it back.")
            self.reload()

    def do_requirement_kind(self) -> None:
        """Give the requirement at hand the next kind."""
        requirement = self.rows.current
        if requirement is not None:
            kinds = list(RequirementKind)
            kind = kinds[(kinds.index(requirement.kind) + 1) % len(kinds)]
            vacancies.retype_requirement(self.session, self.vacancy, requirement.id, kind)
            self.tell(f"{requirement.label} is now a {KIND_NAMES[kind]}.")
            self.reload()

    def do_vacancy_framework(self) -> None:
        """Read the vacancy in the next framework."""
        ids = self.session.frameworks.ids
        here = vacancies.framework_of(self.session, self.vacancy)
        chosen = ids[(ids.index(here) + 1) % len(ids)]
        vacancies.set_framework(self.session, self.vacancy, chosen)
        self.tell(f"Read in {self.session.names.framework(chosen)}.")
        self.reload()

    def do_match_pin(self) -> None:
        """Pin the story at hand to the requirement, or let go of it."""
        offer, requirement = self.offers.current, self.rows.current
        if offer is None or requirement is None:
            return
        if Choice(requirement.id, offer.story) in self.vacancy.pins:
            vacancies.unpin(self.session, self.vacancy, requirement.id)
            self.tell(f"No longer pinned to {requirement.label}.")
        else:
            vacancies.pin(self.session, self.vacancy, requirement.id, offer.story)
            self.tell(f"Pinned to {requirement.label}: “{offer.title}”")
            self._warn()
        self.rematch()

    def _warn(self) -> None:
        """Say where one story now serves two ECQs, or three serve one; gaps stand on the screen."""
        for finding in checks.of_vacancy(self.session, self.vacancy):
            if finding.rule.id in _ABOUT_CHOICES:
                story = self.session.bank.stories.get(finding.story)
                named = f"“{shorten(story.title, _TITLE)}”: " if story else ""
                self.app.notify(named + finding.hint, severity="warning", timeout=8)

    def do_match_ban(self) -> None:
        """Rule the story at hand out for the requirement, or offer it again."""
        offer, requirement = self.offers.current, self.rows.current
        if offer is None or requirement is None:
            return
        if Choice(requirement.id, offer.story) in self.vacancy.bans:
            vacancies.unban(self.session, self.vacancy, requirement.id, offer.story)
            self.tell(f"Offered again for {requirement.label}: “{offer.title}”")
        else:
            vacancies.ban(self.session, self.vacancy, requirement.id, offer.story)
            self.tell(f"Ruled out for {requirement.label}: “{offer.title}”")
        self.rematch()

    def do_match_propose(self) -> None:
        """Accept the stories proposed."""
        saved = vacancies.propose(self.session, self.vacancy, self._report)
        chosen, sheet = len(saved.chosen), self.key_of("vacancy.sheet")
        self.tell(f"Accepted: {counted(chosen, 'story', 'stories')}. {sheet} makes the sheet.")
        self._warn()
        self.rematch()

    def do_match_twice(self) -> None:
        """Allow a story to stand twice for this vacancy, or only once again."""
        allowed = self.vacancy.uses > ONCE
        serving.allow(self.session, self.vacancy, ONCE if allowed else TWICE)
        said = "is proposed once again" if allowed else "may stand twice for this vacancy"
        self.tell(f"Each story {said}. {self.undo_key} takes it back.")
        self.rematch()

    def uncovered(self) -> Content:
        """Return what is in doubt, or which requirements have no story and what may help."""
        if not self._matching:
            return doubts_line(self.vacancy)
        if self._report is None:
            return Content(" matching …").stylize("$muted")
        asked = self.vacancy.matched
        gaps = [r.label for r in asked if self._answers.get(r.id) is None]
        if gaps:
            line = together(
                Content(f" ! uncovered, {len(gaps)} of {len(asked)}: ").stylize("bold $error"),
                plain_line(", ".join(gaps), "$error"),
            )
        else:
            line = Content(f" ✓ a story for each of {len(asked)}").stylize("$success")
        twice = self._twice(gaps=bool(gaps))
        # Half a sentence would help nobody: the help has it as well.
        fits = line.cell_length + twice.cell_length < self.size.width
        return together(line, twice) if fits else line

    def _twice(self, *, gaps: bool) -> Content:
        """Return how often a story may stand, where that was changed or may help."""
        uses, key = self.vacancy.uses, self.key_of("match.twice")
        if uses > ONCE:
            often = "twice" if uses == TWICE else f"{uses} times"
            said = f" · a story may stand {often}; {key} once"
        else:
            said = f" · {key} allows a story twice" if gaps else ""
        return Content(said).stylize("$muted")

    def do_vacancy_sheet(self) -> None:
        """Open the sheet dialog."""
        from sesbank.tui.screens.sheet import SheetDialog

        self.app.push_screen(SheetDialog(self.session, self._vacancy_id))
