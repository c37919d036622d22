"""Matching: which story answers a requirement or a question, and why."""

from __future__ import annotations

from sesbank.matching.matcher import RULES, Matcher

__all__ = ["RULES", "Matcher"]
