"""sesbank: a story bank for Senior Executive Service candidates.

Nothing is imported here: an import would cost every command its start.
"""

__version__ = "0.1.0"
