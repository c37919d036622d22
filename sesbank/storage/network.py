"""Network folders: file systems whose locks and syncs another machine may not honour."""

from __future__ import annotations

import re
from pathlib import Path

_REMOTE = frozenset(
    ("9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs")
)
_REMOTE_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.s3fs", "fuse.gvfsd-fuse")
_MOUNTS = Path("/proc/self/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")


def network_file_system(folder: Path) -> str:
    """Return the kind of network file system a folder lies on, such as "nfs4", else "".

    Looks where Linux lists its mounts; elsewhere nothing is known and "" comes back.
    """
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        return kind_in(mounts, folder.resolve())
    except OSError:
        return ""


def remote_note(folder: Path) -> str:
    """Return what to mind when a bank lies in a network folder, else an empty text."""
    kind = network_file_system(folder)
    if not kind:
        return ""
    return (
        f"{folder} is a network folder ({kind}): work on the bank from one machine at a time, "
        "or move it to a local disk"
    )


def kind_in(mounts: str, folder: Path) -> str:
    """Return the network kind of the mount that holds a folder, by a text like /proc/self/mounts.

    The longest mount point above the folder holds it; of equal ones the later hides the earlier.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[1]))
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind if kind in _REMOTE or kind.startswith(_REMOTE_FUSE) else ""
