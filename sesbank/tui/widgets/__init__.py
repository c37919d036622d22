"""Widgets: lists, panes, fields and bars the screens are made of."""
