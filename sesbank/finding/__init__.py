"""Finding: search as you type over the stories of a bank.

The only importer of RapidFuzz, which loads with the first word that no story holds as typed.
"""

from sesbank.finding.finder import Finder, Found

__all__ = ["Finder", "Found"]
