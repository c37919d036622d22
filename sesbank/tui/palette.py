"""Palette: every action by name, from the one table."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from sesbank.tui.actions import ACTIONS, Action, actions_at, key_names
from sesbank.tui.actions.ways import way_from
from sesbank.tui.key_map import key_map_of
from sesbank.tui.look import FURTHER
from sesbank.tui.plain import together
from sesbank.tui.screens.acting import Acting
from sesbank.tui.showing import ActionSought

NOT_LISTED = frozenset({"app.palette", "view.back", "view.left", "view.right", "dialog.leave"})
"""The moves about the screen, and the palette itself."""


_OF_HELP = 0.8
"""What a word of help or bottom line counts beside one of the title: more than letters strewn
over one."""

_HERE, _ELSEWHERE = 2_000.0, 1_000.0
"""What an action counts more that has what is typed word for word: more than any letters strewn
over a title, and here more than elsewhere."""


class _Offer(NamedTuple):
    """An action as the palette has it."""

    action: Action
    named: str
    """Its title, behind the place where it is done if that is elsewhere."""
    note: str
    """Why it cannot be done now, or how one gets to it; empty where it can be done here."""
    elsewhere: bool


class ActionProvider(Provider):
    """Offers every action: first what can be done here, then what is done elsewhere."""

    def _offered(self) -> tuple[_Offer, ...]:
        screen = self.screen
        if not isinstance(screen, Acting):
            return ()
        here = actions_at(screen.PLACES)
        ids = {action.id for action in here} | NOT_LISTED
        offered = [
            _Offer(action, action.title, screen.why_not(action.id), elsewhere=False)
            for action in here
            if action.id not in NOT_LISTED
        ]
        for action in ACTIONS:
            way = way_from(screen.PLACES, action) if action.id not in ids else None
            if way is not None:
                named = f"{way.place}: {action.title}"
                offered.append(_Offer(action, named, action.help, elsewhere=True))
        return tuple(offered)

    async def discover(self) -> Hits:
        """Offer everything while nothing is typed."""
        for offer in self._offered():
            yield DiscoveryHit(
                self._titled(offer),
                partial(self._run, offer.action.id),
                text=offer.named,
                help=offer.note or offer.action.help or None,
            )

    async def search(self, query: str) -> Hits:
        """Offer what answers the words typed; elsewhere only what has each of them whole."""
        matcher = self.matcher(query)
        for offer in self._offered():
            action = offer.action
            others = f"{action.short} {action.help}"
            whole = _has(f"{offer.named} {others}", query)
            by_title = 0 if offer.elsewhere and not whole else matcher.match(offer.named)
            by_help = _OF_HELP * matcher.match(others) if _has(others, query) else 0
            if by_title or by_help or whole:
                keys = self._keys(action)
                found_in = f"{action.help}   {keys}" if by_help > by_title else keys
                first = _HERE if whole and not offer.elsewhere else _ELSEWHERE if whole else 0
                note = "" if offer.elsewhere else offer.note
                yield Hit(
                    first + max(by_title, by_help),
                    matcher.highlight(offer.named) if by_title >= by_help else offer.named,
                    partial(self._run, action.id),
                    text=offer.named,
                    help=note or found_in.strip() or None,
                )

    async def _run(self, action_id: str) -> None:
        screen = self.screen
        if not isinstance(screen, Acting):
            return
        if action_id in {action.id for action in actions_at(screen.PLACES)}:
            await screen.action_act(action_id)
        else:
            screen.post_message(ActionSought(screen, action_id))

    def _titled(self, offer: _Offer) -> Content:
        title, keys = Content(offer.named), self._keys(offer.action)
        return together(title, Content(f"   {keys}").stylize("$key")) if keys else title

    def _keys(self, action: Action) -> str:
        return key_names(key_map_of(self.app).of(action))


def _has(text: str, query: str) -> bool:
    """Return whether a text has each word of a query."""
    asked, there = query.casefold().split(), text.casefold()
    return bool(asked) and all(word in there for word in asked)


class Palette(CommandPalette):
    """The palette of this app."""

    CSS_PATH = FURTHER


def palette() -> Palette:
    """Return the palette, ready to be shown."""
    return Palette(providers=[ActionProvider], placeholder="What do you want to do?")
