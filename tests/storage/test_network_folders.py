"""F17: a bank on a network folder is used, with a warning."""

from pathlib import Path

import pytest

from sesbank.storage.fresh import is_disk
from sesbank.storage.network import kind_in, network_file_system

MOUNTS = "\n".join(
    [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/export /home nfs4 rw 0 0",
        "/dev/sdb1 /home/local ext4 rw 0 0",
        r"//nas/share /mnt/my\040share cifs rw 0 0",
        "me@host: /mnt/ssh fuse.sshfs rw 0 0",
        "portal /run/doc fuse.portal rw 0 0",
        "broken line",
    ]
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib", ""),
        ("/home/person/.local/share/sesbank", "nfs4"),
        ("/home/local/bank", ""),
        ("/homestead", ""),
        ("/mnt/my share/bank", "cifs"),
        ("/mnt/ssh", "fuse.sshfs"),
        ("/run/doc", ""),
    ],
)
def test_f17_a_network_folder_is_told_by_the_mount_that_holds_it(folder: str, kind: str) -> None:
    assert kind_in(MOUNTS, Path(folder)) == kind


def test_f17_a_later_mount_hides_an_earlier_one() -> None:
    again = MOUNTS + "\n/dev/sdc1 /home ext4 rw 0 0"
    assert kind_in(again, Path("/home/person")) == ""


def test_f17_a_local_folder_brings_no_warning(tmp_path: Path) -> None:
    assert network_file_system(tmp_path) == ""


NUMBERED = "\n".join(
    [
        "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
        "31 27 254:0 /home /home rw,relatime shared:4 - ext4 /dev/vda rw",
        "40 27 0:31 / /net rw,relatime - nfs4 server:/export rw",
        "41 27 0:44 / /mnt/254:0 rw - fuse.sshfs me@host: rw",
        "42 27 0:45 / /tmp rw - tmpfs tmpfs rw",
        "43 27 7:1 / /mnt/a rw - xfs /dev/loop1 rw",
        "44 27 7:1 / /mnt/b rw - gfs2 /dev/loop1 rw",
        "broken line",
        "",
    ]
)


@pytest.mark.parametrize(
    ("device", "disk"),
    [
        ("254:0", True),
        *((other, False) for other in ("0:31", "0:44", "0:45", "7:1", "54:0", "", "line")),
    ],
)
def test_f17_only_a_disk_of_this_machine_is_not_asked_afresh(device: str, disk: bool) -> None:
    assert is_disk(NUMBERED, device) is disk
