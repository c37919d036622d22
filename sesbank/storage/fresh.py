"""Fresh: what a file's server says of it now, not what this machine remembers from before.

Network and FUSE folders remember a file's size and time for a second or more, in which another
machine's change would be overwritten. Linux can be told to ask (statx(2), AT_STATX_FORCE_SYNC);
the standard library does not reach that call.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_HERE, _FORCE_SYNC, _BASIC = -100, 0x2000, 0x7FF
_SIZE, _INODE_AND_LENGTH, _CHANGED = 256, (32, "=QQ"), (112, "=qI")
"""The size of struct statx and where in it stand inode, length and time of change."""


class Facts(NamedTuple):
    """A file by its numbers."""

    changed: int
    """Nanoseconds since 1970."""
    size: int
    """Bytes."""
    number: int
    """Inode."""


def fresh_facts(path: Path) -> Facts:
    """Return a file's numbers as its file system has them now. Raises OSError."""
    call = _statx()
    if call is not None:
        buffer = ctypes.create_string_buffer(_SIZE)
        if call(_HERE, os.fsencode(path), _FORCE_SYNC, _BASIC, buffer) == 0:
            number, size = struct.unpack_from(_INODE_AND_LENGTH[1], buffer, _INODE_AND_LENGTH[0])
            seconds, rest = struct.unpack_from(_CHANGED[1], buffer, _CHANGED[0])
            return Facts(seconds * 1_000_000_000 + rest, size, number)
        code = ctypes.get_errno()
        if code not in (errno.ENOSYS, errno.EPERM):  # An old kernel, or a fence around the call.
            raise OSError(code, os.strerror(code), str(path))
    found = path.stat()
    return Facts(found.st_mtime_ns, found.st_size, found.st_ino)


@cache
def _statx() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None, use_errno=True).statx
    except (OSError, AttributeError):
        return None
