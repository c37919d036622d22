"""Fresh: what a file's server says of it now, not what this machine remembers from before.

Network and FUSE folders remember a file's size and time for a second or more, in which another
machine's change would be overwritten. Linux can be told to ask (statx(2), AT_STATX_FORCE_SYNC);
the standard library does not reach that call.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_HERE, _FORCE_SYNC, _BASIC = -100, 0x2000, 0x7FF
_MOUNTS = Path("/proc/self/mountinfo")
_ON_DISKS = frozenset(("ext2", "ext3", "ext4", "f2fs", "xfs"))
"""File systems that one machine has mounted at a time, on a device with a number of its own."""

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
    known = path.stat()
    call = None if _is_of_this_machine(known.st_dev) else _statx()
    return (call and _asked(call, path)) or Facts(known.st_mtime_ns, known.st_size, known.st_ino)


def _asked(call: Any, path: Path) -> Facts | None:
    """Return the numbers that statx gives, None where the call cannot be made."""
    import ctypes

    buffer = ctypes.create_string_buffer(_SIZE)
    if call(_HERE, os.fsencode(path), _FORCE_SYNC, _BASIC, buffer) == 0:
        number, size = struct.unpack_from(_INODE_AND_LENGTH[1], buffer, _INODE_AND_LENGTH[0])
        seconds, rest = struct.unpack_from(_CHANGED[1], buffer, _CHANGED[0])
        return Facts(seconds * 1_000_000_000 + rest, size, number)
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EPERM):  # An old kernel, or a fence around the call.
        return None
    raise OSError(code, os.strerror(code), str(path))


@cache
def _statx() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    try:
        return ctypes.CDLL(None, use_errno=True).statx
    except (OSError, AttributeError):
        return None


@cache
def _is_of_this_machine(device: int) -> bool:
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_disk(mounts, f"{os.major(device)}:{os.minor(device)}")


def is_disk(mounts: str, device: str) -> bool:
    """Return whether a device, as "8:1", is a disk that only this machine's kernel writes on.

    What the kernel remembers of such a disk is what is there: nothing needs to be asked afresh.
    `mounts` is a text like /proc/self/mountinfo, see proc_pid_mountinfo(5).
    """
    halves = (line.partition(" - ") for line in mounts.splitlines())
    kinds = {after.split(" ")[0] for before, _, after in halves if device in before.split()[2:3]}
    return bool(kinds) and kinds <= _ON_DISKS
