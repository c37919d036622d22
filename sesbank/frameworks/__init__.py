"""Frameworks: the sets of Executive Core Qualifications and crosswalks, read from data files."""

from __future__ import annotations

from sesbank.frameworks.loading import load_frameworks
from sesbank.frameworks.names import competency_named, ecq_named

__all__ = ["competency_named", "ecq_named", "load_frameworks"]
