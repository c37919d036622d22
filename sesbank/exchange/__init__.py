"""Exchange: stories in and out of files."""

from sesbank.exchange.json_stories import Imported, stories_from_json, stories_to_json

__all__ = ["Imported", "stories_from_json", "stories_to_json"]
