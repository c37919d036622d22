"""Storage: the bank on the disk, TinyDB's file behind one narrow door."""

from sesbank.storage.store import BankStore

__all__ = ["BankStore"]
