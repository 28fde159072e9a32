"""A small disk of one's own, to fill."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def _run(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk in memory, mounted at ``place``. The test is skipped where it may not mount anything."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    place.mkdir()
    if not _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)):
        pytest.skip("nothing may be mounted here")
    try:
        yield place
    finally:
        _run("umount", "--lazy", str(place))  # a failed test may still have files open


def make_read_only(place: Path) -> None:
    """Mounts a small disk anew, so that nothing more can be written on it."""
    assert _run("mount", "-o", "remount,ro", str(place))


def fill(place: Path, leave: int = 0) -> Path:
    """Fills a disk up to ``leave`` bytes with one file, which is returned."""
    ballast = place / "ballast"
    free = os.statvfs(place)
    with ballast.open("wb") as file:
        file.write(bytes(max(0, free.f_bavail * free.f_frsize - leave)))
    return ballast
