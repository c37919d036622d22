"""Screens: one file a place the person can be in."""
