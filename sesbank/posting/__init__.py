"""Pasted postings read into vacancies."""

from sesbank.posting.reader import read_posting

__all__ = ["read_posting"]
