"""Errors a person can act on: what is wrong, where, and what to do."""

from __future__ import annotations


class SesbankError(Exception):
    """Something the person can act on. Its text is one line, free of story text.

    `exit_code` is what a command ends with: 1 checked and found something, 2 usage,
    3 the bank or an input cannot be read, 4 the bank is of a newer version, 5 another sesbank
    holds it, 6 not saved.
    """

    exit_code = 3


class UsageError(SesbankError):
    """The command was given something it does not know."""

    exit_code = 2


class NotFoundError(SesbankError):
    """A story, vacancy, framework or file by that name does not exist."""

    exit_code = 2


class InputError(SesbankError):
    """A file or text that was given cannot be read."""


class BankError(SesbankError):
    """The bank cannot be read; it was left untouched."""


class NewerBankError(BankError):
    """The bank was made by a newer version, which alone may change it."""

    exit_code = 4


class LockedBankError(BankError):
    """Another running program holds the bank."""

    exit_code = 5


class NotSavedError(SesbankError):
    """A change could not be made durable; nothing on disk has changed."""

    exit_code = 6


class LockedNotSavedError(NotSavedError):
    """Another running program holds the bank, so a change was not saved."""

    exit_code = 5


class ChangedMeanwhileError(NotSavedError):
    """A record changed since it was read, so a change to it was not saved."""


class SheetError(SesbankError):
    """The sheet or its template cannot be used."""
