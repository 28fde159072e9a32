"""One window a workspace: the second start brings the first to the front."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.ui.shell.lock import WindowLock, own_folder, window_name
from desktop.ui.shell.raising import RaiseServer, ask_to_raise


def test_a_workspace_has_one_window(tmp_path: Path) -> None:
    first, second = WindowLock(tmp_path / "desk", tmp_path), WindowLock(tmp_path / "desk", tmp_path)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_two_workspaces_have_a_window_each(tmp_path: Path) -> None:
    locks = [WindowLock(tmp_path / name, tmp_path) for name in ("one", "two")]
    assert all(lock.take() for lock in locks)
    for lock in locks:
        lock.release()


def test_another_way_to_write_the_same_folder_is_the_same_workspace(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    assert window_name(tmp_path / "desk" / ".." / "desk") == window_name(tmp_path / "desk")


def test_a_killed_window_leaves_no_lock(tmp_path: Path) -> None:
    dies = (
        "import os, sys; from pathlib import Path; from desktop.ui.shell.lock import WindowLock;"
        f"lock = WindowLock(Path({str(tmp_path / 'desk')!r}), Path({str(tmp_path)!r}));"
        "print(lock.take(), flush=True); os._exit(9)"
    )
    ran = subprocess.run([sys.executable, "-c", dies], capture_output=True, text=True, check=False)
    assert (ran.stdout.strip(), ran.returncode) == ("True", 9)
    lock = WindowLock(tmp_path / "desk", tmp_path)
    assert lock.take()
    lock.release()


def test_where_no_lock_can_be_made_the_window_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("no folder", encoding="utf-8")
    assert WindowLock(tmp_path / "desk", tmp_path / "locks").take()


def test_locks_lie_where_the_session_ends_them(tmp_path: Path) -> None:
    assert own_folder({"XDG_RUNTIME_DIR": "/run/user/7"}) == Path("/run/user/7")
    assert own_folder({}).name.startswith("amends-")


def test_a_second_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    server = RaiseServer(window_name(tmp_path))
    assert server.is_listening
    asks = f"from desktop.ui.shell.raising import ask_to_raise; print(ask_to_raise({server.name!r}, 30_000))"
    with qtbot.waitSignal(server.raised, timeout=30_000):
        second = subprocess.Popen([sys.executable, "-c", asks], stdout=subprocess.PIPE, text=True)
    said, _ = second.communicate()
    assert (said.strip(), second.returncode) == ("True", 0)
    server.close()


def test_nobody_answers_where_no_window_is(qtbot: QtBot, tmp_path: Path) -> None:
    assert not ask_to_raise(window_name(tmp_path), wait_ms=50)


def test_what_a_killed_window_left_does_not_keep_the_next_from_listening(qtbot: QtBot, tmp_path: Path) -> None:
    name = window_name(tmp_path)
    dies = (
        "import os; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        f"from desktop.ui.shell.raising import RaiseServer; s = RaiseServer({name!r});"
        "print(s.is_listening, flush=True); os._exit(9)"
    )
    ran = subprocess.run([sys.executable, "-c", dies], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "True"
    server = RaiseServer(name)
    assert server.is_listening
    server.close()
