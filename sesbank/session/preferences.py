"""Preferences: the person's settings, changed and kept."""

from __future__ import annotations

from sesbank import locations
from sesbank.errors import NotFoundError
from sesbank.session.opened import Session
from sesbank.settings import Settings, change_settings


def change(session: Session, **changes: object) -> Settings:
    """Change settings for this session and write them into `settings.toml`.

    Raises NotFoundError for a framework or template that is not there, InputError for another
    value that no setting takes, NotSavedError when the file cannot be written.
    """
    framework, template = changes.get("framework"), changes.get("template")
    if isinstance(framework, str):
        session.framework_named(framework)
    if isinstance(template, str) and template not in templates():
        raise NotFoundError(f"no template {template!r}: there are {', '.join(templates())}")
    session.settings = change_settings(locations.settings_path(), session.settings, **changes)
    if "meaning" in changes:
        session.forget_matcher()
    return session.settings


def templates() -> tuple[str, ...]:
    """Return the names of the Word templates of a prep sheet, shipped and one's own."""
    from sesbank.session import sheets

    return sheets.templates()
