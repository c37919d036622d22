"""Named: the arguments by which a person says which records or questions are meant."""

from __future__ import annotations

from sesbank.cli.command import Parser

_ONE = "its id, the start of it, or its title"
_SOME = "an id, the start of one, or a title"


def story_argument(parser: Parser, *, metavar: str = "STORY") -> None:
    """Add the argument `story`."""
    parser.add_argument("story", metavar=metavar, help=_ONE)


def stories_argument(parser: Parser, *, may_be_left_out: bool = False) -> None:
    """Add the argument `stories`, one or more."""
    nargs = "*" if may_be_left_out else "+"
    parser.add_argument("stories", nargs=nargs, metavar="STORY", help=_SOME)


def vacancy_argument(parser: Parser) -> None:
    """Add the argument `vacancy`."""
    parser.add_argument("vacancy", metavar="VACANCY", help=_ONE)


def requirement_argument(parser: Parser, *, may_be_left_out: bool = False) -> None:
    """Add the argument `requirement`."""
    parser.add_argument(
        "requirement",
        nargs="?" if may_be_left_out else None,
        metavar="REQUIREMENT",
        help="its id or label, such as tq1 or MTQ 1",
    )


def questions_arguments(parser: Parser) -> None:
    """Add what questions of the bank are chosen by: the arguments `words` and `--ecq`."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="only questions with these words")
    parser.add_argument("--ecq", metavar="CODE", help="only those that probe this ECQ")
