"""Whether a folder lies on a network drive, where SQLite's locks and its write-ahead log can't be relied on."""

import os
import re
import subprocess
import sys
from pathlib import Path

_NETWORK = {
    "nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncp", "ncpfs", "afs", "coda", "davfs", "ceph",
    "glusterfs", "lustre", "beegfs", "afpfs", "webdav", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs2",
    "fuse.glusterfs", "fuse.ceph", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.onedriver",
}  # fmt: skip
_MOUNTS_OF_MAC = re.compile(r" on (?P<place>/.*) \((?P<type>\w[\w.]*)[,)]")
_REMOTE = 4  #: what Windows calls a network drive


def is_network_drive(folder: Path) -> bool:
    """Whether ``folder``, or the nearest folder above it that exists, is on another computer's disk.

    Where the system doesn't tell, the answer is no: it is a warning of trouble, not a safeguard of secrets.
    """
    place = _nearest(folder)
    try:
        if sys.platform == "win32":
            return _is_remote_on_windows(place)
        if sys.platform == "darwin":
            listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5).stdout
            return is_network_mount(str(place), mounts_of_mac(listed))
        return is_network_mount(str(place), mounts_of_linux(Path("/proc/self/mounts").read_text(errors="replace")))
    except (OSError, subprocess.SubprocessError):
        return False


def _nearest(folder: Path) -> Path:
    place = folder.resolve()
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def mounts_of_linux(listed: str) -> list[tuple[str, str]]:
    """Mount points with their file systems, from the text of /proc/mounts."""
    rows = [line.split(" ") for line in listed.splitlines() if line.count(" ") >= 2]
    return [(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), row[1]), row[2]) for row in rows]


def mounts_of_mac(listed: str) -> list[tuple[str, str]]:
    """Mount points with their file systems, as ``mount`` lists them on a Mac."""
    return [(m["place"], m["type"]) for m in map(_MOUNTS_OF_MAC.search, listed.splitlines()) if m]


def is_network_mount(place: str, mounts: list[tuple[str, str]]) -> bool:
    """Whether the innermost mount that holds ``place`` is a network's; of two on one point the later one counts."""
    over = [(len(point), row) for row, (point, _) in enumerate(mounts) if _holds(point, place)]
    return bool(over) and mounts[max(over)[1]][1].lower() in _NETWORK


def _holds(point: str, place: str) -> bool:
    return point == "/" or place == point or place.startswith(point.rstrip("/") + "/")


def _is_remote_on_windows(place: Path) -> bool:
    drive = os.path.splitdrive(place)[0]
    if drive.startswith("\\\\"):
        return not drive.startswith(("\\\\?\\", "\\\\.\\"))
    import ctypes  # only Windows has what is asked for here

    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE)  # type: ignore[attr-defined, unused-ignore]  # only on Windows
