"""Palette: every action by name, from the one table."""

from __future__ import annotations

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from sesbank.tui.actions import Action, actions_at, key_names
from sesbank.tui.key_map import key_map_of
from sesbank.tui.look import FURTHER
from sesbank.tui.plain import together
from sesbank.tui.screens.acting import Acting

_NOT_LISTED = {"app.palette", "view.back", "view.left", "view.right", "dialog.leave"}


_OF_HELP = 0.8
"""What a word of help or bottom line counts beside one of the title: more than letters strewn
over one."""


class ActionProvider(Provider):
    """Offers what the screen behind the palette can do, and says what it cannot do now."""

    def _offered(self) -> tuple[tuple[Action, str], ...]:
        screen = self.screen
        if not isinstance(screen, Acting):
            return ()
        return tuple(
            (action, screen.why_not(action.id))
            for action in actions_at(screen.PLACES)
            if action.id not in _NOT_LISTED
        )

    async def discover(self) -> Hits:
        """Offer everything while nothing is typed."""
        for action, why_not in self._offered():
            yield DiscoveryHit(
                self._titled(action),
                partial(self._run, action.id),
                text=action.title,
                help=why_not or action.help or None,
            )

    async def search(self, query: str) -> Hits:
        """Offer actions whose title answers what is typed, or whose other words have it whole."""
        matcher = self.matcher(query)
        for action, why_not in self._offered():
            by_title = matcher.match(action.title)
            others = f"{action.short} {action.help}"
            by_help = _OF_HELP * matcher.match(others) if _has(others, query) else 0
            if by_title or by_help:
                keys = self._keys(action)
                found_in = f"{action.help}   {keys}" if by_help > by_title else keys
                yield Hit(
                    max(by_title, by_help),
                    matcher.highlight(action.title) if by_title >= by_help else action.title,
                    partial(self._run, action.id),
                    text=action.title,
                    help=why_not or found_in.strip() or None,
                )

    async def _run(self, action_id: str) -> None:
        if isinstance(self.screen, Acting):
            await self.screen.action_act(action_id)

    def _titled(self, action: Action) -> Content:
        title, keys = Content(action.title), self._keys(action)
        return together(title, Content(f"   {keys}").stylize("$key")) if keys else title

    def _keys(self, action: Action) -> str:
        return key_names(key_map_of(self.app).of(action))


def _has(text: str, query: str) -> bool:
    asked = query.strip().casefold()
    return bool(asked) and asked in text.casefold()


class Palette(CommandPalette):
    """The palette of this app."""

    CSS_PATH = FURTHER


def palette() -> Palette:
    """Return the palette, ready to be shown."""
    return Palette(providers=[ActionProvider], placeholder="What do you want to do?")
