"""Palette: every action by name, from the one table."""

from __future__ import annotations

from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from sesbank.tui.actions import Action, actions_at, key_names
from sesbank.tui.key_map import key_map_of
from sesbank.tui.look import FURTHER
from sesbank.tui.screens.acting import Acting

_NOT_LISTED = {"app.palette", "view.back", "view.left", "view.right", "dialog.leave"}


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
        """Offer the actions whose title answers what is typed."""
        matcher = self.matcher(query)
        for action, why_not in self._offered():
            score = matcher.match(action.title)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(action.title),
                    partial(self._run, action.id),
                    text=action.title,
                    help=why_not or self._keys(action) or None,
                )

    async def _run(self, action_id: str) -> None:
        if isinstance(self.screen, Acting):
            await self.screen.action_act(action_id)

    def _titled(self, action: Action) -> str:
        keys = self._keys(action)
        return f"{action.title}   {keys}" if keys else action.title

    def _keys(self, action: Action) -> str:
        return key_names(key_map_of(self.app).of(action))


class Palette(CommandPalette):
    """The palette of this app."""

    CSS_PATH = FURTHER


def palette() -> Palette:
    """Return the palette, ready to be shown."""
    return Palette(providers=[ActionProvider], placeholder="What do you want to do?")
