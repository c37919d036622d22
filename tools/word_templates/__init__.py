"""The shipped Word templates, written from scratch: `python -m tools.word_templates`.

They are ordinary Word files afterwards and may as well be edited in Word; this only spares the
clicking when all of them are to change alike.
"""
