"""The use cases both front ends call; `Session` owns the open bank and what can be undone."""

from sesbank.session.opened import Session

__all__ = ["Session"]
