from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.swapping import clear_away_unready, declare_ready, new_staging, ready_in, swap_in
from desktop.workspace import CHAIN_KEY, DATABASE

AT = datetime(2026, 11, 19, 13, 42, tzinfo=UTC)
OLD = {DATABASE: b"old", f"{DATABASE}-wal": b"old log", f"{DATABASE}-shm": b"old index", CHAIN_KEY: b"old key"}
NEW = {DATABASE: b"new", CHAIN_KEY: b"new key"}


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def make_ready(folder: Path) -> Path:
    staging = new_staging(folder, AT)
    put(staging, NEW)
    return declare_ready(staging)


def test_what_was_there_is_kept_and_its_log_never_lies_beside_the_new_one(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    replaced = swap_in(make_ready(tmp_path))
    assert replaced == tmp_path / "replaced-20261119-134200"
    assert files_of(replaced) == OLD
    assert files_of(tmp_path) == NEW
    assert ready_in(tmp_path) is None


def test_where_nothing_was_nothing_is_kept(tmp_path: Path) -> None:
    assert swap_in(make_ready(tmp_path)) is None
    assert {path.name for path in tmp_path.iterdir()} == set(NEW)


class PowerCutError(Exception):
    pass


@pytest.mark.parametrize("steps", range(6))
def test_a_swap_goes_on_where_the_power_was_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    put(tmp_path, OLD)
    ready = make_ready(tmp_path)
    rename, done = Path.replace, []

    def until_the_power_is_cut(path: Path, target: Path) -> Path:
        if len(done) == steps:
            raise PowerCutError
        done.append(path)
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", until_the_power_is_cut)
    with pytest.raises(PowerCutError):
        swap_in(ready)
    monkeypatch.undo()
    left = ready_in(tmp_path)
    assert left is not None
    replaced = swap_in(left)
    assert replaced is not None
    assert files_of(tmp_path) == NEW
    assert files_of(replaced) == OLD


def test_two_restores_in_one_second_do_not_mix(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    first = swap_in(make_ready(tmp_path))
    second = swap_in(make_ready(tmp_path))
    assert first is not None
    assert second is not None
    assert (files_of(first), files_of(second)) == (OLD, NEW)


def test_what_was_not_ready_is_cleared_away_and_what_was_stays(tmp_path: Path) -> None:
    put(new_staging(tmp_path, AT), NEW)
    ready = make_ready(tmp_path)
    clear_away_unready(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [ready.name]
