"""Doing something as a person without the administrator's rights, to whom the rights of files apply."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65_534


def _may_be_read_by_others(file: Path) -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return not is_root or all(folder.stat().st_mode & stat.S_IXOTH for folder in file.parents)


@contextmanager
def ordinary_person() -> Iterator[Path]:
    """A new folder that belongs to an ordinary person; the block runs as that person where tests run as root."""
    if not _may_be_read_by_others(Path(__file__)):
        pytest.skip("the program lies in a folder that only root may enter")
    folder = Path(tempfile.mkdtemp(prefix="amends-person-"))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        if is_root:
            os.chown(folder, _NOBODY, _NOBODY)
            os.setegid(_NOBODY)
            os.seteuid(_NOBODY)
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
            os.setegid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        shutil.rmtree(folder)
