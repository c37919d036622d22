"""F17: a bank on a network folder is used, with a warning."""

from pathlib import Path

import pytest

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
