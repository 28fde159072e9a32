import subprocess
import sys
from pathlib import Path

from desktop.locks import FileLock, held

HOLD = """
import sys
from pathlib import Path
from desktop.locks import FileLock
lock = FileLock.take(Path(sys.argv[1]), shared=sys.argv[2] == "shared")
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


def other_process(path: Path, how: str) -> subprocess.Popen[str]:
    """Another process that takes a lock and holds it until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def may_take(path: Path, *, shared: bool) -> bool:
    lock = FileLock.take(path, shared=shared)
    if lock is not None:
        lock.release()
    return lock is not None


def test_a_shared_lock_lets_others_share_but_nobody_have_it_alone(tmp_path: Path) -> None:
    with other_process(tmp_path / "lock", "shared") as holder:
        assert may_take(tmp_path / "lock", shared=True)
        assert not may_take(tmp_path / "lock", shared=False)
        holder.communicate("")
    assert may_take(tmp_path / "lock", shared=False)


def test_a_lock_held_alone_keeps_everybody_out(tmp_path: Path) -> None:
    with other_process(tmp_path / "lock", "alone") as holder:
        assert not may_take(tmp_path / "lock", shared=True)
        assert not may_take(tmp_path / "lock", shared=False)
        holder.communicate("")


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    with other_process(tmp_path / "lock", "alone") as holder:
        holder.kill()
    assert may_take(tmp_path / "lock", shared=False)


def test_it_holds_within_one_process_too(tmp_path: Path) -> None:
    mine = FileLock.take(tmp_path / "lock", shared=True)
    assert mine is not None
    with held(mine):
        assert not may_take(tmp_path / "lock", shared=False)
        assert may_take(tmp_path / "lock", shared=True)
    mine.release()  # a second time does nothing
    assert may_take(tmp_path / "lock", shared=False)


def test_waiting_ends_when_the_other_lets_go(tmp_path: Path) -> None:
    with other_process(tmp_path / "lock", "alone") as holder:
        assert FileLock.wait_for(tmp_path / "lock", shared=True, seconds=0.05) is None
        assert holder.stdin is not None
        holder.stdin.close()
        lock = FileLock.wait_for(tmp_path / "lock", shared=True, seconds=30)
        assert lock is not None
        lock.release()
        holder.wait()
