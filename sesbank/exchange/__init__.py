"""Exchange: stories in and out of files."""

from sesbank.exchange.csv_stories import stories_from_csv, stories_to_csv
from sesbank.exchange.files_by_ending import check_ending, keeps_all, read_stories, write_stories
from sesbank.exchange.json_stories import stories_from_json, stories_to_json
from sesbank.exchange.markdown_book import stories_to_markdown, story_to_form
from sesbank.exchange.markdown_stories import stories_from_markdown
from sesbank.exchange.record_stories import Imported

__all__ = [
    "Imported",
    "check_ending",
    "keeps_all",
    "read_stories",
    "stories_from_csv",
    "stories_from_json",
    "stories_from_markdown",
    "stories_to_csv",
    "stories_to_json",
    "stories_to_markdown",
    "story_to_form",
    "write_stories",
]
