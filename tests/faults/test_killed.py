"""A process that is killed, a computer that loses its power: what was acknowledged is there."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from desktop.workspace import DATABASE, take_maintenance
from tests.support.sites import make_site, open_site
from tests.support.worker import numbers_said, recording


def recorded_in(folder: Path) -> set[str]:
    """The numbers in a site that opens without complaint, whole in every part."""
    desk = open_site(folder)
    report = desk.health.verify()
    assert report.problems == ()
    found = desk.finder.find("drip", 1_000)
    assert found.total == report.cases
    desk.close()
    return {row.number for row in found.rows}


@pytest.mark.parametrize("acknowledged", [1, 20])
def test_a_killed_process_loses_nothing_that_it_acknowledged(tmp_path: Path, acknowledged: int) -> None:
    folder = tmp_path / "site"
    make_site(folder).close()
    with recording(folder, 10_000) as worker:
        said = numbers_said(worker, acknowledged)
        worker.kill()
        said += numbers_said(worker)
    take_maintenance(folder).release()  # it left no lock
    there = recorded_in(folder)
    assert set(said) <= there
    assert len(there) - len(said) in (0, 1)  # one may have been recorded and not said any more


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be stopped from outside there")
def test_the_files_of_any_moment_open_clean(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make_site(folder).close()
    with recording(folder, 10_000) as worker:
        said = numbers_said(worker, 3)
        for moment in range(6):
            said += numbers_said(worker, 2)
            time.sleep(moment * 0.0007)  # to be stopped at another point of its work each time
            os.kill(worker.pid, signal.SIGSTOP)
            copy = tmp_path / f"moment {moment}"
            copy.mkdir()
            for name in (DATABASE, f"{DATABASE}-wal", "chain.key"):
                shutil.copy(folder / name, copy)
            os.kill(worker.pid, signal.SIGCONT)
            assert set(said) <= recorded_in(copy), moment


def test_a_log_cut_at_any_point_costs_only_what_was_cut(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make_site(folder).close()
    with recording(folder, 10_000) as worker:
        said = numbers_said(worker, 20)
    log = (folder / f"{DATABASE}-wal").read_bytes()
    counts = []
    for part in (0, 10, 32, 1_000, len(log) // 3, len(log) // 2, len(log) - 1, len(log)):
        copy = tmp_path / f"{part} bytes"
        copy.mkdir()
        shutil.copy(folder / DATABASE, copy)
        shutil.copy(folder / "chain.key", copy)
        (copy / f"{DATABASE}-wal").write_bytes(log[:part])
        there = recorded_in(copy)
        assert there <= set(said) | {number for number in there if number > max(said)}
        counts.append(len(there))
    assert counts == sorted(counts)
    assert counts[-1] >= len(said)
