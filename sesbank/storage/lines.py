"""Lines: checksummed lines of bytes, as small files beside the bank hold them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator


def write_line(body: bytes) -> bytes:
    """Return a body without line ends as its line."""
    return b"%08x %d %s\n" % (zlib.crc32(body), len(body), body)


def read_lines(data: bytes) -> Iterator[bytes]:
    """Yield the body of each line; one that breaks off at the end is left out.

    Raises ValueError for a line that is not as it was written.
    """
    lines = data.split(b"\n")
    for line in lines[:-1]:
        total, size, body = line.split(b" ", 2)
        if len(body) != int(size) or zlib.crc32(body) != int(total, 16):
            raise ValueError("a line is damaged")
        yield body
