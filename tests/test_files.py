import errno
import stat
import sys
from pathlib import Path

import pytest

from desktop.files import is_disk_full, replacing, write_new


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    with replacing(target) as file:
        file.write(b"half")
        assert not target.exists()
        file.write(b" and half")
    assert target.read_bytes() == b"half and half"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interrupted_file_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"old")
    with pytest.raises(TypeError), replacing(target) as file:
        file.writelines([b"new", None])  # type: ignore[list-item]  # the interruption
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists, not in a mode")
def test_what_is_written_is_for_its_owner_only(tmp_path: Path) -> None:
    write_new(tmp_path / "key", b"k")
    with replacing(tmp_path / "backup") as file:
        file.write(b"b")
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    write_new(tmp_path / "key", b"old")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "key", b"new")
    assert (tmp_path / "key").read_bytes() == b"old"


@pytest.mark.parametrize(("code", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False)])
def test_a_full_disk_and_a_full_quota_are_the_same_to_people(code: int, full: bool) -> None:
    assert is_disk_full(OSError(code, "said the system")) is full
