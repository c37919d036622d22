"""Errors a person can act on: what is wrong, where, and what to do."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command ends with."""

    DONE = 0
    FOUND = 1
    """Done, and there is something to look at."""
    USAGE = 2
    UNREADABLE = 3
    """The bank or an input cannot be read."""
    NEWER = 4
    """The bank is of a newer version, which alone may change it."""
    HELD = 5
    """Another running program holds the bank."""
    NOT_SAVED = 6
    INTERNAL = 70
    """The program itself is at fault, as sysexits.h has it."""
    STOPPED = 130
    BROKEN_PIPE = 141
    """As the shell reports a program whose reader has gone away."""


class SesbankError(Exception):
    """Something the person can act on. Its text is one line, free of story text.

    `exit_code` is what a command ends with.
    """

    exit_code = Exit.UNREADABLE


class UsageError(SesbankError):
    """The command was given something it does not know."""

    exit_code = Exit.USAGE


class NotFoundError(SesbankError):
    """A story, vacancy, framework or file by that name does not exist."""

    exit_code = Exit.USAGE


class InputError(SesbankError):
    """A file or text that was given cannot be read."""


class BankError(SesbankError):
    """The bank cannot be read; it was left untouched."""


class NewerBankError(BankError):
    """The bank was made by a newer version, which alone may change it."""

    exit_code = Exit.NEWER


class LockedBankError(BankError):
    """Another running program holds the bank."""

    exit_code = Exit.HELD


class NotSavedError(SesbankError):
    """A change could not be made durable; nothing on disk has changed."""

    exit_code = Exit.NOT_SAVED


class LockedNotSavedError(NotSavedError):
    """Another running program holds the bank, so a change was not saved."""

    exit_code = Exit.HELD


class ChangedMeanwhileError(NotSavedError):
    """A record changed since it was read, so a change to it was not saved."""


class SheetError(SesbankError):
    """The sheet or its template cannot be used."""
