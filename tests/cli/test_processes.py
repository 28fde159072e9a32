"""``python main.py VERB`` as other programs run it: exit statuses, streaming, broken pipes, no Qt."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cli.conftest import AT, Shell
from tests.support.staffed import contents

ROOT = Path(__file__).parents[2]
OPENING = {"act": "open", "by": "rita", "at": AT, "type": "complaint", "channel": "counter", "text": "空调坏了"}
SECONDS = 60  #: more than any verb takes here; a process that hangs is ended


def command(*verb: str) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), *verb]


def environment(shell: Shell, **more: str) -> dict[str, str]:
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**usual, "AMENDS_WORKSPACE": str(shell.workspace), **more}


def run(shell: Shell, *verb: str, feed: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*verb), env=environment(shell, **more), input=feed, capture_output=True, timeout=SECONDS, check=False
    )


@pytest.fixture
def applying(shell: Shell) -> Iterator[subprocess.Popen[bytes]]:
    """``apply -``, waiting for lines."""
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    process = subprocess.Popen(command("apply", "-"), env=environment(shell), **pipes)
    guard = threading.Timer(SECONDS, process.kill)
    guard.start()
    with process:
        yield process
        process.kill()
    guard.cancel()


def tell(process: subprocess.Popen[bytes], line: dict[str, Any]) -> dict[str, Any]:
    """Writes one line and reads its answer, before anything else is written."""
    stdin, stdout = _pipe(process.stdin), _pipe(process.stdout)
    stdin.write(json.dumps(line).encode() + b"\n")
    stdin.flush()
    answer: dict[str, Any] = json.loads(stdout.readline())
    return answer


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def test_each_answer_comes_before_the_next_line_is_read(shell: Shell, applying: subprocess.Popen[bytes]) -> None:
    first = tell(applying, {**OPENING, "ref": "a"})
    assert first["ok"]
    # It is stored for everybody already, while the run goes on.
    assert shell("queue", "--json").json["rows"][0]["number"] == first["case"]
    assert tell(applying, {"act": "take", "by": "sam", "at": AT, "case": first["case"]})["ok"]
    assert tell(applying, {"act": "take", "by": "ana", "at": AT, "case": "a"})["error"]["code"] == "not_allowed"
    _pipe(applying.stdin).close()
    assert applying.wait(SECONDS) == 1
    assert _pipe(applying.stderr).read() == b""


def test_a_killed_run_keeps_what_was_answered_and_locks_nobody_out(
    shell: Shell, applying: subprocess.Popen[bytes]
) -> None:
    number = tell(applying, OPENING)["case"]
    applying.kill()
    applying.wait(SECONDS)
    assert shell.case(number)["text"] == "空调坏了"
    assert shell.apply({"act": "take", "by": "sam", "at": AT, "case": number}).status == 0


def test_a_reader_that_has_enough_ends_the_run_without_noise(shell: Shell, applying: subprocess.Popen[bytes]) -> None:
    assert tell(applying, OPENING)["ok"]
    _pipe(applying.stdout).close()
    stdin = _pipe(applying.stdin)
    stdin.write((json.dumps(OPENING).encode() + b"\n") * 3)
    stdin.close()
    assert applying.wait(SECONDS) == 1
    assert _pipe(applying.stderr).read() == b""


def test_a_closed_pipe_is_no_traceback_for_readers_either(shell: Shell) -> None:
    shell.done(*({**OPENING, "text": "x" * 60_000} for _ in range(3)))
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        command("queue", "--json"),
        env=environment(shell),
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=SECONDS,
        check=False,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_exit_statuses_tell_how_it_ended(shell: Shell, tmp_path: Path) -> None:
    line = json.dumps(OPENING).encode()
    assert run(shell, "apply", "-", feed=line).returncode == 0
    assert run(shell, "apply", "-", feed=b"{").returncode == 1
    assert run(shell, "queue", "--limit", "x").returncode == 2
    assert run(shell, "queue", "--workspace", str(tmp_path / "none")).returncode == 3


def test_what_is_asked_for_is_utf_8_whatever_the_system_says(shell: Shell) -> None:
    shell.done({**OPENING, "text": "空调坏了 🙂"})
    locales: list[dict[str, Any]] = [
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    ]
    for locale in locales:
        ran = run(shell, "queue", "--json", **locale)
        assert json.loads(ran.stdout.decode())["rows"][0]["summary"] == "空调坏了 🙂"
        assert ran.stderr == b""


def test_without_a_workspace_people_are_told_in_their_systems_language(shell: Shell, tmp_path: Path) -> None:
    nowhere: dict[str, Any] = {"AMENDS_WORKSPACE": str(tmp_path / "none")}
    english = run(shell, "queue", **nowhere, LC_ALL="C.UTF-8").stderr.decode()
    chinese = run(shell, "queue", **nowhere, LC_ALL="zh_CN.UTF-8").stderr.decode()
    assert english.isascii() or "workspace" in english
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)


def test_two_programs_acting_at_once_take_turns(shell: Shell) -> None:
    feed = (json.dumps(OPENING).encode() + b"\n") * 25
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    both = [subprocess.Popen(command("apply", "-"), env=environment(shell), **pipes) for _ in range(2)]
    for process in both:
        _pipe(process.stdin).write(feed)
        _pipe(process.stdin).close()
        process.stdin = None
    answers = [process.communicate(timeout=SECONDS)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    numbers = {json.loads(line)["case"] for out in answers for line in out.splitlines()}
    assert numbers == {f"HH-D1-20261119-{n:04}" for n in range(1, 51)}
    assert shell("verify").status == 0


def test_a_failed_line_of_the_disk_is_a_sentence(shell: Shell) -> None:
    """A full disk, simulated by the limit of file sizes: refused in words, nothing half done, nothing lost."""
    before = contents(shell.workspace)
    feed = (json.dumps({**OPENING, "text": "x" * 200_000}).encode() + b"\n") * 3
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); import signal; \
signal.signal(signal.SIGXFSZ, signal.SIG_IGN); import sys, runpy; sys.argv = {command('apply', '-')[1:]!r}; \
sys.path.insert(0, {str(ROOT)!r}); runpy.run_path(sys.argv[0], run_name='__main__')"
    ran = subprocess.run(
        [sys.executable, "-c", limited],
        env=environment(shell),
        input=feed,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert (ran.returncode, b"Traceback" in ran.stderr) == (1, False)
    assert [json.loads(line)["error"]["code"] for line in ran.stdout.splitlines()] == ["database_error"] * 3
    assert contents(shell.workspace) == before
    assert run(shell, "apply", "-", feed=feed).returncode == 0
