"""The only door by which text from people reaches the screen: as it is, never as markup.

Everything that is shown goes through here, so no title or posting can style, click or steer
anything, and no escape code reaches the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from sesbank.domain.text import clean, clean_line
from sesbank.tui.glyphs import apart
from sesbank.tui.veil import VEIL

LIT = "bold $lit on $lit-background"
"""How words that were hit or that prove something are lit."""

NOTHING = Content("")
"""No text."""


def plain(text: str, style: str = "") -> Content:
    """Return a text as content, cleaned, with its own line breaks."""
    return _styled(Content(VEIL.over(apart(clean(text)))), style)


def plain_line(text: str, style: str = "") -> Content:
    """Return a text as content on one line: for titles, names and labels."""
    return _styled(Content(VEIL.over(apart(clean_line(text)))), style)


def named(text: str, style: str = "") -> Content:
    """Return a name that is public (an ECQ, a theme, a key) on one line; it is never hidden."""
    return _styled(Content(apart(clean_line(text))), style)


def sentence(text: str, style: str = "") -> Content:
    """Return a sentence of sesbank's own that quotes people in “ ”: only the quotes are hidden."""
    return _styled(Content(VEIL.over_quotes(apart(clean(text)))), style)


def lit(
    text: str, spans: Iterable[tuple[int, int]], *, base: str = "", style: str = LIT
) -> Content:
    """Return a text with spans of it lit.

    The offsets count in `text`; where cleaning would change it nothing is lit, because they
    would no longer hold. While text is hidden nothing is lit either.
    """
    content = plain(text, base)
    if not stands_as(content, text):
        return content
    for start, end in spans:
        if 0 <= start < end <= len(text):
            content = content.stylize(style, start, end)
    return content


def stands_as(content: Content, text: str) -> bool:
    """Return whether a content shows a text character by character, so that offsets in it hold.

    They do not where cleaning changed it, nor while it is hidden.
    """
    return content.plain == apart(text)


def joined(parts: Iterable[Content], between: str = "\n") -> Content:
    """Return contents one after the other with a separator between them."""
    return Content(between).join(list(parts))


def together(*parts: Content) -> Content:
    """Return contents one right after the other."""
    return Content("").join(parts)


def _styled(content: Content, style: str) -> Content:
    return content.stylize(style) if style else content
