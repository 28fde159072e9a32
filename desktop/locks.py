"""Locks of the operating system on a file: shared by many, or held by one. A killed process leaves none."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import random

    _SLOTS = 1_024  #: Windows locks byte ranges for one holder only: sharing is holding one byte of many

    def _lock(descriptor: int, *, shared: bool) -> bool:
        for slot in random.sample(range(_SLOTS), 16) if shared else [0]:
            os.lseek(descriptor, slot, os.SEEK_SET)
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1 if shared else _SLOTS)
            except OSError:
                continue
            return True
        return False

    def _unlock(descriptor: int, *, shared: bool) -> None:
        # The place in the file is still where it was locked. Closing alone would let go at some later time.
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1 if shared else _SLOTS)

else:
    import fcntl

    def _lock(descriptor: int, *, shared: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int, *, shared: bool) -> None:
        """Closing the file lets go."""


_PAUSE = 0.02  #: seconds between two tries


class FileLock:
    """A lock that is held until ``release`` or the end of the process."""

    def __init__(self, descriptor: int, *, shared: bool) -> None:
        self._descriptor: int | None = descriptor
        self._shared = shared

    @classmethod
    def take(cls, path: Path, *, shared: bool) -> "FileLock | None":
        """Takes the lock at once, or gives ``None`` where others hold it.

        Raises ``OSError`` for a folder that can't be written to or a file system without locks.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        taken = False
        try:
            taken = _lock(descriptor, shared=shared)
        finally:
            if not taken:
                os.close(descriptor)
        return cls(descriptor, shared=shared) if taken else None

    @classmethod
    def wait_for(cls, path: Path, *, shared: bool, seconds: float) -> "FileLock | None":
        """The same, with some patience where others hold it."""
        end = time.monotonic() + seconds
        while (lock := cls.take(path, shared=shared)) is None and time.monotonic() < end:
            time.sleep(_PAUSE)
        return lock

    def release(self) -> None:
        """Lets go; a second time does nothing."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            _unlock(descriptor, shared=self._shared)
            os.close(descriptor)


@contextmanager
def held(lock: FileLock) -> Iterator[FileLock]:
    """Releases a lock at the end of a block."""
    try:
        yield lock
    finally:
        lock.release()
