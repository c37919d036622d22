"""Tabs: what makes the screen of each."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from sesbank.session import Session


def tabs(session: Session) -> dict[str, Callable[[], Screen[object]]]:
    """Return what makes each tab's screen, imported when it is first wanted."""

    def bank() -> Screen[object]:
        from sesbank.tui.screens.bank import BankScreen

        return BankScreen(session)

    def coverage() -> Screen[object]:
        from sesbank.tui.screens.coverage import CoverageScreen

        return CoverageScreen(session)

    def vacancies() -> Screen[object]:
        from sesbank.tui.screens.vacancies import VacanciesScreen

        return VacanciesScreen(session)

    def ask() -> Screen[object]:
        from sesbank.tui.screens.ask import AskScreen

        return AskScreen(session)

    def rehearse() -> Screen[object]:
        from sesbank.tui.screens.rehearse import RehearseScreen

        return RehearseScreen(session)

    return {
        "bank": bank,
        "coverage": coverage,
        "vacancies": vacancies,
        "ask": ask,
        "rehearse": rehearse,
    }
