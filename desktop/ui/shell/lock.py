"""One window a workspace, by the operating system's lock: a killed process leaves none (trust.md, opening)."""

import os
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QDir

from desktop.locks import FileLock


def window_name(workspace: Path) -> str:
    """The name by which the windows of one workspace know each other: short, as sockets want it."""
    path = os.fsencode(os.path.realpath(workspace))
    return f"amends-{crc32(path):08x}{crc32(path[::-1]):08x}"  # hashlib would take longer to load than all of this


def own_folder(environ: Mapping[str, str]) -> Path:
    """Where this person's running windows know each other: gone with the session where the system has such a place."""
    if environ.get("XDG_RUNTIME_DIR"):
        return Path(environ["XDG_RUNTIME_DIR"])
    user = str(os.getuid()) if hasattr(os, "getuid") else environ.get("USERNAME", "")
    return Path(QDir.tempPath()) / f"amends-{user}"


class WindowLock:
    """Held as long as the window lives.

    ``folder`` holds the lock files; it is the person's own, not the workspace, which may not exist yet or may be
    read-only.
    """

    def __init__(self, workspace: Path, folder: Path) -> None:
        self.name = window_name(workspace)
        self._path = folder / f"{self.name}.lock"
        self._lock: FileLock | None = None

    def take(self) -> bool:
        """Takes the lock; False when another window of this workspace holds it.

        Where no lock file can be made (a full or read-only disk) the window opens all the same: the database
        keeps two windows from harming each other, this only keeps a person from having two by accident.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock.take(self._path, shared=False)
        except OSError:
            return True
        return self._lock is not None

    def release(self) -> None:
        """Lets the next window have it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
