"""Writing files so that none is ever half there: written beside, flushed to the disk, then renamed."""

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

OWNER_ONLY = 0o600
PART = ".part"  #: how unfinished files end

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if sys.platform != "win32" else {errno.ENOSPC}


def is_disk_full(error: OSError) -> bool:
    """Whether writing failed for want of space, of quota, or at the largest size that files may have there."""
    return error.errno in _NO_SPACE


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # where fsync stops at the disk's own memory
        import fcntl  # Windows has none

        with suppress(OSError):  # some file systems can't, then fsync is all there is
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_file(path: Path) -> None:
    """Waits until the content of a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk. Windows writes them through and can't be asked."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems on sticks can't do it
                raise
        finally:
            os.close(descriptor)


def write_new(path: Path, content: bytes) -> None:
    """Writes a new file for its owner only, down to the disk. Raises ``OSError``."""
    with os.fdopen(_new_for_owner(path), "wb") as file:
        file.write(content)
        file.flush()
        _sync(file.fileno())


def _new_for_owner(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file for its owner only that gets the name ``path`` when the block ends well, and leaves nothing otherwise.

    A file of that name is replaced at once. Raises ``OSError``.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
    descriptor = _new_for_owner(part)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            _sync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
