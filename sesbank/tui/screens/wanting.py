"""Wanting: what every screen asks the app for: help, palette, capture, trash, settings."""

from __future__ import annotations

from textual.message import Message

from sesbank.tui.patience import PatientApp
from sesbank.tui.screens.going import Going


class Wanting(Going):
    """A screen that asks the app for what it cannot give itself."""

    class HelpWanted(Message):
        """Show the keys that work now on the screen in front."""

    class PaletteWanted(Message):
        """Show every action by name."""

    class DraftsWanted(Message):
        """Offer the texts that were not saved."""

    class TrashWanted(Message):
        """Show what was removed."""

    class CaptureWanted(Message):
        """Keep a line in the inbox."""

    class JumpWanted(Message):
        """Show letters over what can be gone to."""

    class RedrawWanted(Message):
        """Send the whole screen to the terminal anew."""

    class PrivacyWanted(Message):
        """Hide the text of stories, or show it again."""

    class ThemeWanted(Message):
        """Choose other colors."""

    class SettingsWanted(Message):
        """Show the settings."""

    class WelcomeWanted(Message):
        """Offer the first steps."""

    class BackupWanted(Message):
        """Make a backup now."""

    class TourWanted(Message):
        """Take the tour."""

    class BringWanted(Message):
        """Bring in stories from files."""

    class ExampleWanted(Message):
        """Look at the example bank."""

    def do_app_help(self) -> None:
        """Show the keys that work here."""
        self.post_message(self.HelpWanted())

    def do_app_palette(self) -> None:
        """Find any action by name."""
        self._ask_for(self.PaletteWanted())

    def _ask_for(self, screen: Message) -> None:
        """Ask the app for a screen one types in: what is typed meanwhile is meant for it."""
        if isinstance(self.app, PatientApp):
            self.app.expect_screen()
        self.post_message(screen)

    def do_app_drafts(self) -> None:
        """Offer the texts that were not saved."""
        self.post_message(self.DraftsWanted())

    def do_app_trash(self) -> None:
        """Show what was removed."""
        self.post_message(self.TrashWanted())

    def do_app_capture(self) -> None:
        """Keep a line in the inbox."""
        self._ask_for(self.CaptureWanted())

    def do_app_jump(self) -> None:
        """Show letters over what can be gone to."""
        self.post_message(self.JumpWanted())

    def do_app_redraw(self) -> None:
        """Send the whole screen anew."""
        self.post_message(self.RedrawWanted())

    def do_app_privacy(self) -> None:
        """Hide the text of stories, or show it again."""
        self.post_message(self.PrivacyWanted())

    def do_app_theme(self) -> None:
        """Choose other colors, seen at once."""
        self.post_message(self.ThemeWanted())

    def do_app_settings(self) -> None:
        """Show the settings."""
        self.post_message(self.SettingsWanted())

    def do_app_welcome(self) -> None:
        """Offer the first steps."""
        self.post_message(self.WelcomeWanted())

    def do_app_backup(self) -> None:
        """Make a backup now."""
        self.post_message(self.BackupWanted())

    def do_app_tour(self) -> None:
        """Take the tour."""
        self.post_message(self.TourWanted())

    def do_app_bring(self) -> None:
        """Bring in stories from files."""
        self.post_message(self.BringWanted())

    def do_app_example(self) -> None:
        """Look at the example bank."""
        self.post_message(self.ExampleWanted())
