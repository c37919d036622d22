"""Views: domain values as text with styles, without any widget."""
