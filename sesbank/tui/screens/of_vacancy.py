"""Of a vacancy: what screens share that are about one, which another program may take away."""

from __future__ import annotations

from sesbank.domain.vacancy import Vacancy
from sesbank.session import vacancies
from sesbank.tui.screens.acting import Acting


class OfVacancy(Acting):
    """A screen about one vacancy: it leaves when the bank has that vacancy no longer.

    It stands behind the kind of dialog among the bases: Textual takes the look from the first.
    """

    _vacancy_id: str
    _seen: Vacancy | None = None

    @property
    def vacancy(self) -> Vacancy:
        """The vacancy as it now is; as it was last seen, where it is gone and still shown.

        Raises NotFoundError where it never was there.
        """
        there = self.session.bank.vacancies.get(self._vacancy_id) or self._seen
        self._seen = there or vacancies.get(self.session, self._vacancy_id)
        return self._seen

    @property
    def is_gone(self) -> bool:
        """Whether the bank has the vacancy no longer."""
        return self._vacancy_id not in self.session.bank.vacancies

    def reload(self) -> None:
        """Leave when the vacancy is gone: there is nothing to show or to do here then."""
        if self.is_gone:
            self.leave_gone()
