"""Files that a person named: read whole, and written beside, then renamed, so that none is ever half there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.errors import UserError
from desktop.files import is_disk_full, replacing

LARGEST = 512 * 1024 * 1024  #: bytes that a file to import may hold


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """All bytes of a file. Raises ``UserError``: ``file_missing``, ``file_unreadable``, ``file_too_large``."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError as error:
        raise UserError("file_missing", "file", path=str(path)) from error
    except OSError as error:
        raise UserError("file_unreadable", "file", path=str(path)) from error
    if len(data) > largest:
        raise UserError("file_too_large", "file", limit=f"{largest // 1024**2} MB")
    return data


@contextmanager
def written_beside(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` once the block is left without an exception.

    Until then, and after an exception, an older file stays as it was. Raises ``UserError``: ``file_unwritable``,
    ``disk_full``.
    """
    try:
        with replacing(path) as file:
            yield file
    except OSError as error:
        raise UserError("disk_full" if is_disk_full(error) else "file_unwritable", "file", path=str(path)) from error
