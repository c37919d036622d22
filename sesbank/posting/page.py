"""A posting laid out for reading: its stream, lexemes and sentence starts, made once."""

from __future__ import annotations

from dataclasses import dataclass

from sesbank.posting.lexemes import Lexemes, cut_lexemes
from sesbank.posting.normal import Stream, make_stream
from sesbank.posting.sentences import next_sentence, sentence_at, sentence_starts


@dataclass(frozen=True, slots=True)
class Page:
    """What every reader of a part needs; offsets are those of the stream."""

    stream: Stream
    lexemes: Lexemes
    starts: list[int]
    """Where sentences begin."""

    @property
    def text(self) -> str:
        """The stream's text."""
        return self.stream.text

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the sentence that holds an offset."""
        return (
            sentence_at(self.starts, offset),
            next_sentence(self.starts, offset, len(self.text)),
        )


def lay_out(source: str) -> Page:
    """Return a cleaned text laid out for reading."""
    stream = make_stream(source)
    return Page(stream, cut_lexemes(stream), sentence_starts(stream.text))
