"""Story and bank checks: one rule a function, each with id, severity, span, hint and source.

The rules come from what OPM and coaches say boards turn stories down for. A check never decides:
each can be set aside for a story, and none changes a word.
"""

from sesbank.checks.bank import check_bank
from sesbank.checks.check import Yardstick
from sesbank.checks.stories import RULES, check_story
from sesbank.checks.vacancies import check_vacancies, check_vacancy

__all__ = ["RULES", "Yardstick", "check_bank", "check_story", "check_vacancies", "check_vacancy"]
