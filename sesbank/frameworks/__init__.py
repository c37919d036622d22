"""Frameworks: the sets of Executive Core Qualifications and crosswalks, read from data files.

Each door is imported from its own module: names alone are wanted long before all the rest.
"""
