from pathlib import Path

import pytest

from desktop.drives import is_network_drive, is_network_mount, mounts_of_linux, mounts_of_mac

LINUX = r"""/dev/vda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/desk ext4 rw 0 0
//server/share /mnt/front\040desk cifs rw 0 0
desk@server: /mnt/far fuse.sshfs rw 0 0
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//guest@server/share on /Volumes/front desk (smbfs, nodev, nosuid, mounted by desk)
"""


@pytest.mark.parametrize(
    ("place", "network"),
    [
        ("/var/lib/amends", False),
        ("/home/owner/amends", True),
        ("/home", True),
        ("/homeless", False),
        ("/home/desk/amends", False),
        ("/mnt/front desk/amends", True),
        ("/mnt/front", False),
        ("/mnt/far", True),
    ],
)
def test_the_innermost_mount_decides(place: str, network: bool) -> None:
    assert is_network_mount(place, mounts_of_linux(LINUX)) is network


def test_of_two_mounts_on_one_place_the_later_one_counts() -> None:
    assert is_network_mount("/a/b", [("/a", "nfs"), ("/a", "ext4")]) is False


def test_a_mac_lists_its_mounts_otherwise() -> None:
    mounts = mounts_of_mac(MAC)
    assert mounts == [("/", "apfs"), ("/Volumes/front desk", "smbfs")]
    assert is_network_mount("/Volumes/front desk/amends", mounts)


def test_a_folder_of_this_computer_is_no_network_drive(tmp_path: Path) -> None:
    assert not is_network_drive(tmp_path / "not" / "made" / "yet")
